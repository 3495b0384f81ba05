/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Measures the sea router over the fixed pairs of ports: CPU time of the thread. */

#include "bench-clock.h"
#include "port-pairs.h"
#include "rutter-paths.h"

#include <glib/gstdio.h>
#include <math.h>

/* A via point is dragged over this many positions, this far apart, in a route across the
 * Mediterranean.
 */
#define N_DRAGS 60
#define DRAG_DEG 0.04

typedef struct
{
  GArray *times_ms;   /* double */
  guint   n_pairs;
  guint   n_solved;
  guint   n_far;
  double  land_km;
  double  total_nm;
  double  named_nm;     /* of the pairs whose length is published, or agreed on by other routers */
  double  published_nm;
} Figures;

static void
run_pairs (RutterSeaPlanner *planner,
           LandChecker      *checker,
           GPtrArray        *pairs,
           Figures          *figures)
{
  for (guint i = 0; i < pairs->len; i++)
    {
      const PortPair *pair = g_ptr_array_index (pairs, i);
      g_autoptr(GError) error = NULL;
      g_autoptr(RutterSeaRoute) route = NULL;
      double start = bench_clock_get_ms (), ms;

      route = port_pair_find_route (pair, planner, NULL, NULL, FALSE, &error);
      ms = bench_clock_get_ms () - start;
      g_array_append_val (figures->times_ms, ms);
      figures->n_pairs++;
      if (route == NULL)
        {
          g_printerr ("bench-routes: %s to %s: %s\n", pair->from, pair->to, error->message);
          continue;
        }

      figures->n_solved++;
      figures->total_nm += route->length_nm;
      if (pair->published_nm > 0)
        {
          figures->named_nm += route->length_nm;
          figures->published_nm += pair->published_nm;
        }
      figures->land_km += measure_route_land (checker, route, NULL);
      figures->n_far += MAX (route->stops[0].snap_km, route->stops[1].snap_km) >
                        RUTTER_SEA_FAR_SNAP_KM;
    }
}

static void
print_figures (const Figures *figures)
{
  const double *times = (const double *)figures->times_ms->data;
  double sum_ms = 0;

  bench_clock_sort ((double *)figures->times_ms->data, figures->times_ms->len);
  for (guint i = 0; i < figures->n_pairs; i++)
    sum_ms += times[i];

  g_print ("sea route, mean of %u pairs\t%.1f\tms\t8\n", figures->n_pairs,
           sum_ms / figures->n_pairs);
  g_print ("sea route, median\t%.1f\tms\t\n", times[figures->n_pairs / 2]);
  g_print ("sea route, 95 of 100\t%.1f\tms\t30\n", times[figures->n_pairs * 95 / 100]);
  g_print ("sea routes solved\t%u\tof %u\t%u\n", figures->n_solved, figures->n_pairs,
           figures->n_pairs);
  g_print ("sea routes over land\t%.3f\tkm\t0\n", figures->land_km);
  g_print ("sea routes with an end more than %.0f km off\t%u\troutes\t\n", RUTTER_SEA_FAR_SNAP_KM,
           figures->n_far);
  g_print ("sea routes, total length\t%.0f\tnm\t\n", figures->total_nm);
  g_print ("sea routes, pairs of known length\t%.0f\tnm\t%.0f\n", figures->named_nm,
           figures->published_nm);
}

static void
drag_via (RutterSeaPlanner *planner)
{
  double worst_ms = 0, sum_ms = 0, nm = 0;

  for (guint i = 0; i < N_DRAGS; i++)
    {
      RutterLonLat stops[] = { { -5.4, 36.0 }, { 15.0 + i * DRAG_DEG, 35.5 + i * DRAG_DEG / 3 },
                               { 32.3, 31.4 } };
      RutterSeaRequest request = { stops, G_N_ELEMENTS (stops), NULL, NULL, 12.0 };
      double start = bench_clock_get_ms (), ms;
      g_autoptr(RutterSeaRoute) route = rutter_sea_planner_find (planner, &request, NULL, NULL);

      ms = bench_clock_get_ms () - start;
      sum_ms += ms;
      worst_ms = MAX (worst_ms, ms);
      nm = route != NULL ? route->length_nm : 0;
    }

  g_print ("via point dragged in a route of %.0f nm\t%.1f\tms\t16\n", nm, sum_ms / N_DRAGS);
  g_print ("via point dragged, worst of %d\t%.1f\tms\t\n", N_DRAGS, worst_ms);
}

/* Returns: the megabytes of the files in a folder, which are removed with it */
static double
clear_folder (const char *path)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  double mb = 0;

  for (const char *name; folder != NULL && (name = g_dir_read_name (folder)) != NULL; )
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      GStatBuf info;

      if (g_stat (file, &info) == 0)
        mb += info.st_size / 1e6;
      g_unlink (file);
    }

  g_rmdir (path);
  return mb;
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *basemap_path = rutter_paths_get_data ("basemap.rbm");
  g_autofree char *passages_path = rutter_paths_get_data ("passages.tsv");
  g_autofree char *folder = g_dir_make_tmp ("bench-routes-XXXXXX", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterBasemap) basemap = rutter_basemap_open (basemap_path, &error);
  g_autoptr(RutterPassages) passages = NULL;
  g_autoptr(RutterSeaPlanner) built = NULL;
  g_autoptr(RutterSeaPlanner) planner = NULL;
  g_autoptr(GPtrArray) pairs = port_pairs_read (PORT_PAIRS);
  Figures figures = { .times_ms = g_array_new (FALSE, FALSE, sizeof (double)) };
  double start, built_ms, ready_ms;

  if (basemap != NULL)
    passages = rutter_passages_load (passages_path, &error);
  start = bench_clock_get_ms ();
  if (passages != NULL)
    built = rutter_sea_planner_new (basemap, passages, folder, NULL, NULL, NULL, &error);
  built_ms = bench_clock_get_ms () - start;
  start = bench_clock_get_ms ();
  if (built != NULL)
    planner = rutter_sea_planner_new (basemap, passages, folder, NULL, NULL, NULL, &error);
  ready_ms = bench_clock_get_ms () - start;

  if (planner == NULL)
    g_printerr ("bench-routes: %s\n", error->message);
  else
    {
      g_autoptr(LandChecker) checker = land_checker_new (basemap);

      g_print ("sea routes ready, nothing kept\t%.2f\ts\t2\n", built_ms / 1e3);
      g_print ("sea routes ready, from the cache\t%.1f\tms\t50\n", ready_ms);
      run_pairs (planner, checker, pairs, &figures);
      print_figures (&figures);
      drag_via (planner);
    }

  g_print ("sea routes, graph and mask\t%.1f\tMB\t40\n", clear_folder (folder));
  g_array_unref (figures.times_ms);
  return planner != NULL ? 0 : 1;
}
