/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-feed-board.h"

#define NOTIFY_US (G_USEC_PER_SEC / 5)

struct _RutterFeedBoard
{
  GMainContext     *home;
  GFunc             notify;      /* of the main thread; NULL when closed */
  gpointer          data;

  GMutex            lock;        /* for what follows */
  RutterFeedReport  report;
  gboolean          is_notifying;
  gint64            notified_us; /* monotonic */
};

static void
clear_board (gpointer data)
{
  RutterFeedBoard *self = data;

  g_clear_error (&self->report.error);
  g_main_context_unref (self->home);
  g_mutex_clear (&self->lock);
}

static void
release_board (gpointer data)
{
  g_atomic_rc_box_release_full (data, clear_board);
}

static gboolean
on_notify_cb (gpointer data)
{
  RutterFeedBoard *self = data;

  g_mutex_lock (&self->lock);
  self->is_notifying = FALSE;
  self->notified_us = g_get_monotonic_time ();
  g_mutex_unlock (&self->lock);

  if (self->notify != NULL)
    self->notify (self->data, NULL);
  return G_SOURCE_REMOVE;
}

/* With the lock held. */
static void
tell_home (RutterFeedBoard *self)
{
  gint64 wait_us = self->notified_us + NOTIFY_US - g_get_monotonic_time ();
  g_autoptr(GSource) source = NULL;

  if (self->is_notifying)
    return;

  self->is_notifying = TRUE;
  source = g_timeout_source_new (wait_us > 0 ? (guint)(wait_us / 1000) + 1 : 0);
  g_source_set_callback (source, on_notify_cb, g_atomic_rc_box_acquire (self), release_board);
  g_source_attach (source, self->home);
}

/* @notify: (scope notified): called on this thread when something has been written, at most five
 * times a second, until the board is closed
 */
RutterFeedBoard *
rutter_feed_board_new (GFunc    notify,
                       gpointer data)
{
  RutterFeedBoard *self = g_atomic_rc_box_new0 (RutterFeedBoard);

  g_mutex_init (&self->lock);
  self->home = g_main_context_ref_thread_default ();
  self->notify = notify;
  self->data = data;
  return self;
}

/* When no other thread writes any more. */
void
rutter_feed_board_close (RutterFeedBoard *self)
{
  self->notify = NULL;
  release_board (self);
}

/* @error: (nullable) (transfer full): */
void
rutter_feed_board_set_state (RutterFeedBoard *self,
                             RutterFeedState  state,
                             GError          *error,
                             gint64           retry_at_us)
{
  g_mutex_lock (&self->lock);
  self->report.state = state;
  self->report.retry_at_us = retry_at_us;
  g_clear_error (&self->report.error);
  self->report.error = error;
  tell_home (self);
  g_mutex_unlock (&self->lock);
}

void
rutter_feed_board_set_counts (RutterFeedBoard        *self,
                              const RutterFeedCounts *counts)
{
  g_mutex_lock (&self->lock);
  self->report.counts = *counts;
  tell_home (self);
  g_mutex_unlock (&self->lock);
}

void
rutter_feed_board_set_log (RutterFeedBoard     *self,
                           const RutterFeedLog *log)
{
  g_mutex_lock (&self->lock);
  self->report.log = *log;
  tell_home (self);
  g_mutex_unlock (&self->lock);
}

RutterFeedState
rutter_feed_board_get_state (RutterFeedBoard *self)
{
  RutterFeedState state;

  g_mutex_lock (&self->lock);
  state = self->report.state;
  g_mutex_unlock (&self->lock);

  return state;
}

/* @report: (inout): its error is freed, and is then the caller's */
void
rutter_feed_board_read (RutterFeedBoard  *self,
                        RutterFeedReport *report)
{
  g_clear_error (&report->error);
  g_mutex_lock (&self->lock);
  *report = self->report;
  if (report->error != NULL)
    report->error = g_error_copy (report->error);
  g_mutex_unlock (&self->lock);
}
