/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-route-keeper.h"
#include "rutter-route-pane.h"
#include "rutter-searcher.h"

G_BEGIN_DECLS

/* Answers the route pane's field with places of the catalogue and of the map, and puts what is
 * chosen into the route: the start, then the end, then stops on the way, or what is replaced.
 */
#define RUTTER_TYPE_STOP_SEARCH (rutter_stop_search_get_type ())

G_DECLARE_FINAL_TYPE (RutterStopSearch, rutter_stop_search, RUTTER, STOP_SEARCH, GObject)

RutterStopSearch *rutter_stop_search_new       (RutterSession      *session,
                                                RutterSearcher     *searcher,
                                                RutterRouteKeeper  *route,
                                                RutterRoutePane    *pane);
/* Returns: (transfer full) (element-type RutterSearchItem): the rows of @items that lie somewhere
 * that a route can go from: places and names of the map */
GPtrArray        *rutter_stop_search_pick      (GPtrArray          *items,
                                                RutterRecords      *records);
gboolean          rutter_stop_search_is_settled
                                               (RutterStopSearch   *self);

G_END_DECLS
