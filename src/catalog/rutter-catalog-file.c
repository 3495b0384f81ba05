/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-catalog-file.h"

#include "rutter-catalog-copy.h"
#include "rutter-schema-trust.h"
#include "rutter-schema.h"

/**
 * rutter_catalog_file_create:
 * @path: where no file may be yet
 *
 * Makes an empty catalogue that is one file, ready to be written. Call rutter_schema_finish() when
 * all rows are in.
 *
 * Returns: (transfer full): the connection, or %NULL with @error set
 */
RutterConnection *
rutter_catalog_file_create (const char  *path,
                            GError     **error)
{
  g_autoptr(RutterConnection) connection = rutter_connection_create (path, error);

  if (connection == NULL || !rutter_schema_create (rutter_connection_get_db (connection), error))
    return NULL;

  return g_steal_pointer (&connection);
}

/* Only what is wholly ours is migrated, because a trigger would run on the way, and only once a
 * copy of the file as it was lies beside it.
 */
static gboolean
bring_up_to_date (sqlite3  *db,
                  GError  **error)
{
  int version;

  if (!rutter_schema_get_version (db, &version, error))
    return FALSE;
  if (version == RUTTER_SCHEMA_VERSION)
    return TRUE;

  return rutter_schema_trust (db, error) && rutter_catalog_copy_back_up (db, version, error) &&
         rutter_schema_migrate (db, RUTTER_SCHEMA_VERSION, error);
}

/**
 * rutter_catalog_file_open_own:
 *
 * Opens the user's own catalogue for writing: checked for damage, taken to the newest version, its
 * schema trusted because it is ours word for word. A file that is no catalogue is not changed; of
 * one of an older version a copy is kept beside it.
 *
 * Returns: (transfer full): the connection; %NULL with the errors of rutter_connection_open_own()
 *   and rutter_schema_demand_own()
 */
RutterConnection *
rutter_catalog_file_open_own (const char  *path,
                              GError     **error)
{
  g_autoptr(RutterConnection) connection = rutter_connection_open_own (path, error);
  sqlite3 *db;

  if (connection == NULL)
    return NULL;

  db = rutter_connection_get_db (connection);
  if (!rutter_schema_demand_own (db, error) || !bring_up_to_date (db, error) ||
      !rutter_schema_trust (db, error) || !rutter_connection_make_durable (connection, error))
    return NULL;

  return g_steal_pointer (&connection);
}

/**
 * rutter_catalog_file_open_foreign:
 *
 * Opens a catalogue of unknown making for reading. Nothing of it runs, nothing of it changes.
 *
 * Returns: (transfer full): the connection; %NULL with the errors of
 *   rutter_connection_open_foreign() and rutter_schema_demand_own()
 */
RutterConnection *
rutter_catalog_file_open_foreign (const char  *path,
                                  GError     **error)
{
  g_autoptr(RutterConnection) connection = rutter_connection_open_foreign (path, error);
  g_autoptr(GError) local_error = NULL;

  if (connection == NULL)
    return NULL;

  if (rutter_schema_demand_own (rutter_connection_get_db (connection), &local_error))
    return g_steal_pointer (&connection);

  rutter_connection_name_file (connection, local_error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}
