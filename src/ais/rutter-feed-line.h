/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-feed-address.h"
#include "rutter-feed-batch.h"
#include "rutter-feed-board.h"
#include "rutter-feed-thread.h"

G_BEGIN_DECLS

/* The side of a feed that hears: a thread, the one connection that a driver makes at a time, its
 * clocks, and what has been heard but not handed over yet. Made, told and freed on the main thread.
 */
typedef struct _RutterFeedLine RutterFeedLine;

/* For tests: what the clocks of a feed are. */
typedef struct
{
  double    seconds;            /* how long a second takes; 1 */
  gint64  (*get_now) (void);    /* real time; g_get_real_time() */
  char     *server;             /* (nullable): whom to contact instead of the true host */
} RutterFeedTuning;

RutterFeedLine *rutter_feed_line_new         (RutterNetGate           *gate,
                                              const RutterFeedAddress *address,
                                              RutterFeedBoard         *board,
                                              RutterFeedBatch         *batch);
void            rutter_feed_line_free        (RutterFeedLine          *self);
void            rutter_feed_line_tune        (RutterFeedLine          *self,
                                              const RutterFeedTuning  *tuning);
void            rutter_feed_line_start       (RutterFeedLine          *self);
void            rutter_feed_line_stop        (RutterFeedLine          *self);
void            rutter_feed_line_tell        (RutterFeedLine          *self,
                                              GBytes                  *word);

/* For errands alone. */
RutterFeedThread *rutter_feed_line_get_thread (RutterFeedLine        *self);
RutterNetGate  *rutter_feed_line_get_gate    (RutterFeedLine          *self);
GCancellable   *rutter_feed_line_get_cancel  (RutterFeedLine          *self);
gpointer        rutter_feed_line_get_open    (RutterFeedLine          *self,
                                              GCancellable            *cancellable);

G_END_DECLS
