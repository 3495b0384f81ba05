/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-feeds.h"
#include "rutter-net-gate.h"
#include "rutter-traffic.h"
#include "rutter-watchlist.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The program `rutter`. Its command line: [--catalog FILE] [--show UID] [--screenshot FILE.png]
 * [--version] [FILE]. Actions (app.): open, restore-starter, about, quit.
 */
#define RUTTER_TYPE_APPLICATION (rutter_application_get_type ())

G_DECLARE_FINAL_TYPE (RutterApplication, rutter_application, RUTTER, APPLICATION, AdwApplication)

RutterApplication *rutter_application_new           (void);
int                rutter_application_get_status    (RutterApplication *self);
RutterTraffic     *rutter_application_get_traffic   (RutterApplication *self);
RutterNetGate     *rutter_application_get_gate      (RutterApplication *self);
RutterFeeds       *rutter_application_get_feeds     (RutterApplication *self);
RutterWatchlist   *rutter_application_get_watchlist (RutterApplication *self);

G_END_DECLS
