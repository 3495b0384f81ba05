/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-time-presets.h"

#include "rutter-edtf.h"

#include <glib/gi18n-lib.h>

#define MAX_YEARS 5

static void
free_preset (gpointer data)
{
  RutterTimePreset *preset = data;

  g_free (preset->title);
  g_free (preset);
}

static void
add (GPtrArray      *presets,
     char           *title,
     RutterDayRange  range)
{
  RutterTimePreset *preset = g_new (RutterTimePreset, 1);

  *preset = (RutterTimePreset) { title, range };
  g_ptr_array_add (presets, preset);
}

/* The latest years that have a claim or more, the earliest of them first. What is said of years
 * after those that the data was gathered in is foretold, not found.
 */
static void
add_years (GPtrArray              *presets,
           const RutterTimeSeries *series)
{
  int years[MAX_YEARS];
  int n = 0;
  int data_to = rutter_time_series_get_data_to (series);
  int first, last;

  if (!rutter_time_series_get_bins (series, RUTTER_TIME_UNIT_YEAR, &first, &last))
    return;

  if (data_to != RUTTER_DAY_AFTER_ALL)
    last = MIN (last, rutter_time_unit_get_bin (RUTTER_TIME_UNIT_YEAR, data_to));
  for (int year = last; year >= first && n < MAX_YEARS; year--)
    if (rutter_time_series_get_weight (series, RUTTER_TIME_UNIT_YEAR, year) >= 1)
      years[n++] = year;

  while (n-- > 0)
    add (presets, g_strdup_printf ("%d", years[n]),
         (RutterDayRange) { rutter_edtf_day (years[n], 1, 1), rutter_edtf_day (years[n], 12, 31) });
}

GPtrArray *
rutter_time_presets_list (const RutterTimeSeries *series)
{
  GPtrArray *presets = g_ptr_array_new_with_free_func (free_preset);
  const int invasion = rutter_edtf_day (2022, 2, 1);
  const int end_of_ussr = rutter_edtf_day (1991, 12, 31);
  RutterDayRange extent;

  add (presets, g_strdup (_("All Dates")), RUTTER_DAY_RANGE_ALL);
  if (series == NULL)
    return presets;

  extent = rutter_time_series_get_extent (series);
  if (rutter_day_range_is_all (extent))
    return presets;

  if (extent.first < invasion && extent.last >= invasion)
    add (presets, g_strdup (_("Since February 2022")),
         (RutterDayRange) { invasion, RUTTER_DAY_AFTER_ALL });
  add_years (presets, series);
  if (extent.first <= end_of_ussr && extent.last > end_of_ussr)
    add (presets, g_strdup (_("Before 1992")),
         (RutterDayRange) { RUTTER_DAY_BEFORE_ALL, end_of_ussr });

  return presets;
}
