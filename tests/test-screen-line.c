/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-screen-line.h"

#include <math.h>

#define N_LONG 100000

static const RutterView view = { { 0.5, 0.5 }, 2, 0, 1024, 512, 1 };

static RutterScreenRun
get_run (const RutterScreenLine *line,
         guint                   index)
{
  return g_array_index (line->runs, RutterScreenRun, index);
}

static RutterPoint
get_point (const RutterScreenLine *line,
           guint                   index)
{
  return g_array_index (line->points, RutterPoint, index);
}

/* The shared part of the loop is the same arithmetic as the view's own. */
static void
test_project (void)
{
  RutterView turned = { { 0.3, 0.4 }, 5.3, 0.7, 800, 600, 1 };
  RutterPoint world[] = { { 0.31, 0.42 }, { 1.1, 0.2 } };
  RutterScreenLine line;

  rutter_screen_line_init (&line);
  rutter_screen_line_project (&line, &turned, world, 2, -1);
  for (guint i = 0; i < 2; i++)
    {
      RutterPoint expected = rutter_view_to_pixel (&turned, (RutterPoint) { world[i].x - 1,
                                                                            world[i].y });
      RutterPoint pixel = g_array_index (line.pixels, RutterPoint, i);

      g_assert_cmpfloat_with_epsilon (pixel.x, expected.x, 1e-6);
      g_assert_cmpfloat_with_epsilon (pixel.y, expected.y, 1e-6);
    }
  rutter_screen_line_clear (&line);
}

static void
test_cut (void)
{
  static const struct
  {
    const char  *label;
    RutterPoint  pixels[5];
    guint        n;
    guint        n_runs;
    double       offset;    /* of the last run */
    RutterPoint  last;
  } cases[] = {
    { "inside", { { 10, 10 }, { 20, 10 } }, 2, 1, 0, { 20, 10 } },
    { "empty", { { 0 } }, 0, 0, 0, { 0 } },
    { "a single point", { { 10, 10 } }, 1, 0, 0, { 0 } },
    { "wholly outside", { { -50, -50 }, { 2000, -50 } }, 2, 0, 0, { 0 } },
    { "through", { { -100, 100 }, { 2000, 100 } }, 2, 1, 90, { 1034, 100 } },
    { "out and in again", { { 10, 10 }, { 10, -30 }, { 40, -30 }, { 40, 10 } }, 4, 2,
      90, { 40, 10 } },
    { "NaN breaks it", { { 10, 10 }, { 20, 10 }, { NAN, 0 }, { 30, 10 }, { 45, 10 } }, 5, 2, 10,
      { 45, 10 } },
    { "far beyond cairo's numbers", { { -1e12, 100 }, { 1e12, 100 } }, 2, 1, 1e12 - 10,
      { 1034, 100 } },
    { "all in one pixel", { { 10, 10 }, { 10.1, 10 }, { 10.2, 10 } }, 3, 1, 0, { 10.2, 10 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RutterScreenLine line;

      g_test_message ("%s", cases[i].label);
      rutter_screen_line_init (&line);
      if (cases[i].n > 0)
        g_array_append_vals (line.pixels, cases[i].pixels, cases[i].n);
      rutter_screen_line_cut (&line, &view, 10);

      g_assert_cmpuint (line.runs->len, ==, cases[i].n_runs);
      if (cases[i].n_runs > 0)
        {
          RutterPoint last = get_point (&line, line.points->len - 1);

          g_assert_cmpfloat_with_epsilon (get_run (&line, cases[i].n_runs - 1).offset_px,
                                          cases[i].offset, 1e-3);
          g_assert_cmpfloat_with_epsilon (last.x, cases[i].last.x, 1e-3);
          g_assert_cmpfloat_with_epsilon (last.y, cases[i].last.y, 1e-3);
        }
      rutter_screen_line_clear (&line);
    }
}

static void
test_long (void)
{
  RutterScreenLine line;
  guint n_points = 0;

  rutter_screen_line_init (&line);
  for (guint i = 0; i < N_LONG; i++)
    {
      RutterPoint pixel = { i * 0.01, 256 + 100 * sin (i * 0.01) };

      g_array_append_val (line.pixels, pixel);
    }

  rutter_screen_line_cut (&line, &view, 10);
  for (guint i = 0; i < line.runs->len; i++)
    {
      g_assert_cmpuint (get_run (&line, i).n_points, <=, RUTTER_SCREEN_RUN_MAX);
      n_points += get_run (&line, i).n_points;
    }

  /* Most vertices lay within a pixel of each other, and no gap opened. */
  g_assert_cmpuint (n_points, ==, line.points->len);
  g_assert_cmpuint (n_points, >, 10000);
  g_assert_cmpuint (n_points, <, N_LONG);
  for (guint i = 1; i < line.points->len; i++)
    g_assert_cmpfloat (hypot (get_point (&line, i).x - get_point (&line, i - 1).x,
                              get_point (&line, i).y - get_point (&line, i - 1).y), <, 2);
  rutter_screen_line_clear (&line);
}

static void
test_shorten (void)
{
  static const RutterPoint pixels[] = { { 0, 0 }, { 10, 0 }, { 10, 10 } };
  RutterScreenLine line;

  rutter_screen_line_init (&line);
  g_array_append_vals (line.pixels, pixels, 3);
  rutter_screen_line_shorten (&line, 4, 12);
  g_assert_cmpuint (line.pixels->len, ==, 2);
  g_assert_cmpfloat_with_epsilon (g_array_index (line.pixels, RutterPoint, 0).x, 4, 1e-9);
  g_assert_cmpfloat_with_epsilon (g_array_index (line.pixels, RutterPoint, 1).x, 8, 1e-9);

  rutter_screen_line_shorten (&line, 3, 3);
  g_assert_cmpuint (line.pixels->len, ==, 0);
  rutter_screen_line_shorten (&line, 3, 3);
  rutter_screen_line_cut (&line, &view, 0);
  g_assert_cmpuint (line.runs->len, ==, 0);
  rutter_screen_line_clear (&line);
}

/* Dots a pixel and a half apart, straight along the rows: with CAIRO_ANTIALIAS_FAST cairo 1.16
 * writes past its buffer, and the C library ends the program at the next free().
 */
static void
test_fine_dots (void)
{
  static const double dots[] = { 0, 3 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 400, 40);
  cairo_t *cr = cairo_create (surface);
  RutterView strip = { .width = 400, .height = 40, .scale = 1 };
  RutterScreenLine line;

  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, 1.3);
  rutter_screen_line_init (&line);
  for (int i = 0; i < 200; i++)
    {
      RutterPoint points[] = { { 10, 20 + i / 50.0 }, { 90 + i, 20 + i / 50.0 } };

      g_array_set_size (line.pixels, 0);
      g_array_append_vals (line.pixels, points, 2);
      rutter_screen_line_cut (&line, &strip, 0);
      rutter_screen_line_stroke (&line, cr, dots, 2, 0);
    }
  g_assert_cmpint (cairo_get_antialias (cr), ==, CAIRO_ANTIALIAS_FAST);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);

  rutter_screen_line_clear (&line);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Lines of pixels and where they lie when moved 4 px aside. */
static const struct
{
  RutterPoint pixels[3];
  RutterPoint moved[3];
} moves[] = {
  /* eastward and westward over the same water: to the same side */
  { { { 0, 10 }, { 10, 10 }, { 20, 10 } }, { { 0, 14 }, { 10, 14 }, { 20, 14 } } },
  { { { 20, 10 }, { 10, 10 }, { 0, 10 } }, { { 20, 14 }, { 10, 14 }, { 0, 14 } } },
  /* a corner keeps its distance along the middle of the two */
  { { { 0, 0 }, { 10, 0 }, { 10, 10 } },
    { { 0, 4 }, { 10 - 4 * M_SQRT1_2, 4 * M_SQRT1_2 }, { 6, 10 } } },
  /* two vertices at one place */
  { { { 0, 0 }, { 0, 0 }, { 10, 0 } }, { { 0, 0 }, { 0, 4 }, { 10, 4 } } },
};

static void
test_move (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      RutterScreenLine line;

      rutter_screen_line_init (&line);
      g_array_append_vals (line.pixels, moves[i].pixels, 3);
      rutter_screen_line_move (&line, 4);
      for (guint k = 0; k < 3; k++)
        {
          RutterPoint pixel = g_array_index (line.pixels, RutterPoint, k);

          g_assert_cmpfloat_with_epsilon (pixel.x, moves[i].moved[k].x, 1e-9);
          g_assert_cmpfloat_with_epsilon (pixel.y, moves[i].moved[k].y, 1e-9);
        }
      rutter_screen_line_clear (&line);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/screen-line/project", test_project);
  g_test_add_func ("/screen-line/cut", test_cut);
  g_test_add_func ("/screen-line/long", test_long);
  g_test_add_func ("/screen-line/shorten", test_shorten);
  g_test_add_func ("/screen-line/move", test_move);
  g_test_add_func ("/screen-line/fine-dots", test_fine_dots);
  return g_test_run ();
}
