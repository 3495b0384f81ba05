/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-live-item.h"
#include "rutter-matcher.h"
#include "rutter-sidebar.h"
#include "rutter-traffic.h"
#include "rutter-window.h"

G_BEGIN_DECLS

/* Live AIS in a window: what the traffic hears, on the map and in the sidebar. Whatever else of the
 * window lives on the traffic hangs here as well.
 *
 * Actions (win.): toggle-layer-live
 */
#define RUTTER_TYPE_LIVE_DESK (rutter_live_desk_get_type ())

G_DECLARE_FINAL_TYPE (RutterLiveDesk, rutter_live_desk, RUTTER, LIVE_DESK, GObject)

RutterLiveDesk *rutter_live_desk_new           (RutterWindow   *window,
                                                RutterMapView  *map,
                                                RutterSidebar  *sidebar,
                                                GSettings      *settings);
RutterTraffic  *rutter_live_desk_get_traffic   (RutterLiveDesk *self);
RutterLiveItem *rutter_live_desk_get_item      (RutterLiveDesk *self);
/* Whose targets are ringed on the map. */
void            rutter_live_desk_set_matcher   (RutterLiveDesk *self,
                                                RutterMatcher  *matcher);

G_END_DECLS
