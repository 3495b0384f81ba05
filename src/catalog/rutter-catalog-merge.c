/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-catalog-merge.h"

#include "rutter-catalog-file.h"
#include "rutter-error.h"
#include "rutter-merge-plan.h"
#include "rutter-schema.h"
#include "rutter-statement.h"

#include <glib/gi18n-lib.h>

/* Which starter a catalogue is, or was made of; empty texts when of none. */
typedef struct
{
  char *content;
  char *number;
  char *declined;
} Edition;

/* The units that are written, as tables of the connection alone. */
static const char make_lists[] =
  "CREATE TEMP TABLE pending (uid TEXT PRIMARY KEY, is_new INTEGER NOT NULL) WITHOUT ROWID;"
  "CREATE TEMP TABLE withdrawn (uid TEXT PRIMARY KEY) WITHOUT ROWID";

/* In rutter_meta of a catalogue. */
#define SELECT_META "SELECT value FROM %s.rutter_meta WHERE key = '%s'"

static char *
read_meta (sqlite3     *db,
           const char  *schema,
           const char  *key,
           GError     **error)
{
  g_autofree char *sql = g_strdup_printf (SELECT_META, schema, key);

  return rutter_db_query_text (db, sql, error);
}

static gboolean
write_meta (sqlite3     *db,
            const char  *key,
            const char  *value,
            GError     **error)
{
  g_autoptr(sqlite3_stmt) stmt = rutter_db_prepare (
    db, "INSERT INTO main.rutter_meta (key, value) VALUES (?1, ?2) "
        "ON CONFLICT (key) DO UPDATE SET value = excluded.value", error);

  if (stmt == NULL)
    return FALSE;

  rutter_db_bind_text (stmt, 1, key);
  rutter_db_bind_text (stmt, 2, value);
  return rutter_db_run (stmt, error);
}

static gboolean
read_edition (sqlite3  *db,
              Edition  *edition,
              GError  **error)
{
  edition->content = read_meta (db, "main", "starter_content", error);
  if (edition->content != NULL)
    edition->number = read_meta (db, "main", "starter_edition", error);
  if (edition->number != NULL)
    edition->declined = read_meta (db, "main", "starter_declined", error);

  return edition->declined != NULL;
}

static void
clear_edition (Edition *edition)
{
  g_free (edition->content);
  g_free (edition->number);
  g_free (edition->declined);
}

/* The starter in memory beside the catalogue, so that its file is never written to or locked. */
static gboolean
attach_starter (sqlite3     *db,
                const char  *starter_path,
                GError     **error)
{
  g_autoptr(RutterConnection) starter = rutter_catalog_file_open_foreign (starter_path, error);
  sqlite3 *from = starter != NULL ? rutter_connection_get_db (starter) : NULL;
  sqlite3_backup *backup;
  int version;
  int rc;

  if (from == NULL || !rutter_schema_get_version (from, &version, error))
    return FALSE;

  if (version != RUTTER_SCHEMA_VERSION)
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_FOREIGN,
                   _("The starter catalogue “%s” is of another version than this program (%d "
                     "instead "
                     "of %d): install Rutter anew."), starter_path, version, RUTTER_SCHEMA_VERSION);
      return FALSE;
    }

  if (!rutter_db_exec (db, "ATTACH ':memory:' AS starter", error))
    return FALSE;

  backup = sqlite3_backup_init (db, "starter", from, "main");
  rc = SQLITE_ERROR;
  if (backup != NULL)
    {
      sqlite3_backup_step (backup, -1);
      rc = sqlite3_backup_finish (backup);
    }
  if (rc == SQLITE_OK)
    return TRUE;

  rutter_db_set_error (db, rc, error);
  return FALSE;
}

/* What column @name of the starter's row t becomes in the catalogue: a reference by its uid. */
static void
append_value (GString                *sql,
              const RutterUnitColumn *column)
{
  const char *table = rutter_registry_get_table (column->registry);

  if (column->is_reference)
    g_string_append_printf (sql, "(SELECT o.id FROM main.%s o JOIN starter.%s s USING (uid) "
                            "WHERE s.id = t.%s)", table, table, column->name);
  else
    g_string_append_printf (sql, "t.%s", column->name);
}

static void
append_list (GString      *sql,
             const GArray *columns,
             gboolean      as_values)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const RutterUnitColumn *column = &g_array_index (columns, RutterUnitColumn, i);

      if (i > 0)
        g_string_append (sql, ", ");
      if (as_values)
        append_value (sql, column);
      else
        g_string_append (sql, column->name);
    }
}

/* Rows of a table with a row a unit keep their ids, because others refer to them. */
static gboolean
update_rows (sqlite3                *db,
             const RutterUnitTable  *table,
             const GArray           *columns,
             GError                **error)
{
  const char *registry = rutter_registry_get_table (table->registry);
  g_autoptr(GString) sql = g_string_new (NULL);

  if (columns->len == 0)
    return TRUE;

  g_string_append_printf (sql, "UPDATE main.%s AS m SET (", table->table);
  append_list (sql, columns, FALSE);
  g_string_append (sql, ") = (SELECT ");
  append_list (sql, columns, TRUE);
  g_string_append_printf (sql, " FROM starter.%s t JOIN starter.%s u ON u.id = t.id "
                          "JOIN main.%s v USING (uid) WHERE v.id = m.id) WHERE m.id IN "
                          "(SELECT v.id FROM main.%s v JOIN temp.pending p USING (uid) "
                          "JOIN starter.%s u USING (uid) JOIN starter.%s t ON t.id = u.id "
                          "WHERE NOT p.is_new)", table->table, registry, registry, registry,
                          registry, table->table);
  return rutter_db_exec (db, sql->str, error);
}

static gboolean
insert_rows (sqlite3                *db,
             const RutterUnitTable  *table,
             const GArray           *columns,
             GError                **error)
{
  const char *registry = rutter_registry_get_table (table->registry);
  gboolean is_registry = g_str_equal (registry, table->table);
  gboolean is_whole = g_str_equal (table->owner, "id");
  g_autoptr(GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO main.%s (%s%s", table->table,
                          is_registry ? "" : table->owner,
                          is_registry || columns->len == 0 ? "" : ", ");
  append_list (sql, columns, FALSE);
  g_string_append (sql, ") SELECT ");
  if (!is_registry)
    g_string_append_printf (sql, "(SELECT o.id FROM main.%s o WHERE o.uid = u.uid)%s", registry,
                            columns->len == 0 ? "" : ", ");
  append_list (sql, columns, TRUE);
  g_string_append_printf (sql, " FROM starter.%s t JOIN starter.%s u ON u.id = t.%s "
                          "JOIN temp.pending p ON p.uid = u.uid%s ORDER BY t.id", table->table,
                          registry, table->owner, is_whole ? " WHERE p.is_new" : "");
  return rutter_db_exec (db, sql->str, error);
}

/* Rows of which a unit has any number are written anew. */
static gboolean
delete_rows (sqlite3                *db,
             const RutterUnitTable  *table,
             GError                **error)
{
  g_autofree char *sql = g_strdup_printf (
    "DELETE FROM main.%s WHERE %s IN (SELECT o.id FROM main.%s o JOIN temp.pending p USING (uid) "
    "WHERE NOT p.is_new)", table->table, table->owner,
    rutter_registry_get_table (table->registry));

  return rutter_db_exec (db, sql, error);
}

static gboolean
write_table (sqlite3                *db,
             const RutterUnitTable  *table,
             GError                **error)
{
  g_autoptr(GArray) columns = rutter_unit_table_get_columns (table, db, error);

  if (columns == NULL)
    return FALSE;

  if (g_str_equal (table->owner, "id"))
    return update_rows (db, table, columns, error) && insert_rows (db, table, columns, error);

  return delete_rows (db, table, error) && insert_rows (db, table, columns, error);
}

/* Binds each uid of a set to the first parameter. */
static gboolean
run_each (sqlite3     *db,
          const char  *sql,
          GHashTable  *uids,
          GError     **error)
{
  g_autoptr(sqlite3_stmt) stmt = rutter_db_prepare (db, sql, error);
  GHashTableIter iter;
  gpointer uid;

  if (stmt == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, uids);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    {
      rutter_db_bind_text (stmt, 1, uid);
      if (!rutter_db_run (stmt, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
remove_withdrawn (sqlite3          *db,
                  RutterMergePlan  *plan,
                  GError          **error)
{
  static const char removal[] =
    "DELETE FROM main.claim WHERE uid IN (SELECT uid FROM temp.withdrawn);"
    "DELETE FROM main.object WHERE uid IN (SELECT uid FROM temp.withdrawn);"
    "DELETE FROM main.origin WHERE uid IN (SELECT uid FROM temp.withdrawn)";

  return rutter_merge_plan_find_withdrawn (plan, db, error) &&
         run_each (db, "INSERT INTO temp.withdrawn VALUES (?1)", plan->remove, error) &&
         rutter_db_exec (db, removal, error);
}

static gboolean
write_origin (sqlite3          *db,
              RutterMergePlan  *plan,
              GError          **error)
{
  static const char upsert[] =
    "INSERT INTO main.origin (uid, digest) SELECT uid, digest FROM starter.origin WHERE uid = ?1 "
    "ON CONFLICT (uid) DO UPDATE SET digest = excluded.digest";
  g_autofree char *edition = read_meta (db, "starter", "starter_edition", error);
  g_autofree char *content = NULL;

  content = edition != NULL ? read_meta (db, "starter", "starter_content", error) : NULL;
  return content != NULL && run_each (db, upsert, plan->add, error) &&
         run_each (db, upsert, plan->update, error) && run_each (db, upsert, plan->adopt, error) &&
         write_meta (db, "starter_edition", edition, error) &&
         write_meta (db, "starter_content", content, error);
}

static gboolean
merge (sqlite3   *db,
       gpointer   data,
       GError   **error)
{
  RutterMergeReport *report = data;
  g_autoptr(RutterMergePlan) plan = NULL;

  if (!rutter_db_exec (db, "PRAGMA defer_foreign_keys = ON", error))
    return FALSE;

  plan = rutter_merge_plan_new (db, error);
  if (plan == NULL ||
      !run_each (db, "INSERT INTO temp.pending VALUES (?1, 1)", plan->add, error) ||
      !run_each (db, "INSERT INTO temp.pending VALUES (?1, 0)", plan->update, error))
    return FALSE;

  for (guint i = 0; i < rutter_n_unit_tables; i++)
    if (!write_table (db, &rutter_unit_tables[i], error))
      return FALSE;

  if (!remove_withdrawn (db, plan, error) || !write_origin (db, plan, error))
    return FALSE;

  *report = plan->report;
  return TRUE;
}

/**
 * rutter_catalog_merge_starter:
 * @report: (out): what was done
 *
 * Brings a newer starter into the user's catalogue, by uid and in one transaction. What the user
 * made, changed or deleted stays as it is, and so does what only the user's catalogue says.
 *
 * Returns: %FALSE, with the catalogue unchanged, with the errors of
 *   rutter_catalog_file_open_own() and of the database
 */
gboolean
rutter_catalog_merge_starter (const char         *own_path,
                              const char         *starter_path,
                              RutterMergeReport  *report,
                              GError            **error)
{
  g_autoptr(RutterConnection) own = NULL;
  sqlite3 *db;

  g_return_val_if_fail (own_path != NULL && starter_path != NULL && report != NULL, FALSE);

  own = rutter_catalog_file_open_own (own_path, error);
  if (own == NULL)
    return FALSE;

  db = rutter_connection_get_db (own);
  return attach_starter (db, starter_path, error) && rutter_db_exec (db, make_lists, error) &&
         rutter_db_transact (db, merge, report, error) && rutter_schema_finish (db, error);
}

/**
 * rutter_catalog_merge_is_due:
 * @is_due: (out): whether the user is to be asked: the catalogue was made of a starter, this one
 *   says something else and is not older, and the user has not said no to it
 */
gboolean
rutter_catalog_merge_is_due (const char  *own_path,
                             const char  *starter_path,
                             gboolean    *is_due,
                             GError     **error)
{
  g_autoptr(RutterConnection) own = rutter_catalog_file_open_foreign (own_path, error);
  g_autoptr(RutterConnection) starter = NULL;
  Edition mine = { NULL };
  Edition other = { NULL };
  gboolean done;

  *is_due = FALSE;
  if (own != NULL)
    starter = rutter_catalog_file_open_foreign (starter_path, error);
  if (starter == NULL)
    return FALSE;

  done = read_edition (rutter_connection_get_db (own), &mine, error) &&
         read_edition (rutter_connection_get_db (starter), &other, error);
  if (done)
    *is_due = *mine.content != '\0' && *other.content != '\0' &&
              !g_str_equal (mine.content, other.content) &&
              !g_str_equal (mine.declined, other.content) &&
              g_ascii_strtoll (other.number, NULL, 10) >= g_ascii_strtoll (mine.number, NULL, 10);
  clear_edition (&mine);
  clear_edition (&other);
  return done;
}

/**
 * rutter_catalog_merge_decline:
 *
 * The user does not want this starter and is not asked about it again.
 */
gboolean
rutter_catalog_merge_decline (const char  *own_path,
                              const char  *starter_path,
                              GError     **error)
{
  g_autoptr(RutterConnection) starter = rutter_catalog_file_open_foreign (starter_path, error);
  g_autoptr(RutterConnection) own = NULL;
  g_autofree char *content = NULL;

  if (starter != NULL)
    content = read_meta (rutter_connection_get_db (starter), "main", "starter_content", error);
  own = content != NULL ? rutter_catalog_file_open_own (own_path, error) : NULL;

  return own != NULL &&
         write_meta (rutter_connection_get_db (own), "starter_declined", content, error);
}
