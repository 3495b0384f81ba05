/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-screen-line.h"

#include "rutter-dash.h"

#include <math.h>

/* Vertices closer than this to the one before show nothing. */
#define SIMPLIFY_PX 0.7

void
rutter_screen_line_init (RutterScreenLine *self)
{
  self->pixels = g_array_new (FALSE, FALSE, sizeof (RutterPoint));
  self->points = g_array_new (FALSE, FALSE, sizeof (RutterPoint));
  self->runs = g_array_new (FALSE, FALSE, sizeof (RutterScreenRun));
}

void
rutter_screen_line_clear (RutterScreenLine *self)
{
  g_clear_pointer (&self->pixels, g_array_unref);
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->runs, g_array_unref);
}

/**
 * rutter_screen_line_project:
 * @copy: which copy of the world, 0 the one that @world is written in
 *
 * Replaces the line with @world in pixels of @view.
 */
void
rutter_screen_line_project (RutterScreenLine  *self,
                            const RutterView  *view,
                            const RutterPoint *world,
                            guint              n_points,
                            int                copy)
{
  double size = rutter_view_get_world_size (view);
  double c = cos (view->rotation) * size, s = sin (view->rotation) * size;
  double x = copy - view->centre.x, y = -view->centre.y;
  double half_width = view->width / 2.0, half_height = view->height / 2.0;

  /* The same as rutter_view_to_pixel(), with what all vertices share taken out of the loop. */
  g_array_set_size (self->pixels, n_points);
  for (guint i = 0; i < n_points; i++)
    {
      double dx = world[i].x + x, dy = world[i].y + y;

      g_array_index (self->pixels, RutterPoint, i) =
        (RutterPoint) { dx * c - dy * s + half_width, dx * s + dy * c + half_height };
    }
}

/* The direction from one vertex to another, of length 1; none between equal or unknown ones. */
static RutterPoint
get_direction (RutterPoint from,
               RutterPoint to)
{
  double length = hypot (to.x - from.x, to.y - from.y);

  return length > 0 && isfinite (length)
           ? (RutterPoint) { (to.x - from.x) / length, (to.y - from.y) / length }
           : (RutterPoint) { 0, 0 };
}

/**
 * rutter_screen_line_move:
 * @aside_px: how far, to the right hand of somebody who looks from the line's western end along it,
 *   whichever end it begins at: so two lines over the same water part by their number alone
 *
 * Moves the whole line beside itself.
 */
void
rutter_screen_line_move (RutterScreenLine *self,
                         double            aside_px)
{
  RutterPoint *points = (RutterPoint *)(gpointer)self->pixels->data;
  guint n = self->pixels->len;
  RutterPoint before = { 0, 0 };

  if (aside_px == 0 || n < 2)
    return;
  if (points[n - 1].x < points[0].x)
    aside_px = -aside_px;

  for (guint i = 0; i < n; i++)
    {
      RutterPoint after = i + 1 < n ? get_direction (points[i], points[i + 1]) : before;
      RutterPoint along = get_direction ((RutterPoint) { 0, 0 },
                                         (RutterPoint) { before.x + after.x, before.y + after.y });

      points[i].x -= along.y * aside_px;
      points[i].y += along.x * aside_px;
      before = after;
    }
}

/* Takes @length off the end of an array. */
static void
shorten_end (GArray *pixels,
             double  length)
{
  while (pixels->len > 1)
    {
      RutterPoint *last = &g_array_index (pixels, RutterPoint, pixels->len - 1);
      RutterPoint *before = last - 1;
      double piece = hypot (last->x - before->x, last->y - before->y);

      if (piece > length)
        {
          last->x += (before->x - last->x) * length / piece;
          last->y += (before->y - last->y) * length / piece;
          return;
        }
      length -= piece;
      g_array_set_size (pixels, pixels->len - 1);
    }

  g_array_set_size (pixels, 0);
}

static void
reverse (GArray *pixels)
{
  RutterPoint *points = (RutterPoint *)pixels->data;

  for (guint i = 0; i < pixels->len / 2; i++)
    {
      RutterPoint point = points[i];

      points[i] = points[pixels->len - 1 - i];
      points[pixels->len - 1 - i] = point;
    }
}

/**
 * rutter_screen_line_shorten:
 * @from_start: pixels to take off at the start
 * @from_end: pixels to take off at the end
 *
 * A line shorter than what is taken off is empty afterwards.
 */
void
rutter_screen_line_shorten (RutterScreenLine *self,
                            double            from_start,
                            double            from_end)
{
  shorten_end (self->pixels, from_end);
  reverse (self->pixels);
  shorten_end (self->pixels, from_start);
  reverse (self->pixels);
}

static gboolean
clip_side (double  distance,
           double  change,
           double *enter,
           double *leave)
{
  double at;

  /* Liang and Barsky: distance >= 0 is inside; change is how it grows along the segment. */
  if (change == 0)
    return distance >= 0;

  at = -distance / change;
  if (change > 0)
    *enter = MAX (*enter, at);
  else
    *leave = MIN (*leave, at);
  return *enter <= *leave;
}

/* Returns: FALSE when no part of the piece is within the frame; else from which to which share of
 * its length that is
 */
gboolean
rutter_screen_line_clip (const RutterBox *frame,
                         RutterPoint      from,
                         RutterPoint      to,
                         double          *enter,
                         double          *leave)
{
  *enter = 0;
  *leave = 1;
  return clip_side (from.x - frame->x0, to.x - from.x, enter, leave) &&
         clip_side (frame->x1 - from.x, from.x - to.x, enter, leave) &&
         clip_side (from.y - frame->y0, to.y - from.y, enter, leave) &&
         clip_side (frame->y1 - from.y, from.y - to.y, enter, leave);
}

static RutterPoint
get_between (RutterPoint from,
             RutterPoint to,
             double      share)
{
  return (RutterPoint) { from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share };
}

static void
start_run (RutterScreenLine *self,
           RutterPoint       point,
           double            offset)
{
  RutterScreenRun run = { self->points->len, 1, offset };

  g_array_append_val (self->runs, run);
  g_array_append_val (self->points, point);
}

static void
extend_run (RutterScreenLine *self,
            RutterPoint       point,
            double            offset)
{
  RutterScreenRun *run = &g_array_index (self->runs, RutterScreenRun, self->runs->len - 1);

  g_array_append_val (self->points, point);
  if (++run->n_points == RUTTER_SCREEN_RUN_MAX)
    start_run (self, point, offset);
}

static gboolean
is_finite_point (RutterPoint point)
{
  return isfinite (point.x) && isfinite (point.y);
}

/* Makes runs of what lies in a view and @margin pixels round it. */
void
rutter_screen_line_cut (RutterScreenLine *self,
                        const RutterView *view,
                        double            margin)
{
  RutterBox frame = { -margin, -margin, view->width + margin, view->height + margin };
  RutterPoint previous = { NAN, NAN };
  double along = 0;
  gboolean is_open = FALSE;

  g_array_set_size (self->points, 0);
  g_array_set_size (self->runs, 0);

  for (guint i = 0; i < self->pixels->len; i++)
    {
      RutterPoint point = g_array_index (self->pixels, RutterPoint, i);
      double length, enter, leave;

      if (!is_finite_point (point) || !is_finite_point (previous))
        {
          previous = point;
          is_open = FALSE;
          continue;
        }

      length = hypot (point.x - previous.x, point.y - previous.y);
      if (length < SIMPLIFY_PX && i + 1 < self->pixels->len)
        continue;

      if (rutter_screen_line_clip (&frame, previous, point, &enter, &leave))
        {
          if (!is_open || enter > 0)
            start_run (self, get_between (previous, point, enter), along + enter * length);
          extend_run (self, get_between (previous, point, leave), along + leave * length);
          is_open = leave >= 1;
        }
      else
        {
          is_open = FALSE;
        }

      along += length;
      previous = point;
    }
}

/**
 * rutter_screen_line_stroke:
 * @dashes: (nullable): as of cairo_set_dash()
 * @shift_px: moves the dashes back along the line
 *
 * Strokes the runs with the context's width, cap, join and colour.
 */
void
rutter_screen_line_stroke (RutterScreenLine *self,
                           cairo_t          *cr,
                           const double     *dashes,
                           int               n_dashes,
                           double            shift_px)
{
  cairo_antialias_t antialias = rutter_dash_smooth (cr, dashes, n_dashes);
  double period = 0;

  for (int i = 0; i < n_dashes; i++)
    period += dashes[i];

  for (guint i = 0; i < self->runs->len; i++)
    {
      const RutterScreenRun *run = &g_array_index (self->runs, RutterScreenRun, i);
      const RutterPoint *points = &g_array_index (self->points, RutterPoint, run->first);

      if (run->n_points < 2)
        continue;

      cairo_set_dash (cr, dashes, n_dashes,
                      period > 0 ? fmod (run->offset_px + shift_px, period) : 0);
      cairo_move_to (cr, points[0].x, points[0].y);
      for (guint k = 1; k < run->n_points; k++)
        cairo_line_to (cr, points[k].x, points[k].y);
      cairo_stroke (cr);
    }

  cairo_set_antialias (cr, antialias);
}
