/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-feed-private.h"

struct _RutterFeedErrand
{
  RutterFeedLine       *line;        /* good while its thread has not ended */
  RutterFeedThread     *thread;
  GCancellable         *cancellable; /* of the connection that sent it */
  RutterFeedErrandFunc  func;
  gpointer              data;
  GDestroyNotify        free_data;

  RutterFeedErrandTake  take;
  gpointer              result;
  GDestroyNotify        free_result;
  GError               *error;
};

static void
free_errand (gpointer data)
{
  RutterFeedErrand *self = data;

  if (self->data != NULL && self->free_data != NULL)
    self->free_data (self->data);
  if (self->result != NULL && self->free_result != NULL)
    self->free_result (self->result);
  g_clear_error (&self->error);
  g_clear_object (&self->cancellable);
  rutter_feed_thread_unref (self->thread);
  g_free (self);
}

/* On the main thread. */
static gboolean
on_sent_cb (gpointer data)
{
  RutterFeedErrand *self = data;

  if (rutter_feed_thread_has_ended (self->thread) ||
      g_cancellable_is_cancelled (self->cancellable))
    free_errand (self);
  else
    self->func (self, rutter_feed_line_get_gate (self->line), self->cancellable, self->data);

  return G_SOURCE_REMOVE;
}

/* On the feed's thread. */
static gboolean
on_returned_cb (gpointer data)
{
  RutterFeedErrand *self = data;
  gpointer instance = rutter_feed_line_get_open (self->line, self->cancellable);

  if (instance != NULL)
    self->take (instance, g_steal_pointer (&self->result), g_steal_pointer (&self->error));

  return G_SOURCE_REMOVE;
}

/**
 * rutter_feed_line_send_errand:
 * @data: (nullable): freed with @free_data when the errand has returned
 *
 * Has @func called on the main thread.
 */
void
rutter_feed_line_send_errand (RutterFeedLine       *self,
                              RutterFeedErrandFunc  func,
                              gpointer              data,
                              GDestroyNotify        free_data)
{
  RutterFeedErrand *errand = g_new0 (RutterFeedErrand, 1);

  errand->line = self;
  errand->thread = rutter_feed_thread_ref (rutter_feed_line_get_thread (self));
  errand->cancellable = g_object_ref (rutter_feed_line_get_cancel (self));
  errand->func = func;
  errand->data = data;
  errand->free_data = free_data;
  rutter_feed_thread_run_at_home (errand->thread, on_sent_cb, errand, NULL);
}

/**
 * rutter_feed_errand_return:
 * @result: (nullable) (transfer full): what @take is handed, and then owns
 * @free_result: frees @result on whatever thread, when there is nobody any more to take it
 * @error: (nullable) (transfer full): likewise
 *
 * To be called once for each errand, from any thread.
 */
void
rutter_feed_errand_return (RutterFeedErrand     *self,
                           RutterFeedErrandTake  take,
                           gpointer              result,
                           GDestroyNotify        free_result,
                           GError               *error)
{
  self->take = take;
  self->result = result;
  self->free_result = free_result;
  self->error = error;
  rutter_feed_thread_run (self->thread, on_returned_cb, self, free_errand);
}

typedef struct
{
  RutterFeedLine *line;
  GBytes         *word;
} Word;

static void
free_word (gpointer data)
{
  Word *word = data;

  g_bytes_unref (word->word);
  g_free (word);
}

static gboolean
on_word_cb (gpointer data)
{
  Word *word = data;
  RutterFeedLine *line = word->line;
  gpointer instance = rutter_feed_line_get_open (line, rutter_feed_line_get_cancel (line));

  if (instance != NULL)
    rutter_feed_line_get_address (line)->driver->tell (instance, word->word);

  return G_SOURCE_REMOVE;
}

/* Hands @word to the driver's tell(), if there is a connection. */
void
rutter_feed_line_tell (RutterFeedLine *self,
                       GBytes         *word)
{
  Word *kept = g_new0 (Word, 1);

  kept->line = self;
  kept->word = g_bytes_ref (word);
  rutter_feed_thread_run (rutter_feed_line_get_thread (self), on_word_cb, kept, free_word);
}
