/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-sea-planner.h"
#include "rutter-stop-names.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A way that was found, as people and programs are told of it. */
typedef struct
{
  const RutterSeaRoute *route;
  const RutterStop     *stops;     /* as many as the route has; NULL in a batch */
  const char           *name;      /* "Rajin to Dunay" */
  double                speed_kn;
} RutterRouteReport;

void  rutter_route_report_print        (const RutterRouteReport *self);
void  rutter_route_report_add_json     (const RutterRouteReport *self,
                                        JsonBuilder             *builder);
char *rutter_route_report_get_passages (const RutterSeaRoute    *route,
                                        gboolean                 as_names);
char *rutter_route_report_get_wkt      (const RutterSeaRoute    *route);

G_END_DECLS
