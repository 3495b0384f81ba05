/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-net-gate.h"
#include "rutter-tile-address.h"

G_BEGIN_DECLS

/* Brings tiles from an address through the gate: those that are asked for and no others. What came
 * is kept in memory alone, up to a limit, and is gone with the fetcher. Belongs to the main thread.
 *
 * Signals:
 *   failed (GError *)  a tile could not be had; for the first one only
 */
#define RUTTER_TYPE_TILE_FETCHER (rutter_tile_fetcher_get_type ())

G_DECLARE_FINAL_TYPE (RutterTileFetcher, rutter_tile_fetcher, RUTTER, TILE_FETCHER, GObject)

RutterTileFetcher *rutter_tile_fetcher_new   (RutterNetGate            *gate,
                                              const RutterTileAddress  *address,
                                              gsize                     most_bytes);
void               rutter_tile_fetcher_fetch (guint                     zoom,
                                              guint                     x,
                                              guint                     y,
                                              GTask                    *task,
                                              gpointer                  self);

G_END_DECLS
