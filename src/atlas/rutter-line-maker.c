/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-line-maker.h"

#include <math.h>

/* Degrees between two points of a great circle: straight at any zoom that shows both. */
#define GREAT_CIRCLE_STEP_DEG 0.5
/* So many points are put between those of a line at the most: round the world 140 times. A line
 * that is longer gets longer steps.
 */
#define MAX_STEPS 100000

/* Adds the way to `to` without its first point; over the sphere when there is a step. */
static void
add_leg (GArray       *points,
         RutterLonLat  from,
         RutterLonLat  to,
         double        step_deg)
{
  g_autoptr(GArray) way = NULL;
  RutterPoint point;

  if (step_deg <= 0)
    {
      point = rutter_mercator_project (to);
      g_array_append_val (points, point);
      return;
    }

  way = rutter_geo_great_circle (from, to, step_deg);
  for (guint i = 1; i < way->len; i++)
    {
      RutterLonLat position = g_array_index (way, RutterLonLat, i);

      /* The great circle unwraps from its own beginning. */
      position.lon += rutter_geo_unwrap_lon (g_array_index (way, RutterLonLat, 0).lon, from.lon)
                      - g_array_index (way, RutterLonLat, 0).lon;
      point = rutter_mercator_project (position);
      g_array_append_val (points, point);
    }
}

static gboolean
is_usable (RutterLonLat position)
{
  /* Unwrapped longitudes may run round the world, latitudes may not. */
  return isfinite (position.lon) && fabs (position.lon) <= 3600 && isfinite (position.lat)
         && fabs (position.lat) <= 90;
}

/* Returns: degrees; 0: straight on the map */
static double
get_step (const RutterLonLat *positions,
          guint               n_positions,
          gboolean            along_great_circle)
{
  double length_m = 0;

  if (!along_great_circle)
    return 0;

  for (guint i = 1; i < n_positions; i++)
    if (is_usable (positions[i - 1]) && is_usable (positions[i]))
      length_m += rutter_geo_distance_m (positions[i - 1], positions[i]);

  return MAX (GREAT_CIRCLE_STEP_DEG,
              length_m / RUTTER_EARTH_RADIUS_M * (180 / G_PI) / MAX_STEPS);
}

GArray *
rutter_line_maker_make (const RutterLonLat *positions,
                        guint               n_positions,
                        gboolean            along_great_circle,
                        guint              *firsts)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (RutterPoint));
  double step_deg = get_step (positions, n_positions, along_great_circle);
  RutterLonLat last = { 0, 0 };

  for (guint i = 0; i < n_positions; i++)
    {
      RutterLonLat position = positions[i];
      RutterPoint point;

      if (firsts != NULL)
        firsts[i] = points->len > 0 ? points->len - 1 : 0;
      if (!is_usable (position))
        continue;

      if (points->len > 0)
        position.lon = rutter_geo_unwrap_lon (position.lon, last.lon);

      /* Two events at one place are one place. */
      if (points->len > 0 && position.lat == last.lat && position.lon == last.lon)
        continue;

      if (points->len == 0)
        {
          point = rutter_mercator_project (position);
          g_array_append_val (points, point);
        }
      else
        add_leg (points, last, position, step_deg);
      if (firsts != NULL)
        firsts[i] = points->len - 1;
      last = position;
    }

  return points;
}
