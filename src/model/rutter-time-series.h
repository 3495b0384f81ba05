/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-day-range.h"
#include "rutter-time-unit.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* How many claims there are by month, year and decade: what a timeline draws. Immutable once
 * made, so any thread may read it. Each dated claim weighs 1, spread over the bins that its date
 * may cover, so the bars of a unit add up to the dated claims.
 */
typedef struct _RutterTimeSeries RutterTimeSeries;

#define RUTTER_TYPE_TIME_SERIES (rutter_time_series_get_type ())

GType             rutter_time_series_get_type      (void);
/* @weights: one a month from the month that @first_month numbers (RUTTER_TIME_UNIT_MONTH)
 * @extent: from the earliest to the latest day that a date names; all days when there is none
 */
RutterTimeSeries *rutter_time_series_new           (int                     first_month,
                                                    const double           *weights,
                                                    guint                   n_months,
                                                    RutterDayRange          extent);
RutterTimeSeries *rutter_time_series_ref           (RutterTimeSeries       *self);
void              rutter_time_series_unref         (RutterTimeSeries       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterTimeSeries, rutter_time_series_unref)

/* While it is made, before anybody else has it. */
void              rutter_time_series_set_counts    (RutterTimeSeries       *self,
                                                    guint                   n_claims,
                                                    guint                   n_undated);
void              rutter_time_series_set_data_to   (RutterTimeSeries       *self,
                                                    int                     day);

/* Claims in one bin; unit month, year or decade. */
double            rutter_time_series_get_weight    (const RutterTimeSeries *self,
                                                    RutterTimeUnit          unit,
                                                    int                     bin);
/* Bins from @first up to @last, both included; FALSE when nothing is dated. */
gboolean          rutter_time_series_get_bins      (const RutterTimeSeries *self,
                                                    RutterTimeUnit          unit,
                                                    int                    *first,
                                                    int                    *last);
RutterDayRange    rutter_time_series_get_extent    (const RutterTimeSeries *self);
guint             rutter_time_series_get_n_claims  (const RutterTimeSeries *self);
/* Objects of which no claim has a date: they are shown whatever the window. */
guint             rutter_time_series_get_n_undated (const RutterTimeSeries *self);
/* The day to which the data was gathered; RUTTER_DAY_AFTER_ALL when not known. */
int               rutter_time_series_get_data_to   (const RutterTimeSeries *self);

G_END_DECLS
