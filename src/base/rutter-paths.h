/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the program finds what came with it, and where it keeps what is the user's. */
const char *rutter_paths_get_data_dir   (void);
const char *rutter_paths_get_locale_dir (void);
char       *rutter_paths_get_data       (const char *name);
char       *rutter_paths_get_own        (void);
char       *rutter_paths_get_cache      (void);

G_END_DECLS
