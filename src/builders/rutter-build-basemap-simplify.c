/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-build-basemap-simplify.h"

#include <math.h>

typedef struct
{
  guint from, to;
} Span;

static double
get_distance_2 (RutterPoint p,
                RutterPoint a,
                RutterPoint b)
{
  double ux = b.x - a.x;
  double uy = b.y - a.y;
  double length_2 = ux * ux + uy * uy;
  double t = length_2 > 0 ? ((p.x - a.x) * ux + (p.y - a.y) * uy) / length_2 : 0;
  double dx, dy;

  t = CLAMP (t, 0.0, 1.0);
  dx = p.x - a.x - t * ux;
  dy = p.y - a.y - t * uy;

  return dx * dx + dy * dy;
}

/* The algorithm of Douglas and Peucker, with a stack of its own: a coast has 140,000 vertices. */
static void
keep_between (const RutterPoint *points,
              Span               whole,
              double             tolerance,
              gboolean          *keep)
{
  g_autoptr(GArray) stack = g_array_new (FALSE, FALSE, sizeof (Span));

  keep[whole.from] = keep[whole.to] = TRUE;
  g_array_append_val (stack, whole);

  while (stack->len > 0)
    {
      Span span = g_array_index (stack, Span, stack->len - 1);
      double greatest = tolerance * tolerance;
      guint farthest = span.from;

      g_array_set_size (stack, stack->len - 1);
      for (guint i = span.from + 1; i < span.to; i++)
        {
          double distance_2 = get_distance_2 (points[i], points[span.from], points[span.to]);

          if (distance_2 > greatest)
            {
              greatest = distance_2;
              farthest = i;
            }
        }

      if (farthest != span.from)
        {
          Span halves[] = { { span.from, farthest }, { farthest, span.to } };

          keep[farthest] = TRUE;
          g_array_append_vals (stack, halves, 2);
        }
    }
}

static guint
find_farthest (const RutterPoint *points,
               guint              n_points)
{
  guint farthest = 0;
  double greatest = 0;

  for (guint i = 1; i < n_points; i++)
    {
      double distance = hypot (points[i].x - points[0].x, points[i].y - points[0].y);

      if (distance > greatest)
        {
          greatest = distance;
          farthest = i;
        }
    }

  return farthest;
}

/**
 * rutter_ground_simplify:
 * @tolerance: the greatest distance of a vertex left out from the line that remains; 0 keeps all
 *
 * The ends of a line stay, and so do the edges that close a ring around a pole.
 *
 * Returns: (transfer full) (element-type guint): the vertices to keep, ascending
 */
GArray *
rutter_ground_simplify (RutterGroundLine *line,
                        double            tolerance)
{
  const RutterPoint *points = (const RutterPoint *)line->points->data;
  guint n_points = line->points->len;
  guint end = MIN (line->hidden_from, n_points - 1);
  g_autofree gboolean *keep = g_new0 (gboolean, n_points);
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (guint));
  guint middle = find_farthest (points, end + 1);

  for (guint i = end; i < n_points; i++)
    keep[i] = TRUE;

  /* A ring's ends are one point: it is cut where it is widest, which also serves a line well. */
  keep_between (points, (Span) { 0, middle }, tolerance, keep);
  keep_between (points, (Span) { middle, end }, tolerance, keep);

  for (guint i = 0; i < n_points; i++)
    if (keep[i] || tolerance <= 0)
      g_array_append_val (kept, i);

  return kept;
}
