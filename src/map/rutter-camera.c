/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-camera.h"

#include <math.h>

/* What @widget, which fills the map, shows now. */
void
rutter_camera_read (ShumateViewport *viewport,
                    GtkWidget       *widget,
                    RutterView      *view)
{
  ShumateLocation *location = SHUMATE_LOCATION (viewport);
  RutterLonLat centre = {
    shumate_location_get_longitude (location),
    shumate_location_get_latitude (location),
  };

  *view = (RutterView) {
    .centre = rutter_mercator_project (centre),
    .zoom = shumate_viewport_get_zoom_level (viewport),
    .width = gtk_widget_get_width (widget),
    .height = gtk_widget_get_height (widget),
    .scale = gtk_widget_get_scale_factor (widget),
  };
}

void
rutter_camera_write (ShumateViewport  *viewport,
                     const RutterView *view)
{
  RutterLonLat centre = rutter_mercator_unproject (view->centre);

  shumate_viewport_set_zoom_level (viewport, view->zoom);
  shumate_location_set_location (SHUMATE_LOCATION (viewport), centre.lat, centre.lon);
}

/* Keeps a view on the map: no zoom at which the world is lower than the view, no centre from
 * which the view would look over a pole, and x within the one world that the viewport knows.
 */
void
rutter_camera_clamp (RutterView *view)
{
  double min_zoom = MAX (RUTTER_MIN_ZOOM, log2 (MAX (view->height, 1) / 256.0));
  double half;

  view->zoom = CLAMP (view->zoom, MIN (min_zoom, RUTTER_MAX_ZOOM), RUTTER_MAX_ZOOM);
  half = MIN (0.5, view->height / 2.0 / rutter_view_get_world_size (view));
  view->centre.x -= floor (view->centre.x);
  view->centre.y = CLAMP (view->centre.y, half, 1 - half);
}
