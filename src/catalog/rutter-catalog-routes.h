/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-catalog.h"
#include "rutter-computed-route.h"

G_BEGIN_DECLS

/* Computed routes kept in a catalogue in use, on its database thread. */
void   rutter_catalog_keep_route_async    (RutterCatalog              *self,
                                           const RutterComputedRoute  *route,
                                           GCancellable               *cancellable,
                                           GAsyncReadyCallback         callback,
                                           gpointer                    user_data);
void   rutter_catalog_delete_route_async  (RutterCatalog              *self,
                                           const char                 *uid,
                                           GCancellable               *cancellable,
                                           GAsyncReadyCallback         callback,
                                           gpointer                    user_data);
/* Of both. Returns: (transfer full): the uid */
char  *rutter_catalog_routes_finish       (RutterCatalog              *self,
                                           GAsyncResult               *result,
                                           GError                    **error);

G_END_DECLS
