/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-time-axis.h"
#include "rutter-time-window.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Claims over time with the chosen window on top: drag a handle to move one end, what lies between
 * them to move the window, the rest to pan; the wheel and pinching zoom, a double click on a bar
 * chooses it.
 *
 * Signals:
 *   unit-changed ()  the bars are of another unit
 */
#define RUTTER_TYPE_TIMELINE_CHART (rutter_timeline_chart_get_type ())

G_DECLARE_FINAL_TYPE (RutterTimelineChart, rutter_timeline_chart, RUTTER, TIMELINE_CHART,
                      GtkWidget)

GtkWidget            *rutter_timeline_chart_new         (void);
/* Once. */
void                  rutter_timeline_chart_set_window  (RutterTimelineChart  *self,
                                                         RutterTimeWindow     *window);
RutterTimeWindow     *rutter_timeline_chart_get_window  (RutterTimelineChart  *self);
/* Whether there is anything to choose from. */
gboolean              rutter_timeline_chart_has_dates   (RutterTimelineChart  *self);
/* What the bars are. */
RutterTimeUnit        rutter_timeline_chart_get_unit    (RutterTimelineChart  *self);
const RutterTimeAxis *rutter_timeline_chart_get_axis    (RutterTimelineChart  *self);
/* Where the axis begins, pixels from the left of the widget. */
double                rutter_timeline_chart_get_origin  (RutterTimelineChart  *self);
/* Where an end of the window stands on the axis; an open one at its edge. */
double                rutter_timeline_chart_get_end_x   (RutterTimelineChart  *self,
                                                         RutterTimeEnd         end);
/* @x: what stays, on the axis; @factor: above 1 shows less time */
void                  rutter_timeline_chart_zoom        (RutterTimelineChart  *self,
                                                         double                x,
                                                         double                factor);
void                  rutter_timeline_chart_pan         (RutterTimelineChart  *self,
                                                         double                dx);
void                  rutter_timeline_chart_focus_end   (RutterTimelineChart  *self,
                                                         RutterTimeEnd         end);

G_END_DECLS
