/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The basemap that the build made: land and water at known places, and boundaries where the table
 * of reviewed lines hides them.
 */

#include "rutter-basemap.h"
#include "rutter-paths.h"

#include <math.h>

static RutterBasemap *basemap;

/* Whether the edge from a to b crosses the ray that goes east from p. */
static gboolean
crosses (RutterPoint p,
         RutterPoint a,
         RutterPoint b)
{
  return (a.y > p.y) != (b.y > p.y) &&
         p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x);
}

/* The even-odd rule over all rings, worked out without the painter. */
static gboolean
is_land (RutterLonLat position,
         guint        level)
{
  RutterPoint point = rutter_mercator_project (position);
  gboolean inside = FALSE;

  for (int copy = -1; copy <= 1; copy++)
    {
      RutterPoint p = { point.x - copy, point.y };
      RutterBox box = { p.x, p.y, p.x, p.y };
      RutterBasemapIter iter;
      RutterBasemapShape shape;

      rutter_basemap_iter_init (&iter, basemap, level, RUTTER_BASEMAP_RINGS, &box);
      while (rutter_basemap_iter_next (&iter, &shape))
        for (guint i = 0; i < shape.n_runs; i++)
          {
            RutterPoint points[RUTTER_BASEMAP_MAX_RUN];
            RutterBasemapRun run;
            guint n_points;

            g_assert_true (rutter_basemap_get_run (basemap, &shape, i, &run));
            n_points = rutter_basemap_run_decode (&run, points);
            g_assert_cmpuint (n_points, ==, run.n_points);
            for (guint j = 1; j < n_points; j++)
              inside ^= crosses (p, points[j - 1], points[j]);
          }
    }

  return inside;
}

static void
test_places (void)
{
  static const struct
  {
    const char  *label;
    RutterLonLat position;
    gboolean     is_land;
    double       zoom;     /* from which on it shows */
  } cases[] = {
    { "the middle of the Caspian Sea", { 50.5, 41.5 }, FALSE, 1 },
    { "the Black Sea", { 34, 43 }, FALSE, 1 },
    { "the Sea of Japan off Rajin", { 131, 42 }, FALSE, 4 },
    { "Lake Baikal", { 107.8, 53.5 }, FALSE, 4 },
    { "Olkhon, an island in it", { 107.4, 53.15 }, TRUE, 8 },
    { "Moscow", { 37.6, 55.75 }, TRUE, 1 },
    { "Tehran", { 51.4, 35.7 }, TRUE, 1 },
    { "Pyongyang", { 125.75, 39.05 }, TRUE, 1 },
    { "Chukotka, east of 180 degrees", { -175, 67 }, TRUE, 2 },
    { "Wrangel Island, across 180 degrees", { 180, 71.2 }, TRUE, 4 },
    { "the South Pole's plateau", { 0, -84 }, TRUE, 1 },
    { "the plateau at 180 degrees", { 180, -84.5 }, TRUE, 1 },
    { "the Greenwich meridian in Algeria", { 0, 30 }, TRUE, 1 },
    { "the Southern Ocean", { 100, -58 }, FALSE, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (double zoom = cases[i].zoom; zoom <= 10; zoom++)
      {
        g_test_message ("%s, zoom %g", cases[i].label, zoom);
        g_assert_cmpint (is_land (cases[i].position, rutter_basemap_choose_level (basemap, zoom)),
                         ==, cases[i].is_land);
      }
}

static guint
count_boundaries (RutterLonLat south_west,
                  RutterLonLat north_east,
                  guint        kind)
{
  RutterPoint a = rutter_mercator_project (south_west);
  RutterPoint b = rutter_mercator_project (north_east);
  RutterBox box = { a.x, b.y, b.x, a.y };
  RutterBasemapIter iter;
  RutterBasemapShape shape;
  guint n_runs = 0;

  rutter_basemap_iter_init (&iter, basemap, rutter_basemap_choose_level (basemap, 12),
                            RUTTER_BASEMAP_BOUNDARIES, &box);
  while (rutter_basemap_iter_next (&iter, &shape))
    for (guint i = 0; i < shape.n_runs; i++)
      {
        RutterBasemapRun run;

        g_assert_true (rutter_basemap_get_run (basemap, &shape, i, &run));
        n_runs += shape.kind == kind && rutter_box_meets (&run.box, &box);
      }

  return n_runs;
}

static void
test_boundaries (void)
{
  RutterLonLat hk_sea[] = { { 113.8, 22.1 }, { 114.6, 22.4 } };
  RutterLonLat hk_border[] = { { 114.05, 22.5 }, { 114.2, 22.56 } };
  RutterLonLat korea[] = { { 127, 38 }, { 128, 38.5 } };
  RutterLonLat turkey[] = { { 44, 38 }, { 45, 39 } };
  RutterLonLat world[] = { { -180, -80 }, { 180, 80 } };

  g_assert_cmpuint (count_boundaries (hk_sea[0], hk_sea[1], RUTTER_BOUNDARY_INTERNATIONAL), ==, 0);
  g_assert_cmpuint (count_boundaries (hk_border[0], hk_border[1],
                                      RUTTER_BOUNDARY_INTERNATIONAL), ==, 0);
  g_assert_cmpuint (count_boundaries (hk_border[0], hk_border[1], RUTTER_BOUNDARY_INTERNAL), >, 0);
  g_assert_cmpuint (count_boundaries (korea[0], korea[1], RUTTER_BOUNDARY_DISPUTED), >, 0);
  g_assert_cmpuint (count_boundaries (turkey[0], turkey[1], RUTTER_BOUNDARY_INTERNATIONAL), >, 0);
  g_assert_cmpuint (count_boundaries (world[0], world[1], RUTTER_BOUNDARY_MARINE), ==, 0);
}

static void
test_levels (void)
{
  guint last = 0;

  g_assert_cmpuint (rutter_basemap_choose_level (basemap, 0), ==, 0);
  for (double zoom = 0; zoom <= 18; zoom += 0.1)
    {
      guint level = rutter_basemap_choose_level (basemap, zoom);

      g_assert_cmpuint (level, >=, last);
      g_assert_cmpuint (level, <=, last + 1);
      last = level;
    }
  g_assert_cmpuint (last, ==, 8);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *path = rutter_paths_get_data ("basemap.rbm");
  g_autoptr(GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  basemap = rutter_basemap_open (path, &error);
  g_assert_no_error (error);

  g_test_add_func ("/basemap/places", test_places);
  g_test_add_func ("/basemap/boundaries", test_boundaries);
  g_test_add_func ("/basemap/levels", test_levels);
  status = g_test_run ();

  g_clear_pointer (&basemap, rutter_basemap_unref);
  return status;
}
