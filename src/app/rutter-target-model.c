/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-target-model.h"

#include "rutter-live-details.h"

struct _RutterTargetModel
{
  GObject           parent_instance;

  RutterTargetList *list;    /* NULL: no rows */
  GListModel       *feeds;   /* NULL: none are known */
  GHashTable       *items;   /* MMSI -> RutterTargetItem that somebody holds; not owned */
};

static GType
get_item_type (GListModel *model)
{
  return RUTTER_TYPE_TARGET_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  RutterTargetModel *self = RUTTER_TARGET_MODEL (model);

  return self->list != NULL ? rutter_target_list_get_n (self->list) : 0;
}

static void
on_item_gone_cb (gpointer  data,
                 GObject  *where_it_was)
{
  GHashTable *items = data;
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    if (item == (gpointer)where_it_was)
      {
        g_hash_table_iter_remove (&iter);
        break;
      }
  g_hash_table_unref (items);
}

static void
tell (RutterTargetModel     *self,
      RutterTargetItem      *item,
      const RutterTargetRow *row,
      const char            *vessel)
{
  g_autofree char *feed = rutter_live_details_name_feed (self->feeds, row->feed);

  rutter_target_item_tell (item, row, feed, vessel);
}

static void
tell_row (RutterTargetModel         *self,
          RutterTargetItem          *item,
          const RutterTargetListRow *row)
{
  tell (self, item, &row->target, rutter_target_list_get_title (self->list, row->vessel));
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  RutterTargetModel *self = RUTTER_TARGET_MODEL (model);
  const RutterTargetListRow *row;
  RutterTargetItem *item;

  if (position >= get_n_items (model))
    return NULL;

  row = rutter_target_list_get_row (self->list, position);
  item = g_hash_table_lookup (self->items, GUINT_TO_POINTER (row->target.mmsi));
  if (item != NULL)
    return g_object_ref (item);

  item = rutter_target_item_new (&row->target);
  tell_row (self, item, row);
  g_hash_table_insert (self->items, GUINT_TO_POINTER (row->target.mmsi), item);
  g_object_weak_ref (G_OBJECT (item), on_item_gone_cb, g_hash_table_ref (self->items));

  return item;
}

static void
init_list_model (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RutterTargetModel, rutter_target_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list_model))

static void
rutter_target_model_finalize (GObject *object)
{
  RutterTargetModel *self = RUTTER_TARGET_MODEL (object);

  rutter_target_list_unref (self->list);
  g_clear_object (&self->feeds);
  g_hash_table_unref (self->items);

  G_OBJECT_CLASS (rutter_target_model_parent_class)->finalize (object);
}

static void
rutter_target_model_class_init (RutterTargetModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rutter_target_model_finalize;
}

static void
rutter_target_model_init (RutterTargetModel *self)
{
  self->items = g_hash_table_new (NULL, NULL);
}

RutterTargetModel *
rutter_target_model_new (void)
{
  return g_object_new (RUTTER_TYPE_TARGET_MODEL, NULL);
}

void
rutter_target_model_set_feeds (RutterTargetModel *self,
                               GListModel        *feeds)
{
  g_return_if_fail (RUTTER_IS_TARGET_MODEL (self));

  g_set_object (&self->feeds, feeds);
}

static guint32
get_mmsi (RutterTargetList *list,
          guint             i)
{
  return rutter_target_list_get_row (list, i)->target.mmsi;
}

/* How many rows, at most @most, are of the same targets in both, from the beginning or the end. */
static guint
count_same (RutterTargetList *list,
            RutterTargetList *other,
            guint             most,
            gboolean          from_end)
{
  guint n = 0;

  while (n < most)
    {
      guint i = from_end ? rutter_target_list_get_n (list) - 1 - n : n;
      guint j = from_end ? rutter_target_list_get_n (other) - 1 - n : n;

      if (get_mmsi (list, i) != get_mmsi (other, j))
        break;
      n++;
    }

  return n;
}

/* The rows that are looked at, told what the list has of them. */
static void
tell_all (RutterTargetModel *self)
{
  g_autoptr(GList) items = g_hash_table_get_values (self->items);

  for (GList *link = items; link != NULL && self->list != NULL; link = link->next)
    {
      guint i;

      if (rutter_target_list_find (self->list, rutter_target_item_get_mmsi (link->data), &i))
        tell_row (self, link->data, rutter_target_list_get_row (self->list, i));
    }
}

/* @list: (nullable): sorted. Only what moves is announced. */
void
rutter_target_model_set_list (RutterTargetModel *self,
                              RutterTargetList  *list)
{
  g_autoptr(RutterTargetList) before = NULL;
  guint n_before, n_after, n_head, n_tail;

  g_return_if_fail (RUTTER_IS_TARGET_MODEL (self));

  n_before = get_n_items (G_LIST_MODEL (self));
  before = self->list;
  self->list = list != NULL ? rutter_target_list_ref (list) : NULL;
  n_after = get_n_items (G_LIST_MODEL (self));
  tell_all (self);

  n_head = count_same (before, list, MIN (n_before, n_after), FALSE);
  n_tail = count_same (before, list, MIN (n_before, n_after) - n_head, TRUE);
  if (n_before - n_head - n_tail > 0 || n_after - n_head - n_tail > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), n_head, n_before - n_head - n_tail,
                                n_after - n_head - n_tail);
}

/* Returns: (nullable) (transfer none) */
RutterTargetList *
rutter_target_model_get_list (RutterTargetModel *self)
{
  g_return_val_if_fail (RUTTER_IS_TARGET_MODEL (self), NULL);

  return self->list;
}

void
rutter_target_model_tell (RutterTargetModel *self,
                          GArray            *targets)
{
  g_return_if_fail (RUTTER_IS_TARGET_MODEL (self));

  for (guint i = 0; i < targets->len; i++)
    {
      const RutterTarget *target = &g_array_index (targets, RutterTarget, i);
      RutterTargetItem *item = g_hash_table_lookup (self->items, GUINT_TO_POINTER (target->mmsi));
      const char *vessel = NULL;
      RutterTargetRow row;
      guint at;

      if (item == NULL)
        continue;
      rutter_target_row_init (&row, target, g_get_real_time ());
      if (self->list != NULL && rutter_target_list_find (self->list, target->mmsi, &at))
        vessel = rutter_target_list_get_title (self->list, rutter_target_list_get_row
                                                             (self->list, at)->vessel);
      tell (self, item, &row, vessel);
    }
}

GArray *
rutter_target_model_list_seen (RutterTargetModel *self)
{
  GArray *seen = g_array_new (FALSE, FALSE, sizeof (guint32));
  GHashTableIter iter;
  gpointer key;

  g_return_val_if_fail (RUTTER_IS_TARGET_MODEL (self), seen);

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint32 mmsi = GPOINTER_TO_UINT (key);

      g_array_append_val (seen, mmsi);
    }

  return seen;
}
