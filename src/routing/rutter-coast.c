/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-coast.h"

/**
 * rutter_coast_list:
 * @box: of the world, unwrapped
 *
 * Returns: (transfer full) (element-type RutterCoastRun): of the unsimplified coast, enough to tell
 *   what is land within the box; valid as long as the basemap
 */
GArray *
rutter_coast_list (RutterBasemap   *basemap,
                   const RutterBox *box)
{
  GArray *coast = g_array_new (FALSE, FALSE, sizeof (RutterCoastRun));
  guint level = rutter_basemap_choose_level (basemap, G_MAXDOUBLE);

  for (int shift = -1; shift <= 1; shift++)
    {
      RutterBox moved = { box->x0 - shift, box->y0, box->x1 - shift, box->y1 };
      RutterBasemapIter iter;
      RutterBasemapShape shape;

      rutter_basemap_iter_init (&iter, basemap, level, RUTTER_BASEMAP_RINGS, &moved);
      while (rutter_basemap_iter_next (&iter, &shape))
        for (guint i = 0; i < shape.n_runs; i++)
          {
            RutterCoastRun part = { .shift = shift, .has_ends = !shape.is_inline };

            if (rutter_basemap_get_run (basemap, &shape, i, &part.run) &&
                part.run.box.y1 >= moved.y0 && part.run.box.y0 <= moved.y1 &&
                part.run.box.x0 <= moved.x1)
              g_array_append_val (coast, part);
          }
    }

  return coast;
}

/* Whether a point of the box that was listed lies on land: how often a ray to the west meets the
 * coast. Of most runs the ends tell it.
 */
gboolean
rutter_coast_is_land (GArray      *coast,
                      RutterPoint  world)
{
  gboolean is_land = FALSE;

  for (guint i = 0; i < coast->len; i++)
    {
      const RutterCoastRun *part = &g_array_index (coast, RutterCoastRun, i);
      const RutterBasemapRun *run = &part->run;
      double x = world.x - part->shift;
      RutterPoint points[RUTTER_BASEMAP_MAX_RUN];
      guint n_points;

      if (run->box.y0 > world.y || run->box.y1 < world.y || run->box.x0 >= x)
        continue;

      if (run->box.x1 < x && part->has_ends)
        {
          is_land ^= (run->first.y <= world.y) != (run->last.y <= world.y);
          continue;
        }

      n_points = rutter_basemap_run_decode (run, points);
      for (guint j = 1; j < n_points; j++)
        if ((points[j - 1].y <= world.y) != (points[j].y <= world.y) &&
            points[j - 1].x + (world.y - points[j - 1].y) / (points[j].y - points[j - 1].y) *
            (points[j].x - points[j - 1].x) < x)
          is_land = !is_land;
    }

  return is_land;
}
