/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-framing.h"

/* How close it goes to a point. */
#define POINT_ZOOM 6.0
/* Smaller boxes, in the world square, are points. */
#define POINT_SIZE 1e-4
#define AIR 0.15
/* What the details cover on the right, as a share of the area. */
#define COVERED_RIGHT 0.6

static void
show_point (RutterMapView   *map,
            const RutterBox *box,
            int              below)
{
  RutterView view = rutter_map_view_get_view (map);
  RutterPoint centre = { (box->x0 + box->x1) / 2, (box->y0 + box->y1) / 2 };

  view.zoom = MAX (view.zoom, POINT_ZOOM);
  below = MAX (below, rutter_map_view_get_covered (map).bottom);
  centre.y += below / 2.0 / rutter_view_get_world_size (&view);
  rutter_map_view_go_to (map, rutter_mercator_unproject (centre), view.zoom, TRUE);
}

static void
show_area (RutterMapView   *map,
           const RutterBox *box,
           int              sheet)
{
  RutterView view = rutter_map_view_get_view (map);
  int covered = MAX (sheet, rutter_map_view_get_covered (map).bottom);
  double pad_x = (box->x1 - box->x0) * AIR;
  double pad_y = (box->y1 - box->y0) * AIR;
  double right = sheet > 0 ? 0 : (box->x1 - box->x0 + 2 * pad_x) * COVERED_RIGHT;
  double below = (box->y1 - box->y0 + 2 * pad_y) * covered / MAX (1, view.height - covered);

  rutter_map_view_fit (map,
                       rutter_mercator_unproject ((RutterPoint) { box->x0 - pad_x,
                                                                  box->y1 + pad_y + below }),
                       rutter_mercator_unproject ((RutterPoint) { box->x1 + pad_x + right,
                                                                  box->y0 - pad_y }));
}

void
rutter_framing_show (RutterMapView   *map,
                     const RutterBox *box,
                     int              below)
{
  if (box->x1 - box->x0 < POINT_SIZE && box->y1 - box->y0 < POINT_SIZE)
    show_point (map, box, below);
  else
    show_area (map, box, below);
}
