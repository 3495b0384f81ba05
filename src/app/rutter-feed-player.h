/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-feed.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Plays a log, as a row: play and pause, how fast, and where in it. */
#define RUTTER_TYPE_FEED_PLAYER (rutter_feed_player_get_type ())

G_DECLARE_FINAL_TYPE (RutterFeedPlayer, rutter_feed_player, RUTTER, FEED_PLAYER, AdwPreferencesRow)

GtkWidget *rutter_feed_player_new (RutterFeed *feed);

G_END_DECLS
