/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  rutter_starter_compile  (const char  *folder,
                                   const char  *output,
                                   GError     **error);

G_END_DECLS
