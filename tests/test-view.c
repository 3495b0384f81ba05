/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-view.h"

#include <math.h>

static RutterView
make_view (double lon,
           double lat,
           double zoom,
           double rotation)
{
  return (RutterView) {
    .centre = rutter_mercator_project ((RutterLonLat) { lon, lat }),
    .zoom = zoom, .rotation = rotation, .width = 800, .height = 600, .scale = 1,
  };
}

static void
assert_point (RutterPoint point,
              double      x,
              double      y)
{
  g_assert_cmpfloat_with_epsilon (point.x, x, 1e-6);
  g_assert_cmpfloat_with_epsilon (point.y, y, 1e-6);
}

static void
test_pixels (void)
{
  RutterView view = { { 0.5, 0.5 }, 2, 0, 800, 600, 1 };
  RutterPoint east = { 0.5 + 100 / 1024.0, 0.5 };
  RutterPoint south = { 0.5, 0.5 + 100 / 1024.0 };

  g_assert_cmpfloat (rutter_view_get_world_size (&view), ==, 1024);
  assert_point (rutter_view_to_pixel (&view, view.centre), 400, 300);
  assert_point (rutter_view_to_pixel (&view, east), 500, 300);
  assert_point (rutter_view_to_pixel (&view, south), 400, 400);

  /* A quarter clockwise: what was east is now down, what was south is left. */
  view.rotation = G_PI / 2;
  assert_point (rutter_view_to_pixel (&view, east), 400, 400);
  assert_point (rutter_view_to_pixel (&view, south), 300, 300);
}

static void
test_round_trip (void)
{
  static const double rotations[] = { 0, 0.3, -2.5, 3.1 };
  static const double zooms[] = { 0, 2.2, 9, 18 };

  for (guint i = 0; i < G_N_ELEMENTS (rotations); i++)
    for (guint j = 0; j < G_N_ELEMENTS (zooms); j++)
      {
        RutterView view = make_view (51, 41, zooms[j], rotations[i]);
        RutterPoint pixel = { 17, 555 };
        RutterPoint back = rutter_view_to_pixel (&view, rutter_view_to_world (&view, pixel));

        assert_point (back, pixel.x, pixel.y);
      }
}

static void
test_bounds (void)
{
  RutterView view = { { 0.5, 0.5 }, 2, 0, 800, 600, 1 };
  RutterBox box = rutter_view_get_bounds (&view);

  g_assert_cmpfloat_with_epsilon (box.x0, 0.5 - 400 / 1024.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (box.y1, 0.5 + 300 / 1024.0, 1e-12);

  view.rotation = G_PI / 2;
  box = rutter_view_get_bounds (&view);
  g_assert_cmpfloat_with_epsilon (box.x0, 0.5 - 300 / 1024.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (box.y1, 0.5 + 400 / 1024.0, 1e-12);

  view.rotation = G_PI / 4;
  box = rutter_view_get_bounds (&view);
  g_assert_cmpfloat_with_epsilon (box.x1 - box.x0, 1400 * G_SQRT2 / 2 / 1024, 1e-12);
}

static void
test_copies (void)
{
  static const struct
  {
    const char *label;
    double      centre_x, zoom;
    RutterBox   box;
    int         first, last;
  } cases[] = {
    { "in the middle of one world", 0.5, 4, { 0.4, 0.4, 0.6, 0.6 }, 0, 0 },
    { "outside to the west", 0.5, 4, { 0.1, 0.4, 0.2, 0.6 }, 0, -1 },
    { "outside to the north", 0.5, 4, { 0.4, 0.1, 0.6, 0.2 }, 0, -1 },
    { "the whole world, many times", 0.5, 0, { 0, 0, 1, 1 }, -2, 2 },
    { "a small box, three times", 0.5, 0, { 0.45, 0.4, 0.55, 0.6 }, -1, 1 },
    { "the centre moved one world east", 1.5, 4, { 0.4, 0.4, 0.6, 0.6 }, 1, 1 },
    { "seen beyond the date line", 0.02, 4, { 0.97, 0.4, 0.99, 0.6 }, -1, -1 },
    { "stored unwrapped", 0.02, 4, { 1.0, 0.4, 1.03, 0.6 }, -1, -1 },
    { "nothing", 0.5, 4, { INFINITY, INFINITY, -INFINITY, -INFINITY }, 0, -1 },
    { "not a number", 0.5, 4, { NAN, 0.4, 0.6, 0.6 }, 0, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RutterView view = { { cases[i].centre_x, 0.5 }, cases[i].zoom, 0, 800, 600, 1 };
      int first, last;

      g_test_message ("%s", cases[i].label);
      rutter_view_get_copies (&view, &cases[i].box, &first, &last);
      if (cases[i].last < cases[i].first)
        g_assert_cmpint (last, <, first);
      else
        {
          g_assert_cmpint (first, ==, cases[i].first);
          g_assert_cmpint (last, ==, cases[i].last);
        }
    }
}

static void
test_max_latitude (void)
{
  static const double rotations[] = { 0, 0.7, G_PI / 2 };
  RutterView view = make_view (0, 0, 0, 0);

  g_assert_cmpfloat (rutter_view_get_max_latitude (&view), ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (rotations); i++)
    for (double zoom = 2.5; zoom < 10; zoom += 1.5)
      {
        RutterBox box;
        double lat;

        view = make_view (0, 0, zoom, rotations[i]);
        lat = rutter_view_get_max_latitude (&view);
        view = make_view (0, lat, zoom, rotations[i]);
        box = rutter_view_get_bounds (&view);
        g_assert_cmpfloat_with_epsilon (box.y0, 0, 1e-9);
        view = make_view (0, -lat, zoom, rotations[i]);
        box = rutter_view_get_bounds (&view);
        g_assert_cmpfloat_with_epsilon (box.y1, 1, 1e-9);
      }
}

/* Held against the distance formula: what 100 pixels span on the ground. */
static void
test_m_per_pixel (void)
{
  static const double lats[] = { 0, 22.3, -60, 75 };

  for (guint i = 0; i < G_N_ELEMENTS (lats); i++)
    {
      RutterView view = make_view (114, lats[i], 9, 0);
      RutterPoint left = rutter_view_to_world (&view, (RutterPoint) { 350, 300 });
      RutterPoint right = rutter_view_to_world (&view, (RutterPoint) { 450, 300 });
      double expected_m = rutter_geo_distance_m (rutter_mercator_unproject (left),
                                                 rutter_mercator_unproject (right)) / 100;

      g_assert_cmpfloat_with_epsilon (rutter_view_get_m_per_pixel (&view), expected_m,
                                      expected_m * 1e-3);
    }
}

static void
test_margin (void)
{
  RutterView view = make_view (10, 50, 5, 0.2);
  RutterView wide = rutter_view_with_margin (&view, 0.25);

  g_assert_cmpint (wide.width, ==, 1200);
  g_assert_cmpint (wide.height, ==, 900);
  assert_point (rutter_view_to_pixel (&wide, view.centre), 600, 450);
}

static void
test_fit (void)
{
  static const struct
  {
    const char  *label;
    RutterLonLat south_west, north_east;
    double       rotation;
  } cases[] = {
    { "the Caspian", { 46, 36 }, { 55, 47.5 }, 0 },
    { "the Caspian, turned", { 46, 36 }, { 55, 47.5 }, 0.6 },
    { "wide and low", { -20, 0 }, { 60, 4 }, 0 },
    { "across the date line", { 170, -25 }, { -170, -10 }, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RutterPoint a = rutter_mercator_project (cases[i].south_west);
      RutterPoint b = rutter_mercator_project (cases[i].north_east);
      RutterView view = make_view (0, 0, 0, cases[i].rotation);
      RutterPoint corners[4];
      double spill = 0;

      g_test_message ("%s", cases[i].label);
      rutter_view_fit (&view, cases[i].south_west, cases[i].north_east);
      a.x += round (view.centre.x - a.x);
      b.x += round (view.centre.x - b.x);
      corners[0] = a;
      corners[1] = b;
      corners[2] = (RutterPoint) { a.x, b.y };
      corners[3] = (RutterPoint) { b.x, a.y };

      /* All is inside, and it is the greatest such zoom: some corner touches an edge. */
      for (guint j = 0; j < G_N_ELEMENTS (corners); j++)
        {
          RutterPoint pixel = rutter_view_to_pixel (&view, corners[j]);

          spill = MAX (spill, fabs (pixel.x / view.width - 0.5));
          spill = MAX (spill, fabs (pixel.y / view.height - 0.5));
        }
      g_assert_cmpfloat_with_epsilon (spill, 0.5, 1e-6);
    }
}

static void
test_fit_limits (void)
{
  RutterView view = make_view (0, 0, 3, 0);

  rutter_view_fit (&view, (RutterLonLat) { 50, 40 }, (RutterLonLat) { 50, 40 });
  g_assert_cmpfloat (view.zoom, ==, RUTTER_MAX_ZOOM);

  rutter_view_fit (&view, (RutterLonLat) { -180, -90 }, (RutterLonLat) { 180, 90 });
  g_assert_cmpfloat (view.zoom, >=, RUTTER_MIN_ZOOM);
  g_assert_cmpfloat_with_epsilon (view.centre.y, 0.5, 1e-9);

  /* The centre stops where the view would show what lies beyond the world square. */
  rutter_view_fit (&view, (RutterLonLat) { -60, 75 }, (RutterLonLat) { 40, 85 });
  g_assert_cmpfloat (rutter_view_get_bounds (&view).y0, >=, -1e-9);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/view/pixels", test_pixels);
  g_test_add_func ("/view/round-trip", test_round_trip);
  g_test_add_func ("/view/bounds", test_bounds);
  g_test_add_func ("/view/copies", test_copies);
  g_test_add_func ("/view/max-latitude", test_max_latitude);
  g_test_add_func ("/view/m-per-pixel", test_m_per_pixel);
  g_test_add_func ("/view/margin", test_margin);
  g_test_add_func ("/view/fit", test_fit);
  g_test_add_func ("/view/fit-limits", test_fit_limits);
  return g_test_run ();
}
