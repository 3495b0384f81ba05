/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-window-state.h"

#include <math.h>

#define MIN_WIDTH 360
#define MIN_HEIGHT 294

/* The size of before, but never larger than the screen. */
static void
restore_size (GSettings *settings,
              GtkWindow *window)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (window)));
  g_autoptr(GdkMonitor) monitor = g_list_model_get_item (monitors, 0);
  int width = 1280;
  int height = 800;

  if (settings != NULL)
    g_settings_get (settings, "window-size", "(ii)", &width, &height);
  if (monitor != NULL)
    {
      GdkRectangle screen;

      gdk_monitor_get_geometry (monitor, &screen);
      width = MIN (width, screen.width);
      height = MIN (height, screen.height);
    }
  gtk_window_set_default_size (window, MAX (width, MIN_WIDTH), MAX (height, MIN_HEIGHT));
  if (settings != NULL && g_settings_get_boolean (settings, "maximized"))
    gtk_window_maximize (window);
}

static void
restore_camera (GSettings     *settings,
                RutterMapView *map)
{
  RutterLonLat centre = { 0, 0 };
  double zoom = -1;

  if (settings != NULL)
    g_settings_get (settings, "camera", "(ddd)", &centre.lon, &centre.lat, &zoom);

  if (isfinite (zoom) && zoom >= 0 && rutter_lon_lat_is_valid (centre))
    rutter_map_view_go_to (map, centre, zoom, FALSE);
  else
    rutter_map_view_fit (map, RUTTER_VIEW_DEFAULT_SOUTH_WEST, RUTTER_VIEW_DEFAULT_NORTH_EAST);
}

static void
on_style_changed_cb (RutterMapView *map)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  RutterThemeId theme = rutter_theme_choose (adw_style_manager_get_dark (style),
                                             adw_style_manager_get_high_contrast (style));

  rutter_map_view_set_theme (map, theme);
}

/* @settings: (nullable): NULL restores what the first start shows */
void
rutter_window_state_restore (GSettings     *settings,
                             GtkWindow     *window,
                             AdwFlap       *flap,
                             RutterMapView *map)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  restore_size (settings, window);
  restore_camera (settings, map);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (on_style_changed_cb), map,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (on_style_changed_cb), map,
                           G_CONNECT_SWAPPED);
  on_style_changed_cb (map);
  if (settings != NULL)
    adw_flap_set_reveal_flap (flap, g_settings_get_boolean (settings, "sidebar"));
}

/* @wants_sidebar: as the user has it, whatever the window has room for */
void
rutter_window_state_save (GSettings *settings,
                          GtkWindow *window,
                          gboolean   wants_sidebar)
{
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set (settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (settings, "maximized", gtk_window_is_maximized (window));
  g_settings_set_boolean (settings, "sidebar", wants_sidebar);
  g_settings_apply (settings);
}
