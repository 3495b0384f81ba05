/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The catalogues that were open, the latest first, and which of them the user made here, so that
 * they are opened for writing again. Kept in the settings alone: what one looked at is nobody's
 * business, so the desktop's list of recent files is not told. @settings may be NULL: then
 * nothing is kept.
 */
void      rutter_recent_files_add        (GSettings   *settings,
                                          const char  *path);
void      rutter_recent_files_add_own    (GSettings   *settings,
                                          const char  *path);
gboolean  rutter_recent_files_has_own    (GSettings   *settings,
                                          const char  *path);
void      rutter_recent_files_fill_menu  (GSettings   *settings,
                                          GMenu       *menu);

G_END_DECLS
