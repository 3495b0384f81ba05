/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The computed lines of the starter catalogue against the coast of the basemap: test-starter-lines
 * STARTER.gpkg BASEMAP
 */

#include "land-checker.h"
#include "rutter-catalog.h"

#include <string.h>

static const char *starter;
static const char *basemap_path;

/* Waters whose banks the coastline does not hold, wholly or in part: the Suez and the Kiel Canal,
 * the lower Volga with its channel through the delta, the Neva and the Yangtze.
 */
static const struct { RutterLonLat south_west, north_east; } inland[] = {
  { { 32.2, 29.85 }, { 32.7, 31.35 } },
  { { 9.1, 53.85 }, { 10.3, 54.5 } },
  { { 47.2, 45.1 }, { 48.3, 46.6 } },
  { { 29.7, 59.85 }, { 30.5, 60.0 } },
  { { 118.5, 31.0 }, { 122.5, 32.4 } },
};

static gboolean
is_inland (RutterLonLat position)
{
  for (guint i = 0; i < G_N_ELEMENTS (inland); i++)
    if (position.lon >= inland[i].south_west.lon && position.lon <= inland[i].north_east.lon &&
        position.lat >= inland[i].south_west.lat && position.lat <= inland[i].north_east.lat)
      return TRUE;

  return FALSE;
}

static double
measure_land_km (LandChecker       *checker,
                 const RutterRoute *route)
{
  double km = 0;

  for (guint i = 1; i < route->n_points; i++)
    {
      RutterLonLat where;

      if (is_inland (route->points[i - 1]) && is_inland (route->points[i]))
        continue;

      km += land_checker_measure (checker, &route->points[i - 1], 2, &where);
    }

  return km;
}

static void
test_no_land (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterRecords) records = rutter_catalog_load (starter, RUTTER_CATALOG_FOREIGN, &error);
  g_autoptr(RutterBasemap) basemap = rutter_basemap_open (basemap_path, &error);
  g_autoptr(LandChecker) checker = NULL;
  GPtrArray *routes;
  guint n_computed = 0;

  g_assert_no_error (error);
  checker = land_checker_new (basemap);
  routes = rutter_records_get_objects (records, RUTTER_KIND_ROUTE);
  for (guint i = 0; i < routes->len; i++)
    {
      const RutterObject *object = g_ptr_array_index (routes, i);
      const RutterRoute *route = object->row;

      if (strcmp (route->method, "computed") != 0)
        continue;

      n_computed++;
      g_test_message ("%s", object->uid);
      g_assert_cmpuint (route->n_points, >=, 5);
      g_assert_cmpfloat (measure_land_km (checker, route), <=, 0.0);
    }
  g_assert_cmpuint (n_computed, ==, 12);
}

/* What was computed is no evidence: it stands apart from what is claimed. */
static void
test_apart (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterRecords) records = rutter_catalog_load (starter, RUTTER_CATALOG_FOREIGN, &error);
  GPtrArray *routes;

  g_assert_no_error (error);
  routes = rutter_records_get_objects (records, RUTTER_KIND_ROUTE);
  for (guint i = 0; i < routes->len; i++)
    {
      const RutterObject *object = g_ptr_array_index (routes, i);
      const RutterRoute *route = object->row;

      g_test_message ("%s", object->uid);
      g_assert_cmpuint (object->computed->len, ==, strcmp (route->method, "computed") == 0);
      g_assert_cmpuint (object->claims->len, >, 0);
      for (guint j = 0; j < object->claims->len; j++)
        {
          const RutterClaim *claim = g_ptr_array_index (object->claims, j);

          g_assert_cmpstr (claim->kind, !=, "computed");
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 3);
  starter = argv[1];
  basemap_path = argv[2];

  g_test_add_func ("/starter-lines/no-land", test_no_land);
  g_test_add_func ("/starter-lines/apart", test_apart);

  return g_test_run ();
}
