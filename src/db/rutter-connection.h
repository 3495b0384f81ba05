/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* An open database file and what has to be put away with it. Belongs to one thread at a time. */
typedef struct _RutterConnection RutterConnection;

RutterConnection *rutter_connection_create        (const char        *path,
                                                   GError           **error);
RutterConnection *rutter_connection_open_own      (const char        *path,
                                                   GError           **error);
RutterConnection *rutter_connection_open_foreign  (const char        *path,
                                                   GError           **error);
gboolean          rutter_connection_make_durable  (RutterConnection  *self,
                                                   GError           **error);
sqlite3          *rutter_connection_get_db        (RutterConnection  *self);
void              rutter_connection_renew         (RutterConnection  *self);
void              rutter_connection_name_file     (RutterConnection  *self,
                                                   GError            *error);
gboolean          rutter_connection_close         (RutterConnection  *self,
                                                   GError           **error);
void              rutter_connection_free          (RutterConnection  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterConnection, rutter_connection_free)

G_END_DECLS
