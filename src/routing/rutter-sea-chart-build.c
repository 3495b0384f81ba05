/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From the basemap and the passages to a chart. */

#include "rutter-inshore-finder.h"
#include "rutter-narrow-water.h"
#include "rutter-path-finder.h"
#include "rutter-sea-chart-format.h"
#include "rutter-sea-chart.h"
#include "rutter-sea-inland.h"
#include "rutter-sea-reach.h"
#include "rutter-water-raster.h"

#include <string.h>

/* A place in the North Atlantic: the sea that all others are reached from. */
#define MAIN_SEA ((RutterLonLat) { -40, 30 })
/* Waters of fewer leaves are searched cell by cell when a ship calls there. */
#define MIN_GROUP 32u
#define MAX_CELLS 400000u
#define MAX_ROUNDS 6u

typedef struct
{
  RutterWaterRaster       raster;
  RutterWaterMask         mask;
  GArray                 *gates;
  RutterSeaBarriers       barriers;
  RutterSeaGraphBuilder   builder;
  RutterLandmarkRow      *landmarks;
  RutterSeaSight          usual;       /* sight with the shut passages closed */
  RutterSeaChartProgress  progress;
  gpointer                user_data;
  GCancellable           *cancellable;
} Build;

static void
tell (Build  *build,
      double  fraction)
{
  if (build->progress != NULL)
    build->progress (fraction, build->user_data);
}

static void
on_raster_progress_cb (double   fraction,
                       gpointer user_data)
{
  tell (user_data, fraction * 0.3);
}

/* Joins what two lines have in common: an end at the very same place. */
static void
join_ends (Build *build,
           guint  first)
{
  GArray *points = build->builder.points;
  guint32 n_leaves = build->builder.leaves->len;
  guint ends[2] = { first, points->len - 1 };

  for (guint i = 0; i < first; i++)
    for (guint k = 0; k < 2; k++)
      {
        const RutterSeaPoint *known = &g_array_index (points, RutterSeaPoint, i);
        const RutterSeaPoint *end = &g_array_index (points, RutterSeaPoint, ends[k]);
        RutterSeaEdge edge = { n_leaves + i, n_leaves + ends[k] };

        if (rutter_geo_distance_m (known->position, end->position) < 1.0)
          g_array_append_val (build->builder.edges, edge);
      }
}

static gboolean
add_passages (Build           *build,
              RutterBasemap   *basemap,
              RutterPassages  *passages,
              GError         **error)
{
  guint n = rutter_passages_get_n (passages);

  for (guint i = 0; i < n; i++)
    {
      const RutterPassage *passage = rutter_passages_get (passages, i);
      g_autoptr(GArray) line = NULL;
      guint first = build->builder.points->len;

      if (passage->kind == RUTTER_PASSAGE_GATE)
        continue;

      line = rutter_narrow_water_trace (basemap, passage, build->cancellable, error);
      if (line == NULL)
        return FALSE;

      rutter_sea_graph_builder_add_line (&build->builder, (RutterLonLat *)(gpointer)line->data,
                                         line->len, i);
      join_ends (build, first);
      tell (build, 0.4 + 0.3 * i / n);
    }

  return TRUE;
}

/* Adds the way that a finder found, from one node of the graph or none to the next leaf. */
static gboolean
add_way (Build              *build,
         RutterInshoreFinder *finder,
         guint32              from)
{
  const RutterInshoreLimits limits = { 0, 1, MAX_CELLS };
  g_autoptr(GArray) exits = g_array_new (FALSE, FALSE, sizeof (RutterInshoreExit));
  g_autoptr(GArray) way = g_array_new (FALSE, FALSE, sizeof (RutterLonLat));
  const RutterInshoreExit *way_out;
  RutterSeaEdge edge = { from, build->builder.leaves->len + build->builder.points->len };

  if (!rutter_inshore_finder_find_exits (finder, &limits, exits, build->cancellable))
    return FALSE;

  way_out = &g_array_index (exits, RutterInshoreExit, 0);
  rutter_inshore_finder_append_way (finder, way_out->place, way);
  if (from != RUTTER_SEA_NO_NODE)
    g_array_append_val (build->builder.edges, edge);
  rutter_sea_graph_builder_add_line (&build->builder, (RutterLonLat *)(gpointer)way->data, way->len,
                                     RUTTER_SEA_OPEN_WATER);

  return TRUE;
}

/* A passage may end in water too narrow for a leaf: there a way is found to the next one. */
static void
lead_out_lines (Build *build)
{
  guint n_points = build->builder.points->len;
  RutterSeaGraph graph;
  gboolean is_start = TRUE;

  for (guint i = 0; i < n_points; i++)
    {
      RutterSeaPoint point = g_array_index (build->builder.points, RutterSeaPoint, i);
      gboolean is_end = point.next == RUTTER_SEA_END_OF_LINE;
      RutterWaterPoint cell = rutter_water_from_lon_lat (point.position);
      int column = (int)(point.tile % RUTTER_SEA_TILES_ACROSS);
      int row = (int)(point.tile / RUTTER_SEA_TILES_ACROSS);

      rutter_sea_graph_builder_get_graph (&build->builder, &graph);
      if ((is_start || is_end) &&
          rutter_sea_graph_find_leaf (&graph, column, row) == RUTTER_SEA_NO_NODE &&
          rutter_water_mask_get_span (&build->mask, (int)floor (cell.x), (int)floor (cell.y)) > 0)
        {
          g_autoptr(RutterInshoreFinder) finder = NULL;

          graph.n_nodes = graph.n_leaves;
          finder = rutter_inshore_finder_new (&build->usual, &graph);
          rutter_inshore_finder_add_start (finder, point.position);
          add_way (build, finder, graph.n_leaves + i);
        }
      is_start = is_end;
    }
}

/* Starts from every cell along the inner sides of a leaf where there are but cells beyond. */
static void
add_leaf_starts (RutterInshoreFinder   *finder,
                 const RutterWaterMask *mask,
                 guint32                packed)
{
  RutterSeaLeaf leaf = rutter_sea_graph_get_leaf (packed);
  int side = 1 << leaf.log;

  for (int i = 0; i < side * 4; i++)
    {
      int along = i / 4;
      gboolean is_upright = i % 4 < 2, is_far = i % 2 != 0;
      int column = leaf.column + (is_upright ? (is_far ? side : -1) : along);
      int row = leaf.row + (is_upright ? along : (is_far ? side : -1));

      if (rutter_water_mask_find_tile (mask, column, row) == NULL)
        continue;

      for (int k = 0; k < RUTTER_WATER_TILE; k++)
        {
          int edge = is_far ? side * RUTTER_WATER_TILE - 1 : 0;
          int x = leaf.column * RUTTER_WATER_TILE +
                  (is_upright ? edge : along * RUTTER_WATER_TILE + k);
          int y = leaf.row * RUTTER_WATER_TILE +
                  (is_upright ? along * RUTTER_WATER_TILE + k : edge);
          RutterWaterPoint cell = { x + 0.5, y + 0.5 };

          rutter_inshore_finder_add_start (finder, rutter_water_to_lon_lat (cell));
        }
    }
}

/* Joins each larger water that the main sea reaches only through cells to the nearest leaf of
 * another one. Returns how many were joined.
 */
static guint
join_waters (Build          *build,
             RutterSeaReach *reach)
{
  g_autofree guint8 *is_target = g_new0 (guint8, reach->n_leaves + 1);
  guint n_joined = 0;
  RutterSeaGraph graph;

  for (guint32 group = 0; group < reach->n_leaves; group++)
    is_target[group] = reach->is_reached[group] && reach->groups[group] == group &&
                       reach->sizes[group] >= MIN_GROUP;

  for (guint32 group = 0; group < reach->n_leaves; group++)
    {
      g_autoptr(RutterInshoreFinder) finder = NULL;

      if (!is_target[group] || group == reach->main_group)
        continue;

      rutter_sea_graph_builder_get_graph (&build->builder, &graph);
      graph.n_nodes = graph.n_leaves;
      finder = rutter_inshore_finder_new (&build->usual, &graph);
      is_target[group] = FALSE;
      rutter_inshore_finder_set_targets (finder, reach->groups, is_target, group);
      for (guint32 i = group; i != RUTTER_SEA_NO_NODE; i = reach->next_leaves[i])
        add_leaf_starts (finder, &build->mask, graph.leaves[i]);
      n_joined += add_way (build, finder, RUTTER_SEA_NO_NODE);
      is_target[group] = TRUE;
    }

  return n_joined;
}

static gboolean
join_and_drain (Build   *build,
                GError **error)
{
  RutterSeaReach reach;

  rutter_sea_reach_init (&reach, &build->builder, MAIN_SEA);
  rutter_sea_reach_flood (&reach);
  for (guint round = 0; round < MAX_ROUNDS; round++)
    {
      if (g_cancellable_is_cancelled (build->cancellable) || join_waters (build, &reach) == 0)
        break;

      rutter_sea_reach_group (&reach);
    }

  rutter_sea_reach_drain (&reach);
  rutter_sea_reach_clear (&reach);
  build->raster.tiles->len = rutter_water_mask_pack (&build->mask);

  return !g_cancellable_set_error_if_cancelled (build->cancellable, error);
}

typedef struct
{
  RutterSeaGraph  graph;
  RutterSeaSight *sight;
} UsualEdges;

static gboolean
is_usual_edge (guint32  from,
               guint32  to,
               gpointer user_data)
{
  UsualEdges *edges = user_data;

  return rutter_sea_graph_is_open (&edges->graph, edges->sight, from, to);
}

static gboolean
measure_landmarks (Build           *build,
                   RutterPassages  *passages,
                   GError         **error)
{
  const RutterPassageSet inland = rutter_sea_inland_list (passages);
  RutterSeaSight sight = build->usual;
  UsualEdges edges = { .sight = &sight };

  sight.closed = rutter_passage_set_unite (sight.closed, inland);
  rutter_sea_graph_builder_get_graph (&build->builder, &edges.graph);
  rutter_sea_inland_mark ((guint32 *)(gpointer)build->builder.leaves->data,
                          (RutterSeaPoint *)(gpointer)build->builder.points->data, &edges.graph,
                          &inland, MAIN_SEA);
  build->landmarks = g_new0 (RutterLandmarkRow, edges.graph.n_nodes + 1);

  return rutter_landmarks_fill (build->landmarks, &edges.graph, is_usual_edge, &edges,
                                build->cancellable, error);
}

static gboolean
run_build (Build           *build,
           RutterBasemap   *basemap,
           RutterPassages  *passages,
           GError         **error)
{
  if (!rutter_water_raster_init (&build->raster, basemap, on_raster_progress_cb, build,
                                 build->cancellable, error))
    return FALSE;

  rutter_water_raster_get_mask (&build->raster, &build->mask);
  build->gates = rutter_sea_chart_list_gates (passages);
  build->barriers = (RutterSeaBarriers) { (gpointer)build->gates->data, build->gates->len };
  build->usual = (RutterSeaSight) { &build->mask, &build->barriers,
                                    rutter_sea_chart_get_shut (passages) };
  rutter_sea_graph_builder_init (&build->builder, &build->mask, &build->barriers);
  if (!rutter_sea_graph_builder_join_leaves (&build->builder, build->cancellable, error))
    return FALSE;

  tell (build, 0.4);
  if (!add_passages (build, basemap, passages, error))
    return FALSE;

  lead_out_lines (build);
  if (!join_and_drain (build, error))
    return FALSE;

  tell (build, 0.8);
  rutter_sea_graph_builder_finish (&build->builder);

  return measure_landmarks (build, passages, error);
}

static void
append_part (GByteArray         *bytes,
             RutterSeaChartPart  part,
             gconstpointer       items,
             gsize               n,
             gsize               item_size)
{
  static const guint8 padding[8];
  RutterSeaChartHeader *header = (RutterSeaChartHeader *)(gpointer)bytes->data;

  header->parts[part].at = bytes->len;
  header->parts[part].n = n;
  if (n > 0)
    g_byte_array_append (bytes, items, (guint)(n * item_size));
  g_byte_array_append (bytes, padding, (guint)(-(gsize)bytes->len & 7));
}

static GBytes *
write_chart (Build          *build,
             RutterBasemap  *basemap,
             RutterPassages *passages)
{
  GByteArray *bytes = g_byte_array_sized_new (48 << 20);
  RutterSeaChartHeader header = {
    .magic = RUTTER_SEA_CHART_MAGIC, .version = RUTTER_SEA_CHART_VERSION,
    .byte_order = RUTTER_SEA_CHART_BYTE_ORDER,
    .basemap = rutter_basemap_get_checksum (basemap),
    .passages = rutter_passages_digest (passages),
  };
  const GArray *arrays[] = {
    build->raster.squares, build->raster.coasts, build->raster.blocks, build->raster.tiles,
    build->builder.leaves, build->builder.first_leaves, build->builder.points,
    build->builder.tile_points, build->builder.first_edges, build->builder.targets,
    build->builder.lengths,
  };
  RutterSeaChartHeader *written;

  g_byte_array_append (bytes, (const guint8 *)&header, sizeof header);
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    append_part (bytes, i, arrays[i]->data, arrays[i]->len,
                 g_array_get_element_size ((GArray *)arrays[i]));
  append_part (bytes, RUTTER_SEA_CHART_LANDMARKS, build->landmarks,
               build->builder.leaves->len + build->builder.points->len, sizeof (RutterLandmarkRow));

  written = (RutterSeaChartHeader *)(gpointer)bytes->data;
  written->size = bytes->len;
  written->checksum = rutter_sea_chart_checksum (bytes->data, bytes->len);

  return g_byte_array_free_to_bytes (bytes);
}

/**
 * rutter_sea_chart_build:
 *
 * Returns: (transfer full): the chart as bytes; NULL when cancelled
 */
GBytes *
rutter_sea_chart_build (RutterBasemap           *basemap,
                        RutterPassages          *passages,
                        RutterSeaChartProgress   progress,
                        gpointer                 user_data,
                        GCancellable            *cancellable,
                        GError                 **error)
{
  Build build = { .progress = progress, .user_data = user_data, .cancellable = cancellable };
  GBytes *bytes = NULL;

  if (run_build (&build, basemap, passages, error))
    bytes = write_chart (&build, basemap, passages);

  rutter_sea_graph_builder_clear (&build.builder);
  rutter_water_raster_clear (&build.raster);
  g_clear_pointer (&build.gates, g_array_unref);
  g_clear_pointer (&build.landmarks, g_free);
  tell (&build, 1);

  return bytes;
}
