/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-sea-barriers.h"

/* Whether c lies left of the line from a to b, which itself counts as right. */
static inline gboolean
is_left (RutterLonLat a,
         RutterLonLat b,
         RutterLonLat c)
{
  return (b.lon - a.lon) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lon - a.lon) > 0;
}

/**
 * rutter_sea_barrier_meets:
 * @from: longitudes unwrapped: within 180 degrees of @to's
 *
 * Returns: whether the straight line in longitude and latitude crosses the barrier
 */
gboolean
rutter_sea_barrier_meets (const RutterSeaBarrier *self,
                          RutterLonLat            from,
                          RutterLonLat            to)
{
  RutterLonLat a = self->a, b = self->b;
  double shift;

  if (MAX (from.lat, to.lat) < MIN (a.lat, b.lat) || MIN (from.lat, to.lat) > MAX (a.lat, b.lat))
    return FALSE;

  shift = rutter_geo_unwrap_lon ((a.lon + b.lon) / 2, (from.lon + to.lon) / 2) -
          (a.lon + b.lon) / 2;
  a.lon += shift;
  b.lon += shift;
  if (MAX (from.lon, to.lon) < MIN (a.lon, b.lon) || MIN (from.lon, to.lon) > MAX (a.lon, b.lon))
    return FALSE;

  return is_left (a, b, from) != is_left (a, b, to) &&
         is_left (from, to, a) != is_left (from, to, b);
}

/* Whether the gate of a passage in the set @closed lies across the line. */
gboolean
rutter_sea_barriers_stop (const RutterSeaBarriers *self,
                          const RutterPassageSet  *closed,
                          RutterLonLat             from,
                          RutterLonLat             to)
{
  for (guint i = 0; i < self->n_items; i++)
    {
      const RutterSeaBarrier *item = &self->items[i];

      if (rutter_passage_set_has (closed, (guint)item->passage) &&
          rutter_sea_barrier_meets (item, from, to))
        return TRUE;
    }

  return FALSE;
}
