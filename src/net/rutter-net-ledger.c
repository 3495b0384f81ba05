/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-net-ledger.h"

#include "rutter-error.h"

#include <glib/gi18n-lib.h>

/* Of alike contacts within a minute one line: enough for a week of tiles. */
#define MOST_ENTRIES 10000
/* Among so many of the latest a line alike is looked for. */
#define FOLD_DEPTH 8

struct _RutterNetLedger
{
  GObject    parent_instance;

  GPtrArray *entries;
  guint      n_dropped;
};

static void
rutter_net_ledger_list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RutterNetLedger, rutter_net_ledger, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      rutter_net_ledger_list_model_init))

static GType
rutter_net_ledger_get_item_type (GListModel *list)
{
  return RUTTER_TYPE_NET_ENTRY;
}

static guint
rutter_net_ledger_get_n_items (GListModel *list)
{
  return RUTTER_NET_LEDGER (list)->entries->len;
}

static gpointer
rutter_net_ledger_get_item (GListModel *list,
                            guint       position)
{
  RutterNetLedger *self = RUTTER_NET_LEDGER (list);

  return position < self->entries->len ? g_object_ref (self->entries->pdata[position]) : NULL;
}

static void
rutter_net_ledger_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = rutter_net_ledger_get_item_type;
  interface->get_n_items = rutter_net_ledger_get_n_items;
  interface->get_item = rutter_net_ledger_get_item;
}

static void
rutter_net_ledger_finalize (GObject *object)
{
  g_ptr_array_unref (RUTTER_NET_LEDGER (object)->entries);

  G_OBJECT_CLASS (rutter_net_ledger_parent_class)->finalize (object);
}

static void
rutter_net_ledger_class_init (RutterNetLedgerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rutter_net_ledger_finalize;
}

static void
rutter_net_ledger_init (RutterNetLedger *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
}

RutterNetLedger *
rutter_net_ledger_new (void)
{
  return g_object_new (RUTTER_TYPE_NET_LEDGER, NULL);
}

/* Returns: (transfer none): the line that tells of this contact, for its bytes to be added to */
RutterNetEntry *
rutter_net_ledger_note (RutterNetLedger *self,
                        const char      *host,
                        const char      *why,
                        gboolean         allowed)
{
  gint64 now_us = g_get_real_time ();
  RutterNetEntry *entry;
  guint n;

  g_return_val_if_fail (RUTTER_IS_NET_LEDGER (self), NULL);

  n = self->entries->len;
  for (guint i = n; i > 0 && n - i < FOLD_DEPTH; i--)
    if (rutter_net_entry_fold (self->entries->pdata[i - 1], now_us, host, why, allowed))
      return self->entries->pdata[i - 1];

  entry = rutter_net_entry_new (now_us, host, why, allowed);
  g_ptr_array_add (self->entries, entry);
  g_list_model_items_changed (G_LIST_MODEL (self), n, 0, 1);
  if (self->entries->len > MOST_ENTRIES)
    {
      g_ptr_array_remove_index (self->entries, 0);
      self->n_dropped++;
      g_list_model_items_changed (G_LIST_MODEL (self), 0, 1, 0);
    }

  return entry;
}

void
rutter_net_ledger_clear (RutterNetLedger *self)
{
  guint n;

  g_return_if_fail (RUTTER_IS_NET_LEDGER (self));

  n = self->entries->len;
  g_ptr_array_set_size (self->entries, 0);
  self->n_dropped = 0;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n, 0);
}

/* How many of the oldest lines had to go. */
guint
rutter_net_ledger_get_n_dropped (RutterNetLedger *self)
{
  g_return_val_if_fail (RUTTER_IS_NET_LEDGER (self), 0);

  return self->n_dropped;
}

static void
on_replaced_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = g_file_get_parse_name (G_FILE (source));

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, RUTTER_ERROR, RUTTER_ERROR_WRITE,
                             _("The ledger could not be written to “%s”: %s."), name,
                             error->message);
}

/**
 * rutter_net_ledger_export_async:
 *
 * Writes all lines as CSV, under another name first, so that what was there stays whole
 * until the new one is.
 */
void
rutter_net_ledger_export_async (RutterNetLedger     *self,
                                GFile               *file,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GString) text = g_string_new ("time,host,why,verdict,contacts,sent,received\r\n");
  g_autoptr(GBytes) bytes = NULL;
  GTask *task;

  g_return_if_fail (RUTTER_IS_NET_LEDGER (self));

  for (guint i = 0; i < self->entries->len; i++)
    {
      g_autofree char *line = rutter_net_entry_dup_line (self->entries->pdata[i]);

      g_string_append (text, line);
    }

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, rutter_net_ledger_export_async);
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, cancellable,
                                       on_replaced_cb, task);
}

gboolean
rutter_net_ledger_export_finish (RutterNetLedger  *self,
                                 GAsyncResult     *result,
                                 GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
