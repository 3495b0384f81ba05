/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-db.h"
#include "rutter-error.h"

#include <glib/gstdio.h>

static char folder[] = "/tmp/rutter-test-XXXXXX";

static sqlite3 *
open_memory (const char *sql)
{
  g_autoptr(GError) error = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  rutter_db_exec (db, sql, &error);
  g_assert_no_error (error);
  return db;
}

static void
test_values (void)
{
  g_autoptr(sqlite3) db = open_memory ("CREATE TABLE t (a, b, c, d, e, f)");
  g_autoptr(GError) error = NULL;
  g_autoptr(sqlite3_stmt) stmt = rutter_db_prepare (db, "INSERT INTO t VALUES (?, ?, ?, ?, ?, ?)",
                                                    &error);
  g_autoptr(GBytes) bytes = g_bytes_new_static ("\0\1", 2);
  g_autofree char *row = NULL;

  g_assert_no_error (error);
  rutter_db_bind_text (stmt, 1, "words");
  rutter_db_bind_text (stmt, 2, "");
  rutter_db_bind_int64 (stmt, 3, G_MININT64);
  rutter_db_bind_double (stmt, 4, 0.5);
  rutter_db_bind_bytes (stmt, 5, bytes);
  rutter_db_bind_null (stmt, 6);
  g_assert_true (rutter_db_run (stmt, &error));

  /* Nothing of the first row is left for the second. */
  rutter_db_bind_bytes (stmt, 5, NULL);
  g_assert_true (rutter_db_run (stmt, &error));

  row = rutter_db_query_text (db, "SELECT group_concat (quote (a) || quote (b) || quote (c) || "
                                  "quote (d) || quote (e) || quote (f), ' ') FROM t", &error);
  g_assert_cmpstr (row, ==, "'words'NULL-92233720368547758080.5X'0001'NULL "
                            "NULLNULLNULLNULLNULLNULL");
}

static void
test_errors (void)
{
  static const struct
  {
    const char  *sql;
    RutterError  code;
  } cases[] = {
    { "SELECT * FROM nothing", RUTTER_ERROR_DATABASE },
    { "SELEC", RUTTER_ERROR_DATABASE },
    { "INSERT INTO t VALUES (1)", RUTTER_ERROR_INVALID },
    { "INSERT INTO t VALUES ('a')", RUTTER_ERROR_INVALID },
    { "PRAGMA query_only = ON; DELETE FROM t", RUTTER_ERROR_WRITE },
    { "PRAGMA max_page_count = 2; INSERT INTO t SELECT value FROM big", RUTTER_ERROR_WRITE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(sqlite3) db = open_memory (
        "CREATE TABLE t (id INTEGER PRIMARY KEY); INSERT INTO t VALUES (1); CREATE VIEW big AS "
        "WITH RECURSIVE n (value) AS (SELECT 2 UNION ALL SELECT value + 1 FROM n LIMIT 10000) "
        "SELECT value FROM n");
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", cases[i].sql);
      g_assert_false (rutter_db_exec (db, cases[i].sql, &error));
      g_assert_error (error, RUTTER_ERROR, (int)cases[i].code);
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

static gboolean
insert_two (sqlite3   *db,
            gpointer   data,
            GError   **error)
{
  return rutter_db_exec (db, "INSERT INTO t VALUES (2)", error) &&
         rutter_db_exec (db, data, error);
}

static void
test_transaction (void)
{
  g_autoptr(sqlite3) db = open_memory ("CREATE TABLE t (id INTEGER PRIMARY KEY); "
                                       "INSERT INTO t VALUES (1)");
  g_autoptr(GError) error = NULL;
  gint64 n_rows;

  g_assert_false (rutter_db_transact (db, insert_two, "INSERT INTO t VALUES (1)", &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (sqlite3_get_autocommit (db));
  g_assert_true (rutter_db_query_int64 (db, "SELECT count(*) FROM t", &n_rows, &error));
  g_assert_cmpint (n_rows, ==, 1);

  g_assert_true (rutter_db_transact (db, insert_two, "INSERT INTO t VALUES (3)", &error));
  g_assert_true (rutter_db_query_int64 (db, "SELECT count(*) FROM t", &n_rows, &error));
  g_assert_cmpint (n_rows, ==, 3);
}

static RutterConnection *
open_new (const char  *path,
          GError     **error)
{
  return rutter_connection_create (path, error);
}

static void
on_result_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_set_object ((GAsyncResult **)user_data, result);
}

static gpointer
run (RutterDb      *db,
     RutterDbFunc   func,
     gpointer       data,
     GCancellable  *cancellable,
     GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  rutter_db_run_async (db, func, data, NULL, g_free, cancellable, on_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return rutter_db_run_finish (db, result, error);
}

static gpointer
query (sqlite3   *db,
       gpointer   sql,
       GError   **error)
{
  return rutter_db_query_text (db, sql, error);
}

/* Cancels from within the job, so that the statement that follows is the one that is stopped. */
static gpointer
cancel_and_query (sqlite3   *db,
                  gpointer   cancellable,
                  GError   **error)
{
  static const char endless[] =
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";
  g_autoptr(sqlite3_stmt) stmt = rutter_db_prepare (db, "SELECT 1", error);
  gboolean has_row;

  /* An interrupt reaches the statements that run until the last of them has ended. */
  rutter_db_step (stmt, &has_row, NULL);
  g_cancellable_cancel (cancellable);

  return rutter_db_query_text (db, endless, error);
}

static void
test_thread (void)
{
  g_autofree char *path = g_build_filename (folder, "thread.db", NULL);
  RutterDb *db = rutter_db_new (path, open_new);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *text = run (db, query, "SELECT 'words'", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "words");

  g_assert_null (run (db, query, "SELECT * FROM nothing", NULL, &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_DATABASE);
  g_clear_error (&error);

  g_assert_null (run (db, cancel_and_query, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  /* The connection is good for the next one. */
  g_clear_pointer (&text, g_free);
  text = run (db, query, "SELECT 2", NULL, &error);
  g_assert_cmpstr (text, ==, "2");

  g_assert_finalize_object (db);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* A result that nobody asks for any more is put away, and so is the job's own argument. */
static void
test_abandoned (void)
{
  g_autofree char *path = g_build_filename (folder, "abandoned.db", NULL);
  RutterDb *db = rutter_db_new (path, open_new);

  g_object_add_weak_pointer (G_OBJECT (db), (gpointer *)&db);
  rutter_db_run_async (db, query, g_strdup ("SELECT 'words'"), g_free, g_free, NULL, NULL, NULL);
  g_object_unref (db);
  while (db != NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_create (void)
{
  g_autofree char *path = g_build_filename (folder, "create.db", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "nowhere", "create.db", NULL);
  g_autoptr(RutterConnection) connection = NULL;
  g_autoptr(GError) error = NULL;

  connection = rutter_connection_create (path, &error);
  g_assert_no_error (error);
  g_assert_null (rutter_connection_create (path, &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_WRITE);
  g_clear_error (&error);
  g_assert_null (rutter_connection_create (nowhere, &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_WRITE);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_assert_nonnull (g_mkdtemp (folder));
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/db/values", test_values);
  g_test_add_func ("/db/errors", test_errors);
  g_test_add_func ("/db/transaction", test_transaction);
  g_test_add_func ("/db/thread", test_thread);
  g_test_add_func ("/db/abandoned", test_abandoned);
  g_test_add_func ("/db/create", test_create);
  status = g_test_run ();
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return status;
}
