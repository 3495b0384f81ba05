/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* bench-dense CATALOGUE.gpkg [FOLDER]: what a repaint costs step by step, without a window, over a
 * catalogue of many objects: the picture, its picker, its legend, the painting of 1600x1000. Prints
 * name, value, unit and target, parted by tabs; figures are CPU time of this thread. With a folder
 * each painting is kept there as a PNG.
 */
#include "bench-clock.h"
#include "rutter-atlas.h"
#include "rutter-catalog.h"
#include "rutter-legend.h"
#include "rutter-picker.h"
#include "rutter-scene.h"

#include <math.h>
#include <stdlib.h>

#define WIDTH 1600
#define HEIGHT 1000
#define N_STEPS 7
/* The dates of the made-up catalogue, days of 1970. */
#define FIRST_DAY 9131
#define YEAR 365

typedef struct
{
  const char *name;
  guint       layers;
  int         days;      /* 0: all time */
} Window;

typedef struct
{
  const char *name;
  double      lon, lat, zoom;
} Camera;

typedef enum
{
  PICTURE,
  PICKER,
  LEGEND,
  PAINTING,
  N_PART
} Part;

static double
paint (RutterPicture    *picture,
       const RutterView *view,
       RutterPlacer     *placer,
       const char       *file)
{
  RutterScenePaint scene = { .picture = picture, .fast = TRUE, .placer = placer,
                             .theme = rutter_theme_get (RUTTER_THEME_LIGHT) };
  double start = bench_clock_get_ms ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  double spent;

  rutter_scene_paint (cr, view, &scene);
  spent = bench_clock_get_ms () - start;
  cairo_destroy (cr);
  if (file != NULL)
    cairo_surface_write_to_png (surface, file);
  cairo_surface_destroy (surface);

  return spent;
}

static void
measure_step (RutterRecords    *records,
              const RutterView *view,
              RutterPlacer     *placer,
              RutterFilter     *filter,
              const char       *file,
              double            ms[N_PART + 1])
{
  double start = bench_clock_get_ms ();
  g_autoptr(RutterPicture) picture = rutter_atlas_build_picture (records, filter);
  g_autoptr(RutterPicker) picker = NULL;
  g_autoptr(RutterLegend) legend = NULL;

  ms[PICTURE] = bench_clock_get_ms () - start;
  picker = rutter_picker_new (picture);
  ms[PICKER] = bench_clock_get_ms () - start - ms[PICTURE];
  start = bench_clock_get_ms ();
  legend = rutter_legend_new (records, picture, view);
  ms[LEGEND] = bench_clock_get_ms () - start;
  ms[PAINTING] = paint (picture, view, placer, file);
  ms[N_PART] = ms[PICTURE] + ms[PICKER] + ms[LEGEND] + ms[PAINTING];
}

/* The first step fills what is kept from one picture to the next, and is not counted. */
static void
measure (RutterRecords *records,
         const Window  *window,
         const Camera  *camera,
         const char    *folder)
{
  static const char *const parts[] = { "picture", "picker", "legend", "painting", "all of it" };
  RutterView view = { rutter_mercator_project ((RutterLonLat) { camera->lon, camera->lat }),
                      camera->zoom, 0, WIDTH, HEIGHT, 1 };
  g_autoptr(RutterPlacer) placer = rutter_placer_new ();
  double ms[N_PART + 1][N_STEPS], step[N_PART + 1];
  g_autofree char *file = folder != NULL ? g_strdup_printf ("%s/%s-%s.png", folder, window->name,
                                                            camera->name) : NULL;
  RutterFilter filter;

  rutter_filter_init (&filter);
  if (window->layers != 0)
    filter.layers = window->layers;
  for (int i = -1; i < N_STEPS; i++)
    {
      if (window->days > 0)
        {
          filter.first_day = FIRST_DAY + 200 + 45 * i;
          filter.last_day = filter.first_day + window->days;
        }
      measure_step (records, &view, placer, &filter, i == N_STEPS - 1 ? file : NULL, step);
      for (int part = 0; part <= N_PART && i >= 0; part++)
        ms[part][i] = step[part];
    }

  for (int part = 0; part <= N_PART; part++)
    {
      bench_clock_sort (ms[part], N_STEPS);
      g_print ("%s, %s, %s: median, longest\t%.1f\t%.1f\tms CPU\t%s\n", window->name,
               camera->name, parts[part], ms[part][N_STEPS / 2], ms[part][N_STEPS - 1],
               part == N_PART ? "100" : "-");
    }
}

int
main (int    argc,
      char **argv)
{
  static const guint every = (1u << RUTTER_N_LAYER) - 1;
  static const Window windows[] = {
    { "a year", 0, YEAR }, { "ten years", 0, 10 * YEAR }, { "all time", 0, 0 },
    { "all time and layers", every, 0 },
  };
  static const Camera cameras[] = {
    { "world", 60, 35, 2.8 }, { "continent", 60, 35, 4.6 }, { "close", 61, 36, 8.4 },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterRecords) records = NULL;

  if (argc < 2)
    return 2;

  records = rutter_catalog_load (argv[1], RUTTER_CATALOG_FOREIGN, &error);
  if (records == NULL)
    {
      g_printerr ("bench-dense: %s\n", error->message);
      return 1;
    }

  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    for (guint k = 0; k < G_N_ELEMENTS (cameras); k++)
      measure (records, &windows[i], &cameras[k], argc > 2 ? argv[2] : NULL);

  return 0;
}
