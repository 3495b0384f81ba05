/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-feed.h"

G_BEGIN_DECLS

/* What a feed has heard and not handed over yet: it hands over at most five times a second, unless
 * there is very much. Made and freed on the main thread, and in between used on the feed's, where
 * it must be flushed at the end.
 */
typedef struct _RutterFeedBatch RutterFeedBatch;

RutterFeedBatch *rutter_feed_batch_new    (RutterTraffic           *traffic,
                                           guint8                   feed,
                                           gboolean                 is_log);
void             rutter_feed_batch_free   (RutterFeedBatch         *self);
void             rutter_feed_batch_set_listener (RutterFeedBatch    *self,
                                                 RutterFeedListener  listener,
                                                 gpointer            data);
void             rutter_feed_batch_add    (RutterFeedBatch         *self,
                                           const RutterAisMessage  *message,
                                           gint64                   told_us,
                                           gint64                   now_us,
                                           gboolean                 is_own);
void             rutter_feed_batch_flush  (RutterFeedBatch         *self);
void             rutter_feed_batch_forget (RutterFeedBatch        *self);
void             rutter_feed_batch_set_now (RutterFeedBatch       *self,
                                           gint64                   now_us);

G_END_DECLS
