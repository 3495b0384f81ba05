/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a database file shows from outside, before SQLite touches it. */
typedef struct
{
  guint64  size;            /* bytes */
  gboolean has_wal;         /* in write-ahead mode, or with a log beside it */
  gboolean has_hot_journal; /* left in the middle of a change that has to be undone first */
} RutterDatabaseFile;

gboolean  rutter_database_file_probe  (const char          *path,
                                       RutterDatabaseFile  *file,
                                       GError             **error);
gboolean  rutter_database_file_make   (const char          *path,
                                       GError             **error);
char     *rutter_database_file_copy   (const char          *path,
                                       char               **private_dir,
                                       GError             **error);

G_END_DECLS
