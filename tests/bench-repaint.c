/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Measures what the workers of the window paint for one view: the ground, and over it the default
 * layers of the starter catalogue with all names. CPU time of the thread, the median of several
 * paintings; the placer is kept from one to the next, as the window keeps it.
 */

#include "bench-clock.h"
#include "rutter-atlas.h"
#include "rutter-catalog.h"
#include "rutter-ground.h"
#include "rutter-paths.h"
#include "rutter-scene.h"

#include <stdlib.h>

#define WIDTH 1600
#define HEIGHT 1000
#define N_PAINTINGS 7

typedef struct
{
  RutterBasemap *basemap;
  RutterPicture *picture;
  RutterNames   *names;
} Map;

static double
measure (const Map        *map,
         const RutterView *view)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  g_autoptr(RutterPlacer) placer = rutter_placer_new ();
  const RutterTheme *theme = rutter_theme_get (RUTTER_THEME_LIGHT);
  RutterScenePaint scene = { .picture = map->picture, .names = map->names, .theme = theme,
                             .fast = TRUE, .placer = placer };
  double times[N_PAINTINGS];

  for (guint i = 0; i < N_PAINTINGS; i++)
    {
      cairo_t *cr = cairo_create (surface);
      double start = bench_clock_get_ms ();

      rutter_ground_paint (cr, map->basemap, view, theme, TRUE);
      rutter_scene_paint (cr, view, &scene);
      times[i] = bench_clock_get_ms () - start;
      cairo_destroy (cr);
    }

  cairo_surface_destroy (surface);
  bench_clock_sort (times, N_PAINTINGS);
  return times[N_PAINTINGS / 2];
}

static void
measure_views (const Map *map)
{
  static const struct
  {
    const char *name;
    double      lon, lat, zoom;
    int         target_ms;
  } views[] = {
    { "world", 20, 30, 2.2, 60 },
    { "Caspian", 51, 41, 5.5, 60 },
    { "Hong Kong", 114.15, 22.3, 9, 60 },
    { "Eurasia z4", 60, 50, 4, 90 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      RutterView view = {
        .centre = rutter_mercator_project ((RutterLonLat) { views[i].lon, views[i].lat }),
        .zoom = views[i].zoom, .width = WIDTH, .height = HEIGHT, .scale = 1,
      };

      g_print ("repaint 1600x1000, default layers, %s\t%.1f\tCPU ms\t%d\n", views[i].name,
               measure (map, &view), views[i].target_ms);
    }
}

int
main (void)
{
  g_autofree char *starter = rutter_paths_get_data ("starter.gpkg");
  g_autofree char *basemap = rutter_paths_get_data ("basemap.rbm");
  g_autofree char *gazetteer = rutter_paths_get_data ("gazetteer.tsv");
  g_autofree char *cities = rutter_paths_get_data ("cities.tsv");
  g_autofree char *ports = rutter_paths_get_data ("ports.tsv");
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterRecords) records = NULL;
  RutterFilter filter;
  Map map = { NULL };

  if ((records = rutter_catalog_load (starter, RUTTER_CATALOG_FOREIGN, &error)) == NULL ||
      (map.basemap = rutter_basemap_open (basemap, &error)) == NULL ||
      (map.names = rutter_names_new_from_files (gazetteer, cities, ports, &error)) == NULL)
    {
      g_printerr ("bench-repaint: %s\n", error->message);
      return 1;
    }

  rutter_filter_init (&filter);
  map.picture = rutter_atlas_build_picture (records, &filter);
  measure_views (&map);

  rutter_filter_clear (&filter);
  rutter_picture_unref (map.picture);
  rutter_names_unref (map.names);
  rutter_basemap_unref (map.basemap);
  return 0;
}
