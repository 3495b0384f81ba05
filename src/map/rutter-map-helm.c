/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-map-helm.h"

#include "rutter-camera.h"
#include "rutter-map-flight.h"

struct _RutterMapHelm
{
  GtkWidget         *widget;
  ShumateViewport   *viewport;
  RutterMapHelmFunc  func;
  gpointer           user_data;

  RutterMapFlight    flight;
  guint              flight_id;
  int                width;
  int                height;

  /* the area to fit as soon as the map has a size */
  gboolean           has_pending_fit;
  RutterLonLat       south_west;
  RutterLonLat       north_east;
};

static gboolean
on_flight_tick_cb (GtkWidget     *widget,
                   GdkFrameClock *clock,
                   gpointer       user_data)
{
  RutterMapHelm *self = user_data;
  RutterView view;
  gboolean goes_on;

  rutter_map_helm_get_view (self, &view);
  goes_on = rutter_map_flight_step (&self->flight, gdk_frame_clock_get_frame_time (clock), &view);
  rutter_map_helm_write (self, &view);
  if (goes_on)
    return G_SOURCE_CONTINUE;

  self->flight_id = 0;
  return G_SOURCE_REMOVE;
}

static void
fly (RutterMapHelm    *self,
     const RutterView *to)
{
  gboolean animate = TRUE;
  GdkFrameClock *clock;
  RutterView from;

  rutter_map_helm_stop (self);
  g_object_get (gtk_widget_get_settings (self->widget), "gtk-enable-animations", &animate, NULL);
  if (!animate || !gtk_widget_get_mapped (self->widget))
    {
      rutter_map_helm_write (self, to);
      return;
    }

  rutter_map_helm_get_view (self, &from);
  clock = gtk_widget_get_frame_clock (self->widget);
  rutter_map_flight_init (&self->flight, &from, to, gdk_frame_clock_get_frame_time (clock));
  self->flight_id = gtk_widget_add_tick_callback (self->widget, on_flight_tick_cb, self, NULL);
}

static void
show (RutterMapHelm    *self,
      const RutterView *view,
      gboolean          animate)
{
  if (animate)
    fly (self, view);
  else
    rutter_map_helm_write (self, view);
}

RutterMapHelm *
rutter_map_helm_new (GtkWidget         *widget,
                     ShumateViewport   *viewport,
                     RutterMapHelmFunc  func,
                     gpointer           user_data)
{
  RutterMapHelm *self = g_new0 (RutterMapHelm, 1);

  self->widget = widget;
  self->viewport = g_object_ref (viewport);
  self->func = func;
  self->user_data = user_data;

  return self;
}

/* A widget that goes takes its tick callbacks with it. */
void
rutter_map_helm_free (RutterMapHelm *self)
{
  g_object_unref (self->viewport);
  g_free (self);
}

void
rutter_map_helm_get_view (RutterMapHelm *self,
                          RutterView    *view)
{
  rutter_camera_read (self->viewport, self->widget, view);
}

void
rutter_map_helm_write (RutterMapHelm    *self,
                       const RutterView *view)
{
  RutterView bounded = *view;

  rutter_view_clamp (&bounded);
  rutter_camera_write (self->viewport, &bounded);
  self->func (&bounded, self->user_data);
}

void
rutter_map_helm_stop (RutterMapHelm *self)
{
  if (self->flight_id != 0)
    gtk_widget_remove_tick_callback (self->widget, self->flight_id);
  self->flight_id = 0;
}

gboolean
rutter_map_helm_is_flying (RutterMapHelm *self)
{
  return self->flight_id != 0;
}

void
rutter_map_helm_go_to (RutterMapHelm *self,
                       RutterLonLat   centre,
                       double         zoom,
                       gboolean       animate)
{
  RutterView view;

  rutter_map_helm_get_view (self, &view);
  view.centre = rutter_mercator_project (centre);
  view.zoom = zoom;
  self->has_pending_fit = FALSE;
  rutter_map_helm_stop (self);
  show (self, &view, animate);
}

void
rutter_map_helm_fit (RutterMapHelm *self,
                     RutterLonLat   south_west,
                     RutterLonLat   north_east)
{
  RutterView view;

  self->south_west = south_west;
  self->north_east = north_east;
  rutter_map_helm_get_view (self, &view);
  self->has_pending_fit = view.width <= 0 || view.height <= 0;
  if (self->has_pending_fit)
    return;

  rutter_view_fit (&view, south_west, north_east);
  fly (self, &view);
}

void
rutter_map_helm_pan (RutterMapHelm *self,
                     double         dx,
                     double         dy)
{
  RutterView view;
  double world;

  rutter_map_helm_stop (self);
  rutter_map_helm_get_view (self, &view);
  world = rutter_view_get_world_size (&view);
  view.centre.x += dx / world;
  view.centre.y += dy / world;
  rutter_map_helm_write (self, &view);
}

void
rutter_map_helm_zoom_at (RutterMapHelm *self,
                         RutterPoint    pixel,
                         double         steps,
                         gboolean       animate)
{
  RutterView view;

  rutter_map_helm_stop (self);
  rutter_map_helm_get_view (self, &view);
  rutter_camera_zoom (&view, pixel, steps);
  show (self, &view, animate);
}

void
rutter_map_helm_resize (RutterMapHelm *self,
                        int            width,
                        int            height)
{
  RutterView view;

  /* A card that comes or goes asks for an allocation too. */
  if (width == self->width && height == self->height)
    return;

  self->width = width;
  self->height = height;
  rutter_map_helm_get_view (self, &view);
  if (self->has_pending_fit)
    {
      self->has_pending_fit = FALSE;
      rutter_view_fit (&view, self->south_west, self->north_east);
    }
  rutter_map_helm_write (self, &view);
}
