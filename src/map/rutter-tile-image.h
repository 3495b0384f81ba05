/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Which part of a picture a tile shows that lies so many levels below it; 0: all of it. */
typedef struct
{
  guint n_levels;
  guint x, y; /* of the tile below */
} RutterTileCut;

GdkTexture *rutter_tile_image_decode (GBytes              *bytes,
                                      const RutterTileCut *cut);

G_END_DECLS
