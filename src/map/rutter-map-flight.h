/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-view.h"

#include <glib.h>

G_BEGIN_DECLS

/* A camera on its way from one view to another, the short way round the world, slowing down at
 * its end. Plain data.
 */
typedef struct
{
  RutterView from;
  RutterView to;
  gint64     start_us;
} RutterMapFlight;

void      rutter_map_flight_init  (RutterMapFlight   *self,
                                   const RutterView  *from,
                                   const RutterView  *to,
                                   gint64             now_us);
gboolean  rutter_map_flight_step  (RutterMapFlight   *self,
                                   gint64             now_us,
                                   RutterView        *view);

G_END_DECLS
