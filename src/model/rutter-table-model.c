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

/* How many rows, at most `most`, are the same in both from the beginning or from the end. */
static guint
count_same (const RutterTable *table,
            const RutterTable *other,
            guint              most,
            gboolean           from_end)
{
  guint n = 0;

  while (n < most)
    {
      guint i = from_end ? rutter_table_get_n_rows (table) - 1 - n : n;
      guint j = from_end ? rutter_table_get_n_rows (other) - 1 - n : n;

      if (!rutter_table_row_equals (rutter_table_get_row (table, i),
                                    rutter_table_get_row (other, j)))
        break;
      n++;
    }

  return n;
}

RutterTableModel *
rutter_table_model_new (void)
{
  return g_object_new (RUTTER_TYPE_TABLE_MODEL, NULL);
}

/* Rows that are the same at both ends are not announced as new, so that whoever reads them while
 * the map moves keeps their place.
 */
void
rutter_table_model_set_table (RutterTableModel *self,
                              RutterTable      *table)
{
  g_autoptr(RutterTable) before = NULL;
  guint n_before, n_after, n_head, n_tail;

  g_return_if_fail (RUTTER_IS_TABLE_MODEL (self));

  n_before = get_n_items (G_LIST_MODEL (self));
  before = self->table;
  self->table = table != NULL ? rutter_table_ref (table) : NULL;
  n_after = get_n_items (G_LIST_MODEL (self));

  n_head = count_same (before, table, MIN (n_before, n_after), FALSE);
  n_tail = count_same (before, table, MIN (n_before, n_after) - n_head, TRUE);
  if (n_before - n_head - n_tail > 0 || n_after - n_head - n_tail > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), n_head, n_before - n_head - n_tail,
                                n_after - n_head - n_tail);
}

/* Returns: (nullable) (transfer none) */
RutterTable *
rutter_table_model_get_table (RutterTableModel *self)
{
  g_return_val_if_fail (RUTTER_IS_TABLE_MODEL (self), NULL);

  return self->table;
}
