/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Several objects under one click, offered as a list at the pointer. A row asks for
 * win.show-object; whoever answers closes the list.
 */
#define RUTTER_TYPE_PICK_LIST (rutter_pick_list_get_type ())

G_DECLARE_FINAL_TYPE (RutterPickList, rutter_pick_list, RUTTER, PICK_LIST, GtkPopover)

GtkWidget *rutter_pick_list_new    (void);
void       rutter_pick_list_offer  (RutterPickList  *self,
                                    GPtrArray       *marks,
                                    double           x,
                                    double           y);

G_END_DECLS
