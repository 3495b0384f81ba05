/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-route-desk.h"
#include "rutter-route-store.h"

G_BEGIN_DECLS

/* What planning and the actions that ask for it share. */
struct _RutterRouteDesk
{
  GObject             parent_instance;

  RutterWindow       *window;    /* owns us; NULL once it is closed */
  RutterMapView      *map;       /* weak */
  RutterRoutePane    *pane;      /* weak */
  RutterProgressCard *progress;  /* weak */
  RutterRouteKeeper  *keeper;
  RutterRouteStore   *store;
  RutterGazetteer    *gazetteer; /* NULL before the chart is there */
  GCancellable       *loading;   /* of the chart; else NULL */
  RutterProgress     *loaded;    /* how far it has come */
};

void rutter_route_desk_load         (RutterRouteDesk *self);
void rutter_route_desk_add_actions  (RutterRouteDesk *self);

G_END_DECLS
