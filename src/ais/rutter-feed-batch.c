/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-feed-batch.h"

#define HAND_OVER_MS 200
/* A quarter of what may wait at the traffic. */
#define MOST_ITEMS (RUTTER_TRAFFIC_MAX_WAITING / 4)

/* A time that a line tells is believed when it is so near to the clock. */
#define LATEST_US (5 * G_USEC_PER_SEC)
#define EARLIEST_US (3600 * (gint64)G_USEC_PER_SEC)

struct _RutterFeedBatch
{
  RutterTraffic      *traffic;
  guint8              feed;
  gboolean            is_log;    /* tells of the past */
  RutterFeedListener  listener;  /* NULL: none */
  gpointer            data;
  GArray             *items;     /* RutterTrafficItem */
  GSource            *timer;     /* NULL when there is nothing */
};

static gboolean
on_hand_over_cb (gpointer data)
{
  rutter_feed_batch_flush (data);

  return G_SOURCE_REMOVE;
}

RutterFeedBatch *
rutter_feed_batch_new (RutterTraffic *traffic,
                       guint8         feed,
                       gboolean       is_log)
{
  RutterFeedBatch *self = g_new0 (RutterFeedBatch, 1);

  self->traffic = g_object_ref (traffic);
  self->feed = feed;
  self->is_log = is_log;
  self->items = g_array_new (FALSE, FALSE, sizeof (RutterTrafficItem));
  return self;
}

void
rutter_feed_batch_free (RutterFeedBatch *self)
{
  g_assert (self->timer == NULL);
  g_array_unref (self->items);
  g_object_unref (self->traffic);
  g_free (self);
}

void
rutter_feed_batch_set_listener (RutterFeedBatch    *self,
                                RutterFeedListener  listener,
                                gpointer            data)
{
  self->listener = listener;
  self->data = data;
}

/* When a message was heard: as the line tells, unless that cannot be. */
static gint64
choose_time (RutterFeedBatch *self,
             gint64           told_us,
             gint64           now_us)
{
  if (told_us > 0 &&
      (self->is_log || (told_us < now_us + LATEST_US && told_us > now_us - EARLIEST_US)))
    return told_us;

  return MAX (now_us, 1);
}

/* @told_us: when it was heard, by the line itself; 0: not said */
void
rutter_feed_batch_add (RutterFeedBatch        *self,
                       const RutterAisMessage *message,
                       gint64                  told_us,
                       gint64                  now_us,
                       gboolean                is_own)
{
  RutterTrafficItem *item;

  g_array_set_size (self->items, self->items->len + 1);
  item = &g_array_index (self->items, RutterTrafficItem, self->items->len - 1);
  item->message = *message;
  item->heard_us = choose_time (self, told_us, now_us);
  item->feed = self->feed;
  item->is_own = is_own;
  if (self->items->len >= MOST_ITEMS)
    rutter_feed_batch_flush (self);
  else if (self->timer == NULL)
    {
      self->timer = g_timeout_source_new (HAND_OVER_MS);
      g_source_set_callback (self->timer, on_hand_over_cb, self, NULL);
      g_source_attach (self->timer, g_main_context_get_thread_default ());
    }
}

void
rutter_feed_batch_flush (RutterFeedBatch *self)
{
  const RutterTrafficItem *items;

  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
  if (self->items->len == 0)
    return;

  items = (const RutterTrafficItem *)(gconstpointer)self->items->data;
  rutter_traffic_add (self->traffic, items, self->items->len);
  if (self->listener != NULL)
    self->listener (items, self->items->len, self->data);
  g_array_set_size (self->items, 0);
}

/* All that this feed alone has told is forgotten. */
void
rutter_feed_batch_forget (RutterFeedBatch *self)
{
  rutter_feed_batch_flush (self);
  rutter_traffic_remove_feed (self->traffic, self->feed);
}

/* What the traffic is to take for now; 0: the real time again. */
void
rutter_feed_batch_set_now (RutterFeedBatch *self,
                           gint64           now_us)
{
  rutter_traffic_set_ahead (self->traffic, now_us != 0 ? now_us - g_get_real_time () : 0);
}
