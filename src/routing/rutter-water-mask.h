/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-geo.h"

G_BEGIN_DECLS

/* Where there is water: cells of 1/320 degree (350 m from south to north), 8 x 8 of which make a
 * tile (1/40 degree), 8 x 8 tiles a block (0.2 degree), 8 x 8 blocks a square (1.6 degrees). Cell
 * 0, 0 lies at 180 W 80 S. A cell counts as water only when no shore comes near it, so that a line
 * through such cells alone meets no land.
 */
#define RUTTER_WATER_CELLS_PER_DEG 320
#define RUTTER_WATER_TILE 8
#define RUTTER_WATER_BLOCK 64
#define RUTTER_WATER_SQUARE 512
#define RUTTER_WATER_N_COLUMNS 225
#define RUTTER_WATER_N_ROWS 103
#define RUTTER_WATER_WIDTH (RUTTER_WATER_N_COLUMNS * RUTTER_WATER_SQUARE)
#define RUTTER_WATER_HEIGHT (RUTTER_WATER_N_ROWS * RUTTER_WATER_SQUARE)
#define RUTTER_WATER_SOUTH -80.0
#define RUTTER_WATER_NORTH \
  (RUTTER_WATER_SOUTH + (double)RUTTER_WATER_HEIGHT / RUTTER_WATER_CELLS_PER_DEG)

/* What a square of `squares` is when it is not an index + RUTTER_WATER_FIRST_MIXED into `coasts`.
 */
#define RUTTER_WATER_ALL_LAND 0u
#define RUTTER_WATER_ALL_SEA 1u
#define RUTTER_WATER_FIRST_MIXED 2u

/* 64 parts, bit 8 * row + column each. Those in neither set are land; the mixed ones follow each
 * other from `first` on in the finer array, in the order of their bits.
 */
typedef struct
{
  guint64 sea;
  guint64 mixed;
  guint32 first;
  guint32 reserved;
} RutterWaterPart;

/* A view of arrays that a builder or a cache owns; plain data without indirection. */
typedef struct
{
  guint32         *squares;    /* RUTTER_WATER_N_ROWS * RUTTER_WATER_N_COLUMNS */
  RutterWaterPart *coasts;     /* parts of mixed squares: blocks */
  RutterWaterPart *blocks;     /* parts of mixed blocks: tiles */
  guint64         *tiles;      /* cells of mixed tiles: bit set is sea */
  guint32          n_coasts;
  guint32          n_blocks;
  guint32          n_tiles;
} RutterWaterMask;

/* A place of the mask: cells from 180 W (unwrapped) and from 80 S. */
typedef struct
{
  double x;
  double y;
} RutterWaterPoint;

guint             rutter_water_mask_get_span  (const RutterWaterMask  *self,
                                               int                     x,
                                               int                     y);
guint64           rutter_water_mask_get_sea   (const RutterWaterMask  *self,
                                               int                     column,
                                               int                     row);
guint64           rutter_water_mask_get_tile  (const RutterWaterMask  *self,
                                               int                     column,
                                               int                     row);
guint64          *rutter_water_mask_find_tile (const RutterWaterMask  *self,
                                               int                     column,
                                               int                     row);
void              rutter_water_mask_drain     (RutterWaterMask        *self,
                                               int                     column,
                                               int                     row,
                                               guint                   n_tiles);
guint32           rutter_water_mask_pack      (RutterWaterMask        *self);

static inline int
rutter_water_wrap (int x,
                   int width)
{
  if (x < 0)
    return x + width * ((-x + width - 1) / width);

  return x < width ? x : x % width;
}

static inline RutterWaterPoint
rutter_water_from_lon_lat (RutterLonLat position)
{
  return (RutterWaterPoint) {
    (position.lon + 180.0) * RUTTER_WATER_CELLS_PER_DEG,
    (position.lat - RUTTER_WATER_SOUTH) * RUTTER_WATER_CELLS_PER_DEG,
  };
}

static inline RutterLonLat
rutter_water_to_lon_lat (RutterWaterPoint point)
{
  return (RutterLonLat) {
    point.x / RUTTER_WATER_CELLS_PER_DEG - 180.0,
    point.y / RUTTER_WATER_CELLS_PER_DEG + RUTTER_WATER_SOUTH,
  };
}

G_END_DECLS
