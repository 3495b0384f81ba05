/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-route-sketch.h"

#include "rutter-mark-line.h"
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
/* Round everything that is drawn: halo, ring, and the label on either side of the line. */
#define ROOM 14.0
#define LABEL_ROOM 150.0
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

/* What one copy of the world is painted with. */
typedef struct
{
  const RutterView  *view;
  const RutterTheme *theme;
  guint              chosen;
  const RutterPoint *held;   /* pixels, where the pointer holds the chosen stop; or NULL */
  int                copy;
} Painting;

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
  double label;
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

  label = LABEL_ROOM * (view->text_scale > 0 ? view->text_scale : 1);
  pixels->x0 = floor (fmax (pixels->x0 - ROOM - label, 0));
  pixels->y0 = floor (fmax (pixels->y0 - ROOM * 2, 0));
  pixels->x1 = ceil (fmin (pixels->x1 + ROOM + label, view->width));
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
          double distance = i > 0 ? rutter_segment_get_distance (pixel, before, at) : LINE_REACH;

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

/* Where a stop's handle is, in pixels: under the pointer while it is dragged.
 * Returns: whether the pointer holds it
 */
static gboolean
find_handle (RutterRouteSketch *self,
             const Painting    *painting,
             guint              index,
             RutterPoint       *at)
{
  const Stop *stop = &self->stops[index];
  double x = stop->asked.x + painting->copy;
  const RutterPoint *held = painting->held;

  *at = rutter_view_to_pixel (painting->view, (RutterPoint) { x, stop->asked.y });
  if (index != painting->chosen || held == NULL ||
      fabs (rutter_view_to_world (painting->view, *held).x - x) > 0.5)
    return FALSE;

  *at = *held;
  return TRUE;
}

static void
paint_stops (RutterRouteSketch *self,
             cairo_t           *cr,
             const Painting    *painting)
{
  for (guint i = 0; i < self->n_stops; i++)
    {
      RutterPoint snapped = { self->stops[i].snapped.x + painting->copy,
                              self->stops[i].snapped.y };
      RutterPoint at;

      if (!find_handle (self, painting, i, &at))
        paint_snap (cr, painting->theme, at, rutter_view_to_pixel (painting->view, snapped));
      cairo_new_path (cr);
      paint_handle (cr, painting->theme, at, i == 0 || i + 1 == self->n_stops,
                    i == painting->chosen);
    }
}

static gboolean
covers_handle (RutterRouteSketch *self,
               const Painting    *painting,
               const RutterBox   *box)
{
  for (guint i = 0; i < self->n_stops; i++)
    {
      RutterPoint at;

      find_handle (self, painting, i, &at);
      if (at.x > box->x0 - RING && at.x < box->x1 + RING && at.y > box->y0 - RING &&
          at.y < box->y1 + RING)
        return TRUE;
    }

  return FALSE;
}

/* Beside the middle of what can be seen of the line, or as near to it as no handle is covered. */
static RutterBox
find_label_box (RutterRouteSketch *self,
                const Painting    *painting,
                RutterPoint        size,
                const GArray      *points)
{
  static const double shares[] = { 0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8 };
  const RutterView *view = painting->view;
  RutterBox first = { 0, 0, 0, 0 };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (shares); i++)
    {
      RutterPoint at = g_array_index (points, RutterPoint,
                                      (guint)((points->len - 1) * shares[i / 2]));
      double x = CLAMP (i % 2 == 0 ? at.x + LABEL_GAP : at.x - LABEL_GAP - size.x, 0,
                        fmax (0, view->width - size.x));
      double y = CLAMP (at.y - size.y - LABEL_GAP / 2, 0, fmax (0, view->height - size.y));
      RutterBox box = { x, y, x + size.x, y + size.y };

      if (!covers_handle (self, painting, &box))
        return box;
      if (i == 0)
        first = box;
    }

  return first;
}

static void
paint_label (RutterRouteSketch *self,
             cairo_t           *cr,
             const Painting    *painting,
             RutterTextCache   *texts,
             RutterScreenLine  *screen)
{
  const RutterView *view = painting->view;
  const RutterTheme *theme = painting->theme;
  const RutterTextStyle style = {
    .size_px = 11 * (view->text_scale > 0 ? view->text_scale : 1), .italic = TRUE,
    .color = theme->text, .halo = theme->land,
  };
  const RutterText *text = rutter_text_cache_get (texts, _("computed, not a track"), &style);
  RutterBox box;
  RutterPoint at;

  if (screen->points->len < 2)
    return;

  box = find_label_box (self, painting, text->size, screen->points);
  at = (RutterPoint) { box.x0 + text->origin.x, box.y0 + text->origin.y };
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
  Painting painting = { view, theme, chosen, held, 0 };
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
      painting.copy = k;
      paint_stops (self, cr, &painting);
      paint_label (self, cr, &painting, texts, &screen);
    }
  rutter_screen_line_clear (&screen);
  cairo_restore (cr);
}
