/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-watchlist.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The watchlist as a window beside the map: the alerts, and what is watched. It may stay open; what
 * it shows or asks for on the map is done by the window that it belongs to (win.show-object,
 * win.watch-selected, win.watch-area).
 */
#define RUTTER_TYPE_WATCH_WINDOW (rutter_watch_window_get_type ())

G_DECLARE_FINAL_TYPE (RutterWatchWindow, rutter_watch_window, RUTTER, WATCH_WINDOW, AdwWindow)

GtkWidget *rutter_watch_window_new (GtkWindow       *parent,
                                    RutterWatchlist *list);

G_END_DECLS
