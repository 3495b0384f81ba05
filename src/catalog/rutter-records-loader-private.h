/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-records-private.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* What is known while a file is read. */
typedef struct
{
  sqlite3       *db;
  RutterRecords *records;
  GHashTable    *objects; /* by id: those of the file, later only those with a row */
  GHashTable    *claims;  /* by id */
  GHashTable    *uids;    /* of all objects of the file */
  const char    *table;   /* being read, for warnings */
} RutterRecordsLoader;

/* Takes one row of a statement. A row that cannot be used is left out with a warning. */
typedef void (*RutterRecordsReadFunc) (RutterRecordsLoader *self,
                                       sqlite3_stmt        *stmt);

typedef struct
{
  const char            *table;
  const char            *sql;
  RutterRecordsReadFunc  read;
} RutterRecordsTable;

gboolean      rutter_records_loader_read_tables  (RutterRecordsLoader       *self,
                                                  const RutterRecordsTable  *tables,
                                                  guint                      n_tables,
                                                  GError                   **error);
const char   *rutter_records_loader_text         (RutterRecordsLoader       *self,
                                                  sqlite3_stmt              *stmt,
                                                  int                        column);
void          rutter_records_loader_span         (RutterRecordsLoader       *self,
                                                  sqlite3_stmt              *stmt,
                                                  int                        column,
                                                  RutterSpan                *span);
RutterObject *rutter_records_loader_find         (RutterRecordsLoader       *self,
                                                  sqlite3_stmt              *stmt,
                                                  int                        column);
gboolean      rutter_records_loader_read_rows    (RutterRecordsLoader       *self,
                                                  GError                   **error);

G_END_DECLS
