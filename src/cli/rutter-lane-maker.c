/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-lane-maker.h"

#include "rutter-simulated-lane.h"

#include <math.h>
#include <string.h>

/* How far apart the points of a lane are at most: between them its room changes evenly, metres. */
#define STEP_M 8000.0
#define N_DIRECTIONS 24

/* From where to where simulated ships go: all oceans, and the seas that the catalogue speaks of. A
 * port that the map does not know is left out.
 */
static const struct
{
  char from[6], to[6];
} ways[] = {
  { "NLRTM", "SGSIN" }, { "DEHAM", "USNYC" }, { "NLRTM", "USHOU" }, { "SGSIN", "CNSHA" },
  { "CNSHA", "USLAX" }, { "JPTYO", "USLAX" }, { "KRPUS", "SGSIN" }, { "AEDXB", "INBOM" },
  { "BRSSZ", "NLRTM" }, { "ZADUR", "SGSIN" }, { "AUSYD", "SGSIN" }, { "AUFRE", "CNSHA" },
  { "EGPSD", "GRPIR" }, { "TRIST", "RUNVS" }, { "ROCND", "TRIST" }, { "UAODS", "TRIST" },
  { "RULED", "DEHAM" }, { "SEGOT", "PLGDN" }, { "NOBGO", "GBHUL" }, { "GBSOU", "ESALG" },
  { "ESALG", "ITGOA" }, { "ITGOA", "GRPIR" }, { "GRPIR", "TRIST" }, { "EGALY", "TRIST" },
  { "NGLOS", "ESALG" }, { "ZACPT", "BRSSZ" }, { "ARBUE", "BRSSZ" }, { "USNYC", "USHOU" },
  { "USHOU", "CUHAV" }, { "USLAX", "CAVAN" }, { "RUVVO", "CNSHA" }, { "JPTYO", "RUVVO" },
  { "HKHKG", "SGSIN" }, { "IDJKT", "SGSIN" }, { "INMAA", "SGSIN" }, { "LKCMB", "AEDXB" },
  { "IRBND", "AEDXB" }, { "KWKWI", "AEDXB" }, { "IRBND", "INBOM" }, { "RUAST", "IRBAZ" },
  { "RUAST", "AZBAK" }, { "RUMMK", "NOTOS" }, { "FIHEL", "EETLL" }, { "FIHEL", "SESTO" },
  { "DKCPH", "PLGDN" }, { "ISREY", "GBHUL" }, { "CAHAL", "GBLIV" }, { "NZAKL", "AUSYD" },
  { "CLVAP", "PECLL" }, { "PECLL", "PABLB" }, { "DZALG", "FRMRS" }, { "ILHFA", "CYLMS" },
  { "PHMNL", "HKHKG" }, { "TWKHH", "HKHKG" }, { "KRPUS", "CNTAO" }, { "KEMBA", "AEDXB" },
  { "SADJE", "EGPSD" }, { "MTMLA", "LYTIP" }, { "RUNVS", "SYTTS" }, { "RUVVO", "KPRJN" },
};

/* How far all is water about a position, as far as it was looked. */
static double
measure_room (RutterSeaPlanner *planner,
              RutterLonLat      position)
{
  static const double radii_m[] = { 500, 1000, 1500, 2000, 3000, 4000, 6000, 8000 };
  double room_m = 0;

  for (guint i = 0; i < G_N_ELEMENTS (radii_m); i++)
    {
      for (guint j = 0; j < N_DIRECTIONS; j++)
        {
          double angle = j * 2 * G_PI / N_DIRECTIONS;
          RutterLonLat there = rutter_simulated_lane_shift (position, radii_m[i] * sin (angle),
                                                            radii_m[i] * cos (angle));

          if (!rutter_sea_planner_is_water (planner, there))
            return room_m;
        }
      room_m = radii_m[i];
    }

  return room_m;
}

static RutterSimulatedLane *
make_lane (RutterSeaPlanner     *planner,
           const RutterSeaRoute *route,
           const RutterStop     *from,
           const RutterStop     *to)
{
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (RutterSimulatedPoint));

  for (guint i = 0; i + 1 < route->n_points; i++)
    {
      RutterLonLat a = route->points[i], b = route->points[i + 1];
      guint n = MAX (1, (guint)ceil (rutter_geo_distance_m (a, b) / STEP_M));

      for (guint j = 0; j < n + (i + 2 == route->n_points); j++)
        {
          double share = (double)j / n;
          RutterSimulatedPoint point = { { a.lon + (b.lon - a.lon) * share,
                                           a.lat + (b.lat - a.lat) * share } };

          point.room_m = measure_room (planner, point.position);
          g_array_append_val (points, point);
        }
    }

  return points->len < 2 ? NULL
         : rutter_simulated_lane_new ((const RutterSimulatedPoint *)(gpointer)points->data,
                                      points->len, from->name, to->name);
}

/**
 * rutter_lane_maker_make:
 *
 * Returns: (element-type RutterSimulatedLane): ways over the water between ports of the world;
 *   none when no port is known
 */
GPtrArray *
rutter_lane_maker_make (RutterSeaPlanner *planner,
                        RutterStopNames  *names)
{
  GPtrArray *lanes = g_ptr_array_new_with_free_func ((GDestroyNotify)rutter_simulated_lane_free);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      RutterStop from = { NULL }, to = { NULL };

      if (rutter_stop_names_find_locode (names, ways[i].from, &from) &&
          rutter_stop_names_find_locode (names, ways[i].to, &to))
        {
          const RutterLonLat stops[] = { from.position, to.position };
          const RutterSeaRequest request = { .stops = stops, .n_stops = 2, .speed_kn = 12 };
          g_autoptr(RutterSeaRoute) route = rutter_sea_planner_find (planner, &request, NULL,
                                                                     NULL);
          RutterSimulatedLane *lane = route != NULL ? make_lane (planner, route, &from, &to) : NULL;

          if (lane != NULL)
            g_ptr_array_add (lanes, lane);
        }
      rutter_stop_clear (&from);
      rutter_stop_clear (&to);
    }

  return lanes;
}
