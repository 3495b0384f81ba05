/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-details-pane.h"
#include "rutter-map-view.h"
#include "rutter-progress-card.h"
#include "rutter-route-pane.h"
#include "rutter-searcher.h"
#include "rutter-window.h"

G_BEGIN_DECLS

/* All that plans routes in a window: the desk, the search for stops, and what the details of a
 * passage are told.
 */
#define RUTTER_TYPE_ROUTE_PARTS (rutter_route_parts_get_type ())

G_DECLARE_FINAL_TYPE (RutterRouteParts, rutter_route_parts, RUTTER, ROUTE_PARTS, GObject)

RutterRouteParts *rutter_route_parts_new         (RutterWindow        *window,
                                                  RutterMapView       *map,
                                                  RutterRoutePane     *pane,
                                                  RutterDetailsPane   *details,
                                                  RutterProgressCard  *progress,
                                                  RutterSearcher      *searcher);
gboolean          rutter_route_parts_is_settled  (RutterRouteParts    *self);

G_END_DECLS
