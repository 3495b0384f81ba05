/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-sea-leg.h"
#include "rutter-sea-route.h"

G_BEGIN_DECLS

/* A route in the making: legs put behind each other. */
typedef struct
{
  GArray *points;      /* RutterLonLat */
  GArray *stretches;   /* RutterSeaStretch */
  GArray *stops;       /* RutterSeaStop */
} RutterSeaVoyage;

void            rutter_sea_voyage_init    (RutterSeaVoyage          *self,
                                           const RutterSeaBerth     *start);
void            rutter_sea_voyage_clear   (RutterSeaVoyage          *self);
void            rutter_sea_voyage_add_leg (RutterSeaVoyage          *self,
                                           const RutterSeaLeg       *leg,
                                           gboolean                  is_reversed,
                                           const RutterSeaBerth     *to);
RutterSeaRoute *rutter_sea_voyage_finish  (RutterSeaVoyage          *self,
                                           const RutterSeaBarriers  *barriers,
                                           RutterPassages           *passages,
                                           double                    speed_kn);

G_END_DECLS
