/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-progress-card.h"
#include "rutter-route-keeper.h"
#include "rutter-route-pane.h"
#include "rutter-window.h"

G_BEGIN_DECLS

/* Plans routes in a window: what map, pane and actions ask goes to the keeper, what comes of it
 * back to both. The chart of the seas is loaded when it is first needed.
 *
 * Actions (win.): plan-route; route-from, route-to, route-via (lon, lat); route-from-object,
 * route-to-object, route-via-object (uid); and those of the pane
 */
#define RUTTER_TYPE_ROUTE_DESK (rutter_route_desk_get_type ())

G_DECLARE_FINAL_TYPE (RutterRouteDesk, rutter_route_desk, RUTTER, ROUTE_DESK, GObject)

RutterRouteDesk    *rutter_route_desk_new         (RutterWindow        *window,
                                                   RutterMapView       *map,
                                                   RutterRoutePane     *pane,
                                                   RutterProgressCard  *progress);
RutterRouteKeeper  *rutter_route_desk_get_keeper  (RutterRouteDesk     *self);
gboolean            rutter_route_desk_is_settled  (RutterRouteDesk     *self);

G_END_DECLS
