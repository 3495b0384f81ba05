/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-route-sketch.h"

#include "rutter-screen-line.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Pixels. */
#define HALO 7.0
#define CASING 4.4
#define CORE 1.8
#define FAINT 2.0
#define HANDLE 6.0
#define RING 10.0
#define HANDLE_REACH 12.0
#define LINE_REACH 7.0
/* Round everything that is drawn: halo, ring, and the label beside the line. */
#define ROOM 14.0
#define LABEL_GAP 10.0

typedef struct
{
  RutterPoint *points;   /* world */
  guint        n_points;
  RutterBox    box;
} Line;

typedef struct
{
  RutterPoint asked;
  RutterPoint snapped;
  guint       point;
} Stop;

struct _RutterRouteSketch
{
  gatomicrefcount  ref_count;
  Line             line;
  Stop            *stops;
  guint            n_stops;
  RutterBox        box;           /* of the line, the stops and the other ways */
  GArray          *alternatives;  /* Line */
};

static void
line_init (Line               *line,
           const RutterLonLat *points,
           guint               n_points)
{
  line->points = g_new (RutterPoint, n_points);
  line->n_points = n_points;
  rutter_box_init (&line->box);
  for (guint i = 0; i < n_points; i++)
    {
      line->points[i] = rutter_mercator_project (points[i]);
      rutter_box_add (&line->box, line->points[i]);
    }
}

static void
line_clear (gpointer data)
{
  g_free (((Line *)data)->points);
}

/* The copy of @position that is nearest to the line there. */
static RutterPoint
project_near (RutterLonLat position,
              double       x)
{
  RutterPoint point = rutter_mercator_project (position);

  point.x += round (x - point.x);

  return point;
}

RutterRouteSketch *
rutter_route_sketch_new (const RutterLonLat     *points,
                         guint                   n_points,
                         const RutterSketchStop *stops,
                         guint                   n_stops)
{
  RutterRouteSketch *self = g_new0 (RutterRouteSketch, 1);

  g_atomic_ref_count_init (&self->ref_count);
  line_init (&self->line, points, n_points);
  self->box = self->line.box;
  self->alternatives = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (self->alternatives, line_clear);
  self->stops = g_new (Stop, n_stops);
  self->n_stops = n_stops;
  for (guint i = 0; i < n_stops; i++)
    {
      guint point = MIN (stops[i].point, n_points > 0 ? n_points - 1 : 0);
      double x = n_points > 0 ? self->line.points[point].x
                              : rutter_mercator_project (stops[i].asked).x;

      self->stops[i] = (Stop) { project_near (stops[i].asked, x),
                                project_near (stops[i].snapped, x), point };
      rutter_box_add (&self->box, self->stops[i].asked);
    }

  return self;
}

RutterRouteSketch *
rutter_route_sketch_ref (RutterRouteSketch *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
rutter_route_sketch_unref (RutterRouteSketch *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  line_clear (&self->line);
  g_array_unref (self->alternatives);
  g_free (self->stops);
  g_free (self);
}

void
rutter_route_sketch_add_alternative (RutterRouteSketch  *self,
                                     const RutterLonLat *points,
                                     guint               n_points)
{
  Line line;

  line_init (&line, points, n_points);
  for (guint i = 0; i < n_points; i++)
    rutter_box_add (&self->box, line.points[i]);
  g_array_append_val (self->alternatives, line);
}

guint
rutter_route_sketch_get_n_stops (RutterRouteSketch *self)
{
  return self->n_stops;
}

gboolean
rutter_route_sketch_get_extent (RutterRouteSketch *self,
                                const RutterView  *view,
                                RutterBox         *pixels)
{
  int first, last;

  rutter_view_get_copies (view, &self->box, &first, &last);
  rutter_box_init (pixels);
  for (int k = first; k <= last; k++)
    for (int corner = 0; corner < 4; corner++)
      {
        double x = (corner & 1) != 0 ? self->box.x1 : self->box.x0;
        double y = (corner & 2) != 0 ? self->box.y1 : self->box.y0;

        rutter_box_add (pixels, rutter_view_to_pixel (view, (RutterPoint) { x + k, y }));
      }

  pixels->x0 = floor (fmax (pixels->x0 - ROOM, 0));
  pixels->y0 = floor (fmax (pixels->y0 - ROOM * 2, 0));
  pixels->x1 = ceil (fmin (pixels->x1 + ROOM, view->width));
  pixels->y1 = ceil (fmin (pixels->y1 + ROOM * 2, view->height));

  return pixels->x0 < pixels->x1 && pixels->y0 < pixels->y1;
}

guint
rutter_route_sketch_find_stop (RutterRouteSketch *self,
                               const RutterView  *view,
                               RutterPoint        pixel)
{
  guint best = RUTTER_SKETCH_NONE;
  double nearest = HANDLE_REACH;
  int first, last;

  rutter_view_get_copies (view, &self->box, &first, &last);
  for (int k = first; k <= last; k++)
    for (guint i = 0; i < self->n_stops; i++)
      {
        RutterPoint at = rutter_view_to_pixel (view, (RutterPoint) { self->stops[i].asked.x + k,
                                                                     self->stops[i].asked.y });
        double distance = hypot (at.x - pixel.x, at.y - pixel.y);

        if (distance <= nearest)
          {
            nearest = distance;
            best = i;
          }
      }

  return best;
}

static double
measure_to_segment (RutterPoint p,
                    RutterPoint a,
                    RutterPoint b)
{
  double dx = b.x - a.x;
  double dy = b.y - a.y;
  double length2 = dx * dx + dy * dy;
  double t = length2 > 0 ? CLAMP (((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0) : 0;

  return hypot (a.x + t * dx - p.x, a.y + t * dy - p.y);
}

guint
rutter_route_sketch_find_leg (RutterRouteSketch *self,
                              const RutterView  *view,
                              RutterPoint        pixel)
{
  guint best = RUTTER_SKETCH_NONE;
  double nearest = LINE_REACH;
  int first, last;

  rutter_view_get_copies (view, &self->line.box, &first, &last);
  for (int k = first; k <= last; k++)
    {
      RutterPoint before = { 0, 0 };

      for (guint i = 0; i < self->line.n_points; i++)
        {
          RutterPoint at = rutter_view_to_pixel (view, (RutterPoint) {
            self->line.points[i].x + k, self->line.points[i].y });
          double distance = i > 0 ? measure_to_segment (pixel, before, at) : LINE_REACH;

          before = at;
          if (distance >= nearest)
            continue;

          nearest = distance;
          best = 0;
          while (best + 2 < self->n_stops && self->stops[best + 1].point < i)
            best++;
        }
    }

  return best;
}

static void
stroke (RutterScreenLine *screen,
        cairo_t          *cr,
        double            width,
        RutterColor       color,
        double            opacity)
{
  color.a *= opacity;
  rutter_theme_set_source (cr, color);
  cairo_set_line_width (cr, width);
  rutter_screen_line_stroke (screen, cr, NULL, 0, 0);
}

static void
paint_line (RutterRouteSketch *self,
            cairo_t           *cr,
            const RutterView  *view,
            const RutterTheme *theme,
            RutterScreenLine  *screen,
            int                copy)
{
  for (guint i = 0; i < self->alternatives->len; i++)
    {
      const Line *line = &g_array_index (self->alternatives, Line, i);

      rutter_screen_line_project (screen, view, line->points, line->n_points, copy);
      rutter_screen_line_cut (screen, view, HALO);
      stroke (screen, cr, FAINT * 2, theme->land, 0.45);
      stroke (screen, cr, FAINT, theme->accent, 0.45);
    }

  rutter_screen_line_project (screen, view, self->line.points, self->line.n_points, copy);
  rutter_screen_line_cut (screen, view, HALO);
  stroke (screen, cr, HALO, theme->land, 0.8);
  stroke (screen, cr, CASING, theme->accent, 1);
  stroke (screen, cr, CORE, theme->land, 1);
}

static void
paint_snap (cairo_t           *cr,
            const RutterTheme *theme,
            RutterPoint        from,
            RutterPoint        to)
{
  static const double dashes[] = { 3, 4 };

  if (hypot (to.x - from.x, to.y - from.y) < HANDLE)
    return;

  cairo_move_to (cr, from.x, from.y);
  cairo_line_to (cr, to.x, to.y);
  cairo_set_line_width (cr, FAINT * 2);
  rutter_theme_set_source (cr, theme->land);
  cairo_stroke_preserve (cr);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (cr, FAINT);
  rutter_theme_set_source (cr, theme->accent);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* Ends are full, points on the way hollow. */
static void
paint_handle (cairo_t           *cr,
              const RutterTheme *theme,
              RutterPoint        at,
              gboolean           is_end,
              gboolean           is_chosen)
{
  if (is_chosen)
    {
      RutterColor ring = theme->accent;

      ring.a *= 0.35;
      cairo_arc (cr, at.x, at.y, RING, 0, 2 * G_PI);
      rutter_theme_set_source (cr, ring);
      cairo_fill (cr);
    }

  cairo_arc (cr, at.x, at.y, HANDLE + 1.5, 0, 2 * G_PI);
  rutter_theme_set_source (cr, theme->land);
  cairo_fill (cr);
  cairo_arc (cr, at.x, at.y, HANDLE, 0, 2 * G_PI);
  rutter_theme_set_source (cr, theme->accent);
  cairo_fill (cr);
  if (is_end)
    return;

  cairo_arc (cr, at.x, at.y, HANDLE - 2.5, 0, 2 * G_PI);
  rutter_theme_set_source (cr, theme->land);
  cairo_fill (cr);
}

static void
paint_stops (RutterRouteSketch *self,
             cairo_t           *cr,
             const RutterView  *view,
             const RutterTheme *theme,
             guint              chosen,
             const RutterPoint *held,
             int                copy)
{
  for (guint i = 0; i < self->n_stops; i++)
    {
      const Stop *stop = &self->stops[i];
      RutterPoint at = rutter_view_to_pixel (view, (RutterPoint) { stop->asked.x + copy,
                                                                   stop->asked.y });
      RutterPoint water = rutter_view_to_pixel (view, (RutterPoint) { stop->snapped.x + copy,
                                                                      stop->snapped.y });

      if (i == chosen && held != NULL &&
          fabs (rutter_view_to_world (view, *held).x - stop->asked.x - copy) <= 0.5)
        at = *held;
      else
        paint_snap (cr, theme, at, water);
      cairo_new_path (cr);
      paint_handle (cr, theme, at, i == 0 || i + 1 == self->n_stops, i == chosen);
    }
}

/* Beside the middle of what can be seen of the line. */
static void
paint_label (cairo_t           *cr,
             const RutterView  *view,
             const RutterTheme *theme,
             RutterTextCache   *texts,
             RutterScreenLine  *screen)
{
  const RutterTextStyle style = {
    .size_px = 11 * (view->text_scale > 0 ? view->text_scale : 1), .italic = TRUE,
    .color = theme->text, .halo = theme->land,
  };
  const RutterText *text = rutter_text_cache_get (texts, _("computed, not a track"), &style);
  RutterPoint at;

  if (screen->points->len < 2)
    return;

  at = g_array_index (screen->points, RutterPoint, screen->points->len / 2);
  at.x = CLAMP (at.x + LABEL_GAP, 0, fmax (0, view->width - text->size.x)) + text->origin.x;
  at.y = CLAMP (at.y - text->size.y - LABEL_GAP / 2, 0, fmax (0, view->height - text->size.y)) +
         text->origin.y;
  cairo_move_to (cr, at.x, at.y);
  pango_cairo_layout_path (cr, text->layout);
  cairo_set_line_width (cr, 4);
  rutter_theme_set_source (cr, theme->land);
  cairo_stroke (cr);
  cairo_move_to (cr, at.x, at.y);
  rutter_theme_set_source (cr, theme->text);
  pango_cairo_show_layout (cr, text->layout);
}

void
rutter_route_sketch_paint (RutterRouteSketch *self,
                           cairo_t           *cr,
                           const RutterView  *view,
                           const RutterTheme *theme,
                           RutterTextCache   *texts,
                           guint              chosen,
                           const RutterPoint *held)
{
  RutterScreenLine screen;
  int first, last;

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  rutter_text_cache_begin (texts);
  rutter_screen_line_init (&screen);
  rutter_view_get_copies (view, &self->box, &first, &last);
  for (int k = first; k <= last; k++)
    {
      paint_line (self, cr, view, theme, &screen, k);
      paint_stops (self, cr, view, theme, chosen, held, k);
      paint_label (cr, view, theme, texts, &screen);
    }
  rutter_screen_line_clear (&screen);
  cairo_restore (cr);
}
