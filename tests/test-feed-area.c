/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-feed-area.h"

#include <string.h>

static char *
format (RutterFeedBox box)
{
  return rutter_feed_area_format (&box, 1);
}

static void
test_widen (void)
{
  static const struct
  {
    const char     *label;
    RutterFeedBox   box;
    RutterFeedWidth width;
    const char     *expected;
  } cases[] = {
    { "exact", { 49.1, 36.5, 50.2, 37.4 }, RUTTER_FEED_AREA_EXACT,
      "49.1000,36.5000,50.2000,37.4000" },
    { "the Caspian's south", { 49.1, 36.5, 50.2, 37.4 }, RUTTER_FEED_AREA_TILES,
      "30.0000,30.0000,60.0000,60.0000" },
    { "moved a little", { 48.7, 36.1, 51.9, 38.8 }, RUTTER_FEED_AREA_TILES,
      "30.0000,30.0000,60.0000,60.0000" },
    { "over a line of the grid", { 59, -1, 61, 1 }, RUTTER_FEED_AREA_TILES,
      "30.0000,-30.0000,90.0000,30.0000" },
    { "a tile itself", { -30, 0, 0, 30 }, RUTTER_FEED_AREA_TILES,
      "-30.0000,0.0000,0.0000,30.0000" },
    { "over 180 degrees", { 179, 50, -179, 51 }, RUTTER_FEED_AREA_TILES,
      "150.0000,30.0000,-150.0000,60.0000" },
    { "from 180 degrees on", { 180, 0, -170, 10 }, RUTTER_FEED_AREA_TILES,
      "-180.0000,0.0000,-150.0000,30.0000" },
    { "up to 180 degrees", { 151, -89, 180, -80 }, RUTTER_FEED_AREA_TILES,
      "150.0000,-90.0000,180.0000,-60.0000" },
    { "nearly all", { -179, -80, 179, 80 }, RUTTER_FEED_AREA_TILES,
      "-180.0000,-90.0000,180.0000,90.0000" },
    { "all but a gap at the meridian", { 1, 0, -1, 10 }, RUTTER_FEED_AREA_TILES,
      "-180.0000,0.0000,180.0000,30.0000" },
    { "the world", { 1, 2, 3, 4 }, RUTTER_FEED_AREA_WORLD,
      "-180.0000,-90.0000,180.0000,90.0000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = format (rutter_feed_area_widen (&cases[i].box, cases[i].width));

      g_test_message ("%s", cases[i].label);
      g_assert_cmpstr (text, ==, cases[i].expected);
      g_assert_cmpstr (rutter_feed_area_name_width (cases[i].width), !=, "");
    }
}

static void
test_split (void)
{
  static const struct
  {
    RutterFeedBox box;
    guint         n;
    const char   *first, *second;
  } cases[] = {
    { { 10, 0, 20, 5 }, 1, "10.0000,0.0000,20.0000,5.0000", NULL },
    { { 170, -5, -170, 5 }, 2, "170.0000,-5.0000,180.0000,5.0000",
      "-180.0000,-5.0000,-170.0000,5.0000" },
    { { 180, 0, -170, 5 }, 1, "-180.0000,0.0000,-170.0000,5.0000", NULL },
    { { 170, 0, -180, 5 }, 1, "170.0000,0.0000,180.0000,5.0000", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RutterFeedBox parts[2];
      guint n = rutter_feed_area_split (&cases[i].box, parts);
      g_autofree char *first = format (parts[0]);
      g_autofree char *second = n == 2 ? format (parts[1]) : NULL;

      g_assert_cmpuint (n, ==, cases[i].n);
      g_assert_cmpstr (first, ==, cases[i].first);
      g_assert_cmpstr (second, ==, cases[i].second);
    }
}

static void
test_text (void)
{
  static const char *const bad[] = {
    "", "1,2,3", "1,2,3,4,5", "1,2,3,x", "a", "1,2,3,4;", ";1,2,3,4", "1,2,1,4", "1,4,3,2",
    "-181,0,3,4", "0,0,181,4", "0,-91,1,4", "0,0,1,91", "nan,0,1,2", "1 ,2,3,4", "1;2;3;4",
  };
  g_autoptr(RutterFeedArea) area = rutter_feed_area_new ();
  RutterFeedBox many[RUTTER_FEED_AREA_MOST_BOXES + 1];
  g_autofree RutterFeedBox *boxes = NULL;
  g_autofree RutterFeedBox *all = NULL;
  g_autofree char *text = NULL;
  g_autofree char *warning = rutter_feed_area_dup_warning ("AISStream");
  guint n;

  all = rutter_feed_area_dup (area, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpfloat (all->east - all->west, ==, 360);

  g_assert_true (rutter_feed_area_read (area, "-1.5,2,3,4.25;170,0,-170,1"));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      g_assert_false (rutter_feed_area_read (area, bad[i]));
    }
  boxes = rutter_feed_area_dup (area, &n);
  text = rutter_feed_area_format (boxes, n);
  g_assert_cmpstr (text, ==, "-1.5000,2.0000,3.0000,4.2500;170.0000,0.0000,-170.0000,1.0000");

  g_assert_false (rutter_feed_area_set (area, boxes, n));
  for (guint i = 0; i < G_N_ELEMENTS (many); i++)
    many[i] = (RutterFeedBox) { i, 0, i + 1, 1 };
  g_assert_true (rutter_feed_area_set (area, many, G_N_ELEMENTS (many)));
  g_free (rutter_feed_area_dup (area, &n));
  g_assert_cmpuint (n, ==, RUTTER_FEED_AREA_MOST_BOXES);
  g_assert_nonnull (strstr (warning, "AISStream"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/feed/area/widen", test_widen);
  g_test_add_func ("/feed/area/split", test_split);
  g_test_add_func ("/feed/area/text", test_text);

  return g_test_run ();
}
