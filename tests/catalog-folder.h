/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A folder for the catalogues of a test, and an empty one as the program's temporary folder, which
 * shows what is left in it.
 */
void         catalog_folder_init          (void);
void         catalog_folder_clear         (void);
const char  *catalog_folder_get_path      (void);
char        *catalog_folder_make_catalog  (const char  *name,
                                           const char  *sql);
char        *catalog_folder_make_version  (const char  *name,
                                           int          version);
char        *catalog_folder_make_file     (const char  *name,
                                           const char  *data,
                                           gssize       size);
GBytes      *catalog_folder_take          (char        *path);
char        *catalog_folder_put           (const char  *name,
                                           GBytes      *bytes);
char        *catalog_folder_describe      (void);
void         catalog_folder_empty         (void);

G_END_DECLS
