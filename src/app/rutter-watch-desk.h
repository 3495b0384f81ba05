/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-application.h"
#include "rutter-map-view.h"
#include "rutter-selection.h"
#include "rutter-window.h"

G_BEGIN_DECLS

/* The window's side of the watchlist: opens it, turns what is selected, or drawn on the map, into a
 * watch, and says what the watchman is alerted to.
 *
 * Actions (win.): show-watchlist, show-alert (uid, longitude, latitude; NAN: nowhere), watch (uid),
 * watch-selected, watch-area
 */
#define RUTTER_TYPE_WATCH_DESK (rutter_watch_desk_get_type ())

G_DECLARE_FINAL_TYPE (RutterWatchDesk, rutter_watch_desk, RUTTER, WATCH_DESK, GObject)

RutterWatchDesk *rutter_watch_desk_new (RutterWindow      *window,
                                        RutterMapView     *map,
                                        RutterApplication *application,
                                        RutterSelection   *selection,
                                        RutterDetailsPane *details);

G_END_DECLS
