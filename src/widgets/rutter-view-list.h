/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The saved views of the catalogue, and a field that keeps the present one under a name.
 *
 * Asks for (win.): save-view (name), apply-view, rename-view, delete-view (uid)
 */
#define RUTTER_TYPE_VIEW_LIST (rutter_view_list_get_type ())

G_DECLARE_FINAL_TYPE (RutterViewList, rutter_view_list, RUTTER, VIEW_LIST, AdwBin)

/* @views: of RutterViewItem */
void rutter_view_list_set_views     (RutterViewList *self,
                                     GListModel     *views);
/* What cannot be written to takes no views, and says so. */
void rutter_view_list_set_writable  (RutterViewList *self,
                                     gboolean        writable);
/* Opens the field for the name. */
void rutter_view_list_ask_name      (RutterViewList *self);

G_END_DECLS
