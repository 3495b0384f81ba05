/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

/* Tiles for a map of libshumate whose bytes somebody else brings, PNG or JPEG: nothing here opens a
 * file or a socket, and nothing is kept on a disk. What is missing, damaged or too large is blank;
 * below the deepest zoom the tiles above are enlarged.
 */
#define RUTTER_TYPE_TILE_SOURCE (rutter_tile_source_get_type ())

G_DECLARE_FINAL_TYPE (RutterTileSource, rutter_tile_source, RUTTER, TILE_SOURCE, ShumateMapSource)

/**
 * RutterTileFetchFunc:
 * @zoom: of the tile
 * @x: from the west
 * @y: from the north
 * @task: (transfer full): takes the GBytes of the picture, empty where there is none, or an error
 *
 * Brings a tile, on the main thread and later; stops when the task's cancellable says so.
 */
typedef void (*RutterTileFetchFunc) (guint     zoom,
                                     guint     x,
                                     guint     y,
                                     GTask    *task,
                                     gpointer  data);

RutterTileSource *rutter_tile_source_new     (RutterTileFetchFunc  fetch,
                                              gpointer             data,
                                              GDestroyNotify       destroy,
                                              guint                min_zoom,
                                              guint                max_zoom);
gboolean          rutter_tile_source_is_idle (RutterTileSource    *self);

G_END_DECLS
