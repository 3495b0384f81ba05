/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* F6 and Shift+F6: the keyboard goes from one part of the window to the next, and comes back to
 * where it was in each. Gives the window the actions win.next-pane and win.previous-pane.
 */
#define RUTTER_TYPE_PANE_CYCLE (rutter_pane_cycle_get_type ())

G_DECLARE_FINAL_TYPE (RutterPaneCycle, rutter_pane_cycle, RUTTER, PANE_CYCLE, GObject)

/* @panes: (array zero-terminated=1): in order, all of them the window's; those that cannot be seen
 *   are passed over
 * @home: the pane of them that comes first from outside all
 */
RutterPaneCycle *rutter_pane_cycle_new        (GtkApplicationWindow  *window,
                                               GtkWidget *const      *panes,
                                               GtkWidget             *home);
/* Out of a pane that has nothing of its own to let go of. Returns: whether the focus was in one. */
gboolean         rutter_pane_cycle_go_home    (RutterPaneCycle       *self,
                                               GtkWidget             *except);

G_END_DECLS
