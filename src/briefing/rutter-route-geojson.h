/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-sea-route.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void  rutter_route_geojson_add_properties (JsonBuilder          *builder,
                                           const RutterSeaRoute *route,
                                           const char           *name,
                                           double                speed_kn);
char *rutter_route_geojson_write          (const RutterSeaRoute *route,
                                           const char           *name,
                                           double                speed_kn);

G_END_DECLS
