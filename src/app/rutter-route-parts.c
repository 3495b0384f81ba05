/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-route-parts.h"

#include "rutter-passage-keeper.h"
#include "rutter-route-desk.h"
#include "rutter-stop-search.h"

struct _RutterRouteParts
{
  GObject              parent_instance;

  RutterRouteDesk     *desk;
  RutterPassageKeeper *passages;
  RutterStopSearch    *stops;
};

G_DEFINE_FINAL_TYPE (RutterRouteParts, rutter_route_parts, G_TYPE_OBJECT)

static void
rutter_route_parts_dispose (GObject *object)
{
  RutterRouteParts *self = RUTTER_ROUTE_PARTS (object);

  g_clear_object (&self->stops);
  g_clear_object (&self->passages);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (rutter_route_parts_parent_class)->dispose (object);
}

static void
rutter_route_parts_class_init (RutterRoutePartsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rutter_route_parts_dispose;
}

static void
rutter_route_parts_init (RutterRouteParts *self)
{
}

RutterRouteParts *
rutter_route_parts_new (RutterWindow       *window,
                        RutterMapView      *map,
                        RutterRoutePane    *pane,
                        RutterDetailsPane  *details,
                        RutterProgressCard *progress,
                        RutterSearcher     *searcher)
{
  RutterRouteParts *self = g_object_new (RUTTER_TYPE_ROUTE_PARTS, NULL);
  RutterSession *session = rutter_window_get_session (window);
  RutterRouteKeeper *route;

  self->desk = rutter_route_desk_new (window, map, pane, progress);
  route = rutter_route_desk_get_keeper (self->desk);
  self->passages = rutter_passage_keeper_new (session, route, details);
  self->stops = rutter_stop_search_new (session, searcher, route, pane);

  return self;
}

gboolean
rutter_route_parts_is_settled (RutterRouteParts *self)
{
  g_return_val_if_fail (RUTTER_IS_ROUTE_PARTS (self), TRUE);

  return rutter_route_desk_is_settled (self->desk) && rutter_stop_search_is_settled (self->stops);
}
