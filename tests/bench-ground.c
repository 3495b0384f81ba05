/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Measures the painting of the ground: CPU time of the thread, the best of a few paintings. */

#include "bench-clock.h"
#include "rutter-ground.h"
#include "rutter-paths.h"

#define WIDTH 1600
#define HEIGHT 1000
#define N_PAINTINGS 5

static double
measure (RutterBasemap    *basemap,
         const RutterView *view)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_PAINTINGS; i++)
    {
      cairo_t *cr = cairo_create (surface);
      double start = bench_clock_get_ms ();

      rutter_ground_paint (cr, basemap, view, rutter_theme_get (RUTTER_THEME_LIGHT), TRUE);
      best = MIN (best, bench_clock_get_ms () - start);
      cairo_destroy (cr);
    }

  cairo_surface_destroy (surface);
  return best;
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    double      lon, lat, zoom;
    double      target_ms;
  } views[] = {
    { "world", 20, 30, 2.2, 35 },
    { "Caspian z5.5", 51, 41, 5.5, 35 },
    { "Hong Kong z9", 114.15, 22.3, 9, 35 },
    { "Eurasia z4", 60, 50, 4, 60 },
  };
  g_autofree char *path = rutter_paths_get_data ("basemap.rbm");
  g_autoptr(GError) error = NULL;
  double start = bench_clock_get_ms ();
  g_autoptr(RutterBasemap) basemap = rutter_basemap_open (path, &error);

  if (basemap == NULL)
    {
      g_printerr ("bench-ground: %s\n", error->message);
      return 1;
    }
  g_print ("basemap opened and checked\t%.1f\tms\t20\n", bench_clock_get_ms () - start);

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      RutterView view = {
        .centre = rutter_mercator_project ((RutterLonLat) { views[i].lon, views[i].lat }),
        .zoom = views[i].zoom, .width = WIDTH, .height = HEIGHT, .scale = 1,
      };

      g_print ("ground %dx%d, %s\t%.1f\tms\t%.0f\n", WIDTH, HEIGHT, views[i].name,
               measure (basemap, &view), views[i].target_ms);
    }

  return 0;
}
