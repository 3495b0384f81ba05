/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-patience.h"
#include "rutter-progress.h"

#define MS 1000

/* What happens when, in milliseconds, and what is to be seen then: b begins, e ends, . looks. */
static void
test_steps (void)
{
  static const struct
  {
    const char *label;
    struct
    {
      int      ms;
      char     what;
      gboolean is_shown;
      int      wait_ms; /* after it; -1: nothing changes by itself */
    } steps[8];
  } cases[] = {
    { "what is done at once is not seen",
      { { 10, 'b', FALSE, 500 }, { 200, '.', FALSE, 310 }, { 509, 'e', FALSE, -1 },
        { 2000, '.', FALSE, -1 } } },
    { "what lasts is seen after half a second",
      { { 10, 'b', FALSE, 500 }, { 509, '.', FALSE, 1 }, { 510, '.', TRUE, -1 },
        { 5000, '.', TRUE, -1 }, { 5001, 'e', FALSE, -1 } } },
    { "and stays long enough to be read",
      { { 0, 'b', FALSE, 500 }, { 500, '.', TRUE, -1 }, { 501, 'e', TRUE, 399 },
        { 899, '.', TRUE, 1 }, { 900, '.', FALSE, -1 } } },
    { "what follows at once is seen on",
      { { 0, 'b', FALSE, 500 }, { 500, '.', TRUE, -1 }, { 600, 'e', TRUE, 300 },
        { 700, 'b', TRUE, -1 }, { 1000, '.', TRUE, -1 }, { 1001, 'e', FALSE, -1 } } },
    { "what goes on under another name began before",
      { { 0, 'b', FALSE, 500 }, { 400, 'b', FALSE, 100 }, { 500, '.', TRUE, -1 } } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RutterPatience patience = { 0 };

      g_test_message ("%s", cases[i].label);
      for (guint j = 0; j < G_N_ELEMENTS (cases[i].steps) && cases[i].steps[j].what != 0; j++)
        {
          gint64 now = (gint64)cases[i].steps[j].ms * MS;
          gint64 wait;

          g_test_message ("at %d ms", cases[i].steps[j].ms);
          if (cases[i].steps[j].what == 'b')
            rutter_patience_begin (&patience, now);
          else if (cases[i].steps[j].what == 'e')
            rutter_patience_end (&patience);
          g_assert_cmpint (rutter_patience_update (&patience, now), ==,
                           cases[i].steps[j].is_shown);
          wait = rutter_patience_get_wait (&patience, now);
          g_assert_cmpint (wait < 0 ? -1 : wait / MS, ==, cases[i].steps[j].wait_ms);
        }
    }
}

static void
test_fraction (void)
{
  g_autoptr(RutterProgress) progress = rutter_progress_new ();
  static const struct
  {
    gint64 done;
    gint64 total;
    double expected;
  } cases[] = {
    { 0, 10, 0 }, { 5, 10, 0.5 }, { 10, 10, 1 }, { 11, 10, 1 }, { -1, 10, 0 },
    { G_MAXINT64 / 4, G_MAXINT64, 0.25 }, { 1, 0, -1 }, { 0, -3, -1 },
  };

  g_assert_cmpfloat (rutter_progress_get_fraction (progress), ==, -1);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      rutter_progress_set (progress, cases[i].done, cases[i].total);
      g_assert_cmpfloat_with_epsilon (rutter_progress_get_fraction (progress), cases[i].expected,
                                      2e-4);
    }
  rutter_progress_set (NULL, 1, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/patience/steps", test_steps);
  g_test_add_func ("/patience/fraction", test_fraction);

  return g_test_run ();
}
