/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-traffic-worker.h"

/* Between two publications, and between two looks for those that fell silent. */
#define PUBLISH_US (200 * 1000)
#define LOOK_US G_USEC_PER_SEC
/* A queue that was longer gives its memory back. */
#define USUAL_WAITING 4096

struct _RutterTrafficWorker
{
  gsize                 item_size;
  guint                 max_waiting;
  RutterTrafficHear     hear;
  GSourceFunc           tell;
  gpointer              user_data;
  GMainContext         *context;
  GThread              *thread;

  GMutex                lock;
  GCond                 wake;
  /* under the lock */
  GArray               *waiting;
  guint64               n_dropped;
  GQueue                requests;   /* of RutterTrafficRequest */
  RutterPointSet       *next;       /* not yet taken */
  RutterPointSet       *next_filtered;
  RutterTargetFilter    filter;
  gboolean              is_asked;   /* for points, whatever was heard */
  GSource              *telling;
  gboolean              is_ending;
  gint64                ahead_us;   /* of the real clock, when a log tells the time */

  /* the thread's own */
  RutterTargetTable    *table;
  gboolean              is_changed;
  gint64                published_us, looked_us;   /* monotonic */
};

/* What is now for the table; on any thread. */
gint64
rutter_traffic_worker_get_now (RutterTrafficWorker *self)
{
  gint64 ahead_us;

  g_mutex_lock (&self->lock);
  ahead_us = self->ahead_us;
  g_mutex_unlock (&self->lock);

  return g_get_real_time () + ahead_us;
}

/* On any thread. */
void
rutter_traffic_worker_set_ahead (RutterTrafficWorker *self,
                                 gint64               ahead_us)
{
  g_mutex_lock (&self->lock);
  self->ahead_us = ahead_us;
  g_mutex_unlock (&self->lock);
}

static void
publish (RutterTrafficWorker *self)
{
  gint64 now_us = rutter_traffic_worker_get_now (self);
  RutterPointSet *points = rutter_target_table_make_points (self->table, now_us);
  RutterPointSet *filtered;
  RutterTargetFilter filter;

  g_mutex_lock (&self->lock);
  filter = self->filter;
  self->is_asked = FALSE;
  g_mutex_unlock (&self->lock);
  filtered = rutter_target_filter_is_empty (&filter)
             ? rutter_point_set_ref (points)
             : rutter_target_table_make_filtered (self->table, &filter, now_us);

  /* Whoever is late finds the latest points only. */
  g_mutex_lock (&self->lock);
  g_clear_pointer (&self->next, rutter_point_set_unref);
  g_clear_pointer (&self->next_filtered, rutter_point_set_unref);
  self->next = points;
  self->next_filtered = filtered;
  if (self->telling == NULL)
    {
      self->telling = g_idle_source_new ();
      g_source_set_priority (self->telling, G_PRIORITY_DEFAULT);
      g_source_set_callback (self->telling, self->tell, self->user_data, NULL);
      g_source_attach (self->telling, self->context);
    }
  g_mutex_unlock (&self->lock);
  self->is_changed = FALSE;
  self->published_us = g_get_monotonic_time ();
}

static void
merge (RutterTrafficWorker *self,
       GArray              *items)
{
  gint64 now_us = rutter_traffic_worker_get_now (self);

  for (guint i = 0; i < items->len; i++)
    self->hear (self->table, items->data + i * self->item_size, now_us);
  self->is_changed |= items->len > 0;
}

static gboolean
on_release_cb (gpointer user_data)
{
  return G_SOURCE_REMOVE;
}

/* A task holds its source object, which must not go on this thread: it would wait for itself. */
static void
release_task (RutterTrafficWorker *self,
              GTask               *task)
{
  g_autoptr(GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_release_cb, task, g_object_unref);
  g_source_attach (source, self->context);
}

static void
answer (RutterTrafficWorker  *self,
        RutterTrafficRequest *request)
{
  GTask *task = request->task;

  if (task == NULL || !g_task_return_error_if_cancelled (task))
    self->is_changed |= request->answer (request, self->table);
  request->free (request);
  if (task != NULL)
    release_task (self, task);
}

/* Waits, under the lock, until there is something to do. What is heard waits as well, until it is
 * time to publish, unless it becomes much or somebody asks.
 */
static gboolean
wait_for_work (RutterTrafficWorker *self)
{
  while (!self->is_ending && g_queue_is_empty (&self->requests))
    {
      gboolean is_due = self->waiting->len > 0 || self->is_changed || self->is_asked;
      gint64 end_us = is_due ? MIN (self->published_us + PUBLISH_US, self->looked_us + LOOK_US)
                             : self->looked_us + LOOK_US;

      if (self->waiting->len > self->max_waiting / 4 || g_get_monotonic_time () >= end_us)
        break;
      g_cond_wait_until (&self->wake, &self->lock, end_us);
    }

  return !self->is_ending;
}

/* Returns: (transfer full): what waited */
static GArray *
take_waiting (RutterTrafficWorker *self,
              GArray              *emptied)
{
  GArray *full = self->waiting;

  self->waiting = emptied != NULL ? emptied
                                  : g_array_new (FALSE, FALSE, (guint)self->item_size);
  return full;
}

static void
work (RutterTrafficWorker  *self,
      RutterTrafficRequest *request,
      GArray               *items)
{
  merge (self, items);
  if (request != NULL)
    answer (self, request);
  if (g_get_monotonic_time () - self->looked_us >= LOOK_US)
    {
      self->is_changed |=
        rutter_target_table_is_ageing (self->table, rutter_traffic_worker_get_now (self));
      self->looked_us = g_get_monotonic_time ();
    }
  if (self->is_changed && g_get_monotonic_time () - self->published_us >= PUBLISH_US)
    publish (self);
}

static gpointer
run (gpointer user_data)
{
  RutterTrafficWorker *self = user_data;
  g_autoptr(GArray) items = NULL;

  g_mutex_lock (&self->lock);
  while (wait_for_work (self))
    {
      RutterTrafficRequest *request = g_queue_pop_head (&self->requests);

      items = take_waiting (self, items);
      self->is_changed |= self->is_asked;
      g_mutex_unlock (&self->lock);
      work (self, request, items);
      if (items->len > USUAL_WAITING)
        g_clear_pointer (&items, g_array_unref);
      else
        g_array_set_size (items, 0);
      g_mutex_lock (&self->lock);
    }
  g_mutex_unlock (&self->lock);

  return NULL;
}

/* @tell: called on this thread's main context when there are points to take */
RutterTrafficWorker *
rutter_traffic_worker_new (gsize              item_size,
                           guint              max_waiting,
                           RutterTrafficHear  hear,
                           GSourceFunc        tell,
                           gpointer           user_data)
{
  RutterTrafficWorker *self = g_new0 (RutterTrafficWorker, 1);

  self->item_size = item_size;
  self->max_waiting = max_waiting;
  self->hear = hear;
  self->tell = tell;
  self->user_data = user_data;
  self->context = g_main_context_ref_thread_default ();
  self->waiting = g_array_new (FALSE, FALSE, (guint)item_size);
  self->table = rutter_target_table_new (RUTTER_TARGET_TABLE_USUAL_SIZE);
  g_mutex_init (&self->lock);
  g_cond_init (&self->wake);
  g_queue_init (&self->requests);
  rutter_target_filter_init (&self->filter);
  self->thread = g_thread_new ("traffic", run, self);  /* untranslated */
  return self;
}

static void
drop_request (gpointer data)
{
  RutterTrafficRequest *request = data;
  g_autoptr(GTask) task = request->task;

  if (task != NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "closed");  /* untranslated */
  request->free (request);
}

/* Waits for what the thread is doing, which is little, and for nothing that it has before it. */
void
rutter_traffic_worker_free (RutterTrafficWorker *self)
{
  g_mutex_lock (&self->lock);
  self->is_ending = TRUE;
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->lock);
  g_thread_join (self->thread);

  if (self->telling != NULL)
    g_source_destroy (self->telling);
  g_clear_pointer (&self->telling, g_source_unref);
  g_clear_pointer (&self->next, rutter_point_set_unref);
  g_clear_pointer (&self->next_filtered, rutter_point_set_unref);
  g_queue_clear_full (&self->requests, drop_request);
  rutter_target_table_free (self->table);
  g_array_unref (self->waiting);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->wake);
  g_free (self);
}

/* On any thread. It never waits for what is being merged. */
void
rutter_traffic_worker_add (RutterTrafficWorker *self,
                           gconstpointer        items,
                           guint                n_items)
{
  guint n, before;

  g_mutex_lock (&self->lock);
  before = self->waiting->len;
  n = MIN (n_items, self->max_waiting - before);
  if (n > 0)
    g_array_append_vals (self->waiting, items, n);
  self->n_dropped += n_items - n;
  if (before == 0 || self->waiting->len > self->max_waiting / 4)
    g_cond_signal (&self->wake);
  g_mutex_unlock (&self->lock);
}

/* On any thread. */
guint64
rutter_traffic_worker_count_dropped (RutterTrafficWorker *self)
{
  guint64 n;

  g_mutex_lock (&self->lock);
  n = self->n_dropped;
  g_mutex_unlock (&self->lock);
  return n;
}

/* @request: (transfer full): answered after all that was added before */
void
rutter_traffic_worker_ask (RutterTrafficWorker  *self,
                           RutterTrafficRequest *request)
{
  g_mutex_lock (&self->lock);
  g_queue_push_tail (&self->requests, request);
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->lock);
}

void
rutter_traffic_worker_set_filter (RutterTrafficWorker      *self,
                                  const RutterTargetFilter *filter)
{
  g_mutex_lock (&self->lock);
  self->filter = *filter;
  self->is_asked = TRUE;
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->lock);
}

/**
 * rutter_traffic_worker_take_points:
 * @filtered: (out): those of them that the filter takes
 *
 * Returns: (transfer full) (nullable): the points that were not taken yet
 */
RutterPointSet *
rutter_traffic_worker_take_points (RutterTrafficWorker  *self,
                                   RutterPointSet      **filtered)
{
  RutterPointSet *next;

  g_mutex_lock (&self->lock);
  next = g_steal_pointer (&self->next);
  *filtered = g_steal_pointer (&self->next_filtered);
  g_clear_pointer (&self->telling, g_source_unref);
  g_mutex_unlock (&self->lock);
  return next;
}
