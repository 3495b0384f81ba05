/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The user's own catalogue as a file among files: where it comes from, and how the one before is
 * kept. Nothing here opens the database; these calls block, and the catalogue must be closed.
 */
gboolean  rutter_catalog_prepare_own      (const char   *starter_path,
                                           const char   *own_path,
                                           GError      **error);
gboolean  rutter_catalog_set_aside        (const char   *own_path,
                                           char        **kept_path,
                                           GError      **error);
gboolean  rutter_catalog_restore_starter  (const char   *starter_path,
                                           const char   *own_path,
                                           char        **kept_path,
                                           GError      **error);

G_END_DECLS
