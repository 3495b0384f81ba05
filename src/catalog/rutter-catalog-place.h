/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a finished file is put where it belongs, so that it is there whole or not at all and nothing
 * of before is lost. On failure errno tells why.
 */
gboolean  rutter_catalog_place_is_taken       (const char  *path);
char     *rutter_catalog_place_make_dated     (const char  *path,
                                               const char  *word);
gboolean  rutter_catalog_place_rename_to_new  (const char  *from,
                                               const char  *to);
void      rutter_catalog_place_sync           (const char  *path);

G_END_DECLS
