/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-cover-grid.h"

#include "rutter-screen-line.h"

#include <math.h>

struct _RutterCoverGrid
{
  RutterBox  frame;
  double     per_px;     /* cells a pixel */
  int        n_columns;
  guint8    *taken;
  GArray    *line;       /* guint: the cells of the line that is being told, in its order */
};

RutterCoverGrid *
rutter_cover_grid_new (int    width,
                       int    height,
                       double cell_px)
{
  RutterCoverGrid *self = g_new0 (RutterCoverGrid, 1);
  int n_rows = (int)(height / cell_px) + 1;

  self->frame = (RutterBox) { 0, 0, width, height };
  self->per_px = 1 / cell_px;
  self->n_columns = (int)(width / cell_px) + 1;
  self->taken = g_malloc0 ((gsize)self->n_columns * (gsize)n_rows);
  self->line = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
rutter_cover_grid_free (RutterCoverGrid *self)
{
  g_free (self->taken);
  g_array_unref (self->line);
  g_free (self);
}

static gboolean
find_cell (const RutterCoverGrid *self,
           RutterPoint            pixel,
           guint                 *cell)
{
  if (!(pixel.x >= 0 && pixel.y >= 0 && pixel.x <= self->frame.x1 && pixel.y <= self->frame.y1))
    return FALSE;

  *cell = (guint)(pixel.y * self->per_px) * (guint)self->n_columns +
          (guint)(pixel.x * self->per_px);
  return TRUE;
}

gboolean
rutter_cover_grid_take_point (RutterCoverGrid *self,
                              RutterPoint      pixel)
{
  guint cell;

  if (!find_cell (self, pixel, &cell) || self->taken[cell])
    return FALSE;

  self->taken[cell] = 1;
  return TRUE;
}

int
rutter_cover_grid_is_free (const RutterCoverGrid *self,
                           RutterPoint            pixel)
{
  guint cell;

  return find_cell (self, pixel, &cell) ? !self->taken[cell] : -1;
}

void
rutter_cover_grid_add_piece (RutterCoverGrid *self,
                             RutterPoint      from,
                             RutterPoint      to)
{
  double enter, leave, dx, dy;
  int n_steps;

  if (!isfinite (from.x + from.y) || !isfinite (to.x + to.y) ||
      !rutter_screen_line_clip (&self->frame, from, to, &enter, &leave))
    return;

  dx = to.x - from.x;
  dy = to.y - from.y;
  n_steps = (int)(MAX (fabs (dx), fabs (dy)) * (leave - enter) * self->per_px) + 1;
  for (int i = 0; i < n_steps; i++)
    {
      double t = enter + (leave - enter) * i / n_steps;
      guint cell;

      if (find_cell (self, (RutterPoint) { from.x + dx * t, from.y + dy * t }, &cell) &&
          (self->line->len == 0 ||
           g_array_index (self->line, guint, self->line->len - 1) != cell))
        g_array_append_val (self->line, cell);
    }
}

gboolean
rutter_cover_grid_take_line (RutterCoverGrid *self,
                             double           share)
{
  guint n_free = 0, n = self->line->len;

  for (guint i = 0; i < n; i++)
    n_free += !self->taken[g_array_index (self->line, guint, i)];

  if (n == 0 || n_free < n * share)
    {
      g_array_set_size (self->line, 0);
      return FALSE;
    }

  for (guint i = 0; i < n; i++)
    self->taken[g_array_index (self->line, guint, i)] = 1;
  g_array_set_size (self->line, 0);
  return TRUE;
}
