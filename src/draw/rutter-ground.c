/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-ground.h"

#include "rutter-dash.h"
#include "rutter-ground-path.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define COAST_PX 0.6
#define WATER_LINE_PX 0.6
#define BOUNDARY_PX 0.7
#define DOT_PX 1.3
#define GRATICULE_PX 0.5

#define KIND(k) (1u << (k))

/* Which kinds are drawn from which zoom on. */
typedef struct
{
  double zoom;
  guint  kind;
} FromZoom;

static const FromZoom rivers[] = {
  { 3.0, RUTTER_RIVER_GREATEST }, { 3.0, 1 }, { 4.5, 2 }, { 6.0, 3 },
  { 7.0, RUTTER_RIVER_SMALLEST }, { 4.5, RUTTER_RIVER_CANAL }, { 7.5, RUTTER_RIVER_SMALL_CANAL },
};

static const FromZoom boundaries[] = {
  { 2.0, RUTTER_BOUNDARY_INTERNATIONAL }, { 6.5, RUTTER_BOUNDARY_INTERNAL },
  { 2.0, RUTTER_BOUNDARY_MARINE },
};

static const FromZoom disputed[] = {
  { 3.0, RUTTER_BOUNDARY_DISPUTED },
};

static guint32
choose_kinds (const FromZoom *table,
              guint           n,
              double          zoom)
{
  guint32 kinds = 0;

  for (guint i = 0; i < n; i++)
    if (zoom >= table[i].zoom)
      kinds |= KIND (table[i].kind);

  return kinds;
}

/* Degrees between the lines of the graticule: the smallest step whose meridians stand at least
 * this many pixels apart.
 */
#define MIN_GRATICULE_PX 160.0

static double
choose_graticule_step (const RutterView *view)
{
  static const double steps[] = {
    1 / 60.0, 2 / 60.0, 5 / 60.0, 10 / 60.0, 0.5, 1, 2, 5, 10, 15, 30
  };
  double px_per_degree = rutter_view_get_world_size (view) / 360;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * px_per_degree >= MIN_GRATICULE_PX)
      return steps[i];

  return steps[G_N_ELEMENTS (steps) - 1];
}

static void
add_line (cairo_t          *cr,
          const RutterView *view,
          RutterPoint       from,
          RutterPoint       to)
{
  RutterPoint a = rutter_view_to_pixel (view, from);
  RutterPoint b = rutter_view_to_pixel (view, to);

  cairo_move_to (cr, a.x, a.y);
  cairo_line_to (cr, b.x, b.y);
}

static void
paint_graticule (cairo_t           *cr,
                 const RutterView  *view,
                 const RutterTheme *theme)
{
  RutterBox bounds = rutter_view_get_bounds (view);
  double step = choose_graticule_step (view);
  RutterLonLat north_west, south_east;

  /* Lines end at the edges of the world square, where there is no map. */
  bounds.y0 = CLAMP (bounds.y0, 0, 1);
  bounds.y1 = CLAMP (bounds.y1, 0, 1);
  north_west = rutter_mercator_unproject ((RutterPoint) { bounds.x0, bounds.y0 });
  south_east = rutter_mercator_unproject ((RutterPoint) { bounds.x1, bounds.y1 });

  for (double i = ceil (north_west.lon / step); i * step <= south_east.lon; i++)
    {
      double x = rutter_mercator_project ((RutterLonLat) { i * step, 0 }).x;

      add_line (cr, view, (RutterPoint) { x, bounds.y0 }, (RutterPoint) { x, bounds.y1 });
    }

  for (double i = ceil (south_east.lat / step); i * step <= north_west.lat; i++)
    {
      double y = rutter_mercator_project ((RutterLonLat) { 0, i * step }).y;

      add_line (cr, view, (RutterPoint) { bounds.x0, y }, (RutterPoint) { bounds.x1, y });
    }

  /* One stroke, so that translucent lines do not add up where they cross. */
  rutter_theme_set_source (cr, theme->graticule);
  cairo_set_line_width (cr, GRATICULE_PX * theme->line_growth);
  cairo_stroke (cr);
}

static void
paint_lines (RutterGroundPath  *path,
             const RutterView  *view,
             const RutterTheme *theme)
{
  static const double dots[] = { 0.0, 3.0 };
  cairo_t *cr = path->cr;
  cairo_antialias_t antialias;

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);

  rutter_theme_set_source (cr, theme->water_line);
  cairo_set_line_width (cr, WATER_LINE_PX * theme->line_growth);
  rutter_ground_path_stroke (path, RUTTER_BASEMAP_RIVERS,
                             choose_kinds (rivers, G_N_ELEMENTS (rivers), view->zoom));
  rutter_ground_path_stroke (path, RUTTER_BASEMAP_RINGS, KIND (RUTTER_RING_LAKE) |
                             KIND (RUTTER_RING_ISLAND) | KIND (RUTTER_RING_POND));

  rutter_theme_set_source (cr, theme->boundary);
  cairo_set_line_width (cr, BOUNDARY_PX * theme->line_growth);
  rutter_ground_path_stroke (path, RUTTER_BASEMAP_BOUNDARIES,
                             choose_kinds (boundaries, G_N_ELEMENTS (boundaries), view->zoom));

  cairo_set_line_width (cr, DOT_PX * theme->line_growth);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  antialias = rutter_dash_smooth (cr, dots, G_N_ELEMENTS (dots));
  rutter_ground_path_stroke (path, RUTTER_BASEMAP_BOUNDARIES,
                             choose_kinds (disputed, G_N_ELEMENTS (disputed), view->zoom));
  cairo_set_antialias (cr, antialias);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);

  rutter_theme_set_source (cr, theme->coast);
  cairo_set_line_width (cr, COAST_PX * theme->line_growth);
  rutter_ground_path_stroke (path, RUTTER_BASEMAP_RINGS, KIND (RUTTER_RING_LAND));
}

/**
 * rutter_ground_paint:
 * @cr: its user space in logical pixels; the whole size of the view is painted
 * @basemap: (nullable)
 * @fast: trade smoothness of edges for speed, for the screen
 */
void
rutter_ground_paint (cairo_t           *cr,
                     RutterBasemap     *basemap,
                     const RutterView  *view,
                     const RutterTheme *theme,
                     gboolean           fast)
{
  RutterGroundPath path;

  g_return_if_fail (view->width > 0 && view->height > 0 && view->scale > 0);
  g_return_if_fail (isfinite (view->centre.x) && isfinite (view->centre.y) &&
                    isfinite (view->zoom) && isfinite (view->rotation));

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, view->width, view->height);
  cairo_clip (cr);
  if (fast)
    cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);

  rutter_theme_set_source (cr, theme->sea);
  cairo_paint (cr);

  if (basemap != NULL)
    {
      rutter_ground_path_init (&path, cr, basemap, view);
      rutter_theme_set_source (cr, theme->land);
      rutter_ground_path_fill (&path);
    }

  paint_graticule (cr, view, theme);

  if (basemap != NULL)
    paint_lines (&path, view, theme);

  cairo_restore (cr);
}

/* What every map and figure made with the basemap and the names of the map carries. */
const char *
rutter_ground_get_attribution (void)
{
  return _("Coastlines, rivers and boundaries: GSHHG 2.3.7, Wessel & Smith (LGPL). "
           "Cities: GeoNames (CC BY 4.0). Ports: sea-ports (MIT)");
}
