/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-schema.h"

#include "rutter-catalog-sql.h"
#include "rutter-error.h"
#include "rutter-schema-trust.h"
#include "rutter-statement.h"

#include <glib/gi18n-lib.h>

#define SQL_PREFIX "/org/rutter/Rutter/sql/"

static const struct
{
  const char *table;
  const char *type;
} feature_tables[] = {
  { "place", "POINT" },
  { "route", "LINESTRING" },
  { "event", "POINT" },
  { "hub", "POINT" },
};

static const struct
{
  int         version; /* that brought it */
  const char *table;
} attribute_tables[] = {
  { 1, "object" }, { 1, "party" }, { 1, "vessel" }, { 1, "vessel_name" }, { 1, "vessel_flag" },
  { 1, "identifier" }, { 1, "relation" }, { 1, "topic" }, { 1, "link" }, { 1, "regime" },
  { 1, "listing" }, { 1, "transfer" }, { 1, "participant" }, { 1, "source" }, { 1, "claim" },
  { 1, "claim_object" }, { 1, "citation" }, { 1, "denial" }, { 1, "contradiction" },
  { 1, "layer" }, { 1, "layer_member" }, { 1, "rutter_meta" },
  { 2, "view" }, { 2, "view_layer" }, { 2, "origin" },
};

/* What takes a file from the version before to the one of its place in `migrations`. */
typedef gboolean (*Migration) (sqlite3  *db,
                               GError  **error);

static char *
dup_sql (const char *name)
{
  g_autofree char *path = g_strconcat (SQL_PREFIX, name, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_resource_lookup_data (rutter_catalog_sql_get_resource (), path,
                                                    G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  /* It is part of the program. */
  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static gboolean
exec_file (sqlite3     *db,
           const char  *name,
           GError     **error)
{
  g_autofree char *sql = dup_sql (name);

  return rutter_db_exec (db, sql, error);
}

static gboolean
register_feature_table (sqlite3     *db,
                        const char  *table,
                        const char  *type,
                        GError     **error)
{
  g_autofree char *template = dup_sql ("feature-table.sql");
  g_autoptr(GString) sql = g_string_new (template);

  g_string_replace (sql, "@TABLE@", table, 0);
  g_string_replace (sql, "@TYPE@", type, 0);

  return rutter_db_exec (db, sql->str, error);
}

static gboolean
register_attribute_tables (sqlite3  *db,
                           int       version,
                           GError  **error)
{
  static const char insert[] =
    "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES (?1, 'attributes', ?1)";
  g_autoptr(sqlite3_stmt) stmt = rutter_db_prepare (db, insert, error);

  if (stmt == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (attribute_tables); i++)
    {
      if (attribute_tables[i].version != version)
        continue;

      rutter_db_bind_text (stmt, 1, attribute_tables[i].table);
      if (!rutter_db_run (stmt, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
make_first_version (sqlite3  *db,
                    GError  **error)
{
  if (!exec_file (db, "0001-geopackage.sql", error) || !exec_file (db, "0001-catalogue.sql", error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (feature_tables); i++)
    if (!register_feature_table (db, feature_tables[i].table, feature_tables[i].type, error))
      return FALSE;

  return register_attribute_tables (db, 1, error);
}

static gboolean
add_views (sqlite3  *db,
           GError  **error)
{
  return exec_file (db, "0002-views.sql", error) && register_attribute_tables (db, 2, error);
}

static const Migration migrations[RUTTER_SCHEMA_VERSION] = { make_first_version, add_views };

static gboolean
write_version (sqlite3  *db,
               int       version,
               GError  **error)
{
  static const char insert[] =
    "INSERT INTO rutter_meta (key, value) VALUES ('schema_version', ?1) "
    "ON CONFLICT (key) DO UPDATE SET value = excluded.value";
  g_autoptr(sqlite3_stmt) stmt = rutter_db_prepare (db, insert, error);
  g_autofree char *text = g_strdup_printf ("%d", version);

  if (stmt == NULL)
    return FALSE;

  rutter_db_bind_text (stmt, 1, text);
  return rutter_db_run (stmt, error);
}

/* In a transaction; @data is the version to reach. Another Rutter may have got there first. */
static gboolean
migrate_one (sqlite3   *db,
             gpointer   data,
             GError   **error)
{
  g_autofree char *ids = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                                          RUTTER_SCHEMA_APPLICATION_ID,
                                          RUTTER_SCHEMA_GEOPACKAGE_VERSION);
  int version = GPOINTER_TO_INT (data);
  int reached;

  if (!rutter_schema_get_version (db, &reached, error))
    return FALSE;
  if (reached >= version)
    return TRUE;

  return migrations[version - 1](db, error) && write_version (db, version, error) &&
         rutter_db_exec (db, ids, error);
}

/**
 * rutter_schema_create:
 * @db: an empty database
 *
 * Makes an empty, valid catalogue of the newest version. Afterwards the schema is our own word for
 * word, so it is trusted on this connection and rows can be written at once.
 *
 * Returns: %FALSE with %RUTTER_ERROR_FOREIGN when the database is not empty, or with what
 *   SQLite said
 */
gboolean
rutter_schema_create (sqlite3  *db,
                      GError  **error)
{
  gint64 n_tables;

  g_return_val_if_fail (db != NULL, FALSE);

  if (!rutter_db_query_int64 (db, "SELECT count(*) FROM sqlite_schema", &n_tables, error))
    return FALSE;

  if (n_tables != 0)
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_FOREIGN,
                   _("The file “%s” holds tables already, so no catalogue can be made in it."),
                   sqlite3_db_filename (db, "main"));
      return FALSE;
    }

  return rutter_schema_migrate (db, RUTTER_SCHEMA_VERSION, error) &&
         rutter_schema_trust (db, error);
}

/* The true bounds of every feature table, and the time of the change, into gpkg_contents. */
static gboolean
update_contents (sqlite3   *db,
                 gpointer   data,
                 GError   **error)
{
  static const char update[] =
    "UPDATE gpkg_contents SET (min_x, max_x, min_y, max_y) = "
    "(SELECT min(ST_MinX(geom)), max(ST_MaxX(geom)), min(ST_MinY(geom)), max(ST_MaxY(geom)) "
    "FROM %s), last_change = strftime('%%Y-%%m-%%dT%%H:%%M:%%fZ', 'now') WHERE table_name = '%s'";

  for (guint i = 0; i < G_N_ELEMENTS (feature_tables); i++)
    {
      g_autofree char *sql = g_strdup_printf (update, feature_tables[i].table,
                                              feature_tables[i].table);

      if (!rutter_db_exec (db, sql, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * rutter_schema_finish:
 *
 * To be called when much has been written: brings the extents that other programs read up to date
 * and gives the query planner its figures.
 */
gboolean
rutter_schema_finish (sqlite3  *db,
                      GError  **error)
{
  g_return_val_if_fail (db != NULL, FALSE);

  return rutter_db_transact (db, update_contents, NULL, error) &&
         rutter_db_exec (db, "ANALYZE", error);
}

/**
 * rutter_schema_get_version:
 * @version: (out): 0 when the file is no catalogue of ours
 *
 * Returns: %FALSE with %RUTTER_ERROR_CORRUPT when the number makes no sense
 */
gboolean
rutter_schema_get_version (sqlite3  *db,
                           int      *version,
                           GError  **error)
{
  static const char has_table[] =
    "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'rutter_meta' "
    "AND rootpage > 0";
  g_autofree char *text = NULL;
  gint64 n_tables;
  guint64 number;

  g_return_val_if_fail (db != NULL, FALSE);

  *version = 0;
  if (!rutter_db_query_int64 (db, has_table, &n_tables, error))
    return FALSE;
  if (n_tables == 0)
    return TRUE;

  text = rutter_db_query_text (db, "SELECT value FROM rutter_meta WHERE key = 'schema_version'",
                               error);
  if (text == NULL)
    return FALSE;

  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT, &number, NULL))
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_CORRUPT,
                   _("The file “%s” is damaged: it does not say which version of a catalogue it "
                     "is."),
                   sqlite3_db_filename (db, "main"));
      return FALSE;
    }

  *version = (int)number;
  return TRUE;
}

static gboolean
refuse_newer (sqlite3  *db,
              int       version,
              GError  **error)
{
  g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_FOREIGN,
               _("The catalogue “%s” was made by a newer Rutter (version %d of the tables; this "
                 "program knows up to %d): update Rutter to open it."),
               sqlite3_db_filename (db, "main"), version, RUTTER_SCHEMA_VERSION);
  return FALSE;
}

/* A view or virtual table in the place of one of our tables would run what the file says. */
static gboolean
has_plain_table (sqlite3     *db,
                 const char  *table,
                 GError     **error)
{
  static const char query[] =
    "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = '%s' AND rootpage > 0";
  g_autofree char *sql = g_strdup_printf (query, table);
  gint64 n_tables;

  if (!rutter_db_query_int64 (db, sql, &n_tables, error))
    return FALSE;
  if (n_tables == 1)
    return TRUE;

  g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_CORRUPT,
               _("The catalogue “%s” does not hold what every catalogue holds: there is no table "
                 "%s."),
               sqlite3_db_filename (db, "main"), table);
  return FALSE;
}

/* A generated column would be computed, by whatever the file says, for each row that is read. */
static gboolean
has_plain_columns (sqlite3  *db,
                   GError  **error)
{
  static const char query[] =
    "SELECT count(*) FROM sqlite_schema s, pragma_table_xinfo (s.name) c "
    "WHERE s.type = 'table' AND s.rootpage > 0 AND c.hidden IN (2, 3)";
  gint64 n_columns;

  if (!rutter_db_query_int64 (db, query, &n_columns, error))
    return FALSE;
  if (n_columns == 0)
    return TRUE;

  g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_FOREIGN,
               _("The catalogue “%s” is not opened, because it has a computed column, which no "
                 "catalogue needs: remove the column with the program that made it."),
               sqlite3_db_filename (db, "main"));
  return FALSE;
}

/**
 * rutter_schema_demand_own:
 *
 * Whether the file is a catalogue that this program can read. Reads the schema alone.
 *
 * Returns: %FALSE with %RUTTER_ERROR_FOREIGN for a database of another program or of a newer
 *   version, with %RUTTER_ERROR_CORRUPT when a table is missing
 */
gboolean
rutter_schema_demand_own (sqlite3  *db,
                          GError  **error)
{
  gint64 application_id;
  int version;

  g_return_val_if_fail (db != NULL, FALSE);

  if (!rutter_schema_get_version (db, &version, error) ||
      !rutter_db_query_int64 (db, "PRAGMA application_id", &application_id, error))
    return FALSE;

  if (version > RUTTER_SCHEMA_VERSION)
    return refuse_newer (db, version, error);

  if (version == 0)
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_FOREIGN,
                   application_id == RUTTER_SCHEMA_APPLICATION_ID
                   ? _("The file “%s” is a GeoPackage, but not a Rutter catalogue.")
                   : _("The file “%s” is an SQLite database, but not a Rutter catalogue."),
                   sqlite3_db_filename (db, "main"));
      return FALSE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (feature_tables); i++)
    if (!has_plain_table (db, feature_tables[i].table, error))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (attribute_tables); i++)
    if (attribute_tables[i].version <= version &&
        !has_plain_table (db, attribute_tables[i].table, error))
      return FALSE;

  return has_plain_columns (db, error);
}

/**
 * rutter_schema_migrate:
 * @db: an empty database or a catalogue
 * @to_version: 1 to %RUTTER_SCHEMA_VERSION
 *
 * Takes the file to a version, one transaction each, so that it is always of one version wholly.
 * A file that is already of that version or a later one stays as it is.
 *
 * Returns: %FALSE with %RUTTER_ERROR_FOREIGN when the file is of a newer version than this program
 */
gboolean
rutter_schema_migrate (sqlite3  *db,
                       int       to_version,
                       GError  **error)
{
  int version;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (to_version >= 1 && to_version <= RUTTER_SCHEMA_VERSION, FALSE);

  if (!rutter_schema_get_version (db, &version, error))
    return FALSE;

  if (version > RUTTER_SCHEMA_VERSION)
    return refuse_newer (db, version, error);

  while (version < to_version)
    if (!rutter_db_transact (db, migrate_one, GINT_TO_POINTER (++version), error))
      return FALSE;

  return TRUE;
}
