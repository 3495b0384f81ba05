/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-time-unit.h"

#include "rutter-edtf.h"

static int
divide_down (int a,
             int b)
{
  return a >= 0 ? a / b : -((b - 1 - a) / b);
}

int
rutter_time_unit_get_bin (RutterTimeUnit unit,
                          int            day)
{
  int year, month, day_of_month;

  rutter_edtf_split_day (day, &year, &month, &day_of_month);
  switch (unit)
    {
    case RUTTER_TIME_UNIT_MONTH:
      return year * 12 + month - 1;
    case RUTTER_TIME_UNIT_YEAR:
      return year;
    case RUTTER_TIME_UNIT_DECADE:
      return divide_down (year, 10);
    case RUTTER_TIME_UNIT_DAY:
    case RUTTER_N_TIME_UNIT:
    default:
      return day;
    }
}

int
rutter_time_unit_get_first (RutterTimeUnit unit,
                            int            bin)
{
  switch (unit)
    {
    case RUTTER_TIME_UNIT_MONTH:
      return rutter_edtf_day (divide_down (bin, 12), bin - 12 * divide_down (bin, 12) + 1, 1);
    case RUTTER_TIME_UNIT_YEAR:
      return rutter_edtf_day (bin, 1, 1);
    case RUTTER_TIME_UNIT_DECADE:
      return rutter_edtf_day (bin * 10, 1, 1);
    case RUTTER_TIME_UNIT_DAY:
    case RUTTER_N_TIME_UNIT:
    default:
      return bin;
    }
}

int
rutter_time_unit_shift (RutterTimeUnit unit,
                        int            day,
                        int            n)
{
  static const int months[RUTTER_N_TIME_UNIT] = { 0, 1, 12, 120 };
  int year, month, day_of_month;
  int bin, first, n_days;

  if (unit == RUTTER_TIME_UNIT_DAY)
    return day + n;

  rutter_edtf_split_day (day, &year, &month, &day_of_month);
  bin = year * 12 + month - 1 + n * months[unit];
  first = rutter_time_unit_get_first (RUTTER_TIME_UNIT_MONTH, bin);
  n_days = rutter_time_unit_get_first (RUTTER_TIME_UNIT_MONTH, bin + 1) - first;

  return first + MIN (day_of_month, n_days) - 1;
}

int
rutter_time_unit_snap (RutterTimeUnit unit,
                       int            day)
{
  int bin = rutter_time_unit_get_bin (unit, day);
  int before = rutter_time_unit_get_first (unit, bin);
  int after = rutter_time_unit_get_first (unit, bin + 1);

  return day - before <= after - day ? before : after;
}
