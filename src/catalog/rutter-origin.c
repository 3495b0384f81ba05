/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-origin.h"

#include "rutter-statement.h"

#include <string.h>

/* In the order in which rows can be written: what is referred to comes first. */
const RutterUnitTable rutter_unit_tables[] = {
  { "object", RUTTER_REGISTRY_OBJECT, "id" },
  { "layer", RUTTER_REGISTRY_LAYER, "id" },
  { "place", RUTTER_REGISTRY_OBJECT, "id" },
  { "source", RUTTER_REGISTRY_OBJECT, "id" },
  { "party", RUTTER_REGISTRY_OBJECT, "id" },
  { "vessel", RUTTER_REGISTRY_OBJECT, "id" },
  { "route", RUTTER_REGISTRY_OBJECT, "id" },
  { "event", RUTTER_REGISTRY_OBJECT, "id" },
  { "hub", RUTTER_REGISTRY_OBJECT, "id" },
  { "relation", RUTTER_REGISTRY_OBJECT, "id" },
  { "topic", RUTTER_REGISTRY_OBJECT, "id" },
  { "link", RUTTER_REGISTRY_OBJECT, "id" },
  { "regime", RUTTER_REGISTRY_OBJECT, "id" },
  { "listing", RUTTER_REGISTRY_OBJECT, "id" },
  { "transfer", RUTTER_REGISTRY_OBJECT, "id" },
  { "vessel_name", RUTTER_REGISTRY_OBJECT, "vessel_id" },
  { "vessel_flag", RUTTER_REGISTRY_OBJECT, "vessel_id" },
  { "identifier", RUTTER_REGISTRY_OBJECT, "object_id" },
  { "participant", RUTTER_REGISTRY_OBJECT, "object_id" },
  { "layer_member", RUTTER_REGISTRY_OBJECT, "object_id" },
  { "claim", RUTTER_REGISTRY_CLAIM, "id" },
  { "claim_object", RUTTER_REGISTRY_CLAIM, "claim_id" },
  { "citation", RUTTER_REGISTRY_CLAIM, "claim_id" },
  { "denial", RUTTER_REGISTRY_CLAIM, "claim_id" },
  { "contradiction", RUTTER_REGISTRY_CLAIM, "claim_id" },
};
const guint rutter_n_unit_tables = G_N_ELEMENTS (rutter_unit_tables);

/* A unit while its rows are read. */
typedef struct
{
  RutterRegistry  registry;
  GChecksum      *sum;
} Reading;

static void
free_reading (gpointer data)
{
  Reading *reading = data;

  g_checksum_free (reading->sum);
  g_free (reading);
}

static void
free_unit (gpointer data)
{
  RutterUnit *unit = data;

  g_free (unit->digest);
  g_free (unit);
}

/* The table of all units of a kind, with the columns id and uid. */
const char *
rutter_registry_get_table (RutterRegistry registry)
{
  static const char *const tables[] = { "object", "layer", "claim" };

  return tables[registry];
}

static void
clear_column (gpointer data)
{
  RutterUnitColumn *column = data;

  g_free ((char *)column->name);
}

/* Typed tables share their ids with the registry of objects. */
static RutterRegistry
find_registry (const char *table)
{
  if (g_str_equal (table, "claim"))
    return RUTTER_REGISTRY_CLAIM;
  if (g_str_equal (table, "layer"))
    return RUTTER_REGISTRY_LAYER;

  return RUTTER_REGISTRY_OBJECT;
}

/**
 * rutter_unit_table_get_columns:
 *
 * Returns: (transfer full) (element-type RutterUnitColumn): the columns that say something: neither
 *   the row's id nor whose it is
 */
GArray *
rutter_unit_table_get_columns (const RutterUnitTable  *self,
                               sqlite3                *db,
                               GError                **error)
{
  static const char query[] =
    "SELECT c.name, f.\"table\" FROM pragma_table_info (?1) c "
    "LEFT JOIN pragma_foreign_key_list (?1) f ON f.\"from\" = c.name ORDER BY c.cid";
  g_autoptr(GArray) columns = g_array_new (FALSE, FALSE, sizeof (RutterUnitColumn));
  g_autoptr(sqlite3_stmt) stmt = rutter_db_prepare (db, query, error);
  gboolean has_row = TRUE;

  g_array_set_clear_func (columns, clear_column);
  if (stmt == NULL)
    return NULL;

  rutter_db_bind_text (stmt, 1, self->table);
  while (has_row)
    {
      const char *name;
      const char *target;
      RutterUnitColumn column;

      if (!rutter_db_step (stmt, &has_row, error))
        return NULL;

      name = has_row ? rutter_db_column_text (stmt, 0) : NULL;
      if (name == NULL || g_str_equal (name, "id") || g_str_equal (name, self->owner))
        continue;

      target = rutter_db_column_text (stmt, 1);
      column.name = g_strdup (name);
      column.is_reference = target != NULL;
      column.registry = target != NULL ? find_registry (target) : RUTTER_REGISTRY_OBJECT;
      g_array_append_val (columns, column);
    }

  return g_steal_pointer (&columns);
}

/* One text a row, in which references are uids, because ids differ from file to file. */
static char *
make_digest_query (const RutterUnitTable *table,
                   const GArray          *columns,
                   const char            *schema)
{
  g_autoptr(GString) sql = g_string_new ("SELECT u.uid, ''");

  for (guint i = 0; i < columns->len; i++)
    {
      const RutterUnitColumn *column = &g_array_index (columns, RutterUnitColumn, i);

      if (column->is_reference)
        g_string_append_printf (sql, " || ',' || quote ((SELECT r.uid FROM %s.%s r "
                                "WHERE r.id = t.%s))", schema,
                                rutter_registry_get_table (column->registry), column->name);
      else
        g_string_append_printf (sql, " || ',' || quote (t.%s)", column->name);
    }

  g_string_append_printf (sql, " FROM %s.%s t JOIN %s.%s u ON u.id = t.%s ORDER BY 1, 2", schema,
                          table->table, schema, rutter_registry_get_table (table->registry),
                          table->owner);
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static void
add_row (GHashTable            *readings,
         const RutterUnitTable *table,
         const char            *uid,
         const char            *row)
{
  Reading *reading = g_hash_table_lookup (readings, uid);

  if (reading == NULL)
    {
      reading = g_new0 (Reading, 1);
      reading->registry = table->registry;
      reading->sum = g_checksum_new (G_CHECKSUM_SHA256);
      g_hash_table_insert (readings, g_strdup (uid), reading);
    }

  g_checksum_update (reading->sum, (const guchar *)table->table, -1);
  g_checksum_update (reading->sum, (const guchar *)row, (gssize)strlen (row) + 1);
}

static gboolean
read_table (GHashTable             *readings,
            const RutterUnitTable  *table,
            sqlite3                *db,
            const char             *schema,
            GError                **error)
{
  g_autoptr(GArray) columns = rutter_unit_table_get_columns (table, db, error);
  g_autoptr(sqlite3_stmt) stmt = NULL;
  g_autofree char *sql = NULL;
  gboolean has_row;

  if (columns == NULL)
    return FALSE;

  sql = make_digest_query (table, columns, schema);
  stmt = rutter_db_prepare (db, sql, error);
  if (stmt == NULL || !rutter_db_step (stmt, &has_row, error))
    return FALSE;

  while (has_row)
    {
      const char *uid = rutter_db_column_text (stmt, 0);
      const char *row = rutter_db_column_text (stmt, 1);

      if (uid != NULL)
        add_row (readings, table, uid, row != NULL ? row : "");
      if (!rutter_db_step (stmt, &has_row, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * rutter_origin_digest_units:
 * @schema: "main", or the name under which another catalogue is attached
 *
 * Returns: (transfer full) (element-type utf8 RutterUnit): all units by uid
 */
GHashTable *
rutter_origin_digest_units (sqlite3     *db,
                            const char  *schema,
                            GError     **error)
{
  g_autoptr(GHashTable) readings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                          free_reading);
  g_autoptr(GHashTable) units = NULL;
  GHashTableIter iter;
  gpointer uid;
  gpointer value;

  g_return_val_if_fail (db != NULL, NULL);

  for (guint i = 0; i < rutter_n_unit_tables; i++)
    if (!read_table (readings, &rutter_unit_tables[i], db, schema, error))
      return NULL;

  units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_unit);
  g_hash_table_iter_init (&iter, readings);
  while (g_hash_table_iter_next (&iter, &uid, &value))
    {
      const Reading *reading = value;
      RutterUnit *unit = g_new0 (RutterUnit, 1);

      unit->registry = reading->registry;
      unit->digest = g_strdup (g_checksum_get_string (reading->sum));
      g_hash_table_insert (units, g_strdup (uid), unit);
    }

  return g_steal_pointer (&units);
}

static gboolean
write_meta (sqlite3     *db,
            const char  *key,
            const char  *value,
            GError     **error)
{
  g_autoptr(sqlite3_stmt) stmt = rutter_db_prepare (
    db, "INSERT INTO rutter_meta (key, value) VALUES (?1, ?2)", error);

  if (stmt == NULL)
    return FALSE;

  rutter_db_bind_text (stmt, 1, key);
  rutter_db_bind_text (stmt, 2, value);
  return rutter_db_run (stmt, error);
}

/**
 * rutter_origin_write:
 * @db: a starter catalogue with all its rows, in a transaction
 * @edition: greater than that of every starter of before with other facts
 *
 * Notes what every unit says, and under "starter_content" a digest of all together, so that a copy
 * of this catalogue can tell later what of it was changed.
 */
gboolean
rutter_origin_write (sqlite3  *db,
                     int       edition,
                     GError  **error)
{
  static const char insert[] = "INSERT INTO origin (uid, digest) VALUES (?1, ?2)";
  g_autoptr(GHashTable) units = rutter_origin_digest_units (db, "main", error);
  g_autoptr(GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr(sqlite3_stmt) stmt = units != NULL ? rutter_db_prepare (db, insert, error) : NULL;
  g_autofree char *edition_text = g_strdup_printf ("%d", edition);
  g_autoptr(GList) uids = NULL;

  if (stmt == NULL)
    return FALSE;

  uids = g_list_sort (g_hash_table_get_keys (units), (GCompareFunc)strcmp);
  for (GList *l = uids; l != NULL; l = l->next)
    {
      const RutterUnit *unit = g_hash_table_lookup (units, l->data);

      g_checksum_update (sum, (const guchar *)unit->digest, -1);
      rutter_db_bind_text (stmt, 1, l->data);
      rutter_db_bind_text (stmt, 2, unit->digest);
      if (!rutter_db_run (stmt, error))
        return FALSE;
    }

  return write_meta (db, "starter_edition", edition_text, error) &&
         write_meta (db, "starter_content", g_checksum_get_string (sum), error);
}
