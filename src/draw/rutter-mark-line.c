/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-mark-line.h"

#include "rutter-flow.h"

#include <math.h>

double
rutter_segment_get_distance (RutterPoint at,
                             RutterPoint from,
                             RutterPoint to)
{
  double dx = to.x - from.x, dy = to.y - from.y;
  double square = dx * dx + dy * dy;
  double share = square > 0 ? ((at.x - from.x) * dx + (at.y - from.y) * dy) / square : 0;

  share = CLAMP (share, 0.0, 1.0);
  return hypot (at.x - from.x - dx * share, at.y - from.y - dy * share);
}

/* The vertices of a line, or of the arc of a flow. */
static const RutterPoint *
get_vertices (const RutterMark *mark,
              RutterPoint       arc[RUTTER_FLOW_N_POINTS],
              guint            *n_points,
              double           *step)
{
  if (mark->shape == RUTTER_SHAPE_FLOW && mark->n_points > 1)
    {
      rutter_flow_flatten (mark->points, mark->slot, mark->n_slots, arc);
      *n_points = RUTTER_FLOW_N_POINTS;
      *step = INFINITY;
      return arc;
    }

  *n_points = mark->n_points;
  *step = mark->step;
  return mark->points;
}

/* How many vertices on the line may come at least as near as `enough`, when this one is so far. */
static guint
count_steps (double away,
             double enough,
             double step)
{
  double n = (away - enough) / step;

  return n >= 2 ? (guint)MIN (n, G_MAXINT) : 1;
}

/* From a place to a line as the crow flies, world square; what lies beyond `reach` need not be
 * exact. NaN fails every comparison that the caller makes. */
double
rutter_mark_get_line_distance (const RutterMark *mark,
                               RutterPoint       at,
                               double            reach)
{
  RutterPoint arc[RUTTER_FLOW_N_POINTS];
  double least = INFINITY, step;
  guint n_points;
  const RutterPoint *points = get_vertices (mark, arc, &n_points, &step);

  for (guint i = 1; i < n_points;)
    {
      double away = hypot (points[i].x - at.x, points[i].y - at.y);
      double distance = rutter_segment_get_distance (at, points[i - 1], points[i]);

      least = distance < least ? distance : least;
      i += count_steps (away, reach, step);
    }

  return least;
}

/* Whether the segment has a point in the box (separating axes: the box's two and its own). */
static gboolean
segment_meets (RutterPoint      from,
               RutterPoint      to,
               const RutterBox *box)
{
  RutterPoint corners[] = { { box->x0, box->y0 }, { box->x1, box->y0 },
                            { box->x0, box->y1 }, { box->x1, box->y1 } };
  RutterBox own = { MIN (from.x, to.x), MIN (from.y, to.y),
                    MAX (from.x, to.x), MAX (from.y, to.y) };
  guint n_left = 0, n_right = 0;

  if (!isfinite (from.x) || !isfinite (to.x) || !rutter_box_meets (&own, box))
    return FALSE;

  for (guint i = 0; i < 4; i++)
    {
      double side = (to.x - from.x) * (corners[i].y - from.y) -
                    (to.y - from.y) * (corners[i].x - from.x);

      n_left += side >= 0;
      n_right += side <= 0;
    }

  return n_left > 0 && n_right > 0;
}

/* How far a place is from a box; 0 within. */
static double
get_box_distance (const RutterBox *box,
                  RutterPoint      at)
{
  return hypot (MAX (MAX (box->x0 - at.x, at.x - box->x1), 0),
                MAX (MAX (box->y0 - at.y, at.y - box->y1), 0));
}

gboolean
rutter_mark_line_is_shown (const RutterMark *mark,
                           const RutterBox  *bounds,
                           int               copy)
{
  RutterBox box = { bounds->x0 - copy, bounds->y0, bounds->x1 - copy, bounds->y1 };
  RutterPoint arc[RUTTER_FLOW_N_POINTS];
  guint n_points;
  double step;
  const RutterPoint *points = get_vertices (mark, arc, &n_points, &step);

  for (guint i = 1; i < n_points;)
    {
      if (segment_meets (points[i - 1], points[i], &box))
        return TRUE;
      i += count_steps (get_box_distance (&box, points[i]), 0, step);
    }

  return FALSE;
}

/* The part of a segment within the box (Liang and Barsky). Returns: FALSE when there is none */
static gboolean
clip_segment (const RutterBox *box,
              RutterPoint     *from,
              RutterPoint     *to)
{
  RutterPoint a = *from;
  double dx = to->x - a.x, dy = to->y - a.y;
  const double steps[] = { -dx, dx, -dy, dy };
  const double rooms[] = { a.x - box->x0, box->x1 - a.x, a.y - box->y0, box->y1 - a.y };
  double first = 0, last = 1;

  if (!isfinite (dx) || !isfinite (dy))
    return FALSE;

  for (guint i = 0; i < 4; i++)
    {
      if (steps[i] == 0 && rooms[i] < 0)
        return FALSE;
      if (steps[i] < 0)
        first = MAX (first, rooms[i] / steps[i]);
      else if (steps[i] > 0)
        last = MIN (last, rooms[i] / steps[i]);
    }

  *from = (RutterPoint) { a.x + dx * first, a.y + dy * first };
  *to = (RutterPoint) { a.x + dx * last, a.y + dy * last };
  return first <= last;
}

static RutterPoint
find_nearest (RutterPoint at,
              RutterPoint from,
              RutterPoint to)
{
  double dx = to.x - from.x, dy = to.y - from.y;
  double square = dx * dx + dy * dy;
  double share = square > 0 ? ((at.x - from.x) * dx + (at.y - from.y) * dy) / square : 0;

  share = CLAMP (share, 0.0, 1.0);
  return (RutterPoint) { from.x + dx * share, from.y + dy * share };
}

/* Where a line, moved by so many worlds, comes nearest to the view's middle. Returns: whether it is
 * in view at all */
gboolean
rutter_mark_find_line_spot (const RutterMark *mark,
                            const RutterView *view,
                            int               copy,
                            RutterPoint      *world)
{
  RutterBox box = rutter_view_get_bounds (view);
  RutterPoint middle = { view->centre.x - copy, view->centre.y };
  RutterPoint arc[RUTTER_FLOW_N_POINTS];
  double least = INFINITY, step;
  guint n_points;
  const RutterPoint *points = get_vertices (mark, arc, &n_points, &step);

  box.x0 -= copy;
  box.x1 -= copy;
  for (guint i = 1, next; i < n_points; i = next)
    {
      RutterPoint from = points[i - 1], to = points[i], near;
      double distance;

      next = i + count_steps (get_box_distance (&box, points[i]), 0, step);
      if (!clip_segment (&box, &from, &to))
        continue;

      near = find_nearest (middle, from, to);
      distance = hypot (near.x - middle.x, near.y - middle.y);
      if (distance < least)
        {
          least = distance;
          *world = (RutterPoint) { near.x + copy, near.y };
        }
    }

  return isfinite (least);
}
