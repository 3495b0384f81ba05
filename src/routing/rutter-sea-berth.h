/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-sea-chart.h"

G_BEGIN_DECLS

/* Where a stop meets the water: in a cell of the mask, or on the line of a passage. Which it is
 * does not depend on what a request closes, so that closing never moves a stop.
 */
typedef struct
{
  RutterLonLat asked;
  RutterLonLat position;  /* longitude -180 to 180, or a little beyond for a line's */
  double       km;        /* from one to the other */
  guint32      point;     /* the line's piece from this to the next, or RUTTER_SEA_NO_NODE */
} RutterSeaBerth;

gboolean rutter_sea_berth_init (RutterSeaBerth        *self,
                                const RutterSeaChart  *chart,
                                RutterLonLat           asked,
                                double                 max_km);

G_END_DECLS
