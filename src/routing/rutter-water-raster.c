/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rings of the basemap to a mask of water, a strip of squares at a time, so that the fine cells of
 * one strip only are ever held (15 MB) and a square without a shore costs nothing.
 */

#include "rutter-water-raster.h"

#include <math.h>
#include <string.h>

#define N_WORDS (RUTTER_WATER_WIDTH / 64)
/* No shore lies nearer than this to a cell of water, in cells (1/50 is 7 m): what rounding of the
 * line, of the basemap's own integers and of a file with five decimals may take.
 */
#define MARGIN 0.02

typedef struct
{
  int      first_row;                        /* of cells, in the world */
  guint64  toggles[RUTTER_WATER_SQUARE][N_WORDS];
  guint64  shores[RUTTER_WATER_SQUARE][N_WORDS];
  guint8   parity[RUTTER_WATER_SQUARE];      /* whether land lies left of the square in turn */
  gboolean has_shore[RUTTER_WATER_N_COLUMNS];
} Strip;

static void
toggle (Strip *strip,
        int    row,
        double x)
{
  double column = ceil (x - 0.5);

  /* Each ring lies in the world once; its copies to the left and right reach into it. */
  for (int copy = -1; copy <= 1; copy++)
    {
      double c = column + copy * RUTTER_WATER_WIDTH;

      if (c <= 0)
        strip->parity[row] ^= 1;
      else if (c < RUTTER_WATER_WIDTH)
        {
          strip->toggles[row][(int)c / 64] ^= G_GUINT64_CONSTANT (1) << ((int)c % 64);
          strip->has_shore[(int)c / RUTTER_WATER_SQUARE] = TRUE;
        }
    }
}

/* The even-odd rule: where the edge crosses the middle of a row of cells. */
static void
toggle_rows (Strip            *strip,
             RutterWaterPoint  a,
             RutterWaterPoint  b)
{
  double low = ceil (MIN (a.y, b.y) - 0.5);
  double high = ceil (MAX (a.y, b.y) - 0.5);
  int first = (int)MAX (low, strip->first_row);
  int last = (int)MIN (high, strip->first_row + RUTTER_WATER_SQUARE);

  for (int row = first; row < last; row++)
    toggle (strip, row - strip->first_row, a.x + (row + 0.5 - a.y) / (b.y - a.y) * (b.x - a.x));
}

/* How far an edge, straight in longitude and latitude, may lie from the same edge drawn straight in
 * Mercator, as the basemap has it, in cells: its second difference in latitude over eight.
 */
static double
get_bend (RutterWaterPoint a,
          RutterWaterPoint b)
{
  double lat = rutter_water_to_lon_lat (a).lat * G_PI / 180;
  double height = (b.y - a.y) / RUTTER_WATER_CELLS_PER_DEG * G_PI / 180;

  return height * height / 8 * fabs (tan (lat)) * 180 / G_PI * RUTTER_WATER_CELLS_PER_DEG;
}

static void
mark_row (Strip *strip,
          int    row,
          double from,
          double to)
{
  for (int x = (int)floor (from); x <= (int)floor (to); x++)
    {
      int column = rutter_water_wrap (x, RUTTER_WATER_WIDTH);

      strip->shores[row][column / 64] |= G_GUINT64_CONSTANT (1) << (column % 64);
      strip->has_shore[column / RUTTER_WATER_SQUARE] = TRUE;
    }
}

/* Marks every cell that the edge comes near to. */
static void
mark_edge (Strip            *strip,
           RutterWaterPoint  a,
           RutterWaterPoint  b)
{
  double margin = MARGIN + get_bend (a, b);
  double low = floor (MIN (a.y, b.y) - margin);
  double high = floor (MAX (a.y, b.y) + margin);
  int first = (int)MAX (low, strip->first_row);
  int last = (int)MIN (high, strip->first_row + RUTTER_WATER_SQUARE - 1);

  for (int row = first; row <= last; row++)
    {
      double from = 0, to = 1;
      double x0, x1;

      if (a.y != b.y)
        {
          double t0 = (row - margin - a.y) / (b.y - a.y);
          double t1 = (row + 1 + margin - a.y) / (b.y - a.y);

          from = CLAMP (MIN (t0, t1), 0, 1);
          to = CLAMP (MAX (t0, t1), 0, 1);
        }
      x0 = a.x + from * (b.x - a.x);
      x1 = a.x + to * (b.x - a.x);
      mark_row (strip, row - strip->first_row, MIN (x0, x1) - margin, MAX (x0, x1) + margin);
    }
}

static RutterWaterPoint
to_cells (RutterPoint point)
{
  return rutter_water_from_lon_lat (rutter_mercator_unproject (point));
}

static void
add_run (Strip                  *strip,
         const RutterBasemapRun *run)
{
  RutterPoint points[RUTTER_BASEMAP_MAX_RUN];
  guint n_points = rutter_basemap_run_decode (run, points);
  RutterWaterPoint a = { 0, 0 };

  for (guint i = 0; i < n_points; i++)
    {
      RutterWaterPoint b = to_cells (points[i]);

      if (i > 0)
        {
          toggle_rows (strip, a, b);
          if (!run->is_hidden)
            mark_edge (strip, a, b);
        }
      a = b;
    }
}

static void
fill_strip (Strip         *strip,
            RutterBasemap *basemap)
{
  const double border = 4.0;
  RutterWaterPoint top = { 0, strip->first_row + RUTTER_WATER_SQUARE + border };
  RutterWaterPoint bottom = { 0, strip->first_row - border };
  RutterBox box = { -1, rutter_mercator_project (rutter_water_to_lon_lat (top)).y,
                    2, rutter_mercator_project (rutter_water_to_lon_lat (bottom)).y };
  RutterBasemapIter iter;
  RutterBasemapShape shape;

  memset (strip->toggles, 0, sizeof strip->toggles);
  memset (strip->shores, 0, sizeof strip->shores);
  memset (strip->parity, 0, sizeof strip->parity);
  memset (strip->has_shore, 0, sizeof strip->has_shore);

  rutter_basemap_iter_init (&iter, basemap, rutter_basemap_choose_level (basemap, G_MAXDOUBLE),
                            RUTTER_BASEMAP_RINGS, &box);
  while (rutter_basemap_iter_next (&iter, &shape))
    for (guint i = 0; i < shape.n_runs; i++)
      {
        RutterBasemapRun run;

        if (rutter_basemap_get_run (basemap, &shape, i, &run) &&
            rutter_box_meets (&run.box, &box))
          add_run (strip, &run);
      }
}

/* Bit n of the answer: how many of the bits 0 to n are set, odd or even. */
static guint64
sum_bits (guint64 word)
{
  for (guint shift = 1; shift < 64; shift *= 2)
    word ^= word << shift;

  return word;
}

/* Turns the strip's marks below one square into water, row by row of 64 cells. */
static void
read_square (Strip   *strip,
             guint    column,
             guint64  sea[RUTTER_WATER_SQUARE][8])
{
  for (guint row = 0; row < RUTTER_WATER_SQUARE; row++)
    for (guint i = 0; i < 8; i++)
      {
        guint64 toggles = strip->toggles[row][column * 8 + i];
        guint64 land = sum_bits (toggles) ^ (strip->parity[row] ? G_MAXUINT64 : 0);

        strip->parity[row] ^= __builtin_parityll (toggles);
        sea[row][i] = ~(land | strip->shores[row][column * 8 + i]);
      }
}

static guint64
get_cells (const guint64 sea[RUTTER_WATER_SQUARE][8],
           guint         row,
           guint         column)
{
  guint64 cells = 0;

  for (guint i = 0; i < 8; i++)
    cells |= (sea[row * 8 + i][column / 8] >> (column % 8 * 8) & 0xff) << (i * 8);

  return cells;
}

/* Whether all 64 rows of a block are the same word. */
static gboolean
is_uniform (const guint64 sea[RUTTER_WATER_SQUARE][8],
            guint         row,
            guint         column,
            guint64       word)
{
  for (guint i = 0; i < 64; i++)
    if (sea[row * 64 + i][column] != word)
      return FALSE;

  return TRUE;
}

static RutterWaterPart
read_block (RutterWaterRaster *self,
            const guint64      sea[RUTTER_WATER_SQUARE][8],
            guint              row,
            guint              column)
{
  RutterWaterPart part = { .first = self->tiles->len };

  if (is_uniform (sea, row, column, 0))
    return part;
  if (is_uniform (sea, row, column, G_MAXUINT64))
    {
      part.sea = G_MAXUINT64;
      return part;
    }

  for (guint i = 0; i < 64; i++)
    {
      guint64 cells = get_cells (sea, row * 8 + i / 8, column * 8 + i % 8);

      if (cells == G_MAXUINT64)
        part.sea |= G_GUINT64_CONSTANT (1) << i;
      else if (cells != 0)
        {
          part.mixed |= G_GUINT64_CONSTANT (1) << i;
          g_array_append_val (self->tiles, cells);
        }
    }

  return part;
}

static void
add_square (RutterWaterRaster *self,
            const guint64      sea[RUTTER_WATER_SQUARE][8])
{
  RutterWaterPart coast = { .first = self->blocks->len };
  guint32 square = RUTTER_WATER_FIRST_MIXED + self->coasts->len;

  for (guint i = 0; i < 64; i++)
    {
      RutterWaterPart block = read_block (self, sea, i / 8, i % 8);

      if (block.sea == G_MAXUINT64)
        coast.sea |= G_GUINT64_CONSTANT (1) << i;
      else if ((block.sea | block.mixed) != 0)
        {
          coast.mixed |= G_GUINT64_CONSTANT (1) << i;
          g_array_append_val (self->blocks, block);
        }
    }

  if (coast.sea == G_MAXUINT64)
    square = RUTTER_WATER_ALL_SEA;
  else if ((coast.sea | coast.mixed) == 0)
    square = RUTTER_WATER_ALL_LAND;
  else
    g_array_append_val (self->coasts, coast);

  g_array_append_val (self->squares, square);
}

static void
add_strip (RutterWaterRaster *self,
           Strip             *strip,
           guint64            sea[RUTTER_WATER_SQUARE][8])
{
  for (guint column = 0; column < RUTTER_WATER_N_COLUMNS; column++)
    if (strip->has_shore[column])
      {
        read_square (strip, column, sea);
        add_square (self, (const guint64 (*)[8])sea);
      }
    else
      {
        guint32 square = strip->parity[0] ? RUTTER_WATER_ALL_LAND : RUTTER_WATER_ALL_SEA;

        g_array_append_val (self->squares, square);
      }
}

/**
 * rutter_water_raster_init:
 * @progress: (nullable) (scope call): told after each strip
 *
 * Finds the water of the whole basemap, lakes included.
 *
 * Returns: FALSE when cancelled
 */
gboolean
rutter_water_raster_init (RutterWaterRaster    *self,
                          RutterBasemap        *basemap,
                          RutterWaterProgress   progress,
                          gpointer              user_data,
                          GCancellable         *cancellable,
                          GError              **error)
{
  g_autofree Strip *strip = g_new (Strip, 1);
  g_autofree guint64 (*sea)[8] = g_malloc (sizeof (guint64) * RUTTER_WATER_SQUARE * 8);

  self->squares = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->coasts = g_array_new (FALSE, FALSE, sizeof (RutterWaterPart));
  self->blocks = g_array_new (FALSE, FALSE, sizeof (RutterWaterPart));
  self->tiles = g_array_new (FALSE, FALSE, sizeof (guint64));

  for (int i = 0; i < RUTTER_WATER_N_ROWS; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          rutter_water_raster_clear (self);
          return FALSE;
        }

      strip->first_row = i * RUTTER_WATER_SQUARE;
      fill_strip (strip, basemap);
      add_strip (self, strip, sea);
      if (progress != NULL)
        progress ((i + 1.0) / RUTTER_WATER_N_ROWS, user_data);
    }

  return TRUE;
}

void
rutter_water_raster_clear (RutterWaterRaster *self)
{
  g_clear_pointer (&self->squares, g_array_unref);
  g_clear_pointer (&self->coasts, g_array_unref);
  g_clear_pointer (&self->blocks, g_array_unref);
  g_clear_pointer (&self->tiles, g_array_unref);
}

/* The mask borrows the raster's arrays. */
void
rutter_water_raster_get_mask (RutterWaterRaster *self,
                              RutterWaterMask   *mask)
{
  *mask = (RutterWaterMask) {
    .squares = (guint32 *)(gpointer)self->squares->data,
    .coasts = (RutterWaterPart *)(gpointer)self->coasts->data,
    .blocks = (RutterWaterPart *)(gpointer)self->blocks->data,
    .tiles = (guint64 *)(gpointer)self->tiles->data,
    .n_coasts = self->coasts->len,
    .n_blocks = self->blocks->len,
    .n_tiles = self->tiles->len,
  };
}
