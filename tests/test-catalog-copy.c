/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "catalog-folder.h"
#include "rutter-catalog-check.h"
#include "rutter-catalog-copy.h"
#include "rutter-catalog-file.h"
#include "rutter-catalog.h"
#include "rutter-error.h"
#include "rutter-schema.h"
#include "rutter-statement.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
get_path (const char *name)
{
  return g_build_filename (catalog_folder_get_path (), name, NULL);
}

/* The names in the folder, each followed by a line break. */
static char *
list_names (void)
{
  g_autofree char *text = catalog_folder_describe ();
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  GString *names = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    g_string_append_printf (names, "%.*s\n", (int)(strchr (lines[i], ' ') - lines[i]), lines[i]);
  return g_string_free (names, FALSE);
}

static gint64
query (const char *path,
       const char *sql)
{
  g_autoptr(sqlite3) db = NULL;
  g_autoptr(GError) error = NULL;
  gint64 value;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_true (rutter_db_query_int64 (db, sql, &value, &error));
  return value;
}

/* A file of version 1 is brought to the newest, and kept beside as it was. */
static void
test_migration (void)
{
  g_autofree char *path = catalog_folder_make_version ("own.gpkg", 1);
  g_autofree char *before = NULL;
  g_autofree char *names = NULL;
  g_auto(GStrv) lines = NULL;
  g_autofree char *kept_path = NULL;
  g_autoptr(RutterRecords) records = NULL;
  g_autoptr(RutterRecords) kept_records = NULL;
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (query (path, "SELECT value FROM rutter_meta WHERE key = 'schema_version'"),
                   ==, 1);
  g_assert_cmpint (query (path, "SELECT count(*) FROM sqlite_schema WHERE name = 'view'"), ==, 0);

  /* To read only it stays what it is. */
  before = catalog_folder_describe ();
  records = rutter_catalog_load (path, RUTTER_CATALOG_FOREIGN, &error);
  g_assert_no_error (error);
  names = catalog_folder_describe ();
  g_assert_cmpstr (names, ==, before);
  g_clear_pointer (&names, g_free);
  g_clear_pointer (&records, rutter_records_unref);

  records = rutter_catalog_load (path, RUTTER_CATALOG_OWN, &error);
  g_assert_no_error (error);
  g_assert_nonnull (rutter_records_find_claim (records, "C001"));
  g_assert_cmpint (query (path, "SELECT value FROM rutter_meta WHERE key = 'schema_version'"),
                   ==, RUTTER_SCHEMA_VERSION);
  g_assert_cmpint (query (path, "SELECT count(*) FROM gpkg_contents "
                                "WHERE table_name IN ('view', 'view_layer', 'origin')"), ==, 3);

  names = list_names ();
  lines = g_strsplit (names, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_cmpstr (lines[0], ==, "own.gpkg");
  g_assert_true (g_str_has_prefix (lines[1], "own.gpkg.version-1-20"));
  kept_path = get_path (lines[1]);
  g_assert_cmpint (query (kept_path, "SELECT value FROM rutter_meta WHERE key = "
                                     "'schema_version'"), ==, 1);
  kept_records = rutter_catalog_load (kept_path, RUTTER_CATALOG_FOREIGN, &error);
  g_assert_no_error (error);

  /* Once is enough. */
  g_clear_pointer (&records, rutter_records_unref);
  records = rutter_catalog_load (path, RUTTER_CATALOG_OWN, &error);
  g_assert_no_error (error);
  g_clear_pointer (&lines, g_strfreev);
  g_free (names);
  names = list_names ();
  lines = g_strsplit (names, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);

  findings = rutter_catalog_check (path, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_assert_null (strstr (((RutterFinding *)g_ptr_array_index (findings, i))->sentence,
                           "GeoPackage"));
  catalog_folder_empty ();
}

/* A trigger of others would run on the way, so the file is refused and not changed. */
static void
test_hostile_migration (void)
{
  g_autofree char *path = catalog_folder_make_version ("own.gpkg", 1);
  g_autoptr(sqlite3) db = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "CREATE TRIGGER spy AFTER INSERT ON gpkg_contents BEGIN "
                                     "DELETE FROM claim; END", NULL, NULL, NULL), ==, SQLITE_OK);
  g_clear_pointer (&db, sqlite3_close_v2);
  before = catalog_folder_describe ();
  g_assert_null (rutter_catalog_load (path, RUTTER_CATALOG_OWN, &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_FOREIGN);
  after = catalog_folder_describe ();
  g_assert_cmpstr (after, ==, before);
  catalog_folder_empty ();
}

/* What is still in the log of a catalogue in use is in the copy, which is one file. */
static void
test_copy (void)
{
  g_autofree char *path = catalog_folder_make_catalog ("own.gpkg", "SELECT 1");
  g_autofree char *to = get_path ("copy.gpkg");
  g_autofree char *names = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterConnection) connection = rutter_catalog_file_open_own (path, &error);
  g_autoptr(RutterRecords) records = NULL;

  g_assert_no_error (error);
  rutter_db_exec (rutter_connection_get_db (connection),
                  "UPDATE object SET title = 'Changed' WHERE id = 1", &error);
  g_assert_no_error (error);
  g_assert_true (rutter_catalog_copy (path, to, &error));
  g_assert_no_error (error);
  g_clear_pointer (&connection, rutter_connection_free);
  names = list_names ();
  g_assert_cmpstr (names, ==, "copy.gpkg\nown.gpkg\n");
  records = rutter_catalog_load (to, RUTTER_CATALOG_OWN, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rutter_records_find (records, "topic:t")->title, ==, "Changed");
  catalog_folder_empty ();
}

/* Some thousand pages are copied in steps, each of which is told; stopped before the first, nothing
 * is there.
 */
static void
test_copy_in_steps (void)
{
  g_autofree char *path = catalog_folder_make_catalog (
    "own.gpkg", "CREATE TABLE ballast (bytes BLOB); WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL "
                "SELECT i + 1 FROM n WHERE i < 300) INSERT INTO ballast SELECT zeroblob (40000) "
                "FROM n");
  g_autofree char *to = get_path ("copy.gpkg");
  g_autofree char *before = catalog_folder_describe ();
  g_autofree char *after = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(RutterProgress) progress = rutter_progress_new ();
  g_autoptr(GError) error = NULL;

  rutter_progress_set (progress, 1, 2);
  g_cancellable_cancel (cancellable);
  g_assert_false (rutter_catalog_copy_full (path, to, progress, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  after = catalog_folder_describe ();
  g_assert_cmpstr (after, ==, before);

  g_cancellable_reset (cancellable);
  g_assert_true (rutter_catalog_copy_full (path, to, progress, cancellable, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (rutter_progress_get_fraction (progress), ==, -1);
  g_assert_cmpint (query (to, "SELECT sum (length (bytes)) FROM ballast"), ==, 12000000);
  catalog_folder_empty ();
}

/* A file that is there is replaced, but none that is in use, and never the catalogue itself. */
static void
test_copy_refused (void)
{
  g_autofree char *path = catalog_folder_make_catalog ("own.gpkg", "SELECT 1");
  g_autofree char *bad_path = catalog_folder_make_file ("bad.gpkg", "text", -1);
  g_autofree char *there = catalog_folder_make_file ("there.gpkg", "text", -1);
  g_autofree char *used = catalog_folder_make_file ("used.gpkg", "text", -1);
  g_autofree char *log = catalog_folder_make_file ("used.gpkg-wal", "log", -1);
  g_autofree char *nowhere = get_path ("none/copy.gpkg");
  g_autofree char *before = catalog_folder_describe ();
  g_autofree char *after = NULL;
  const struct
  {
    const char  *from;
    const char  *to;
    RutterError  code;
  } cases[] = {
    { path, path, RUTTER_ERROR_WRITE },
    { path, used, RUTTER_ERROR_WRITE },
    { path, nowhere, RUTTER_ERROR_WRITE },
    { bad_path, there, RUTTER_ERROR_FOREIGN },
  };
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) refusal = NULL;

      g_assert_false (rutter_catalog_copy (cases[i].from, cases[i].to, &refusal));
      g_assert_error (refusal, RUTTER_ERROR, (int)cases[i].code);
    }

  after = catalog_folder_describe ();
  g_assert_cmpstr (after, ==, before);
  g_assert_true (rutter_catalog_copy (path, there, &error));
  g_assert_no_error (error);
  g_assert_cmpint (query (there, "SELECT count(*) FROM claim"), ==, 1);
  catalog_folder_empty ();
}

static void
test_empty (void)
{
  g_autofree char *starter = catalog_folder_make_catalog (
    "starter.gpkg", "INSERT INTO layer (uid, title, definition, data_to, position) VALUES "
    "('layer:ports', 'Ports', 'Words', '2026-11', 6)");
  g_autofree char *path = get_path ("empty.gpkg");
  g_autofree char *missing = get_path ("missing.gpkg");
  g_autofree char *names = NULL;
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(RutterRecords) records = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (rutter_catalog_copy_empty (starter, path, &error));
  g_assert_no_error (error);
  records = rutter_catalog_load (path, RUTTER_CATALOG_OWN, &error);
  g_assert_no_error (error);
  g_assert_cmpint (query (path, "SELECT count(*) FROM object"), ==, 0);
  g_assert_cmpint (query (path, "SELECT count(*) FROM layer"), ==, 1);
  findings = rutter_catalog_check (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);

  g_assert_false (rutter_catalog_copy_empty (missing, path, &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND);
  names = list_names ();
  g_assert_cmpstr (names, ==, "empty.gpkg\nstarter.gpkg\n");
  catalog_folder_empty ();
}

int
main (int   argc,
      char *argv[])
{
  int status;

  catalog_folder_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalog-copy/migration", test_migration);
  g_test_add_func ("/catalog-copy/hostile-migration", test_hostile_migration);
  g_test_add_func ("/catalog-copy/copy", test_copy);
  g_test_add_func ("/catalog-copy/copy-in-steps", test_copy_in_steps);
  g_test_add_func ("/catalog-copy/copy-refused", test_copy_refused);
  g_test_add_func ("/catalog-copy/empty", test_empty);
  status = g_test_run ();
  catalog_folder_clear ();
  return status;
}
