/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-time-spread.h"

#include <math.h>

/* How far an open end reaches, and the least that it takes. */
#define OPEN_FADE_DAYS 3653
#define MIN_FADE_DAYS 31

/* The density of a claim over days: 1 in the middle, falling to 0 over `rise` and `fall`. */
typedef struct
{
  double start, end;
  double rise, fall;
} Shape;

/* The earliest and the latest day that a date names; open ends name none. */
static RutterDayRange
get_extent (const RutterSpan *spans,
            guint             n_spans,
            int               data_to)
{
  RutterDayRange extent = { G_MAXINT32, G_MININT32 };

  for (guint i = 0; i < n_spans; i++)
    {
      const RutterSpan *span = &spans[i];
      int first = span->earliest != RUTTER_DAY_BEFORE_ALL ? span->earliest : span->latest;
      int last = span->latest != RUTTER_DAY_AFTER_ALL ? span->latest : span->earliest;

      extent.first = MIN (extent.first, first);
      extent.last = MAX (extent.last, last);
    }
  if (n_spans == 0)
    return RUTTER_DAY_RANGE_ALL;

  if (data_to != RUTTER_DAY_AFTER_ALL)
    extent.last = MAX (extent.last, data_to);
  return extent;
}

static Shape
get_shape (const RutterSpan *span,
           RutterDayRange    extent)
{
  Shape shape = { .start = span->earliest, .end = (double)span->latest + 1 };

  if (span->earliest == RUTTER_DAY_BEFORE_ALL)
    {
      shape.start = MAX (shape.end - OPEN_FADE_DAYS, extent.first);
      shape.start = MIN (shape.start, shape.end - MIN_FADE_DAYS);
      shape.rise = shape.end - shape.start;
    }
  else if (span->latest == RUTTER_DAY_AFTER_ALL)
    {
      shape.end = MIN (shape.start + OPEN_FADE_DAYS, (double)extent.last + 1);
      shape.end = MAX (shape.end, shape.start + MIN_FADE_DAYS);
      shape.fall = shape.end - shape.start;
    }
  else if (span->approximate || span->uncertain)
    shape.rise = shape.fall = (shape.end - shape.start) / 4;

  return shape;
}

/* The area below the density up to day `t`. */
static double
sum_up_to (const Shape *shape,
           double       t)
{
  double x = CLAMP (t, shape->start, shape->end) - shape->start;
  double length = shape->end - shape->start;
  double sum = x;

  if (x < shape->rise)
    return x * x / (2 * shape->rise);

  sum -= shape->rise / 2;
  if (x > length - shape->fall)
    {
      double into = x - (length - shape->fall);

      sum -= into * into / (2 * shape->fall);
    }

  return sum;
}

static void
add_shape (double      *weights,
           int          first_month,
           const Shape *shape)
{
  int first = rutter_time_unit_get_bin (RUTTER_TIME_UNIT_MONTH, (int)floor (shape->start));
  int last = rutter_time_unit_get_bin (RUTTER_TIME_UNIT_MONTH, (int)ceil (shape->end) - 1);
  double area = sum_up_to (shape, shape->end);
  double before = 0;

  for (int month = first; month <= last; month++)
    {
      double edge = rutter_time_unit_get_first (RUTTER_TIME_UNIT_MONTH, month + 1);
      double up_to = sum_up_to (shape, edge);

      weights[month - first_month] += (up_to - before) / area;
      before = up_to;
    }
}

/**
 * rutter_time_series_new_from_spans:
 * @spans: known dates alone
 * @data_to: the day to which the data was gathered, or RUTTER_DAY_AFTER_ALL
 */
RutterTimeSeries *
rutter_time_series_new_from_spans (const RutterSpan *spans,
                                   guint             n_spans,
                                   int               data_to)
{
  g_autofree Shape *shapes = g_new (Shape, MAX (n_spans, 1));
  g_autofree double *weights = NULL;
  RutterDayRange extent = get_extent (spans, n_spans, data_to);
  double start = G_MAXINT32, end = G_MININT32;
  int first_month = 0, n_months = 0;
  RutterTimeSeries *series;

  for (guint i = 0; i < n_spans; i++)
    {
      shapes[i] = get_shape (&spans[i], extent);
      start = MIN (start, shapes[i].start);
      end = MAX (end, shapes[i].end);
    }

  if (n_spans > 0)
    {
      first_month = rutter_time_unit_get_bin (RUTTER_TIME_UNIT_MONTH, (int)start);
      n_months = rutter_time_unit_get_bin (RUTTER_TIME_UNIT_MONTH, (int)end - 1) - first_month + 1;
    }
  weights = g_new0 (double, MAX (n_months, 1));
  for (guint i = 0; i < n_spans; i++)
    add_shape (weights, first_month, &shapes[i]);

  series = rutter_time_series_new (first_month, weights, (guint)n_months, extent);
  rutter_time_series_set_data_to (series, data_to);
  return series;
}
