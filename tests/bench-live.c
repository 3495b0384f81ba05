/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* bench-live [FILE.png N LON LAT ZOOM [light|dark|contrast [WxH]]]
 *
 * Measures 100,000 live targets: the memory that their table, tails and points take, and what a
 * worker spends on a picture of them. Prints name, value, unit and target, parted by tabs. With a
 * file, paints N of them alone on plain water instead, to be looked at.
 */
#include "bench-clock.h"
#include "live-fleet.h"
#include "rutter-point-painter.h"
#include "rutter-point-spots.h"

#include <malloc.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define N_TARGETS 100000
#define N_RUNS 9

static double
get_process_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec * 1e-6;
}

static double
get_resident_mb (void)
{
  g_autofree char *text = NULL;
  unsigned long pages = 0;

  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    sscanf (text, "%*u %lu", &pages);
  return pages * (double)sysconf (_SC_PAGESIZE) / 1048576;
}

static void
report (const char *name,
        double      value,
        const char *unit,
        const char *target)
{
  printf ("live: %s\t%.1f\t%s\t%s\n", name, value, unit, target);
}

static void
on_captions_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(RutterPointCaptions **)user_data =
    rutter_traffic_caption_finish (RUTTER_TRAFFIC (object), result, NULL);
}

static RutterPointCaptions *
make_captions (RutterTraffic *traffic,
               gboolean       with_tails)
{
  RutterBox world = { 0, 0, 1, 1 };
  RutterPointCaptions *captions = NULL;

  rutter_traffic_caption_async (traffic, &world, 1, NULL, 0, with_tails, N_TARGETS, NULL,
                                on_captions_cb, &captions);
  while (captions == NULL)
    g_main_context_iteration (NULL, TRUE);
  return captions;
}

static cairo_surface_t *
paint (RutterPointSet      *points,
       RutterPointCaptions *captions,
       const RutterView    *view,
       RutterThemeId        theme,
       double              *ms)
{
  g_autoptr(RutterPlacer) placer = rutter_placer_new ();
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, view->width,
                                                       view->height);
  cairo_t *cr = cairo_create (image);
  RutterPointPaint job = { .points = points, .captions = captions,
                           .theme = rutter_theme_get (theme), .placer = placer };
  double start = bench_clock_get_ms ();

  rutter_point_paint (cr, view, &job);
  *ms = bench_clock_get_ms () - start;
  cairo_destroy (cr);
  return image;
}

static void
measure_painting (RutterPointSet *points,
                  const char     *name,
                  RutterLonLat    centre,
                  double          zoom)
{
  RutterView view = { rutter_mercator_project (centre), zoom, 0, 1600, 1000, 1, 1, 0, 0 };
  g_autofree char *what = g_strdup_printf ("repaint of 1600x1000, %s, %u in view", name,
                                           rutter_point_spots_count (points, &view));
  double ms[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    cairo_surface_destroy (paint (points, NULL, &view, RUTTER_THEME_LIGHT, &ms[i]));
  bench_clock_sort (ms, N_RUNS);
  report (what, ms[N_RUNS / 2], "ms CPU", "60");
}

static void
measure (void)
{
  g_autoptr(RutterTraffic) traffic = NULL;
  double before_mb, before_ms, after_mb;

  malloc_trim (0);
  before_mb = get_resident_mb ();
  before_ms = get_process_ms ();
  traffic = rutter_traffic_new ();
  live_fleet_hear (traffic, N_TARGETS);
  while (rutter_traffic_get_points (traffic) == NULL ||
         rutter_traffic_get_points (traffic)->n < N_TARGETS * 9 / 10)
    g_main_context_iteration (NULL, TRUE);
  report ("an hour of 100,000 made and merged", (get_process_ms () - before_ms) / 1000, "s CPU",
          "-");
  /* One that is shown and one that is being made. */
  g_autoptr(RutterPointSet) shown =
    rutter_point_set_ref (rutter_traffic_get_points (traffic));
  RutterTrafficItem item = live_fleet_make_item (1, N_TARGETS, 0, g_get_real_time ());

  rutter_traffic_add (traffic, &item, 1);
  while (rutter_traffic_get_points (traffic) == shown)
    g_main_context_iteration (NULL, TRUE);
  malloc_trim (0);
  after_mb = get_resident_mb ();
  report ("memory of 100,000: table, tails, two point sets", after_mb - before_mb, "MB", "60");

  measure_painting (shown, "world", (RutterLonLat) { 60, 40 }, 2.3);
  measure_painting (shown, "Baltic", (RutterLonLat) { 19, 58 }, 6);
  measure_painting (shown, "Gulf of Finland", (RutterLonLat) { 25, 59.8 }, 8);
  measure_painting (shown, "Gotland", (RutterLonLat) { 19.5, 57.4 }, 9.5);
}

static int
draw (int    argc,
      char **argv)
{
  g_autoptr(RutterTraffic) traffic = rutter_traffic_new ();
  g_autoptr(RutterPointCaptions) captions = NULL;
  guint n = (guint)strtoul (argv[2], NULL, 10);
  RutterLonLat centre = { g_ascii_strtod (argv[3], NULL), g_ascii_strtod (argv[4], NULL) };
  RutterView view = { rutter_mercator_project (centre), g_ascii_strtod (argv[5], NULL), 0,
                      1280, 800, 1, 1, 0, 0 };
  RutterThemeId theme = RUTTER_THEME_LIGHT;
  cairo_surface_t *image, *ground;
  cairo_t *cr;
  double ms;

  if (argc > 6)
    rutter_theme_from_id (argv[6], &theme);
  live_fleet_hear (traffic, n);
  while (rutter_traffic_get_points (traffic) == NULL ||
         rutter_traffic_get_points (traffic)->n < n * 9 / 10)
    g_main_context_iteration (NULL, TRUE);
  captions = make_captions (traffic, view.zoom >= 9);
  image = paint (rutter_traffic_get_points (traffic), captions, &view, theme, &ms);
  ground = cairo_image_surface_create (CAIRO_FORMAT_RGB24, view.width, view.height);
  cr = cairo_create (ground);
  rutter_theme_set_source (cr, rutter_theme_get (theme)->sea);
  cairo_paint (cr);
  cairo_set_source_surface (cr, image, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png (ground, argv[1]);
  cairo_surface_destroy (ground);
  cairo_surface_destroy (image);
  return 0;
}

int
main (int    argc,
      char **argv)
{
  if (argc > 5)
    return draw (argc, argv);

  measure ();
  return 0;
}
