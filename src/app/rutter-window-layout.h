/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-details-pane.h"
#include "rutter-sidebar.h"
#include "rutter-timeline.h"

G_BEGIN_DECLS

/* Fits the window's parts to its size and to the size of its text: in a narrow window the map is
 * beside one pane at a time, so that opening the details puts the sidebar away until they close; in
 * a low one the sidebar is denser and the bars of the timeline are put away; with large text the
 * panes are wider; in a narrow upright one the details lie below, over the map.
 */
#define RUTTER_TYPE_WINDOW_LAYOUT (rutter_window_layout_get_type ())

G_DECLARE_FINAL_TYPE (RutterWindowLayout, rutter_window_layout, RUTTER, WINDOW_LAYOUT, GObject)

RutterWindowLayout *rutter_window_layout_new            (GtkWindow          *window,
                                                         AdwFlap            *flap,
                                                         GtkRevealer        *details_revealer,
                                                         RutterTimeline     *timeline);
/* Of the details where they lie below; 0 where they lie beside the map. */
int                 rutter_window_layout_get_sheet_height (RutterWindowLayout *self);
/* As the user has it, were there room. */
gboolean            rutter_window_layout_wants_sidebar  (RutterWindowLayout *self);

G_END_DECLS
