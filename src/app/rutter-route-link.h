/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-map-route.h"
#include "rutter-route-keeper.h"

G_BEGIN_DECLS

/* What is dragged on the map goes to the keeper, what the keeper has is drawn, as long as both
 * live.
 */
void  rutter_route_link  (RutterRouteKeeper  *keeper,
                          RutterMapRoute     *drawing);

G_END_DECLS
