/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-history.h"

static const RutterLonLat baku = { 50, 40 };
static const RutterLonLat rajin = { 130, 42 };

static void
visit (RutterHistory *history,
       const char    *uid)
{
  rutter_history_visit (history, uid, baku, 5);
}

static const char *
go (RutterHistory *history,
    int            steps)
{
  const RutterVisit *found = rutter_history_go (history, steps, baku, 5);

  g_assert_nonnull (found);
  return found->uid;
}

static void
test_objects (void)
{
  RutterHistory history;

  rutter_history_init (&history);
  g_assert_false (rutter_history_can_go (&history, -1));
  g_assert_false (rutter_history_can_go (&history, 0));
  g_assert_false (rutter_history_can_go (&history, 1));
  g_assert_null (rutter_history_go (&history, -1, baku, 5));

  visit (&history, "vessel:a");
  visit (&history, "vessel:a");
  visit (&history, "place:b");
  visit (&history, "party:c");
  g_assert_cmpstr (go (&history, -1), ==, "place:b");
  g_assert_cmpstr (go (&history, -1), ==, "vessel:a");
  g_assert_cmpstr (go (&history, -1), ==, NULL);
  g_assert_false (rutter_history_can_go (&history, -1));
  g_assert_cmpstr (go (&history, 2), ==, "place:b");

  /* A new visit forgets what lay ahead, one of the same object does not. */
  visit (&history, "place:b");
  g_assert_true (rutter_history_can_go (&history, 1));
  visit (&history, "hub:d");
  g_assert_false (rutter_history_can_go (&history, 1));
  g_assert_cmpstr (go (&history, -1), ==, "place:b");

  rutter_history_reset (&history);
  g_assert_false (rutter_history_can_go (&history, 0));
  rutter_history_clear (&history);
}

/* Going back shows the map where it was left, not where the visit began. */
static void
test_places (void)
{
  RutterHistory history;
  const RutterVisit *found;

  rutter_history_init (&history);
  rutter_history_visit (&history, "vessel:a", baku, 3);
  rutter_history_leave (&history, "vessel:a", rajin, 7);
  found = rutter_history_go (&history, -1, baku, 9);
  g_assert_cmpstr (found->uid, ==, "vessel:a");
  g_assert_cmpfloat (found->centre.lon, ==, rajin.lon);
  g_assert_cmpfloat (found->zoom, ==, 7);
  found = rutter_history_go (&history, -1, rajin, 8);
  g_assert_cmpstr (found->uid, ==, NULL);
  g_assert_cmpfloat (found->centre.lon, ==, baku.lon);
  g_assert_cmpfloat (found->zoom, ==, 3);
  found = rutter_history_go (&history, 1, baku, 3);
  g_assert_cmpfloat (found->zoom, ==, 8);
  found = rutter_history_go (&history, 1, baku, 3);
  g_assert_cmpstr (found->uid, ==, "vessel:a");
  g_assert_cmpfloat (found->zoom, ==, 9);

  /* A jump with nothing selected can be taken back as well. */
  rutter_history_reset (&history);
  rutter_history_leave (&history, NULL, baku, 3);
  g_assert_true (rutter_history_can_go (&history, -1));
  rutter_history_clear (&history);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/objects", test_objects);
  g_test_add_func ("/history/places", test_places);

  return g_test_run ();
}
