/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-edtf.h"
#include "rutter-error.h"

typedef struct
{
  int year, month, day; /* all 0: an open end */
} Day;

static int
get_day (Day day,
         int open_end)
{
  return day.year == 0 ? open_end : rutter_edtf_day (day.year, day.month, day.day);
}

static const struct
{
  const char *edtf;
  Day         earliest, latest;
  gboolean    approximate, uncertain;
  const char *text;
} dates[] = {
  { "2022", { 2022, 1, 1 }, { 2022, 12, 31 }, FALSE, FALSE, "2022" },
  { "2023-05", { 2023, 5, 1 }, { 2023, 5, 31 }, FALSE, FALSE, "May 2023" },
  { "2024-02", { 2024, 2, 1 }, { 2024, 2, 29 }, FALSE, FALSE, "February 2024" },
  { "2100-02", { 2100, 2, 1 }, { 2100, 2, 28 }, FALSE, FALSE, "February 2100" },
  { "2023-05-12", { 2023, 5, 12 }, { 2023, 5, 12 }, FALSE, FALSE, "12 May 2023" },
  { "2024-02-29", { 2024, 2, 29 }, { 2024, 2, 29 }, FALSE, FALSE, "29 February 2024" },
  { "2022~", { 2022, 1, 1 }, { 2022, 12, 31 }, TRUE, FALSE, "about 2022" },
  { "2007?", { 2007, 1, 1 }, { 2007, 12, 31 }, FALSE, TRUE, "perhaps 2007" },
  { "2007-03%", { 2007, 3, 1 }, { 2007, 3, 31 }, TRUE, TRUE, "perhaps about March 2007" },
  { "198X", { 1980, 1, 1 }, { 1989, 12, 31 }, FALSE, FALSE, "the 1980s" },
  { "199X~", { 1990, 1, 1 }, { 1999, 12, 31 }, TRUE, FALSE, "about the 1990s" },
  { "19XX", { 1900, 1, 1 }, { 1999, 12, 31 }, FALSE, FALSE, "a year from 1900 to 1999" },
  { "198X-XX", { 1980, 1, 1 }, { 1989, 12, 31 }, FALSE, FALSE, "a month of the 1980s" },
  { "2022-XX", { 2022, 1, 1 }, { 2022, 12, 31 }, FALSE, FALSE, "a month of 2022" },
  { "2022-1X", { 2022, 10, 1 }, { 2022, 12, 31 }, FALSE, FALSE,
    "a month from October to December 2022" },
  { "2022-0X", { 2022, 1, 1 }, { 2022, 9, 30 }, FALSE, FALSE,
    "a month from January to September 2022" },
  { "2022-XX-XX", { 2022, 1, 1 }, { 2022, 12, 31 }, FALSE, FALSE, "a day of 2022" },
  { "2022-1X-XX", { 2022, 10, 1 }, { 2022, 12, 31 }, FALSE, FALSE,
    "a day from October to December 2022" },
  { "2022-0X-XX", { 2022, 1, 1 }, { 2022, 9, 30 }, FALSE, FALSE,
    "a day from January to September 2022" },
  { "2022-12-XX", { 2022, 12, 1 }, { 2022, 12, 31 }, FALSE, FALSE, "a day of December 2022" },
  { "2023-02-2X", { 2023, 2, 20 }, { 2023, 2, 28 }, FALSE, FALSE,
    "a day from 20 to 28 February 2023" },
  { "2023-04-0X", { 2023, 4, 1 }, { 2023, 4, 9 }, FALSE, FALSE, "a day from 1 to 9 April 2023" },
  { "2024-21", { 2024, 3, 1 }, { 2024, 5, 31 }, FALSE, FALSE, "spring 2024" },
  { "2024-22", { 2024, 6, 1 }, { 2024, 8, 31 }, FALSE, FALSE, "summer 2024" },
  { "2024-23", { 2024, 9, 1 }, { 2024, 11, 30 }, FALSE, FALSE, "autumn 2024" },
  { "2023-24", { 2023, 12, 1 }, { 2024, 2, 29 }, FALSE, FALSE, "winter 2023–24" },
  { "1999-24", { 1999, 12, 1 }, { 2000, 2, 29 }, FALSE, FALSE, "winter 1999–00" },
  { "2023-08/2024-02", { 2023, 8, 1 }, { 2024, 2, 29 }, FALSE, FALSE,
    "August 2023 to February 2024" },
  { "2024-08-29/2024-09-04", { 2024, 8, 29 }, { 2024, 9, 4 }, FALSE, FALSE,
    "29 August 2024 to 4 September 2024" },
  { "2023/2023-08", { 2023, 1, 1 }, { 2023, 8, 31 }, FALSE, FALSE, "2023 to August 2023" },
  { "2006-10-14/..", { 2006, 10, 14 }, { 0 }, FALSE, FALSE, "since 14 October 2006" },
  { "2022~/..", { 2022, 1, 1 }, { 0 }, TRUE, FALSE, "since about 2022" },
  { "2022/", { 2022, 1, 1 }, { 0 }, FALSE, FALSE, "from 2022, end unknown" },
  { "../2024-03", { 0 }, { 2024, 3, 31 }, FALSE, FALSE, "until March 2024" },
  { "/2024-03?", { 0 }, { 2024, 3, 31 }, FALSE, TRUE,
    "until perhaps March 2024, start unknown" },
  { "198X/1991~", { 1980, 1, 1 }, { 1991, 12, 31 }, TRUE, FALSE, "the 1980s to about 1991" },
};

static void
test_days (void)
{
  int year, month, day;

  g_assert_cmpint (rutter_edtf_day (1970, 1, 1), ==, 0);
  g_assert_cmpint (rutter_edtf_day (1969, 12, 31), ==, -1);
  g_assert_cmpint (rutter_edtf_day (2000, 2, 29), ==, 11016);
  g_assert_cmpint (rutter_edtf_day (2022, 12, 8), ==, 19334);
  g_assert_cmpint (rutter_edtf_day (1900, 3, 1) - rutter_edtf_day (1900, 2, 28), ==, 1);
  g_assert_cmpint (rutter_edtf_day (0, 3, 1), ==, -719468);

  for (int number = -800000; number < 800000; number += 97)
    {
      rutter_edtf_split_day (number, &year, &month, &day);
      g_assert_cmpint (month, >=, 1);
      g_assert_cmpint (month, <=, 12);
      g_assert_cmpint (rutter_edtf_day (year, month, day), ==, number);
    }

  /* The ends of what an int holds must not overflow on the way. */
  rutter_edtf_split_day (RUTTER_DAY_AFTER_ALL, &year, &month, &day);
  g_assert_cmpint (year, >, 5000000);
  rutter_edtf_split_day (RUTTER_DAY_BEFORE_ALL, &year, &month, &day);
  g_assert_cmpint (year, <, -5000000);
}

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *text = NULL;
      g_autoptr(GError) error = NULL;
      RutterSpan span;

      g_test_message ("%s", dates[i].edtf);
      g_assert_true (rutter_edtf_parse (dates[i].edtf, &span, &error));
      g_assert_no_error (error);
      g_assert_true (rutter_span_is_known (&span));
      g_assert_true (span.edtf == dates[i].edtf);
      g_assert_cmpint (span.earliest, ==, get_day (dates[i].earliest, RUTTER_DAY_BEFORE_ALL));
      g_assert_cmpint (span.latest, ==, get_day (dates[i].latest, RUTTER_DAY_AFTER_ALL));
      g_assert_cmpint (span.approximate, ==, dates[i].approximate);
      g_assert_cmpint (span.uncertain, ==, dates[i].uncertain);

      text = rutter_span_to_text (&span);
      g_assert_cmpstr (text, ==, dates[i].text);
    }
}

static void
test_unknown (void)
{
  static const char *const cases[] = { NULL, "" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;
      RutterSpan span = { "2022", 1, 2, TRUE, TRUE };

      g_assert_true (rutter_edtf_parse (cases[i], &span, NULL));
      g_assert_false (rutter_span_is_known (&span));
      g_assert_null (span.edtf);
      g_assert_cmpint (span.earliest, ==, RUTTER_DAY_BEFORE_ALL);
      g_assert_cmpint (span.latest, ==, RUTTER_DAY_AFTER_ALL);
      g_assert_false (span.approximate || span.uncertain);
      g_assert_true (rutter_span_meets (&span, 0, 0));

      text = rutter_span_to_text (&span);
      g_assert_cmpstr (text, ==, "date unknown");
    }
}

static void
test_refusals (void)
{
  static const char *const cases[] = {
    "2022-5", "2024-13", "2024-00", "2022-02-30", "2023-02-29", "2022-04-31", "2022-12-00",
    "2022-12-32", "2024-25", "2024-2X", "2024-21-03", "202X-21", "XXXX", "1X85", "2022-X1",
    "2022-XX-05", "198X-05", "2023-02-3X", "22", "20222", "2022-", "2022-05-", "2022-05-1",
    "2022/05", "2022:05", "2022-05-08T10:00", "May 2022", "2022?~", "~2022", "?", "2022 ",
    " 2022", "2024-02/2023-01", "2023/2022-12-31", "..", "../..", "/", "../", "/..", "2022/...",
    "2022/2023/2024", "2022//", "[..2022]", "-2022", "+022", "2022-0-1", "1980s", "2023–2024",
    "２０２２"
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      RutterSpan span;

      g_test_message ("%s", cases[i]);
      g_assert_false (rutter_edtf_parse (cases[i], &span, &error));
      g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, cases[i]));
      g_assert_false (rutter_span_is_known (&span));
      g_assert_cmpint (span.latest, ==, RUTTER_DAY_AFTER_ALL);
    }
}

static void
test_meets (void)
{
  RutterSpan span;

  g_assert_true (rutter_edtf_parse ("2022-05", &span, NULL));
  g_assert_true (rutter_span_meets (&span, span.latest, span.latest + 10));
  g_assert_true (rutter_span_meets (&span, span.earliest - 10, span.earliest));
  g_assert_true (rutter_span_meets (&span, span.earliest + 3, span.earliest + 4));
  g_assert_true (rutter_span_meets (&span, RUTTER_DAY_BEFORE_ALL, RUTTER_DAY_AFTER_ALL));
  g_assert_false (rutter_span_meets (&span, span.latest + 1, span.latest + 10));
  g_assert_false (rutter_span_meets (&span, span.earliest - 10, span.earliest - 1));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/edtf/days", test_days);
  g_test_add_func ("/edtf/parse", test_parse);
  g_test_add_func ("/edtf/unknown", test_unknown);
  g_test_add_func ("/edtf/refusals", test_refusals);
  g_test_add_func ("/edtf/meets", test_meets);

  return g_test_run ();
}
