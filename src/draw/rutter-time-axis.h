/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-day-range.h"
#include "rutter-time-unit.h"

G_BEGIN_DECLS

/* Which days a timeline shows, and where: days since 1970-01-01 with fractions, pixels from the
 * left.
 */
typedef struct
{
  double start;     /* the left edge */
  double end;       /* the right edge, past the last day */
  double width;     /* pixels */
} RutterTimeAxis;

/* The whole years that an extent touches. */
void            rutter_time_axis_fit       (RutterTimeAxis       *self,
                                            RutterDayRange        extent);
double          rutter_time_axis_get_x     (const RutterTimeAxis *self,
                                            double                day);
double          rutter_time_axis_get_day   (const RutterTimeAxis *self,
                                            double                x);
/* Keeps the day at @x where it is; @factor above 1 shows less. Never beyond the years of
 * @extent, never less than two months.
 */
void            rutter_time_axis_zoom      (RutterTimeAxis       *self,
                                            double                x,
                                            double                factor,
                                            RutterDayRange        extent);
void            rutter_time_axis_pan       (RutterTimeAxis       *self,
                                            double                dx,
                                            RutterDayRange        extent);
/* The finest bins that are wide enough to be seen: months, years or decades. */
RutterTimeUnit  rutter_time_axis_get_unit  (const RutterTimeAxis *self);
/* What a handle is moved by while it is dragged. */
RutterTimeUnit  rutter_time_axis_get_grain (const RutterTimeAxis *self);

G_END_DECLS
