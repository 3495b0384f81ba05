/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-flow-bundler.h"

static void
test_directions (void)
{
  g_autoptr(RutterFlowBundler) bundler = rutter_flow_bundler_new ();
  RutterLonLat here = { 37.6, 55.75 };
  RutterLonLat there = { 125.75, 39.03 };
  RutterLonLat elsewhere = { 125.7501, 39.03 };

  g_assert_cmpint (rutter_flow_bundler_get_size (bundler, here, there), ==, 0);
  g_assert_cmpint (rutter_flow_bundler_add (bundler, here, there), ==, 0);
  g_assert_cmpint (rutter_flow_bundler_add (bundler, here, there), ==, 1);
  g_assert_cmpint (rutter_flow_bundler_add (bundler, there, here), ==, 0);
  g_assert_cmpint (rutter_flow_bundler_add (bundler, here, elsewhere), ==, 0);
  g_assert_cmpint (rutter_flow_bundler_add (bundler, here, there), ==, 2);

  g_assert_cmpint (rutter_flow_bundler_get_size (bundler, here, there), ==, 3);
  g_assert_cmpint (rutter_flow_bundler_get_size (bundler, there, here), ==, 1);
  g_assert_cmpint (rutter_flow_bundler_get_size (bundler, here, elsewhere), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flow-bundler/directions", test_directions);
  return g_test_run ();
}
