/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-ais-decoder.h"
#include "rutter-feed-address.h"
#include "rutter-feed-line.h"

G_BEGIN_DECLS

/* How a kind of feed is made: one a scheme, in the table of rutter-feed-address.c. A driver makes
 * one connection and tells the line what comes of it; when it ends or fails, the line closes it and
 * opens it anew when it is time. So a driver knows neither states, nor back-off, nor the main
 * thread, but for the errands that it sends there.
 */
struct _RutterFeedDriver
{
  const char *scheme;
  guint16     default_port;    /* 0: the address must name it, if it has a host */
  guint       silence_s;       /* after which a line without bytes is silent; 0: never */
  gboolean    stays_silent;    /* there is nothing to connect anew: datagrams, a log */
  gboolean    is_log;          /* tells of the past */

  const char *const *hosts;    /* (nullable): all that it contacts, when not the address's */
  const char *const *keys;     /* (nullable): services whose keys it needs, in the keyring */

  /* On the main thread: whether the address holds what there must be, and nothing else; makes the
   * title. Ends with %RUTTER_ERROR_INVALID.
   */
  gboolean  (*check)  (RutterFeedAddress  *address,
                       GError            **error);
  /* On the feed's thread, as all that follows. Begins to connect; may fail the line at once.
   * Returns: what close is handed
   */
  gpointer  (*open)   (RutterFeedLine     *line);
  void      (*close)  (gpointer            instance);
  /* May be NULL: something that only its kind knows was said on the main thread. */
  void      (*tell)   (gpointer            instance,
                       GBytes             *word);
};

extern const RutterFeedDriver rutter_feed_tcp;
extern const RutterFeedDriver rutter_feed_gpsd;
extern const RutterFeedDriver rutter_feed_udp;
extern const RutterFeedDriver rutter_feed_aisstream;
extern const RutterFeedDriver rutter_feed_barentswatch;
extern const RutterFeedDriver rutter_feed_digitraffic;
extern const RutterFeedDriver rutter_feed_file;

/* A word for the driver of a log. */
typedef struct
{
  gboolean  is_playing;
  double    speed;
  gint64    seek_us;   /* 0: go on from where it is */
} RutterFeedPlay;

/* What a driver tells, on the feed's thread. After fail and end, which take effect when the driver
 * has returned, nothing more of the instance is heard and it is closed. What failed with
 * %RUTTER_ERROR_REFUSED is tried again when the host is allowed, with %RUTTER_ERROR_NETWORK,
 * %RUTTER_ERROR_BUSY or %RUTTER_ERROR_FOREIGN after a while, and with any other of %RUTTER_ERROR
 * never.
 */
void      rutter_feed_line_opened        (RutterFeedLine          *self);
void      rutter_feed_line_take_bytes    (RutterFeedLine          *self,
                                          const char              *bytes,
                                          gsize                    length,
                                          gboolean                 is_whole);
void      rutter_feed_line_take_message  (RutterFeedLine          *self,
                                          const RutterAisMessage  *message,
                                          gint64                   time_us,
                                          gboolean                 is_own);
void      rutter_feed_line_count         (RutterFeedLine          *self,
                                          gsize                    n_bytes,
                                          guint64                  n_lines,
                                          guint64                  n_bad);
void      rutter_feed_line_set_lost      (RutterFeedLine          *self,
                                          guint64                  n_lost);
void      rutter_feed_line_fail          (RutterFeedLine          *self,
                                          GError                  *error);
void      rutter_feed_line_end           (RutterFeedLine          *self);
GSource  *rutter_feed_line_add_timer     (RutterFeedLine          *self,
                                          guint                    interval_ms,
                                          GSourceFunc              func,
                                          gpointer                 data);

/* For logs, which have a clock of their own. */
RutterFeedBatch *rutter_feed_line_get_batch    (RutterFeedLine      *self);
void             rutter_feed_line_set_log      (RutterFeedLine      *self,
                                                const RutterFeedLog *log);

const RutterFeedAddress *rutter_feed_line_get_address  (RutterFeedLine *self);

/* A piece of a stream of lines. */
static inline void
rutter_feed_line_take_text (RutterFeedLine *self,
                            const char     *bytes,
                            gsize           length)
{
  rutter_feed_line_take_bytes (self, bytes, length, FALSE);
}

/* Bytes whose end is the end of a line: a datagram, a frame. */
static inline void
rutter_feed_line_take_frame (RutterFeedLine *self,
                             const char     *bytes,
                             gsize           length)
{
  rutter_feed_line_take_bytes (self, bytes, length, TRUE);
}

/* What must be done on the main thread, where the gate is. @func is called there once, with a
 * cancellable that is cancelled there when the driver is closed; it, or what it begins, hands back
 * what came of it with rutter_feed_errand_return(), from any thread. @take is then called with the
 * instance on the feed's thread, or @free if the instance is no more.
 */
typedef struct _RutterFeedErrand RutterFeedErrand;

typedef void (*RutterFeedErrandFunc)  (RutterFeedErrand  *errand,
                                       RutterNetGate     *gate,
                                       GCancellable      *cancellable,
                                       gpointer           data);
typedef void (*RutterFeedErrandTake)  (gpointer           instance,
                                       gpointer           result,
                                       GError            *error);

void  rutter_feed_line_send_errand  (RutterFeedLine        *self,
                                     RutterFeedErrandFunc   func,
                                     gpointer               data,
                                     GDestroyNotify         free_data);
void  rutter_feed_errand_return     (RutterFeedErrand      *self,
                                     RutterFeedErrandTake   take,
                                     gpointer               result,
                                     GDestroyNotify         free_result,
                                     GError                *error);

/* For tests; before it is started. */
void  rutter_feed_tune              (RutterFeed              *feed,
                                     const RutterFeedTuning  *tuning);

G_END_DECLS
