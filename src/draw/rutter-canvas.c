/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-canvas.h"

#include <math.h>

/* Coverages are counted in so many parts. */
#define FULL 256

/* A piece of a line with its style, in device pixels. */
typedef struct
{
  double  half, inner;      /* widths; the inner one of a hollow, below 0 for none */
  double  wall;             /* from a dash to its hollow */
  double  dash, period;     /* the period is 0 without dashes */
  gboolean is_round;
  guint32 color, filling;   /* premultiplied */
} Pen;

static guint32
premultiply (double r,
             double g,
             double b,
             double a)
{
  return (guint32)(a * 255 + 0.5) << 24 | (guint32)(r * 255 + 0.5) << 16 |
         (guint32)(g * 255 + 0.5) << 8 | (guint32)(b * 255 + 0.5);
}

static guint32
get_pixel (RutterColor color)
{
  return premultiply (color.r * color.a, color.g * color.a, color.b * color.a, color.a);
}

/* What is seen where `over` lies on `under`. */
static guint32
get_pixel_over (RutterColor under,
                RutterColor over)
{
  double left = under.a * (1 - over.a);

  return premultiply (under.r * left + over.r * over.a, under.g * left + over.g * over.a,
                      under.b * left + over.b * over.a, left + over.a);
}

/* All four parts of a pixel, two at a time. */
static guint32
scale_pixel (guint32 pixel,
             guint   share)
{
  return ((pixel & 0xff00ff) * share >> 8 & 0xff00ff) |
         ((pixel >> 8 & 0xff00ff) * share & 0xff00ff00);
}

static void
blend (guint32 *pixel,
       guint32  source)
{
  guint alpha = source >> 24;

  *pixel = source + scale_pixel (*pixel, FULL - alpha - (alpha >> 7));
}

/* @cr must draw on an image of ARGB32, neither turned nor sheared, and its clip be a rectangle.
 * Returns: FALSE otherwise; then there is nothing to end.
 */
gboolean
rutter_canvas_begin (RutterCanvas *self,
                     cairo_t      *cr)
{
  cairo_surface_t *surface = cairo_get_group_target (cr);
  double zero_x = 0, zero_y = 0, one_x = 1, one_y = 0, x0, y0, x1, y1;
  cairo_rectangle_list_t *clip;
  gboolean is_simple;

  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_IMAGE ||
      cairo_image_surface_get_format (surface) != CAIRO_FORMAT_ARGB32)
    return FALSE;

  clip = cairo_copy_clip_rectangle_list (cr);
  is_simple = clip->status == CAIRO_STATUS_SUCCESS && clip->num_rectangles == 1;
  cairo_rectangle_list_destroy (clip);
  cairo_clip_extents (cr, &x0, &y0, &x1, &y1);
  cairo_user_to_device (cr, &zero_x, &zero_y);
  cairo_user_to_device (cr, &one_x, &one_y);
  if (!is_simple || fabs (one_y - zero_y) > 1e-9 || one_x <= zero_x)
    return FALSE;

  cairo_surface_flush (surface);
  self->surface = surface;
  self->pixels = (guint32 *)(gpointer)cairo_image_surface_get_data (surface);
  self->stride = cairo_image_surface_get_stride (surface) / 4;
  cairo_surface_get_device_scale (surface, &self->scale, &one_y);
  self->dx = zero_x * self->scale;
  self->dy = zero_y * self->scale;
  self->scale *= one_x - zero_x;
  self->x0 = CLAMP ((int)round (x0 * self->scale + self->dx), 0,
                    cairo_image_surface_get_width (surface));
  self->y0 = CLAMP ((int)round (y0 * self->scale + self->dy), 0,
                    cairo_image_surface_get_height (surface));
  self->x1 = CLAMP ((int)round (x1 * self->scale + self->dx), self->x0,
                    cairo_image_surface_get_width (surface));
  self->y1 = CLAMP ((int)round (y1 * self->scale + self->dy), self->y0,
                    cairo_image_surface_get_height (surface));
  return self->pixels != NULL;
}

void
rutter_canvas_end (RutterCanvas *self)
{
  cairo_surface_mark_dirty (self->surface);
}

static int
get_cover (double inside)
{
  return inside <= -0.5 ? 0 : inside >= 0.5 ? FULL : (int)((inside + 0.5) * FULL);
}

/* How much of a pixel is covered, `along` from where the dashes began and `off` the middle. A dash
 * is kept `wall` away from on all sides.
 */
static int
get_dash_cover (const Pen *pen,
                double     along,
                double     off,
                double     half,
                double     wall)
{
  double turns = along / pen->period;
  double phase = (turns - (int)turns) * pen->period;
  double past = phase - pen->dash;
  double before = pen->period - phase;

  if (pen->is_round)
    {
      double beyond = past > 0 ? MIN (past, before) : 0;

      return beyond >= half + 0.5 ? 0 : get_cover (half - sqrt (beyond * beyond + off * off));
    }

  /* The next dash begins within the pixel. */
  if (before < 0.5 && wall <= 0)
    return MIN (get_cover (-before), get_cover (half - fabs (off)));
  return MIN (get_cover (MIN (phase, -past) - wall), get_cover (half - fabs (off)));
}

static void
paint_pixel (const Pen *pen,
             guint32   *pixel,
             double     along,
             double     off)
{
  int outer, inner = 0;

  if (pen->period > 0)
    outer = get_dash_cover (pen, along, off, pen->half, 0);
  else
    outer = get_cover (pen->half - fabs (off));
  if (outer == 0)
    return;

  if (pen->inner > 0)
    inner = pen->period > 0 ? get_dash_cover (pen, along, off, pen->inner, pen->wall) :
                              get_cover (pen->inner - fabs (off));
  inner = MIN (inner, outer);
  blend (pixel, scale_pixel (pen->color, (guint)(outer - inner)) +
                scale_pixel (pen->filling, (guint)inner));
}

/* From the left to the right, or from above when it is steep: in each column the pixels that the
 * line's width takes. A column belongs to the piece that goes through its middle, so that none is
 * painted twice where two pieces meet.
 */
static void
paint_piece (RutterCanvas *self,
             const Pen    *pen,
             RutterPoint   from,
             RutterPoint   to,
             double        along)
{
  double dx = to.x - from.x, dy = to.y - from.y;
  double length = sqrt (dx * dx + dy * dy);
  gboolean is_steep = fabs (dy) > fabs (dx);
  double main = is_steep ? dy : dx, side = is_steep ? dx : dy;
  double start = is_steep ? from.y : from.x, start_side = is_steep ? from.x : from.y;
  int low = is_steep ? self->y0 : self->x0, high = is_steep ? self->y1 : self->x1;
  int side_low = is_steep ? self->x0 : self->y0, side_high = is_steep ? self->x1 : self->y1;
  double reach, share, lean;
  int first, last;

  if (length < 1e-9)
    return;

  share = fabs (main) / length;
  lean = side / length;
  reach = (pen->half + 0.5) / share;
  first = (int)ceil (MAX (MIN (start, start + main), low) - 0.5);
  last = (int)ceil (MIN (MAX (start, start + main), high) - 0.5);
  for (int i = MAX (first, low); i < MIN (last, high); i++)
    {
      double t = (i + 0.5 - start) / main;
      double middle = start_side + t * side;
      int top = (int)MAX (ceil (middle - reach - 0.5), side_low);
      int bottom = (int)MIN (floor (middle + reach - 0.5), side_high - 1);
      guint32 *pixel = is_steep ? self->pixels + (gsize)i * self->stride + top :
                                  self->pixels + (gsize)top * self->stride + i;

      for (int k = top; k <= bottom; k++)
        {
          double off = k + 0.5 - middle;

          paint_pixel (pen, pixel, MAX (along + t * length + off * lean, 0), off * share);
          pixel += is_steep ? 1 : self->stride;
        }
    }
}

static void
take_pen (Pen                   *pen,
          const RutterLineStyle *style,
          double                 scale,
          RutterColor            color,
          RutterColor            ground)
{
  pen->half = rutter_line_style_get_outer (style) / 2 * scale;
  pen->wall = style->is_hollow ? RUTTER_LINE_WALL * scale : 0;
  pen->inner = style->is_hollow ? pen->half - pen->wall : -1;
  pen->dash = style->n_dashes > 0 ? style->dashes[0] * scale : 0;
  pen->period = style->n_dashes > 0 ? (style->dashes[0] + style->dashes[1]) * scale : 0;
  pen->is_round = style->is_round;
  pen->color = get_pixel (color);
  pen->filling = get_pixel_over (color, ground);
}

void
rutter_canvas_stroke (RutterCanvas           *self,
                      const RutterScreenLine *line,
                      const RutterLineStyle  *style,
                      RutterColor             color,
                      RutterColor             ground)
{
  Pen pen;

  take_pen (&pen, style, self->scale, color, ground);
  for (guint i = 0; i < line->runs->len; i++)
    {
      const RutterScreenRun *run = &g_array_index (line->runs, RutterScreenRun, i);
      const RutterPoint *points = &g_array_index (line->points, RutterPoint, run->first);
      double along = run->offset_px * self->scale;

      for (guint k = 1; k < run->n_points; k++)
        {
          RutterPoint from = { points[k - 1].x * self->scale + self->dx,
                               points[k - 1].y * self->scale + self->dy };
          RutterPoint to = { points[k].x * self->scale + self->dx,
                             points[k].y * self->scale + self->dy };

          paint_piece (self, &pen, from, to, along);
          along += hypot (to.x - from.x, to.y - from.y);
        }
    }
}

void
rutter_canvas_fill_triangle (RutterCanvas      *self,
                             const RutterPoint  corners[3],
                             RutterColor        color)
{
  guint32 source = get_pixel (color);
  double x[3], y[3], nx[3], ny[3];
  double turn;
  int x0, y0, x1, y1;

  for (int i = 0; i < 3; i++)
    {
      x[i] = corners[i].x * self->scale + self->dx;
      y[i] = corners[i].y * self->scale + self->dy;
    }
  turn = (x[1] - x[0]) * (y[2] - y[0]) - (y[1] - y[0]) * (x[2] - x[0]) < 0 ? -1 : 1;
  for (int i = 0; i < 3; i++)
    {
      double ex = x[(i + 1) % 3] - x[i], ey = y[(i + 1) % 3] - y[i];
      double length = MAX (hypot (ex, ey), 1e-9);

      nx[i] = -ey * turn / length;
      ny[i] = ex * turn / length;
    }

  x0 = (int)MAX (floor (MIN (MIN (x[0], x[1]), x[2])), self->x0);
  y0 = (int)MAX (floor (MIN (MIN (y[0], y[1]), y[2])), self->y0);
  x1 = (int)MIN (ceil (MAX (MAX (x[0], x[1]), x[2])), self->x1);
  y1 = (int)MIN (ceil (MAX (MAX (y[0], y[1]), y[2])), self->y1);
  for (int k = y0; k < y1; k++)
    for (int i = x0; i < x1; i++)
      {
        double inside = 1;

        for (int edge = 0; edge < 3; edge++)
          inside = MIN (inside, (i + 0.5 - x[edge]) * nx[edge] + (k + 0.5 - y[edge]) * ny[edge]);
        if (inside > -0.5)
          blend (&self->pixels[(gsize)k * self->stride + i],
                 scale_pixel (source, (guint)get_cover (inside)));
      }
}

void
rutter_canvas_stamp (RutterCanvas    *self,
                     cairo_surface_t *image,
                     RutterPoint      at)
{
  const guint32 *from = (const guint32 *)(gpointer)cairo_image_surface_get_data (image);
  int width = cairo_image_surface_get_width (image);
  int height = cairo_image_surface_get_height (image);
  int stride = cairo_image_surface_get_stride (image) / 4;
  int left = (int)floor (at.x * self->scale + self->dx) - width / 2;
  int top = (int)floor (at.y * self->scale + self->dy) - height / 2;

  for (int k = MAX (0, self->y0 - top); k < MIN (height, self->y1 - top); k++)
    for (int i = MAX (0, self->x0 - left); i < MIN (width, self->x1 - left); i++)
      {
        guint32 source = from[k * stride + i];

        if (source != 0)
          blend (&self->pixels[(gsize)(top + k) * self->stride + left + i], source);
      }
}
