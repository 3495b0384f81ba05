/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-feed-private.h"

#include "rutter-error.h"
#include "rutter-feed-sniffer.h"

#include <glib/gi18n-lib.h>

#define FIRST_DELAY_S 1
#define LONGEST_DELAY_S 60
/* So long must a connection be heard until the next failure counts as the first again. */
#define SOUND_AFTER_S 30

struct _RutterFeedLine
{
  const RutterFeedAddress *address;
  RutterFeedTuning         tuning;
  RutterFeedBoard         *board;
  RutterFeedBatch         *batch;
  RutterFeedThread        *thread;

  RutterNetGate           *gate;      /* of the main thread */

  /* of the feed's thread */
  gboolean                 is_open;
  gpointer                 instance;  /* the driver's */
  GCancellable            *cancellable;
  RutterAisDecoder        *decoder;
  GSource                 *tick, *retry, *ending;
  GError                  *outcome;   /* of what is ending */
  guint                    n_failures;
  gint64                   bytes_us, heard_us;   /* last, and first of this connection; monotonic */
  RutterFeedSniffer        sniffer;
  guint64                  n_lost;    /* by the driver, of this connection */
  RutterFeedCounts         counts;    /* all but what the decoder of this connection has counted */
};

static void begin_attempt (RutterFeedLine *self);

static void
clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

/* With what this connection's decoder has counted. */
static RutterFeedCounts
add_counts (RutterFeedLine *self)
{
  const RutterAisCounts *counts = rutter_ais_decoder_get_counts (self->decoder);
  RutterFeedCounts sum = self->counts;

  sum.n_lines += counts->n_lines;
  sum.n_messages += counts->n_messages[0];
  sum.n_bad += rutter_ais_counts_sum_bad (counts);
  sum.n_lost += self->n_lost + counts->n_incomplete;
  return sum;
}

static void
tell_counts (RutterFeedLine *self)
{
  RutterFeedCounts sum = add_counts (self);

  rutter_feed_board_set_counts (self->board, &sum);
}

static void
on_message_cb (const RutterAisReport  *report,
               const RutterAisMessage *message,
               gpointer                user_data)
{
  RutterFeedLine *self = user_data;

  rutter_feed_batch_add (self->batch, message, report->time_us, self->tuning.get_now (),
                         report->is_own);
}

/* @is_message: what has come held one, at least */
static void
note_heard (RutterFeedLine *self,
            gboolean        is_message)
{
  RutterFeedState state = rutter_feed_board_get_state (self->board);
  gint64 now_us = g_get_monotonic_time ();

  self->bytes_us = now_us;
  if (is_message)
    {
      self->counts.last_message_us = MAX (self->tuning.get_now (), 1);
      if (self->heard_us == 0)
        self->heard_us = now_us;
    }

  if (is_message && state != RUTTER_FEED_HEARING)
    rutter_feed_board_set_state (self->board, RUTTER_FEED_HEARING, NULL, 0);
  else if (state == RUTTER_FEED_SILENT)
    rutter_feed_board_set_state (self->board, self->heard_us != 0 ? RUTTER_FEED_HEARING
                                                                  : RUTTER_FEED_OPEN, NULL, 0);
  tell_counts (self);
}

static gint64
to_us (RutterFeedLine *self,
       double          seconds)
{
  return (gint64)(seconds * self->tuning.seconds * G_USEC_PER_SEC);
}

/* Looks after silence, and forgets failures when all has been well for a while. */
static gboolean
on_tick_cb (gpointer data)
{
  RutterFeedLine *self = data;
  const RutterFeedDriver *driver = self->address->driver;
  gint64 silence_us = g_get_monotonic_time () - self->bytes_us;
  RutterFeedState state = rutter_feed_board_get_state (self->board);

  if (self->heard_us != 0 && self->bytes_us - self->heard_us > to_us (self, SOUND_AFTER_S))
    self->n_failures = 0;
  if (driver->silence_s == 0 || silence_us < to_us (self, driver->silence_s) ||
      (state != RUTTER_FEED_OPEN && state != RUTTER_FEED_HEARING && state != RUTTER_FEED_SILENT))
    return G_SOURCE_CONTINUE;

  if (state != RUTTER_FEED_SILENT)
    rutter_feed_board_set_state (self->board, RUTTER_FEED_SILENT, NULL, 0);
  /* A connection that is dead looks just like one with nothing to say. */
  else if (!driver->stays_silent && silence_us > to_us (self, 1.5 * driver->silence_s))
    rutter_feed_line_fail (self, g_error_new (
                                   RUTTER_ERROR, RUTTER_ERROR_NETWORK,
                                   _("“%s” has fallen silent; it is contacted anew."),
                                   rutter_feed_address_get_subject (self->address)));

  return G_SOURCE_CONTINUE;
}

static gboolean
on_cancel_cb (gpointer data)
{
  g_cancellable_cancel (data);

  return G_SOURCE_REMOVE;
}

static void
close_attempt (RutterFeedLine *self)
{
  clear_source (&self->ending);
  clear_source (&self->tick);
  clear_source (&self->retry);
  if (!self->is_open)
    return;

  self->is_open = FALSE;
  self->address->driver->close (g_steal_pointer (&self->instance));
  rutter_ais_decoder_flush (self->decoder, g_get_monotonic_time ());
  self->counts = add_counts (self);
  self->n_lost = 0;
  g_clear_pointer (&self->decoder, rutter_ais_decoder_free);
  rutter_feed_board_set_counts (self->board, &self->counts);
  rutter_feed_batch_flush (self->batch);
  rutter_feed_thread_run_at_home (self->thread, on_cancel_cb,
                                  g_steal_pointer (&self->cancellable), g_object_unref);
}

static gboolean
on_retry_cb (gpointer data)
{
  begin_attempt (data);

  return G_SOURCE_REMOVE;
}

/* A part of the delay is by chance, so that many who lost one server do not all return at once. */
static void
wait_for_retry (RutterFeedLine *self,
                GError         *error)
{
  gboolean is_busy = g_error_matches (error, RUTTER_ERROR, RUTTER_ERROR_BUSY);
  guint n_doublings = is_busy ? 10 : MIN (self->n_failures, 10);
  double delay_s = MIN (FIRST_DELAY_S << n_doublings, LONGEST_DELAY_S) *
                   g_random_double_range (0.75, 1.25);
  gint64 delay_us = to_us (self, delay_s);

  self->n_failures++;
  self->retry = g_timeout_source_new ((guint)(delay_us / 1000));
  g_source_set_callback (self->retry, on_retry_cb, self, NULL);
  g_source_attach (self->retry, rutter_feed_thread_get_context (self->thread));
  rutter_feed_board_set_state (self->board, RUTTER_FEED_WAITING, error,
                               g_get_monotonic_time () + delay_us);
}

static gboolean
on_ending_cb (gpointer data)
{
  RutterFeedLine *self = data;
  GError *outcome = g_steal_pointer (&self->outcome);

  close_attempt (self);
  if (outcome == NULL)
    rutter_feed_board_set_state (self->board, RUTTER_FEED_ENDED, NULL, 0);
  else if (g_error_matches (outcome, RUTTER_ERROR, RUTTER_ERROR_REFUSED))
    rutter_feed_board_set_state (self->board, RUTTER_FEED_REFUSED, outcome, 0);
  else if (outcome->domain == RUTTER_ERROR && outcome->code != RUTTER_ERROR_NETWORK &&
           outcome->code != RUTTER_ERROR_BUSY && outcome->code != RUTTER_ERROR_FOREIGN)
    rutter_feed_board_set_state (self->board, RUTTER_FEED_FAILED, outcome, 0);
  else
    wait_for_retry (self, outcome);

  return G_SOURCE_REMOVE;
}

static void
begin_attempt (RutterFeedLine *self)
{
  RutterFeedReport report = { 0 };

  clear_source (&self->retry);
  self->is_open = TRUE;
  self->heard_us = 0;
  memset (&self->sniffer, 0, sizeof self->sniffer);
  self->bytes_us = g_get_monotonic_time ();
  self->cancellable = g_cancellable_new ();
  self->decoder = rutter_ais_decoder_new (on_message_cb, self);
  rutter_feed_board_read (self->board, &report);
  rutter_feed_board_set_state (self->board, RUTTER_FEED_CONNECTING, report.error, 0);
  self->instance = self->address->driver->open (self);
}

static gboolean
on_start_cb (gpointer data)
{
  RutterFeedLine *self = data;

  if (self->is_open)
    return G_SOURCE_REMOVE;

  self->n_failures = 0;
  begin_attempt (self);
  return G_SOURCE_REMOVE;
}

static gboolean
on_stop_cb (gpointer data)
{
  RutterFeedLine *self = data;

  close_attempt (self);
  g_clear_error (&self->outcome);
  rutter_feed_board_set_state (self->board, RUTTER_FEED_STOPPED, NULL, 0);
  return G_SOURCE_REMOVE;
}

static gboolean
on_free_cb (gpointer data)
{
  RutterFeedLine *self = data;

  close_attempt (self);
  g_clear_error (&self->outcome);

  return G_SOURCE_REMOVE;
}

/**
 * rutter_feed_line_new:
 * @address: (transfer none): must be kept until the line is freed, as @board and @batch
 */
RutterFeedLine *
rutter_feed_line_new (RutterNetGate           *gate,
                      const RutterFeedAddress *address,
                      RutterFeedBoard         *board,
                      RutterFeedBatch         *batch)
{
  RutterFeedLine *self = g_new0 (RutterFeedLine, 1);

  self->gate = g_object_ref (gate);
  self->address = address;
  self->board = board;
  self->batch = batch;
  self->tuning = (RutterFeedTuning) { 1, g_get_real_time };
  self->thread = rutter_feed_thread_new ();
  return self;
}

/* Ends all at once. */
void
rutter_feed_line_free (RutterFeedLine *self)
{
  rutter_feed_thread_start (self->thread);
  rutter_feed_thread_run (self->thread, on_free_cb, self, NULL);
  rutter_feed_thread_end (self->thread);
  g_clear_object (&self->gate);
  rutter_feed_thread_unref (self->thread);
  g_free (self);
}

/* Before it is started. */
void
rutter_feed_line_tune (RutterFeedLine         *self,
                       const RutterFeedTuning *tuning)
{
  self->tuning = *tuning;
}

void
rutter_feed_line_start (RutterFeedLine *self)
{
  rutter_feed_thread_start (self->thread);
  rutter_feed_thread_run (self->thread, on_start_cb, self, NULL);
}

void
rutter_feed_line_stop (RutterFeedLine *self)
{
  rutter_feed_thread_run (self->thread, on_stop_cb, self, NULL);
}

RutterFeedThread *
rutter_feed_line_get_thread (RutterFeedLine *self)
{
  return self->thread;
}

/* Of the main thread, before the thread has ended. */
RutterNetGate *
rutter_feed_line_get_gate (RutterFeedLine *self)
{
  return self->gate;
}

RutterFeedBatch *
rutter_feed_line_get_batch (RutterFeedLine *self)
{
  return self->batch;
}

void
rutter_feed_line_set_log (RutterFeedLine      *self,
                          const RutterFeedLog *log)
{
  rutter_feed_board_set_log (self->board, log);
}

/* Of the connection that is open. */
GCancellable *
rutter_feed_line_get_cancel (RutterFeedLine *self)
{
  return self->cancellable;
}

/* Returns: (nullable): the driver's instance, if it is still the one that had @cancellable */
gpointer
rutter_feed_line_get_open (RutterFeedLine *self,
                           GCancellable   *cancellable)
{
  return self->is_open && self->ending == NULL && self->cancellable == cancellable
           ? self->instance : NULL;
}

const RutterFeedAddress *
rutter_feed_line_get_address (RutterFeedLine *self)
{
  return self->address;
}

/* There is a connection; now it is up to the other side. */
void
rutter_feed_line_opened (RutterFeedLine *self)
{
  self->counts.n_connects++;
  self->bytes_us = g_get_monotonic_time ();
  self->tick = rutter_feed_line_add_timer (self, 1000, on_tick_cb, self);
  rutter_feed_board_set_state (self->board, RUTTER_FEED_OPEN, NULL, 0);
  tell_counts (self);
}

/* Something else altogether is not read on, but for datagrams: the next may come from another. */
static void
sniff (RutterFeedLine *self,
       const char     *bytes,
       gsize           length)
{
  GError *error = rutter_feed_sniffer_take (&self->sniffer, bytes, length,
                                            rutter_feed_address_get_subject (self->address));

  if (error != NULL && error->code == RUTTER_ERROR_FOREIGN && !self->address->driver->stays_silent)
    rutter_feed_line_fail (self, error);
  else if (error != NULL)
    rutter_feed_board_set_state (self->board, RUTTER_FEED_OPEN, error, 0);
}

/* Sentences, or JSON; @is_whole: its end is the end of a line. */
void
rutter_feed_line_take_bytes (RutterFeedLine *self,
                             const char     *bytes,
                             gsize           length,
                             gboolean        is_whole)
{
  const RutterAisCounts *counts = rutter_ais_decoder_get_counts (self->decoder);
  guint64 n_before = counts->n_messages[0];
  gint64 now_us = g_get_monotonic_time ();

  if (self->ending != NULL)
    return;

  self->counts.n_bytes += length;
  rutter_ais_decoder_push (self->decoder, bytes, length, now_us);
  if (is_whole)
    rutter_ais_decoder_flush (self->decoder, now_us);
  note_heard (self, counts->n_messages[0] > n_before);
  if (self->heard_us == 0)
    sniff (self, bytes, length);
}

/* What the driver has made out of what came by itself.
 * @time_us: when it was heard, as it is said; 0: now
 */
void
rutter_feed_line_take_message (RutterFeedLine         *self,
                               const RutterAisMessage *message,
                               gint64                  time_us,
                               gboolean                is_own)
{
  if (self->ending != NULL)
    return;

  self->counts.n_messages++;
  rutter_feed_batch_add (self->batch, message, time_us, self->tuning.get_now (), is_own);
  note_heard (self, TRUE);
}

/* Bytes that the driver read by itself, and what they were. */
void
rutter_feed_line_count (RutterFeedLine *self,
                        gsize           n_bytes,
                        guint64         n_lines,
                        guint64         n_bad)
{
  self->counts.n_bytes += n_bytes;
  self->counts.n_lines += n_lines;
  self->counts.n_bad += n_bad;
  note_heard (self, FALSE);
}

/* Of this connection, so far. */
void
rutter_feed_line_set_lost (RutterFeedLine *self,
                           guint64         n_lost)
{
  self->n_lost = n_lost;
}

/* @error: (transfer full): */
void
rutter_feed_line_fail (RutterFeedLine *self,
                       GError         *error)
{
  g_autoptr(GError) taken = error;

  if (self->ending != NULL)
    return;

  g_propagate_error (&self->outcome, g_steal_pointer (&taken));
  rutter_feed_line_end (self);
}

/* There is no more, and none is expected. */
void
rutter_feed_line_end (RutterFeedLine *self)
{
  if (self->ending != NULL)
    return;

  self->ending = g_idle_source_new ();
  g_source_set_priority (self->ending, G_PRIORITY_HIGH);
  g_source_set_callback (self->ending, on_ending_cb, self, NULL);
  g_source_attach (self->ending, rutter_feed_thread_get_context (self->thread));
}

/* Returns: (transfer full): to be destroyed when the driver is closed, at the latest
 * @interval_ms: as long as the tests' clocks make it
 */
GSource *
rutter_feed_line_add_timer (RutterFeedLine *self,
                            guint           interval_ms,
                            GSourceFunc     func,
                            gpointer        data)
{
  GSource *source = g_timeout_source_new ((guint)(to_us (self, interval_ms) / 1000000));

  g_source_set_callback (source, func, data, NULL);
  g_source_attach (source, rutter_feed_thread_get_context (self->thread));
  return source;
}
