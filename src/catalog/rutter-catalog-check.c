/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-catalog-check.h"

#include "rutter-catalog-file.h"
#include "rutter-edtf.h"
#include "rutter-identifier.h"
#include "rutter-mid.h"
#include "rutter-records-loader.h"
#include "rutter-schema-trust.h"
#include "rutter-schema.h"
#include "rutter-statement.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/* A file that is wrong all over needs no longer list to be told so. */
#define MAX_FINDINGS 10000

typedef struct
{
  sqlite3   *db;
  GPtrArray *findings;
} Check;

/* A rule that SQL alone can hold: each row found breaks it. The columns are the uid and, when the
 * sentence has a place for it, a value.
 */
typedef struct
{
  RutterSeverity  severity;
  const char     *sql;
  const char     *sentence; /* with one %s when the query has a value */
} Rule;

static const Rule rules[] = {
  { RUTTER_SEVERITY_ERROR, "SELECT uid FROM object WHERE trim (title) = ''",
    N_("The title is empty.") },
  { RUTTER_SEVERITY_ERROR,
    "SELECT uid, kind FROM object WHERE substr (uid, 1, length (kind) + 1) <> kind || ':'",
    N_("The uid does not begin with the kind, which is %s.") },
  { RUTTER_SEVERITY_ERROR,
    "SELECT uid FROM object WHERE kind NOT IN ('source', 'relation', 'topic') "
    "AND id NOT IN (SELECT object_id FROM claim) ORDER BY id",
    N_("No claim says anything about it.") },
  { RUTTER_SEVERITY_ERROR,
    "SELECT uid FROM object WHERE kind IN ('relation', 'topic') "
    "AND id NOT IN (SELECT object_id FROM claim UNION SELECT object_id FROM claim_object) "
    "ORDER BY id",
    N_("No claim hangs on it.") },
  { RUTTER_SEVERITY_ERROR,
    "SELECT uid FROM claim WHERE id NOT IN (SELECT claim_id FROM citation) ORDER BY id",
    N_("The claim has no citation.") },
  { RUTTER_SEVERITY_ERROR, "SELECT uid FROM claim WHERE trim (statement) = ''",
    N_("The claim says nothing.") },
  { RUTTER_SEVERITY_WARNING,
    "SELECT o.uid, i.value FROM identifier i JOIN object o ON o.id = i.object_id "
    "JOIN identifier j ON j.scheme = i.scheme AND j.value = i.value AND j.object_id <> i.object_id "
    "WHERE i.scheme = 'imo' AND i.valid = 'valid' AND j.valid = 'valid' GROUP BY i.id",
    N_("Another vessel has the same IMO number, %s.") },
  { RUTTER_SEVERITY_ERROR,
    "SELECT NULL, t.table_name FROM (SELECT 'place' AS table_name UNION SELECT 'route' UNION "
    "SELECT 'event' UNION SELECT 'hub') t LEFT JOIN gpkg_contents c USING (table_name) "
    "LEFT JOIN gpkg_geometry_columns g USING (table_name) "
    "LEFT JOIN gpkg_extensions e ON e.table_name = t.table_name "
    "AND e.extension_name = 'gpkg_rtree_index' "
    "WHERE c.data_type IS NOT 'features' OR c.srs_id IS NOT 4326 OR g.srs_id IS NOT 4326 "
    "OR g.column_name IS NOT 'geom' OR e.column_name IS NOT 'geom'",
    N_("As a GeoPackage the file does not describe its feature table %s.") },
  { RUTTER_SEVERITY_ERROR,
    "SELECT NULL, name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'gpkg\\_%' "
    "ESCAPE '\\' AND name NOT LIKE 'rtree\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' "
    "ESCAPE '\\' AND name NOT IN (SELECT table_name FROM gpkg_contents)",
    N_("As a GeoPackage the file does not list its table %s.") },
  { RUTTER_SEVERITY_ERROR,
    "SELECT NULL, count(*) FROM gpkg_spatial_ref_sys WHERE srs_id IN (-1, 0, 4326) "
    "HAVING count(*) <> 3",
    N_("As a GeoPackage the file must name three reference systems, and names %s.") },
};

/* Where dates stand, with the uid that a reader would look up. */
static const char *const dated_queries[] = {
  "SELECT o.uid, t.edtf, t.earliest, t.latest FROM route t JOIN object o USING (id)",
  "SELECT o.uid, t.edtf, t.earliest, t.latest FROM event t JOIN object o USING (id)",
  "SELECT o.uid, t.edtf, t.earliest, t.latest FROM hub t JOIN object o USING (id)",
  "SELECT o.uid, t.edtf, t.earliest, t.latest FROM link t JOIN object o USING (id)",
  "SELECT o.uid, t.edtf, t.earliest, t.latest FROM regime t JOIN object o USING (id)",
  "SELECT o.uid, t.edtf, t.earliest, t.latest FROM listing t JOIN object o USING (id)",
  "SELECT o.uid, t.edtf, t.earliest, t.latest FROM transfer t JOIN object o USING (id)",
  "SELECT o.uid, t.edtf, t.earliest, t.latest FROM vessel_name t JOIN object o ON o.id = vessel_id",
  "SELECT o.uid, t.edtf, t.earliest, t.latest FROM vessel_flag t JOIN object o ON o.id = vessel_id",
  "SELECT uid, edtf, earliest, latest FROM claim",
};

static const char *const feature_tables[] = { "place", "route", "event", "hub" };

static void
add_finding (Check          *self,
             RutterSeverity  severity,
             const char     *uid,
             const char     *format,
             ...) G_GNUC_PRINTF (4, 5);

static void
add_finding (Check          *self,
             RutterSeverity  severity,
             const char     *uid,
             const char     *format,
             ...)
{
  g_autofree char *sentence = NULL;
  RutterFinding *finding;
  va_list arguments;

  if (self->findings->len == MAX_FINDINGS)
    return;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  finding = g_new0 (RutterFinding, 1);
  finding->severity = severity;
  finding->uid = uid != NULL ? g_utf8_make_valid (uid, -1) : NULL;
  finding->sentence = g_utf8_make_valid (sentence, -1);
  g_ptr_array_add (self->findings, finding);
}

static gboolean
check_rule (Check       *self,
            const Rule  *rule,
            GError     **error)
{
  g_autoptr(sqlite3_stmt) stmt = rutter_db_prepare (self->db, rule->sql, error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  for (;;)
    {
      const char *uid;
      const char *value;

      if (!rutter_db_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;

      uid = rutter_db_column_text (stmt, 0);
      value = sqlite3_column_count (stmt) > 1 ? rutter_db_column_text (stmt, 1) : NULL;
      add_finding (self, rule->severity, uid, _(rule->sentence), value != NULL ? value : "");
    }
}

/* The columns of the pragma: table, rowid, table referred to, number of the key. */
static gboolean
check_references (Check   *self,
                  GError **error)
{
  g_autoptr(sqlite3_stmt) stmt = rutter_db_prepare (self->db, "PRAGMA foreign_key_check", error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  for (;;)
    {
      if (!rutter_db_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;

      add_finding (self, RUTTER_SEVERITY_ERROR, NULL,
                   _("Row %" PRId64 " of the table %s refers to a row of the table %s that is not "
                     "there."), (gint64)sqlite3_column_int64 (stmt, 1),
                   (const char *)sqlite3_column_text (stmt, 0),
                   (const char *)sqlite3_column_text (stmt, 2));
    }
}

/* Every geometry is in the R-tree, nothing else is, and the tree is whole. */
static gboolean
check_spatial_index (Check       *self,
                     const char  *table,
                     GError     **error)
{
  static const char count[] =
    "SELECT (SELECT count(*) FROM %s t WHERE geom NOT NULL AND NOT EXISTS "
    "(SELECT 1 FROM rtree_%s_geom r WHERE r.id = t.id)) + (SELECT count(*) FROM rtree_%s_geom r "
    "WHERE NOT EXISTS (SELECT 1 FROM %s t WHERE t.id = r.id AND t.geom NOT NULL))";
  g_autofree char *sql = g_strdup_printf (count, table, table, table, table);
  g_autofree char *tree_sql = g_strdup_printf ("SELECT rtreecheck ('rtree_%s_geom')", table);
  g_autofree char *verdict = NULL;
  gint64 n_wrong;

  if (!rutter_db_query_int64 (self->db, sql, &n_wrong, error) ||
      (verdict = rutter_db_query_text (self->db, tree_sql, error)) == NULL)
    return FALSE;

  if (n_wrong > 0 || strcmp (verdict, "ok") != 0)
    add_finding (self, RUTTER_SEVERITY_ERROR, NULL,
                 _("The spatial index of the table %s does not fit its rows (%" PRId64
                   " differ; %s)."), table, n_wrong, verdict);

  return TRUE;
}

static gboolean
check_identity (Check   *self,
                GError **error)
{
  g_autoptr(GError) local_error = NULL;
  gint64 application_id;
  gint64 user_version;

  if (!rutter_db_query_int64 (self->db, "PRAGMA application_id", &application_id, error) ||
      !rutter_db_query_int64 (self->db, "PRAGMA user_version", &user_version, error))
    return FALSE;

  if (application_id != RUTTER_SCHEMA_APPLICATION_ID ||
      user_version != RUTTER_SCHEMA_GEOPACKAGE_VERSION)
    add_finding (self, RUTTER_SEVERITY_ERROR, NULL,
                 _("The file does not say that it is a GeoPackage of version 1.3."));

  if (!rutter_schema_compare (self->db, &local_error))
    add_finding (self, RUTTER_SEVERITY_WARNING, NULL, "%s", local_error->message);

  return TRUE;
}

typedef void (*RowFunc) (Check        *self,
                         sqlite3_stmt *stmt);

/* Hands each row of a query to @func. */
static gboolean
check_rows (Check       *self,
            const char  *query,
            RowFunc      func,
            GError     **error)
{
  g_autoptr(sqlite3_stmt) stmt = rutter_db_prepare (self->db, query, error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  for (;;)
    {
      if (!rutter_db_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;

      func (self, stmt);
    }
}

/* A date that cannot be read at all is among what the loader passes over. */
static void
check_date (Check        *self,
            sqlite3_stmt *stmt)
{
  const char *edtf = rutter_db_column_text (stmt, 1);
  RutterSpan span;

  if (!rutter_edtf_parse (edtf, &span, NULL))
    return;

  if (span.earliest != sqlite3_column_int64 (stmt, 2) ||
      span.latest != sqlite3_column_int64 (stmt, 3))
    add_finding (self, RUTTER_SEVERITY_ERROR, rutter_db_column_text (stmt, 0),
                 edtf != NULL
                 ? _("The day numbers beside the date %s are not those of the date.")
                 : _("There are day numbers beside a date that is not known."), edtf);
}

static gboolean
check_dates (Check       *self,
             const char  *query,
             GError     **error)
{
  return check_rows (self, query, check_date, error);
}

/* A number that fails its check may stand in a list as printed; saying that it passes is wrong. */
static void
check_identifier (Check        *self,
                  sqlite3_stmt *stmt)
{
  static const char *const words[] = {
    [RUTTER_CHECK_UNCHECKED] = "unchecked",
    [RUTTER_CHECK_VALID] = "valid",
    [RUTTER_CHECK_INVALID] = "invalid",
  };
  const char *uid = rutter_db_column_text (stmt, 0);
  const char *scheme = rutter_db_column_text (stmt, 1);
  const char *value = rutter_db_column_text (stmt, 2);
  const char *stored = rutter_db_column_text (stmt, 3);
  RutterCheck check;

  if (scheme == NULL || value == NULL)
    {
      add_finding (self, RUTTER_SEVERITY_ERROR, uid,
                   _("It has an identifier without scheme or value."));
      return;
    }

  check = rutter_identifier_check (scheme, value);
  if (g_strcmp0 (stored, words[check]) != 0)
    add_finding (self, RUTTER_SEVERITY_ERROR, uid,
                 _("The identifier %s %s is kept as “%s”, but is “%s”."), scheme, value,
                 stored != NULL ? stored : "", words[check]);
  else if (check == RUTTER_CHECK_INVALID)
    add_finding (self, RUTTER_SEVERITY_WARNING, uid,
                 _("The identifier %s %s fails its check; it is kept as printed and never used to "
                   "match."), scheme, value);
}

static gboolean
check_identifiers (Check   *self,
                   GError **error)
{
  static const char query[] =
    "SELECT o.uid, i.scheme, i.value, i.valid FROM identifier i JOIN object o ON o.id = object_id "
    "UNION ALL SELECT o.uid, 'locode', unlocode, 'valid' FROM place JOIN object o USING (id) "
    "WHERE unlocode NOT NULL";

  return check_rows (self, query, check_identifier, error);
}

/* Where the radio is registered need not be where the ship is, but a reader should look. */
static void
check_mmsi (Check        *self,
            sqlite3_stmt *stmt)
{
  const char *value = rutter_db_column_text (stmt, 1);
  g_auto(GStrv) flags = g_strsplit (rutter_db_column_text (stmt, 2), " ", 0);
  guint mid = (guint)(g_ascii_strtoull (value, NULL, 10) / 1000000);
  g_autofree char *territory = rutter_mid_dup_name (mid);

  for (guint i = 0; flags[i] != NULL; i++)
    if (rutter_mid_is_of (mid, flags[i]))
      return;

  if (territory != NULL)
    add_finding (self, RUTTER_SEVERITY_WARNING, rutter_db_column_text (stmt, 0),
                 _("The MMSI %s was given out by %s, which is none of the flags that are kept for "
                   "the vessel."), value, territory);
  else
    add_finding (self, RUTTER_SEVERITY_WARNING, rutter_db_column_text (stmt, 0),
                 _("The MMSI %s begins with digits that no state has."), value);
}

/* Neither has dates that go together: any flag of the vessel's will do. */
static gboolean
check_mmsis (Check   *self,
             GError **error)
{
  static const char query[] =
    "SELECT o.uid, i.value, group_concat (f.flag, ' ') FROM identifier i "
    "JOIN object o ON o.id = i.object_id JOIN vessel_flag f ON f.vessel_id = o.id "
    "WHERE i.scheme = 'mmsi' AND i.valid = 'valid' GROUP BY i.id ORDER BY i.id";

  return check_rows (self, query, check_mmsi, error);
}

/* What would be missing from the map, because its geometry, words, date or references are bad. */
static gboolean
check_loading (Check   *self,
               GError **error)
{
  g_autoptr(RutterRecords) records = rutter_records_load (self->db, error);
  GPtrArray *warnings;

  if (records == NULL)
    return FALSE;

  warnings = rutter_records_get_warnings (records);
  for (guint i = 0; i < warnings->len; i++)
    add_finding (self, RUTTER_SEVERITY_ERROR, NULL, "%s",
                 (const char *)g_ptr_array_index (warnings, i));

  return TRUE;
}

static gboolean
check_all (Check   *self,
           GError **error)
{
  if (!check_identity (self, error) || !check_references (self, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (!check_rule (self, &rules[i], error))
      return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (dated_queries); i++)
    if (!check_dates (self, dated_queries[i], error))
      return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (feature_tables); i++)
    if (!check_spatial_index (self, feature_tables[i], error))
      return FALSE;

  return check_identifiers (self, error) && check_mmsis (self, error) &&
         check_loading (self, error);
}

void
rutter_finding_free (RutterFinding *self)
{
  if (self == NULL)
    return;

  g_free (self->uid);
  g_free (self->sentence);
  g_free (self);
}

/**
 * rutter_catalog_check:
 *
 * Holds a catalogue against every rule of ours. The file is opened as a foreign one and not
 * changed. Blocks.
 *
 * Returns: (transfer container) (element-type RutterFinding): what was found, at most 10,000; empty
 *   for a sound catalogue. %NULL with the errors of rutter_catalog_load() when it is no catalogue
 *   or too damaged to be read
 */
GPtrArray *
rutter_catalog_check (const char  *path,
                      GError     **error)
{
  g_autoptr(RutterConnection) connection = NULL;
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GError) local_error = NULL;
  Check self;

  g_return_val_if_fail (path != NULL, NULL);

  connection = rutter_catalog_file_open_foreign (path, error);
  if (connection == NULL)
    return NULL;

  findings = g_ptr_array_new_with_free_func ((GDestroyNotify)rutter_finding_free);
  self = (Check) { rutter_connection_get_db (connection), findings };

  if (check_all (&self, &local_error))
    return g_steal_pointer (&findings);

  rutter_connection_name_file (connection, local_error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}
