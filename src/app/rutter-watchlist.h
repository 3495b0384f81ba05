/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-watchman.h"

G_BEGIN_DECLS

/* The watches of the user, kept in a file, and the watchman that goes by them. One for the whole
 * program; it belongs to the main thread and reads and writes its file in workers. What the
 * watchman is alerted to is told on the desktop too.
 *
 * Signals:
 *   changed ()        there are other watches, or it has become ready
 *   failed (message)  the file could not be read or written; what is shown holds for this run
 */
#define RUTTER_TYPE_WATCHLIST (rutter_watchlist_get_type ())

G_DECLARE_FINAL_TYPE (RutterWatchlist, rutter_watchlist, RUTTER, WATCHLIST, GObject)

RutterWatchlist *rutter_watchlist_new           (GApplication    *application,
                                                 RutterTraffic   *traffic,
                                                 const char      *path);
RutterWatchman  *rutter_watchlist_get_watchman  (RutterWatchlist *self);
GPtrArray       *rutter_watchlist_get_watches   (RutterWatchlist *self);
gboolean         rutter_watchlist_is_ready      (RutterWatchlist *self);
gboolean         rutter_watchlist_is_settled    (RutterWatchlist *self);
void             rutter_watchlist_put           (RutterWatchlist *self,
                                                 RutterWatch     *old,
                                                 RutterWatch     *watch);
void             rutter_watchlist_remove        (RutterWatchlist *self,
                                                 RutterWatch     *watch);
RutterWatch     *rutter_watchlist_find_vessel   (RutterWatchlist *self,
                                                 guint32          imo,
                                                 guint32          mmsi);
RutterWatch     *rutter_watchlist_find_shape    (RutterWatchlist *self,
                                                 RutterWatch     *shape);

G_END_DECLS
