/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-lanes.h"

/* Ways added one after the other, each with the lane that it gets. */
static const struct
{
  const char  *name;
  RutterPoint  points[3];
  guint        n_points;
  guint        lane;
} ways[] = {
  { "the first", { { 0.6, 0.4 }, { 0.7, 0.5 } }, 2, 0 },
  { "the same again", { { 0.6, 0.4 }, { 0.7, 0.5 } }, 2, 1 },
  { "the same backwards", { { 0.7, 0.5 }, { 0.6, 0.4 } }, 2, 2 },
  { "elsewhere", { { 0.1, 0.1 }, { 0.2, 0.1 } }, 2, 0 },
  { "across the first", { { 0.6, 0.5 }, { 0.7, 0.4 } }, 2, 0 },
  { "half of its way with the first", { { 0.6, 0.4 }, { 0.65, 0.45 }, { 0.65, 0.6 } }, 3, 3 },
  { "elsewhere, a world away", { { 1.1, 0.1 }, { 1.2, 0.1 } }, 2, 1 },
  { "a point", { { 0.6, 0.4 } }, 1, 0 },
};

static void
test_ways (void)
{
  g_autoptr(RutterLanes) lanes = rutter_lanes_new ();

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_test_message ("%s", ways[i].name);
      g_assert_cmpuint (rutter_lanes_add (lanes, ways[i].points, ways[i].n_points), ==,
                        ways[i].lane);
    }
}

/* There is an end to how many ways are kept apart; the rest keep the middle. */
static void
test_very_many (void)
{
  g_autoptr(RutterLanes) lanes = rutter_lanes_new ();

  for (guint i = 0; i < 70; i++)
    g_assert_cmpuint (rutter_lanes_add (lanes, ways[0].points, 2), ==, i < 64 ? i : 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lanes/ways", test_ways);
  g_test_add_func ("/lanes/very-many", test_very_many);

  return g_test_run ();
}
