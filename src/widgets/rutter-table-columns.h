/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The columns of a column view of RutterTableItem. The view sorts nothing itself: what its head
 * says is read here, and a worker sorts the table.
 */
typedef struct _RutterTableColumns RutterTableColumns;

RutterTableColumns *rutter_table_columns_new        (GtkColumnView             *view);
void                rutter_table_columns_free       (RutterTableColumns        *self);
void                rutter_table_columns_sort       (RutterTableColumns        *self,
                                                     RutterColumn               column,
                                                     gboolean                   descending);
RutterColumn        rutter_table_columns_get_order  (RutterTableColumns        *self,
                                                     gboolean                  *descending);

G_END_DECLS
