/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-feed-private.h"

#include "rutter-error.h"

#include <glib/gi18n-lib.h>

struct _RutterFeed
{
  GObject            parent_instance;

  RutterNetPolicy   *policy;
  RutterFeedAddress *address;
  RutterFeedBoard   *board;
  RutterFeedBatch   *batch;
  RutterFeedLine    *line;
  RutterFeedReport   report;
  guint8             number;
  gboolean           is_playing;   /* of a log, as was wished */
  double             speed;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RutterFeed, rutter_feed, G_TYPE_OBJECT)

static void
on_board_cb (gpointer data,
             gpointer unused)
{
  RutterFeed *self = data;

  rutter_feed_board_read (self->board, &self->report);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The thread may be ahead of the last report. */
static void
on_policy_changed_cb (RutterFeed *self)
{
  g_auto(GStrv) hosts = rutter_feed_list_hosts (self);
  gboolean is_permitted = hosts[0] != NULL;

  for (guint i = 0; hosts[i] != NULL; i++)
    is_permitted = is_permitted && rutter_net_policy_permits (self->policy, hosts[i]);
  if (is_permitted && rutter_feed_board_get_state (self->board) == RUTTER_FEED_REFUSED)
    rutter_feed_line_start (self->line);
}

static void
rutter_feed_dispose (GObject *object)
{
  RutterFeed *self = RUTTER_FEED (object);

  g_clear_pointer (&self->line, rutter_feed_line_free);
  if (self->batch != NULL && self->address->driver->is_log)
    rutter_feed_batch_set_now (self->batch, 0);
  g_clear_pointer (&self->batch, rutter_feed_batch_free);
  g_clear_object (&self->policy);

  G_OBJECT_CLASS (rutter_feed_parent_class)->dispose (object);
}

static void
rutter_feed_finalize (GObject *object)
{
  RutterFeed *self = RUTTER_FEED (object);

  g_clear_pointer (&self->board, rutter_feed_board_close);
  g_clear_pointer (&self->address, rutter_feed_address_free);
  g_clear_error (&self->report.error);

  G_OBJECT_CLASS (rutter_feed_parent_class)->finalize (object);
}

static void
rutter_feed_class_init (RutterFeedClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rutter_feed_dispose;
  object_class->finalize = rutter_feed_finalize;

  signals[CHANGED] = g_signal_new ("changed", RUTTER_TYPE_FEED, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
rutter_feed_init (RutterFeed *self)
{
  self->is_playing = TRUE;
  self->speed = 1;
}

/**
 * rutter_feed_new:
 * @number: what the items are marked with, for the traffic
 *
 * Returns: (transfer full): stopped; %NULL with %RUTTER_ERROR_INVALID for what is no address
 */
RutterFeed *
rutter_feed_new (RutterNetGate  *gate,
                 RutterTraffic  *traffic,
                 const char     *address,
                 guint8          number,
                 GError        **error)
{
  RutterFeedAddress *taken;
  RutterFeed *self;

  g_return_val_if_fail (RUTTER_IS_NET_GATE (gate), NULL);
  g_return_val_if_fail (RUTTER_IS_TRAFFIC (traffic), NULL);
  g_return_val_if_fail (address != NULL, NULL);

  taken = rutter_feed_address_new (address, error);
  if (taken == NULL)
    return NULL;

  self = g_object_new (RUTTER_TYPE_FEED, NULL);
  self->address = taken;
  self->number = number;
  self->policy = g_object_ref (rutter_net_gate_get_policy (gate));
  self->board = rutter_feed_board_new (on_board_cb, self);
  self->batch = rutter_feed_batch_new (traffic, number, self->address->driver->is_log);
  self->line = rutter_feed_line_new (gate, self->address, self->board, self->batch);
  g_signal_connect_object (self->policy, "changed", G_CALLBACK (on_policy_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

static void
tell_play (RutterFeed *self,
           gint64      seek_us)
{
  RutterFeedPlay play = { self->is_playing, self->speed, seek_us };
  g_autoptr(GBytes) word = g_bytes_new (&play, sizeof play);

  /* A log that was read to its end is opened again. */
  if (seek_us != 0 && rutter_feed_board_get_state (self->board) == RUTTER_FEED_ENDED)
    rutter_feed_line_start (self->line);
  rutter_feed_line_tell (self->line, word);
}

/* Before it is started. */
void
rutter_feed_set_listener (RutterFeed         *self,
                          RutterFeedListener  listener,
                          gpointer            user_data)
{
  g_return_if_fail (RUTTER_IS_FEED (self));

  rutter_feed_batch_set_listener (self->batch, listener, user_data);
}

/* At once, whatever it was waiting for. */
void
rutter_feed_start (RutterFeed *self)
{
  g_return_if_fail (RUTTER_IS_FEED (self));

  rutter_feed_line_start (self->line);
  if (self->address->driver->is_log)
    tell_play (self, 0);
}

void
rutter_feed_stop (RutterFeed *self)
{
  g_return_if_fail (RUTTER_IS_FEED (self));

  rutter_feed_line_stop (self->line);
  if (self->address->driver->is_log)
    rutter_feed_batch_set_now (self->batch, 0);
}

const char *
rutter_feed_get_address (RutterFeed *self)
{
  g_return_val_if_fail (RUTTER_IS_FEED (self), NULL);

  return self->address->text;
}

guint8
rutter_feed_get_number (RutterFeed *self)
{
  g_return_val_if_fail (RUTTER_IS_FEED (self), 0);

  return self->number;
}

const char *
rutter_feed_get_title (RutterFeed *self)
{
  g_return_val_if_fail (RUTTER_IS_FEED (self), NULL);

  return self->address->title;
}

/* Returns: (nullable): whom it would contact, as the policy knows it; %NULL: nobody */
const char *
rutter_feed_get_host (RutterFeed *self)
{
  g_return_val_if_fail (RUTTER_IS_FEED (self), NULL);

  return self->address->driver->stays_silent ? NULL : self->address->host;
}

/* Returns: (transfer full): all hosts that it would contact, each to be allowed by name */
GStrv
rutter_feed_list_hosts (RutterFeed *self)
{
  const char *host[] = { NULL, NULL };

  g_return_val_if_fail (RUTTER_IS_FEED (self), NULL);

  host[0] = rutter_feed_get_host (self);
  return g_strdupv ((char **)(self->address->driver->hosts != NULL && host[0] != NULL &&
                              self->address->server == NULL ? self->address->driver->hosts
                                                            : host));
}

/* Returns: (nullable): the services whose keys it asks the keyring for; %NULL: it needs none */
const char *const *
rutter_feed_get_keys (RutterFeed *self)
{
  g_return_val_if_fail (RUTTER_IS_FEED (self), NULL);

  return self->address->driver->keys;
}

/* Whether it asks for an area, and so tells of one. */
gboolean
rutter_feed_has_area (RutterFeed *self)
{
  g_return_val_if_fail (RUTTER_IS_FEED (self), FALSE);

  return self->address->area != NULL;
}

/* From now on, in this connection too; with no box, the world. */
void
rutter_feed_set_area (RutterFeed          *self,
                      const RutterFeedBox *boxes,
                      guint                n_boxes)
{
  g_autoptr(GBytes) nothing = g_bytes_new (NULL, 0);

  g_return_if_fail (rutter_feed_has_area (self));

  if (rutter_feed_area_set (self->address->area, boxes, n_boxes))
    rutter_feed_line_tell (self->line, nothing);
}

/* Returns: (transfer full): one box at least */
RutterFeedBox *
rutter_feed_dup_area (RutterFeed *self,
                      guint      *n_boxes)
{
  g_return_val_if_fail (rutter_feed_has_area (self), NULL);

  return rutter_feed_area_dup (self->address->area, n_boxes);
}

RutterFeedState
rutter_feed_get_state (RutterFeed *self)
{
  g_return_val_if_fail (RUTTER_IS_FEED (self), RUTTER_FEED_STOPPED);

  return self->report.state;
}

static char *
dup_waiting_text (RutterFeed *self)
{
  guint retry_in_s = rutter_feed_get_retry_in_s (self);
  g_autofree char *retry =
    g_strdup_printf (ngettext ("The next attempt is in %u second.",
                               "The next attempt is in %u seconds.", retry_in_s), retry_in_s);

  /* Translators: what went wrong, and when it is tried again: two sentences. */
  return g_strdup_printf (C_("feed", "%s %s"), self->report.error->message, retry);
}

/* Returns: (transfer full): how it stands, as a sentence */
char *
rutter_feed_dup_state_text (RutterFeed *self)
{
  const char *subject;

  g_return_val_if_fail (RUTTER_IS_FEED (self), NULL);

  subject = rutter_feed_address_get_subject (self->address);
  switch (self->report.state)
    {
    case RUTTER_FEED_CONNECTING:
      return g_strdup_printf (rutter_feed_get_host (self) != NULL ? _("Connecting to “%s”.")
                                                                  : _("Opening “%s”."), subject);

    case RUTTER_FEED_OPEN:
      return self->report.error != NULL ? g_strdup (self->report.error->message)
             : g_strdup_printf (_("“%s” is open; no AIS message has come yet."), subject);

    case RUTTER_FEED_HEARING:
      return g_strdup_printf (_("AIS messages come from “%s”."), subject);

    case RUTTER_FEED_SILENT:
      return g_strdup_printf (_("“%s” is open, but nothing comes any more."), subject);

    case RUTTER_FEED_WAITING:
      return dup_waiting_text (self);

    case RUTTER_FEED_ENDED:
      return g_strdup_printf (_("“%s” has been read to its end."), subject);

    case RUTTER_FEED_REFUSED:
    case RUTTER_FEED_FAILED:
      return g_strdup (self->report.error->message);

    case RUTTER_FEED_STOPPED:
    default:
      return g_strdup_printf (_("“%s” is stopped."), subject);
    }
}

/* Returns: (nullable): what went wrong last; none since messages have come again */
const GError *
rutter_feed_get_error (RutterFeed *self)
{
  g_return_val_if_fail (RUTTER_IS_FEED (self), NULL);

  return self->report.error;
}

/* Returns: as of the last "changed" */
const RutterFeedCounts *
rutter_feed_get_counts (RutterFeed *self)
{
  g_return_val_if_fail (RUTTER_IS_FEED (self), NULL);

  return &self->report.counts;
}

/* Returns: in how many seconds it will try again; 0: at once, or it does not wait for that */
guint
rutter_feed_get_retry_in_s (RutterFeed *self)
{
  gint64 left_us;

  g_return_val_if_fail (RUTTER_IS_FEED (self), 0);

  left_us = self->report.retry_at_us - g_get_monotonic_time ();
  return self->report.retry_at_us == 0 || left_us < 0
           ? 0 : (guint)((left_us + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC);
}

/* Returns: (nullable): as of the last "changed"; %NULL for what is no log */
const RutterFeedLog *
rutter_feed_get_log (RutterFeed *self)
{
  g_return_val_if_fail (RUTTER_IS_FEED (self), NULL);

  return self->address->driver->is_log ? &self->report.log : NULL;
}

/**
 * rutter_feed_play:
 * @speed: 1: as it was heard, up to 1000; 0: as fast as it can be read
 *
 * Before it is started, or at any time.
 */
void
rutter_feed_play (RutterFeed *self,
                  gboolean    is_playing,
                  double      speed)
{
  g_return_if_fail (RUTTER_IS_FEED (self));
  g_return_if_fail (self->address->driver->is_log && speed >= 0 && speed <= 1000);

  self->is_playing = is_playing;
  self->speed = speed;
  tell_play (self, 0);
}

/* Goes to a time of the log. What was heard in the quarter of an hour before is told at once. */
void
rutter_feed_seek (RutterFeed *self,
                  gint64      time_us)
{
  g_return_if_fail (RUTTER_IS_FEED (self));
  g_return_if_fail (self->address->driver->is_log && time_us > 0);

  tell_play (self, time_us);
}

void
rutter_feed_tune (RutterFeed             *self,
                  const RutterFeedTuning *tuning)
{
  g_free (self->address->server);
  self->address->server = g_strdup (tuning->server);
  rutter_feed_line_tune (self->line, tuning);
}
