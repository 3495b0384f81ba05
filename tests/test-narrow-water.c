/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every passage's line over the real coast.
 */

#include "land-checker.h"
#include "rutter-narrow-water.h"

typedef struct
{
  RutterBasemap  *basemap;
  RutterPassages *passages;
  LandChecker    *checker;
} Fixture;

static GArray *
trace (const Fixture       *fixture,
       const RutterPassage *passage)
{
  g_autoptr(GError) error = NULL;
  GArray *line = rutter_narrow_water_trace (fixture->basemap, passage, NULL, &error);

  g_assert_no_error (error);
  return line;
}

static void
test_lines (gconstpointer data)
{
  const Fixture *fixture = data;

  for (guint i = 0; i < rutter_passages_get_n (fixture->passages); i++)
    {
      const RutterPassage *passage = rutter_passages_get (fixture->passages, i);
      g_autoptr(GArray) line = NULL;
      RutterLonLat *points, where = { 0, 0 };
      double km, given_km, length_km, given_length_km;

      if (passage->kind == RUTTER_PASSAGE_GATE)
        continue;

      line = trace (fixture, passage);
      points = (RutterLonLat *)line->data;
      km = land_checker_measure (fixture->checker, points, line->len, &where);
      given_km = land_checker_measure (fixture->checker, passage->line, passage->n_points, NULL);
      length_km = rutter_geo_path_length_m (points, line->len) / 1000;
      given_length_km = rutter_geo_path_length_m (passage->line, passage->n_points) / 1000;
      g_test_message ("%s: %.0f km in %u legs, %.3f km on land at %.3f %.3f (as given: %.3f)",
                      passage->id, length_km, line->len - 1, km, where.lon, where.lat, given_km);

      g_assert_cmpfloat (points[0].lon, ==, passage->line[0].lon);
      g_assert_cmpfloat (points[0].lat, ==, passage->line[0].lat);
      g_assert_cmpfloat (points[line->len - 1].lon, ==, passage->line[passage->n_points - 1].lon);
      g_assert_cmpfloat (points[line->len - 1].lat, ==, passage->line[passage->n_points - 1].lat);

      /* The water is never left for the land, and no way is led far about for it. */
      g_assert_cmpfloat (km, <=, given_km + 0.1);
      g_assert_cmpfloat_with_epsilon (length_km, given_length_km, given_length_km * 0.12);
      if (passage->kind == RUTTER_PASSAGE_STRAIT)
        g_assert_cmpfloat (km, ==, 0);
    }
}

/* A line drawn straight over the land of a strait's bank comes out in the water. */
static void
test_off_the_bank (gconstpointer data)
{
  const Fixture *fixture = data;
  RutterLonLat line[] = { { 29.25, 41.32 }, { 29.08, 41.10 }, { 28.90, 40.88 } };
  RutterPassage passage = { .kind = RUTTER_PASSAGE_STRAIT, .line = line, .n_points = 3 };
  g_autoptr(GArray) points = trace (fixture, &passage);

  g_assert_cmpfloat (land_checker_measure (fixture->checker, line, 3, NULL), >, 5);
  g_assert_cmpfloat (land_checker_measure (fixture->checker, (RutterLonLat *)points->data,
                                           points->len, NULL), ==, 0);
}

/* In another copy of the world everything is the same. */
static void
test_unwrapped (gconstpointer data)
{
  const Fixture *fixture = data;
  RutterLonLat line[] = { { 389.25, 41.32 }, { 389.08, 41.10 }, { 388.90, 40.88 } };
  RutterPassage passage = { .kind = RUTTER_PASSAGE_STRAIT, .line = line, .n_points = 3 };
  g_autoptr(GArray) points = trace (fixture, &passage);

  g_assert_cmpfloat (land_checker_measure (fixture->checker, (RutterLonLat *)points->data,
                                           points->len, NULL), ==, 0);
}

/* Where there is no water at all, the line is the one that was given. */
static void
test_on_land (gconstpointer data)
{
  const Fixture *fixture = data;
  RutterLonLat line[] = { { 100, 46 }, { 100.2, 46.1 }, { 100.25, 46.3 } };
  RutterPassage passage = { .kind = RUTTER_PASSAGE_CANAL, .line = line, .n_points = 3 };
  g_autoptr(GArray) points = trace (fixture, &passage);

  g_assert_cmpuint (points->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat (g_array_index (points, RutterLonLat, i).lat, ==, line[i].lat);
}

static void
test_cancelled (gconstpointer data)
{
  const Fixture *fixture = data;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (rutter_narrow_water_trace (fixture->basemap,
                                            rutter_passages_find (fixture->passages, "suez"),
                                            cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *basemap_path = NULL, *passages_path = NULL;
  g_autoptr(GError) error = NULL;
  Fixture fixture;
  int status;

  g_test_init (&argc, &argv, NULL);
  basemap_path = g_test_build_filename (G_TEST_BUILT, "..", "data", "basemap.rbm", NULL);
  passages_path = g_test_build_filename (G_TEST_DIST, "..", "data", "passages.tsv", NULL);
  fixture.basemap = rutter_basemap_open (basemap_path, &error);
  g_assert_no_error (error);
  fixture.passages = rutter_passages_load (passages_path, &error);
  g_assert_no_error (error);
  fixture.checker = land_checker_new (fixture.basemap);

  g_test_add_data_func ("/narrow-water/lines", &fixture, test_lines);
  g_test_add_data_func ("/narrow-water/off-the-bank", &fixture, test_off_the_bank);
  g_test_add_data_func ("/narrow-water/unwrapped", &fixture, test_unwrapped);
  g_test_add_data_func ("/narrow-water/on-land", &fixture, test_on_land);
  g_test_add_data_func ("/narrow-water/cancelled", &fixture, test_cancelled);
  status = g_test_run ();

  land_checker_free (fixture.checker);
  rutter_passages_unref (fixture.passages);
  rutter_basemap_unref (fixture.basemap);
  return status;
}
