/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-scene-private.h"

#include "rutter-flow.h"

#include <math.h>

#define HALO_OPACITY 0.6
/* Pixels. */
#define HALO 6.0
#define HEAD_LENGTH 9.0
#define GAP 4.0
/* What a flow keeps off its end where no mark is painted, and at most. */
#define END_RADIUS 3.0
#define END_RADIUS_MAX 26.0
/* From one lane to the next. */
#define LANE 7.0
/* Round the view, so that caps and joins of what is cut off stay out of sight. */
#define MARGIN 12.0

static gboolean
is_line (const RutterMark *mark)
{
  return mark->shape != RUTTER_SHAPE_POINT && mark->kind != RUTTER_KIND_PASSAGE &&
         mark->n_points > 1 && mark->box.x0 <= mark->box.x1;
}

/* The bundle is kept apart at any zoom: where it gets narrow its arrows get thin. */
static double
get_width (const RutterScenePainting *self,
           const RutterMark          *mark)
{
  double spacing;

  if (mark->shape == RUTTER_SHAPE_LINE)
    return RUTTER_LINE_WIDTH;

  spacing = rutter_flow_get_spacing (mark->points, mark->n_slots) *
            rutter_view_get_world_size (&self->view);
  return CLAMP (spacing * 0.6, 1.2, rutter_flow_get_width (mark->n_claims));
}

/* How far from its end a flow stops, so that the arrowhead is not under the symbols there. A short
 * flow keeps most of its way. */
static double
get_clearance (const RutterScenePainting *self,
               const RutterMark          *mark,
               guint                      end)
{
  double length = hypot (mark->points[1].x - mark->points[0].x,
                         mark->points[1].y - mark->points[0].y) *
                  rutter_view_get_world_size (&self->view);
  double radius = rutter_spread_get_radius (self->spread, &self->view, mark->points[end], 8);

  return MIN (CLAMP (radius, END_RADIUS, END_RADIUS_MAX), length * 0.25);
}

/* The middle, then by turns to either side. */
static double
get_lane_offset (int lane)
{
  return (lane % 2 == 0 ? -1 : 1) * ((lane + 1) / 2) * LANE;
}

static void
project (RutterScenePainting *self,
         const RutterMark    *mark,
         int                  copy)
{
  RutterPoint arc[RUTTER_FLOW_N_POINTS];

  if (mark->shape == RUTTER_SHAPE_LINE)
    {
      rutter_screen_line_project (&self->line, &self->view, mark->points, mark->n_points, copy);
      rutter_screen_line_move (&self->line, get_lane_offset (mark->slot));
    }
  else
    {
      rutter_flow_flatten (mark->points, mark->slot, mark->n_slots, arc);
      rutter_screen_line_project (&self->line, &self->view, arc, RUTTER_FLOW_N_POINTS, copy);
    }
}

/* The place in the middle of the way, and the way's direction there. */
static gboolean
find_middle (const GArray *pixels,
             RutterPoint  *middle,
             double       *angle)
{
  const RutterPoint *points = (const RutterPoint *)pixels->data;
  double length = 0, along = 0;

  for (guint i = 1; i < pixels->len; i++)
    {
      double piece = hypot (points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);

      length += isfinite (piece) ? piece : 0;
    }

  for (guint i = 1; i < pixels->len; i++)
    {
      double dx = points[i].x - points[i - 1].x;
      double dy = points[i].y - points[i - 1].y;
      double piece = hypot (dx, dy);

      if (!isfinite (piece) || piece <= 0)
        continue;

      if (along + piece >= length / 2)
        {
          double share = (length / 2 - along) / piece;

          *middle = (RutterPoint) { points[i - 1].x + dx * share, points[i - 1].y + dy * share };
          *angle = atan2 (dy, dx);
          return TRUE;
        }
      along += piece;
    }

  return FALSE;
}

/* On the pixels where there are very many, else by cairo. */
static void
stroke (RutterScenePainting   *self,
        const RutterLineStyle *style,
        RutterColor            color,
        RutterColor            ground)
{
  if (self->is_on_canvas)
    rutter_canvas_stroke (&self->canvas, &self->line, style, color, ground);
  else
    rutter_line_style_stroke (style, self->cr, &self->line, color, ground);
}

static void
fill_head (RutterScenePainting *self,
           RutterPoint          tip,
           double               angle,
           double               width,
           RutterColor          color)
{
  double half = MAX (HEAD_LENGTH * 0.42, width * 0.85 + 1);
  double c = cos (angle), s = sin (angle);
  RutterPoint corners[] = {
    tip,
    { tip.x - HEAD_LENGTH * c - half * s, tip.y - HEAD_LENGTH * s + half * c },
    { tip.x - HEAD_LENGTH * c + half * s, tip.y - HEAD_LENGTH * s - half * c },
  };

  rutter_canvas_fill_triangle (&self->canvas, corners, color);
}

static void
paint_head (cairo_t     *cr,
            RutterPoint  tip,
            double       angle,
            double       width,
            RutterColor  color)
{
  double half = MAX (HEAD_LENGTH * 0.42, width * 0.85 + 1);

  cairo_save (cr);
  cairo_translate (cr, tip.x, tip.y);
  cairo_rotate (cr, angle);
  cairo_move_to (cr, 0, 0);
  cairo_line_to (cr, -HEAD_LENGTH, half);
  cairo_line_to (cr, -HEAD_LENGTH * 0.8, 0);
  cairo_line_to (cr, -HEAD_LENGTH, -half);
  cairo_close_path (cr);
  rutter_theme_set_source (cr, color);
  cairo_fill (cr);
  cairo_restore (cr);
}

/* Where the head points: from the way's place a head's length before its end to that end. */
static double
get_head_angle (const GArray *pixels,
                RutterPoint   tip)
{
  for (guint i = pixels->len; i-- > 0;)
    {
      RutterPoint point = g_array_index (pixels, RutterPoint, i);

      if (hypot (tip.x - point.x, tip.y - point.y) >= HEAD_LENGTH)
        return atan2 (tip.y - point.y, tip.x - point.x);
    }

  return pixels->len > 0 ? atan2 (tip.y - g_array_index (pixels, RutterPoint, 0).y,
                                  tip.x - g_array_index (pixels, RutterPoint, 0).x) : 0;
}

/* Cuts the line to its shaft. Returns: FALSE when there is none */
static gboolean
cut_shaft (const RutterView      *view,
           RutterScreenLine      *line,
           const RutterLineStyle *style,
           RutterPoint           *tip,
           double                *angle)
{
  double width = rutter_line_style_get_outer (style);

  if (line->pixels->len < 2)
    return FALSE;

  *tip = g_array_index (line->pixels, RutterPoint, line->pixels->len - 1);
  *angle = get_head_angle (line->pixels, *tip);
  rutter_screen_line_shorten (line, 0, HEAD_LENGTH * 0.75 + (style->is_round ? width / 2 : 0));
  rutter_screen_line_cut (line, view, MARGIN);
  return TRUE;
}

void
rutter_scene_paint_arrow (cairo_t               *cr,
                          const RutterView      *view,
                          RutterScreenLine      *line,
                          const RutterLineStyle *style,
                          RutterColor            color,
                          RutterColor            ground)
{
  RutterPoint tip;
  double angle;

  if (!cut_shaft (view, line, style, &tip, &angle))
    return;

  rutter_line_style_stroke (style, cr, line, color, ground);
  paint_head (cr, tip, angle, rutter_line_style_get_outer (style), color);
}

static void
paint_arrow (RutterScenePainting   *self,
             const RutterLineStyle *style,
             RutterColor            color,
             RutterColor            ground)
{
  RutterPoint tip;
  double angle;

  if (!self->is_on_canvas)
    {
      rutter_scene_paint_arrow (self->cr, &self->view, &self->line, style, color, ground);
    }
  else if (cut_shaft (&self->view, &self->line, style, &tip, &angle))
    {
      stroke (self, style, color, ground);
      fill_head (self, tip, angle, rutter_line_style_get_outer (style), color);
    }
}

static void
paint_halo (RutterScenePainting *self,
            double               width)
{
  RutterColor accent = self->theme->accent;

  accent.a = HALO_OPACITY;
  rutter_screen_line_cut (&self->line, &self->view, MARGIN);
  cairo_set_line_width (self->cr, width + HALO);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_ROUND);
  rutter_theme_set_source (self->cr, accent);
  rutter_screen_line_stroke (&self->line, self->cr, NULL, 0, 0);
}

void
rutter_scene_tell_placer (RutterScenePainting *self)
{
  for (guint i = 0; i < self->line.runs->len; i++)
    {
      const RutterScreenRun *run = &g_array_index (self->line.runs, RutterScreenRun, i);

      rutter_placer_add_line (self->placer,
                              &g_array_index (self->line.points, RutterPoint, run->first),
                              run->n_points);
    }
}

static void
paint_copy (RutterScenePainting   *self,
            const RutterMark      *mark,
            const RutterLineStyle *style,
            int                    copy)
{
  RutterColor color = rutter_theme_get_actor (self->theme, mark->actor);
  RutterColor ground = self->theme->land;
  RutterPoint middle;
  double angle;
  gboolean has_middle;

  color.a = rutter_scene_get_alpha (self, mark);
  ground.a = rutter_scene_get_ground_alpha (color.a);
  project (self, mark, copy);
  has_middle = mark->denied && find_middle (self->line.pixels, &middle, &angle);
  if (mark->shape == RUTTER_SHAPE_FLOW)
    rutter_screen_line_shorten (&self->line, get_clearance (self, mark, 0),
                                get_clearance (self, mark, 1) + GAP);
  if (rutter_scene_is_selected (self, mark))
    paint_halo (self, rutter_line_style_get_outer (style));

  if (mark->shape == RUTTER_SHAPE_FLOW)
    {
      paint_arrow (self, style, color, ground);
    }
  else
    {
      rutter_screen_line_cut (&self->line, &self->view, MARGIN);
      stroke (self, style, color, ground);
    }

  rutter_scene_tell_placer (self);
  if (has_middle)
    {
      rutter_line_style_paint_denial (self->cr, middle, angle, color, ground);
      rutter_placer_add_obstacle (self->placer, (RutterBox) { middle.x - 7, middle.y - 7,
                                                              middle.x + 7, middle.y + 7 });
    }
}

static void
paint_line (RutterScenePainting *self,
            const RutterMark    *mark)
{
  RutterLineStyle style;
  int first, last;

  rutter_line_style_init (&style, mark->status, mark->inferred,
                          get_width (self, mark) * self->theme->line_growth);
  rutter_scene_get_copies (self, &mark->box, MARGIN, &first, &last);
  for (int k = first; k <= last; k++)
    paint_copy (self, mark, &style, k);
}

static gboolean
is_in_view (RutterScenePainting *self,
            const RutterMark    *mark)
{
  int first, last;

  rutter_scene_get_copies (self, &mark->box, MARGIN, &first, &last);
  return first <= last;
}

void
rutter_scene_paint_lines (RutterScenePainting *self)
{
  guint n_marks = self->picture != NULL ? rutter_picture_get_n_marks (self->picture) : 0;
  g_autoptr(GArray) others = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) selected = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n_marks; i++)
    {
      const RutterMark *mark = rutter_picture_get_mark (self->picture, i);

      if (is_line (mark) && rutter_scene_is_painted (self, mark) && is_in_view (self, mark))
        g_array_append_val (rutter_scene_is_selected (self, mark) ? selected : others, i);
    }

  self->is_on_canvas = rutter_scene_begin_lines (self, others);
  for (guint i = 0; i < others->len; i++)
    paint_line (self, rutter_picture_get_mark (self->picture, g_array_index (others, guint, i)));
  if (self->is_on_canvas)
    rutter_canvas_end (&self->canvas);
  self->is_on_canvas = FALSE;

  /* What is selected lies on top. */
  for (guint i = 0; i < selected->len; i++)
    paint_line (self, rutter_picture_get_mark (self->picture, g_array_index (selected, guint, i)));
}
