/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-sea-barriers.h"
#include "rutter-water-mask.h"

G_BEGIN_DECLS

/* The farthest that a piece of a leg, straight in longitude and latitude, may lie from the leg's
 * great circle, metres; 500 is promised.
 */
#define RUTTER_SEA_MAX_BEND_M 400.0

/* What one request sees: water, and what stands across it. Borrows both. */
typedef struct
{
  const RutterWaterMask   *mask;
  const RutterSeaBarriers *barriers;
  RutterPassageSet         closed;
} RutterSeaSight;

gboolean rutter_sea_sight_has_line     (const RutterSeaSight  *self,
                                        RutterLonLat           from,
                                        RutterLonLat           to);
gboolean rutter_sea_sight_has_leg      (const RutterSeaSight  *self,
                                        RutterLonLat           from,
                                        RutterLonLat           to);
void     rutter_sea_sight_append_leg   (GArray                *points,
                                        RutterLonLat           from,
                                        RutterLonLat           to);

G_END_DECLS
