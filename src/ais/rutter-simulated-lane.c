/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-simulated-lane.h"

#include <math.h>

/* Farther than this no ship goes off the lane, metres. */
#define MAX_ROOM_M 8000.0
/* The room widens and narrows by no more than this part of the way, so that ships beside the lane
 * go as fast as those on it.
 */
#define MAX_SLOPE 0.05
/* No ship leaves the map that has to show it. */
#define MAX_LAT 85.0

struct _RutterSimulatedLane
{
  RutterSimulatedPoint *points;
  double               *at_m;      /* of each point, from the first */
  guint                 n_points;
  char                 *from;
  char                 *to;
};

/**
 * rutter_simulated_lane_new:
 * @points: two or more; copied
 * @from: what ships that go back to the first point give as their destination
 * @to: and those that go to the last
 */
RutterSimulatedLane *
rutter_simulated_lane_new (const RutterSimulatedPoint *points,
                           guint                       n_points,
                           const char                 *from,
                           const char                 *to)
{
  RutterSimulatedLane *self = g_new0 (RutterSimulatedLane, 1);

  g_assert (n_points >= 2);
  self->points = g_memdup2 (points, n_points * sizeof *points);
  self->at_m = g_new0 (double, n_points);
  self->n_points = n_points;
  self->from = g_strdup (from);
  self->to = g_strdup (to);

  for (guint i = 1; i < n_points; i++)
    self->at_m[i] = self->at_m[i - 1] + rutter_geo_distance_m (points[i - 1].position,
                                                               points[i].position);
  for (guint i = 0; i < n_points; i++)
    {
      double most = i == 0 ? MAX_ROOM_M : self->points[i - 1].room_m +
                    MAX_SLOPE * (self->at_m[i] - self->at_m[i - 1]);

      self->points[i].room_m = CLAMP (self->points[i].room_m, 0, MIN (most, MAX_ROOM_M));
    }
  for (guint i = n_points - 1; i > 0; i--)
    self->points[i - 1].room_m = MIN (self->points[i - 1].room_m, self->points[i].room_m +
                                      MAX_SLOPE * (self->at_m[i] - self->at_m[i - 1]));

  return self;
}

void
rutter_simulated_lane_free (RutterSimulatedLane *self)
{
  g_free (self->points);
  g_free (self->at_m);
  g_free (self->from);
  g_free (self->to);
  g_free (self);
}

/* Metres. */
double
rutter_simulated_lane_get_length (const RutterSimulatedLane *self)
{
  return self->at_m[self->n_points - 1];
}

const char *
rutter_simulated_lane_get_from (const RutterSimulatedLane *self)
{
  return self->from;
}

const char *
rutter_simulated_lane_get_to (const RutterSimulatedLane *self)
{
  return self->to;
}

/* The leg on which a place lies, and how much of it lies behind, 0 to 1. */
static guint
find_leg (const RutterSimulatedLane *self,
          double                     at_m,
          double                    *share)
{
  guint low = 0, high = self->n_points - 1;
  double length;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (self->at_m[middle] <= at_m)
        low = middle;
      else
        high = middle;
    }

  length = self->at_m[high] - self->at_m[low];
  *share = length > 0 ? CLAMP ((at_m - self->at_m[low]) / length, 0, 1) : 0;

  return low;
}

static double
mix (double from,
     double to,
     double share)
{
  return from + (to - from) * share;
}

/* How far all is water around a place of the lane, metres. */
double
rutter_simulated_lane_get_room (const RutterSimulatedLane *self,
                                double                     at_m)
{
  double share;
  guint leg = find_leg (self, at_m, &share);

  return mix (self->points[leg].room_m, self->points[leg + 1].room_m, share);
}

/**
 * rutter_simulated_lane_shift:
 *
 * Returns: what lies so many metres east and north of @position, as long as that is no great way;
 *   its longitude between -180 and 180
 */
RutterLonLat
rutter_simulated_lane_shift (RutterLonLat position,
                             double       east_m,
                             double       north_m)
{
  const double m_per_deg = RUTTER_EARTH_RADIUS_M * G_PI / 180;
  double lat = CLAMP (position.lat, -MAX_LAT, MAX_LAT);
  double lon = position.lon + east_m / (m_per_deg * cos (lat * G_PI / 180));

  return (RutterLonLat) {
    lon - 360 * floor ((lon + 180) / 360),
    CLAMP (lat + north_m / m_per_deg, -MAX_LAT, MAX_LAT),
  };
}

/**
 * rutter_simulated_lane_locate:
 * @at_m: from the first point; what lies beyond an end is at that end
 * @east: from -1 to 1, a part of the room that there is; a ship keeps its own
 * @north: likewise; both together no farther than 1
 */
RutterLonLat
rutter_simulated_lane_locate (const RutterSimulatedLane *self,
                              double                     at_m,
                              double                     east,
                              double                     north)
{
  double share;
  guint leg = find_leg (self, at_m, &share);
  const RutterSimulatedPoint *a = &self->points[leg], *b = &self->points[leg + 1];
  double room_m = mix (a->room_m, b->room_m, share);

  return rutter_simulated_lane_shift ((RutterLonLat) {
                                        mix (a->position.lon, b->position.lon, share),
                                        mix (a->position.lat, b->position.lat, share),
                                      }, east * room_m, north * room_m);
}
