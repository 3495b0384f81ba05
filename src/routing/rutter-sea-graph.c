/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-sea-graph.h"

/* The numbers to 63 with their bits spread over the even ones. */
#define SPREAD_1(n) (n), (n) + 1
#define SPREAD_2(n) SPREAD_1 (n), SPREAD_1 ((n) + 4)
#define SPREAD_3(n) SPREAD_2 (n), SPREAD_2 ((n) + 16)
#define SPREAD_4(n) SPREAD_3 (n), SPREAD_3 ((n) + 64)
#define SPREAD_5(n) SPREAD_4 (n), SPREAD_4 ((n) + 256)
static const guint16 SPREAD[64] = { SPREAD_5 (0), SPREAD_5 (1024) };

/* The place of a tile within its square along the curve that leaves are sorted by (Z order). */
static inline guint
get_order (int column,
           int row)
{
  return (guint)SPREAD[row & 63] << 1 | SPREAD[column & 63];
}

guint32
rutter_sea_graph_pack_leaf (int   column,
                            int   row,
                            guint log)
{
  return (guint32)column | (guint32)row << 14 | log << 27;
}

/**
 * rutter_sea_graph_find_leaf:
 * @column: of a tile, any; it wraps
 *
 * Returns: the leaf that holds the tile, or %RUTTER_SEA_NO_NODE
 */
guint32
rutter_sea_graph_find_leaf (const RutterSeaGraph *self,
                            int                   column,
                            int                   row)
{
  guint32 low, high;
  guint order, square;
  RutterSeaLeaf leaf;

  if (row < 0 || row >= RUTTER_SEA_TILES_UP)
    return RUTTER_SEA_NO_NODE;

  column = rutter_water_wrap (column, RUTTER_SEA_TILES_ACROSS);
  order = get_order (column, row);
  square = (guint)(row / 64 * RUTTER_WATER_N_COLUMNS + column / 64);
  low = self->first_leaves[square];
  high = self->first_leaves[square + 1];
  if (low == high)
    return RUTTER_SEA_NO_NODE;

  /* The last leaf that does not begin beyond the tile. */
  while (high - low > 1)
    {
      guint32 middle = low + (high - low) / 2;

      leaf = rutter_sea_graph_get_leaf (self->leaves[middle]);
      if (get_order (leaf.column, leaf.row) <= order)
        low = middle;
      else
        high = middle;
    }

  leaf = rutter_sea_graph_get_leaf (self->leaves[low]);
  if (column >> leaf.log != leaf.column >> leaf.log || row >> leaf.log != leaf.row >> leaf.log)
    return RUTTER_SEA_NO_NODE;

  return low;
}

/* A leaf's middle, longitude -180 to 180, or a point's position as its line has it, unwrapped. */
RutterLonLat
rutter_sea_graph_get_position (const RutterSeaGraph *self,
                               guint32               node)
{
  RutterSeaLeaf leaf;
  double half;

  if (node >= self->n_leaves)
    return self->points[node - self->n_leaves].position;

  leaf = rutter_sea_graph_get_leaf (self->leaves[node]);
  half = (1 << leaf.log) / 2.0;

  return rutter_water_to_lon_lat ((RutterWaterPoint) { (leaf.column + half) * RUTTER_WATER_TILE,
                                                       (leaf.row + half) * RUTTER_WATER_TILE });
}

/**
 * rutter_sea_graph_find_points:
 * @first: (out): place in `tile_points` of the first
 *
 * Returns: how many points of lines lie in the tile
 */
guint
rutter_sea_graph_find_points (const RutterSeaGraph *self,
                              guint32               tile,
                              guint                *first)
{
  guint n_points = self->n_nodes - self->n_leaves;
  guint low = 0, high = n_points;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->points[self->tile_points[middle]].tile < tile)
        low = middle + 1;
      else
        high = middle;
    }

  *first = low;
  while (high < n_points && self->points[self->tile_points[high]].tile == tile)
    high++;

  return high - low;
}

/**
 * rutter_sea_graph_measure:
 *
 * Returns: the great circle in units of edges, at least 1
 */
guint32
rutter_sea_graph_measure (RutterLonLat from,
                          RutterLonLat to)
{
  return (guint32)MAX (1, lround (rutter_geo_distance_m (from, to) / 1000 *
                                  RUTTER_SEA_UNITS_PER_KM));
}
