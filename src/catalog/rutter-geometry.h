/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-geo.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* Geometry as the GeoPackage stores it: a header with envelope, then well-known binary (OGC
 * 12-128r17, clause 2.1.3). Only points and lines of WGS 84 in two dimensions; no geometry is
 * NULL in the table, never an empty one.
 */
GBytes       *rutter_geometry_encode_point        (RutterLonLat         position);
GBytes       *rutter_geometry_encode_line         (const RutterLonLat  *points,
                                                   guint                n_points);
gboolean      rutter_geometry_decode_point        (gconstpointer        data,
                                                   gsize                size,
                                                   RutterLonLat        *position,
                                                   GError             **error);
RutterLonLat *rutter_geometry_decode_line         (gconstpointer        data,
                                                   gsize                size,
                                                   guint               *n_points,
                                                   GError             **error);
gboolean      rutter_geometry_register_functions  (sqlite3             *db,
                                                   GError             **error);

G_END_DECLS
