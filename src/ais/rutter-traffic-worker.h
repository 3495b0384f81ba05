/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-target-table.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The thread that owns the table of targets. Items wait for it in a queue that has an end; others
 * see the table through points that it makes and through requests that it answers. For
 * RutterTraffic alone.
 */
typedef struct _RutterTrafficWorker RutterTrafficWorker;

typedef struct _RutterTrafficRequest RutterTrafficRequest;

/* Runs on the thread. Returns: whether the table was changed */
typedef gboolean (*RutterTrafficAnswer) (RutterTrafficRequest *request,
                                         RutterTargetTable    *table);

/* The head of a request; whoever asks has more behind it. */
struct _RutterTrafficRequest
{
  RutterTrafficAnswer  answer;
  GTask               *task;    /* NULL when nobody waits; @answer returns its result */
  GDestroyNotify       free;    /* of the request, without its task; on the thread */
};

/* Merges an item, of which the worker knows no more than its size. */
typedef void (*RutterTrafficHear) (RutterTargetTable *table,
                                   gconstpointer      item,
                                   gint64             now_us);

RutterTrafficWorker *rutter_traffic_worker_new            (gsize                 item_size,
                                                           guint                 max_waiting,
                                                           RutterTrafficHear     hear,
                                                           GSourceFunc           tell,
                                                           gpointer              user_data);
void                 rutter_traffic_worker_free           (RutterTrafficWorker  *self);
void                 rutter_traffic_worker_add            (RutterTrafficWorker  *self,
                                                           gconstpointer         items,
                                                           guint                 n_items);
gint64               rutter_traffic_worker_get_now        (RutterTrafficWorker  *self);
void                 rutter_traffic_worker_set_ahead      (RutterTrafficWorker  *self,
                                                           gint64                ahead_us);
guint64              rutter_traffic_worker_count_dropped  (RutterTrafficWorker  *self);
void                 rutter_traffic_worker_ask            (RutterTrafficWorker  *self,
                                                           RutterTrafficRequest *request);
/* From now on the points that it takes are made as well. */
void                 rutter_traffic_worker_set_filter     (RutterTrafficWorker  *self,
                                                           const RutterTargetFilter *filter);
RutterPointSet      *rutter_traffic_worker_take_points    (RutterTrafficWorker  *self,
                                                           RutterPointSet      **filtered);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterTrafficWorker, rutter_traffic_worker_free)

G_END_DECLS
