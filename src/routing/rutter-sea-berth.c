/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-sea-berth.h"

#include <math.h>

#define KM_PER_DEG (RUTTER_EARTH_RADIUS_M / 1000 * G_PI / 180)
#define KM_PER_TILE (KM_PER_DEG * RUTTER_WATER_TILE / RUTTER_WATER_CELLS_PER_DEG)
/* How far inside a cell a berth lies at least, in cells. */
#define INSET 0.1

typedef struct
{
  const RutterSeaChart *chart;
  RutterWaterPoint      centre;
  double                km_x;      /* of a cell, west to east */
  double                km_y;
  double                best_km;
  RutterWaterPoint      best;
} Search;

/* The nearest place in a square of water, if it is nearer than what is known. */
static void
try_square (Search *search,
            int     x,
            int     y,
            int     side)
{
  RutterWaterPoint near = {
    CLAMP (search->centre.x, x + INSET, x + side - INSET),
    CLAMP (search->centre.y, y + INSET, y + side - INSET),
  };
  double km = hypot ((near.x - search->centre.x) * search->km_x,
                     (near.y - search->centre.y) * search->km_y);

  if (km < search->best_km)
    {
      search->best_km = km;
      search->best = near;
    }
}

static void
try_tile (Search *search,
          int     column,
          int     row)
{
  int x = column * RUTTER_WATER_TILE;
  int y = row * RUTTER_WATER_TILE;
  guint64 cells;

  if (row < 0 || row >= RUTTER_SEA_TILES_UP)
    return;

  cells = rutter_water_mask_get_tile (&search->chart->mask, column, row);
  if (cells == G_MAXUINT64)
    {
      try_square (search, x, y, RUTTER_WATER_TILE);
      return;
    }

  for (; cells != 0; cells &= cells - 1)
    {
      int bit = __builtin_ctzll (cells);

      try_square (search, x + bit % 8, y + bit / 8, 1);
    }
}

/* Looks at the tiles around the asked one, ring by ring, until none can be nearer. */
static void
search_water (Search *search)
{
  int column = (int)floor (search->centre.x / RUTTER_WATER_TILE);
  int row = (int)floor (search->centre.y / RUTTER_WATER_TILE);
  /* Rings grow slower in longitude; 0.6 allows for the parallels' shrinking within the search. */
  double km_a_ring = MIN (KM_PER_TILE, search->km_x * RUTTER_WATER_TILE * 0.6);

  for (int ring = 0; ring == 0 || (ring - 1) * km_a_ring < search->best_km; ring++)
    for (int i = -ring; i <= ring; i++)
      {
        try_tile (search, column + i, row - ring);
        try_tile (search, column + i, row + ring);
        if (i > -ring && i < ring)
          {
            try_tile (search, column - ring, row + i);
            try_tile (search, column + ring, row + i);
          }
      }
}

/* The nearest place on a passage's line, if it is nearer than the water. */
static void
search_lines (RutterSeaBerth       *self,
              const RutterSeaChart *chart,
              double                wrapped_lon)
{
  const RutterSeaGraph *graph = &chart->graph;
  guint32 n_points = graph->n_nodes - graph->n_leaves;
  double narrow = cos (self->asked.lat * G_PI / 180);

  for (guint32 i = 0; i + 1 < n_points; i++)
    {
      RutterLonLat a = graph->points[i].position, b, on_line;
      double lon, dx, dy, length, t, km;

      if (graph->points[i].next >= RUTTER_PASSAGE_SET_SIZE ||
          fabs (a.lat - self->asked.lat) * KM_PER_DEG > self->km + 50)
        continue;

      b = graph->points[i + 1].position;
      lon = rutter_geo_unwrap_lon (wrapped_lon, a.lon);
      dx = (b.lon - a.lon) * narrow;
      dy = b.lat - a.lat;
      length = dx * dx + dy * dy;
      t = length > 0 ? ((lon - a.lon) * narrow * dx + (self->asked.lat - a.lat) * dy) / length : 0;
      t = CLAMP (t, 0, 1);
      on_line = (RutterLonLat) { a.lon + t * (b.lon - a.lon), a.lat + t * (b.lat - a.lat) };
      km = hypot ((on_line.lon - lon) * narrow, on_line.lat - self->asked.lat) * KM_PER_DEG;
      if (km < self->km)
        {
          self->km = km;
          self->position = on_line;
          self->point = i;
        }
    }
}

/**
 * rutter_sea_berth_init:
 * @asked: latitude within 90 degrees
 *
 * Returns: FALSE when there is no water that ships reach within @max_km
 */
gboolean
rutter_sea_berth_init (RutterSeaBerth       *self,
                       const RutterSeaChart *chart,
                       RutterLonLat          asked,
                       double                max_km)
{
  RutterLonLat wrapped = { rutter_geo_unwrap_lon (asked.lon, 0), asked.lat };
  Search search = { .chart = chart, .centre = rutter_water_from_lon_lat (wrapped),
                    .km_y = KM_PER_DEG / RUTTER_WATER_CELLS_PER_DEG, .best_km = max_km };
  RutterWaterPoint centre = search.centre;

  *self = (RutterSeaBerth) { .asked = asked, .position = wrapped, .point = RUTTER_SEA_NO_NODE };
  if (rutter_water_mask_get_span (&chart->mask, (int)floor (centre.x), (int)floor (centre.y)) > 0)
    return TRUE;

  search.km_x = search.km_y * MAX (0.02, cos (asked.lat * G_PI / 180));
  search_water (&search);
  self->km = max_km;
  if (search.best_km < max_km)
    {
      self->km = search.best_km;
      self->position = rutter_water_to_lon_lat (search.best);
      self->position.lon = rutter_geo_unwrap_lon (self->position.lon, 0);
    }
  search_lines (self, chart, wrapped.lon);
  if (self->km >= max_km)
    return FALSE;

  self->km = rutter_geo_distance_m (asked, self->position) / 1000;
  return TRUE;
}
