/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-geo.h"
#include "rutter-vocabulary.h"

#include <math.h>

static void
test_distance (void)
{
  static const struct
  {
    const char  *label;
    RutterLonLat from, to;
    double       expected_m;
  } cases[] = {
    { "a degree of the equator", { 0, 0 }, { 1, 0 }, 111195.08 },
    { "across the antimeridian", { 179.5, 0 }, { -179.5, 0 }, 111195.08 },
    { "pole to pole", { 0, 90 }, { 0, -90 }, 20015114.4 },
    { "nothing", { 50, 40 }, { 50, 40 }, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].label);
      g_assert_cmpfloat_with_epsilon (rutter_geo_distance_m (cases[i].from, cases[i].to),
                                      cases[i].expected_m, 1.0);
    }
}

static void
test_path_length (void)
{
  RutterLonLat points[] = { { 179.5, 0 }, { -179.5, 0 }, { -179.5, 90 }, { 20, 90 } };

  g_assert_cmpfloat_with_epsilon (rutter_geo_path_length_m (points, 2), 111195.08, 1.0);
  /* From pole to pole is no way, whatever the longitudes say. */
  g_assert_cmpfloat_with_epsilon (rutter_geo_path_length_m (points, 4),
                                  111195.08 + 20015114.4 / 2, 1.0);
  g_assert_cmpfloat (rutter_geo_path_length_m (points, 1), ==, 0);
  g_assert_cmpfloat (rutter_geo_path_length_m (NULL, 0), ==, 0);
}

static void
test_bearing (void)
{
  g_assert_cmpfloat_with_epsilon (rutter_geo_bearing_deg ((RutterLonLat) { 0, 0 },
                                                          (RutterLonLat) { 1, 0 }), 90, 1e-9);
  g_assert_cmpfloat_with_epsilon (rutter_geo_bearing_deg ((RutterLonLat) { 179, 0 },
                                                          (RutterLonLat) { -179, 0 }), 90, 1e-9);
  g_assert_cmpfloat_with_epsilon (rutter_geo_bearing_deg ((RutterLonLat) { 10, 10 },
                                                          (RutterLonLat) { 10, 0 }), 180, 1e-9);
}

static void
test_great_circle (void)
{
  RutterLonLat from = { 170, 45 };
  RutterLonLat to = { -170, 45 };
  g_autoptr(GArray) line = rutter_geo_great_circle (from, to, 1.0);
  double length = 0;

  for (guint i = 1; i < line->len; i++)
    {
      RutterLonLat a = g_array_index (line, RutterLonLat, i - 1);
      RutterLonLat b = g_array_index (line, RutterLonLat, i);

      g_assert_cmpfloat (fabs (a.lon - b.lon), <, 180);
      g_assert_cmpfloat (b.lat, >=, 45 - 1e-9);
      length += rutter_geo_distance_m (a, b);
    }

  g_assert_cmpfloat_with_epsilon (length, rutter_geo_distance_m (from, to), 1.0);
  g_assert_cmpfloat_with_epsilon (g_array_index (line, RutterLonLat, line->len - 1).lon, 190, 1e-9);
}

static void
test_mercator (void)
{
  RutterPoint corner = rutter_mercator_project ((RutterLonLat) { -180, 89 });
  RutterLonLat back;

  g_assert_cmpfloat_with_epsilon (corner.x, 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (corner.y, 0, 1e-12);

  for (double lat = -85; lat <= 85; lat += 5)
    {
      back = rutter_mercator_unproject (rutter_mercator_project ((RutterLonLat) { 51.5, lat }));
      g_assert_cmpfloat_with_epsilon (back.lon, 51.5, 1e-9);
      g_assert_cmpfloat_with_epsilon (back.lat, lat, 1e-9);
    }
}

static void
test_validity (void)
{
  g_assert_true (rutter_lon_lat_is_valid ((RutterLonLat) { 180, -90 }));
  g_assert_false (rutter_lon_lat_is_valid ((RutterLonLat) { 180.1, 0 }));
  g_assert_false (rutter_lon_lat_is_valid ((RutterLonLat) { 0, NAN }));
  g_assert_false (rutter_lon_lat_is_valid ((RutterLonLat) { INFINITY, 0 }));
}

static void
test_words (void)
{
  RutterStatus status;
  RutterLayerId layer;

  for (guint i = 0; i < RUTTER_N_STATUS; i++)
    {
      g_assert_true (rutter_status_from_id (rutter_status_get_id (i), &status));
      g_assert_cmpint (status, ==, i);
    }
  for (guint i = 0; i < RUTTER_N_LAYER; i++)
    {
      g_assert_true (rutter_layer_from_id (rutter_layer_get_id (i), &layer));
      g_assert_cmpint (layer, ==, i);
    }

  g_assert_false (rutter_status_from_id ("proven", &status));
  g_assert_false (rutter_status_from_id (NULL, &status));
  g_assert_cmpint (RUTTER_STATUS_CONFIRMED, >, RUTTER_STATUS_OFFICIAL_ACCUSATION);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/distance", test_distance);
  g_test_add_func ("/geo/path-length", test_path_length);
  g_test_add_func ("/geo/bearing", test_bearing);
  g_test_add_func ("/geo/great-circle", test_great_circle);
  g_test_add_func ("/geo/mercator", test_mercator);
  g_test_add_func ("/geo/validity", test_validity);
  g_test_add_func ("/vocabulary/ids", test_words);
  return g_test_run ();
}
