/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-feed-area.h"
#include "rutter-net-gate.h"
#include "rutter-traffic.h"

G_BEGIN_DECLS

/* One source of live messages by its address, such as tcp://receiver:10110, udp://:10110,
 * gpsd://receiver or file:///home/me/log.nmea. It belongs to the main thread and hears on a thread
 * of its own; what it hears goes to the traffic. A connection that breaks or falls silent is made
 * anew, later and later; one that the gate refused, as soon as its host is allowed.
 *
 * Signals: "changed" (): another state, or other counts; at most five times a second.
 */
#define RUTTER_TYPE_FEED (rutter_feed_get_type ())

G_DECLARE_FINAL_TYPE (RutterFeed, rutter_feed, RUTTER, FEED, GObject)

typedef enum
{
  RUTTER_FEED_STOPPED,
  RUTTER_FEED_REFUSED,     /* by the gate: its host is not allowed */
  RUTTER_FEED_CONNECTING,
  RUTTER_FEED_OPEN,        /* nothing heard yet */
  RUTTER_FEED_HEARING,
  RUTTER_FEED_SILENT,      /* open, but nothing has come for a while */
  RUTTER_FEED_WAITING,     /* will try again */
  RUTTER_FEED_ENDED,       /* a log, read to its end */
  RUTTER_FEED_FAILED       /* will not try again */
} RutterFeedState;

/* Since the feed was made. */
typedef struct
{
  guint64  n_bytes;
  guint64  n_lines;
  guint64  n_messages;
  guint64  n_bad;            /* lines and messages that were damaged, or of no known kind */
  guint64  n_lost;           /* messages that came in part, datagrams that there was no room for */
  guint    n_connects;
  gint64   last_message_us;  /* real time since 1970 when it came; 0: never */
} RutterFeedCounts;

/* How a log is played. Its time is the traffic's while it plays. Pauses of the log that are longer
 * than ten minutes are passed over.
 */
typedef struct
{
  gint64    first_us, last_us;   /* since 1970; the last is 0 when it is not known */
  gint64    now_us;
  double    speed;               /* 1: as it was heard; 0: as fast as it can be read */
  gboolean  is_playing;
} RutterFeedLog;

/* Called on the feed's thread with what has been handed to the traffic. */
typedef void (*RutterFeedListener) (const RutterTrafficItem *items,
                                    guint                    n_items,
                                    gpointer                 user_data);

RutterFeed             *rutter_feed_new             (RutterNetGate    *gate,
                                                     RutterTraffic    *traffic,
                                                     const char       *address,
                                                     guint8            number,
                                                     GError          **error);
void                    rutter_feed_set_listener    (RutterFeed       *self,
                                                     RutterFeedListener listener,
                                                     gpointer          user_data);
void                    rutter_feed_start           (RutterFeed       *self);
void                    rutter_feed_stop            (RutterFeed       *self);
const char             *rutter_feed_get_address     (RutterFeed       *self);
guint8                  rutter_feed_get_number      (RutterFeed       *self);
const char             *rutter_feed_get_title       (RutterFeed       *self);
const char             *rutter_feed_get_host        (RutterFeed       *self);
GStrv                   rutter_feed_list_hosts      (RutterFeed       *self);
const char *const      *rutter_feed_get_keys        (RutterFeed       *self);
gboolean                rutter_feed_has_area        (RutterFeed       *self);
void                    rutter_feed_set_area        (RutterFeed       *self,
                                                     const RutterFeedBox
                                                                      *boxes,
                                                     guint             n_boxes);
RutterFeedBox          *rutter_feed_dup_area        (RutterFeed       *self,
                                                     guint            *n_boxes);
RutterFeedState         rutter_feed_get_state       (RutterFeed       *self);
char                   *rutter_feed_dup_state_text  (RutterFeed       *self);
const GError           *rutter_feed_get_error       (RutterFeed       *self);
const RutterFeedCounts *rutter_feed_get_counts      (RutterFeed       *self);
guint                   rutter_feed_get_retry_in_s  (RutterFeed       *self);

/* Only for a log: NULL for what is none. */
const RutterFeedLog    *rutter_feed_get_log         (RutterFeed       *self);
void                    rutter_feed_play            (RutterFeed       *self,
                                                     gboolean          is_playing,
                                                     double            speed);
void                    rutter_feed_seek            (RutterFeed       *self,
                                                     gint64            time_us);

G_END_DECLS
