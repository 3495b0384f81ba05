/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-window-parts.h"

#include "rutter-application.h"
#include "rutter-catalog-menu.h"
#include "rutter-feeds-desk.h"
#include "rutter-net-desk.h"
#include "rutter-target-desk.h"
#include "rutter-underlay.h"
#include "rutter-watch-desk.h"

struct _RutterWindowParts
{
  RutterCatalogMenu *catalog_menu;
  RutterFeedsDesk   *feeds;
  RutterLiveDesk    *live;
  RutterNetDesk     *net;
  RutterTargetDesk  *targets;
  RutterUnderlay    *underlay;
  RutterWatchDesk   *watches;
};

/**
 * rutter_window_parts_new:
 * @window: with its application; it owns what is made here
 */
RutterWindowParts *
rutter_window_parts_new (RutterWindow             *window,
                         GSettings                *settings,
                         const RutterWindowPlaces *places)
{
  RutterWindowParts *self = g_new0 (RutterWindowParts, 1);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  RutterNetGate *gate = rutter_application_get_gate (RUTTER_APPLICATION (application));

  self->net = rutter_net_desk_new (window, gate, places->net_button);
  self->underlay = rutter_underlay_new (window, places->map, gate, settings);
  self->watches = rutter_watch_desk_new (window, places->map,
                                         RUTTER_APPLICATION (application), places->selection,
                                         places->details);
  self->feeds = rutter_feeds_desk_new (window, places->map);
  self->targets = rutter_target_desk_new (
    window, rutter_application_get_traffic (RUTTER_APPLICATION (application)), places->selection,
    places->details, places->revealer, places->lists);
  rutter_target_desk_set_feeds (
    self->targets,
    G_LIST_MODEL (rutter_application_get_feeds (RUTTER_APPLICATION (application))));
  self->live = rutter_live_desk_new (window, places->map, places->sidebar, settings);
  rutter_live_desk_set_matcher (self->live, rutter_target_desk_get_matcher (self->targets));
  self->catalog_menu = rutter_catalog_menu_new (window, settings, places->recent);

  return self;
}

void
rutter_window_parts_free (RutterWindowParts *self)
{
  g_object_unref (self->net);
  g_object_unref (self->underlay);
  g_object_unref (self->feeds);
  g_object_unref (self->watches);
  g_object_unref (self->targets);
  g_object_unref (self->live);
  g_object_unref (self->catalog_menu);
  g_free (self);
}

RutterLiveDesk *
rutter_window_parts_get_live (RutterWindowParts *self)
{
  return self->live;
}

/* Whether nothing that any of them shows is still under way. */
gboolean
rutter_window_parts_is_settled (RutterWindowParts *self)
{
  return rutter_underlay_is_settled (self->underlay);
}
