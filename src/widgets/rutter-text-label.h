/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A label for running text: wraps, starts at the left, in a style class (NULL for none). */
GtkWidget *rutter_text_label_new         (const char  *text,
                                          const char  *css_class);

/* A label that leads to another object: a flat button with the text as it is. */
GtkWidget *rutter_text_label_new_link    (const char  *text,
                                          const char  *uid);

G_END_DECLS
