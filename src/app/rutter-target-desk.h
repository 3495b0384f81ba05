/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-matcher.h"
#include "rutter-selection.h"
#include "rutter-window.h"

G_BEGIN_DECLS

/* What a window does with single targets: finds those that are vessels of the catalogue, tells the
 * details what is heard, lists them (win.show-list-page: objects or live), and exports tracks
 * (win.export-track, of uid and format).
 */
#define RUTTER_TYPE_TARGET_DESK (rutter_target_desk_get_type ())

G_DECLARE_FINAL_TYPE (RutterTargetDesk, rutter_target_desk, RUTTER, TARGET_DESK, GObject)

RutterTargetDesk *rutter_target_desk_new         (RutterWindow       *window,
                                                  RutterTraffic      *traffic,
                                                  RutterSelection    *selection,
                                                  RutterDetailsPane  *pane,
                                                  GtkRevealer        *revealer,
                                                  GtkRevealer        *lists);
RutterMatcher    *rutter_target_desk_get_matcher (RutterTargetDesk   *self);
/* @feeds: (nullable): a list of RutterFeed, for their titles */
void              rutter_target_desk_set_feeds   (RutterTargetDesk   *self,
                                                  GListModel         *feeds);

G_END_DECLS
