/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-geo.h"

#include <math.h>

/* Where the world square of Web Mercator ends: atan (sinh (pi)). */
#define MAX_LATITUDE 85.051128779806592

static double
to_radians (double degrees)
{
  return degrees * G_PI / 180.0;
}

/* Tells a position that may be drawn or stored from NaN, infinities and numbers off the globe. */
gboolean
rutter_lon_lat_is_valid (RutterLonLat position)
{
  return isfinite (position.lon) && isfinite (position.lat) &&
         fabs (position.lon) <= 180.0 && fabs (position.lat) <= 90.0;
}

/**
 * rutter_geo_distance_m:
 *
 * The great-circle distance by the haversine formula, which stays exact for close points.
 *
 * Returns: metres on the mean sphere
 */
double
rutter_geo_distance_m (RutterLonLat from,
                       RutterLonLat to)
{
  double half_lat = to_radians (to.lat - from.lat) / 2;
  double half_lon = to_radians (to.lon - from.lon) / 2;
  double a = sin (half_lat) * sin (half_lat) +
             cos (to_radians (from.lat)) * cos (to_radians (to.lat)) *
             sin (half_lon) * sin (half_lon);

  return 2 * RUTTER_EARTH_RADIUS_M * asin (sqrt (CLAMP (a, 0.0, 1.0)));
}

/**
 * rutter_geo_path_length_m:
 *
 * Returns: metres along the great circles from point to point; 0 below two points
 */
double
rutter_geo_path_length_m (const RutterLonLat *points,
                          guint               n_points)
{
  double length_m = 0;

  for (guint i = 1; i < n_points; i++)
    length_m += rutter_geo_distance_m (points[i - 1], points[i]);

  return length_m;
}

/**
 * rutter_geo_bearing_deg:
 *
 * Returns: the initial bearing of the great circle, degrees from north, 0 <= bearing < 360
 */
double
rutter_geo_bearing_deg (RutterLonLat from,
                        RutterLonLat to)
{
  double dlon = to_radians (to.lon - from.lon);
  double y = sin (dlon) * cos (to_radians (to.lat));
  double x = cos (to_radians (from.lat)) * sin (to_radians (to.lat)) -
             sin (to_radians (from.lat)) * cos (to_radians (to.lat)) * cos (dlon);

  return fmod (atan2 (y, x) * 180.0 / G_PI + 360.0, 360.0);
}

/**
 * rutter_geo_intermediate:
 * @fraction: 0 at @from, 1 at @to
 *
 * A point of the great circle between two positions (spherical linear interpolation). Antipodes
 * have
 * no single great circle; the way over the pole is taken for them.
 */
RutterLonLat
rutter_geo_intermediate (RutterLonLat from,
                         RutterLonLat to,
                         double       fraction)
{
  double angle = rutter_geo_distance_m (from, to) / RUTTER_EARTH_RADIUS_M;
  double a, b, x, y, z;

  if (angle < 1e-12)
    return from;

  if (G_PI - angle < 1e-9)
    return (RutterLonLat) { from.lon, from.lat + (90.0 - from.lat) * fraction };

  a = sin ((1 - fraction) * angle) / sin (angle);
  b = sin (fraction * angle) / sin (angle);
  x = a * cos (to_radians (from.lat)) * cos (to_radians (from.lon)) +
      b * cos (to_radians (to.lat)) * cos (to_radians (to.lon));
  y = a * cos (to_radians (from.lat)) * sin (to_radians (from.lon)) +
      b * cos (to_radians (to.lat)) * sin (to_radians (to.lon));
  z = a * sin (to_radians (from.lat)) + b * sin (to_radians (to.lat));

  return (RutterLonLat) { atan2 (y, x) * 180.0 / G_PI, atan2 (z, hypot (x, y)) * 180.0 / G_PI };
}

/**
 * rutter_geo_unwrap_lon:
 *
 * Returns: @lon plus the multiple of 360 that brings it within 180 degrees of @near_lon
 */
double
rutter_geo_unwrap_lon (double lon,
                       double near_lon)
{
  return lon - 360.0 * round ((lon - near_lon) / 360.0);
}

/**
 * rutter_geo_great_circle:
 * @max_step_deg: the longest piece, degrees of arc, above 0
 *
 * Returns: (transfer full) (element-type RutterLonLat): the great circle as a line with unwrapped
 *   longitudes, both ends included
 */
GArray *
rutter_geo_great_circle (RutterLonLat from,
                         RutterLonLat to,
                         double       max_step_deg)
{
  GArray *line = g_array_new (FALSE, FALSE, sizeof (RutterLonLat));
  double arc_deg = rutter_geo_distance_m (from, to) / RUTTER_EARTH_RADIUS_M * 180.0 / G_PI;
  guint n_steps;
  double previous = from.lon;

  g_return_val_if_fail (max_step_deg > 0, line);

  n_steps = MAX (1, (guint)ceil (arc_deg / max_step_deg));
  for (guint i = 0; i <= n_steps; i++)
    {
      RutterLonLat position = i == 0 ? from :
                              i == n_steps ? to :
                              rutter_geo_intermediate (from, to, (double)i / n_steps);

      position.lon = rutter_geo_unwrap_lon (position.lon, previous);
      previous = position.lon;
      g_array_append_val (line, position);
    }

  return line;
}

/**
 * rutter_mercator_project:
 *
 * Web Mercator (EPSG:3857) on the world square; latitudes beyond its edge are clamped to it.
 */
RutterPoint
rutter_mercator_project (RutterLonLat position)
{
  double lat = CLAMP (position.lat, -MAX_LATITUDE, MAX_LATITUDE);

  return (RutterPoint) {
    position.lon / 360.0 + 0.5,
    0.5 - log (tan (G_PI / 4 + to_radians (lat) / 2)) / (2 * G_PI),
  };
}

RutterLonLat
rutter_mercator_unproject (RutterPoint point)
{
  return (RutterLonLat) {
    (point.x - 0.5) * 360.0,
    (2 * atan (exp (G_PI * (1 - 2 * point.y))) - G_PI / 2) * 180.0 / G_PI,
  };
}

/* An empty box: meets nothing, and takes the first point added as it is. */
void
rutter_box_init (RutterBox *box)
{
  *box = (RutterBox) { INFINITY, INFINITY, -INFINITY, -INFINITY };
}

void
rutter_box_add (RutterBox   *box,
                RutterPoint  point)
{
  box->x0 = MIN (box->x0, point.x);
  box->y0 = MIN (box->y0, point.y);
  box->x1 = MAX (box->x1, point.x);
  box->y1 = MAX (box->y1, point.y);
}

gboolean
rutter_box_meets (const RutterBox *box,
                  const RutterBox *other)
{
  return box->x0 <= other->x1 && other->x0 <= box->x1 &&
         box->y0 <= other->y1 && other->y0 <= box->y1;
}
