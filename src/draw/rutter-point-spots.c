/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-point-spots.h"

#include <math.h>
#include <stdlib.h>

#define STEPS 4294967296.0  /* of the world square in a point set */

/* The view as a linear map from the world square of one copy to pixels. */
typedef struct
{
  double  x0, y0;
  double  xx, xy, yx, yy;   /* pixels by 1/2^32 of the world square */
} Map;

typedef void (*SpotFunc) (gpointer data, guint32 index, double x, double y);

static void
map_init (Map              *map,
          const RutterView *view,
          int               copy)
{
  RutterPoint origin = rutter_view_to_pixel (view, (RutterPoint) { copy, 0 });
  double size = rutter_view_get_world_size (view) / STEPS;

  *map = (Map) { origin.x, origin.y, cos (view->rotation) * size, -sin (view->rotation) * size,
                 sin (view->rotation) * size, cos (view->rotation) * size };
}

static void
visit_run (const RutterPointSet *points,
           const Map            *map,
           const RutterBox      *pixels,
           guint                 first,
           guint                 end,
           SpotFunc              func,
           gpointer              data)
{
  for (guint i = first; i < end; i++)
    {
      double x = map->x0 + points->x[i] * map->xx + points->y[i] * map->xy;
      double y = map->y0 + points->x[i] * map->yx + points->y[i] * map->yy;

      if (x >= pixels->x0 && x < pixels->x1 && y >= pixels->y0 && y < pixels->y1)
        func (data, i, x, y);
    }
}

/* Calls @func for what lies in @pixels of the view, whose bounds in the world @box has. */
static void
visit (const RutterPointSet *points,
       const RutterView     *view,
       const RutterBox      *box,
       const RutterBox      *pixels,
       SpotFunc              func,
       gpointer              data)
{
  guint top = (guint)CLAMP (floor (box->y0 * RUTTER_POINT_GRID), 0, RUTTER_POINT_GRID - 1);
  guint bottom = (guint)CLAMP (floor (box->y1 * RUTTER_POINT_GRID), 0, RUTTER_POINT_GRID - 1);

  for (int copy = (int)floor (box->x0); copy <= (int)floor (box->x1); copy++)
    {
      double left = CLAMP ((box->x0 - copy) * RUTTER_POINT_GRID, 0, RUTTER_POINT_GRID - 1);
      double right = CLAMP ((box->x1 - copy) * RUTTER_POINT_GRID, 0, RUTTER_POINT_GRID - 1);
      Map map;

      map_init (&map, view, copy);
      for (guint row = top; row <= bottom; row++)
        {
          guint first, end;

          rutter_point_set_find_run (points, row, (guint)left, (guint)right, &first, &end);
          visit_run (points, &map, pixels, first, end, func, data);
        }
    }
}

static void
visit_view (const RutterPointSet *points,
            const RutterView     *view,
            double                reach_px,
            SpotFunc              func,
            gpointer              data)
{
  double reach = reach_px / rutter_view_get_world_size (view);
  RutterBox bounds = rutter_view_get_bounds (view);
  RutterBox box = { bounds.x0 - reach, bounds.y0 - reach, bounds.x1 + reach, bounds.y1 + reach };
  RutterBox pixels = { -reach_px, -reach_px, view->width + reach_px, view->height + reach_px };

  visit (points, view, &box, &pixels, func, data);
}

static void
list_spot (gpointer data,
           guint32  index,
           double   x,
           double   y)
{
  RutterPointSpot spot = { index, (float)x, (float)y };

  g_array_append_val ((GArray *)data, spot);
}

static void
count_spot (gpointer data,
            guint32  index,
            double   x,
            double   y)
{
  ++*(guint *)data;
}

/**
 * rutter_point_spots_list:
 * @reach_px: how far beyond the view's edges
 *
 * Returns: (transfer full) (element-type RutterPointSpot)
 */
GArray *
rutter_point_spots_list (const RutterPointSet *points,
                         const RutterView     *view,
                         double                reach_px)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (RutterPointSpot));

  visit_view (points, view, reach_px, list_spot, spots);
  return spots;
}

/* As many as the view shows; one that it shows in two copies of the world counts twice. */
guint
rutter_point_spots_count (const RutterPointSet *points,
                          const RutterView     *view)
{
  guint n = 0;

  visit_view (points, view, 0, count_spot, &n);
  return n;
}

static int
compare_distances (gconstpointer a,
                   gconstpointer b,
                   gpointer      user_data)
{
  const RutterPointSpot *first = a, *second = b;
  const RutterPoint *pixel = user_data;
  double d1 = hypot (first->x - pixel->x, first->y - pixel->y);
  double d2 = hypot (second->x - pixel->x, second->y - pixel->y);

  if (d1 < d2 || d1 > d2)
    return d1 < d2 ? -1 : 1;
  return (first->index > second->index) - (first->index < second->index);
}

/**
 * rutter_point_spots_pick:
 *
 * Returns: (transfer full) (element-type RutterPointSpot): those within @radius of @pixel, nearest
 *   first
 */
GArray *
rutter_point_spots_pick (const RutterPointSet *points,
                         const RutterView     *view,
                         RutterPoint           pixel,
                         double                radius)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (RutterPointSpot));
  RutterPoint at = rutter_view_to_world (view, pixel);
  double reach = radius * G_SQRT2 / rutter_view_get_world_size (view);
  RutterBox box = { at.x - reach, at.y - reach, at.x + reach, at.y + reach };
  RutterBox pixels = { pixel.x - radius, pixel.y - radius, pixel.x + radius, pixel.y + radius };

  visit (points, view, &box, &pixels, list_spot, spots);
  for (guint i = spots->len; i-- > 0;)
    {
      const RutterPointSpot *spot = &g_array_index (spots, RutterPointSpot, i);

      if (hypot (spot->x - pixel.x, spot->y - pixel.y) > radius)
        g_array_remove_index (spots, i);
    }
  g_array_sort_with_data (spots, compare_distances, &pixel);
  return spots;
}
