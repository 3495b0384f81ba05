/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-geo.h"

G_BEGIN_DECLS

/* The stops of a route in their order, of which the first may be its start and the last its end:
 * a stop on the way does not take the place of an end that is missing. Longitudes are brought to
 * -180..180.
 */
typedef struct
{
  GArray   *points;    /* RutterLonLat */
  gboolean  has_start;
  gboolean  has_end;
} RutterRouteStops;

void      rutter_route_stops_init         (RutterRouteStops        *self);
void      rutter_route_stops_clear        (RutterRouteStops        *self);
/* Whether there is a way to look for. */
gboolean  rutter_route_stops_is_complete  (const RutterRouteStops  *self);
void      rutter_route_stops_set_start    (RutterRouteStops        *self,
                                           RutterLonLat             position);
void      rutter_route_stops_set_end      (RutterRouteStops        *self,
                                           RutterLonLat             position);
/* Behind the other stops on the way. */
void      rutter_route_stops_add_via      (RutterRouteStops        *self,
                                           RutterLonLat             position);
/* On the way: neither first nor last. */
void      rutter_route_stops_insert       (RutterRouteStops        *self,
                                           guint                    index,
                                           RutterLonLat             position);
void      rutter_route_stops_move         (RutterRouteStops        *self,
                                           guint                    index,
                                           RutterLonLat             position);
void      rutter_route_stops_remove       (RutterRouteStops        *self,
                                           guint                    index);
void      rutter_route_stops_swap         (RutterRouteStops        *self,
                                           guint                    index,
                                           guint                    other);
void      rutter_route_stops_reverse      (RutterRouteStops        *self);
void      rutter_route_stops_remove_all   (RutterRouteStops        *self);

G_END_DECLS
