/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-route-stops.h"

/* Steps, a letter each, with a place as a digit where one is wanted: s start, e end, v via,
 * i insert at 1, m move the first, r remove the first, l remove the last, x swap the first two,
 * R reverse, C remove all. A stop is told by its place; a start is marked "<", an end ">".
 */
static void
take_step (RutterRouteStops *stops,
           char              step,
           char              place)
{
  RutterLonLat position = { place - '0', 0 };

  switch (step)
    {
    case 's':
      rutter_route_stops_set_start (stops, position);
      break;
    case 'e':
      rutter_route_stops_set_end (stops, position);
      break;
    case 'v':
      rutter_route_stops_add_via (stops, position);
      break;
    case 'i':
      rutter_route_stops_insert (stops, 1, position);
      break;
    case 'm':
      rutter_route_stops_move (stops, 0, position);
      break;
    case 'r':
      rutter_route_stops_remove (stops, 0);
      break;
    case 'l':
      rutter_route_stops_remove (stops, stops->points->len - 1);
      break;
    case 'x':
      rutter_route_stops_swap (stops, 0, 1);
      break;
    case 'R':
      rutter_route_stops_reverse (stops);
      break;
    case 'C':
      rutter_route_stops_remove_all (stops);
      break;
    default:
      g_assert_not_reached ();
    }
}

static char *
describe (const RutterRouteStops *stops)
{
  GString *text = g_string_new (stops->has_start ? "<" : "");

  for (guint i = 0; i < stops->points->len; i++)
    g_string_append_printf (text, "%g", g_array_index (stops->points, RutterLonLat, i).lon);
  g_string_append (text, stops->has_end ? ">" : "");
  return g_string_free (text, FALSE);
}

static void
test_steps (void)
{
  static const struct
  {
    const char *label;
    const char *steps;
    const char *expected;
    gboolean    is_complete;
  } cases[] = {
    { "nothing", "", "", FALSE },
    { "a start", "s1", "<1", FALSE },
    { "both ends", "s1 e2", "<12>", TRUE },
    { "the end first", "e2 s1", "<12>", TRUE },
    { "another start", "s1 e2 s3", "<32>", TRUE },
    { "another end", "s1 e2 e3", "<13>", TRUE },
    { "a stop before there are ends", "v3 s1 e2", "<132>", TRUE },
    { "stops on the way", "s1 e2 v3 v4", "<1342>", TRUE },
    { "two without ends", "v3 v4", "34", FALSE },
    { "one put between", "s1 e2 v3 i4", "<1432>", TRUE },
    { "one moved", "s1 e2 m5", "<52>", TRUE },
    { "the start taken away", "s1 e2 v3 r", "32>", FALSE },
    { "the end taken away", "s1 e2 v3 l", "<13", FALSE },
    { "a new start", "s1 e2 v3 r s4", "<432>", TRUE },
    { "one on the way taken away", "v3 v4 r", "4", FALSE },
    { "swapped", "s1 e2 v3 x", "<312>", TRUE },
    { "reversed", "s1 e2 v3 v4 R", "<2431>", TRUE },
    { "reversed without an end", "s1 v2 R", "21>", FALSE },
    { "emptied", "s1 e2 v3 C", "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(GStrv) steps = g_strsplit (cases[i].steps, " ", -1);
      g_autofree char *found = NULL;
      RutterRouteStops stops;

      g_test_message ("%s", cases[i].label);
      rutter_route_stops_init (&stops);
      for (guint k = 0; steps[k] != NULL; k++)
        take_step (&stops, steps[k][0], steps[k][1]);
      found = describe (&stops);
      g_assert_cmpstr (found, ==, cases[i].expected);
      g_assert_cmpint (rutter_route_stops_is_complete (&stops), ==, cases[i].is_complete);
      rutter_route_stops_clear (&stops);
    }
}

/* The map's copies beside each other are one world. */
static void
test_longitude (void)
{
  RutterRouteStops stops;

  rutter_route_stops_init (&stops);
  rutter_route_stops_set_start (&stops, (RutterLonLat) { 370, 5 });
  rutter_route_stops_set_end (&stops, (RutterLonLat) { -190, 5 });
  g_assert_cmpfloat (g_array_index (stops.points, RutterLonLat, 0).lon, ==, 10);
  g_assert_cmpfloat (g_array_index (stops.points, RutterLonLat, 1).lon, ==, 170);
  rutter_route_stops_clear (&stops);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/route-stops/steps", test_steps);
  g_test_add_func ("/route-stops/longitude", test_longitude);
  return g_test_run ();
}
