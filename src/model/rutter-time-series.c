/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-time-series.h"

#include "rutter-edtf.h"

/* Months, years and decades; days have no bins. */
#define N_BINNED (RUTTER_N_TIME_UNIT - 1)

typedef struct
{
  int     first;
  guint   n;
  double *weights;
} Bins;

struct _RutterTimeSeries
{
  int            ref_count;
  Bins           bins[N_BINNED];
  RutterDayRange extent;
  guint          n_claims;
  guint          n_undated;
  int            data_to;
};

G_DEFINE_BOXED_TYPE (RutterTimeSeries, rutter_time_series, rutter_time_series_ref,
                     rutter_time_series_unref)

/* A month lies in one year, a year in one decade, so coarser bins are sums. */
static void
sum_bins (Bins           *coarse,
          RutterTimeUnit  unit,
          const Bins     *months)
{
  for (guint i = 0; i < months->n; i++)
    {
      int day = rutter_time_unit_get_first (RUTTER_TIME_UNIT_MONTH, months->first + (int)i);
      int bin = rutter_time_unit_get_bin (unit, day);

      if (i == 0)
        {
          int last = rutter_time_unit_get_first (RUTTER_TIME_UNIT_MONTH,
                                                 months->first + (int)months->n - 1);

          coarse->first = bin;
          coarse->n = (guint)(rutter_time_unit_get_bin (unit, last) - bin + 1);
          coarse->weights = g_new0 (double, coarse->n);
        }
      coarse->weights[bin - coarse->first] += months->weights[i];
    }
}

RutterTimeSeries *
rutter_time_series_new (int             first_month,
                        const double   *weights,
                        guint           n_months,
                        RutterDayRange  extent)
{
  RutterTimeSeries *self = g_new0 (RutterTimeSeries, 1);

  self->ref_count = 1;
  self->extent = extent;
  self->data_to = RUTTER_DAY_AFTER_ALL;
  self->bins[0] = (Bins) { first_month, n_months,
                           g_memdup2 (weights, n_months * sizeof *weights) };
  sum_bins (&self->bins[1], RUTTER_TIME_UNIT_YEAR, &self->bins[0]);
  sum_bins (&self->bins[2], RUTTER_TIME_UNIT_DECADE, &self->bins[0]);

  return self;
}

RutterTimeSeries *
rutter_time_series_ref (RutterTimeSeries *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_int_inc (&self->ref_count);
  return self;
}

void
rutter_time_series_unref (RutterTimeSeries *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;

  for (guint i = 0; i < N_BINNED; i++)
    g_free (self->bins[i].weights);
  g_free (self);
}

void
rutter_time_series_set_counts (RutterTimeSeries *self,
                               guint             n_claims,
                               guint             n_undated)
{
  g_return_if_fail (self != NULL);

  self->n_claims = n_claims;
  self->n_undated = n_undated;
}

void
rutter_time_series_set_data_to (RutterTimeSeries *self,
                                int               day)
{
  g_return_if_fail (self != NULL);

  self->data_to = day;
}

double
rutter_time_series_get_weight (const RutterTimeSeries *self,
                               RutterTimeUnit          unit,
                               int                     bin)
{
  const Bins *bins;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (unit > RUTTER_TIME_UNIT_DAY && unit < RUTTER_N_TIME_UNIT, 0);

  bins = &self->bins[unit - 1];
  if (bin < bins->first || bin - bins->first >= (int)bins->n)
    return 0;

  return bins->weights[bin - bins->first];
}

gboolean
rutter_time_series_get_bins (const RutterTimeSeries *self,
                             RutterTimeUnit          unit,
                             int                    *first,
                             int                    *last)
{
  const Bins *bins;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (unit > RUTTER_TIME_UNIT_DAY && unit < RUTTER_N_TIME_UNIT, FALSE);

  bins = &self->bins[unit - 1];
  *first = bins->first;
  *last = bins->first + (int)bins->n - 1;
  return bins->n > 0;
}

RutterDayRange
rutter_time_series_get_extent (const RutterTimeSeries *self)
{
  g_return_val_if_fail (self != NULL, RUTTER_DAY_RANGE_ALL);

  return self->extent;
}

guint
rutter_time_series_get_n_claims (const RutterTimeSeries *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_claims;
}

guint
rutter_time_series_get_n_undated (const RutterTimeSeries *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_undated;
}

int
rutter_time_series_get_data_to (const RutterTimeSeries *self)
{
  g_return_val_if_fail (self != NULL, RUTTER_DAY_AFTER_ALL);

  return self->data_to;
}
