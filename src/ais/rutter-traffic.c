/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-traffic-private.h"

struct _RutterTraffic
{
  GObject              parent_instance;

  RutterTrafficWorker *worker;
  RutterPointSet      *points;
  RutterPointSet      *filtered;
  RutterTargetFilter   filter;
};

enum { PUBLISHED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RutterTraffic, rutter_traffic, G_TYPE_OBJECT)

typedef struct
{
  RutterTrafficRequest  head;
  guint8                feed;
  RutterTargetObserver  observer;
  gpointer              observer_data;
  GDestroyNotify        destroy_observer;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  if (request->destroy_observer != NULL)
    request->destroy_observer (request->observer_data);
  g_free (request);
}

static Request *
request_new (RutterTrafficAnswer answer)
{
  Request *request = g_new0 (Request, 1);

  request->head.answer = answer;
  request->head.free = request_free;
  return request;
}

static void
hear (RutterTargetTable *table,
      gconstpointer      data,
      gint64             now_us)
{
  const RutterTrafficItem *item = data;

  rutter_target_table_hear (table, &item->message, item->heard_us, item->feed, item->is_own,
                            now_us);
}

static gboolean
on_points_cb (gpointer user_data)
{
  RutterTraffic *self = user_data;
  RutterPointSet *filtered = NULL;
  RutterPointSet *points = rutter_traffic_worker_take_points (self->worker, &filtered);

  if (points == NULL)
    return G_SOURCE_REMOVE;

  g_clear_pointer (&self->points, rutter_point_set_unref);
  self->points = points;
  g_clear_pointer (&self->filtered, rutter_point_set_unref);
  self->filtered = filtered;
  g_signal_emit (self, signals[PUBLISHED], 0);
  return G_SOURCE_REMOVE;
}

static void
rutter_traffic_dispose (GObject *object)
{
  RutterTraffic *self = RUTTER_TRAFFIC (object);

  g_clear_pointer (&self->worker, rutter_traffic_worker_free);
  g_clear_pointer (&self->points, rutter_point_set_unref);
  g_clear_pointer (&self->filtered, rutter_point_set_unref);

  G_OBJECT_CLASS (rutter_traffic_parent_class)->dispose (object);
}

static void
rutter_traffic_class_init (RutterTrafficClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rutter_traffic_dispose;

  signals[PUBLISHED] = g_signal_new ("published", RUTTER_TYPE_TRAFFIC, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
}

static void
rutter_traffic_init (RutterTraffic *self)
{
  rutter_target_filter_init (&self->filter);
  self->worker = rutter_traffic_worker_new (sizeof (RutterTrafficItem),
                                            RUTTER_TRAFFIC_MAX_WAITING, hear, on_points_cb, self);
}

RutterTraffic *
rutter_traffic_new (void)
{
  return g_object_new (RUTTER_TYPE_TRAFFIC, NULL);
}

/**
 * rutter_traffic_add:
 * @items: copied
 *
 * May be called on any thread, and never waits for what is being merged. When too much waits
 * already, the rest is dropped.
 */
void
rutter_traffic_add (RutterTraffic           *self,
                    const RutterTrafficItem *items,
                    guint                    n_items)
{
  g_return_if_fail (RUTTER_IS_TRAFFIC (self));
  g_return_if_fail (items != NULL || n_items == 0);

  rutter_traffic_worker_add (self->worker, items, n_items);
}

/* Items for which there was no room; on any thread. */
guint64
rutter_traffic_count_dropped (RutterTraffic *self)
{
  g_return_val_if_fail (RUTTER_IS_TRAFFIC (self), 0);

  return rutter_traffic_worker_count_dropped (self->worker);
}

gint64
rutter_traffic_get_now (RutterTraffic *self)
{
  g_return_val_if_fail (RUTTER_IS_TRAFFIC (self), 0);

  return rutter_traffic_worker_get_now (self->worker);
}

void
rutter_traffic_set_ahead (RutterTraffic *self,
                          gint64         ahead_us)
{
  g_return_if_fail (RUTTER_IS_TRAFFIC (self));

  rutter_traffic_worker_set_ahead (self->worker, ahead_us);
}

RutterTrafficWorker *
rutter_traffic_get_worker (RutterTraffic *self)
{
  return self->worker;
}

/* Returns: (transfer none) (nullable): good until the next "published" */
RutterPointSet *
rutter_traffic_get_points (RutterTraffic *self)
{
  g_return_val_if_fail (RUTTER_IS_TRAFFIC (self), NULL);

  return self->points;
}

RutterPointSet *
rutter_traffic_get_filtered (RutterTraffic *self)
{
  g_return_val_if_fail (RUTTER_IS_TRAFFIC (self), NULL);

  return self->filtered;
}

void
rutter_traffic_set_filter (RutterTraffic            *self,
                           const RutterTargetFilter *filter)
{
  g_return_if_fail (RUTTER_IS_TRAFFIC (self));

  if (rutter_target_filter_equals (&self->filter, filter))
    return;

  self->filter = *filter;
  rutter_traffic_worker_set_filter (self->worker, filter);
}

const RutterTargetFilter *
rutter_traffic_get_filter (RutterTraffic *self)
{
  g_return_val_if_fail (RUTTER_IS_TRAFFIC (self), NULL);

  return &self->filter;
}

static gboolean
do_clear (RutterTrafficRequest *request,
          RutterTargetTable    *table)
{
  rutter_target_table_clear (table);
  return TRUE;
}

void
rutter_traffic_clear (RutterTraffic *self)
{
  g_return_if_fail (RUTTER_IS_TRAFFIC (self));

  rutter_traffic_worker_ask (self->worker, &request_new (do_clear)->head);
}

static gboolean
do_remove_feed (RutterTrafficRequest *request,
                RutterTargetTable    *table)
{
  rutter_target_table_remove_feed (table, ((Request *)request)->feed);
  return TRUE;
}

void
rutter_traffic_remove_feed (RutterTraffic *self,
                            guint8         feed)
{
  Request *request = request_new (do_remove_feed);

  g_return_if_fail (RUTTER_IS_TRAFFIC (self));

  request->feed = feed;
  rutter_traffic_worker_ask (self->worker, &request->head);
}

static gboolean
do_observe (RutterTrafficRequest *head,
            RutterTargetTable    *table)
{
  Request *request = (Request *)head;

  rutter_target_table_set_observer (table, request->observer, request->observer_data,
                                    g_steal_pointer (&request->destroy_observer));
  return FALSE;
}

/* @destroy: (nullable): called with @user_data when it is needed no longer, on any thread */
void
rutter_traffic_set_observer (RutterTraffic        *self,
                             RutterTargetObserver  observer,
                             gpointer              user_data,
                             GDestroyNotify        destroy)
{
  Request *request = request_new (do_observe);

  g_return_if_fail (RUTTER_IS_TRAFFIC (self));

  request->observer = observer;
  request->observer_data = user_data;
  request->destroy_observer = destroy;
  rutter_traffic_worker_ask (self->worker, &request->head);
}

typedef struct
{
  RutterTrafficRequest  head;
  RutterTrafficFunc     func;
  gpointer              data;
  GDestroyNotify        free_data, free_result;
} RunRequest;

static void
run_request_free (gpointer data)
{
  RunRequest *request = data;

  if (request->free_data != NULL)
    request->free_data (request->data);
  g_free (request);
}

static gboolean
do_run (RutterTrafficRequest *head,
        RutterTargetTable    *table)
{
  RunRequest *request = (RunRequest *)head;

  g_task_return_pointer (head->task, request->func (table, request->data), request->free_result);
  return FALSE;
}

/**
 * rutter_traffic_run_async:
 * @func: sees the table and @data, changes neither the table nor anything of other threads, and
 *   is done soon: nothing is heard meanwhile
 * @free_data: (nullable): called on the traffic's thread
 * @free_result: (nullable): of what @func returns
 */
void
rutter_traffic_run_async (RutterTraffic       *self,
                          RutterTrafficFunc    func,
                          gpointer             data,
                          GDestroyNotify       free_data,
                          GDestroyNotify       free_result,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  RunRequest *request;

  g_return_if_fail (RUTTER_IS_TRAFFIC (self));

  request = g_new0 (RunRequest, 1);
  request->head = (RutterTrafficRequest) {
    do_run, g_task_new (self, cancellable, callback, user_data), run_request_free,
  };
  request->func = func;
  request->data = data;
  request->free_data = free_data;
  request->free_result = free_result;
  g_task_set_source_tag (request->head.task, rutter_traffic_run_async);
  rutter_traffic_worker_ask (self->worker, &request->head);
}

gpointer
rutter_traffic_run_finish (RutterTraffic  *self,
                           GAsyncResult   *result,
                           GError        **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, rutter_traffic_run_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
