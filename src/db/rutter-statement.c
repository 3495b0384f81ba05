/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-statement.h"

#include "rutter-error.h"

#include <glib/gi18n-lib.h>

/* What a caller would branch on, and the sentence; the last is for all others. */
static const struct
{
  int         result_code;
  RutterError code;
  const char *format; /* a file and what SQLite says */
} failures[] = {
  { SQLITE_CORRUPT, RUTTER_ERROR_CORRUPT, N_("The file is damaged “%s”: %s.") },
  { SQLITE_NOTADB, RUTTER_ERROR_CORRUPT, N_("The file is damaged “%s”: %s.") },
  { SQLITE_FULL, RUTTER_ERROR_WRITE, N_("The file could not be written “%s”: %s.") },
  { SQLITE_READONLY, RUTTER_ERROR_WRITE, N_("The file could not be written “%s”: %s.") },
  { SQLITE_IOERR, RUTTER_ERROR_WRITE, N_("The file could not be read or written “%s”: %s.") },
  { SQLITE_CONSTRAINT, RUTTER_ERROR_INVALID, N_("A row breaks a rule of the file “%s”: %s.") },
  { SQLITE_MISMATCH, RUTTER_ERROR_INVALID, N_("A row breaks a rule of the file “%s”: %s.") },
  { SQLITE_TOOBIG, RUTTER_ERROR_CORRUPT, N_("A text or geometry is too long in the file “%s”: "
                                            "%s.") },
  { SQLITE_BUSY, RUTTER_ERROR_DATABASE, N_("Another program is using the file “%s”: %s.") },
  { SQLITE_INTERRUPT, RUTTER_ERROR_DATABASE, N_("Reading took too long and was given up “%s”: "
                                                "%s.") },
  { SQLITE_OK, RUTTER_ERROR_DATABASE, N_("SQLite refused a command on the file “%s”: %s.") },
};

/**
 * rutter_db_set_error:
 * @db: (nullable): the connection that failed, %NULL when there was no memory for one
 *
 * Puts what SQLite said last into a sentence that names the file. A damaged file is
 * %RUTTER_ERROR_CORRUPT, a full disk or read-only file %RUTTER_ERROR_WRITE, a broken constraint
 * %RUTTER_ERROR_INVALID, everything else %RUTTER_ERROR_DATABASE.
 */
void
rutter_db_set_error (sqlite3  *db,
                     int       result_code,
                     GError  **error)
{
  const char *path = db != NULL ? sqlite3_db_filename (db, "main") : NULL;
  const char *why = db != NULL ? sqlite3_errmsg (db) : sqlite3_errstr (result_code);
  guint i = 0;

  while (failures[i].result_code != (result_code & 0xff) && failures[i].result_code != SQLITE_OK)
    i++;

  g_set_error (error, RUTTER_ERROR, (int)failures[i].code, _(failures[i].format),
               path != NULL && *path != '\0' ? path : _("in memory"), why);
}

/**
 * rutter_db_exec:
 * @sql: one or more statements that return nothing of interest
 */
gboolean
rutter_db_exec (sqlite3     *db,
                const char  *sql,
                GError     **error)
{
  int rc = sqlite3_exec (db, sql, NULL, NULL, NULL);

  if (rc == SQLITE_OK)
    return TRUE;

  rutter_db_set_error (db, rc, error);
  return FALSE;
}

/**
 * rutter_db_prepare:
 * @sql: one statement
 *
 * Returns: (transfer full): the statement, or %NULL with @error set
 */
sqlite3_stmt *
rutter_db_prepare (sqlite3     *db,
                   const char  *sql,
                   GError     **error)
{
  sqlite3_stmt *stmt = NULL;
  int rc = sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL);

  if (rc != SQLITE_OK)
    rutter_db_set_error (db, rc, error);

  return stmt;
}

/**
 * rutter_db_step:
 * @has_row: (out): whether there is a row to read; %FALSE at the end
 *
 * The end of the rows and a failure are two things, so they are told apart by two values.
 */
gboolean
rutter_db_step (sqlite3_stmt  *stmt,
                gboolean      *has_row,
                GError       **error)
{
  int rc = sqlite3_step (stmt);

  *has_row = rc == SQLITE_ROW;
  if (rc == SQLITE_ROW || rc == SQLITE_DONE)
    return TRUE;

  rutter_db_set_error (sqlite3_db_handle (stmt), rc, error);
  return FALSE;
}

/**
 * rutter_db_run:
 *
 * Runs a statement that writes to its end and makes it ready for the next values.
 */
gboolean
rutter_db_run (sqlite3_stmt  *stmt,
               GError       **error)
{
  gboolean has_row = TRUE;
  gboolean done = TRUE;

  while (done && has_row)
    done = rutter_db_step (stmt, &has_row, error);

  sqlite3_reset (stmt);
  sqlite3_clear_bindings (stmt);

  return done;
}

/**
 * rutter_db_transact:
 *
 * Runs @func in one transaction that takes the write lock at once: all of it holds when %TRUE is
 * returned, nothing of it otherwise.
 */
gboolean
rutter_db_transact (sqlite3               *db,
                    RutterDbTransactFunc   func,
                    gpointer               data,
                    GError               **error)
{
  if (!rutter_db_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;

  if (func (db, data, error) && rutter_db_exec (db, "COMMIT", error))
    return TRUE;

  /* Some failures (a full disk) have rolled back already; then there is nothing left to undo. */
  if (!sqlite3_get_autocommit (db))
    sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);

  return FALSE;
}

/**
 * rutter_db_query_int64:
 * @value: (out): the first column of the first row, 0 when there is no row
 */
gboolean
rutter_db_query_int64 (sqlite3     *db,
                       const char  *sql,
                       gint64      *value,
                       GError     **error)
{
  g_autoptr(sqlite3_stmt) stmt = rutter_db_prepare (db, sql, error);
  gboolean has_row;

  *value = 0;
  if (stmt == NULL || !rutter_db_step (stmt, &has_row, error))
    return FALSE;

  if (has_row)
    *value = sqlite3_column_int64 (stmt, 0);

  return TRUE;
}

/**
 * rutter_db_query_text:
 *
 * Returns: (transfer full): the first column of the first row; %NULL with @error set on failure,
 *   "" when there is no row or it is NULL
 */
char *
rutter_db_query_text (sqlite3     *db,
                      const char  *sql,
                      GError     **error)
{
  g_autoptr(sqlite3_stmt) stmt = rutter_db_prepare (db, sql, error);
  const char *text = NULL;
  gboolean has_row;

  if (stmt == NULL || !rutter_db_step (stmt, &has_row, error))
    return NULL;

  if (has_row)
    text = rutter_db_column_text (stmt, 0);

  return g_strdup (text != NULL ? text : "");
}

/* A parameter that is not there is a bug of the caller. What else may fail is a value beyond a
 * gigabyte or no memory, and GLib ends the program on that as well.
 */
static void
demand_bound (sqlite3_stmt *stmt,
              int           result_code)
{
  if (result_code != SQLITE_OK)
    g_error ("Cannot bind a value to “%s”: %s", sqlite3_sql (stmt), sqlite3_errstr (result_code));
}

/**
 * rutter_db_bind_text:
 * @text: (nullable): UTF-8, copied; %NULL and "" both become NULL, as absent text is NULL in
 *   every table of ours
 */
void
rutter_db_bind_text (sqlite3_stmt *stmt,
                     int           parameter,
                     const char   *text)
{
  if (text == NULL || *text == '\0')
    demand_bound (stmt, sqlite3_bind_null (stmt, parameter));
  else
    demand_bound (stmt, sqlite3_bind_text (stmt, parameter, text, -1, SQLITE_TRANSIENT));
}

void
rutter_db_bind_int64 (sqlite3_stmt *stmt,
                      int           parameter,
                      gint64        value)
{
  demand_bound (stmt, sqlite3_bind_int64 (stmt, parameter, value));
}

void
rutter_db_bind_double (sqlite3_stmt *stmt,
                       int           parameter,
                       double        value)
{
  demand_bound (stmt, sqlite3_bind_double (stmt, parameter, value));
}

/**
 * rutter_db_bind_bytes:
 * @bytes: (nullable): copied; %NULL becomes NULL
 */
void
rutter_db_bind_bytes (sqlite3_stmt *stmt,
                      int           parameter,
                      GBytes       *bytes)
{
  gsize size = 0;
  const void *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  if (bytes == NULL)
    demand_bound (stmt, sqlite3_bind_null (stmt, parameter));
  else
    demand_bound (stmt, sqlite3_bind_blob64 (stmt, parameter, data, size, SQLITE_TRANSIENT));
}

void
rutter_db_bind_null (sqlite3_stmt *stmt,
                     int           parameter)
{
  demand_bound (stmt, sqlite3_bind_null (stmt, parameter));
}

/**
 * rutter_db_column_text:
 *
 * Returns: (transfer none) (nullable): the text as stored, good until the next step; %NULL when
 *   it is absent or empty
 */
const char *
rutter_db_column_text (sqlite3_stmt *stmt,
                       int           column)
{
  const char *text = (const char *)sqlite3_column_text (stmt, column);

  return text != NULL && *text != '\0' ? text : NULL;
}
