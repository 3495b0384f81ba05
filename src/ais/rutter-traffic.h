/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-point-captions.h"
#include "rutter-target-filter.h"
#include "rutter-target-row.h"
#include "rutter-target-table.h"
#include "rutter-track.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* All that the feeds hear, made one table on a thread of its own. Whatever comes is merged, and the
 * main thread told, at most five times a second. It belongs to the thread that made it; only
 * rutter_traffic_add(), its dropped items, its clock and rutter_traffic_remove_feed() may be called
 * on others.
 *
 * Signals: "published" (): there are new points, because something was heard or a target has
 * become stale or lost.
 */
#define RUTTER_TYPE_TRAFFIC (rutter_traffic_get_type ())

G_DECLARE_FINAL_TYPE (RutterTraffic, rutter_traffic, RUTTER, TRAFFIC, GObject)

/* A message and how it came. */
typedef struct
{
  RutterAisMessage  message;
  gint64            heard_us;  /* real time since 1970, never 0 */
  guint8            feed;      /* the number of whoever heard it */
  gboolean          is_own;    /* of the ship that the receiver is on */
} RutterTrafficItem;

/* How many items wait at most; what comes then is dropped and counted. */
#define RUTTER_TRAFFIC_MAX_WAITING 65536

RutterTraffic  *rutter_traffic_new            (void);
void            rutter_traffic_add            (RutterTraffic            *self,
                                               const RutterTrafficItem  *items,
                                               guint                     n_items);
guint64         rutter_traffic_count_dropped  (RutterTraffic            *self);

/* What is now for all that is heard: the real clock, or that of a log that is being played, which
 * sets how far ahead of the real one it is (or behind: less than 0).
 */
gint64          rutter_traffic_get_now        (RutterTraffic            *self);
void            rutter_traffic_set_ahead      (RutterTraffic            *self,
                                               gint64                    ahead_us);

/* All that have a position, whatever the filter; NULL before the first. */
RutterPointSet *rutter_traffic_get_points     (RutterTraffic            *self);

/* Those of them that the filter takes, for the map: one filter for all windows. The next ones come
 * soon after it was set.
 */
RutterPointSet *rutter_traffic_get_filtered   (RutterTraffic            *self);
void            rutter_traffic_set_filter     (RutterTraffic            *self,
                                               const RutterTargetFilter *filter);
const RutterTargetFilter *
                rutter_traffic_get_filter     (RutterTraffic            *self);

/* Everything, or what no other feed than this heard, is forgotten. */
void            rutter_traffic_clear          (RutterTraffic            *self);
void            rutter_traffic_remove_feed    (RutterTraffic            *self,
                                               guint8                    feed);

/* Whoever looks at each target after each message, on the traffic's thread. */
void            rutter_traffic_set_observer   (RutterTraffic            *self,
                                               RutterTargetObserver      observer,
                                               gpointer                  user_data,
                                               GDestroyNotify            destroy);

/* Whatever else is to be known of all of them: @func runs on the traffic's thread. */
typedef gpointer (*RutterTrafficFunc) (RutterTargetTable *table,
                                       gpointer           data);

void            rutter_traffic_run_async      (RutterTraffic            *self,
                                               RutterTrafficFunc         func,
                                               gpointer                  data,
                                               GDestroyNotify            free_data,
                                               GDestroyNotify            free_result,
                                               GCancellable             *cancellable,
                                               GAsyncReadyCallback       callback,
                                               gpointer                  user_data);
gpointer        rutter_traffic_run_finish     (RutterTraffic            *self,
                                               GAsyncResult             *result,
                                               GError                  **error);

/* -> GArray of RutterTarget: those of @mmsis that there are, in their order */
void            rutter_traffic_find_async     (RutterTraffic            *self,
                                               const guint32            *mmsis,
                                               guint                     n_mmsis,
                                               GCancellable             *cancellable,
                                               GAsyncReadyCallback       callback,
                                               gpointer                  user_data);
GArray         *rutter_traffic_find_finish    (RutterTraffic            *self,
                                               GAsyncResult             *result,
                                               GError                  **error);
/* -> GArray of RutterTargetRow: all that the filter takes, sorted */
void            rutter_traffic_list_async     (RutterTraffic            *self,
                                               const RutterTargetFilter *filter,
                                               RutterTargetSort          sort,
                                               gboolean                  is_reversed,
                                               GCancellable             *cancellable,
                                               GAsyncReadyCallback       callback,
                                               gpointer                  user_data);
GArray         *rutter_traffic_list_finish    (RutterTraffic            *self,
                                               GAsyncResult             *result,
                                               GError                  **error);
/* -> GArray of RutterTrackPoint, oldest first; empty when there is no such target */
void            rutter_traffic_tail_async     (RutterTraffic            *self,
                                               guint32                   mmsi,
                                               GCancellable             *cancellable,
                                               GAsyncReadyCallback       callback,
                                               gpointer                  user_data);
GArray         *rutter_traffic_tail_finish    (RutterTraffic            *self,
                                               GAsyncResult             *result,
                                               GError                  **error);

/* -> RutterPointCaptions for the points that the filter takes in some boxes of the world square (x
 * from 0 to 1, two boxes for a view over 180 degrees), and for @mmsis wherever they are: these with
 * their tails, the others with one when @with_tails; nothing when more than @most would have one.
 */
void            rutter_traffic_caption_async  (RutterTraffic            *self,
                                               const RutterBox          *boxes,
                                               guint                     n_boxes,
                                               const guint32            *mmsis,
                                               guint                     n_mmsis,
                                               gboolean                  with_tails,
                                               guint                     most,
                                               GCancellable             *cancellable,
                                               GAsyncReadyCallback       callback,
                                               gpointer                  user_data);
RutterPointCaptions *
                rutter_traffic_caption_finish (RutterTraffic            *self,
                                               GAsyncResult             *result,
                                               GError                  **error);

G_END_DECLS
