/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-sea-graph-builder.h"

#include <string.h>

/* Tiles of one square that are all water, and the squares of tiles that are, level by level. */
typedef struct
{
  guint8 is_sea[RUTTER_SEA_MAX_LEAF_LOG + 1][64 * 64];
} Pyramid;

static void
read_pyramid (const RutterWaterMask *mask,
              int                    column,
              int                    row,
              Pyramid               *pyramid)
{
  for (int block = 0; block < 64; block++)
    {
      guint64 sea = rutter_water_mask_get_sea (mask, column * 8 + block % 8, row * 8 + block / 8);
      guint8 *first = pyramid->is_sea[0] + block / 8 * 8 * 64 + block % 8 * 8;

      for (int i = 0; i < 64; i++)
        first[i / 8 * 64 + i % 8] = sea >> i & 1;
    }

  for (guint log = 1; log <= RUTTER_SEA_MAX_LEAF_LOG; log++)
    {
      int side = 64 >> log;
      const guint8 *finer = pyramid->is_sea[log - 1];

      for (int i = 0; i < side * side; i++)
        {
          const guint8 *first = finer + (i / side * 2) * side * 2 + i % side * 2;

          pyramid->is_sea[log][i] = first[0] && first[1] && first[side * 2] && first[side * 2 + 1];
        }
    }
}

/* Appends the leaves of a part of the square in Z order. */
static void
add_leaves (RutterSeaGraphBuilder *self,
            const Pyramid         *pyramid,
            int                    column,
            int                    row,
            int                    x,
            int                    y,
            int                    log)
{
  int half = (1 << log) / 2;

  if (log <= RUTTER_SEA_MAX_LEAF_LOG && pyramid->is_sea[log][(y >> log) * (64 >> log) + (x >> log)])
    {
      guint32 leaf = rutter_sea_graph_pack_leaf (column * 64 + x, row * 64 + y, (guint)log);

      g_array_append_val (self->leaves, leaf);
      return;
    }

  if (log == 0)
    return;

  for (int i = 0; i < 4; i++)
    add_leaves (self, pyramid, column, row, x + i % 2 * half, y + i / 2 * half, log - 1);
}

/* How many squares off an edge may begin that meets a barrier: a leap is the longest. */
#define MAX_REACH 3

/* Notes the squares that a barrier comes near to: elsewhere no edge can meet one. */
static void
note_barriers (RutterSeaGraphBuilder *self)
{
  const double side = (double)RUTTER_WATER_SQUARE / RUTTER_WATER_CELLS_PER_DEG;

  self->has_barrier = g_new0 (guint8, RUTTER_WATER_N_ROWS * RUTTER_WATER_N_COLUMNS);
  for (guint i = 0; i < self->barriers.n_items; i++)
    {
      RutterLonLat a = self->barriers.items[i].a, b = self->barriers.items[i].b;
      int left = (int)floor ((MIN (a.lon, b.lon) + 180) / side) - MAX_REACH;
      int right = (int)floor ((MAX (a.lon, b.lon) + 180) / side) + MAX_REACH;
      int low = (int)floor ((MIN (a.lat, b.lat) - RUTTER_WATER_SOUTH) / side) - MAX_REACH;
      int high = (int)floor ((MAX (a.lat, b.lat) - RUTTER_WATER_SOUTH) / side) + MAX_REACH;

      for (int row = MAX (low, 0); row <= MIN (high, RUTTER_WATER_N_ROWS - 1); row++)
        for (int column = left; column <= right; column++)
          self->has_barrier[row * RUTTER_WATER_N_COLUMNS +
                            rutter_water_wrap (column, RUTTER_WATER_N_COLUMNS)] = TRUE;
    }
}

/**
 * rutter_sea_graph_builder_init:
 * @mask: borrowed; rutter_sea_graph_builder_keep() changes it
 */
void
rutter_sea_graph_builder_init (RutterSeaGraphBuilder   *self,
                               RutterWaterMask         *mask,
                               const RutterSeaBarriers *barriers)
{
  g_autofree Pyramid *pyramid = g_new (Pyramid, 1);

  *self = (RutterSeaGraphBuilder) {
    .mask = mask,
    .barriers = *barriers,
    .leaves = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .first_leaves = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .points = g_array_new (FALSE, FALSE, sizeof (RutterSeaPoint)),
    .tile_points = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .edges = g_array_new (FALSE, FALSE, sizeof (RutterSeaEdge)),
    .first_edges = g_array_new (FALSE, TRUE, sizeof (guint32)),
    .targets = g_array_new (FALSE, TRUE, sizeof (guint32)),
    .lengths = g_array_new (FALSE, TRUE, sizeof (guint16)),
  };

  note_barriers (self);
  for (int i = 0; i < RUTTER_WATER_N_ROWS * RUTTER_WATER_N_COLUMNS; i++)
    {
      g_array_append_val (self->first_leaves, self->leaves->len);
      if (mask->squares[i] == RUTTER_WATER_ALL_LAND)
        continue;

      if (mask->squares[i] == RUTTER_WATER_ALL_SEA)
        memset (pyramid, TRUE, sizeof *pyramid);
      else
        read_pyramid (mask, i % RUTTER_WATER_N_COLUMNS, i / RUTTER_WATER_N_COLUMNS, pyramid);
      add_leaves (self, pyramid, i % RUTTER_WATER_N_COLUMNS, i / RUTTER_WATER_N_COLUMNS, 0, 0, 6);
    }
  g_array_append_val (self->first_leaves, self->leaves->len);
}

void
rutter_sea_graph_builder_clear (RutterSeaGraphBuilder *self)
{
  g_clear_pointer (&self->has_barrier, g_free);
  g_clear_pointer (&self->leaves, g_array_unref);
  g_clear_pointer (&self->first_leaves, g_array_unref);
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->tile_points, g_array_unref);
  g_clear_pointer (&self->edges, g_array_unref);
  g_clear_pointer (&self->first_edges, g_array_unref);
  g_clear_pointer (&self->targets, g_array_unref);
  g_clear_pointer (&self->lengths, g_array_unref);
}

/* The graph as far as it is made; its arrays move when something is added. */
void
rutter_sea_graph_builder_get_graph (RutterSeaGraphBuilder *self,
                                    RutterSeaGraph        *graph)
{
  *graph = (RutterSeaGraph) {
    .n_nodes = self->leaves->len + self->points->len,
    .n_leaves = self->leaves->len,
    .n_edges = self->targets->len,
    .leaves = (const guint32 *)(gpointer)self->leaves->data,
    .first_leaves = (const guint32 *)(gpointer)self->first_leaves->data,
    .points = (const RutterSeaPoint *)(gpointer)self->points->data,
    .tile_points = (const guint32 *)(gpointer)self->tile_points->data,
    .first_edges = (const guint32 *)(gpointer)self->first_edges->data,
    .targets = (const guint32 *)(gpointer)self->targets->data,
    .lengths = (const guint16 *)(gpointer)self->lengths->data,
  };
}

static guint
get_square (RutterLonLat position)
{
  guint32 tile = rutter_sea_graph_get_tile (position);

  return tile / RUTTER_SEA_TILES_ACROSS / 64 * RUTTER_WATER_N_COLUMNS +
         tile % RUTTER_SEA_TILES_ACROSS / 64;
}

/* Joins two leaves when nothing lies between their middles; a gate only marks them. */
static void
join (RutterSeaGraphBuilder *self,
      const RutterSeaGraph  *graph,
      guint32                a,
      guint32                b,
      gboolean               is_corner)
{
  const RutterSeaSight sight = { self->mask, &self->barriers, { { 0 } } };
  RutterLonLat from = rutter_sea_graph_get_position (graph, a);
  RutterLonLat to = rutter_sea_graph_get_position (graph, b);
  RutterSeaEdge edge = { a, b };
  const RutterPassageSet all = RUTTER_PASSAGE_SET_ALL;

  to.lon = rutter_geo_unwrap_lon (to.lon, from.lon);
  if (is_corner && !rutter_sea_sight_has_line (&sight, from, to))
    return;

  if (self->has_barrier[get_square (from)] &&
      rutter_sea_barriers_stop (&self->barriers, &all, from, to))
    {
      g_array_index (self->leaves, guint32, a) |= RUTTER_SEA_GUARDED;
      if (b < self->leaves->len)
        g_array_index (self->leaves, guint32, b) |= RUTTER_SEA_GUARDED;
    }
  g_array_append_val (self->edges, edge);
}

/* The leaves of one square by tile, where there are so many that looking them up is slow. */
#define MIN_TABLE_LEAVES 32u

typedef struct
{
  guint   square;
  guint32 leaves[64 * 64];
} SquareTable;

static void
fill_table (SquareTable          *table,
            const RutterSeaGraph *graph,
            guint                 square)
{
  guint32 first = graph->first_leaves[square], end = graph->first_leaves[square + 1];

  table->square = G_MAXUINT;
  if (end - first < MIN_TABLE_LEAVES)
    return;

  table->square = square;
  memset (table->leaves, 0xff, sizeof table->leaves);
  for (guint32 i = first; i < end; i++)
    {
      RutterSeaLeaf leaf = rutter_sea_graph_get_leaf (graph->leaves[i]);
      int side = 1 << leaf.log;

      for (int k = 0; k < side * side; k++)
        table->leaves[((leaf.row & 63) + k / side) * 64 + (leaf.column & 63) + k % side] = i;
    }
}

static guint32
find_leaf (const SquareTable    *table,
           const RutterSeaGraph *graph,
           int                   column,
           int                   row)
{
  if (column >= 0 && row >= 0 && column < RUTTER_SEA_TILES_ACROSS &&
      (guint)(row / 64 * RUTTER_WATER_N_COLUMNS + column / 64) == table->square)
    return table->leaves[(row & 63) * 64 + (column & 63)];

  return rutter_sea_graph_find_leaf (graph, column, row);
}

/* Joins a large leaf to those of its size a knight's move away: on the open sea courses differ by
 * less than 27 degrees then instead of 45.
 */
static void
add_leaps (RutterSeaGraphBuilder *self,
           const RutterSeaGraph  *graph,
           const SquareTable     *table,
           guint32                index)
{
  static const int LEAPS[][2] = { { 1, 2 }, { 2, 1 }, { 2, -1 }, { 1, -2 } };
  RutterSeaLeaf leaf = rutter_sea_graph_get_leaf (graph->leaves[index]);
  int side = 1 << leaf.log;

  for (guint i = 0; i < G_N_ELEMENTS (LEAPS); i++)
    {
      guint32 other = find_leaf (table, graph, leaf.column + LEAPS[i][0] * side,
                                 leaf.row + LEAPS[i][1] * side);

      if (other != RUTTER_SEA_NO_NODE &&
          rutter_sea_graph_get_leaf (graph->leaves[other]).log == leaf.log)
        join (self, graph, index, other, TRUE);
    }
}

/* Joins a leaf to those above and to the right, so that each pair is met once; for a smaller leaf
 * at the larger one's side that takes both directions, hence all four sides and the lesser index
 * only.
 */
static void
join_leaf (RutterSeaGraphBuilder *self,
           const RutterSeaGraph  *graph,
           const SquareTable     *table,
           guint32                index)
{
  RutterSeaLeaf leaf = rutter_sea_graph_get_leaf (graph->leaves[index]);
  int side = 1 << leaf.log;
  guint32 sides[4 << RUTTER_SEA_MAX_LEAF_LOG];
  guint n_sides = 0;

  for (int k = 0; k < 4; k++)
    for (int i = 0; i < side; i++)
      {
        int column = leaf.column + (k == 0 ? -1 : k == 1 ? side : i);
        int row = leaf.row + (k == 2 ? -1 : k == 3 ? side : i);
        guint32 other = find_leaf (table, graph, column, row);

        if (other == RUTTER_SEA_NO_NODE || (n_sides > 0 && sides[n_sides - 1] == other))
          continue;

        sides[n_sides++] = other;
        if (index < other)
          join (self, graph, index, other, FALSE);
      }

  for (int k = 0; k < 4; k++)
    {
      guint32 other = find_leaf (table, graph, leaf.column + (k % 2 ? side : -1),
                                 leaf.row + (k / 2 ? side : -1));
      gboolean is_side = FALSE;

      for (guint i = 0; i < n_sides; i++)
        is_side |= sides[i] == other;
      if (other != RUTTER_SEA_NO_NODE && !is_side && index < other)
        join (self, graph, index, other, TRUE);
    }

  if (leaf.log >= RUTTER_SEA_MIN_LEAP_LOG)
    add_leaps (self, graph, table, index);
}

/**
 * rutter_sea_graph_builder_join_leaves:
 *
 * Adds the edges from leaf to leaf.
 *
 * Returns: FALSE when cancelled
 */
gboolean
rutter_sea_graph_builder_join_leaves (RutterSeaGraphBuilder  *self,
                                      GCancellable           *cancellable,
                                      GError                **error)
{
  g_autofree SquareTable *table = g_new (SquareTable, 1);
  RutterSeaGraph graph;

  rutter_sea_graph_builder_get_graph (self, &graph);
  for (guint square = 0; square + 1 < self->first_leaves->len; square++)
    {
      if (square % 256 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      fill_table (table, &graph, square);
      for (guint32 i = graph.first_leaves[square]; i < graph.first_leaves[square + 1]; i++)
        join_leaf (self, &graph, table, i);
    }

  return TRUE;
}

/**
 * rutter_sea_graph_builder_add_line:
 * @passage: the index of the passage whose line it is, or %RUTTER_SEA_OPEN_WATER
 *
 * Adds a line's points, each joined to the next and to the leaf that it lies in. A piece belongs to
 * the passage where it goes through what the mask shuts: elsewhere it is open water, which needs no
 * leave.
 */
void
rutter_sea_graph_builder_add_line (RutterSeaGraphBuilder *self,
                                   const RutterLonLat    *points,
                                   guint                  n_points,
                                   guint                  passage)
{
  const RutterSeaSight sight = { self->mask, &self->barriers, { { 0 } } };
  RutterSeaGraph graph;

  rutter_sea_graph_builder_get_graph (self, &graph);
  for (guint i = 0; i < n_points; i++)
    {
      RutterSeaPoint point = { points[i], rutter_sea_graph_get_tile (points[i]),
                               RUTTER_SEA_END_OF_LINE };
      guint32 node = graph.n_leaves + self->points->len;
      RutterSeaEdge edge = { node, node + 1 };
      int column = (int)(point.tile % RUTTER_SEA_TILES_ACROSS);
      int row = (int)(point.tile / RUTTER_SEA_TILES_ACROSS);
      guint32 leaf = rutter_sea_graph_find_leaf (&graph, column, row);

      if (i + 1 < n_points)
        {
          point.next = rutter_sea_sight_has_line (&sight, points[i], points[i + 1])
                       ? RUTTER_SEA_OPEN_WATER : passage;
          g_array_append_val (self->edges, edge);
        }
      g_array_append_val (self->points, point);

      if (leaf != RUTTER_SEA_NO_NODE)
        join (self, &(RutterSeaGraph) { .n_leaves = graph.n_leaves, .leaves = graph.leaves,
                                        .points = (gpointer)self->points->data },
              leaf, node, FALSE);
    }
}

/**
 * rutter_sea_graph_builder_keep:
 * @is_kept: for each leaf, whether it stays
 *
 * Takes leaves out of the graph. Points stay.
 */
void
rutter_sea_graph_builder_keep (RutterSeaGraphBuilder *self,
                               const guint8          *is_kept)
{
  guint32 n_leaves = self->leaves->len;
  guint32 n_nodes = n_leaves + self->points->len;
  g_autofree guint32 *numbers = g_new (guint32, n_nodes);
  guint32 n_kept = 0;
  guint n_edges = 0;

  for (guint square = 0; square + 1 < self->first_leaves->len; square++)
    {
      guint32 *first = &g_array_index (self->first_leaves, guint32, square);
      guint32 begin = *first;

      *first = n_kept;
      for (guint32 i = begin; i < first[1]; i++)
        {
          numbers[i] = is_kept[i] ? n_kept : RUTTER_SEA_NO_NODE;
          if (is_kept[i])
            g_array_index (self->leaves, guint32, n_kept++) =
              g_array_index (self->leaves, guint32, i);
        }
    }
  g_array_index (self->first_leaves, guint32, self->first_leaves->len - 1) = n_kept;
  g_array_set_size (self->leaves, n_kept);
  for (guint32 i = n_leaves; i < n_nodes; i++)
    numbers[i] = i - n_leaves + n_kept;

  for (guint i = 0; i < self->edges->len; i++)
    {
      RutterSeaEdge *edge = &g_array_index (self->edges, RutterSeaEdge, i);
      RutterSeaEdge renamed = { numbers[edge->a], numbers[edge->b] };

      if (renamed.a != RUTTER_SEA_NO_NODE && renamed.b != RUTTER_SEA_NO_NODE)
        g_array_index (self->edges, RutterSeaEdge, n_edges++) = renamed;
    }
  g_array_set_size (self->edges, n_edges);
}
