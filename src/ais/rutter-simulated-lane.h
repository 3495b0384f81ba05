/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-geo.h"

G_BEGIN_DECLS

/* A way that simulated ships follow. Immutable. */
typedef struct _RutterSimulatedLane RutterSimulatedLane;

/* A point of it, and how far from there all is water, metres. */
typedef struct
{
  RutterLonLat  position;   /* longitudes unwrapped along the lane */
  double        room_m;
} RutterSimulatedPoint;

RutterSimulatedLane *rutter_simulated_lane_new        (const RutterSimulatedPoint *points,
                                                       guint                       n_points,
                                                       const char                 *from,
                                                       const char                 *to);
void                 rutter_simulated_lane_free       (RutterSimulatedLane        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterSimulatedLane, rutter_simulated_lane_free)

double               rutter_simulated_lane_get_length (const RutterSimulatedLane  *self);
const char          *rutter_simulated_lane_get_from   (const RutterSimulatedLane  *self);
const char          *rutter_simulated_lane_get_to     (const RutterSimulatedLane  *self);
double               rutter_simulated_lane_get_room   (const RutterSimulatedLane  *self,
                                                       double                      at_m);
RutterLonLat         rutter_simulated_lane_locate     (const RutterSimulatedLane  *self,
                                                       double                      at_m,
                                                       double                      east,
                                                       double                      north);
RutterLonLat         rutter_simulated_lane_shift      (RutterLonLat                position,
                                                       double                      east_m,
                                                       double                      north_m);

G_END_DECLS
