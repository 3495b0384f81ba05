/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-time-axis.h"

#define MIN_DAYS 61.0
#define MIN_BIN_WIDTH 4.0

static const double unit_days[RUTTER_N_TIME_UNIT] = { 1, 30.44, 365.25, 3652.5 };

static void
get_bounds (RutterDayRange  extent,
            double         *start,
            double         *end)
{
  int first = rutter_time_unit_get_bin (RUTTER_TIME_UNIT_YEAR, extent.first);
  int last = rutter_time_unit_get_bin (RUTTER_TIME_UNIT_YEAR, extent.last);

  *start = rutter_time_unit_get_first (RUTTER_TIME_UNIT_YEAR, first);
  *end = rutter_time_unit_get_first (RUTTER_TIME_UNIT_YEAR, last + 1);
}

static void
clamp (RutterTimeAxis *self,
       RutterDayRange  extent)
{
  double start, end;
  double length = self->end - self->start;

  get_bounds (extent, &start, &end);
  length = CLAMP (length, MIN_DAYS, end - start);
  self->start = CLAMP (self->start, start, end - length);
  self->end = self->start + length;
}

void
rutter_time_axis_fit (RutterTimeAxis *self,
                      RutterDayRange  extent)
{
  get_bounds (extent, &self->start, &self->end);
}

double
rutter_time_axis_get_x (const RutterTimeAxis *self,
                        double                day)
{
  return (day - self->start) / (self->end - self->start) * self->width;
}

double
rutter_time_axis_get_day (const RutterTimeAxis *self,
                          double                x)
{
  return self->start + x / MAX (self->width, 1) * (self->end - self->start);
}

void
rutter_time_axis_zoom (RutterTimeAxis *self,
                       double          x,
                       double          factor,
                       RutterDayRange  extent)
{
  double start, end;
  double day = rutter_time_axis_get_day (self, x);
  double length = (self->end - self->start) / factor;

  /* Clamped before the ends are placed, so that the day under the pointer stays at the limit. */
  get_bounds (extent, &start, &end);
  length = CLAMP (length, MIN_DAYS, end - start);
  self->start = day - x / MAX (self->width, 1) * length;
  self->end = self->start + length;
  clamp (self, extent);
}

void
rutter_time_axis_pan (RutterTimeAxis *self,
                      double          dx,
                      RutterDayRange  extent)
{
  double days = dx / MAX (self->width, 1) * (self->end - self->start);

  self->start += days;
  self->end += days;
  clamp (self, extent);
}

static double
get_unit_width (const RutterTimeAxis *self,
                RutterTimeUnit        unit)
{
  return unit_days[unit] / (self->end - self->start) * self->width;
}

RutterTimeUnit
rutter_time_axis_get_unit (const RutterTimeAxis *self)
{
  if (get_unit_width (self, RUTTER_TIME_UNIT_MONTH) >= MIN_BIN_WIDTH)
    return RUTTER_TIME_UNIT_MONTH;
  if (get_unit_width (self, RUTTER_TIME_UNIT_YEAR) >= MIN_BIN_WIDTH)
    return RUTTER_TIME_UNIT_YEAR;

  return RUTTER_TIME_UNIT_DECADE;
}

RutterTimeUnit
rutter_time_axis_get_grain (const RutterTimeAxis *self)
{
  if (get_unit_width (self, RUTTER_TIME_UNIT_DAY) >= 3)
    return RUTTER_TIME_UNIT_DAY;
  if (get_unit_width (self, RUTTER_TIME_UNIT_MONTH) >= 1)
    return RUTTER_TIME_UNIT_MONTH;

  return RUTTER_TIME_UNIT_YEAR;
}
