/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-route-stops.h"

static RutterLonLat
normalise (RutterLonLat position)
{
  position.lon = rutter_geo_unwrap_lon (position.lon, 0);

  return position;
}

void
rutter_route_stops_init (RutterRouteStops *self)
{
  *self = (RutterRouteStops) { .points = g_array_new (FALSE, FALSE, sizeof (RutterLonLat)) };
}

void
rutter_route_stops_clear (RutterRouteStops *self)
{
  g_clear_pointer (&self->points, g_array_unref);
}

gboolean
rutter_route_stops_is_complete (const RutterRouteStops *self)
{
  return self->has_start && self->has_end && self->points->len >= 2;
}

void
rutter_route_stops_set_start (RutterRouteStops *self,
                              RutterLonLat      position)
{
  position = normalise (position);
  if (self->has_start)
    g_array_index (self->points, RutterLonLat, 0) = position;
  else
    g_array_prepend_val (self->points, position);
  self->has_start = TRUE;
}

void
rutter_route_stops_set_end (RutterRouteStops *self,
                            RutterLonLat      position)
{
  position = normalise (position);
  if (self->has_end)
    g_array_index (self->points, RutterLonLat, self->points->len - 1) = position;
  else
    g_array_append_val (self->points, position);
  self->has_end = TRUE;
}

void
rutter_route_stops_add_via (RutterRouteStops *self,
                            RutterLonLat      position)
{
  position = normalise (position);
  g_array_insert_val (self->points, self->points->len - (self->has_end ? 1 : 0), position);
}

void
rutter_route_stops_insert (RutterRouteStops *self,
                           guint             index,
                           RutterLonLat      position)
{
  g_return_if_fail (index > 0 && index < self->points->len);

  position = normalise (position);
  g_array_insert_val (self->points, index, position);
}

void
rutter_route_stops_move (RutterRouteStops *self,
                         guint             index,
                         RutterLonLat      position)
{
  g_return_if_fail (index < self->points->len);

  g_array_index (self->points, RutterLonLat, index) = normalise (position);
}

void
rutter_route_stops_remove (RutterRouteStops *self,
                           guint             index)
{
  g_return_if_fail (index < self->points->len);

  if (self->has_start && index == 0)
    self->has_start = FALSE;
  else if (self->has_end && index + 1 == self->points->len)
    self->has_end = FALSE;
  g_array_remove_index (self->points, index);
}

void
rutter_route_stops_swap (RutterRouteStops *self,
                         guint             index,
                         guint             other)
{
  RutterLonLat *points = (RutterLonLat *)self->points->data;
  RutterLonLat kept;

  g_return_if_fail (index < self->points->len && other < self->points->len);

  kept = points[index];
  points[index] = points[other];
  points[other] = kept;
}

void
rutter_route_stops_reverse (RutterRouteStops *self)
{
  gboolean had_start = self->has_start;

  for (guint i = 0; i < self->points->len / 2; i++)
    rutter_route_stops_swap (self, i, self->points->len - 1 - i);
  self->has_start = self->has_end;
  self->has_end = had_start;
}

void
rutter_route_stops_remove_all (RutterRouteStops *self)
{
  g_array_set_size (self->points, 0);
  self->has_start = FALSE;
  self->has_end = FALSE;
}
