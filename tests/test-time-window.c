/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-edtf.h"
#include "rutter-time-presets.h"
#include "rutter-time-spread.h"
#include "rutter-time-window.h"

typedef struct
{
  RutterTimeWindow *window;
  guint             n_changes;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const char *const dates[] = { "1986-05-08", "2022-03-04", "2023", "2023-05-08",
                                       "2024-11-30" };
  RutterSpan spans[G_N_ELEMENTS (dates)];
  g_autoptr(RutterTimeSeries) series = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    g_assert_true (rutter_edtf_parse (dates[i], &spans[i], NULL));
  series = rutter_time_series_new_from_spans (spans, G_N_ELEMENTS (dates), RUTTER_DAY_AFTER_ALL);
  fixture->window = rutter_time_window_new ();
  rutter_time_window_set_series (fixture->window, series);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->window);
}

static void
set (Fixture    *fixture,
     const char *edtf)
{
  RutterDayRange range;

  g_assert_true (rutter_day_range_from_edtf (edtf, &range, NULL));
  rutter_time_window_set_range (fixture->window, range);
}

static void
assert_is (Fixture    *fixture,
           const char *expected)
{
  g_autofree char *edtf = rutter_day_range_to_edtf (rutter_time_window_get_range (fixture->window));

  g_assert_cmpstr (edtf, ==, expected);
}

static void
count_change (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
test_range (Fixture       *fixture,
            gconstpointer  data)
{
  g_signal_connect_swapped (fixture->window, "range-changed", G_CALLBACK (count_change), fixture);
  assert_is (fixture, "");
  set (fixture, "2022");
  set (fixture, "2022");
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  rutter_time_window_set_range (fixture->window, (RutterDayRange) { 10, 9 });
  assert_is (fixture, "2022");
  g_assert_cmpuint (fixture->n_changes, ==, 1);
}

static void
test_ends (Fixture       *fixture,
           gconstpointer  data)
{
  RutterTimeWindow *window = fixture->window;

  /* An open end comes in from the edge of the data. */
  rutter_time_window_move_end (window, RUTTER_TIME_START, RUTTER_TIME_UNIT_YEAR, -1);
  assert_is (fixture, "");
  rutter_time_window_move_end (window, RUTTER_TIME_START, RUTTER_TIME_UNIT_YEAR, 1);
  assert_is (fixture, "1987/..");
  rutter_time_window_move_end (window, RUTTER_TIME_END, RUTTER_TIME_UNIT_MONTH, -1);
  assert_is (fixture, "1987/2024-10");
  rutter_time_window_move_end (window, RUTTER_TIME_END, RUTTER_TIME_UNIT_MONTH, 1);
  assert_is (fixture, "1987/..");
  rutter_time_window_move_end (window, RUTTER_TIME_START, RUTTER_TIME_UNIT_YEAR, -1);
  assert_is (fixture, "");

  /* One end never passes the other. */
  set (fixture, "2022/2023");
  rutter_time_window_set_end (window, RUTTER_TIME_START, rutter_edtf_day (2024, 5, 5));
  assert_is (fixture, "2023-12-31");
  rutter_time_window_set_end (window, RUTTER_TIME_END, rutter_edtf_day (2020, 5, 5));
  assert_is (fixture, "2023-12-31");
  g_assert_cmpint (rutter_time_window_get_shown (window, RUTTER_TIME_END), ==,
                   rutter_edtf_day (2023, 12, 31));
  set (fixture, "");
  g_assert_cmpint (rutter_time_window_get_shown (window, RUTTER_TIME_START), ==,
                   rutter_edtf_day (1986, 5, 8));
}

static void
test_steps (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char     *from;
    RutterTimeUnit  unit;
    int             n;
    const char     *to;
    gboolean        goes;
  } cases[] = {
    { "2022-02", RUTTER_TIME_UNIT_MONTH, 1, "2022-03", TRUE },
    { "2022-03", RUTTER_TIME_UNIT_MONTH, -1, "2022-02", TRUE },
    { "2022/2023", RUTTER_TIME_UNIT_YEAR, 1, "2023/2024", TRUE },
    { "2024", RUTTER_TIME_UNIT_YEAR, 1, "2024", FALSE },
    { "1986", RUTTER_TIME_UNIT_YEAR, -1, "1986", FALSE },
    { "2022/..", RUTTER_TIME_UNIT_YEAR, 1, "2023/..", TRUE },
    { "../2022", RUTTER_TIME_UNIT_YEAR, 1, "../2023", TRUE },
    { "../2023", RUTTER_TIME_UNIT_YEAR, 1, "", FALSE },
    { "", RUTTER_TIME_UNIT_YEAR, 1, "../1986", TRUE },
    { "", RUTTER_TIME_UNIT_YEAR, -1, "../2023", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s by %d", cases[i].from, cases[i].n);
      set (fixture, cases[i].from);
      g_assert_cmpint (rutter_time_window_step (fixture->window, cases[i].unit, cases[i].n), ==,
                       cases[i].goes);
      assert_is (fixture, cases[i].to);
    }

  set (fixture, "2022/2023");
  rutter_time_window_rewind (fixture->window, RUTTER_TIME_UNIT_YEAR);
  assert_is (fixture, "1986/1987");
}

/* Playing all dates grows to the end and comes to rest there. */
static void
test_playing_ends (Fixture       *fixture,
                   gconstpointer  data)
{
  guint n = 0;

  while (rutter_time_window_step (fixture->window, RUTTER_TIME_UNIT_YEAR, 1))
    g_assert_cmpuint (++n, <, 100);
  g_assert_cmpuint (n, ==, 2024 - 1986);
  assert_is (fixture, "");
}

static void
test_presets (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const titles[] = { "All Dates", "Since February 2022", "1986", "2022", "2023",
                                        "2024", "Before 1992" };
  RutterTimeSeries *series = rutter_time_window_get_series (fixture->window);
  g_autoptr(GPtrArray) presets = rutter_time_presets_list (series);
  g_autoptr(GPtrArray) none = rutter_time_presets_list (NULL);

  g_autoptr(GPtrArray) to_2022 = NULL;

  g_assert_cmpuint (none->len, ==, 1);
  g_assert_cmpuint (presets->len, ==, G_N_ELEMENTS (titles));
  for (guint i = 0; i < presets->len; i++)
    {
      const RutterTimePreset *preset = g_ptr_array_index (presets, i);

      g_assert_cmpstr (preset->title, ==, titles[i]);
      g_assert_cmpint (preset->range.first, <, preset->range.last);
    }

  rutter_time_series_set_data_to (series, rutter_edtf_day (2022, 12, 31));
  to_2022 = rutter_time_presets_list (series);
  g_assert_cmpuint (to_2022->len, ==, presets->len - 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/time-window/range", Fixture, NULL, set_up, test_range, tear_down);
  g_test_add ("/time-window/ends", Fixture, NULL, set_up, test_ends, tear_down);
  g_test_add ("/time-window/steps", Fixture, NULL, set_up, test_steps, tear_down);
  g_test_add ("/time-window/playing-ends", Fixture, NULL, set_up, test_playing_ends, tear_down);
  g_test_add ("/time-window/presets", Fixture, NULL, set_up, test_presets, tear_down);

  return g_test_run ();
}
