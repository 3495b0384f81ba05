/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-water-mask.h"

#include <math.h>

G_BEGIN_DECLS

#define RUTTER_SEA_NO_NODE G_MAXUINT32
/* Lengths of edges: 16 m, so that the longest edge of the graph fits 16 bits. */
#define RUTTER_SEA_UNITS_PER_KM 64
/* The largest leaf, tiles to a side (1.6 degrees): larger ones spare little and cost accuracy. */
#define RUTTER_SEA_MAX_LEAF_LOG 6
/* The smallest leaves that are also joined a knight's move apart. */
#define RUTTER_SEA_MIN_LEAP_LOG 3u

/* What an edge from a point of a line to the line's next point goes through, besides a passage. */
#define RUTTER_SEA_OPEN_WATER 254u
#define RUTTER_SEA_END_OF_LINE 255u

/* A point of a passage's line, or of a way that joins waters which the leaves do not. */
typedef struct
{
  RutterLonLat position;
  guint32      tile;        /* row * tiles in a row + column */
  guint16      next;        /* a passage's index, or one of the two above */
  guint16      is_inland;   /* as RUTTER_SEA_INLAND of leaves */
} RutterSeaPoint;

/* Nodes are leaves first: squares of tiles that are all water, as large as they come, then points.
 * Edges join a leaf to those around it (from middle to middle, over water alone), a point to the
 * next one of its line and to the leaf around it. Plain arrays that a builder or a cache owns.
 */
typedef struct
{
  guint32              n_nodes;
  guint32              n_leaves;
  guint32              n_edges;
  const guint32       *leaves;        /* packed, see rutter_sea_graph_get_leaf() */
  const guint32       *first_leaves;  /* of each square of the mask, and the end */
  const RutterSeaPoint *points;       /* n_nodes - n_leaves */
  const guint32       *tile_points;   /* indices of the points, sorted by tile */
  const guint32       *first_edges;   /* n_nodes + 1 */
  const guint32       *targets;       /* n_edges */
  const guint16       *lengths;       /* n_edges, in 1 / RUTTER_SEA_UNITS_PER_KM */
} RutterSeaGraph;

/* A leaf: its lower left tile and the logarithm of its side in tiles. Guarded when one of its edges
 * may meet a gate.
 */
typedef struct
{
  int      column;
  int      row;
  guint    log;
  gboolean is_guarded;
} RutterSeaLeaf;

#define RUTTER_SEA_TILES_ACROSS (RUTTER_WATER_WIDTH / RUTTER_WATER_TILE)
#define RUTTER_SEA_TILES_UP (RUTTER_WATER_HEIGHT / RUTTER_WATER_TILE)
#define RUTTER_SEA_GUARDED (1u << 30)
/* A leaf of water that the ocean reaches by inland waterways alone. */
#define RUTTER_SEA_INLAND (1u << 31)

guint32       rutter_sea_graph_pack_leaf     (int                    column,
                                              int                    row,
                                              guint                  log);
guint32       rutter_sea_graph_find_leaf     (const RutterSeaGraph  *self,
                                              int                    column,
                                              int                    row);
RutterLonLat  rutter_sea_graph_get_position  (const RutterSeaGraph  *self,
                                              guint32                node);
guint         rutter_sea_graph_find_points   (const RutterSeaGraph  *self,
                                              guint32                tile,
                                              guint                 *first);
guint32       rutter_sea_graph_measure       (RutterLonLat           from,
                                              RutterLonLat           to);

static inline RutterSeaLeaf
rutter_sea_graph_get_leaf (guint32 packed)
{
  return (RutterSeaLeaf) {
    (int)(packed & 0x3fff), (int)(packed >> 14 & 0x1fff), packed >> 27 & 7,
    (packed & RUTTER_SEA_GUARDED) != 0,
  };
}

/* The tile that holds a position. */
static inline guint32
rutter_sea_graph_get_tile (RutterLonLat position)
{
  RutterWaterPoint point = rutter_water_from_lon_lat (position);
  int x = rutter_water_wrap ((int)floor (point.x), RUTTER_WATER_WIDTH);
  int y = CLAMP ((int)floor (point.y), 0, RUTTER_WATER_HEIGHT - 1);

  return (guint32)(y / RUTTER_WATER_TILE * RUTTER_SEA_TILES_ACROSS + x / RUTTER_WATER_TILE);
}

G_END_DECLS
