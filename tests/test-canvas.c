/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-canvas.h"
#include "rutter-cover-grid.h"

#include <math.h>

#define SIZE 120

static const RutterColor ink = { 0.1, 0.3, 0.6, 1 };
static const RutterColor paper = { 1, 1, 1, 1 };

static void
take_line (RutterScreenLine *line,
           RutterPoint       from,
           RutterPoint       to)
{
  RutterView view = { .width = SIZE, .height = SIZE, .scale = 1 };

  rutter_screen_line_init (line);
  g_array_append_val (line->pixels, from);
  g_array_append_val (line->pixels, to);
  rutter_screen_line_cut (line, &view, 10);
}

/* How much ink lies on the image, in whole pixels. */
static double
weigh (cairo_surface_t *surface)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  double sum = 0;

  cairo_surface_flush (surface);
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      sum += data[y * stride + 4 * x + 3] / 255.0;

  return sum;
}

static double
weigh_stroke (const RutterLineStyle *style,
              RutterPoint            from,
              RutterPoint            to,
              double                 scale,
              gboolean               on_canvas)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int)(SIZE * scale),
                                                         (int)(SIZE * scale));
  cairo_t *cr;
  RutterCanvas canvas;
  RutterScreenLine line;
  double weight;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  take_line (&line, from, to);
  if (on_canvas)
    {
      g_assert_true (rutter_canvas_begin (&canvas, cr));
      rutter_canvas_stroke (&canvas, &line, style, ink, paper);
      rutter_canvas_end (&canvas);
    }
  else
    {
      rutter_line_style_stroke (style, cr, &line, ink, paper);
    }
  weight = weigh (surface);
  rutter_screen_line_clear (&line);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return weight;
}

/* Each style takes as much ink as cairo gives it, at any slope and scale. */
static void
test_stroke (void)
{
  static const RutterPoint ends[][2] = {
    { { 10, 60 }, { 110, 60 } }, { { 60, 110 }, { 60, 10 } }, { { 15, 20 }, { 105, 60 } },
    { { 100, 100 }, { 20, 15 } }, { { 20, 100 }, { 50, 10 } }, { { -300, 60 }, { 400, 70 } },
  };

  for (guint status = 0; status < RUTTER_N_STATUS; status++)
    for (int inferred = 0; inferred < 2; inferred++)
      for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
        for (double scale = 1; scale <= 2; scale++)
          {
            RutterLineStyle style;
            double mine, his;

            rutter_line_style_init (&style, status, inferred, 2.4);
            mine = weigh_stroke (&style, ends[i][0], ends[i][1], scale, TRUE);
            his = weigh_stroke (&style, ends[i][0], ends[i][1], scale, FALSE);
            g_test_message ("status %u, inferred %d, line %u: %g instead of %g", status, inferred,
                            i, mine, his);
            g_assert_cmpfloat (his, >, 20);
            g_assert_cmpfloat (fabs (mine - his), <, 0.09 * his);
          }
}

static guint32
read_pixel (cairo_surface_t *surface,
            int              x,
            int              y)
{
  cairo_surface_flush (surface);
  return ((const guint32 *)(gpointer)cairo_image_surface_get_data (surface))[
    y * cairo_image_surface_get_stride (surface) / 4 + x];
}

/* Nothing is painted off the clip, the origin is where the context has it. */
static void
test_clip (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE, SIZE);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 5, 5);
  cairo_t *cr = cairo_create (image);
  RutterPoint corners[] = { { 30, 10 }, { 45, 40 }, { 15, 40 } };
  RutterLineStyle style;
  RutterCanvas canvas;
  RutterScreenLine line;

  rutter_theme_set_source (cr, ink);
  cairo_paint (cr);
  cairo_destroy (cr);
  cr = cairo_create (surface);
  cairo_translate (cr, 20, 0);
  cairo_rectangle (cr, 0, 0, 50, 80);
  cairo_clip (cr);
  rutter_line_style_init (&style, RUTTER_STATUS_CONFIRMED, FALSE, 3);
  take_line (&line, (RutterPoint) { -100, 60 }, (RutterPoint) { 200, 60 });
  g_assert_true (rutter_canvas_begin (&canvas, cr));
  rutter_canvas_stroke (&canvas, &line, &style, ink, paper);
  rutter_canvas_fill_triangle (&canvas, corners, ink);
  rutter_canvas_stamp (&canvas, image, (RutterPoint) { 0, 2 });
  rutter_canvas_end (&canvas);
  rutter_screen_line_clear (&line);

  g_assert_cmphex (read_pixel (surface, 19, 60), ==, 0);
  g_assert_cmphex (read_pixel (surface, 20, 60), ==, 0xff1a4d99);
  g_assert_cmphex (read_pixel (surface, 69, 60), ==, 0xff1a4d99);
  g_assert_cmphex (read_pixel (surface, 70, 60), ==, 0);
  g_assert_cmphex (read_pixel (surface, 50, 30), ==, 0xff1a4d99);
  g_assert_cmphex (read_pixel (surface, 38, 15), ==, 0);
  /* The image's middle at the origin: half of it is off the clip. */
  g_assert_cmphex (read_pixel (surface, 22, 2), ==, read_pixel (image, 4, 4));
  g_assert_cmphex (read_pixel (image, 4, 4) >> 24, ==, 0xff);
  g_assert_cmphex (read_pixel (surface, 23, 2), ==, 0);
  g_assert_cmphex (read_pixel (surface, 19, 2), ==, 0);

  cairo_destroy (cr);
  cairo_surface_destroy (image);
  cairo_surface_destroy (surface);
}

/* What has no pixels of its own, or a turned context, is left to cairo. */
static void
test_refused (void)
{
  cairo_surface_t *vectors = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_surface_t *opaque = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIZE, SIZE);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE, SIZE);
  cairo_surface_t *others[] = { vectors, opaque };
  RutterCanvas canvas;
  cairo_t *cr;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      cr = cairo_create (others[i]);
      g_assert_false (rutter_canvas_begin (&canvas, cr));
      cairo_destroy (cr);
      cairo_surface_destroy (others[i]);
    }

  cr = cairo_create (surface);
  cairo_rotate (cr, 0.1);
  g_assert_false (rutter_canvas_begin (&canvas, cr));
  cairo_identity_matrix (cr);
  cairo_arc (cr, 60, 60, 20, 0, 2 * G_PI);
  cairo_clip (cr);
  g_assert_false (rutter_canvas_begin (&canvas, cr));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static gboolean
take (RutterCoverGrid *grid,
      double           x0,
      double           y0,
      double           x1,
      double           y1)
{
  rutter_cover_grid_add_piece (grid, (RutterPoint) { x0, y0 }, (RutterPoint) { x1, y1 });
  return rutter_cover_grid_take_line (grid, 0.4);
}

static void
test_cover (void)
{
  g_autoptr(RutterCoverGrid) grid = rutter_cover_grid_new (200, 100, 4);

  g_assert_true (rutter_cover_grid_take_point (grid, (RutterPoint) { 101, 51 }));
  g_assert_false (rutter_cover_grid_take_point (grid, (RutterPoint) { 103, 50 }));
  g_assert_true (rutter_cover_grid_take_point (grid, (RutterPoint) { 105, 50 }));
  g_assert_true (rutter_cover_grid_take_point (grid, (RutterPoint) { 200, 100 }));
  g_assert_false (rutter_cover_grid_take_point (grid, (RutterPoint) { 200.1, 50 }));
  g_assert_false (rutter_cover_grid_take_point (grid, (RutterPoint) { NAN, 50 }));

  g_assert_true (take (grid, 0, 10, 199, 10));
  g_assert_false (take (grid, 0, 11, 199, 11));
  g_assert_true (take (grid, 0, 13, 199, 13));
  /* Across, most of it is free; what ends off the grid or goes by it costs nothing. */
  g_assert_true (take (grid, 50, -1e9, 50, 1e9));
  g_assert_false (take (grid, 50, 0, 50, 99));
  g_assert_false (take (grid, -10, -1e12, -10, 1e12));
  g_assert_false (take (grid, NAN, 10, 100, 10));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas/stroke", test_stroke);
  g_test_add_func ("/canvas/clip", test_clip);
  g_test_add_func ("/canvas/refused", test_refused);
  g_test_add_func ("/cover-grid/take", test_cover);
  return g_test_run ();
}
