/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A log that is played: it tells what was heard, when it was heard, by a clock of its own. */

#include "rutter-feed-private.h"

#include "rutter-error.h"
#include "rutter-log-reader.h"

#define TICK_MS 50
/* So many messages at most between two ticks: 100,000 a second, which the traffic has room for. */
#define MOST_A_TICK 5000
#define LONGEST_PAUSE_US (10 * 60 * G_USEC_PER_SEC)
/* What was heard so long before a time that is gone to shows who was there. */
#define BEFORE_US (15 * 60 * G_USEC_PER_SEC)

typedef struct
{
  RutterFeedLine  *line;
  RutterLogReader *reader;   /* NULL: it could not be opened */
  GSource         *tick;
  RutterFeedLog    log;
  gint64           ticked_us;   /* monotonic */
  gint64           from_us;     /* what is older is not told */
  gboolean         has_ended;   /* so that its last moment is to be seen */
  gboolean         is_going;    /* to now_us, as fast as it can be read */
  RutterLogCounts  counted;
} Log;

static void
count (Log *self)
{
  const RutterLogCounts *counts = rutter_log_reader_get_counts (self->reader);

  rutter_feed_line_count (self->line, counts->n_bytes - self->counted.n_bytes,
                          counts->n_lines - self->counted.n_lines,
                          counts->n_bad - self->counted.n_bad);
  self->counted = *counts;
}

static void
tell (Log *self)
{
  rutter_feed_batch_set_now (rutter_feed_line_get_batch (self->line), self->log.now_us);
  rutter_feed_line_set_log (self->line, &self->log);
}

/* Tells what was heard up to @until_us.
 *
 * Returns: (nullable): what comes next, or %NULL when enough was told, or there is no more
 */
static const RutterLogItem *
play (Log    *self,
      gint64  until_us)
{
  g_autoptr(GError) error = NULL;
  const RutterLogItem *item;

  for (guint n = 0; n < MOST_A_TICK; n++)
    {
      item = rutter_log_reader_peek (self->reader, &error);
      if (item == NULL && error != NULL)
        rutter_feed_line_fail (self->line, g_steal_pointer (&error));
      else if (item == NULL)
        {
          self->has_ended = TRUE;
          rutter_feed_line_end (self->line);
        }
      if (item == NULL || item->time_us > until_us)
        return item;

      if (item->time_us >= self->from_us)
        rutter_feed_line_take_message (self->line, &item->message, item->time_us, item->is_own);
      if (!self->is_going)
        self->log.now_us = MAX (self->log.now_us, item->time_us);
      rutter_log_reader_skip (self->reader);
    }

  return NULL;
}

static gboolean
on_tick_cb (gpointer data)
{
  Log *self = data;
  gint64 mono_us = g_get_monotonic_time ();
  gint64 passed_us = mono_us - self->ticked_us;
  gint64 until_us = self->is_going || self->log.speed > 0 ? self->log.now_us : G_MAXINT64;
  const RutterLogItem *next;

  self->ticked_us = mono_us;
  if (!self->log.is_playing && !self->is_going)
    return G_SOURCE_CONTINUE;

  if (!self->is_going && self->log.speed > 0)
    until_us += (gint64)((double)passed_us * self->log.speed);
  next = play (self, until_us);
  if (next != NULL && self->is_going)
    self->is_going = FALSE;
  else if (next != NULL)
    self->log.now_us = next->time_us - until_us > LONGEST_PAUSE_US ? next->time_us - 1 : until_us;

  count (self);
  tell (self);
  return G_SOURCE_CONTINUE;
}

static void
seek (Log    *self,
      gint64  time_us)
{
  g_autoptr(GError) error = NULL;
  gboolean is_back = time_us < self->log.now_us;

  if (self->log.last_us != 0)
    time_us = MIN (time_us, self->log.last_us);
  time_us = MAX (time_us, self->log.first_us);
  self->from_us = time_us - BEFORE_US;
  self->log.now_us = time_us;
  self->is_going = TRUE;
  if (is_back)
    rutter_feed_batch_forget (rutter_feed_line_get_batch (self->line));
  if (!rutter_log_reader_seek (self->reader, self->from_us, &error))
    rutter_feed_line_fail (self->line, g_steal_pointer (&error));
}

static void
tell_log (gpointer  instance,
          GBytes   *word)
{
  Log *self = instance;
  const RutterFeedPlay *wish = g_bytes_get_data (word, NULL);

  if (self->reader == NULL)
    return;

  self->log.is_playing = wish->is_playing;
  self->log.speed = wish->speed;
  if (wish->seek_us != 0)
    seek (self, wish->seek_us);
  tell (self);
}

static gpointer
open_log (RutterFeedLine *line)
{
  const RutterFeedAddress *address = rutter_feed_line_get_address (line);
  g_autoptr(GFile) file = g_file_new_for_path (address->path);
  Log *self = g_new0 (Log, 1);
  GError *error = NULL;

  self->line = line;
  self->reader = rutter_log_reader_new (file, &error);
  if (self->reader == NULL)
    {
      rutter_feed_line_fail (line, error);
      return self;
    }

  self->log.first_us = rutter_log_reader_get_first (self->reader);
  self->log.last_us = rutter_log_reader_get_last (self->reader);
  self->log.now_us = self->log.first_us - 1;
  self->log.is_playing = TRUE;
  self->log.speed = 1;
  self->ticked_us = g_get_monotonic_time ();
  rutter_feed_line_opened (line);
  self->tick = rutter_feed_line_add_timer (line, TICK_MS, on_tick_cb, self);
  return self;
}

static void
close_log (gpointer instance)
{
  Log *self = instance;

  if (self->tick != NULL)
    g_source_destroy (self->tick);
  g_clear_pointer (&self->tick, g_source_unref);
  if (self->reader != NULL && !self->has_ended)
    rutter_feed_batch_set_now (rutter_feed_line_get_batch (self->line), 0);
  rutter_log_reader_free (self->reader);
  g_free (self);
}

static gboolean
check_file (RutterFeedAddress  *address,
            GError            **error)
{
  g_autofree char *path = g_filename_from_uri (address->text, NULL, NULL);

  if (path == NULL || address->query != NULL || address->path == NULL)
    return rutter_feed_address_refuse (address, error);

  g_free (address->path);
  address->path = g_steal_pointer (&path);
  address->title = g_filename_display_basename (address->path);
  return TRUE;
}

const RutterFeedDriver rutter_feed_file = {
  .scheme = "file", .stays_silent = TRUE, .is_log = TRUE, .check = check_file, .open = open_log,
  .close = close_log, .tell = tell_log,
};
