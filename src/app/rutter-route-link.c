/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-route-link.h"

#include "rutter-route-summary-maker.h"

static void
on_changed_cb (RutterRouteKeeper *keeper,
               gpointer           user_data)
{
  g_autoptr(RutterRouteSketch) sketch = rutter_route_make_sketch (keeper);

  rutter_map_route_set_sketch (user_data, sketch);
}

static void
on_stop_added_cb (RutterRouteKeeper *keeper,
                  guint              stop,
                  double             lon,
                  double             lat)
{
  rutter_route_keeper_insert_stop (keeper, stop, (RutterLonLat) { lon, lat });
}

/* The keyboard may have taken it away meanwhile. */
static void
on_stop_moved_cb (RutterRouteKeeper *keeper,
                  guint              stop,
                  double             lon,
                  double             lat)
{
  if (stop < rutter_route_keeper_get_n_stops (keeper))
    rutter_route_keeper_drag_stop (keeper, stop, (RutterLonLat) { lon, lat });
}

static void
on_stop_removed_cb (RutterRouteKeeper *keeper,
                    guint              stop)
{
  rutter_route_keeper_remove_stop (keeper, stop);
}

void
rutter_route_link (RutterRouteKeeper *keeper,
                   RutterMapRoute    *drawing)
{
  g_return_if_fail (RUTTER_IS_ROUTE_KEEPER (keeper));
  g_return_if_fail (RUTTER_IS_MAP_ROUTE (drawing));

  g_signal_connect_object (keeper, "changed", G_CALLBACK (on_changed_cb), drawing, 0);
  g_signal_connect_object (drawing, "stop-added", G_CALLBACK (on_stop_added_cb), keeper,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (drawing, "stop-moved", G_CALLBACK (on_stop_moved_cb), keeper,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (drawing, "stop-removed", G_CALLBACK (on_stop_removed_cb), keeper,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (drawing, "let-go", G_CALLBACK (rutter_route_keeper_let_go), keeper,
                           G_CONNECT_SWAPPED);
}
