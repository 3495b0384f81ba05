/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-history.h"

static void
test_history (void)
{
  RutterHistory history;

  rutter_history_init (&history);
  g_assert_false (rutter_history_can_go (&history, -1));
  g_assert_false (rutter_history_can_go (&history, 1));
  g_assert_null (rutter_history_go (&history, -1));

  rutter_history_visit (&history, "vessel:a");
  rutter_history_visit (&history, "vessel:a");
  g_assert_false (rutter_history_can_go (&history, -1));
  rutter_history_visit (&history, "place:b");
  rutter_history_visit (&history, "party:c");
  g_assert_cmpstr (rutter_history_go (&history, -1), ==, "place:b");
  g_assert_cmpstr (rutter_history_go (&history, -1), ==, "vessel:a");
  g_assert_false (rutter_history_can_go (&history, -1));
  g_assert_cmpstr (rutter_history_go (&history, 1), ==, "place:b");

  /* A new visit forgets what lay ahead, one of the same object does not. */
  rutter_history_visit (&history, "place:b");
  g_assert_true (rutter_history_can_go (&history, 1));
  rutter_history_visit (&history, "hub:d");
  g_assert_false (rutter_history_can_go (&history, 1));
  g_assert_cmpstr (rutter_history_go (&history, -1), ==, "place:b");

  rutter_history_reset (&history);
  g_assert_false (rutter_history_can_go (&history, 0));
  rutter_history_clear (&history);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history", test_history);

  return g_test_run ();
}
