/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-traffic-private.h"

#include "rutter-target-captions.h"

/* What the main thread asks the traffic's thread. */
typedef struct
{
  RutterTrafficRequest  head;
  GArray               *mmsis;
  RutterTargetFilter    filter;
  RutterTargetSort      sort;
  gboolean              is_reversed;
  gint64                now_us;
  RutterTargetCaptions  wanted;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_pointer (&request->mmsis, g_array_unref);
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
ask_for_result (RutterTraffic       *self,
                Request             *request,
                GCancellable        *cancellable,
                GAsyncReadyCallback  callback,
                gpointer             user_data,
                gpointer             tag)
{
  request->head.task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (request->head.task, tag);
  rutter_traffic_worker_ask (rutter_traffic_get_worker (self), &request->head);
}

static GArray *
finish_array (GAsyncResult  *result,
              gpointer       tag,
              GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
return_array (RutterTrafficRequest *request,
              GArray               *array)
{
  g_task_return_pointer (request->task, array, (GDestroyNotify)g_array_unref);
}

static gboolean
do_find (RutterTrafficRequest *request,
         RutterTargetTable    *table)
{
  const GArray *mmsis = ((Request *)request)->mmsis;
  GArray *targets = g_array_new (FALSE, FALSE, sizeof (RutterTarget));

  for (guint i = 0; i < mmsis->len; i++)
    {
      guint32 mmsi = g_array_index (mmsis, guint32, i);
      const RutterTarget *found = rutter_target_table_find (table, mmsi);
      RutterTarget copy;

      if (found == NULL)
        continue;
      copy = *found;
      copy.same_imo_mmsi = rutter_target_table_find_same_imo (table, found);
      g_array_append_val (targets, copy);
    }
  return_array (request, targets);
  return FALSE;
}

void
rutter_traffic_find_async (RutterTraffic       *self,
                           const guint32       *mmsis,
                           guint                n_mmsis,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  Request *request = request_new (do_find);

  g_return_if_fail (RUTTER_IS_TRAFFIC (self));

  request->mmsis = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n_mmsis);
  g_array_append_vals (request->mmsis, mmsis, n_mmsis);
  ask_for_result (self, request, cancellable, callback, user_data, rutter_traffic_find_async);
}

GArray *
rutter_traffic_find_finish (RutterTraffic  *self,
                            GAsyncResult   *result,
                            GError        **error)
{
  return finish_array (result, rutter_traffic_find_async, error);
}

typedef struct
{
  const RutterTargetFilter *filter;
  GArray                   *rows;
  gint64                    now_us;
} Listing;

static void
list_target (const RutterTarget *target,
             const RutterTrack  *track,
             gpointer            user_data)
{
  Listing *listing = user_data;
  RutterTargetRow row;

  if (!rutter_target_filter_takes (listing->filter, target))
    return;

  rutter_target_row_init (&row, target, listing->now_us);
  g_array_append_val (listing->rows, row);
}

static gboolean
do_list (RutterTrafficRequest *request,
         RutterTargetTable    *table)
{
  const Request *wanted = (Request *)request;
  Listing listing = {
    &wanted->filter, g_array_new (FALSE, FALSE, sizeof (RutterTargetRow)), wanted->now_us,
  };

  rutter_target_table_foreach (table, list_target, &listing);
  rutter_target_row_sort (listing.rows, wanted->sort, wanted->is_reversed);
  return_array (request, listing.rows);
  return FALSE;
}

/* @filter: (nullable): NULL takes every target */
void
rutter_traffic_list_async (RutterTraffic            *self,
                           const RutterTargetFilter *filter,
                           RutterTargetSort          sort,
                           gboolean                  is_reversed,
                           GCancellable             *cancellable,
                           GAsyncReadyCallback       callback,
                           gpointer                  user_data)
{
  Request *request = request_new (do_list);

  g_return_if_fail (RUTTER_IS_TRAFFIC (self));

  rutter_target_filter_init (&request->filter);
  if (filter != NULL)
    request->filter = *filter;
  request->sort = sort;
  request->is_reversed = is_reversed;
  request->now_us = rutter_traffic_get_now (self);
  ask_for_result (self, request, cancellable, callback, user_data, rutter_traffic_list_async);
}

GArray *
rutter_traffic_list_finish (RutterTraffic  *self,
                            GAsyncResult   *result,
                            GError        **error)
{
  return finish_array (result, rutter_traffic_list_async, error);
}

static gboolean
do_tail (RutterTrafficRequest *request,
         RutterTargetTable    *table)
{
  guint32 mmsi = g_array_index (((Request *)request)->mmsis, guint32, 0);

  return_array (request, rutter_track_list (rutter_target_table_find_track (table, mmsi)));
  return FALSE;
}

void
rutter_traffic_tail_async (RutterTraffic       *self,
                           guint32              mmsi,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  Request *request = request_new (do_tail);

  g_return_if_fail (RUTTER_IS_TRAFFIC (self));

  request->mmsis = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (request->mmsis, mmsi);
  ask_for_result (self, request, cancellable, callback, user_data, rutter_traffic_tail_async);
}

GArray *
rutter_traffic_tail_finish (RutterTraffic  *self,
                            GAsyncResult   *result,
                            GError        **error)
{
  return finish_array (result, rutter_traffic_tail_async, error);
}

static gboolean
do_caption (RutterTrafficRequest *request,
            RutterTargetTable    *table)
{
  const Request *wanted = (Request *)request;
  RutterPointCaptions *captions =
    rutter_target_captions_make (table, &wanted->wanted, &wanted->filter,
                                 (guint32 *)(gpointer)wanted->mmsis->data, wanted->mmsis->len);

  g_task_return_pointer (request->task, captions, (GDestroyNotify)rutter_point_captions_unref);
  return FALSE;
}

void
rutter_traffic_caption_async (RutterTraffic       *self,
                              const RutterBox     *boxes,
                              guint                n_boxes,
                              const guint32       *mmsis,
                              guint                n_mmsis,
                              gboolean             with_tails,
                              guint                most,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  Request *request;

  g_return_if_fail (RUTTER_IS_TRAFFIC (self));
  g_return_if_fail (n_boxes <= G_N_ELEMENTS (request->wanted.boxes));

  request = request_new (do_caption);
  request->filter = *rutter_traffic_get_filter (self);
  request->wanted = (RutterTargetCaptions) { .n_boxes = n_boxes, .with_tails = with_tails,
                                             .most = most };
  for (guint i = 0; i < n_boxes; i++)
    request->wanted.boxes[i] = boxes[i];
  request->mmsis = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n_mmsis);
  g_array_append_vals (request->mmsis, mmsis, n_mmsis);
  ask_for_result (self, request, cancellable, callback, user_data, rutter_traffic_caption_async);
}

RutterPointCaptions *
rutter_traffic_caption_finish (RutterTraffic  *self,
                               GAsyncResult   *result,
                               GError        **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, rutter_traffic_caption_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
