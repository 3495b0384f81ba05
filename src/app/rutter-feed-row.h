/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-feeds.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One feed in a list: how it stands, in words, what it has heard, and what can be done with it.
 * Whoever holds it has the actions feeds.start, .stop, .edit and .remove, with the feed's number.
 */
#define RUTTER_TYPE_FEED_ROW (rutter_feed_row_get_type ())

G_DECLARE_FINAL_TYPE (RutterFeedRow, rutter_feed_row, RUTTER, FEED_ROW, AdwExpanderRow)

GtkWidget *rutter_feed_row_new (RutterFeeds *feeds,
                                RutterFeed  *feed);

G_END_DECLS
