/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-edtf.h"
#include "rutter-error.h"
#include "rutter-time-spread.h"

static RutterTimeSeries *
spread (const char *const *dates,
        guint              n,
        const char        *data_to)
{
  RutterSpan spans[8];
  RutterSpan end;

  for (guint i = 0; i < n; i++)
    g_assert_true (rutter_edtf_parse (dates[i], &spans[i], NULL));
  g_assert_true (rutter_edtf_parse (data_to, &end, NULL));

  return rutter_time_series_new_from_spans (spans, n, end.latest);
}

static double
get_month (const RutterTimeSeries *series,
           int                     year,
           int                     month)
{
  return rutter_time_series_get_weight (series, RUTTER_TIME_UNIT_MONTH, year * 12 + month - 1);
}

static double
sum (const RutterTimeSeries *series,
     RutterTimeUnit          unit)
{
  double total = 0;
  int first, last;

  rutter_time_series_get_bins (series, unit, &first, &last);
  for (int bin = first; bin <= last; bin++)
    {
      double weight = rutter_time_series_get_weight (series, unit, bin);

      g_assert_cmpfloat (weight, >=, 0);
      total += weight;
    }

  return total;
}

static void
test_each_date_weighs_one (void)
{
  static const char *const dates[] = { "2022-05-08", "2022-05", "2022", "198X", "2023-08/2024-02",
                                       "2022~", "../2024-03", "2014?/.." };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr(RutterTimeSeries) series = spread (&dates[i], 1, "2026-11");

      g_test_message ("%s", dates[i]);
      for (guint unit = RUTTER_TIME_UNIT_MONTH; unit < RUTTER_N_TIME_UNIT; unit++)
        g_assert_cmpfloat_with_epsilon (sum (series, unit), 1, 1e-9);
    }
  {
    g_autoptr(RutterTimeSeries) series = spread (dates, G_N_ELEMENTS (dates), "2026-11");

    g_assert_cmpfloat_with_epsilon (sum (series, RUTTER_TIME_UNIT_YEAR), 8, 1e-9);
  }
}

static void
test_shapes (void)
{
  const char *day = "2022-05-08", *year = "2022", *about = "2022~", *open = "2022/..";
  const char *until = "../2022";
  g_autoptr(RutterTimeSeries) of_day = spread (&day, 1, "");
  g_autoptr(RutterTimeSeries) of_year = spread (&year, 1, "");
  g_autoptr(RutterTimeSeries) of_about = spread (&about, 1, "");
  g_autoptr(RutterTimeSeries) of_open = spread (&open, 1, "2025");
  g_autoptr(RutterTimeSeries) of_until = spread (&until, 1, "2025");

  g_assert_cmpfloat (get_month (of_day, 2022, 5), ==, 1);
  g_assert_cmpfloat (get_month (of_day, 2022, 6), ==, 0);

  /* Evenly by days: February is the shortest. */
  g_assert_cmpfloat_with_epsilon (get_month (of_year, 2022, 1), 31 / 365.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (get_month (of_year, 2022, 2), 28 / 365.0, 1e-9);

  /* What is about 2022 fades at both edges and loses nothing in the middle. */
  g_assert_cmpfloat (get_month (of_about, 2022, 1), <, get_month (of_about, 2022, 3));
  g_assert_cmpfloat (get_month (of_about, 2022, 12), <, get_month (of_about, 2022, 10));
  g_assert_cmpfloat_with_epsilon (get_month (of_about, 2022, 1), get_month (of_about, 2022, 12),
                                  1e-9);
  g_assert_cmpfloat (get_month (of_about, 2022, 6), >, get_month (of_year, 2022, 6));

  /* An open end fades from the date that is known to the day of the data. */
  g_assert_cmpfloat (get_month (of_open, 2022, 1), >, get_month (of_open, 2024, 1));
  g_assert_cmpfloat (get_month (of_open, 2025, 12), >, 0);
  g_assert_cmpfloat (get_month (of_open, 2026, 1), ==, 0);
  g_assert_cmpfloat (get_month (of_until, 2022, 12), >, get_month (of_until, 2022, 1));
  g_assert_cmpfloat (get_month (of_until, 2023, 1), ==, 0);
}

static void
test_extent (void)
{
  static const char *const dates[] = { "../2021-03", "1986-02", "2023/.." };
  g_autoptr(RutterTimeSeries) series = spread (dates, G_N_ELEMENTS (dates), "2026-11");
  g_autoptr(RutterTimeSeries) empty = spread (dates, 0, "");
  RutterDayRange extent = rutter_time_series_get_extent (series);
  int first, last;

  g_assert_cmpint (extent.first, ==, rutter_edtf_day (1986, 2, 1));
  g_assert_cmpint (extent.last, ==, rutter_edtf_day (2026, 11, 30));
  g_assert_cmpint (rutter_time_series_get_data_to (series), ==, extent.last);

  g_assert_true (rutter_day_range_is_all (rutter_time_series_get_extent (empty)));
  for (guint unit = RUTTER_TIME_UNIT_MONTH; unit < RUTTER_N_TIME_UNIT; unit++)
    g_assert_false (rutter_time_series_get_bins (empty, unit, &first, &last));
  g_assert_cmpfloat (rutter_time_series_get_weight (empty, RUTTER_TIME_UNIT_YEAR, 2022), ==, 0);
}

static void
test_units (void)
{
  static const struct
  {
    RutterTimeUnit unit;
    int            day[3];
    int            bin;
    int            first[3];
  } cases[] = {
    { RUTTER_TIME_UNIT_MONTH, { 2024, 2, 29 }, 2024 * 12 + 1, { 2024, 2, 1 } },
    { RUTTER_TIME_UNIT_YEAR, { 1969, 12, 31 }, 1969, { 1969, 1, 1 } },
    { RUTTER_TIME_UNIT_DECADE, { 1989, 5, 5 }, 198, { 1980, 1, 1 } },
    { RUTTER_TIME_UNIT_DECADE, { -1, 5, 5 }, -1, { -10, 1, 1 } },
    { RUTTER_TIME_UNIT_MONTH, { -1, 12, 5 }, -1, { -1, 12, 1 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const int *day = cases[i].day;
      const int *first = cases[i].first;

      g_assert_cmpint (rutter_time_unit_get_bin (cases[i].unit,
                                                 rutter_edtf_day (day[0], day[1], day[2])), ==,
                       cases[i].bin);
      g_assert_cmpint (rutter_time_unit_get_first (cases[i].unit, cases[i].bin), ==,
                       rutter_edtf_day (first[0], first[1], first[2]));
    }

  g_assert_cmpint (rutter_time_unit_shift (RUTTER_TIME_UNIT_MONTH, rutter_edtf_day (2024, 1, 31),
                                           1), ==, rutter_edtf_day (2024, 2, 29));
  g_assert_cmpint (rutter_time_unit_shift (RUTTER_TIME_UNIT_YEAR, rutter_edtf_day (2024, 2, 29),
                                           -1), ==, rutter_edtf_day (2023, 2, 28));
  g_assert_cmpint (rutter_time_unit_snap (RUTTER_TIME_UNIT_MONTH, rutter_edtf_day (2022, 5, 20)),
                   ==, rutter_edtf_day (2022, 6, 1));
  g_assert_cmpint (rutter_time_unit_snap (RUTTER_TIME_UNIT_YEAR, rutter_edtf_day (2022, 5, 20)),
                   ==, rutter_edtf_day (2022, 1, 1));
}

static void
test_ranges_as_text (void)
{
  static const struct
  {
    const char *start, *end;
    const char *edtf, *text;
  } cases[] = {
    { "", "", "", "All dates" },
    { "..", " .. ", "", "All dates" },
    { "2022", "2022", "2022", "2022" },
    { "2022-02-24", "", "2022-02-24/..", "Since 24 February 2022" },
    { "", "1991", "../1991", "Until 1991" },
    { "2022-05", "2023", "2022-05/2023", "May 2022 to 2023" },
    { "2022-05-08", "2022-05-08", "2022-05-08", "8 May 2022" },
    { "24.02.2022", "", "2022-02-24/..", "Since 24 February 2022" },
    { " 5.2022", "8.5.2022 ", "2022-05/2022-05-08", "May 2022 to 8 May 2022" },
    { "2022-02-01", "2022-02-28", "2022-02", "February 2022" },
    { "2024-02-02", "2024-02-28", "2024-02-02/2024-02-28", "2 February 2024 to 28 February 2024" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *edtf = NULL;
      g_autofree char *text = NULL;
      RutterDayRange range, again;
      g_autoptr(GError) error = NULL;

      g_assert_true (rutter_day_range_read_ends (cases[i].start, cases[i].end, &range, &error));
      edtf = rutter_day_range_to_edtf (range);
      text = rutter_day_range_to_text (range);
      g_assert_cmpstr (edtf, ==, cases[i].edtf);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_true (rutter_day_range_from_edtf (edtf, &again, &error));
      g_assert_true (rutter_day_range_equal (range, again));
    }
}

static void
test_refused_ends (void)
{
  static const char *const cases[][3] = {
    { "yesterday", "", "start" },
    { "2022", "2022-02-30", "end" },
    { "2022/2023", "", "start" },
    { "24/02/2022", "", "start" },
    { "24.13.2022", "", "start" },
    { "", "24.2.22", "end" },
    { "", ".2022", "end" },
    { "", "1.24.02.2022", "end" },
    { "2023", "2022", "before it starts" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      RutterDayRange range = { 1, 2 };

      g_assert_false (rutter_day_range_read_ends (cases[i][0], cases[i][1], &range, &error));
      g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, cases[i][2]));
      g_assert_cmpint (range.first, ==, 1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time-series/weigh-one", test_each_date_weighs_one);
  g_test_add_func ("/time-series/shapes", test_shapes);
  g_test_add_func ("/time-series/extent", test_extent);
  g_test_add_func ("/time-series/units", test_units);
  g_test_add_func ("/time-series/ranges", test_ranges_as_text);
  g_test_add_func ("/time-series/refused", test_refused_ends);

  return g_test_run ();
}
