/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean rutter_screenshot_save (GtkWindow   *window,
                                 const char  *path,
                                 GError     **error);

G_END_DECLS
