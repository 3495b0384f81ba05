/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture-records.h"
#include "rutter-atlas.h"
#include "rutter-histogram.h"

#define ALL_LAYERS ((1u << RUTTER_N_LAYER) - 1)

static double
sum_years (const RutterTimeSeries *series)
{
  double total = 0;
  int first, last;

  rutter_time_series_get_bins (series, RUTTER_TIME_UNIT_YEAR, &first, &last);
  for (int bin = first; bin <= last; bin++)
    total += rutter_time_series_get_weight (series, RUTTER_TIME_UNIT_YEAR, bin);

  return total;
}

static RutterTimeSeries *
count (RutterRecords *records,
       guint          layers,
       const char    *actor)
{
  RutterFilter filter;
  RutterTimeSeries *series;

  rutter_filter_init (&filter);
  filter.layers = layers;
  if (actor != NULL)
    filter.actors = g_strsplit (actor, ",", -1);
  series = rutter_histogram_new (records, &filter);
  rutter_filter_clear (&filter);

  return series;
}

/* Whatever moves the window, the bars stay. */
static void
test_window_does_not_matter (void)
{
  g_autoptr(RutterRecords) records = fixture_records_new ();
  g_autoptr(RutterTimeSeries) always = count (records, ALL_LAYERS, NULL);
  g_autoptr(RutterTimeSeries) then = NULL;
  RutterFilter filter;

  rutter_filter_init (&filter);
  filter.layers = ALL_LAYERS;
  filter.last_day = rutter_edtf_day (2000, 1, 1);
  then = rutter_histogram_new (records, &filter);
  g_assert_cmpuint (rutter_time_series_get_n_claims (always), >, 0);
  g_assert_cmpuint (rutter_time_series_get_n_claims (then), ==,
                    rutter_time_series_get_n_claims (always));
  g_assert_cmpfloat (sum_years (then), ==, sum_years (always));
  rutter_filter_clear (&filter);
}

static void
test_layers_and_actors (void)
{
  g_autoptr(RutterRecords) records = fixture_records_new_starter ();
  g_autoptr(RutterTimeSeries) all = count (records, ALL_LAYERS, NULL);
  g_autoptr(RutterTimeSeries) none = count (records, 0, NULL);
  g_autoptr(RutterTimeSeries) caspian = count (records, 1u << RUTTER_LAYER_CASPIAN, NULL);
  g_autoptr(RutterTimeSeries) iran = count (records, ALL_LAYERS, "IR");
  g_autoptr(RutterTimeSeries) ports = count (records, 1u << RUTTER_LAYER_PORTS, NULL);

  g_assert_cmpuint (rutter_time_series_get_n_claims (none), ==, 0);
  g_assert_cmpuint (rutter_time_series_get_n_undated (none), ==, 0);
  g_assert_cmpuint (rutter_time_series_get_n_claims (caspian), >, 0);
  g_assert_cmpuint (rutter_time_series_get_n_claims (caspian), <,
                    rutter_time_series_get_n_claims (all));
  g_assert_cmpuint (rutter_time_series_get_n_claims (iran), <,
                    rutter_time_series_get_n_claims (all));
  /* A port has no date of its own. */
  g_assert_cmpuint (rutter_time_series_get_n_undated (ports), >, 0);
  g_assert_cmpint (rutter_time_series_get_data_to (all), ==, rutter_edtf_day (2026, 11, 30));
  g_assert_cmpfloat (sum_years (all), <=, rutter_time_series_get_n_claims (all));
}

/* The undated are those that an impossible window still keeps. */
static void
test_undated_live_always (void)
{
  g_autoptr(RutterRecords) records = fixture_records_new_starter ();
  g_autoptr(RutterTimeSeries) all = count (records, ALL_LAYERS, NULL);
  guint n_undated = 0;

  for (guint kind = 0; kind < RUTTER_N_KIND; kind++)
    {
      GPtrArray *objects = rutter_records_get_objects (records, kind);

      for (guint i = 0; i < objects->len; i++)
        {
          const RutterObject *object = g_ptr_array_index (objects, i);
          RutterFilter filter;
          gboolean keeps;

          rutter_filter_init (&filter);
          filter.layers = ALL_LAYERS;
          filter.last_day = filter.first_day = RUTTER_DAY_BEFORE_ALL + 1;
          keeps = rutter_atlas_keeps (object, &filter);
          filter.last_day = filter.first_day = RUTTER_DAY_AFTER_ALL - 1;
          n_undated += object->layers != 0 && keeps && rutter_atlas_keeps (object, &filter);
          rutter_filter_clear (&filter);
        }
    }

  /* An object with one claim that is open to either side would be among them too. */
  g_assert_cmpuint (n_undated, >=, rutter_time_series_get_n_undated (all));
  g_assert_cmpuint (rutter_time_series_get_n_undated (all), >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/histogram/window", test_window_does_not_matter);
  g_test_add_func ("/histogram/layers-and-actors", test_layers_and_actors);
  g_test_add_func ("/histogram/undated", test_undated_live_always);

  return g_test_run ();
}
