/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-table-item.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A table as a list model. Items are made as they are asked for, so that a view that shows thirty
 * of a hundred thousand rows makes little more than thirty.
 */
#define RUTTER_TYPE_TABLE_MODEL (rutter_table_model_get_type ())

G_DECLARE_FINAL_TYPE (RutterTableModel, rutter_table_model, RUTTER, TABLE_MODEL, GObject)

RutterTableModel *rutter_table_model_new        (void);
/* NULL: no rows. */
void              rutter_table_model_set_table  (RutterTableModel  *self,
                                                 RutterTable       *table);
RutterTable      *rutter_table_model_get_table  (RutterTableModel  *self);

G_END_DECLS
