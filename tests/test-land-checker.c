/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The judge of the routes, judged: lines whose share of land is known.
 */

#include "land-checker.h"

typedef struct
{
  const char   *label;
  RutterLonLat  line[3];
  guint         n_points;
  double        km;        /* on land */
  double        within_km;
} Case;

/* The lands' widths were read off other maps, so they are known to a few kilometres. */
static const Case cases[] = {
  { "the open Atlantic", { { -40, 30 }, { -30, 40 } }, 2, 0, 0 },
  { "round Skagen", { { 7.5, 57.0 }, { 10.7, 58.0 }, { 11.6, 57.3 } }, 3, 0, 0 },
  { "across Jutland at 56 N, fjords left out", { { 7.5, 56 }, { 11.2, 56 } }, 2, 124, 6 },
  { "across Florida at 28 N", { { -83.5, 28 }, { -80, 28 } }, 2, 214, 15 },
  { "from New York to Lisbon over neither", { { -73.5, 40 }, { -10, 38.5 } }, 2, 0, 0 },
  { "within the Caspian", { { 50, 44 }, { 51, 39 } }, 2, 0, 0 },
  { "across the date line over Taveuni", { { 179.7, -16.85 }, { 180.3, -16.85 } }, 2, 18, 8 },
  { "the same, numbered from the east", { { -179.7, -16.85 }, { -180.3, -16.85 } }, 2, 18, 8 },
  { "Mongolia", { { 100, 46 }, { 101, 46 } }, 2, 77.2, 0.3 },
  { "across the Antarctic coast to the pole's side", { { 0, -60 }, { 0, -80 } }, 2, 1100, 80 }
};

static void
test_lines (gconstpointer data)
{
  LandChecker *checker = (LandChecker *)data;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RutterLonLat where = { 0, 0 };
      double km = land_checker_measure (checker, cases[i].line, cases[i].n_points, &where);

      g_test_message ("%s: %.3f km", cases[i].label, km);
      g_assert_cmpfloat_with_epsilon (km, cases[i].km, cases[i].within_km + 1e-9);
      if (km > 0)
        g_assert_true (land_checker_is_land (checker, where));
    }
}

static void
test_points (gconstpointer data)
{
  LandChecker *checker = (LandChecker *)data;

  g_assert_true (land_checker_is_land (checker, (RutterLonLat) { 37.6, 55.75 }));
  g_assert_true (land_checker_is_land (checker, (RutterLonLat) { 37.6 + 360, 55.75 }));
  g_assert_true (land_checker_is_land (checker, (RutterLonLat) { 180, 68 }));
  g_assert_true (land_checker_is_land (checker, (RutterLonLat) { -180, 68 }));
  g_assert_false (land_checker_is_land (checker, (RutterLonLat) { 180, 0 }));
  g_assert_false (land_checker_is_land (checker, (RutterLonLat) { 31.5, 60.8 }));
  g_assert_false (land_checker_is_land (checker, (RutterLonLat) { -87, 44 }));
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterBasemap) basemap = NULL;
  g_autoptr(LandChecker) checker = NULL;

  g_test_init (&argc, &argv, NULL);
  path = g_test_build_filename (G_TEST_BUILT, "..", "data", "basemap.rbm", NULL);
  basemap = rutter_basemap_open (path, &error);
  g_assert_no_error (error);
  checker = land_checker_new (basemap);

  g_test_add_data_func ("/land-checker/lines", checker, test_lines);
  g_test_add_data_func ("/land-checker/points", checker, test_points);

  return g_test_run ();
}
