/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-feed.h"

G_BEGIN_DECLS

/* The feeds that the user has set up, in the order in which they were added: a GListModel of
 * RutterFeed, kept in the settings as addresses. A key never stands in an address. Belongs to the
 * main thread.
 */
#define RUTTER_TYPE_FEEDS (rutter_feeds_get_type ())

G_DECLARE_FINAL_TYPE (RutterFeeds, rutter_feeds, RUTTER, FEEDS, GObject)

/* More would not be told apart in a list. */
#define RUTTER_FEEDS_MAX 32

RutterFeeds *rutter_feeds_new             (GSettings      *settings,
                                           RutterNetGate  *gate,
                                           RutterTraffic  *traffic);
RutterFeed  *rutter_feeds_add             (RutterFeeds    *self,
                                           const char     *address,
                                           GError        **error);
RutterFeed  *rutter_feeds_replace         (RutterFeeds    *self,
                                           RutterFeed     *feed,
                                           const char     *address,
                                           GError        **error);
void         rutter_feeds_remove          (RutterFeeds    *self,
                                           RutterFeed     *feed);
gboolean     rutter_feeds_get_starts      (RutterFeeds    *self,
                                           RutterFeed     *feed);
void         rutter_feeds_set_starts      (RutterFeeds    *self,
                                           RutterFeed     *feed,
                                           gboolean        starts);
gboolean     rutter_feeds_is_wanted_first (GSettings      *settings);
void         rutter_feeds_start_chosen    (RutterFeeds    *self);

G_END_DECLS
