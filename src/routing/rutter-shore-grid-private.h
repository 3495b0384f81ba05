/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-shore-grid.h"

#include <math.h>

G_BEGIN_DECLS

/* What rutter-shore-grid-build.c makes and rutter-shore-grid.c answers from. */
#define TILE 64
#define TILE_CELLS (TILE * TILE)
#define NO_TILE G_MAXUINT32
#define UNKNOWN 255

enum
{
  LAND = 1,      /* the cell's middle */
  SHORE = 2,     /* an edge of the coast meets the cell */
  FLIP = 4       /* while building: land and water change between the middle before and this one */
};

typedef struct
{
  double x0, y0, x1, y1;
} Edge;

/* The edges that meet a cell, as a chain. */
typedef struct
{
  guint32 edge;
  guint32 next;  /* place in links + 1; 0 ends the chain */
} Link;

typedef struct
{
  int     tx, ty;
  guint8  cells[TILE_CELLS];
  guint8  clearances[TILE_CELLS];
  guint8  left[TILE];             /* while building: as FLIP, up the tile's left side */
  guint32 links[TILE_CELLS];      /* place in links + 1 */
} Tile;

struct _RutterShoreGrid
{
  double   x0, y0;     /* the south-western corner of tile 0, 0 */
  double   dx, dy;     /* a cell's sides, degrees */
  int      width;      /* tiles */
  int      height;
  guint32 *map;        /* width * height: which tile, or NO_TILE */
  GArray  *tiles;      /* Tile */
  GArray  *edges;      /* Edge, in cells from x0, y0 */
  GArray  *links;      /* Link */
};

static inline int
clamp_to_int (double value)
{
  return (int)CLAMP (floor (value), -1e6, 1e6);
}

G_END_DECLS
