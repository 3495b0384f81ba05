/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-geo.h"

G_BEGIN_DECLS

/* The geometry of flows: arcs between two places for which no way is known. It is one function of
 * the world square, never of the view, so that painter, pick index and boxes agree at every zoom.
 */
#define RUTTER_FLOW_N_POINTS 65

void    rutter_flow_flatten      (const RutterPoint   ends[2],
                                  int                 slot,
                                  int                 n_slots,
                                  RutterPoint         points[RUTTER_FLOW_N_POINTS]);
void    rutter_flow_add_to_box   (const RutterPoint   ends[2],
                                  int                 slot,
                                  int                 n_slots,
                                  RutterBox          *box);
double  rutter_flow_get_width    (guint               n_claims);
double  rutter_flow_get_spacing  (const RutterPoint   ends[2],
                                  int                 n_slots);

G_END_DECLS
