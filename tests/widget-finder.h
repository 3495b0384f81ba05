/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The first widget of a type, @root or below it, with a label that reads @text: in it, or it
 * itself. %NULL for @text: any of that type. Returns: (nullable)
 */
GtkWidget *widget_finder_find        (GtkWidget   *root,
                                      GType        type,
                                      const char  *text);
/* The same among what is not hidden. */
GtkWidget *widget_finder_find_shown  (GtkWidget   *root,
                                      GType        type,
                                      const char  *text);

G_END_DECLS
