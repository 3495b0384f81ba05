/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-month.h"
#include "rutter-number.h"
#include "rutter-word.h"

static void
test_words (void)
{
  static const struct
  {
    const char *id;
    const char *expected;
  } cases[] = {
    { "port-call", "port call" },
    { "ro-ro cargo", "ro-ro cargo" },     /* a hyphen of its own */
    { "chemical/oil tanker", "chemical/oil tanker" },
    { "train-ferry", "train ferry" },     /* not ours: an id */
    { "train-ferry (old)", "train-ferry (old)" },
    { "", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = rutter_word_to_text (cases[i].id);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_months (void)
{
  g_assert_cmpstr (rutter_month_get_name (1), ==, "January");
  g_assert_cmpstr (rutter_month_get_name (12), ==, "December");
  g_assert_cmpstr (rutter_month_get_name_in_date (5), ==, "May");
  g_assert_cmpstr (rutter_month_get_short_name (9), ==, "Sep");
}

/* As C writes them until a program asks for the user's way. */
static void
test_numbers (void)
{
  g_autofree char *number = rutter_number_to_text (-1234567.25, 2);
  g_autofree char *whole = rutter_number_to_text (0.4, 0);
  g_autofree char *count = rutter_count_to_text (G_MININT64);

  g_assert_cmpstr (number, ==, "-1234567.25");
  g_assert_cmpstr (whole, ==, "0");
  g_assert_cmpstr (count, ==, "-9223372036854775808");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word/words", test_words);
  g_test_add_func ("/word/months", test_months);
  g_test_add_func ("/word/numbers", test_numbers);
  return g_test_run ();
}
