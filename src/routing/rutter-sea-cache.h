/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes   *rutter_sea_cache_load  (const char  *folder);
gboolean  rutter_sea_cache_store (const char  *folder,
                                  GBytes      *bytes);

G_END_DECLS
