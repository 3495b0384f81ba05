/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* In the details of a passage: closes it for the route that is being planned, or opens it, by the
 * window's actions route-close-passage and route-open-passage; without a route it says why not.
 */
#define RUTTER_TYPE_PASSAGE_BUTTON (rutter_passage_button_get_type ())

G_DECLARE_FINAL_TYPE (RutterPassageButton, rutter_passage_button, RUTTER, PASSAGE_BUTTON, AdwBin)

/* @passage: its id */
GtkWidget *rutter_passage_button_new        (const char           *passage);
/* @closed: (nullable): ids of the passages that the route may not take */
void       rutter_passage_button_set_route  (RutterPassageButton  *self,
                                             gboolean              is_planned,
                                             const char *const    *closed);

G_END_DECLS
