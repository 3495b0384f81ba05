/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The calendar as a row of bins. Every bin has a number: months since year 0, the year itself,
 * the tens of years; days are those of rutter_edtf_day(). Proleptic Gregorian, UTC.
 */
typedef enum
{
  RUTTER_TIME_UNIT_DAY,
  RUTTER_TIME_UNIT_MONTH,
  RUTTER_TIME_UNIT_YEAR,
  RUTTER_TIME_UNIT_DECADE,
  RUTTER_N_TIME_UNIT
} RutterTimeUnit;

int  rutter_time_unit_get_bin    (RutterTimeUnit  unit,
                                  int             day);
int  rutter_time_unit_get_first  (RutterTimeUnit  unit,
                                  int             bin);
/* The same day of the month, or its last one, @n units on. */
int  rutter_time_unit_shift      (RutterTimeUnit  unit,
                                  int             day,
                                  int             n);
/* The first day of the bin, or of the next one, whichever is nearer. */
int  rutter_time_unit_snap       (RutterTimeUnit  unit,
                                  int             day);

G_END_DECLS
