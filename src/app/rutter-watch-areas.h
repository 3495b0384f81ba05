/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-map-view.h"
#include "rutter-watchlist.h"

G_BEGIN_DECLS

/* Draws the areas that are watched on the map, while the live layer is shown or the watchlist is
 * open.
 */
#define RUTTER_TYPE_WATCH_AREAS (rutter_watch_areas_get_type ())

G_DECLARE_FINAL_TYPE (RutterWatchAreas, rutter_watch_areas, RUTTER, WATCH_AREAS, GObject)

RutterWatchAreas *rutter_watch_areas_new       (GActionGroup      *window,
                                                RutterMapView     *map,
                                                RutterWatchlist   *list);
void              rutter_watch_areas_set_open  (RutterWatchAreas  *self,
                                                gboolean           is_open);

G_END_DECLS
