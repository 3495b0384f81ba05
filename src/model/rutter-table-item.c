/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-table-item.h"

#include <glib/gi18n-lib.h>

struct _RutterTableItem
{
  GObject               parent_instance;

  RutterTable          *table;
  const RutterTableRow *row;   /* of table */
};

G_DEFINE_FINAL_TYPE (RutterTableItem, rutter_table_item, G_TYPE_OBJECT)

static void
rutter_table_item_finalize (GObject *object)
{
  RutterTableItem *self = RUTTER_TABLE_ITEM (object);

  g_clear_pointer (&self->table, rutter_table_unref);

  G_OBJECT_CLASS (rutter_table_item_parent_class)->finalize (object);
}

static void
rutter_table_item_class_init (RutterTableItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rutter_table_item_finalize;
}

static void
rutter_table_item_init (RutterTableItem *self)
{
}

RutterTableItem *
rutter_table_item_new (RutterTable *table,
                       guint        index)
{
  RutterTableItem *self = g_object_new (RUTTER_TYPE_TABLE_ITEM, NULL);

  self->table = rutter_table_ref (table);
  self->row = rutter_table_get_row (table, index);

  return self;
}

const RutterTableRow *
rutter_table_item_get_row (RutterTableItem *self)
{
  g_return_val_if_fail (RUTTER_IS_TABLE_ITEM (self), NULL);

  return self->row;
}

char *
rutter_table_item_dup_text (RutterTableItem *self,
                            RutterColumn     column)
{
  g_return_val_if_fail (RUTTER_IS_TABLE_ITEM (self), NULL);

  switch (column)
    {
    case RUTTER_COLUMN_TITLE:
      return g_strdup (self->row->title);
    case RUTTER_COLUMN_KIND:
      return g_strdup (self->row->kind);
    case RUTTER_COLUMN_LAYER:
      return g_strdup (self->row->layer_title);
    case RUTTER_COLUMN_STATUS:
      return rutter_table_row_dup_status (self->row);
    case RUTTER_COLUMN_DATE:
      return g_strdup (self->row->date);
    case RUTTER_COLUMN_ACTORS:
      return g_strdup (self->row->actors);
    case RUTTER_COLUMN_CLAIMS:
      return g_strdup_printf ("%u", self->row->n_claims);
    case RUTTER_N_COLUMN:
    default:
      g_return_val_if_reached (NULL);
    }
}

char *
rutter_table_item_describe (RutterTableItem *self)
{
  g_autofree char *status = NULL;
  GString *text;

  g_return_val_if_fail (RUTTER_IS_TABLE_ITEM (self), NULL);

  status = rutter_table_row_dup_status (self->row);
  text = g_string_new (self->row->kind);
  g_string_append_printf (text, "; %s; %s", self->row->layer_title, status);
  if (*self->row->date != '\0')
    g_string_append_printf (text, "; %s", self->row->date);
  if (*self->row->actors != '\0')
    g_string_append_printf (text, "; %s", self->row->actors);
  g_string_append (text, "; ");
  g_string_append_printf (text, ngettext ("%u claim", "%u claims", self->row->n_claims),
                          self->row->n_claims);

  return g_string_free (text, FALSE);
}
