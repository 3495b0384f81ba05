/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The planner over a small world: a continent with a sea in it that only a canal joins to the
 * ocean, and a gate south of it that is usually shut. The cache, errors, closing and opening.
 */

#include "rutter-sea-planner.h"
#include "small-world.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static const char TABLE[] =
  "id\tname\tname_ru\tkind\tshut\tline\tgate\tseason\tsource\n"
  "cut\tThe Cut\tКанал\tcanal\t0\t-1 20, 5 20, 11 20\t\t\t\n"
  "south\tThe South\tЮг\tgate\t1\t20 5, 20 -85\t\t\t\n"
  "north\tThe North\tСевер\tgate\t0\t20 35, 20 84.9\t\t\t\n";

static char *folder;
static RutterBasemap *basemap;
static RutterPassages *passages;
static RutterSeaPlanner *planner;

static void
make_world (void)
{
  static const SmallWorldBox boxes[] = {
    { RUTTER_RING_LAND, 0, 0, 40, 40 },
    { RUTTER_RING_LAKE, 10, 10, 30, 30 },
    { RUTTER_RING_ISLAND, 18, 18, 22, 22 },
    { RUTTER_RING_LAND, 174, 60, 186, 70 },
    { RUTTER_RING_LAND, 60, 0, 72, 12 },
  };

  small_world_open (folder, boxes, G_N_ELEMENTS (boxes), TABLE, &basemap, &passages);
}

static RutterSeaPlanner *
make_planner (const char *cache)
{
  g_autofree char *path = cache != NULL ? g_build_filename (folder, cache, NULL) : NULL;
  g_autoptr(GError) error = NULL;
  RutterSeaPlanner *made;

  made = rutter_sea_planner_new (basemap, passages, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return made;
}

static RutterSeaRoute *
find (RutterSeaPlanner   *from_planner,
      const RutterLonLat *stops,
      guint               n_stops,
      const char         *avoid,
      const char         *open,
      GError            **error)
{
  const char *avoided[] = { avoid, NULL };
  const char *opened[] = { open, NULL };
  RutterSeaRequest request = { stops, n_stops, avoided, opened, 10 };

  return rutter_sea_planner_find (from_planner, &request, NULL, error);
}

static gboolean
is_box (RutterLonLat point,
        double       west,
        double       south,
        double       east,
        double       north)
{
  double lon = rutter_geo_unwrap_lon (point.lon, (west + east) / 2);

  return lon > west && lon < east && point.lat > south && point.lat < north;
}

static gboolean
is_land (RutterLonLat point)
{
  return (is_box (point, 0, 0, 40, 40) && !is_box (point, 10, 10, 30, 30)) ||
         is_box (point, 18, 18, 22, 22) || is_box (point, 174, 60, 186, 70) ||
         is_box (point, 60, 0, 72, 12);
}

/* Kilometres on land outside the canal, by samples of legs straight in longitude and latitude. */
static double
measure_land (const RutterSeaRoute *route)
{
  double km = 0;

  for (guint i = 1; i < route->n_points; i++)
    {
      RutterLonLat a = route->points[i - 1], b = route->points[i];
      gboolean is_canal = FALSE;

      for (guint k = 0; k < route->n_crossings; k++)
        is_canal |= strcmp (route->crossings[k].passage->id, "cut") == 0 &&
                    i > route->crossings[k].first && i <= route->crossings[k].last;
      for (guint k = 0; k < 1000 && !is_canal; k++)
        {
          double t = (k + 0.5) / 1000;

          if (is_land ((RutterLonLat) { a.lon + t * (b.lon - a.lon), a.lat + t * (b.lat - a.lat) }))
            km += rutter_geo_distance_m (a, b) / 1e6;
        }
    }

  return km;
}

static char *
list_passages (const RutterSeaRoute *route)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < route->n_crossings; i++)
    g_string_append_printf (list, i > 0 ? " %s" : "%s", route->crossings[i].passage->id);

  return g_string_free (list, FALSE);
}

static const struct
{
  const char   *label;
  RutterLonLat  from;
  RutterLonLat  to;
  const char   *avoid;
  const char   *open;
  const char   *passages;
  double        min_nm;    /* the least over the water, reckoned by hand */
  double        max_nm;
} ways[] = {
  { "in sight", { -20, 20 }, { -10, 20 }, NULL, NULL, "", 563.7, 564.3 },
  { "across 180 degrees", { 179, -10 }, { -179, -10 }, NULL, NULL, "", 118.1, 118.4 },
  { "around land across 180 degrees", { 172, 65 }, { -172, 65 }, NULL, NULL, "", 845, 858 },
  { "around the continent by the north", { -5, -5 }, { 45, -5 }, NULL, NULL, "north", 7230, 7275 },
  { "by the south when it is opened", { -5, -5 }, { 45, -5 }, NULL, "south", "south", 2980, 2996 },
  { "into the inner sea", { -5, 20 }, { 15, 15 }, NULL, NULL, "cut", 1275, 1286 },
  { "within the inner sea, round its island", { 15, 20 }, { 25, 20 }, NULL, NULL, "", 590, 660 },
};

static void
test_ways (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      const RutterLonLat there_stops[] = { ways[i].from, ways[i].to };
      const RutterLonLat back_stops[] = { ways[i].to, ways[i].from };
      g_autoptr(RutterSeaRoute) there = NULL;
      g_autoptr(RutterSeaRoute) back = NULL;
      g_autofree char *used = NULL;
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", ways[i].label);
      there = find (planner, there_stops, 2, ways[i].avoid, ways[i].open, &error);
      g_assert_no_error (error);
      used = list_passages (there);
      g_assert_cmpstr (used, ==, ways[i].passages);
      g_assert_cmpfloat (there->length_nm, >=, ways[i].min_nm);
      g_assert_cmpfloat (there->length_nm, <=, ways[i].max_nm);
      g_assert_cmpfloat_with_epsilon (there->hours, there->length_nm / 10, 1e-9);
      g_assert_cmpfloat (measure_land (there), ==, 0);
      g_assert_cmpuint (there->stops[0].point, ==, 0);
      g_assert_cmpuint (there->stops[1].point, ==, there->n_points - 1);
      for (guint k = 1; k < there->n_points; k++)
        g_assert_cmpfloat (fabs (there->points[k].lon - there->points[k - 1].lon), <, 180);

      back = find (planner, back_stops, 2, ways[i].avoid, ways[i].open, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (back->n_points, ==, there->n_points);
      g_assert_cmpfloat_with_epsilon (back->length_nm, there->length_nm, 1e-6);
    }
}

static const struct
{
  const char   *label;
  RutterLonLat  from;
  RutterLonLat  to;
  guint         n_stops;
  const char   *avoid;
  const char   *open;
  double        speed_kn;
  int           code;
  const char   *says;
} errors[] = {
  { "no number", { NAN, 0 }, { 1, -5 }, 2, NULL, NULL, 10, RUTTER_SEA_ERROR_POSITION, "Stop 1" },
  { "infinite", { -5, 0 }, { INFINITY, 0 }, 2, NULL, NULL, 10, RUTTER_SEA_ERROR_POSITION,
    "Stop 2" },
  { "beyond the pole", { -5, 91 }, { 1, -5 }, 2, NULL, NULL, 10, RUTTER_SEA_ERROR_POSITION,
    "Earth" },
  { "the pole", { -5, 90 }, { 1, -5 }, 2, NULL, NULL, 10, RUTTER_SEA_ERROR_POSITION, "pole" },
  { "inland", { -5, -5 }, { 66, 6 }, 2, NULL, NULL, 10, RUTTER_SEA_ERROR_INLAND, "100 km" },
  { "unknown passage", { -5, 0 }, { -6, -5 }, 2, "cat", NULL, 10, RUTTER_SEA_ERROR_PASSAGE, "cut" },
  { "sealed", { -5, 20 }, { 15, 15 }, 2, "cut", NULL, 10, RUTTER_SEA_ERROR_SEALED, "cut" },
  { "not sealed: there is a way round the world", { -5, -5 }, { 45, -5 }, 2, "north", NULL, 10,
    -1, NULL },
  { "one stop", { -5, 0 }, { 0, 0 }, 1, NULL, NULL, 10, RUTTER_SEA_ERROR_REQUEST, "start" },
  { "no way to go", { -5, 0 }, { 355, 0 }, 2, NULL, NULL, 10, RUTTER_SEA_ERROR_REQUEST, "same" },
  { "no speed", { -5, 0 }, { -6, 0 }, 2, NULL, NULL, 0, RUTTER_SEA_ERROR_REQUEST, "knots" },
  { "no number of knots", { -5, 0 }, { -6, 0 }, 2, NULL, NULL, NAN, RUTTER_SEA_ERROR_REQUEST,
    "knots" },
  { "both", { -5, 0 }, { -6, 0 }, 2, "cut", "cut", 10, RUTTER_SEA_ERROR_REQUEST, "both" },
};

static void
test_errors (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      const RutterLonLat stops[] = { errors[i].from, errors[i].to };
      const char *avoided[] = { errors[i].avoid, NULL };
      const char *opened[] = { errors[i].open, NULL };
      RutterSeaRequest request = { stops, errors[i].n_stops, avoided, opened, errors[i].speed_kn };
      g_autoptr(RutterSeaRoute) route = NULL;
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", errors[i].label);
      route = rutter_sea_planner_find (planner, &request, NULL, &error);
      if (errors[i].code < 0)
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_null (route);
      g_assert_error (error, RUTTER_SEA_ERROR, errors[i].code);
      g_assert_nonnull (strstr (error->message, errors[i].says));
    }
}

static void
test_snap (void)
{
  const RutterLonLat stops[] = { { 0.5, 5 }, { -5, 5 }, { -5, 5 } };
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterSeaRoute) route = find (planner, stops, 3, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (route->n_stops, ==, 3);
  g_assert_cmpfloat (route->stops[0].snap_km, >, 55);
  g_assert_cmpfloat (route->stops[0].snap_km, <, 57);
  g_assert_cmpfloat (route->stops[0].asked.lon, ==, 0.5);
  g_assert_cmpfloat (route->stops[0].snapped.lon, <, 0);
  g_assert_cmpfloat (route->stops[1].snap_km, ==, 0);
  g_assert_cmpfloat (route->points[route->stops[1].point].lon, ==, -5);
  g_assert_cmpfloat (measure_land (route), ==, 0);
}

/* Two stops inland that meet the water at one place: a route of no length, not an error. */
static void
test_no_length (void)
{
  const RutterLonLat corner[] = { { 39.9, 39.95 }, { 39.9, 39.95 + 1e-7 } };
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterSeaRoute) none = find (planner, corner, 2, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (none->n_points, ==, 2);
  g_assert_cmpfloat (none->length_nm, <, 1e-3);
}

static void
test_alternatives (void)
{
  const RutterLonLat stops[] = { { -5, -5 }, { 45, -5 } };
  RutterSeaRequest request = { stops, 2, NULL, NULL, 10 };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) routes = rutter_sea_planner_alternatives (planner, &request, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (routes->len, ==, 1);
}

static void
on_progress_cb (double   fraction,
                gpointer user_data)
{
  if (fraction > 0.2)
    g_cancellable_cancel (user_data);
}

static void
test_cancel (void)
{
  const RutterLonLat stops[] = { { -5, -5 }, { 45, -5 } };
  RutterSeaRequest request = { stops, 2, NULL, NULL, 10 };
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_assert_null (rutter_sea_planner_new (basemap, passages, NULL, on_progress_cb, cancellable,
                                         cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  g_assert_null (rutter_sea_planner_find (planner, &request, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  g_assert_null (rutter_sea_planner_alternatives (planner, &request, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A planner from the cache must answer to the byte as the one that made the chart. */
static void
check_same (RutterSeaPlanner *other)
{
  const RutterLonLat stops[] = { { -5, -5 }, { 45, -5 }, { 15, 15 } };
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterSeaRoute) a = find (planner, stops, 3, NULL, NULL, &error);
  g_autoptr(RutterSeaRoute) b = NULL;

  g_assert_no_error (error);
  b = find (other, stops, 3, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (a->points, a->n_points * sizeof *a->points,
                   b->points, b->n_points * sizeof *b->points);
}

static void
test_cache (void)
{
  /* From the start, or from the end when below 0. */
  static const gssize PLACES[] = { 9, 30, 100, 40000, -1 };
  g_autofree char *path = g_build_filename (folder, "cache", "sea-chart.bin", NULL);
  g_autofree char *good = NULL;
  gsize length;

  rutter_sea_planner_unref (make_planner ("cache"));
  g_assert_true (g_file_get_contents (path, &good, &length, NULL));

  for (guint i = 0; i <= G_N_ELEMENTS (PLACES); i++)
    {
      g_autoptr(RutterSeaPlanner) again = NULL;
      g_autofree char *bad = g_memdup2 (good, length);
      g_autofree char *rebuilt = NULL;
      gsize bad_length = length, rebuilt_length;

      if (i < G_N_ELEMENTS (PLACES))
        bad[PLACES[i] < 0 ? (gssize)length + PLACES[i] : PLACES[i]] ^= 0x10;
      else
        bad_length /= 2;
      g_assert_true (g_file_set_contents (path, bad, (gssize)bad_length, NULL));

      again = make_planner ("cache");
      check_same (again);
      g_assert_true (g_file_get_contents (path, &rebuilt, &rebuilt_length, NULL));
      g_assert_cmpmem (rebuilt, rebuilt_length, good, length);
    }
}

static void
test_cache_unwritable (void)
{
  g_autofree char *path = g_build_filename (folder, "in-the-way", NULL);
  g_autoptr(RutterSeaPlanner) made = NULL;

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  made = make_planner ("in-the-way");
  check_same (made);
}

static void
remove_files (void)
{
  static const char *const NAMES[] = {
    "cache/sea-chart.bin", "cache", "in-the-way", "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      g_autofree char *path = g_build_filename (folder, NAMES[i], NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("rutter-sea-XXXXXX", NULL);
  make_world ();
  planner = make_planner (NULL);

  g_test_add_func ("/sea-chart/ways", test_ways);
  g_test_add_func ("/sea-chart/errors", test_errors);
  g_test_add_func ("/sea-chart/snap", test_snap);
  g_test_add_func ("/sea-chart/no-length", test_no_length);
  g_test_add_func ("/sea-chart/alternatives", test_alternatives);
  g_test_add_func ("/sea-chart/cancel", test_cancel);
  g_test_add_func ("/sea-chart/cache", test_cache);
  g_test_add_func ("/sea-chart/cache-unwritable", test_cache_unwritable);
  status = g_test_run ();

  g_clear_pointer (&planner, rutter_sea_planner_unref);
  g_clear_pointer (&passages, rutter_passages_unref);
  g_clear_pointer (&basemap, rutter_basemap_unref);
  remove_files ();
  g_clear_pointer (&folder, g_free);

  return status;
}
