/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-water-mask.h"

static inline guint
get_rank (const RutterWaterPart *part,
          guint64                bit)
{
  return part->first + (guint)__builtin_popcountll (part->mixed & (bit - 1));
}

/**
 * rutter_water_mask_get_span:
 * @x: a cell's column, any; it wraps at 180 degrees
 * @y: a cell's row
 *
 * Returns: the side of the largest aligned part that holds the cell and is all water, in cells:
 *   512, 64, 8, 1; or 0 when the cell is not water
 */
guint
rutter_water_mask_get_span (const RutterWaterMask *self,
                            int                    x,
                            int                    y)
{
  const RutterWaterPart *part;
  guint32 square;
  guint64 bit;

  if (y < 0 || y >= RUTTER_WATER_HEIGHT)
    return 0;

  x = rutter_water_wrap (x, RUTTER_WATER_WIDTH);
  square = self->squares[(y >> 9) * RUTTER_WATER_N_COLUMNS + (x >> 9)];
  if (square < RUTTER_WATER_FIRST_MIXED)
    return square == RUTTER_WATER_ALL_SEA ? RUTTER_WATER_SQUARE : 0;

  part = &self->coasts[square - RUTTER_WATER_FIRST_MIXED];
  bit = G_GUINT64_CONSTANT (1) << ((y >> 6 & 7) * 8 + (x >> 6 & 7));
  if (part->sea & bit)
    return RUTTER_WATER_BLOCK;
  if (!(part->mixed & bit))
    return 0;

  part = &self->blocks[get_rank (part, bit)];
  bit = G_GUINT64_CONSTANT (1) << ((y >> 3 & 7) * 8 + (x >> 3 & 7));
  if (part->sea & bit)
    return RUTTER_WATER_TILE;
  if (!(part->mixed & bit))
    return 0;

  return self->tiles[get_rank (part, bit)] >> ((y & 7) * 8 + (x & 7)) & 1;
}

/**
 * rutter_water_mask_get_sea:
 * @column: of a block
 * @row: of a block
 *
 * Returns: the tiles of the block that are all water, bit 8 * row + column set
 */
guint64
rutter_water_mask_get_sea (const RutterWaterMask *self,
                           int                    column,
                           int                    row)
{
  guint32 square = self->squares[(row >> 3) * RUTTER_WATER_N_COLUMNS + (column >> 3)];
  guint64 bit = G_GUINT64_CONSTANT (1) << ((row & 7) * 8 + (column & 7));
  const RutterWaterPart *part;

  if (square < RUTTER_WATER_FIRST_MIXED)
    return square == RUTTER_WATER_ALL_SEA ? G_MAXUINT64 : 0;

  part = &self->coasts[square - RUTTER_WATER_FIRST_MIXED];
  if (part->sea & bit)
    return G_MAXUINT64;

  return part->mixed & bit ? self->blocks[get_rank (part, bit)].sea : 0;
}

/**
 * rutter_water_mask_find_tile:
 *
 * Returns: (nullable): the cells of a mixed tile, to read or to change; NULL when the tile is all
 *   water or all land
 */
guint64 *
rutter_water_mask_find_tile (const RutterWaterMask *self,
                             int                    column,
                             int                    row)
{
  const RutterWaterPart *part;
  guint32 square;
  guint64 bit;

  if (row < 0 || row >= RUTTER_WATER_HEIGHT / RUTTER_WATER_TILE)
    return NULL;

  column = rutter_water_wrap (column, RUTTER_WATER_WIDTH / RUTTER_WATER_TILE);
  square = self->squares[(row >> 6) * RUTTER_WATER_N_COLUMNS + (column >> 6)];
  if (square < RUTTER_WATER_FIRST_MIXED)
    return NULL;

  part = &self->coasts[square - RUTTER_WATER_FIRST_MIXED];
  bit = G_GUINT64_CONSTANT (1) << ((row >> 3 & 7) * 8 + (column >> 3 & 7));
  if (!(part->mixed & bit))
    return NULL;

  part = &self->blocks[get_rank (part, bit)];
  bit = G_GUINT64_CONSTANT (1) << ((row & 7) * 8 + (column & 7));

  return part->mixed & bit ? &self->tiles[get_rank (part, bit)] : NULL;
}

/**
 * rutter_water_mask_get_tile:
 *
 * Returns: the tile's 64 cells, bit 8 * row + column set for water
 */
guint64
rutter_water_mask_get_tile (const RutterWaterMask *self,
                            int                    column,
                            int                    row)
{
  guint64 *cells = rutter_water_mask_find_tile (self, column, row);

  if (cells != NULL)
    return *cells;

  return rutter_water_mask_get_span (self, column * RUTTER_WATER_TILE, row * RUTTER_WATER_TILE) > 0
         ? G_MAXUINT64 : 0;
}

/* Makes land of one tile, block or square that is all water. */
static void
drain_part (RutterWaterMask *self,
            int              x,
            int              y)
{
  guint span = rutter_water_mask_get_span (self, x, y);
  guint32 *square = &self->squares[(y >> 9) * RUTTER_WATER_N_COLUMNS + (x >> 9)];
  guint64 block_bit = G_GUINT64_CONSTANT (1) << ((y >> 6 & 7) * 8 + (x >> 6 & 7));
  guint64 tile_bit = G_GUINT64_CONSTANT (1) << ((y >> 3 & 7) * 8 + (x >> 3 & 7));
  RutterWaterPart *coast;

  if (span == RUTTER_WATER_SQUARE)
    *square = RUTTER_WATER_ALL_LAND;
  if (span != RUTTER_WATER_BLOCK && span != RUTTER_WATER_TILE)
    return;

  coast = &self->coasts[*square - RUTTER_WATER_FIRST_MIXED];
  if (span == RUTTER_WATER_BLOCK)
    coast->sea &= ~block_bit;
  else
    self->blocks[get_rank (coast, block_bit)].sea &= ~tile_bit;
}

/**
 * rutter_water_mask_drain:
 * @column: of the first tile
 * @row: of the first tile
 * @n_tiles: side of the area, a power of two
 *
 * Makes land of an area that is all water, but no longer part of any sea that ships can reach.
 */
void
rutter_water_mask_drain (RutterWaterMask *self,
                         int              column,
                         int              row,
                         guint            n_tiles)
{
  for (guint i = 0; i < n_tiles; i++)
    for (guint j = 0; j < n_tiles; j++)
      drain_part (self, (column + (int)j) * RUTTER_WATER_TILE, (row + (int)i) * RUTTER_WATER_TILE);
}

/**
 * rutter_water_mask_pack:
 *
 * Moves the mixed tiles together that still hold water; the others become land like any.
 *
 * Returns: how many mixed tiles are left
 */
guint32
rutter_water_mask_pack (RutterWaterMask *self)
{
  guint32 n_tiles = 0;

  for (guint32 i = 0; i < self->n_blocks; i++)
    {
      RutterWaterPart *block = &self->blocks[i];
      const guint64 *tiles = self->tiles + block->first;
      guint64 mixed = block->mixed;

      block->first = n_tiles;
      for (; mixed != 0; mixed &= mixed - 1)
        {
          guint64 cells = *tiles++;

          if (cells != 0)
            self->tiles[n_tiles++] = cells;
          else
            block->mixed &= ~(mixed & -mixed);
        }
    }
  self->n_tiles = n_tiles;

  return n_tiles;
}
