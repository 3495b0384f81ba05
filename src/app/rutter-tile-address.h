/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Where map tiles lie on a host, and who made them. */
typedef struct
{
  char *pattern;     /* an address with {z}, {x} and {y}, or {-y}, which counts from the south */
  char *host;        /* as the gate has it */
  char *attribution; /* what the makers want seen, in plain text */
  guint max_zoom;
} RutterTileAddress;

#define RUTTER_MOST_TILE_ZOOM 22

RutterTileAddress *rutter_tile_address_new          (const char               *pattern,
                                                     const char               *attribution,
                                                     guint                     max_zoom,
                                                     GError                  **error);
RutterTileAddress *rutter_tile_address_copy         (const RutterTileAddress  *self);
void               rutter_tile_address_free         (RutterTileAddress        *self);
char              *rutter_tile_address_make_uri     (const RutterTileAddress  *self,
                                                     guint                     zoom,
                                                     guint                     x,
                                                     guint                     y);
gboolean           rutter_tile_address_is_encrypted (const RutterTileAddress  *self);
gboolean           rutter_tile_address_is_keepable  (const RutterTileAddress  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterTileAddress, rutter_tile_address_free)

G_END_DECLS
