/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-flow.h"

#include <math.h>

#define MIDDLE (RUTTER_FLOW_N_POINTS / 2)
#define LAST (RUTTER_FLOW_N_POINTS - 1)

static double
get_distance (RutterPoint a,
              RutterPoint b)
{
  return hypot (a.x - b.x, a.y - b.y);
}

static void
test_ends (void)
{
  static const RutterPoint ends[] = { { 0.6, 0.3 }, { 0.7, 0.4 } };
  RutterPoint arc[RUTTER_FLOW_N_POINTS];

  rutter_flow_flatten (ends, 0, 1, arc);
  g_assert_cmpfloat_with_epsilon (get_distance (arc[0], ends[0]), 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (get_distance (arc[LAST], ends[1]), 0, 1e-12);
}

static void
test_bulge (void)
{
  static const RutterPoint there[] = { { 0.2, 0.4 }, { 0.4, 0.4 } };
  static const RutterPoint back[] = { { 0.4, 0.4 }, { 0.2, 0.4 } };
  RutterPoint arc[RUTTER_FLOW_N_POINTS];

  rutter_flow_flatten (there, 0, 1, arc);
  g_assert_cmpfloat (arc[MIDDLE].y, >, 0.41); /* eastwards: right is south */
  rutter_flow_flatten (back, 0, 1, arc);
  g_assert_cmpfloat (arc[MIDDLE].y, <, 0.39);
}

static void
test_short_way (void)
{
  static const RutterPoint ends[] = { { 0.95, 0.4 }, { 0.05, 0.45 } };
  RutterPoint arc[RUTTER_FLOW_N_POINTS];

  rutter_flow_flatten (ends, 0, 1, arc);
  for (int i = 0; i <= LAST; i++)
    {
      g_assert_cmpfloat (arc[i].x, >, 0.9);
      g_assert_cmpfloat (arc[i].x, <, 1.1);
    }
}

static void
test_bundle (void)
{
  static const RutterPoint ends[] = { { 0.6, 0.3 }, { 0.7, 0.4 } };
  RutterPoint arcs[6][RUTTER_FLOW_N_POINTS];
  double spacing = rutter_flow_get_spacing (ends, 6);

  for (int slot = 0; slot < 6; slot++)
    rutter_flow_flatten (ends, slot, 6, arcs[slot]);

  g_assert_cmpfloat (spacing, >, 0);
  for (int slot = 1; slot < 6; slot++)
    {
      RutterPoint *outer = arcs[slot - 1];
      RutterPoint *inner = arcs[slot];

      g_assert_cmpfloat_with_epsilon (get_distance (outer[MIDDLE], inner[MIDDLE]), spacing, 1e-9);
      g_assert_cmpfloat (get_distance (outer[LAST / 16], inner[LAST / 16]), <, 1e-9);
      g_assert_cmpfloat (get_distance (outer[LAST - 4], inner[LAST - 4]), <, 1e-9);
      /* Slot 0 is the outermost. */
      g_assert_cmpfloat (get_distance (outer[MIDDLE], ends[0]), >,
                         get_distance (inner[MIDDLE], ends[0]));
    }
}

static void
test_margins (void)
{
  static const RutterPoint ends[] = { { 0.9, 0.15 }, { 0.45, 0.15 } }; /* westwards: bulges north */
  RutterPoint arc[RUTTER_FLOW_N_POINTS];

  for (int slot = 0; slot < 6; slot++)
    {
      rutter_flow_flatten (ends, slot, 6, arc);
      for (int i = 0; i <= LAST; i++)
        g_assert_cmpfloat (arc[i].y, >, 0.05);
    }
}

static void
test_odd_input (void)
{
  static const RutterPoint same[] = { { 0.5, 0.5 }, { 0.5, 0.5 } };
  static const RutterPoint ends[] = { { 0.5, 0.5 }, { 0.6, 0.5 } };
  RutterPoint arc[RUTTER_FLOW_N_POINTS];

  rutter_flow_flatten (same, 0, 1, arc);
  g_assert_cmpfloat (get_distance (arc[MIDDLE], same[0]), ==, 0);

  rutter_flow_flatten (ends, -3, 0, arc);
  g_assert_true (isfinite (arc[MIDDLE].y));
  rutter_flow_flatten (ends, 1000000, 1000000, arc);
  g_assert_cmpfloat (fabs (arc[MIDDLE].y - 0.5), <, 0.2);
  g_assert_true (isinf (rutter_flow_get_spacing (ends, 1)));
}

static void
test_width (void)
{
  g_assert_cmpfloat_with_epsilon (rutter_flow_get_width (0), 2.4, 1e-9);
  g_assert_cmpfloat_with_epsilon (rutter_flow_get_width (1), 2.4, 1e-9);
  g_assert_cmpfloat_with_epsilon (rutter_flow_get_width (4), 3.3, 1e-9);
  g_assert_cmpfloat_with_epsilon (rutter_flow_get_width (G_MAXUINT), 7, 1e-9);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flow/ends", test_ends);
  g_test_add_func ("/flow/bulge", test_bulge);
  g_test_add_func ("/flow/short-way", test_short_way);
  g_test_add_func ("/flow/bundle", test_bundle);
  g_test_add_func ("/flow/margins", test_margins);
  g_test_add_func ("/flow/odd-input", test_odd_input);
  g_test_add_func ("/flow/width", test_width);
  return g_test_run ();
}
