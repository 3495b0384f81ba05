/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-shore-grid-private.h"

#include <math.h>

void
rutter_shore_grid_free (RutterShoreGrid *self)
{
  g_free (self->map);
  g_array_unref (self->tiles);
  g_array_unref (self->edges);
  g_array_unref (self->links);
  g_free (self);
}

guint32
rutter_shore_grid_get_n_cells (RutterShoreGrid *self)
{
  return self->tiles->len * TILE_CELLS;
}

/* Takes cells from the grid's corner. */
static guint32
find_cell (RutterShoreGrid *self,
           double           x,
           double           y)
{
  int cx = clamp_to_int (x), cy = clamp_to_int (y);
  guint32 tile;

  if (cx < 0 || cy < 0 || cx >= self->width * TILE || cy >= self->height * TILE)
    return RUTTER_SHORE_NONE;

  tile = self->map[cy / TILE * self->width + cx / TILE];
  return tile == NO_TILE ? RUTTER_SHORE_NONE : tile * TILE_CELLS + cy % TILE * TILE + cx % TILE;
}

/* Returns: RUTTER_SHORE_NONE beyond the grid's reach */
guint32
rutter_shore_grid_find_cell (RutterShoreGrid *self,
                             RutterLonLat     position)
{
  return find_cell (self, (position.lon - self->x0) / self->dx,
                    (position.lat - self->y0) / self->dy);
}

/* Returns: RUTTER_SHORE_NONE beyond the grid's reach */
guint32
rutter_shore_grid_get_neighbour (RutterShoreGrid *self,
                                 guint32          cell,
                                 int              dx,
                                 int              dy)
{
  int col = (int)(cell % TILE) + dx, row = (int)(cell % TILE_CELLS / TILE) + dy;
  const Tile *tile;

  if (col >= 0 && row >= 0 && col < TILE && row < TILE)
    return cell - cell % TILE_CELLS + row * TILE + col;

  tile = &g_array_index (self->tiles, Tile, cell / TILE_CELLS);
  return find_cell (self, tile->tx * TILE + col + 0.5, tile->ty * TILE + row + 0.5);
}

RutterLonLat
rutter_shore_grid_get_middle (RutterShoreGrid *self,
                              guint32          cell)
{
  const Tile *tile = &g_array_index (self->tiles, Tile, cell / TILE_CELLS);

  return (RutterLonLat) {
    self->x0 + (tile->tx * TILE + cell % TILE + 0.5) * self->dx,
    self->y0 + (tile->ty * TILE + cell % TILE_CELLS / TILE + 0.5) * self->dy
  };
}

static guint8
get_cell (RutterShoreGrid *self,
          guint32          cell)
{
  return g_array_index (self->tiles, Tile, cell / TILE_CELLS).cells[cell % TILE_CELLS];
}

/* Whether the cell's middle is water. */
gboolean
rutter_shore_grid_is_water (RutterShoreGrid *self,
                            guint32          cell)
{
  return (get_cell (self, cell) & LAND) == 0;
}

/* Whether land or shore lies on the square's edge that is @r cells from the cell. */
static gboolean
has_shore_at (RutterShoreGrid *self,
              guint32          cell,
              int              r)
{
  for (int i = -r; i <= r; i++)
    {
      const int ring[4][2] = { { i, -r }, { i, r }, { -r, i }, { r, i } };

      for (guint side = 0; side < 4; side++)
        {
          guint32 other = rutter_shore_grid_get_neighbour (self, cell,
                                                           ring[side][0], ring[side][1]);

          if (other != RUTTER_SHORE_NONE && get_cell (self, other) != 0)
            return TRUE;
        }
    }

  return FALSE;
}

/* Returns: how many cells the shore is away, 0 for a cell that it meets and for land; at most
 *   RUTTER_SHORE_MAX_CLEARANCE. Remembered, so that a grid is of one thread.
 */
guint
rutter_shore_grid_get_clearance (RutterShoreGrid *self,
                                 guint32          cell)
{
  Tile *tile = &g_array_index (self->tiles, Tile, cell / TILE_CELLS);
  guint8 *clearance = &tile->clearances[cell % TILE_CELLS];

  if (*clearance == UNKNOWN)
    {
      guint8 r = get_cell (self, cell) != 0 ? 0 : 1;

      while (r > 0 && r < RUTTER_SHORE_MAX_CLEARANCE && !has_shore_at (self, cell, r))
        r++;
      *clearance = r;
    }

  return *clearance;
}

static double
get_side (const Edge  *edge,
          RutterPoint  point)
{
  return (edge->x1 - edge->x0) * (point.y - edge->y0) -
         (edge->y1 - edge->y0) * (point.x - edge->x0);
}

/* Touching counts. */
static gboolean
meets_edge (RutterPoint  a,
            RutterPoint  b,
            const Edge  *edge)
{
  const Edge leg = { a.x, a.y, b.x, b.y };

  return get_side (edge, a) * get_side (edge, b) <= 0 &&
         get_side (&leg, (RutterPoint) { edge->x0, edge->y0 }) *
         get_side (&leg, (RutterPoint) { edge->x1, edge->y1 }) <= 0;
}

static gboolean
is_clear_in_cell (RutterShoreGrid *self,
                  guint32          cell,
                  RutterPoint      a,
                  RutterPoint      b)
{
  const Tile *tile = &g_array_index (self->tiles, Tile, cell / TILE_CELLS);

  for (guint32 i = tile->links[cell % TILE_CELLS]; i != 0; )
    {
      const Link *link = &g_array_index (self->links, Link, i - 1);

      if (meets_edge (a, b, &g_array_index (self->edges, Edge, link->edge)))
        return FALSE;
      i = link->next;
    }

  return (tile->cells[cell % TILE_CELLS] & SHORE) != 0 ||
         (tile->cells[cell % TILE_CELLS] & LAND) == 0;
}

/**
 * rutter_shore_grid_is_clear:
 * @clearance: of every cell on the way, in cells; 0 asks only that no land is crossed
 *
 * Walks the cells of the leg (Amanatides and Woo, 1987).
 *
 * Returns: whether the leg stays within the grid's reach and off the coast; a leg that begins on
 *   land and ends on it without meeting a shore is not clear either
 */
gboolean
rutter_shore_grid_is_clear (RutterShoreGrid *self,
                            RutterLonLat     from,
                            RutterLonLat     to,
                            guint            clearance)
{
  RutterPoint a = { (from.lon - self->x0) / self->dx, (from.lat - self->y0) / self->dy };
  RutterPoint b = { (to.lon - self->x0) / self->dx, (to.lat - self->y0) / self->dy };
  double dx = b.x - a.x, dy = b.y - a.y;
  double x = floor (a.x), y = floor (a.y);
  double step_x = dx != 0 ? fabs (1 / dx) : G_MAXDOUBLE;
  double step_y = dy != 0 ? fabs (1 / dy) : G_MAXDOUBLE;
  double next_x = dx > 0 ? (x + 1 - a.x) * step_x : dx < 0 ? (a.x - x) * step_x : G_MAXDOUBLE;
  double next_y = dy > 0 ? (y + 1 - a.y) * step_y : dy < 0 ? (a.y - y) * step_y : G_MAXDOUBLE;

  for (;;)
    {
      guint32 cell = find_cell (self, x + 0.5, y + 0.5);

      if (cell == RUTTER_SHORE_NONE || !is_clear_in_cell (self, cell, a, b) ||
          (clearance > 0 && rutter_shore_grid_get_clearance (self, cell) < clearance))
        return FALSE;

      if (MIN (next_x, next_y) > 1)
        return TRUE;

      if (next_x < next_y)
        {
          x += dx > 0 ? 1 : -1;
          next_x += step_x;
        }
      else
        {
          y += dy > 0 ? 1 : -1;
          next_y += step_y;
        }
    }
}
