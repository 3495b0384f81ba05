/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-pixel-grid.h"

#include <math.h>

/* Pixels: about a label's height for boxes, finer than a letter for lines. */
#define BOX_CELL 32
#define LINE_CELL 6

typedef struct
{
  guint box;
  int   next;   /* the next entry of the same cell, -1 at the end */
} Entry;

typedef struct
{
  int x0, y0, x1, y1;
} Cells;

struct _RutterPixelGrid
{
  int      width, height;
  int      n_columns, n_rows;
  int     *heads;               /* of each cell: index of its first entry, or -1 */
  GArray  *entries;
  GArray  *boxes;
  int      n_line_columns, n_line_rows;
  guint8  *lines;
};

RutterPixelGrid *
rutter_pixel_grid_new (int width,
                       int height)
{
  RutterPixelGrid *self = g_new0 (RutterPixelGrid, 1);

  self->width = MAX (width, 1);
  self->height = MAX (height, 1);
  self->n_columns = self->width / BOX_CELL + 1;
  self->n_rows = self->height / BOX_CELL + 1;
  self->heads = g_new (int, (gsize)self->n_columns * self->n_rows);
  for (gsize i = 0; i < (gsize)self->n_columns * self->n_rows; i++)
    self->heads[i] = -1;

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->boxes = g_array_new (FALSE, FALSE, sizeof (RutterBox));
  self->n_line_columns = self->width / LINE_CELL + 1;
  self->n_line_rows = self->height / LINE_CELL + 1;
  self->lines = g_malloc0 ((gsize)self->n_line_columns * self->n_line_rows);
  return self;
}

void
rutter_pixel_grid_free (RutterPixelGrid *self)
{
  g_free (self->heads);
  g_array_unref (self->entries);
  g_array_unref (self->boxes);
  g_free (self->lines);
  g_free (self);
}

/* Which cells a box covers. Returns: FALSE for a box outside the painting, or none at all */
static gboolean
get_cells (const RutterPixelGrid *self,
           const RutterBox       *box,
           int                    size,
           Cells                 *cells)
{
  if (!(box->x0 <= box->x1 && box->y0 <= box->y1 && box->x1 >= 0 && box->y1 >= 0 &&
        box->x0 <= self->width && box->y0 <= self->height))
    return FALSE;

  cells->x0 = (int)MAX (box->x0, 0) / size;
  cells->y0 = (int)MAX (box->y0, 0) / size;
  cells->x1 = (int)MIN (box->x1, self->width) / size;
  cells->y1 = (int)MIN (box->y1, self->height) / size;
  return TRUE;
}

void
rutter_pixel_grid_add_box (RutterPixelGrid *self,
                           const RutterBox *box)
{
  Cells cells;

  if (!get_cells (self, box, BOX_CELL, &cells))
    return;

  for (int y = cells.y0; y <= cells.y1; y++)
    for (int x = cells.x0; x <= cells.x1; x++)
      {
        int *head = &self->heads[(gsize)y * self->n_columns + x];
        Entry entry = { self->boxes->len, *head };

        *head = self->entries->len;
        g_array_append_val (self->entries, entry);
      }

  g_array_append_val (self->boxes, *box);
}

gboolean
rutter_pixel_grid_meets (const RutterPixelGrid *self,
                         const RutterBox       *box)
{
  Cells cells;

  if (!get_cells (self, box, BOX_CELL, &cells))
    return FALSE;

  for (int y = cells.y0; y <= cells.y1; y++)
    for (int x = cells.x0; x <= cells.x1; x++)
      for (int i = self->heads[(gsize)y * self->n_columns + x]; i >= 0;)
        {
          const Entry *entry = &g_array_index (self->entries, Entry, i);

          if (rutter_box_meets (box, &g_array_index (self->boxes, RutterBox, entry->box)))
            return TRUE;
          i = entry->next;
        }

  return FALSE;
}

static void
mark_cell (RutterPixelGrid *self,
           double           x,
           double           y)
{
  if (x >= 0 && y >= 0 && x < self->width && y < self->height)
    self->lines[(gsize)(y / LINE_CELL) * self->n_line_columns + (gsize)(x / LINE_CELL)] = 1;
}

/* Segments are walked in steps of a cell; a line's points are expected near the painting, so
 * that the steps stay few. */
void
rutter_pixel_grid_add_line (RutterPixelGrid   *self,
                            const RutterPoint *points,
                            guint              n_points)
{
  double reach = 4.0 * (self->width + self->height);

  for (guint i = 1; i < n_points; i++)
    {
      double dx = points[i].x - points[i - 1].x;
      double dy = points[i].y - points[i - 1].y;
      double length = hypot (dx, dy);
      int n_steps;

      if (!(length <= reach))
        continue;

      n_steps = (int)(length / (LINE_CELL * 0.7)) + 1;
      for (int k = 0; k <= n_steps; k++)
        mark_cell (self, points[i - 1].x + dx * k / n_steps, points[i - 1].y + dy * k / n_steps);
    }
}

/* Returns: how many cells of a box lines run through */
guint
rutter_pixel_grid_count_lines (const RutterPixelGrid *self,
                               const RutterBox       *box)
{
  Cells cells;
  guint n = 0;

  if (!get_cells (self, box, LINE_CELL, &cells))
    return 0;

  for (int y = cells.y0; y <= cells.y1; y++)
    for (int x = cells.x0; x <= cells.x1; x++)
      n += self->lines[(gsize)y * self->n_line_columns + x];

  return n;
}
