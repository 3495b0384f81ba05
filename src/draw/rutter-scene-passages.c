/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Passages: what is of the map, so it has one colour for all, lies under what is claimed and has no
 * dash that would say how sure somebody is. Those along their water are plain lines; gates are bars
 * with a tick at either end, broken where they are shut.
 */

#include "rutter-scene-private.h"

#include <math.h>

/* Pixels. */
#define FAIRWAY_WIDTH 2.2
#define GATE_WIDTH 1.6
#define CASING 2.4
#define TICK 4.0
#define HALO 6.0
#define HALO_OPACITY 0.6
/* What would be shorter is drawn as long as this: a strait is seen on a map of the world. */
#define MIN_LENGTH 9.0
/* Round the view, so that caps and ticks of what is cut off stay out of sight. */
#define MARGIN 12.0

static const double shut_dashes[] = { 4, 3 };

static gboolean
is_gate (const RutterMark *mark)
{
  return mark->symbol != RUTTER_SYMBOL_FAIRWAY;
}

/* Stretches what can hardly be seen along its chord, about its middle. */
static void
lengthen (GArray *pixels)
{
  RutterPoint from, to, middle;
  double length, x = 1, y = 0;

  if (pixels->len < 2)
    return;

  from = g_array_index (pixels, RutterPoint, 0);
  to = g_array_index (pixels, RutterPoint, pixels->len - 1);
  length = hypot (to.x - from.x, to.y - from.y);
  if (!(length < MIN_LENGTH))
    return;

  if (length > 0)
    {
      x = (to.x - from.x) / length;
      y = (to.y - from.y) / length;
    }
  middle = g_array_index (pixels, RutterPoint, pixels->len / 2);
  g_array_set_size (pixels, 2);
  g_array_index (pixels, RutterPoint, 0) =
    (RutterPoint) { middle.x - x * MIN_LENGTH / 2, middle.y - y * MIN_LENGTH / 2 };
  g_array_index (pixels, RutterPoint, 1) =
    (RutterPoint) { middle.x + x * MIN_LENGTH / 2, middle.y + y * MIN_LENGTH / 2 };
}

/* Across the line at one of its ends. */
static void
add_tick (cairo_t     *cr,
          RutterPoint  end,
          RutterPoint  next)
{
  double length = hypot (next.x - end.x, next.y - end.y);
  double x = length > 0 ? (end.y - next.y) / length : 0;
  double y = length > 0 ? (next.x - end.x) / length : 1;

  cairo_move_to (cr, end.x - x * TICK, end.y - y * TICK);
  cairo_line_to (cr, end.x + x * TICK, end.y + y * TICK);
}

static void
stroke (cairo_t          *cr,
        RutterScreenLine *line,
        const RutterMark *mark,
        const RutterPoint ends[4],
        double            width,
        RutterColor       color,
        gboolean          is_whole)
{
  gboolean is_broken = mark->symbol == RUTTER_SYMBOL_SHUT_GATE && !is_whole;

  cairo_set_line_width (cr, width);
  cairo_set_line_cap (cr, is_broken ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  rutter_theme_set_source (cr, color);
  rutter_screen_line_stroke (line, cr, shut_dashes, is_broken ? 2 : 0, 0);
  if (!is_gate (mark))
    return;

  cairo_set_dash (cr, NULL, 0, 0);
  add_tick (cr, ends[0], ends[1]);
  add_tick (cr, ends[3], ends[2]);
  cairo_stroke (cr);
}

void
rutter_scene_paint_passage (cairo_t           *cr,
                            const RutterView  *view,
                            RutterScreenLine  *line,
                            const RutterMark  *mark,
                            const RutterTheme *theme,
                            double             alpha,
                            gboolean           is_selected)
{
  GArray *pixels = line->pixels;
  double width = (is_gate (mark) ? GATE_WIDTH : FAIRWAY_WIDTH) * theme->line_growth;
  RutterColor color = theme->passage, ground = theme->land, accent = theme->accent;
  RutterPoint ends[4];

  lengthen (pixels);
  if (pixels->len < 2)
    return;

  ends[0] = g_array_index (pixels, RutterPoint, 0);
  ends[1] = g_array_index (pixels, RutterPoint, 1);
  ends[2] = g_array_index (pixels, RutterPoint, pixels->len - 2);
  ends[3] = g_array_index (pixels, RutterPoint, pixels->len - 1);
  rutter_screen_line_cut (line, view, MARGIN);

  color.a = alpha;
  ground.a = rutter_scene_get_ground_alpha (alpha) * 0.8;
  accent.a = HALO_OPACITY;
  if (is_selected)
    stroke (cr, line, mark, ends, width + HALO, accent, TRUE);
  stroke (cr, line, mark, ends, width + CASING, ground, TRUE);
  stroke (cr, line, mark, ends, width, color, FALSE);
}

static void
paint (RutterScenePainting *self,
       const RutterMark    *mark)
{
  int first, last;

  rutter_scene_get_copies (self, &mark->box, MARGIN, &first, &last);
  for (int k = first; k <= last; k++)
    {
      rutter_screen_line_project (&self->line, &self->view, mark->points, mark->n_points, k);
      rutter_scene_paint_passage (self->cr, &self->view, &self->line, mark, self->theme,
                                  rutter_scene_get_alpha (self, mark),
                                  rutter_scene_is_selected (self, mark));
      rutter_scene_tell_placer (self);
    }
}

/* Before all other marks. What is selected lies on top of its kind. */
void
rutter_scene_paint_passages (RutterScenePainting *self)
{
  guint n_marks = self->picture != NULL ? rutter_picture_get_n_marks (self->picture) : 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n_marks; i++)
      {
        const RutterMark *mark = rutter_picture_get_mark (self->picture, i);

        /* They come first in the drawing order. */
        if (mark->kind != RUTTER_KIND_PASSAGE)
          break;
        if (mark->box.x0 <= mark->box.x1 && rutter_scene_is_painted (self, mark) &&
            rutter_scene_is_selected (self, mark) == (pass == 1))
          paint (self, mark);
      }
}
