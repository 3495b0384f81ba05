/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-picture.h"
#include "rutter-view.h"

G_BEGIN_DECLS

/* In whatever unit the points are. */
double    rutter_segment_get_distance   (RutterPoint       at,
                                         RutterPoint       from,
                                         RutterPoint       to);

/* Where the lines and flows of a picture run. Long ones are not walked through vertex by vertex:
 * from one that is far away the next is as far off as the step of the mark allows.
 */
double    rutter_mark_get_line_distance (const RutterMark *mark,
                                         RutterPoint       at,
                                         double            reach);
gboolean  rutter_mark_line_is_shown     (const RutterMark *mark,
                                         const RutterBox  *bounds,
                                         int               copy);
gboolean  rutter_mark_find_line_spot    (const RutterMark *mark,
                                         const RutterView *view,
                                         int               copy,
                                         RutterPoint      *world);

G_END_DECLS
