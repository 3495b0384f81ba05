/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-route-keeper.h"
#include "rutter-route-names.h"
#include "rutter-window.h"

G_BEGIN_DECLS

/* Keeps a planned route in the catalogue that is open, on request and under a name that is asked
 * for, and takes it out again.
 *
 * Actions (win.): unkeep-route (uid)
 */
#define RUTTER_TYPE_ROUTE_STORE (rutter_route_store_get_type ())

G_DECLARE_FINAL_TYPE (RutterRouteStore, rutter_route_store, RUTTER, ROUTE_STORE, GObject)

RutterRouteStore *rutter_route_store_new           (RutterWindow       *window);
/* Returns: (transfer full) (nullable): a sentence; NULL: it can be kept */
char             *rutter_route_store_why_not       (RutterRouteStore   *self);
/* Asks for the name. */
void              rutter_route_store_offer         (RutterRouteStore   *self,
                                                    RutterRouteKeeper  *keeper,
                                                    RutterGazetteer    *gazetteer);
gboolean          rutter_route_store_is_settled    (RutterRouteStore   *self);

G_END_DECLS
