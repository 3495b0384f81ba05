/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-point-set.h"
#include "rutter-view.h"

G_BEGIN_DECLS

/* Where the points of a set are seen in a view: found by the set's grid, in its order, with every
 * copy of the world that the view shows.
 */
typedef struct
{
  guint32  index;  /* in the set */
  float    x, y;   /* pixels of the view */
} RutterPointSpot;

GArray  *rutter_point_spots_list   (const RutterPointSet *points,
                                    const RutterView     *view,
                                    double                reach_px);
guint    rutter_point_spots_count  (const RutterPointSet *points,
                                    const RutterView     *view);
GArray  *rutter_point_spots_pick   (const RutterPointSet *points,
                                    const RutterView     *view,
                                    RutterPoint           pixel,
                                    double                radius);

G_END_DECLS
