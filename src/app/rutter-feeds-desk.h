/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-application.h"
#include "rutter-window.h"

G_BEGIN_DECLS

/* Opens the dialog of live feeds over a window.
 *
 * Actions (win.): show-feeds
 */
#define RUTTER_TYPE_FEEDS_DESK (rutter_feeds_desk_get_type ())

G_DECLARE_FINAL_TYPE (RutterFeedsDesk, rutter_feeds_desk, RUTTER, FEEDS_DESK, GObject)

RutterFeedsDesk *rutter_feeds_desk_new (RutterWindow  *window,
                                        RutterMapView *map);

G_END_DECLS
