/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-starter-line.h"

G_BEGIN_DECLS

gboolean  rutter_starter_compile             (const char            *folder,
                                              const char            *output,
                                              GError               **error);
gboolean  rutter_starter_compile_with_lines  (const char            *folder,
                                              const char            *output,
                                              RutterStarterLineFunc  make_line,
                                              gpointer               user_data,
                                              GError               **error);

G_END_DECLS
