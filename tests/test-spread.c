/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-spread.h"
#include "rutter-symbol.h"

#include <math.h>

static RutterPicture *
make_picture (const RutterPoint *points,
              guint              n_points,
              gboolean           backwards)
{
  RutterPictureBuilder *builder = rutter_picture_builder_new ();

  for (guint i = 0; i < n_points; i++)
    {
      guint k = backwards ? n_points - 1 - i : i;
      g_autofree char *uid = g_strdup_printf ("event:%02u", k);
      RutterMark mark = { .uid = uid, .shape = RUTTER_SHAPE_POINT, .rank = k / 2,
                          .symbol = RUTTER_SYMBOL_INCIDENT, .opacity = 1, .course_deg = NAN,
                          .n_points = 1, .points = &points[k] };

      rutter_picture_builder_add (builder, &mark);
    }

  return rutter_picture_builder_end (builder);
}

static double
get_distance (const RutterSpread *spread,
              guint               a,
              guint               b)
{
  const RutterSpreadPlace *first = rutter_spread_get_place (spread, a);
  const RutterSpreadPlace *second = rutter_spread_get_place (spread, b);

  return hypot (first->shift_px.x - second->shift_px.x, first->shift_px.y - second->shift_px.y);
}

/* However many on one spot: no two symbols on each other, and none far away. */
static void
test_same_spot (void)
{
  RutterPoint points[40];

  for (guint n = 2; n <= G_N_ELEMENTS (points); n++)
    {
      g_autoptr(RutterPicture) picture = NULL;
      g_autoptr(RutterSpread) spread = NULL;
      double size;

      for (guint i = 0; i < n; i++)
        points[i] = (RutterPoint) { 0.7, 0.4 };
      picture = make_picture (points, n, FALSE);
      spread = rutter_spread_new (picture, 6.9);
      size = rutter_symbol_get_size (rutter_picture_get_mark (picture, 0), 6.5);

      for (guint i = 0; i < n; i++)
        for (guint k = 0; k < i; k++)
          g_assert_cmpfloat (get_distance (spread, i, k), >=, size);
      for (guint i = 0; i < n; i++)
        g_assert_cmpfloat (rutter_spread_get_place (spread, i)->world.x, ==, 0.7);
      g_assert_cmpfloat (rutter_spread_get_reach (spread), <, 80);
    }
}

static void
test_apart (void)
{
  static const RutterPoint points[] = { { 0.7, 0.4 }, { 0.701, 0.4 }, { NAN, 0.4 } };
  g_autoptr(RutterPicture) picture = make_picture (points, 3, FALSE);
  g_autoptr(RutterSpread) far = rutter_spread_new (picture, 3);
  g_autoptr(RutterSpread) near = rutter_spread_new (picture, 10);

  /* 0.001 of the world: 3 pixels at zoom 3.5, 370 at 10.5. */
  g_assert_cmpfloat (get_distance (far, 0, 1), >, 8);
  g_assert_cmpfloat (get_distance (near, 0, 1), ==, 0);
  g_assert_cmpfloat (rutter_spread_get_place (near, 1)->world.x, ==, 0.701);
  g_assert_cmpfloat (rutter_spread_get_reach (near), ==, 0);
  g_assert_cmpint (rutter_spread_get_level (near), ==, 10);
}

static void
test_deterministic (void)
{
  RutterPoint points[30];
  g_autoptr(GRand) rand = g_rand_new_with_seed (5);
  g_autoptr(RutterPicture) forth = NULL;
  g_autoptr(RutterPicture) back = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    points[i] = (RutterPoint) { 0.7 + 0.01 * g_rand_double (rand), 0.4 };
  forth = make_picture (points, G_N_ELEMENTS (points), FALSE);
  back = make_picture (points, G_N_ELEMENTS (points), TRUE);

  for (double zoom = 0; zoom < 14; zoom += 0.5)
    {
      g_autoptr(RutterSpread) first = rutter_spread_new (forth, zoom);
      g_autoptr(RutterSpread) second = rutter_spread_new (back, zoom);

      for (guint i = 0; i < G_N_ELEMENTS (points); i++)
        {
          const RutterSpreadPlace *a = rutter_spread_get_place (first, i);
          const RutterSpreadPlace *b = rutter_spread_get_place (second,
                                                                G_N_ELEMENTS (points) - 1 - i);

          g_assert_cmpfloat (a->world.x, ==, b->world.x);
          g_assert_cmpfloat (a->shift_px.x, ==, b->shift_px.x);
          g_assert_cmpfloat (a->shift_px.y, ==, b->shift_px.y);
        }
    }
}

static void
test_radius (void)
{
  static const RutterPoint points[] = { { 0.7, 0.4 }, { 0.7, 0.4 } };
  g_autoptr(RutterPicture) picture = make_picture (points, 2, FALSE);
  g_autoptr(RutterSpread) spread = rutter_spread_new (picture, 5);
  RutterView view = { { 0.7, 0.4 }, 5, 0, 400, 400, 1 };

  g_assert_cmpfloat (rutter_spread_get_radius (spread, &view, points[0], 8), >, 10);
  g_assert_cmpfloat (rutter_spread_get_radius (spread, &view, (RutterPoint) { -0.3, 0.4 }, 8),
                     >, 10);
  g_assert_cmpfloat (rutter_spread_get_radius (spread, &view, (RutterPoint) { 0.6, 0.4 }, 8),
                     ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spread/same-spot", test_same_spot);
  g_test_add_func ("/spread/apart", test_apart);
  g_test_add_func ("/spread/deterministic", test_deterministic);
  g_test_add_func ("/spread/radius", test_radius);
  return g_test_run ();
}
