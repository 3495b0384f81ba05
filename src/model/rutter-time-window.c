/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-time-window.h"

#include "rutter-edtf.h"

struct _RutterTimeWindow
{
  GObject           parent_instance;

  RutterDayRange    range;
  RutterTimeSeries *series;
};

enum
{
  RANGE_CHANGED,
  SERIES_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RutterTimeWindow, rutter_time_window, G_TYPE_OBJECT)

static gboolean
get_extent (RutterTimeWindow *self,
            RutterDayRange   *extent)
{
  if (self->series == NULL)
    return FALSE;

  *extent = rutter_time_series_get_extent (self->series);
  return extent->first != RUTTER_DAY_BEFORE_ALL && extent->last != RUTTER_DAY_AFTER_ALL;
}

/* The last day of a window moves by its edge, so that a month's end stays one. */
static int
shift_last (RutterTimeUnit unit,
            int            last,
            int            n)
{
  return rutter_time_unit_shift (unit, last + 1, n) - 1;
}

/* The edges of the bins that hold the dated claims. */
static RutterDayRange
get_edges (RutterDayRange extent,
           RutterTimeUnit unit)
{
  int first = rutter_time_unit_get_bin (unit, extent.first);
  int last = rutter_time_unit_get_bin (unit, extent.last);

  return (RutterDayRange) { rutter_time_unit_get_first (unit, first),
                            rutter_time_unit_get_first (unit, last + 1) - 1 };
}

static void
rutter_time_window_finalize (GObject *object)
{
  RutterTimeWindow *self = RUTTER_TIME_WINDOW (object);

  g_clear_pointer (&self->series, rutter_time_series_unref);

  G_OBJECT_CLASS (rutter_time_window_parent_class)->finalize (object);
}

static void
rutter_time_window_class_init (RutterTimeWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rutter_time_window_finalize;

  signals[RANGE_CHANGED] =
    g_signal_new ("range-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SERIES_CHANGED] =
    g_signal_new ("series-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rutter_time_window_init (RutterTimeWindow *self)
{
  self->range = RUTTER_DAY_RANGE_ALL;
}

RutterTimeWindow *
rutter_time_window_new (void)
{
  return g_object_new (RUTTER_TYPE_TIME_WINDOW, NULL);
}

RutterDayRange
rutter_time_window_get_range (RutterTimeWindow *self)
{
  g_return_val_if_fail (RUTTER_IS_TIME_WINDOW (self), RUTTER_DAY_RANGE_ALL);

  return self->range;
}

void
rutter_time_window_set_range (RutterTimeWindow *self,
                              RutterDayRange    range)
{
  g_return_if_fail (RUTTER_IS_TIME_WINDOW (self));

  if (range.first > range.last || rutter_day_range_equal (range, self->range))
    return;

  self->range = range;
  g_signal_emit (self, signals[RANGE_CHANGED], 0);
}

RutterTimeSeries *
rutter_time_window_get_series (RutterTimeWindow *self)
{
  g_return_val_if_fail (RUTTER_IS_TIME_WINDOW (self), NULL);

  return self->series;
}

void
rutter_time_window_set_series (RutterTimeWindow *self,
                               RutterTimeSeries *series)
{
  g_return_if_fail (RUTTER_IS_TIME_WINDOW (self));
  g_return_if_fail (series != NULL);

  rutter_time_series_ref (series);
  g_clear_pointer (&self->series, rutter_time_series_unref);
  self->series = series;
  g_signal_emit (self, signals[SERIES_CHANGED], 0);
}

void
rutter_time_window_set_end (RutterTimeWindow *self,
                            RutterTimeEnd     end,
                            int               day)
{
  RutterDayRange range, extent;

  g_return_if_fail (RUTTER_IS_TIME_WINDOW (self));

  range = self->range;
  if (end == RUTTER_TIME_START)
    {
      range.first = MIN (day, range.last);
      if (get_extent (self, &extent) && day <= extent.first)
        range.first = RUTTER_DAY_BEFORE_ALL;
    }
  else
    {
      range.last = MAX (day, range.first);
      if (get_extent (self, &extent) && day >= extent.last)
        range.last = RUTTER_DAY_AFTER_ALL;
    }
  rutter_time_window_set_range (self, range);
}

void
rutter_time_window_move_end (RutterTimeWindow *self,
                             RutterTimeEnd     end,
                             RutterTimeUnit    unit,
                             int               n)
{
  RutterDayRange range, extent, edges;

  g_return_if_fail (RUTTER_IS_TIME_WINDOW (self));

  if (!get_extent (self, &extent))
    return;

  range = self->range;
  edges = get_edges (extent, unit);
  if (end == RUTTER_TIME_START)
    {
      gboolean is_open = range.first == RUTTER_DAY_BEFORE_ALL;

      if (is_open && n < 0)
        return;
      rutter_time_window_set_end (self, end, rutter_time_unit_shift (unit, is_open ? edges.first
                                                                     : range.first, n));
    }
  else
    {
      gboolean is_open = range.last == RUTTER_DAY_AFTER_ALL;

      if (is_open && n > 0)
        return;
      rutter_time_window_set_end (self, end, shift_last (unit, is_open ? edges.last : range.last,
                                                         n));
    }
}

int
rutter_time_window_get_shown (RutterTimeWindow *self,
                              RutterTimeEnd     end)
{
  RutterDayRange extent;
  int day;

  g_return_val_if_fail (RUTTER_IS_TIME_WINDOW (self), 0);

  day = end == RUTTER_TIME_START ? self->range.first : self->range.last;
  if (day != RUTTER_DAY_BEFORE_ALL && day != RUTTER_DAY_AFTER_ALL)
    return day;
  if (!get_extent (self, &extent))
    return 0;

  return end == RUTTER_TIME_START ? extent.first : extent.last;
}

gboolean
rutter_time_window_step (RutterTimeWindow *self,
                         RutterTimeUnit    unit,
                         int               n)
{
  RutterDayRange range, extent, edges;

  g_return_val_if_fail (RUTTER_IS_TIME_WINDOW (self), FALSE);

  if (!get_extent (self, &extent))
    return FALSE;

  range = self->range;
  edges = get_edges (extent, unit);
  if (rutter_day_range_is_all (range))
    range.last = shift_last (unit, n > 0 ? edges.first - 1 : edges.last, n);
  else
    {
      if (range.first != RUTTER_DAY_BEFORE_ALL)
        range.first = rutter_time_unit_shift (unit, range.first, n);
      if (range.last != RUTTER_DAY_AFTER_ALL)
        range.last = shift_last (unit, range.last, n);
    }

  if (range.first > extent.last || range.last < extent.first || range.first > range.last)
    return FALSE;
  /* A growing window that has reached the end holds all dates. */
  if (n > 0 && range.first == RUTTER_DAY_BEFORE_ALL && range.last >= extent.last)
    {
      rutter_time_window_set_range (self, RUTTER_DAY_RANGE_ALL);
      return FALSE;
    }

  rutter_time_window_set_range (self, range);
  return TRUE;
}

void
rutter_time_window_rewind (RutterTimeWindow *self,
                           RutterTimeUnit    unit)
{
  RutterDayRange range, extent, edges;

  g_return_if_fail (RUTTER_IS_TIME_WINDOW (self));

  if (!get_extent (self, &extent))
    return;

  range = self->range;
  edges = get_edges (extent, unit);
  if (range.first == RUTTER_DAY_BEFORE_ALL)
    range.last = shift_last (unit, edges.first - 1, 1);
  else if (range.last == RUTTER_DAY_AFTER_ALL)
    range.first = edges.first;
  else
    {
      range.last = edges.first + (range.last - range.first);
      range.first = edges.first;
    }
  rutter_time_window_set_range (self, range);
}
