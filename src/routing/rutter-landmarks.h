/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-sea-graph.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Landmarks whose distances hold while the passages that are usually shut are; and those whose
 * distances hold with everything open, which are looser.
 */
#define RUTTER_N_USUAL_LANDMARKS 7
#define RUTTER_N_OPEN_LANDMARKS 3
#define RUTTER_N_LANDMARKS (RUTTER_N_USUAL_LANDMARKS + RUTTER_N_OPEN_LANDMARKS)
/* Distances to landmarks: units of edges to one of theirs (half a kilometre). */
#define RUTTER_LANDMARK_UNIT 32
#define RUTTER_LANDMARK_UNKNOWN G_MAXUINT16

/* Distances from landmarks to all nodes, RUTTER_N_LANDMARKS a node: what bounds the rest of a way
 * from below (A. Goldberg and C. Harrelson, "Computing the shortest path: A* search meets graph
 * theory", 2005). Closing passages only makes ways longer, so the bounds stay right.
 */
typedef struct
{
  guint16 km_halves[RUTTER_N_LANDMARKS];
} RutterLandmarkRow;

/* Whether an edge may be taken. */
typedef gboolean (*RutterSeaEdgeFilter) (guint32  from,
                                         guint32  to,
                                         gpointer user_data);

gboolean rutter_landmarks_fill (RutterLandmarkRow     *rows,
                                const RutterSeaGraph  *graph,
                                RutterSeaEdgeFilter    filter,
                                gpointer               user_data,
                                GCancellable          *cancellable,
                                GError               **error);

G_END_DECLS
