/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-point-density.h"

#include "rutter-point-spots.h"
#include "rutter-point-sprites.h"

/* Of a square, logical pixels. */
#define CELL 4

/* Up to so many targets, so large and so dense a dot. */
static const struct
{
  guint   most;
  double  side_px, alpha;
} steps[] = {
  { 1, 1.5, 0.6 }, { 4, 2, 0.65 }, { 16, 2.6, 0.75 }, { 64, 3.2, 0.88 }, { G_MAXUINT, CELL, 1 },
};

static void
add_dots (cairo_t       *cr,
          const guint16 *counts,
          int            n_columns,
          int            n_rows,
          guint          least,
          guint          most,
          double         side)
{
  double edge = (CELL - side) / 2;

  for (int row = 0; row < n_rows; row++)
    for (int column = 0; column < n_columns; column++)
      {
        guint n = counts[row * n_columns + column];

        if (n >= least && n <= most)
          cairo_rectangle (cr, column * CELL + edge, row * CELL + edge, side, side);
      }
}

void
rutter_point_density_paint (cairo_t           *cr,
                            const GArray      *spots,
                            int                width,
                            int                height,
                            const RutterTheme *theme)
{
  int n_columns = width / CELL + 1, n_rows = height / CELL + 1;
  g_autofree guint16 *counts = g_new0 (guint16, n_columns * n_rows);
  RutterColor color = rutter_point_sprites_get_color (theme);
  guint least = 1;

  for (guint i = 0; i < spots->len; i++)
    {
      const RutterPointSpot *spot = &g_array_index (spots, RutterPointSpot, i);
      int column = (int)spot->x / CELL, row = (int)spot->y / CELL;

      if (spot->x >= 0 && spot->y >= 0 && column < n_columns && row < n_rows &&
          counts[row * n_columns + column] < G_MAXUINT16)
        counts[row * n_columns + column]++;
    }

  cairo_save (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      color.a = steps[i].alpha;
      rutter_theme_set_source (cr, color);
      add_dots (cr, counts, n_columns, n_rows, least, steps[i].most, steps[i].side_px);
      cairo_fill (cr);
      least = steps[i].most + 1;
    }
  cairo_restore (cr);
}
