/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Mean radius of the Earth (IUGG R1), metres: what great-circle figures in this program are made
 * with.
 */
#define RUTTER_EARTH_RADIUS_M 6371008.8
/* The international nautical mile, metres. */
#define RUTTER_NM_M 1852.0

/* A position in degrees, WGS 84, longitude before latitude as in every file of ours. In lines the
 * longitude may run beyond +-180 so that neighbours never differ by more than 180 ("unwrapped").
 */
typedef struct
{
  double lon;
  double lat;
} RutterLonLat;

/* A point of the world square of Web Mercator: x 0..1 from 180 W to 180 E (beyond when unwrapped),
 * y 0..1 from the northern to the southern edge at 85.0511 degrees.
 */
typedef struct
{
  double x;
  double y;
} RutterPoint;

typedef struct
{
  double x0, y0, x1, y1;
} RutterBox;

gboolean      rutter_lon_lat_is_valid    (RutterLonLat        position);
double        rutter_geo_distance_m      (RutterLonLat        from,
                                          RutterLonLat        to);
double        rutter_geo_path_length_m   (const RutterLonLat *points,
                                          guint               n_points);
double        rutter_geo_bearing_deg     (RutterLonLat        from,
                                          RutterLonLat        to);
RutterLonLat  rutter_geo_intermediate    (RutterLonLat        from,
                                          RutterLonLat        to,
                                          double              fraction);
double        rutter_geo_unwrap_lon      (double              lon,
                                          double              near_lon);
GArray       *rutter_geo_great_circle    (RutterLonLat        from,
                                          RutterLonLat        to,
                                          double              max_step_deg);

RutterPoint   rutter_mercator_project    (RutterLonLat        position);
RutterLonLat  rutter_mercator_unproject  (RutterPoint         point);

void          rutter_box_init            (RutterBox          *box);
void          rutter_box_add             (RutterBox          *box,
                                          RutterPoint         point);
gboolean      rutter_box_meets           (const RutterBox    *box,
                                          const RutterBox    *other);

G_END_DECLS
