/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* The tables of a catalogue and their versions. The number is kept in a table of ours, because
 * user_version belongs to the GeoPackage.
 */
#define RUTTER_SCHEMA_VERSION 2
#define RUTTER_SCHEMA_APPLICATION_ID 0x47504B47 /* "GPKG" */
#define RUTTER_SCHEMA_GEOPACKAGE_VERSION 10300

gboolean  rutter_schema_create       (sqlite3   *db,
                                      GError   **error);
gboolean  rutter_schema_finish       (sqlite3   *db,
                                      GError   **error);
gboolean  rutter_schema_get_version  (sqlite3   *db,
                                      int       *version,
                                      GError   **error);
gboolean  rutter_schema_demand_own   (sqlite3   *db,
                                      GError   **error);
gboolean  rutter_schema_migrate      (sqlite3   *db,
                                      int        to_version,
                                      GError   **error);

G_END_DECLS
