/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-connection.h"
#include "rutter-statement.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* One connection on one thread of its own: jobs run there one after another, in the order in
 * which they were asked for. The file is opened by the first job, so that making the object
 * never blocks.
 */
#define RUTTER_TYPE_DB (rutter_db_get_type ())

G_DECLARE_FINAL_TYPE (RutterDb, rutter_db, RUTTER, DB, GObject)

/**
 * RutterDbOpenFunc:
 *
 * Opens @path as its caller needs it. Runs on the database thread.
 *
 * Returns: (transfer full): the connection, or %NULL with @error set
 */
typedef RutterConnection *(*RutterDbOpenFunc) (const char  *path,
                                               GError     **error);

/**
 * RutterDbFunc:
 * @db: the connection; only valid during the call
 * @data: what the caller handed to rutter_db_run_async()
 *
 * Runs on the database thread. Touches @db and @data and nothing else.
 *
 * Returns: (transfer full): the result, or %NULL with @error set
 */
typedef gpointer (*RutterDbFunc) (sqlite3   *db,
                                  gpointer   data,
                                  GError   **error);

RutterDb *rutter_db_new         (const char           *path,
                                 RutterDbOpenFunc      open);
void      rutter_db_run_async   (RutterDb             *self,
                                 RutterDbFunc          func,
                                 gpointer              data,
                                 GDestroyNotify        data_free,
                                 GDestroyNotify        result_free,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);
gpointer  rutter_db_run_finish  (RutterDb             *self,
                                 GAsyncResult         *result,
                                 GError              **error);

G_END_DECLS
