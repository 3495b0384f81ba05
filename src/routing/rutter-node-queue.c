/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-node-queue.h"

#include <string.h>

/* A ring: what lies farther ahead waits in the last bucket until its turn comes. */
#define N_BUCKETS 65536u
#define N_WORDS (N_BUCKETS / 64)
#define NO_ITEM G_MAXUINT32

void
rutter_node_queue_init (RutterNodeQueue *self)
{
  *self = (RutterNodeQueue) {
    .items = g_array_new (FALSE, FALSE, sizeof (RutterQueuedNode)),
    .free = NO_ITEM,
    .buckets = g_new (guint32, N_BUCKETS),
    .used = g_new0 (guint64, N_WORDS),
  };
  memset (self->buckets, 0xff, N_BUCKETS * sizeof (guint32));
}

void
rutter_node_queue_clear (RutterNodeQueue *self)
{
  g_clear_pointer (&self->items, g_array_unref);
  g_clear_pointer (&self->buckets, g_free);
  g_clear_pointer (&self->used, g_free);
}

/* Takes everything out, for the next search. */
void
rutter_node_queue_empty (RutterNodeQueue *self)
{
  for (guint word = 0; word < N_WORDS; word++)
    if (self->used[word] != 0)
      {
        memset (self->buckets + word * 64, 0xff, 64 * sizeof (guint32));
        self->used[word] = 0;
      }
  g_array_set_size (self->items, 0);
  self->free = NO_ITEM;
  self->step = 0;
  self->n_items = 0;
}

static inline void
put_in (RutterNodeQueue *self,
        guint32          item)
{
  RutterQueuedNode *queued = &g_array_index (self->items, RutterQueuedNode, item);
  guint32 step = CLAMP (queued->key / RUTTER_NODE_QUEUE_STEP, self->step,
                        self->step + N_BUCKETS - 1);
  guint bucket = step % N_BUCKETS;

  queued->next = self->buckets[bucket];
  self->buckets[bucket] = item;
  self->used[bucket / 64] |= G_GUINT64_CONSTANT (1) << (bucket % 64);
}

void
rutter_node_queue_push (RutterNodeQueue *self,
                        guint32          key,
                        guint32          node)
{
  RutterQueuedNode queued = { key, node, NO_ITEM };
  guint32 item = self->free;

  if (item == NO_ITEM)
    {
      item = self->items->len;
      g_array_append_val (self->items, queued);
    }
  else
    {
      self->free = g_array_index (self->items, RutterQueuedNode, item).next;
      g_array_index (self->items, RutterQueuedNode, item) = queued;
    }
  self->n_items++;
  put_in (self, item);
}

/* Goes on to the next bucket that holds anything; there is one. */
static void
find_bucket (RutterNodeQueue *self)
{
  guint bucket = self->step % N_BUCKETS;
  guint word = bucket / 64;
  guint64 bits = self->used[word] & (G_MAXUINT64 << (bucket % 64));

  while (bits == 0)
    {
      word = (word + 1) % N_WORDS;
      bits = self->used[word];
    }

  self->step += (word * 64 + (guint)__builtin_ctzll (bits) - bucket) % N_BUCKETS;
}

/**
 * rutter_node_queue_pop:
 * @limit: keys of this and above need not come out
 *
 * Returns: FALSE when nothing is left below the limit
 */
gboolean
rutter_node_queue_pop (RutterNodeQueue *self,
                       guint32          limit,
                       guint32         *key,
                       guint32         *node)
{
  while (self->n_items > 0)
    {
      RutterQueuedNode *queued;
      guint32 item;
      guint bucket;

      find_bucket (self);
      if (self->step * RUTTER_NODE_QUEUE_STEP >= limit)
        return FALSE;

      bucket = self->step % N_BUCKETS;
      item = self->buckets[bucket];
      queued = &g_array_index (self->items, RutterQueuedNode, item);
      self->buckets[bucket] = queued->next;
      if (queued->next == NO_ITEM)
        self->used[bucket / 64] &= ~(G_GUINT64_CONSTANT (1) << (bucket % 64));

      if (queued->key / RUTTER_NODE_QUEUE_STEP > self->step)
        {
          put_in (self, item);
          continue;
        }

      *key = queued->key;
      *node = queued->node;
      queued->next = self->free;
      self->free = item;
      self->n_items--;
      return TRUE;
    }

  return FALSE;
}
