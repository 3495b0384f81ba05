/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-map-hover.h"
#include "rutter-map-ruler.h"
#include "rutter-map-walk.h"

G_BEGIN_DECLS

/* Adds what the map listens to: drag with momentum, wheel and touchpad, pinch, click and double
 * click, secondary click and long press, keys. libshumate's own controllers are switched off:
 * they can drag the map over a pole, zoom in coarse steps and know no keyboard.
 */
typedef struct _RutterMapGestures RutterMapGestures;

RutterMapGestures *rutter_map_gestures_new   (RutterMapView      *view,
                                              GtkWidget          *map,
                                               RutterMapHover     *hover,
                                               RutterMapRuler     *ruler,
                                               RutterMapWalk      *walk);
void               rutter_map_gestures_free  (RutterMapGestures  *self);

G_END_DECLS
