/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-table.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The list of what the map shows, for the keyboard, for a screen reader, and for who wants it in
 * order. It shows the table that it is given; another scope or order is asked for with a signal.
 *
 * Signals:
 *   wanted-changed ()   scope or order is another one; a table made so should be set
 *   row-activated (uid)
 *   copied (n)          so many rows went to the clipboard
 * Actions: table.copy; table-order.sort-by (int, a RutterColumn), table-order.descending
 */
#define RUTTER_TYPE_TABLE_PANE (rutter_table_pane_get_type ())

G_DECLARE_FINAL_TYPE (RutterTablePane, rutter_table_pane, RUTTER, TABLE_PANE, AdwBin)

GtkWidget    *rutter_table_pane_new           (void);
void          rutter_table_pane_set_table     (RutterTablePane  *self,
                                               RutterTable      *table);
RutterTable  *rutter_table_pane_get_table     (RutterTablePane  *self);
void          rutter_table_pane_focus_rows    (RutterTablePane  *self);
void          rutter_table_pane_set_selected  (RutterTablePane  *self,
                                               const char       *uid);

/* What is wanted: everything that is kept, or what is in view; and the order. */
gboolean      rutter_table_pane_wants_all     (RutterTablePane  *self);
RutterColumn  rutter_table_pane_get_order     (RutterTablePane  *self,
                                               gboolean         *descending);

G_END_DECLS
