/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-schema-trust.h"

#include "rutter-error.h"
#include "rutter-geometry.h"
#include "rutter-schema.h"
#include "rutter-statement.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The text of every table, index, trigger and view, keyed by what it is called in a message:
 * "table place", "index claim_earliest on claim".
 */
static GHashTable *
read_schema (sqlite3  *db,
             GError  **error)
{
  static const char query[] =
    "SELECT type || ' ' || name || iif (type IN ('index', 'trigger'), ' on ' || tbl_name, ''), sql "
    "FROM sqlite_schema WHERE sql IS NOT NULL";
  g_autoptr(GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(sqlite3_stmt) stmt = rutter_db_prepare (db, query, error);
  gboolean has_row;

  if (stmt == NULL)
    return NULL;

  for (;;)
    {
      if (!rutter_db_step (stmt, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&texts);

      g_hash_table_insert (texts, g_strdup (rutter_db_column_text (stmt, 0)),
                           g_strdup (rutter_db_column_text (stmt, 1)));
    }
}

/* What this program would have made, or one of before: the measure for a file's own schema. */
static GHashTable *
make_expected_schema (int      version,
                      GError **error)
{
  g_autoptr(sqlite3) db = NULL;
  int rc = sqlite3_open (":memory:", &db);

  if (rc != SQLITE_OK)
    {
      rutter_db_set_error (db, rc, error);
      return NULL;
    }

  if (!rutter_geometry_register_functions (db, error) ||
      !rutter_schema_migrate (db, version, error))
    return NULL;

  return read_schema (db, error);
}

static gboolean
refuse_schema (sqlite3     *db,
               const char  *what,
               const char  *format,
               GError     **error)
{
  g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_FOREIGN, format, sqlite3_db_filename (db, "main"),
               what);
  return FALSE;
}

/* Whether something that is not ours would run when we read or write: a trigger, a view, or an
 * index on a table of ours, which may call functions.
 */
static gboolean
would_run (const char *what,
           GHashTable *expected)
{
  g_autofree char *table = NULL;

  if (g_str_has_prefix (what, "trigger ") || g_str_has_prefix (what, "view "))
    return TRUE;
  if (!g_str_has_prefix (what, "index "))
    return FALSE;

  table = g_strconcat ("table ", g_strrstr (what, " on ") + strlen (" on "), NULL);
  return g_hash_table_contains (expected, table);
}

/* Tables of others may stand beside ours as long as nothing of ours is changed: other programs
 * keep their styles in the file.
 */
static gboolean
compare_schemas (sqlite3     *db,
                 GHashTable  *found,
                 GHashTable  *expected,
                 GError     **error)
{
  GHashTableIter iter;
  gpointer what;
  gpointer text;

  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &what, &text))
    if (g_strcmp0 (g_hash_table_lookup (found, what), text) != 0)
      return refuse_schema (db, what,
                            _("The catalogue “%s” is not used for writing, because its %s is "
                              "missing or not as Rutter makes it: open it as a file to read only."),
                            error);

  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &what, &text))
    if (!g_hash_table_contains (expected, what) && would_run (what, expected))
      return refuse_schema (db, what,
                            _("The catalogue “%s” is not used for writing, because its %s was not "
                              "made by Rutter: open it as a file to read only."), error);

  return TRUE;
}

/**
 * rutter_schema_compare:
 *
 * Compares the text of every table, index, trigger and view with what this program makes for a
 * file of that version.
 *
 * Returns: %FALSE with %RUTTER_ERROR_FOREIGN when anything that would run is not ours
 */
gboolean
rutter_schema_compare (sqlite3  *db,
                       GError  **error)
{
  g_autoptr(GHashTable) found = NULL;
  g_autoptr(GHashTable) expected = NULL;
  int version;

  g_return_val_if_fail (db != NULL, FALSE);

  if (!rutter_schema_get_version (db, &version, error))
    return FALSE;

  found = read_schema (db, error);
  if (found != NULL)
    expected = make_expected_schema (CLAMP (version, 1, RUTTER_SCHEMA_VERSION), error);

  return expected != NULL && compare_schemas (db, found, expected, error);
}

/**
 * rutter_schema_trust:
 *
 * Lets the triggers work on this connection, once rutter_schema_compare() has found them to be
 * ours. Registers the functions that they call.
 */
gboolean
rutter_schema_trust (sqlite3  *db,
                     GError  **error)
{
  g_return_val_if_fail (db != NULL, FALSE);

  if (!rutter_schema_compare (db, error) || !rutter_geometry_register_functions (db, error))
    return FALSE;

  sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 1, NULL);
  return TRUE;
}
