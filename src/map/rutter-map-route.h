/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-map-view.h"
#include "rutter-route-sketch.h"

G_BEGIN_DECLS

/* The route that is being planned, over the map: its handles and its line can be taken hold of;
 * everywhere else the map below has the pointer.
 *
 * Signals, positions with longitudes in +-180:
 *   stop-added (stop, lon, lat)   the line was taken hold of: a new stop before the one of that
 *                                 number, which is now being dragged
 *   stop-moved (stop, lon, lat)   many times while dragging
 *   stop-removed (stop)           a stop on the way: double click, Delete
 *   let-go ()                     the end of a drag
 */
#define RUTTER_TYPE_MAP_ROUTE (rutter_map_route_get_type ())

G_DECLARE_FINAL_TYPE (RutterMapRoute, rutter_map_route, RUTTER, MAP_ROUTE, GtkWidget)

GtkWidget *rutter_map_route_new        (RutterMapView      *view);
void       rutter_map_route_set_sketch (RutterMapRoute     *self,
                                        RutterRouteSketch  *sketch);
/* Returns: the stop on the way at a pixel, or %RUTTER_SKETCH_NONE */
guint      rutter_map_route_find_via   (RutterMapRoute     *self,
                                        double              x,
                                        double              y);
void       rutter_map_route_remove     (RutterMapRoute     *self,
                                        guint               stop);
gboolean   rutter_map_route_is_dragging (RutterMapRoute    *self);
/* The camera or the theme is another one. */
void       rutter_map_route_update     (RutterMapRoute     *self);

G_END_DECLS
