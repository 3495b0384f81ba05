/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The planner over the real basemap and the real passages. */

#include "rutter-paths.h"
#include "rutter-sea-planner.h"

#include <math.h>
#include <string.h>

static RutterSeaPlanner *planner;

static const struct
{
  const char   *label;
  RutterLonLat  from;
  RutterLonLat  to;
  double        min_nm;
  double        max_nm;
  const char   *avoid;
  const char   *open;
  const char   *passages;   /* in the order of sailing */
} ways[] = {
  { "across the Caspian", { 47.55, 45.78 }, { 53.38, 36.87 }, 590, 612, NULL, NULL,
    "volga-caspian" },
  { "across 180 degrees", { 178.43, -18.13 }, { -157.87, 21.3 }, 2740, 2800, NULL, NULL, "" },
  { "Panama", { -74.02, 40.67 }, { -118.27, 33.74 }, 4816, 5012, NULL, NULL, "panama" },
  { "New York to Colombo", { -74.02, 40.67 }, { 79.84, 6.95 }, 8432, 8776, NULL, NULL,
    "gibraltar suez bab-el-mandeb" },
  { "Suez closed", { 4.05, 51.98 }, { 103.85, 1.26 }, 11600, 12100, "suez", NULL,
    "dover cape-of-good-hope sunda" },
  { "by the north", { 33.05, 68.98 }, { 131.9, 43.1 }, 5100, 5400, NULL, "northern-sea-route",
    "northern-sea-route bering la-perouse" },
  { "past the Volga", { 30.2, 59.9 }, { 131.9, 43.1 }, 12100, 12400, NULL, NULL,
    "kiel dover gibraltar suez bab-el-mandeb malacca taiwan korea-strait" },
  { "past the Volga from Hamburg", { 9.95, 53.54 }, { 131.9, 43.1 }, 11300, 11700, NULL, NULL,
    "elbe dover gibraltar suez bab-el-mandeb malacca taiwan korea-strait" },
  { "by the Volga when asked to", { 30.2, 59.9 }, { 37.78, 44.71 }, 2000, 2300, NULL, "volga-don",
    "neva volga-baltic volga-don don kerch" },
  { "up the Volga", { 53.35, 36.78 }, { 30.2, 59.9 }, 2350, 2600, NULL, NULL,
    "volga-caspian volga volga-baltic neva" },
  { "from the Don to the ocean", { 39.71667, 47.16667 }, { 37.78, 44.71 }, 200, 320, NULL, NULL,
    "don kerch" },
  { "from the Black Sea to the Caspian", { 37.78, 44.71 }, { 53.35, 36.78 }, 1300, 1500, NULL,
    NULL, "kerch don volga-don volga volga-caspian" },
};

static RutterSeaRoute *
find (RutterLonLat   from,
      RutterLonLat   to,
      const char    *avoid,
      const char    *open,
      GError       **error)
{
  RutterLonLat stops[] = { from, to };
  const char *avoided[] = { avoid, NULL };
  const char *opened[] = { open, NULL };
  RutterSeaRequest request = { stops, 2, avoided, opened, 12 };

  return rutter_sea_planner_find (planner, &request, NULL, error);
}

static char *
list_passages (const RutterSeaRoute *route)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < route->n_crossings; i++)
    g_string_append_printf (list, i > 0 ? " %s" : "%s", route->crossings[i].passage->id);

  return g_string_free (list, FALSE);
}

static void
test_ways (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(RutterSeaRoute) there = NULL;
      g_autoptr(RutterSeaRoute) back = NULL;
      g_autofree char *passages = NULL;

      g_test_message ("%s", ways[i].label);
      there = find (ways[i].from, ways[i].to, ways[i].avoid, ways[i].open, &error);
      g_assert_no_error (error);
      g_assert_cmpfloat (there->length_nm, >=, ways[i].min_nm);
      g_assert_cmpfloat (there->length_nm, <=, ways[i].max_nm);
      g_assert_cmpfloat_with_epsilon (there->hours, there->length_nm / 12, 1e-9);
      passages = list_passages (there);
      g_assert_cmpstr (passages, ==, ways[i].passages);

      back = find (ways[i].to, ways[i].from, ways[i].avoid, ways[i].open, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (back->n_points, ==, there->n_points);
      for (guint k = 0; k < there->n_points; k++)
        g_assert_cmpfloat (back->points[k].lat, ==, there->points[there->n_points - 1 - k].lat);
    }
}

/* One thread's answers; each begins with another way. */
typedef struct
{
  guint           first;
  RutterSeaRoute *routes[G_N_ELEMENTS (ways)];
} Answers;

static gpointer
find_ways (gpointer data)
{
  Answers *answers = data;

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      guint k = (answers->first + i) % G_N_ELEMENTS (ways);

      answers->routes[k] = find (ways[k].from, ways[k].to, ways[k].avoid, ways[k].open, NULL);
    }

  return NULL;
}

/* Several threads ask at once, while the planner remembers nothing yet. */
static void
test_threads (void)
{
  Answers answers[4] = { { 0 } };
  GThread *threads[G_N_ELEMENTS (answers)];

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      answers[i].first = i * G_N_ELEMENTS (ways) / G_N_ELEMENTS (answers);
      threads[i] = g_thread_new ("find", find_ways, &answers[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    g_thread_join (threads[i]);

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    for (guint k = 0; k < G_N_ELEMENTS (ways); k++)
      {
        g_assert_nonnull (answers[i].routes[k]);
        g_assert_cmpmem (answers[i].routes[k]->points,
                         answers[i].routes[k]->n_points * sizeof (RutterLonLat),
                         answers[0].routes[k]->points,
                         answers[0].routes[k]->n_points * sizeof (RutterLonLat));
      }
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    for (guint k = 0; k < G_N_ELEMENTS (ways); k++)
      rutter_sea_route_unref (answers[i].routes[k]);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *basemap_path = NULL;
  g_autofree char *passages_path = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterBasemap) basemap = NULL;
  g_autoptr(RutterPassages) passages = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  basemap_path = g_test_build_filename (G_TEST_BUILT, "..", "data", "basemap.rbm", NULL);
  passages_path = g_test_build_filename (G_TEST_BUILT, "..", "data", "passages.tsv", NULL);
  basemap = rutter_basemap_open (basemap_path, &error);
  g_assert_no_error (error);
  passages = rutter_passages_load (passages_path, &error);
  g_assert_no_error (error);
  planner = rutter_sea_planner_new (basemap, passages, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  g_test_add_func ("/sea-planner/threads", test_threads);
  g_test_add_func ("/sea-planner/ways", test_ways);
  status = g_test_run ();
  g_clear_pointer (&planner, rutter_sea_planner_unref);

  return status;
}
