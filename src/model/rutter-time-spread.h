/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-edtf.h"
#include "rutter-time-series.h"

G_BEGIN_DECLS

/* Spreads dates over months. Each weighs 1: whole in the month of a day, evenly over a longer date
 * or interval. Where a date is approximate or uncertain (~ ? %) a quarter of it fades out at
 * either edge; an open end fades out over ten years, or up to the last day that the data names.
 */
RutterTimeSeries *rutter_time_series_new_from_spans (const RutterSpan *spans,
                                                     guint             n_spans,
                                                     int               data_to);

G_END_DECLS
