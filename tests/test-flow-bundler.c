/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-flow-bundler.h"

static void
take_ends (RutterPoint  ends[2],
           RutterLonLat from,
           RutterLonLat to)
{
  ends[0] = rutter_mercator_project (from);
  ends[1] = rutter_mercator_project (to);
}

static int
get_size (const RutterFlowBundler *bundler,
          RutterLonLat             from,
          RutterLonLat             to)
{
  RutterPoint ends[2];

  take_ends (ends, from, to);
  return rutter_flow_bundler_get_size (bundler, ends);
}

static int
add (RutterFlowBundler *bundler,
     RutterLonLat       from,
     RutterLonLat       to)
{
  RutterPoint ends[2];

  take_ends (ends, from, to);
  return rutter_flow_bundler_add (bundler, ends);
}

static void
test_directions (void)
{
  g_autoptr(RutterFlowBundler) bundler = rutter_flow_bundler_new ();
  RutterLonLat here = { 37.6, 55.75 };
  RutterLonLat there = { 125.75, 39.03 };
  RutterLonLat elsewhere = { 125.7501, 39.03 };

  g_assert_cmpint (get_size (bundler, here, there), ==, 0);
  g_assert_cmpint (add (bundler, here, there), ==, 0);
  g_assert_cmpint (add (bundler, here, there), ==, 1);
  g_assert_cmpint (add (bundler, there, here), ==, 0);
  g_assert_cmpint (add (bundler, here, elsewhere), ==, 0);
  g_assert_cmpint (add (bundler, here, there), ==, 2);

  g_assert_cmpint (get_size (bundler, here, there), ==, 3);
  g_assert_cmpint (get_size (bundler, there, here), ==, 1);
  g_assert_cmpint (get_size (bundler, here, elsewhere), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flow-bundler/directions", test_directions);
  return g_test_run ();
}
