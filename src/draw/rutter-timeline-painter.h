/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-theme.h"
#include "rutter-time-axis.h"
#include "rutter-time-series.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/* What a timeline shows: bars of claims, years below them, the chosen window, the lane of what has
 * no date, and the day to which the data was gathered. Handles are not part of it.
 */
typedef struct
{
  const RutterTimeSeries *series;  /* NULL: an empty axis */
  RutterTimeAxis          axis;    /* begins at `lane_width` */
  RutterDayRange          window;
  double                  lane_width; /* of the undated, left of the axis */
  double                  height;
  RutterColor             text;    /* of the window's ground: everything is a shade of it */
  RutterColor             accent;  /* what the window holds */
  PangoContext           *context; /* the widget's font and scale */
} RutterTimelineScene;

/* Pixels that labels take below the bars. */
double  rutter_timeline_painter_measure_labels (PangoContext              *context);
void    rutter_timeline_painter_paint          (cairo_t                   *cr,
                                                const RutterTimelineScene *scene);

G_END_DECLS
