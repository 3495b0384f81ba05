/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-feed.h"

G_BEGIN_DECLS

/* Where the thread of a feed writes how it stands, and the main thread reads it. Made and closed on
 * the main thread.
 */
typedef struct _RutterFeedBoard RutterFeedBoard;

typedef struct
{
  RutterFeedState   state;
  GError           *error;         /* NULL: none; kept until something is heard again */
  RutterFeedCounts  counts;
  gint64            retry_at_us;   /* monotonic; 0: no retry is due */
  RutterFeedLog     log;
} RutterFeedReport;

RutterFeedBoard *rutter_feed_board_new         (GFunc                    notify,
                                                gpointer                 data);
void             rutter_feed_board_close       (RutterFeedBoard         *self);
void             rutter_feed_board_set_state   (RutterFeedBoard         *self,
                                                RutterFeedState          state,
                                                GError                  *error,
                                                gint64                   retry_at_us);
void             rutter_feed_board_set_counts  (RutterFeedBoard         *self,
                                                const RutterFeedCounts  *counts);
void             rutter_feed_board_set_log     (RutterFeedBoard         *self,
                                                const RutterFeedLog     *log);
RutterFeedState  rutter_feed_board_get_state   (RutterFeedBoard         *self);
void             rutter_feed_board_read        (RutterFeedBoard         *self,
                                                RutterFeedReport        *report);

G_END_DECLS
