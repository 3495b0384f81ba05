/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Pulls a way that the graph found tight like a string: legs as long as one can look along a great
 * circle, then the corners that are left cut as close to the shore as sight allows.
 */

#include "rutter-sea-smoother.h"

#include <math.h>

#define N_ROUNDS 4
/* How finely a cut is looked for: steps of halving. */
#define N_HALVINGS 5
/* What a corner must be worth to be cut again, metres. */
#define MIN_GAIN_M 50.0

static RutterLonLat
get_at (const GArray *points,
        guint         index)
{
  return g_array_index (points, RutterLonLat, index);
}

/* The farthest point in sight after @from: steps doubled while they see, then halved. The next
 * point is always taken, it is what the way is made of.
 */
static guint
look_ahead (const RutterSeaSight *sight,
            const GArray         *points,
            guint                 from)
{
  guint low = from + 1;
  guint high;
  guint step = 2;

  while (from + step < points->len &&
         rutter_sea_sight_has_leg (sight, get_at (points, from), get_at (points, from + step)))
    {
      low = from + step;
      step *= 2;
    }

  high = MIN (from + step, points->len);
  if (high == points->len && low + 1 < high &&
      rutter_sea_sight_has_leg (sight, get_at (points, from), get_at (points, high - 1)))
    return high - 1;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (rutter_sea_sight_has_leg (sight, get_at (points, from), get_at (points, middle)))
        low = middle;
      else
        high = middle;
    }

  return low;
}

static void
take_long_legs (const RutterSeaSight *sight,
                GArray               *points)
{
  guint n_kept = 1;

  for (guint i = 0; i + 1 < points->len;)
    {
      i = look_ahead (sight, points, i);
      g_array_index (points, RutterLonLat, n_kept++) = get_at (points, i);
    }

  g_array_set_size (points, n_kept);
}

static RutterLonLat
mix (RutterLonLat a,
     RutterLonLat b,
     double       fraction)
{
  RutterLonLat point = rutter_geo_intermediate (a, b, fraction);

  point.lon = rutter_geo_unwrap_lon (point.lon, a.lon);
  return point;
}

/* Cuts the corner at @corner between the two points as far from it as sight allows. Returns how
 * many points stand for the corner now: 2, 0 when it fell away, or 1 when it stays.
 */
static guint
cut_corner (const RutterSeaSight *sight,
            RutterLonLat          before,
            RutterLonLat          corner,
            RutterLonLat          after,
            RutterLonLat          cut[2])
{
  double direct_m = rutter_geo_distance_m (before, after);
  double around_m = rutter_geo_distance_m (before, corner) + rutter_geo_distance_m (corner, after);
  double low = 0, high = 1;

  cut[0] = corner;
  if (rutter_sea_sight_has_leg (sight, before, after))
    return 0;
  if (around_m - direct_m < MIN_GAIN_M)
    return 1;

  for (guint i = 0; i < N_HALVINGS; i++)
    {
      double middle = (low + high) / 2;
      RutterLonLat p = mix (corner, before, middle);
      RutterLonLat q = mix (corner, after, middle);

      if (rutter_sea_sight_has_leg (sight, p, q) && rutter_sea_sight_has_leg (sight, before, p) &&
          rutter_sea_sight_has_leg (sight, q, after))
        {
          low = middle;
          cut[0] = p;
          cut[1] = q;
        }
      else
        high = middle;
    }

  return low > 0 ? 2 : 1;
}

static void
cut_corners (const RutterSeaSight *sight,
             GArray               *points)
{
  g_autoptr(GArray) cut = g_array_new (FALSE, FALSE, sizeof (RutterLonLat));

  g_array_append_val (cut, g_array_index (points, RutterLonLat, 0));
  for (guint i = 1; i + 1 < points->len; i++)
    {
      RutterLonLat corner[2];
      guint n = cut_corner (sight, get_at (cut, cut->len - 1), get_at (points, i),
                            get_at (points, i + 1), corner);

      g_array_append_vals (cut, corner, n);
    }
  g_array_append_val (cut, g_array_index (points, RutterLonLat, points->len - 1));

  g_array_set_size (points, 0);
  g_array_append_vals (points, cut->data, cut->len);
}

/**
 * rutter_sea_smoother_pull:
 * @points: (element-type RutterLonLat): a way whose every leg is in sight; longitudes unwrapped
 *
 * Makes the way shorter, its ends and all legs in sight as before.
 */
void
rutter_sea_smoother_pull (const RutterSeaSight *sight,
                          GArray               *points)
{
  if (points->len < 3)
    return;

  take_long_legs (sight, points);
  for (guint i = 0; i < N_ROUNDS && points->len > 2; i++)
    {
      cut_corners (sight, points);
      take_long_legs (sight, points);
    }
}
