/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-feeds.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks what a feed is to hear, for a new one or one that there is. Keys go to the keyring. Gone
 * after use.
 *
 * Signals:
 *   done (RutterFeed *feed, gboolean start, char *note)  it is among the feeds; whether to start it
 *     now; what the user must know of its keys, or NULL
 */
#define RUTTER_TYPE_FEED_EDITOR (rutter_feed_editor_get_type ())

G_DECLARE_FINAL_TYPE (RutterFeedEditor, rutter_feed_editor, RUTTER, FEED_EDITOR, AdwWindow)

GtkWidget *rutter_feed_editor_new (GtkWindow           *parent,
                                   RutterNetGate       *gate,
                                   RutterFeeds         *feeds,
                                   RutterFeed          *feed,
                                   const RutterFeedBox *view);

G_END_DECLS
