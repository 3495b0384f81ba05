/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Measures what is painted above the ground, on the starter catalogue. Prints name, value, unit
 * and target, parted by tabs; figures are CPU time of this thread, the median of several runs.
 */
#include "bench-clock.h"
#include "rutter-atlas.h"
#include "rutter-catalog.h"
#include "rutter-picker.h"
#include "rutter-scene.h"

#include <math.h>
#include <stdlib.h>

#define WIDTH 1600
#define HEIGHT 1000
#define N_RUNS 9
#define N_LONG 100000
#define N_MANY 20000

static double
measure_painting (const RutterPicture *picture,
                  RutterNames         *names,
                  const RutterView    *view,
                  gboolean             keep)
{
  g_autoptr(RutterPlacer) placer = rutter_placer_new ();
  RutterScenePaint scene = { .picture = picture, .names = names, .fast = TRUE,
                             .theme = rutter_theme_get (RUTTER_THEME_LIGHT),
                             .placer = keep ? placer : NULL };
  double ms[N_RUNS];

  for (int i = -1; i < N_RUNS; i++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
      cairo_t *cr = cairo_create (surface);
      double start = bench_clock_get_ms ();

      rutter_scene_paint (cr, view, &scene);
      if (i >= 0)
        ms[i] = bench_clock_get_ms () - start;
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }

  bench_clock_sort (ms, N_RUNS);
  return ms[N_RUNS / 2];
}

static RutterView
make_view (double lon,
           double lat,
           double zoom)
{
  return (RutterView) { rutter_mercator_project ((RutterLonLat) { lon, lat }), zoom, 0, WIDTH,
                        HEIGHT, 1 };
}

static void
bench_starter (RutterRecords *records,
               RutterNames   *names)
{
  static const struct
  {
    const char *name;
    double      lon, lat, zoom;
  } views[] = {
    { "world", 60, 35, 2.8 }, { "Caspian", 51, 41, 5.5 }, { "Sea of Japan", 131, 41, 6.5 },
    { "Hong Kong", 114.15, 22.3, 9 },
  };
  RutterFilter filter;
  g_autoptr(RutterPicture) picture = NULL;

  rutter_filter_init (&filter);
  filter.layers = (1u << RUTTER_N_LAYER) - 1;
  picture = rutter_atlas_build_picture (records, &filter);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      RutterView view = make_view (views[i].lon, views[i].lat, views[i].zoom);

      g_print ("claims and names 1600x1000, %s\t%.1f\tms\t\n", views[i].name,
               measure_painting (picture, names, &view, TRUE));
      g_print ("  the same, nothing kept\t%.1f\tms\t\n",
               measure_painting (picture, names, &view, FALSE));
    }
  rutter_filter_clear (&filter);
}

static void
bench_long_line (void)
{
  g_autofree RutterPoint *points = g_new (RutterPoint, N_LONG);
  RutterPictureBuilder *builder = rutter_picture_builder_new ();
  RutterView view = make_view (0, 0, 2);
  RutterMark mark = { .uid = "route:long", .shape = RUTTER_SHAPE_LINE, .points = points,
                      .status = RUTTER_STATUS_REPORTED, .n_points = N_LONG, .opacity = 1,
                      .course_deg = NAN };
  g_autoptr(RutterPicture) picture = NULL;

  for (guint i = 0; i < N_LONG; i++)
    points[i] = (RutterPoint) { (double)i / N_LONG, 0.5 + 0.3 * sin (i / 300.0) };
  rutter_picture_builder_add (builder, &mark);
  picture = rutter_picture_builder_end (builder);
  g_print ("a line of 100,000 vertices, all in view\t%.1f\tms\t\n",
           measure_painting (picture, NULL, &view, TRUE));
}

static void
bench_picker (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  RutterPictureBuilder *builder = rutter_picture_builder_new ();
  RutterView view = make_view (20, 30, 6);
  g_autoptr(RutterPicture) picture = NULL;
  g_autoptr(RutterPicker) picker = NULL;
  double start;

  for (guint i = 0; i < N_MANY; i++)
    {
      g_autofree char *uid = g_strdup_printf ("event:%u", i);
      RutterPoint point = { g_rand_double (rand), g_rand_double (rand) };
      RutterMark mark = { .uid = uid, .shape = RUTTER_SHAPE_POINT, .rank = i, .opacity = 1,
                          .symbol = RUTTER_SYMBOL_INCIDENT, .course_deg = NAN, .n_points = 1,
                          .points = &point };

      rutter_picture_builder_add (builder, &mark);
    }
  picture = rutter_picture_builder_end (builder);

  start = bench_clock_get_ms ();
  picker = rutter_picker_new (picture);
  g_ptr_array_unref (rutter_picker_pick (picker, &view, (RutterPoint) { 5, 5 }, 8));
  g_print ("pick index of 20,000 marks, built\t%.1f\tms\t\n", bench_clock_get_ms () - start);

  start = bench_clock_get_ms ();
  for (int i = 0; i < 1000; i++)
    g_ptr_array_unref (rutter_picker_pick (picker, &view, (RutterPoint) { i, i / 2 }, 8));
  g_print ("one pick among 20,000 marks\t%.4f\tms\t\n", (bench_clock_get_ms () - start) / 1000);
}

int
main (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterRecords) records = rutter_catalog_load (RUTTER_STARTER, RUTTER_CATALOG_FOREIGN,
                                                          &error);
  g_autoptr(RutterNames) names = NULL;

  if (records != NULL)
    names = rutter_names_new_from_files (RUTTER_SOURCE_DATA "/gazetteer.tsv",
                                         RUTTER_SOURCE_DATA "/cities.tsv",
                                         RUTTER_SOURCE_DATA "/ports.tsv", &error);
  if (names == NULL)
    {
      g_printerr ("bench-scene: %s\n", error->message);
      return 1;
    }

  bench_starter (records, names);
  bench_long_line ();
  bench_picker ();
  return 0;
}
