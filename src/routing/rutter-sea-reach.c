/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-sea-reach.h"

#include <string.h>

#define LOWEST_ROW G_GUINT64_CONSTANT (0xff)
#define LEFT_COLUMN G_GUINT64_CONSTANT (0x0101010101010101)
#define HIGHEST_ROW (LOWEST_ROW << 56)
#define RIGHT_COLUMN (LEFT_COLUMN << 7)

/* Cells of a tile from which the flood goes on. */
typedef struct
{
  int     column;
  int     row;
  guint64 cells;
} Wave;

static guint32
find_group (guint32 *groups,
            guint32  node)
{
  while (groups[node] != node)
    node = groups[node] = groups[groups[node]];

  return node;
}

/* Finds the groups of nodes that edges join, anew when edges were added. */
void
rutter_sea_reach_group (RutterSeaReach *self)
{
  RutterSeaGraphBuilder *builder = self->builder;

  self->n_nodes = self->n_leaves + builder->points->len;
  self->groups = g_renew (guint32, self->groups, self->n_nodes + 1);
  memset (self->sizes, 0, self->n_leaves * sizeof (guint32));
  for (guint32 i = 0; i < self->n_nodes; i++)
    self->groups[i] = i;

  for (guint i = 0; i < builder->edges->len; i++)
    {
      const RutterSeaEdge *edge = &g_array_index (builder->edges, RutterSeaEdge, i);
      guint32 a = find_group (self->groups, edge->a);
      guint32 b = find_group (self->groups, edge->b);

      self->groups[MAX (a, b)] = MIN (a, b);
    }
  for (guint32 i = 0; i < self->n_nodes; i++)
    {
      guint32 group = self->groups[i] = find_group (self->groups, i);

      if (i >= self->n_leaves)
        continue;

      self->sizes[group]++;
      self->next_leaves[i] = group == i ? RUTTER_SEA_NO_NODE : self->next_leaves[group];
      if (group != i)
        self->next_leaves[group] = i;
    }

  self->main_group = self->main_leaf == RUTTER_SEA_NO_NODE ? RUTTER_SEA_NO_NODE
                                                           : self->groups[self->main_leaf];
}

/**
 * rutter_sea_reach_init:
 * @main_sea: a place in the open ocean
 */
void
rutter_sea_reach_init (RutterSeaReach        *self,
                       RutterSeaGraphBuilder *builder,
                       RutterLonLat           main_sea)
{
  guint32 tile = rutter_sea_graph_get_tile (main_sea);
  RutterSeaGraph graph;

  rutter_sea_graph_builder_get_graph (builder, &graph);
  *self = (RutterSeaReach) {
    .builder = builder,
    .sizes = g_new0 (guint32, graph.n_leaves + 1),
    .next_leaves = g_new (guint32, graph.n_leaves + 1),
    .is_reached = g_new0 (guint8, graph.n_leaves + 1),
    .cells = g_new0 (guint64, builder->mask->n_tiles + 1),
    .n_leaves = graph.n_leaves,
    .main_leaf = rutter_sea_graph_find_leaf (&graph, (int)(tile % RUTTER_SEA_TILES_ACROSS),
                                             (int)(tile / RUTTER_SEA_TILES_ACROSS)),
  };
  rutter_sea_reach_group (self);
}

void
rutter_sea_reach_clear (RutterSeaReach *self)
{
  g_clear_pointer (&self->groups, g_free);
  g_clear_pointer (&self->sizes, g_free);
  g_clear_pointer (&self->next_leaves, g_free);
  g_clear_pointer (&self->is_reached, g_free);
  g_clear_pointer (&self->cells, g_free);
}

static void
add_wave (GArray  *waves,
          int      column,
          int      row,
          guint64  cells)
{
  Wave wave = { rutter_water_wrap (column, RUTTER_SEA_TILES_ACROSS), row, cells };

  if (cells != 0 && row >= 0 && row < RUTTER_SEA_TILES_UP)
    g_array_append_val (waves, wave);
}

/* Goes on from a leaf into a tile beside it. Leaves side by side are one group as it is. */
static void
leave_leaf (const RutterSeaReach *self,
            GArray               *waves,
            int                   column,
            int                   row,
            guint64               cells)
{
  if (rutter_water_mask_find_tile (self->builder->mask, column, row) != NULL)
    add_wave (waves, column, row, cells);
}

static void
reach_group (RutterSeaReach *self,
             GArray         *waves,
             guint32         group)
{
  if (group >= self->n_leaves || self->is_reached[group])
    return;

  for (guint32 index = group; index != RUTTER_SEA_NO_NODE; index = self->next_leaves[index])
    {
      RutterSeaLeaf leaf =
        rutter_sea_graph_get_leaf (g_array_index (self->builder->leaves, guint32, index));
      int side = 1 << leaf.log;

      self->is_reached[index] = TRUE;
      for (int i = 0; i < side; i++)
        {
          leave_leaf (self, waves, leaf.column - 1, leaf.row + i, RIGHT_COLUMN);
          leave_leaf (self, waves, leaf.column + side, leaf.row + i, LEFT_COLUMN);
          leave_leaf (self, waves, leaf.column + i, leaf.row - 1, HIGHEST_ROW);
          leave_leaf (self, waves, leaf.column + i, leaf.row + side, LOWEST_ROW);
        }
    }
}

/* Spreads within one tile, side by side only: what the finder of ways inshore does too. */
static guint64
spread (guint64 cells,
        guint64 water)
{
  guint64 before;

  do
    {
      before = cells;
      cells |= (cells << 8 | cells >> 8 | (cells & ~RIGHT_COLUMN) << 1 |
                (cells & ~LEFT_COLUMN) >> 1) & water;
    }
  while (cells != before);

  return cells;
}

static void
take_wave (RutterSeaReach       *self,
           const RutterSeaGraph *graph,
           GArray               *waves,
           const Wave           *wave)
{
  guint64 *water = rutter_water_mask_find_tile (self->builder->mask, wave->column, wave->row);
  guint64 *reached, cells;

  if (water == NULL)
    {
      guint32 leaf = rutter_sea_graph_find_leaf (graph, wave->column, wave->row);

      if (leaf != RUTTER_SEA_NO_NODE)
        reach_group (self, waves, self->groups[leaf]);
      return;
    }

  reached = &self->cells[water - self->builder->mask->tiles];
  cells = wave->cells & *water & ~*reached;
  if (cells == 0)
    return;

  cells = spread (cells | *reached, *water);
  *reached = cells;
  add_wave (waves, wave->column - 1, wave->row, (cells & LEFT_COLUMN) << 7);
  add_wave (waves, wave->column + 1, wave->row, (cells & RIGHT_COLUMN) >> 7);
  add_wave (waves, wave->column, wave->row - 1, cells << 56);
  add_wave (waves, wave->column, wave->row + 1, cells >> 56);
}

/* Floods the mask from the main group on, and from the lines that it is joined to. */
void
rutter_sea_reach_flood (RutterSeaReach *self)
{
  g_autoptr(GArray) waves = g_array_new (FALSE, FALSE, sizeof (Wave));
  RutterSeaGraph graph;

  if (self->main_group == RUTTER_SEA_NO_NODE)
    return;

  rutter_sea_graph_builder_get_graph (self->builder, &graph);
  reach_group (self, waves, self->main_group);
  for (guint32 i = self->n_leaves; i < self->n_nodes; i++)
    if (self->groups[i] == self->main_group)
      {
        RutterWaterPoint point =
          rutter_water_from_lon_lat (graph.points[i - self->n_leaves].position);
        int x = rutter_water_wrap ((int)floor (point.x), RUTTER_WATER_WIDTH);
        int y = (int)floor (point.y);

        add_wave (waves, x >> 3, y >> 3, G_GUINT64_CONSTANT (1) << ((y & 7) * 8 + (x & 7)));
      }

  while (waves->len > 0)
    {
      Wave wave = g_array_index (waves, Wave, waves->len - 1);

      g_array_set_size (waves, waves->len - 1);
      take_wave (self, &graph, waves, &wave);
    }
}

/* Makes land of all that the flood did not reach, and takes the leaves out that no edge joins to
 * the main group.
 */
void
rutter_sea_reach_drain (RutterSeaReach *self)
{
  RutterWaterMask *mask = self->builder->mask;
  g_autofree guint8 *is_kept = g_new0 (guint8, self->n_leaves + 1);

  for (guint i = 0; i < mask->n_tiles; i++)
    mask->tiles[i] &= self->cells[i];

  for (guint32 i = 0; i < self->n_leaves; i++)
    {
      is_kept[i] = self->groups[i] == self->main_group;
      if (!self->is_reached[i])
        {
          RutterSeaLeaf leaf =
            rutter_sea_graph_get_leaf (g_array_index (self->builder->leaves, guint32, i));

          rutter_water_mask_drain (mask, leaf.column, leaf.row, 1u << leaf.log);
        }
    }

  rutter_sea_graph_builder_keep (self->builder, is_kept);
}
