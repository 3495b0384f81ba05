/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-sea-graph.h"
#include "rutter-sea-sight.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  guint32 a;
  guint32 b;
} RutterSeaEdge;

/* A graph in the making. The leaves come from the mask; lines are added; what no ship can reach is
 * taken out of graph and mask; then the edges are sorted by node.
 */
typedef struct
{
  RutterWaterMask   *mask;
  RutterSeaBarriers  barriers;
  guint8            *has_barrier;   /* of each square of the mask */
  GArray            *leaves;        /* guint32 */
  GArray            *first_leaves;  /* guint32 */
  GArray            *points;        /* RutterSeaPoint */
  GArray            *tile_points;   /* guint32, once finished */
  GArray            *edges;         /* RutterSeaEdge; points as the number of leaves + index */
  GArray            *first_edges;   /* guint32, once finished */
  GArray            *targets;
  GArray            *lengths;       /* guint16 */
} RutterSeaGraphBuilder;

void      rutter_sea_graph_builder_init        (RutterSeaGraphBuilder    *self,
                                                RutterWaterMask          *mask,
                                                const RutterSeaBarriers  *barriers);
void      rutter_sea_graph_builder_clear       (RutterSeaGraphBuilder    *self);
void      rutter_sea_graph_builder_get_graph   (RutterSeaGraphBuilder    *self,
                                                RutterSeaGraph           *graph);
gboolean  rutter_sea_graph_builder_join_leaves (RutterSeaGraphBuilder    *self,
                                                GCancellable             *cancellable,
                                                GError                  **error);
void      rutter_sea_graph_builder_add_line    (RutterSeaGraphBuilder    *self,
                                                const RutterLonLat       *points,
                                                guint                     n_points,
                                                guint                     passage);
void      rutter_sea_graph_builder_keep        (RutterSeaGraphBuilder    *self,
                                                const guint8             *is_kept);
void      rutter_sea_graph_builder_finish      (RutterSeaGraphBuilder    *self);

G_END_DECLS
