/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-target-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The list of the targets that are heard. It shows the list that it is given; another order or
 * other words to search for are asked for with a signal. While it is held still no row moves.
 *
 * Signals:
 *   wanted-changed ()    another order, other words, or no longer held still
 *   row-activated (mmsi)
 * Actions: targets.export (format): of the row that is selected
 */
#define RUTTER_TYPE_TARGET_PANE (rutter_target_pane_get_type ())

G_DECLARE_FINAL_TYPE (RutterTargetPane, rutter_target_pane, RUTTER, TARGET_PANE, AdwBin)

GtkWidget          *rutter_target_pane_new         (void);
RutterTargetModel  *rutter_target_pane_get_model   (RutterTargetPane  *self);
void                rutter_target_pane_set_list    (RutterTargetPane  *self,
                                                    RutterTargetList  *list);
gboolean            rutter_target_pane_is_held     (RutterTargetPane  *self);
const char         *rutter_target_pane_get_words   (RutterTargetPane  *self);
RutterTargetColumn  rutter_target_pane_get_order   (RutterTargetPane  *self,
                                                    gboolean          *descending);
void                rutter_target_pane_focus_rows  (RutterTargetPane  *self);

G_END_DECLS
