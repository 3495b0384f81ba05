/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-table-model.h"

struct _RutterTableModel
{
  GObject      parent_instance;

  RutterTable *table; /* NULL: no rows */
};

static GType
get_item_type (GListModel *model)
{
  return RUTTER_TYPE_TABLE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  RutterTableModel *self = RUTTER_TABLE_MODEL (model);

  return self->table != NULL ? rutter_table_get_n_rows (self->table) : 0;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  RutterTableModel *self = RUTTER_TABLE_MODEL (model);

  if (position >= get_n_items (model))
    return NULL;

  return rutter_table_item_new (self->table, position);
}

static void
init_list_model (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RutterTableModel, rutter_table_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list_model))

static void
rutter_table_model_finalize (GObject *object)
{
  RutterTableModel *self = RUTTER_TABLE_MODEL (object);

  g_clear_pointer (&self->table, rutter_table_unref);

  G_OBJECT_CLASS (rutter_table_model_parent_class)->finalize (object);
}

static void
rutter_table_model_class_init (RutterTableModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rutter_table_model_finalize;
}

static void
rutter_table_model_init (RutterTableModel *self)
{
}

RutterTableModel *
rutter_table_model_new (void)
{
  return g_object_new (RUTTER_TYPE_TABLE_MODEL, NULL);
}

void
rutter_table_model_set_table (RutterTableModel *self,
                              RutterTable      *table)
{
  guint n_before;

  g_return_if_fail (RUTTER_IS_TABLE_MODEL (self));

  n_before = get_n_items (G_LIST_MODEL (self));
  if (table != NULL)
    rutter_table_ref (table);
  g_clear_pointer (&self->table, rutter_table_unref);
  self->table = table;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before,
                              get_n_items (G_LIST_MODEL (self)));
}

/* Returns: (nullable) (transfer none) */
RutterTable *
rutter_table_model_get_table (RutterTableModel *self)
{
  g_return_val_if_fail (RUTTER_IS_TABLE_MODEL (self), NULL);

  return self->table;
}
