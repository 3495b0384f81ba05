/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-matcher.h"
#include "rutter-target-pane.h"

G_BEGIN_DECLS

/* Keeps the list of targets in step with the traffic while it is open: at most once a second it is
 * copied on the traffic's thread and sorted in a worker. While it is held still only the rows that
 * are looked at are asked for. It holds what the live layer shows. What is activated in it opens in
 * the details.
 */
#define RUTTER_TYPE_TARGET_KEEPER (rutter_target_keeper_get_type ())

G_DECLARE_FINAL_TYPE (RutterTargetKeeper, rutter_target_keeper, RUTTER, TARGET_KEEPER, GObject)

/* @lists: the stack of lists, with a page "live" for what is made here, in @revealer */
RutterTargetKeeper *rutter_target_keeper_new        (RutterTraffic             *traffic,
                                                     RutterMatcher             *matcher,
                                                     GtkStack                  *lists,
                                                     GtkRevealer               *revealer);
void                rutter_target_keeper_set_feeds  (RutterTargetKeeper        *self,
                                                     GListModel                *feeds);

G_END_DECLS
