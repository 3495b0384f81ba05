/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-camera.h"

#include <math.h>

double
rutter_camera_get_text_scale (GtkWidget *widget)
{
  int dpi = -1;

  /* 1024 dots an inch each; -1: not set. */
  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);

  return dpi > 0 ? CLAMP (dpi / 1024.0 / 96.0, 0.5, 3.0) : 1;
}

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
    .text_scale = rutter_camera_get_text_scale (widget),
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

/* Another zoom, with the same place under a pixel. */
void
rutter_camera_zoom (RutterView  *view,
                    RutterPoint  pixel,
                    double       steps)
{
  RutterPoint fixed = rutter_view_to_world (view, pixel);
  RutterPoint moved;

  view->zoom += steps;
  rutter_view_clamp (view);
  moved = rutter_view_to_world (view, pixel);
  view->centre.x += fixed.x - moved.x;
  view->centre.y += fixed.y - moved.y;
}
