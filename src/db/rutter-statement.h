/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* Plain SQL on a connection, with errors as sentences. The thread that calls owns the connection.
 * Columns are numbered from 0 and parameters from 1, as SQLite does.
 */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close_v2)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

typedef gboolean (*RutterDbTransactFunc) (sqlite3   *db,
                                          gpointer   data,
                                          GError   **error);

void          rutter_db_set_error         (sqlite3              *db,
                                           int                   result_code,
                                           GError              **error);
gboolean      rutter_db_exec              (sqlite3              *db,
                                           const char           *sql,
                                           GError              **error);
sqlite3_stmt *rutter_db_prepare           (sqlite3              *db,
                                           const char           *sql,
                                           GError              **error);
gboolean      rutter_db_step              (sqlite3_stmt         *stmt,
                                           gboolean             *has_row,
                                           GError              **error);
gboolean      rutter_db_run               (sqlite3_stmt         *stmt,
                                           GError              **error);
gboolean      rutter_db_transact          (sqlite3              *db,
                                           RutterDbTransactFunc  func,
                                           gpointer              data,
                                           GError              **error);
gboolean      rutter_db_query_int64       (sqlite3              *db,
                                           const char           *sql,
                                           gint64               *value,
                                           GError              **error);
char         *rutter_db_query_text        (sqlite3              *db,
                                           const char           *sql,
                                           GError              **error);

void          rutter_db_bind_text         (sqlite3_stmt         *stmt,
                                           int                   parameter,
                                           const char           *text);
void          rutter_db_bind_int64        (sqlite3_stmt         *stmt,
                                           int                   parameter,
                                           gint64                value);
void          rutter_db_bind_double       (sqlite3_stmt         *stmt,
                                           int                   parameter,
                                           double                value);
void          rutter_db_bind_bytes        (sqlite3_stmt         *stmt,
                                           int                   parameter,
                                           GBytes               *bytes);
void          rutter_db_bind_null         (sqlite3_stmt         *stmt,
                                           int                   parameter);
const char   *rutter_db_column_text       (sqlite3_stmt         *stmt,
                                           int                   column);

G_END_DECLS
