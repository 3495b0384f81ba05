/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "catalog-folder.h"
#include "rutter-catalog-file.h"
#include "rutter-catalog.h"
#include "rutter-error.h"
#include "rutter-statement.h"

#include <string.h>
#include <unistd.h>

static void
assert_loads (const char        *path,
              RutterCatalogMode  mode,
              guint              n_claims)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterRecords) records = rutter_catalog_load (path, mode, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rutter_records_get_claims (records)->len, ==, n_claims);
  g_assert_cmpuint (rutter_records_get_warnings (records)->len, ==, 0);
}

static void
test_foreign (void)
{
  static const char *const additions[] = {
    "SELECT 1",
    "CREATE TRIGGER spy AFTER INSERT ON claim BEGIN DELETE FROM claim; END",
    "CREATE VIEW spy AS SELECT * FROM claim",
    "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, style TEXT)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (additions); i++)
    {
      g_autofree char *path = catalog_folder_make_catalog ("foreign.gpkg", additions[i]);
      g_autofree char *before = catalog_folder_describe ();
      g_autofree char *after = NULL;

      g_test_message ("%s", additions[i]);
      assert_loads (path, RUTTER_CATALOG_FOREIGN, 1);
      after = catalog_folder_describe ();
      g_assert_cmpstr (after, ==, before);
      catalog_folder_empty ();
    }
}

/* Another program is writing: what it has committed waits in the log beside the file. */
static void
test_foreign_with_log (void)
{
  g_autofree char *path = catalog_folder_make_catalog ("log.gpkg", "SELECT 1");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(sqlite3) db = NULL;
  g_autoptr(GDir) tmp = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_true (rutter_db_exec (db, "PRAGMA journal_mode = WAL; "
                                 "INSERT INTO claim (uid, object_id, kind, statement, status, "
                                 "earliest, latest) VALUES ('C002', 1, 'seed', 'More.', 'denied', "
                                 "-2147483648, 2147483647)", NULL));

  before = catalog_folder_describe ();
  assert_loads (path, RUTTER_CATALOG_FOREIGN, 2);
  after = catalog_folder_describe ();
  g_assert_cmpstr (after, ==, before);

  /* The private copy is gone as well. */
  tmp = g_dir_open (g_get_tmp_dir (), 0, NULL);
  g_assert_cmpstr (g_dir_read_name (tmp), ==, NULL);

  g_clear_pointer (&db, sqlite3_close);
  catalog_folder_empty ();
}

/* In log mode without a log: opening it in its place would make one. */
static void
test_foreign_in_log_mode (void)
{
  g_autofree char *path = catalog_folder_make_catalog ("log.gpkg", "PRAGMA journal_mode = WAL");
  g_autofree char *newer_path = NULL;
  g_autofree char *before = catalog_folder_describe ();
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  assert_loads (path, RUTTER_CATALOG_FOREIGN, 1);
  after = catalog_folder_describe ();
  g_assert_cmpstr (after, ==, before);

  /* A message about the copy names the file that the user knows. */
  newer_path = catalog_folder_make_catalog ("newer.gpkg",
                                            "UPDATE rutter_meta SET value = '99'; "
                                            "PRAGMA journal_mode = WAL");
  g_assert_null (rutter_catalog_load (newer_path, RUTTER_CATALOG_FOREIGN, &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_FOREIGN);
  g_assert_nonnull (strstr (error->message, newer_path));
  catalog_folder_empty ();
}

/* The log lies beside the file, not beside the link that was opened. */
static void
test_foreign_by_link (void)
{
  g_autofree char *path = catalog_folder_make_catalog ("real.gpkg", "SELECT 1");
  g_autofree char *link_path = g_build_filename (catalog_folder_get_path (), "link.gpkg", NULL);
  g_autoptr(sqlite3) db = NULL;

  g_assert_cmpint (symlink ("real.gpkg", link_path), ==, 0);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_true (rutter_db_exec (db, "PRAGMA journal_mode = WAL; DELETE FROM claim", NULL));
  assert_loads (link_path, RUTTER_CATALOG_FOREIGN, 0);

  g_clear_pointer (&db, sqlite3_close);
  catalog_folder_empty ();
}

/* A query that runs away is ended, and the next piece of work begins anew. */
static void
test_foreign_endless (void)
{
  static const char endless[] =
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";
  g_autofree char *path = catalog_folder_make_catalog ("endless.gpkg", "SELECT 1");
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterConnection) connection = rutter_catalog_file_open_foreign (path, &error);
  sqlite3 *db;

  g_assert_no_error (error);
  db = rutter_connection_get_db (connection);
  g_assert_false (rutter_db_exec (db, endless, &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_DATABASE);
  g_clear_error (&error);

  rutter_connection_renew (connection);
  g_assert_true (rutter_db_exec (db, "SELECT count(*) FROM claim", &error));

  /* And nothing can be written. */
  g_assert_false (rutter_db_exec (db, "DELETE FROM claim", &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_WRITE);
  catalog_folder_empty ();
}

static void
test_foreign_unfinished (void)
{
  g_autofree char *path = catalog_folder_make_catalog ("journal.gpkg", "SELECT 1");
  g_autofree char *journal_path = catalog_folder_make_file (
    "journal.gpkg-journal", "\xd9\xd5\x05\xf9 and more", -1);
  g_autoptr(GError) error = NULL;

  g_assert_null (rutter_catalog_load (path, RUTTER_CATALOG_FOREIGN, &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, "middle of a change"));
  g_assert_true (g_file_test (journal_path, G_FILE_TEST_EXISTS));
  catalog_folder_empty ();
}

static void
test_own (void)
{
  static const char insert[] =
    "INSERT INTO object VALUES (2, 'place:p', 'place', 'P'); INSERT INTO place (id, kind, geom) "
    "VALUES (2, 'port', x'47500001E61000000101000000000000000000F03F0000000000000040')";
  g_autofree char *path = catalog_folder_make_catalog ("own.gpkg", "SELECT 1");
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterConnection) connection = rutter_catalog_file_open_own (path, &error);
  g_autofree char *mode = NULL;
  gint64 value;
  sqlite3 *db;

  g_assert_no_error (error);
  db = rutter_connection_get_db (connection);
  mode = rutter_db_query_text (db, "PRAGMA journal_mode", &error);
  g_assert_cmpstr (mode, ==, "wal");
  g_assert_true (rutter_db_query_int64 (db, "PRAGMA foreign_keys", &value, &error));
  g_assert_cmpint (value, ==, 1);
  g_assert_true (rutter_db_query_int64 (db, "PRAGMA synchronous", &value, &error));
  g_assert_cmpint (value, ==, 2);

  /* The triggers work, and the schema's own table is out of reach. */
  g_assert_true (rutter_db_exec (db, insert, &error));
  g_assert_true (rutter_db_query_int64 (db, "SELECT id FROM rtree_place_geom", &value, &error));
  g_assert_cmpint (value, ==, 2);
  g_assert_false (rutter_db_exec (db, "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema",
                                  &error));
  g_clear_error (&error);
  g_assert_false (rutter_db_exec (db, "DELETE FROM object WHERE id = 99; INSERT INTO claim (uid, "
                                  "object_id, kind, statement, status, earliest, latest) VALUES "
                                  "('C9', 99, 'seed', 'Words', 'denied', 0, 0)", &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID);

  g_clear_pointer (&connection, rutter_connection_free);
  assert_loads (path, RUTTER_CATALOG_OWN, 1);
  catalog_folder_empty ();
}

static void
test_own_with_trigger (void)
{
  g_autofree char *path = catalog_folder_make_catalog (
    "own.gpkg", "CREATE TRIGGER spy AFTER INSERT ON claim BEGIN DELETE FROM claim; END");
  g_autofree char *before = catalog_folder_describe ();
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (rutter_catalog_load (path, RUTTER_CATALOG_OWN, &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_FOREIGN);
  g_assert_nonnull (strstr (error->message, "trigger spy"));
  after = catalog_folder_describe ();
  g_assert_cmpstr (after, ==, before);
  catalog_folder_empty ();
}

/* A word that is not of its list: our own file cannot have come to that by itself; of another's
 * the row is left out.
 */
static void
test_broken_rule (void)
{
  g_autofree char *path = catalog_folder_make_catalog (
    "rule.gpkg", "PRAGMA ignore_check_constraints = ON; UPDATE claim SET status = 'sure'");
  g_autoptr(RutterRecords) records = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (rutter_catalog_load (path, RUTTER_CATALOG_OWN, &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_CORRUPT);
  g_clear_error (&error);

  records = rutter_catalog_load (path, RUTTER_CATALOG_FOREIGN, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rutter_records_get_claims (records)->len, ==, 0);
  g_assert_cmpuint (rutter_records_get_warnings (records)->len, ==, 1);
  catalog_folder_empty ();
}

static void
on_result_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_set_object ((GAsyncResult **)user_data, result);
}

static RutterRecords *
load_async (RutterCatalog  *catalog,
            GCancellable   *cancellable,
            GError        **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  rutter_catalog_load_async (catalog, cancellable, on_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return rutter_catalog_load_finish (catalog, result, error);
}

static void
test_async (void)
{
  g_autofree char *path = catalog_folder_make_catalog ("async.gpkg", "SELECT 1");
  g_autofree char *missing_path = g_build_filename (catalog_folder_get_path (), "missing.gpkg",
                                                    NULL);
  RutterCatalog *catalog = rutter_catalog_new (path, RUTTER_CATALOG_OWN);
  RutterCatalog *missing = rutter_catalog_new (missing_path, RUTTER_CATALOG_FOREIGN);
  g_autoptr(GCancellable) cancelled = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterRecords) records = load_async (catalog, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rutter_records_get_claims (records)->len, ==, 1);
  g_assert_cmpstr (rutter_catalog_get_path (catalog), ==, path);
  g_assert_cmpint (rutter_catalog_get_mode (catalog), ==, RUTTER_CATALOG_OWN);

  g_cancellable_cancel (cancelled);
  g_assert_null (load_async (catalog, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  /* A failure to open is tried again when the file has come. */
  g_assert_null (load_async (missing, NULL, &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_free (catalog_folder_make_catalog ("missing.gpkg", "SELECT 1"));
  g_clear_pointer (&records, rutter_records_unref);
  records = load_async (missing, NULL, &error);
  g_assert_no_error (error);

  g_assert_finalize_object (catalog);
  g_assert_finalize_object (missing);
  catalog_folder_empty ();
}

int
main (int   argc,
      char *argv[])
{
  int status;

  catalog_folder_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalog/foreign", test_foreign);
  g_test_add_func ("/catalog/foreign-with-log", test_foreign_with_log);
  g_test_add_func ("/catalog/foreign-in-log-mode", test_foreign_in_log_mode);
  g_test_add_func ("/catalog/foreign-by-link", test_foreign_by_link);
  g_test_add_func ("/catalog/foreign-endless", test_foreign_endless);
  g_test_add_func ("/catalog/foreign-unfinished", test_foreign_unfinished);
  g_test_add_func ("/catalog/own", test_own);
  g_test_add_func ("/catalog/own-with-trigger", test_own_with_trigger);
  g_test_add_func ("/catalog/broken-rule", test_broken_rule);
  g_test_add_func ("/catalog/async", test_async);
  status = g_test_run ();
  catalog_folder_clear ();
  return status;
}
