/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-watchman.h"

/* What the two threads share. The traffic holds it for as long as it may call. */
typedef struct
{
  gatomicrefcount  ref_count;
  GMutex           lock;
  GMainContext    *context;

  /* under the lock */
  RutterWatcher   *watcher;
  GPtrArray       *waiting;   /* notes that the owner has not seen */
  guint64          n_dropped; /* for which there was no room among them */
  GSource         *telling;
  RutterWatchman  *owner;     /* NULL: gone */
} Post;

struct _RutterWatchman
{
  GObject     parent_instance;

  Post       *post;
  GPtrArray  *watches;
  GListStore *notes;
};

enum { ALERTED, N_SIGNALS };

static guint signals[N_SIGNALS];

static GType
get_item_type (GListModel *model)
{
  return RUTTER_TYPE_ALERT_NOTE;
}

static guint
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (RUTTER_WATCHMAN (model)->notes));
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (RUTTER_WATCHMAN (model)->notes), position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RutterWatchman, rutter_watchman, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
post_unref (gpointer data)
{
  Post *post = data;

  if (!g_atomic_ref_count_dec (&post->ref_count))
    return;

  rutter_watcher_free (post->watcher);
  g_ptr_array_unref (post->waiting);
  g_main_context_unref (post->context);
  g_mutex_clear (&post->lock);
  g_free (post);
}

static void
take_notes (RutterWatchman *self,
            GPtrArray      *notes)
{
  g_autoptr(GPtrArray) newest_first = g_ptr_array_new ();
  guint n;

  for (guint i = notes->len; i > 0; i--)
    g_ptr_array_add (newest_first, notes->pdata[i - 1]);
  g_list_store_splice (self->notes, 0, 0, newest_first->pdata, newest_first->len);
  n = get_n_items (G_LIST_MODEL (self));
  if (n > RUTTER_WATCHMAN_MOST_NOTES)
    g_list_store_splice (self->notes, RUTTER_WATCHMAN_MOST_NOTES,
                         n - RUTTER_WATCHMAN_MOST_NOTES, NULL, 0);
  g_signal_emit (self, signals[ALERTED], 0, notes);
}

static gboolean
on_notes_cb (gpointer user_data)
{
  Post *post = user_data;
  g_autoptr(GPtrArray) notes = NULL;
  RutterWatchman *owner;

  g_mutex_lock (&post->lock);
  notes = g_steal_pointer (&post->waiting);
  post->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  g_clear_pointer (&post->telling, g_source_unref);
  owner = post->owner;
  g_mutex_unlock (&post->lock);

  if (owner != NULL)
    {
      g_object_ref (owner);
      take_notes (owner, notes);
      g_object_unref (owner);
    }

  return G_SOURCE_REMOVE;
}

/* Under the lock. When the main thread is slow the list has an end on this side too. */
static void
on_alert_cb (const RutterAlert *alert,
             gpointer           user_data)
{
  Post *post = user_data;

  if (post->waiting->len >= RUTTER_WATCHMAN_MOST_NOTES)
    {
      post->n_dropped++;
      return;
    }

  g_ptr_array_add (post->waiting, rutter_alert_note_new (alert));
  if (post->telling != NULL)
    return;

  g_atomic_ref_count_inc (&post->ref_count);
  post->telling = g_idle_source_new ();
  g_source_set_callback (post->telling, on_notes_cb, post, post_unref);
  g_source_attach (post->telling, post->context);
}

/* On the traffic's thread, after each message. */
static void
on_target_cb (const RutterTarget *target,
              gpointer            user_data)
{
  Post *post = user_data;

  g_mutex_lock (&post->lock);
  if (post->owner != NULL && !rutter_watcher_is_idle (post->watcher))
    {
      rutter_watcher_see (post->watcher, target);
      rutter_watcher_tick (post->watcher, target->feed, target->heard_us);
    }
  g_mutex_unlock (&post->lock);
}

static void
rutter_watchman_dispose (GObject *object)
{
  RutterWatchman *self = RUTTER_WATCHMAN (object);

  if (self->post != NULL)
    {
      g_mutex_lock (&self->post->lock);
      self->post->owner = NULL;
      g_mutex_unlock (&self->post->lock);
    }
  g_clear_pointer (&self->post, post_unref);
  g_clear_pointer (&self->watches, g_ptr_array_unref);
  g_clear_object (&self->notes);

  G_OBJECT_CLASS (rutter_watchman_parent_class)->dispose (object);
}

static void
rutter_watchman_class_init (RutterWatchmanClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rutter_watchman_dispose;

  signals[ALERTED] = g_signal_new ("alerted", RUTTER_TYPE_WATCHMAN, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
pass_change (RutterWatchman *self,
             guint           position,
             guint           n_removed,
             guint           n_added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
}

static void
rutter_watchman_init (RutterWatchman *self)
{
  self->post = g_new0 (Post, 1);
  g_atomic_ref_count_init (&self->post->ref_count);
  g_mutex_init (&self->post->lock);
  self->post->context = g_main_context_ref_thread_default ();
  self->post->watcher = rutter_watcher_new (on_alert_cb, self->post);
  self->post->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  self->post->owner = self;
  self->watches = g_ptr_array_new_with_free_func ((GDestroyNotify)rutter_watch_unref);
  self->notes = g_list_store_new (RUTTER_TYPE_ALERT_NOTE);
  g_signal_connect_object (self->notes, "items-changed", G_CALLBACK (pass_change), self,
                           G_CONNECT_SWAPPED);
}

/* The only one that watches @traffic. */
RutterWatchman *
rutter_watchman_new (RutterTraffic *traffic)
{
  RutterWatchman *self = g_object_new (RUTTER_TYPE_WATCHMAN, NULL);

  g_atomic_ref_count_inc (&self->post->ref_count);
  rutter_traffic_set_observer (traffic, on_target_cb, self->post, post_unref);

  return self;
}

/* @watches: (element-type RutterWatch): in place of those before; one that stays goes on */
void
rutter_watchman_set_watches (RutterWatchman *self,
                             GPtrArray      *watches)
{
  g_return_if_fail (RUTTER_IS_WATCHMAN (self));

  g_ptr_array_ref (watches);
  g_ptr_array_unref (self->watches);
  self->watches = watches;

  g_mutex_lock (&self->post->lock);
  rutter_watcher_set_watches (self->post->watcher, watches);
  g_mutex_unlock (&self->post->lock);
}

/* Returns: (transfer none) (element-type RutterWatch): not to be changed */
GPtrArray *
rutter_watchman_get_watches (RutterWatchman *self)
{
  g_return_val_if_fail (RUTTER_IS_WATCHMAN (self), NULL);

  return self->watches;
}

/* The numbers of the catalogue's vessels, for areas that watch those. */
void
rutter_watchman_set_catalogue (RutterWatchman *self,
                               const guint32  *imos,
                               guint           n_imos,
                               const guint32  *mmsis,
                               guint           n_mmsis)
{
  g_return_if_fail (RUTTER_IS_WATCHMAN (self));

  g_mutex_lock (&self->post->lock);
  rutter_watcher_set_catalogue (self->post->watcher, imos, n_imos, mmsis, n_mmsis);
  g_mutex_unlock (&self->post->lock);
}

/* Alerts that came too fast to be kept. */
guint64
rutter_watchman_get_n_dropped (RutterWatchman *self)
{
  guint64 n;

  g_return_val_if_fail (RUTTER_IS_WATCHMAN (self), 0);

  g_mutex_lock (&self->post->lock);
  n = self->post->n_dropped;
  g_mutex_unlock (&self->post->lock);
  return n;
}

void
rutter_watchman_clear (RutterWatchman *self)
{
  g_return_if_fail (RUTTER_IS_WATCHMAN (self));

  g_list_store_remove_all (self->notes);
}
