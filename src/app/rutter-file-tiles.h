/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-mbtiles.h"
#include "rutter-tile-source.h"

G_BEGIN_DECLS

/* Returns: (transfer full): the tiles of a file, which it holds */
RutterTileSource *rutter_file_tiles_new (RutterMbtiles *file);

G_END_DECLS
