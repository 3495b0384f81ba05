/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-selection.h"
#include "rutter-watchlist.h"

G_BEGIN_DECLS

/* Keeps the details in step with the watchlist: whether what they are about can be watched, and
 * whether it is.
 */
#define RUTTER_TYPE_WATCH_SIGN (rutter_watch_sign_get_type ())

G_DECLARE_FINAL_TYPE (RutterWatchSign, rutter_watch_sign, RUTTER, WATCH_SIGN, GObject)

RutterWatchSign *rutter_watch_sign_new  (RutterWatchlist    *list,
                                         RutterTraffic      *traffic,
                                         RutterSession      *session,
                                         RutterSelection    *selection,
                                         RutterDetailsPane  *pane);

G_END_DECLS
