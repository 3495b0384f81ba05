/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-sea-sight.h"

#include <math.h>

/* Longer legs are never looked along: no detour is worth them. Degrees of longitude. */
#define MAX_WIDTH 150.0

/* One great circle, ready to be cut. */
typedef struct
{
  RutterLonLat from;
  RutterLonLat to;
  double       a[3], b[3];   /* unit vectors */
  double       angle;
  guint        n_pieces;
} Leg;

static void
get_vector (RutterLonLat position,
            double       vector[3])
{
  double lat = position.lat * G_PI / 180;
  double lon = position.lon * G_PI / 180;

  vector[0] = cos (lat) * cos (lon);
  vector[1] = cos (lat) * sin (lon);
  vector[2] = sin (lat);
}

/* How many equal pieces keep each, straight in longitude and latitude, near the great circle.
 * Along a great circle the latitude's second derivative by longitude is -(sin cos + 2 tan m^2),
 * with m its slope; over eight, times the piece's longitudes squared, it is the bend in the middle,
 * of which cos / hypot (cos, m) lies across the course. For a piece of a given length that is most
 * where m^2 is cos^2 / 2: 1.089 tan times the length squared over eight.
 */
static guint
count_pieces (const Leg *leg)
{
  double lat = MAX (fabs (leg->from.lat), fabs (leg->to.lat)) * G_PI / 180;
  double bend;

  /* A great circle between two places rises above both; its highest point bounds the bend. */
  if (fabs (leg->to.lon - leg->from.lon) > 1)
    {
      double z = leg->a[0] * leg->b[1] - leg->a[1] * leg->b[0];
      double top = acos (CLAMP (fabs (z) / MAX (sin (leg->angle), 1e-9), 0, 1));

      lat = MAX (lat, top);
    }

  bend = 1.089 * tan (MIN (lat, 1.52)) * leg->angle * leg->angle / 8;
  return CLAMP ((guint)ceil (sqrt (bend * RUTTER_EARTH_RADIUS_M / RUTTER_SEA_MAX_BEND_M)), 1, 4096);
}

static void
leg_init (Leg          *leg,
          RutterLonLat  from,
          RutterLonLat  to)
{
  leg->from = from;
  leg->to = to;
  get_vector (from, leg->a);
  get_vector (to, leg->b);
  leg->angle = rutter_geo_distance_m (from, to) / RUTTER_EARTH_RADIUS_M;
  leg->n_pieces = count_pieces (leg);
}

/* The point @index of n_pieces; it is nearest to @previous in longitude. */
static RutterLonLat
get_point (const Leg    *leg,
           guint         index,
           RutterLonLat  previous)
{
  double fraction = (double)index / leg->n_pieces;
  double s = sin (leg->angle);
  double p, q, x, y, z;

  if (index == 0)
    return leg->from;
  if (index >= leg->n_pieces)
    return leg->to;

  p = sin ((1 - fraction) * leg->angle) / s;
  q = sin (fraction * leg->angle) / s;
  x = p * leg->a[0] + q * leg->b[0];
  y = p * leg->a[1] + q * leg->b[1];
  z = p * leg->a[2] + q * leg->b[2];

  return (RutterLonLat) {
    rutter_geo_unwrap_lon (atan2 (y, x) * 180 / G_PI, previous.lon),
    atan2 (z, hypot (x, y)) * 180 / G_PI,
  };
}

/* Walks from part to part of the mask, the largest that are all water, so that an ocean takes a few
 * steps. Where the line leaves a part through a corner the next cell is taken on either side of it:
 * the mask's margin makes both right.
 */
static gboolean
is_water (const RutterWaterMask *mask,
          RutterWaterPoint       a,
          RutterWaterPoint       b)
{
  double dx = b.x - a.x;
  double dy = b.y - a.y;
  int x = (int)floor (a.x);
  int y = (int)floor (a.y);
  double t = 0;

  while (TRUE)
    {
      int span = (int)rutter_water_mask_get_span (mask, x, y);
      int left, bottom;
      double tx, ty;

      if (span == 0)
        return FALSE;

      left = x & -span;
      bottom = y & -span;
      tx = dx > 0 ? (left + span - a.x) / dx : dx < 0 ? (left - a.x) / dx : INFINITY;
      ty = dy > 0 ? (bottom + span - a.y) / dy : dy < 0 ? (bottom - a.y) / dy : INFINITY;
      t = MIN (tx, ty);
      if (t >= 1)
        return TRUE;

      if (tx <= ty)
        {
          x = dx > 0 ? left + span : left - 1;
          y = CLAMP ((int)floor (a.y + t * dy), bottom, bottom + span - 1);
        }
      else
        {
          y = dy > 0 ? bottom + span : bottom - 1;
          x = CLAMP ((int)floor (a.x + t * dx), left, left + span - 1);
        }
    }
}

/**
 * rutter_sea_sight_has_line:
 *
 * Returns: whether the line straight in longitude and latitude crosses water alone and no closed
 *   gate
 */
gboolean
rutter_sea_sight_has_line (const RutterSeaSight *self,
                           RutterLonLat          from,
                           RutterLonLat          to)
{
  return is_water (self->mask, rutter_water_from_lon_lat (from), rutter_water_from_lon_lat (to)) &&
         !rutter_sea_barriers_stop (self->barriers, &self->closed, from, to);
}

/**
 * rutter_sea_sight_has_leg:
 *
 * Returns: whether the very pieces that rutter_sea_sight_append_leg() makes of the great circle
 *   cross water alone
 */
gboolean
rutter_sea_sight_has_leg (const RutterSeaSight *self,
                          RutterLonLat          from,
                          RutterLonLat          to)
{
  RutterLonLat previous = from;
  Leg leg;

  if (fabs (to.lon - from.lon) > MAX_WIDTH)
    return FALSE;

  leg_init (&leg, from, to);
  for (guint i = 1; i <= leg.n_pieces; i++)
    {
      RutterLonLat point = get_point (&leg, i, previous);

      if (!rutter_sea_sight_has_line (self, previous, point))
        return FALSE;

      previous = point;
    }

  return TRUE;
}

/**
 * rutter_sea_sight_append_leg:
 * @points: (element-type RutterLonLat)
 *
 * Appends the great circle in pieces that stay within %RUTTER_SEA_MAX_BEND_M of it, without @from,
 * with @to.
 */
void
rutter_sea_sight_append_leg (GArray       *points,
                             RutterLonLat  from,
                             RutterLonLat  to)
{
  RutterLonLat previous = from;
  Leg leg;

  leg_init (&leg, from, to);
  for (guint i = 1; i <= leg.n_pieces; i++)
    {
      previous = get_point (&leg, i, previous);
      g_array_append_val (points, previous);
    }
}
