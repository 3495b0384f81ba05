/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-matcher.h"
#include "rutter-selection.h"

G_BEGIN_DECLS

/* Keeps the details in step with what is heard of the object that is selected: a target, or a
 * vessel of the catalogue that is heard. At most once a second, and only while they are open.
 */
#define RUTTER_TYPE_LIVE_DETAILS (rutter_live_details_get_type ())

G_DECLARE_FINAL_TYPE (RutterLiveDetails, rutter_live_details, RUTTER, LIVE_DETAILS, GObject)

RutterLiveDetails *rutter_live_details_new       (RutterTraffic      *traffic,
                                                  RutterMatcher      *matcher,
                                                  RutterSession      *session,
                                                  RutterSelection    *selection,
                                                  RutterDetailsPane  *pane,
                                                  GtkRevealer        *revealer);
/* @feeds: (nullable): a list of RutterFeed */
void               rutter_live_details_set_feeds (RutterLiveDetails  *self,
                                                  GListModel         *feeds);
char              *rutter_live_details_name_feed (GListModel         *feeds,
                                                  guint8              number);

G_END_DECLS
