/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-time-window.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One end of the time window as a slider for keyboard and screen reader: arrows move it by the
 * unit that it is given, Shift and Page Up and Down by a year, Home and End open it. Its chart
 * places it and drags it.
 */
#define RUTTER_TYPE_TIMELINE_HANDLE (rutter_timeline_handle_get_type ())

G_DECLARE_FINAL_TYPE (RutterTimelineHandle, rutter_timeline_handle, RUTTER, TIMELINE_HANDLE,
                      GtkWidget)

#define RUTTER_TIMELINE_HANDLE_WIDTH 18

GtkWidget *rutter_timeline_handle_new       (RutterTimeWindow      *window,
                                             RutterTimeEnd          end);
void       rutter_timeline_handle_set_unit  (RutterTimelineHandle  *self,
                                             RutterTimeUnit         unit);

G_END_DECLS
