/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file of map tiles that are pictures: MBTiles 1.3, read only. Its views and triggers never run;
 * where “tiles” is a view, as many programs write it, the two tables behind it are joined here.
 */
#define RUTTER_TYPE_MBTILES (rutter_mbtiles_get_type ())

G_DECLARE_FINAL_TYPE (RutterMbtiles, rutter_mbtiles, RUTTER, MBTILES, GObject)

void           rutter_mbtiles_open_async       (const char           *path,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
RutterMbtiles *rutter_mbtiles_open_finish      (GAsyncResult         *result,
                                                GError              **error);
const char    *rutter_mbtiles_get_name         (RutterMbtiles        *self);
const char    *rutter_mbtiles_get_attribution  (RutterMbtiles        *self);
guint          rutter_mbtiles_get_min_zoom     (RutterMbtiles        *self);
guint          rutter_mbtiles_get_max_zoom     (RutterMbtiles        *self);
void           rutter_mbtiles_read_tile_async  (RutterMbtiles        *self,
                                                guint                 zoom,
                                                guint                 x,
                                                guint                 y,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
GBytes        *rutter_mbtiles_read_tile_finish (RutterMbtiles        *self,
                                                GAsyncResult         *result,
                                                GError              **error);

G_END_DECLS
