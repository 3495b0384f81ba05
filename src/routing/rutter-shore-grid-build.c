/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-shore-grid-private.h"

#include "rutter-coast.h"

#include <math.h>
#include <string.h>

static Tile *
get_tile (RutterShoreGrid *self,
          int              tx,
          int              ty)
{
  guint32 tile;

  if (tx < 0 || ty < 0 || tx >= self->width || ty >= self->height)
    return NULL;

  tile = self->map[ty * self->width + tx];
  return tile != NO_TILE ? &g_array_index (self->tiles, Tile, tile) : NULL;
}

static void
add_tiles (RutterShoreGrid *self,
           double           x,
           double           y,
           double           reach)
{
  int tx1 = clamp_to_int ((x + reach) / TILE), ty1 = clamp_to_int ((y + reach) / TILE);

  for (int ty = clamp_to_int ((y - reach) / TILE); ty <= ty1; ty++)
    for (int tx = clamp_to_int ((x - reach) / TILE); tx <= tx1; tx++)
      if (tx >= 0 && ty >= 0 && tx < self->width && ty < self->height &&
          self->map[ty * self->width + tx] == NO_TILE)
        {
          self->map[ty * self->width + tx] = self->tiles->len;
          g_array_set_size (self->tiles, self->tiles->len + 1);
          g_array_index (self->tiles, Tile, self->tiles->len - 1).tx = tx;
          g_array_index (self->tiles, Tile, self->tiles->len - 1).ty = ty;
        }
}

/* Makes the tiles within reach of the line. */
static void
lay_tiles (RutterShoreGrid    *self,
           const RutterLonLat *line,
           guint               n_points,
           double              reach)
{
  for (guint i = 1; i < n_points; i++)
    {
      double x0 = (line[i - 1].lon - self->x0) / self->dx, x1 = (line[i].lon - self->x0) / self->dx;
      double y0 = (line[i - 1].lat - self->y0) / self->dy, y1 = (line[i].lat - self->y0) / self->dy;
      guint n_steps = (guint)ceil (hypot (x1 - x0, y1 - y0) / (TILE / 2.0)) + 1;

      for (guint step = 0; step <= n_steps; step++)
        {
          double t = step / (double)n_steps;

          add_tiles (self, x0 + t * (x1 - x0), y0 + t * (y1 - y0), reach);
        }
    }
}

static void
link_edge (RutterShoreGrid *self,
           Tile            *tile,
           guint            cell,
           guint32          edge)
{
  Link link = { edge, tile->links[cell] };

  g_array_append_val (self->links, link);
  tile->links[cell] = self->links->len;
  tile->cells[cell] |= SHORE;
}

/* Where a row's middle, or the tile's left side, is crossed: half open, so that an edge's end
 * counts for one of the two edges that share it.
 */
static void
flip_beyond_edge (Tile       *tile,
                  const Edge *edge)
{
  double left = tile->tx * TILE, bottom = tile->ty * TILE;
  int row0 = MAX (0, clamp_to_int (MIN (edge->y0, edge->y1) - bottom - 0.5));
  int row1 = MIN (TILE - 1, clamp_to_int (MAX (edge->y0, edge->y1) - bottom + 0.5));

  for (int row = row0; row <= row1; row++)
    {
      double y = bottom + row + 0.5, x;

      if ((edge->y0 <= y) == (edge->y1 <= y))
        continue;

      x = edge->x0 + (y - edge->y0) / (edge->y1 - edge->y0) * (edge->x1 - edge->x0) - left;
      if (x >= 0 && ceil (x - 0.5) < TILE)
        tile->cells[row * TILE + MAX (0, (int)ceil (x - 0.5))] ^= FLIP;
    }

  if ((edge->x0 <= left) != (edge->x1 <= left))
    {
      double y = edge->y0 - bottom +
                 (left - edge->x0) / (edge->x1 - edge->x0) * (edge->y1 - edge->y0);

      if (y >= 0 && ceil (y - 0.5) < TILE)
        tile->left[MAX (0, (int)ceil (y - 0.5))] ^= FLIP;
    }
}

static void
add_edge_to_tile (RutterShoreGrid *self,
                  Tile            *tile,
                  const Edge      *edge,
                  guint32          index)
{
  double left = tile->tx * TILE, bottom = tile->ty * TILE;
  double y0 = MIN (edge->y0, edge->y1), y1 = MAX (edge->y0, edge->y1);
  double slope = y1 > y0 ? (edge->x1 - edge->x0) / (edge->y1 - edge->y0) : 0;
  int row0 = MAX (0, clamp_to_int (y0 - bottom)), row1 = MIN (TILE - 1, clamp_to_int (y1 - bottom));

  for (int row = row0; row <= row1; row++)
    {
      double from = MAX (y0, bottom + row), to = MIN (y1, bottom + row + 1);
      double xa = y1 > y0 ? edge->x0 + (from - edge->y0) * slope : edge->x0;
      double xb = y1 > y0 ? edge->x0 + (to - edge->y0) * slope : edge->x1;
      int col0 = MAX (0, clamp_to_int (MIN (xa, xb) - left - 1e-9));
      int col1 = MIN (TILE - 1, clamp_to_int (MAX (xa, xb) - left + 1e-9));

      for (int col = col0; col <= col1; col++)
        link_edge (self, tile, row * TILE + col, index);
    }

  flip_beyond_edge (tile, edge);
}

static void
add_edge (RutterShoreGrid *self,
          const Edge      *edge)
{
  guint32 index = self->edges->len;
  int tx0 = MAX (0, clamp_to_int (MIN (edge->x0, edge->x1) / TILE));
  int tx1 = MIN (self->width - 1, clamp_to_int (MAX (edge->x0, edge->x1) / TILE));
  int ty0 = MAX (0, clamp_to_int (MIN (edge->y0, edge->y1) / TILE));
  int ty1 = MIN (self->height - 1, clamp_to_int (MAX (edge->y0, edge->y1) / TILE));
  gboolean is_used = FALSE;

  for (int ty = ty0; ty <= ty1; ty++)
    for (int tx = tx0; tx <= tx1; tx++)
      {
        Tile *tile = get_tile (self, tx, ty);

        if (tile != NULL)
          {
            add_edge_to_tile (self, tile, edge, index);
            is_used = TRUE;
          }
      }

  if (is_used)
    g_array_append_val (self->edges, *edge);
}

/* To cells from the grid's corner. */
static RutterPoint
to_grid (RutterShoreGrid *self,
         RutterPoint      world,
         double           shift)
{
  RutterLonLat position = rutter_mercator_unproject (world);

  return (RutterPoint) { (position.lon + 360.0 * shift - self->x0) / self->dx,
                         (position.lat - self->y0) / self->dy };
}

static gboolean
has_tile_in_box (RutterShoreGrid *self,
                 const RutterCoastRun  *coast)
{
  const RutterBox *box = &coast->run.box;
  RutterPoint a = to_grid (self, (RutterPoint) { box->x0, box->y1 }, coast->shift);
  RutterPoint b = to_grid (self, (RutterPoint) { box->x1, box->y0 }, coast->shift);
  int tx1 = MIN (self->width - 1, clamp_to_int (b.x / TILE));
  int ty1 = MIN (self->height - 1, clamp_to_int (b.y / TILE));

  for (int ty = MAX (0, clamp_to_int (a.y / TILE)); ty <= ty1; ty++)
    for (int tx = MAX (0, clamp_to_int (a.x / TILE)); tx <= tx1; tx++)
      if (get_tile (self, tx, ty) != NULL)
        return TRUE;

  return FALSE;
}

static void
add_run (RutterShoreGrid *self,
         const RutterCoastRun  *coast)
{
  RutterPoint points[RUTTER_BASEMAP_MAX_RUN];
  RutterPoint last = { 0, 0 };
  guint n_points;

  if (!has_tile_in_box (self, coast))
    return;

  n_points = rutter_basemap_run_decode (&coast->run, points);
  for (guint i = 0; i < n_points; i++)
    {
      RutterPoint point = to_grid (self, points[i], coast->shift);

      if (i > 0)
        add_edge (self, &(Edge) { last.x, last.y, point.x, point.y });
      last = point;
    }
}

/* From the land at its south-western corner and the changes, what every middle is. */
static void
fill_tile (Tile     *tile,
           gboolean  is_land)
{
  memset (tile->clearances, UNKNOWN, sizeof tile->clearances);

  for (guint row = 0; row < TILE; row++)
    {
      gboolean is_middle_land;

      is_land ^= (tile->left[row] & FLIP) != 0;
      is_middle_land = is_land;
      for (guint col = 0; col < TILE; col++)
        {
          guint8 *cell = &tile->cells[row * TILE + col];

          is_middle_land ^= (*cell & FLIP) != 0;
          *cell = (*cell & SHORE) | (is_middle_land ? LAND : 0);
        }
    }
}

static void
lay_frame (RutterShoreGrid    *self,
           const RutterLonLat *line,
           guint               n_points,
           double              cell_deg,
           double              reach_deg)
{
  RutterLonLat low = line[0], high = line[0];

  for (guint i = 1; i < n_points; i++)
    {
      low = (RutterLonLat) { MIN (low.lon, line[i].lon), MIN (low.lat, line[i].lat) };
      high = (RutterLonLat) { MAX (high.lon, line[i].lon), MAX (high.lat, line[i].lat) };
    }

  self->dy = cell_deg;
  self->dx = cell_deg / MAX (0.05, cos ((low.lat + high.lat) / 2 * G_PI / 180.0));
  reach_deg = ceil (reach_deg / cell_deg);
  self->x0 = low.lon - reach_deg * self->dx;
  self->y0 = low.lat - reach_deg * self->dy;
  self->width = (int)((high.lon - low.lon) / self->dx + 2 * reach_deg) / TILE + 1;
  self->height = (int)((high.lat - low.lat) / self->dy + 2 * reach_deg) / TILE + 1;
  self->map = g_new (guint32, (gsize)self->width * self->height);
  memset (self->map, 0xff, sizeof (guint32) * self->width * self->height);
}

/**
 * rutter_shore_grid_new:
 * @line: unwrapped, between 85 south and north
 * @cell_deg: a cell's height; its width is as much on the ground, at the line's middle latitude
 * @reach_deg: how far from the line there are cells at the least
 */
RutterShoreGrid *
rutter_shore_grid_new (RutterBasemap      *basemap,
                       const RutterLonLat *line,
                       guint               n_points,
                       double              cell_deg,
                       double              reach_deg)
{
  RutterShoreGrid *self = g_new0 (RutterShoreGrid, 1);
  g_autoptr(GArray) coast = NULL;
  RutterPoint low, high;

  self->tiles = g_array_new (FALSE, TRUE, sizeof (Tile));
  self->edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  self->links = g_array_new (FALSE, FALSE, sizeof (Link));
  lay_frame (self, line, n_points, cell_deg, reach_deg);
  lay_tiles (self, line, n_points, reach_deg / cell_deg);

  low = rutter_mercator_project ((RutterLonLat) { self->x0, self->y0 });
  high = rutter_mercator_project ((RutterLonLat) { self->x0 + self->width * TILE * self->dx,
                                                   self->y0 + self->height * TILE * self->dy });
  coast = rutter_coast_list (basemap, &(RutterBox) { low.x, high.y, high.x, low.y });
  for (guint i = 0; i < coast->len; i++)
    add_run (self, &g_array_index (coast, RutterCoastRun, i));

  for (guint i = 0; i < self->tiles->len; i++)
    {
      Tile *tile = &g_array_index (self->tiles, Tile, i);
      RutterLonLat corner = { self->x0 + tile->tx * TILE * self->dx,
                              self->y0 + tile->ty * TILE * self->dy };

      fill_tile (tile, rutter_coast_is_land (coast, rutter_mercator_project (corner)));
    }

  return self;
}
