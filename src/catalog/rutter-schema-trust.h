/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* Whether what a file would run (triggers, views, indexes) is word for word ours. */
gboolean  rutter_schema_compare  (sqlite3   *db,
                                  GError   **error);
gboolean  rutter_schema_trust    (sqlite3   *db,
                                  GError   **error);

G_END_DECLS
