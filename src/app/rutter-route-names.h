/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-gazetteer.h"
#include "rutter-passage.h"
#include "rutter-records.h"

G_BEGIN_DECLS

/* What the parts of a route are called, for people. */

/* A place of the catalogue, else a port or a city of the map, that lies there; else the position.
 * @gazetteer, @records: (nullable)
 * @uid: (out) (optional) (transfer none) (nullable): of the place of the catalogue
 */
char *rutter_route_name_position  (RutterGazetteer       *gazetteer,
                                   RutterRecords         *records,
                                   RutterLonLat           position,
                                   const char           **uid);
/* Kind, season and source in one line or more. */
char *rutter_route_describe_passage   (const RutterPassage *passage);
/* "8,288 nm · 15,349 km" */
char *rutter_route_format_length      (double               length_nm);
/* "28 days 18 hours" */
char *rutter_route_format_hours       (double               hours);

G_END_DECLS
