/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-time-series.h"

G_BEGIN_DECLS

/* The chosen time, and what there is to choose from. Days are UTC.
 *
 * Signals:
 *   range-changed ()   the window is another one
 *   series-changed ()  the claims are counted anew
 */
#define RUTTER_TYPE_TIME_WINDOW (rutter_time_window_get_type ())

G_DECLARE_FINAL_TYPE (RutterTimeWindow, rutter_time_window, RUTTER, TIME_WINDOW, GObject)

typedef enum
{
  RUTTER_TIME_START,
  RUTTER_TIME_END
} RutterTimeEnd;

RutterTimeWindow *rutter_time_window_new         (void);
RutterDayRange    rutter_time_window_get_range   (RutterTimeWindow  *self);
/* Ignores a range that ends before it starts. */
void              rutter_time_window_set_range   (RutterTimeWindow  *self,
                                                  RutterDayRange     range);
/* Returns: (nullable): nothing is counted yet */
RutterTimeSeries *rutter_time_window_get_series  (RutterTimeWindow  *self);
void              rutter_time_window_set_series  (RutterTimeWindow  *self,
                                                  RutterTimeSeries  *series);

/* Puts one end on a day, the other stays; an end beyond all dated claims becomes open, one beyond
 * the other end stops there. @day: the first day of the window, or its last
 */
void              rutter_time_window_set_end     (RutterTimeWindow  *self,
                                                  RutterTimeEnd      end,
                                                  int                day);
/* Moves one end by units; an open one comes in from the edge of the dated claims. */
void              rutter_time_window_move_end    (RutterTimeWindow  *self,
                                                  RutterTimeEnd      end,
                                                  RutterTimeUnit     unit,
                                                  int                n);
/* Where an end is shown: its day, or the edge of the dated claims when it is open. */
int               rutter_time_window_get_shown   (RutterTimeWindow  *self,
                                                  RutterTimeEnd      end);
/* One step of playing. A window with two ends slides; with one, that end moves; all dates begin
 * with the earliest and grow. FALSE when it would leave the dated claims: then nothing changes.
 */
gboolean          rutter_time_window_step        (RutterTimeWindow  *self,
                                                  RutterTimeUnit     unit,
                                                  int                n);
/* To where playing begins: the earliest dates, as long as the window is. */
void              rutter_time_window_rewind      (RutterTimeWindow  *self,
                                                  RutterTimeUnit     unit);

G_END_DECLS
