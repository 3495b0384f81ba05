/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How much keys may differ that come out in any order. */
#define RUTTER_NODE_QUEUE_STEP 8u

typedef struct
{
  guint32 key;
  guint32 node;
  guint32 next;
} RutterQueuedNode;

/* A search's open nodes in buckets, the cheapest bucket first (R. Dial, 1969): dearer to clear than
 * a heap, far cheaper to use. Nodes come out nearly in order, so a search must take up a node again
 * whose cost fell after it came out; and nothing pushed comes out before what came out already.
 */
typedef struct
{
  GArray  *items;      /* RutterQueuedNode */
  guint32  free;       /* a list of the items that came out */
  guint32 *buckets;    /* the first item in each */
  guint64 *used;       /* a bit a bucket */
  guint32  step;       /* the bucket in turn, counted without end */
  guint32  n_items;
} RutterNodeQueue;

void     rutter_node_queue_init  (RutterNodeQueue *self);
void     rutter_node_queue_clear (RutterNodeQueue *self);
void     rutter_node_queue_empty (RutterNodeQueue *self);
void     rutter_node_queue_push  (RutterNodeQueue *self,
                                  guint32          key,
                                  guint32          node);
gboolean rutter_node_queue_pop   (RutterNodeQueue *self,
                                  guint32          limit,
                                  guint32         *key,
                                  guint32         *node);

G_END_DECLS
