/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-ruler.h"

#include <math.h>

static void
test_length (void)
{
  static const struct
  {
    double      length_m;
    const char *expected;
  } cases[] = {
    { 0, "0 m · 0.00 nm" },
    { 12.4, "12 m · 0.01 nm" },
    { 999.4, "999 m · 0.54 nm" },
    { 999.6, "1.00 km · 0.54 nm" },
    { 1852, "1.85 km · 1.00 nm" },
    { 9996, "10.0 km · 5.40 nm" },
    { 99960, "100 km · 54.0 nm" },
    { 1852000, "1852 km · 1000 nm" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = rutter_ruler_format_length (cases[i].length_m);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_bearing (void)
{
  static const struct
  {
    double      bearing;
    const char *expected;
  } cases[] = { { 0, "000°" }, { 5.4, "005°" }, { 359.6, "000°" }, { 271, "271°" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = rutter_ruler_format_bearing (cases[i].bearing);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_describe (void)
{
  RutterLonLat points[] = { { 0, 0 }, { 1, 0 }, { 1, 1 }, { 1, 1 } };
  g_autofree char *sum = rutter_ruler_describe_sum (points, 3);
  g_autofree char *last = rutter_ruler_describe_last (points, 2);
  g_autofree char *still = rutter_ruler_describe_last (points, 4);

  g_assert_cmpstr (sum, ==, "222 km · 120 nm");
  g_assert_cmpstr (last, ==, "111 km · 60.0 nm, initial bearing 090°");
  g_assert_cmpstr (still, ==, "0 m · 0.00 nm");
  g_assert_null (rutter_ruler_describe_sum (points, 1));
  g_assert_null (rutter_ruler_describe_last (points, 0));
}

static guint
count_painted (cairo_surface_t *surface,
               int              x0,
               int              x1)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = x0; x < x1; x++)
      n += data[y * stride + x * 4 + 3] > 0;

  return n;
}

/* Over the date line the leg is short and shown at both sides of it, never across the map. */
static void
test_paint (void)
{
  RutterLonLat points[] = { { 170, 10 }, { -170, 10 }, { -170, 10 } };
  RutterView view = { { 0.0, 0.5 }, 1, 0, 512, 512, 1 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 512, 512);
  cairo_t *cr = cairo_create (surface);

  rutter_ruler_paint (cr, &view, rutter_theme_get (RUTTER_THEME_LIGHT), points, 2, 2);
  cairo_surface_flush (surface);
  /* The view's middle is 180 degrees: 20 degrees are 28 pixels there. */
  g_assert_cmpuint (count_painted (surface, 230, 282), >, 100);
  g_assert_cmpuint (count_painted (surface, 20, 220), ==, 0);
  g_assert_cmpuint (count_painted (surface, 300, 490), ==, 0);

  /* Nothing, one point, and a leg without length paint and do not crash. */
  rutter_ruler_paint (cr, &view, rutter_theme_get (RUTTER_THEME_DARK), points, 0, 0);
  rutter_ruler_paint (cr, &view, rutter_theme_get (RUTTER_THEME_DARK), points, 1, 0);
  rutter_ruler_paint (cr, &view, rutter_theme_get (RUTTER_THEME_DARK), points, 3, 1);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ruler/length", test_length);
  g_test_add_func ("/ruler/bearing", test_bearing);
  g_test_add_func ("/ruler/describe", test_describe);
  g_test_add_func ("/ruler/paint", test_paint);

  return g_test_run ();
}
