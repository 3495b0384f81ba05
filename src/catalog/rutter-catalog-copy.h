/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-progress.h"

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* New catalogue files: a copy of another one, or one without any claim. Each is made under a name
 * of its own and put in its place once it is whole. These calls block.
 */
gboolean  rutter_catalog_copy          (const char  *from_path,
                                        const char  *to_path,
                                        GError     **error);
gboolean  rutter_catalog_copy_full     (const char      *from_path,
                                        const char      *to_path,
                                        RutterProgress  *progress,
                                        GCancellable    *cancellable,
                                        GError         **error);
gboolean  rutter_catalog_copy_empty    (const char  *starter_path,
                                        const char  *to_path,
                                        GError     **error);
gboolean  rutter_catalog_copy_back_up  (sqlite3     *db,
                                        int          version,
                                        GError     **error);

G_END_DECLS
