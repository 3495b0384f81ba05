/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-table.h"

G_BEGIN_DECLS

/* One row of a table while somebody looks at it. */
#define RUTTER_TYPE_TABLE_ITEM (rutter_table_item_get_type ())

G_DECLARE_FINAL_TYPE (RutterTableItem, rutter_table_item, RUTTER, TABLE_ITEM, GObject)

RutterTableItem      *rutter_table_item_new       (RutterTable      *table,
                                                   guint             index);
const RutterTableRow *rutter_table_item_get_row   (RutterTableItem  *self);
char                 *rutter_table_item_dup_text  (RutterTableItem  *self,
                                                   RutterColumn      column);
/* The whole row in one sentence, for who does not see the columns. */
char                 *rutter_table_item_describe  (RutterTableItem  *self);

G_END_DECLS
