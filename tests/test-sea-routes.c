/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * test-sea-routes PAIRS PASSAGES BASEMAP: routes between hundreds of ports, by code that shares
 * nothing with the router's own idea of land.
 */

#include "port-pairs.h"

#include <math.h>
#include <string.h>

/* What is asked of a route's legs: how far they may leave the great circle. */
#define MAX_SAG_M 500.0
/* One route in so many has its passages closed; all have with the test's mode "slow". */
#define N_CLOSED_STEPS 5

typedef struct
{
  GPtrArray        *pairs;
  GPtrArray        *routes;    /* RutterSeaRoute of each pair or NULL, found once for all tests */
  RutterSeaPlanner *planner;
  LandChecker      *checker;
} Fixture;

static RutterSeaRoute *
find (const Fixture      *fixture,
      const PortPair     *pair,
      const char *const  *avoid,
      const char *const  *open,
      gboolean            is_back,
      GError            **error)
{
  return port_pair_find_route (pair, fixture->planner, avoid, open, is_back, error);
}

static const RutterSeaRoute *
get_route (const Fixture *fixture,
           guint          pair)
{
  return g_ptr_array_index (fixture->routes, pair);
}

static void
find_routes (Fixture *fixture)
{
  fixture->routes = g_ptr_array_new ();
  for (guint i = 0; i < fixture->pairs->len; i++)
    {
      const PortPair *pair = g_ptr_array_index (fixture->pairs, i);
      g_autoptr(GError) error = NULL;

      g_ptr_array_add (fixture->routes, find (fixture, pair, NULL, NULL, FALSE, &error));
      if (error != NULL)
        g_test_message ("UNSOLVED %s-%s (%s): %s", pair->from, pair->to, pair->group,
                        error->message);
    }
}

/* How far a leg's middle, straight in longitude and latitude, lies beside the great circle. */
static double
measure_sag_m (RutterLonLat a,
               RutterLonLat b)
{
  RutterLonLat middle = { (a.lon + b.lon) / 2, (a.lat + b.lat) / 2 };
  double turn = rutter_geo_bearing_deg (a, middle) - rutter_geo_bearing_deg (a, b);
  double far = rutter_geo_distance_m (a, middle) / RUTTER_EARTH_RADIUS_M;

  return RUTTER_EARTH_RADIUS_M * fabs (asin (sin (far) * sin (turn * G_PI / 180.0)));
}

static void
check_legs (const RutterSeaRoute *route)
{
  double length_m = 0;

  for (guint i = 1; i < route->n_points; i++)
    {
      RutterLonLat a = route->points[i - 1], b = route->points[i];

      g_assert_cmpfloat (fabs (b.lon - a.lon), <=, 180);
      length_m += rutter_geo_distance_m (a, b);
    }

  g_assert_cmpfloat_with_epsilon (route->length_nm, length_m / RUTTER_NM_M,
                                  1e-6 + length_m / RUTTER_NM_M * 1e-6);
  g_assert_cmpfloat_with_epsilon (route->hours, route->length_nm / 12.0, 1e-6 * route->length_nm);
}

static void
check_stops (const RutterSeaRoute *route,
             const PortPair       *pair)
{
  g_assert_cmpuint (route->n_stops, ==, 2);
  g_assert_cmpuint (route->stops[0].point, ==, 0);
  g_assert_cmpuint (route->stops[1].point, ==, route->n_points - 1);

  for (guint i = 0; i < 2; i++)
    {
      const RutterSeaStop *stop = &route->stops[i];
      RutterLonLat point = route->points[stop->point];

      g_assert_cmpfloat (stop->asked.lon, ==, pair->stops[i].lon);
      g_assert_cmpfloat (remainder (stop->snapped.lon - point.lon, 360.0), ==, 0);
      g_assert_cmpfloat (stop->snapped.lat, ==, point.lat);
      g_assert_cmpfloat_with_epsilon (stop->snap_km,
                                      rutter_geo_distance_m (stop->asked, stop->snapped) / 1000,
                                      0.01 + stop->snap_km * 0.01);
    }
}

/* Every pair is solved, over water alone. What isn't is listed before the test fails. */
static void
test_every_pair (gconstpointer data)
{
  const Fixture *fixture = data;
  guint n_unsolved = 0, n_on_land = 0, n_far = 0;
  double total_nm = 0;

  g_assert_cmpuint (fixture->pairs->len, >=, 500);
  for (guint i = 0; i < fixture->pairs->len; i++)
    {
      const PortPair *pair = g_ptr_array_index (fixture->pairs, i);
      const RutterSeaRoute *route = get_route (fixture, i);
      RutterLonLat where = { 0, 0 };
      double km;

      if (route == NULL)
        {
          n_unsolved++;
          continue;
        }

      check_legs (route);
      check_stops (route, pair);
      total_nm += route->length_nm;

      km = measure_route_land (fixture->checker, route, &where);
      if (km > 0)
        {
          g_test_message ("LAND %s-%s (%s): %.4f km at %.5f %.5f", pair->from, pair->to,
                          pair->group, km, where.lon, where.lat);
          n_on_land++;
        }

      for (guint stop = 0; stop < 2; stop++)
        if (route->stops[stop].snap_km > RUTTER_SEA_FAR_SNAP_KM)
          {
            g_test_message ("SNAP %s: %.1f km", stop == 0 ? pair->from : pair->to,
                            route->stops[stop].snap_km);
            n_far++;
          }
    }

  g_test_message ("%u pairs, %u unsolved, %u over land, %u ends snapped far, %.0f nm",
                  fixture->pairs->len, n_unsolved, n_on_land, n_far, total_nm);
  g_assert_cmpuint (n_unsolved, ==, 0);
  g_assert_cmpuint (n_on_land, ==, 0);
}

/* Straight in longitude and latitude, a leg is all but the great circle. */
static void
test_great_circle (gconstpointer data)
{
  const Fixture *fixture = data;
  double sag_m = 0;

  for (guint i = 0; i < fixture->pairs->len; i++)
    {
      const RutterSeaRoute *route = get_route (fixture, i);

      for (guint j = 1; j < route->n_points; j++)
        sag_m = MAX (sag_m, measure_sag_m (route->points[j - 1], route->points[j]));
    }

  g_test_message ("up to %.0f m beside the great circle", sag_m);
  g_assert_cmpfloat (sag_m, <=, MAX_SAG_M);
}

static void
test_published (gconstpointer data)
{
  const Fixture *fixture = data;
  guint n = 0;

  for (guint i = 0; i < fixture->pairs->len; i++)
    {
      const PortPair *pair = g_ptr_array_index (fixture->pairs, i);
      const RutterSeaRoute *route = get_route (fixture, i);

      if (pair->published_nm == 0)
        continue;

      g_assert_nonnull (route);
      g_test_message ("%s-%s: %.0f nm, published %.0f", pair->from, pair->to, route->length_nm,
                      pair->published_nm);
      g_assert_cmpfloat_with_epsilon (route->length_nm, pair->published_nm,
                                      pair->published_nm * 0.02);
      n++;
    }

  g_assert_cmpuint (n, >=, 6);
}

static void
test_both_ways (gconstpointer data)
{
  const Fixture *fixture = data;
  guint n_unlike = 0;

  for (guint i = 0; i < fixture->pairs->len; i++)
    {
      const PortPair *pair = g_ptr_array_index (fixture->pairs, i);
      const RutterSeaRoute *there = get_route (fixture, i);
      g_autoptr(RutterSeaRoute) back = find (fixture, pair, NULL, NULL, TRUE, NULL);

      g_assert_true ((there == NULL) == (back == NULL));
      if (there != NULL &&
          fabs (there->length_nm - back->length_nm) > 0.005 * there->length_nm + 0.01)
        {
          g_test_message ("UNLIKE %s-%s: %.2f and %.2f nm", pair->from, pair->to,
                          there->length_nm, back->length_nm);
          n_unlike++;
        }
    }

  g_assert_cmpuint (n_unlike, ==, 0);
}

static void
test_same_bytes (gconstpointer data)
{
  const Fixture *fixture = data;

  for (guint i = 0; i < fixture->pairs->len; i += 7)
    {
      const PortPair *pair = g_ptr_array_index (fixture->pairs, i);
      const RutterSeaRoute *once = get_route (fixture, i);
      g_autoptr(RutterSeaRoute) again = find (fixture, pair, NULL, NULL, FALSE, NULL);

      g_assert_cmpmem (once->points, once->n_points * sizeof (RutterLonLat),
                       again->points, again->n_points * sizeof (RutterLonLat));
      g_assert_cmpmem (once->crossings, once->n_crossings * sizeof (RutterSeaCrossing),
                       again->crossings, again->n_crossings * sizeof (RutterSeaCrossing));
      g_assert_cmpfloat (once->length_nm, ==, again->length_nm);
    }
}

/* Closes a passage of a route: longer, or no way at all, and never through it. Returns whether not.
 */
static gboolean
is_wrong_without (const Fixture        *fixture,
                  guint                 index,
                  const char           *id,
                  guint                *n_sealed)
{
  const PortPair *pair = g_ptr_array_index (fixture->pairs, index);
  const RutterSeaRoute *route = get_route (fixture, index);
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterSeaRoute) other =
    find (fixture, pair, (const char *const[]) { id, NULL }, NULL, FALSE, &error);

  if (other == NULL)
    {
      g_assert_error (error, RUTTER_SEA_ERROR, RUTTER_SEA_ERROR_SEALED);
      g_assert_nonnull (strstr (error->message, id));
      ++*n_sealed;
      return FALSE;
    }

  for (guint k = 0; k < other->n_crossings; k++)
    g_assert_cmpstr (other->crossings[k].passage->id, !=, id);
  if (other->length_nm >= route->length_nm * 0.999999)
    return FALSE;

  g_test_message ("SHORTER %s-%s without %s: %.2f before, %.2f nm", pair->from, pair->to, id,
                  route->length_nm, other->length_nm);
  return TRUE;
}

/* All passages of every @step-th route, from @first on. */
static void
check_closed (const Fixture *fixture,
              guint          first,
              guint          step)
{
  guint n_closed = 0, n_sealed = 0, n_wrong = 0;

  for (guint i = first; i < fixture->pairs->len; i += step)
    {
      const RutterSeaRoute *route = get_route (fixture, i);

      for (guint j = 0; j < route->n_crossings; j++)
        {
          n_wrong += is_wrong_without (fixture, i, route->crossings[j].passage->id, &n_sealed);
          n_closed++;
        }
    }

  g_test_message ("%u closed, %u of them sealed the way", n_closed, n_sealed);
  g_assert_cmpuint (n_closed, >, 100);
  g_assert_cmpuint (n_wrong, ==, 0);
}

static void
test_closed (gconstpointer data)
{
  check_closed (data, 0, N_CLOSED_STEPS);
}

static void
test_closed_all (gconstpointer data)
{
  check_closed (data, 0, 1);
}

/* A way more never makes one longer, but for what the choice among nearly equal ways may cost. */
static void
test_opened (gconstpointer data)
{
  const Fixture *fixture = data;
  const char *const open[] = { "northern-sea-route", "northwest-passage", NULL };
  guint n_shorter = 0;

  for (guint i = 0; i < fixture->pairs->len; i += 11)
    {
      const PortPair *pair = g_ptr_array_index (fixture->pairs, i);
      const RutterSeaRoute *route = get_route (fixture, i);
      g_autoptr(RutterSeaRoute) other = find (fixture, pair, NULL, open, FALSE, NULL);

      g_assert_cmpfloat (other->length_nm, <=, route->length_nm * 1.002);
      n_shorter += other->length_nm < route->length_nm * 0.99;
    }

  g_assert_cmpuint (n_shorter, >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterPassages) passages = NULL;
  g_autoptr(RutterBasemap) basemap = NULL;
  Fixture fixture;
  int status;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 4);
  passages = rutter_passages_load (argv[2], &error);
  g_assert_no_error (error);
  basemap = rutter_basemap_open (argv[3], &error);
  g_assert_no_error (error);
  fixture.pairs = port_pairs_read (argv[1]);
  fixture.planner = rutter_sea_planner_new (basemap, passages, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture.checker = land_checker_new (basemap);
  find_routes (&fixture);

  g_test_add_data_func ("/sea-routes/every-pair", &fixture, test_every_pair);
  g_test_add_data_func ("/sea-routes/great-circle", &fixture, test_great_circle);
  g_test_add_data_func ("/sea-routes/published", &fixture, test_published);
  g_test_add_data_func ("/sea-routes/both-ways", &fixture, test_both_ways);
  g_test_add_data_func ("/sea-routes/same-bytes", &fixture, test_same_bytes);
  if (g_test_slow ())
    g_test_add_data_func ("/sea-routes/closed-all", &fixture, test_closed_all);
  else
    g_test_add_data_func ("/sea-routes/closed", &fixture, test_closed);
  g_test_add_data_func ("/sea-routes/opened", &fixture, test_opened);
  status = g_test_run ();

  for (guint i = 0; i < fixture.routes->len; i++)
    g_clear_pointer ((RutterSeaRoute **)&fixture.routes->pdata[i], rutter_sea_route_unref);
  g_ptr_array_unref (fixture.routes);
  land_checker_free (fixture.checker);
  rutter_sea_planner_unref (fixture.planner);
  g_ptr_array_unref (fixture.pairs);
  return status;
}
