/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-node-heap.h"

void
rutter_node_heap_push (GArray  *heap,
                       float    cost,
                       guint32  node)
{
  RutterHeapNode added = { cost, node };
  guint i = heap->len;
  RutterHeapNode *nodes;

  g_array_append_val (heap, added);
  nodes = (RutterHeapNode *)(gpointer)heap->data;
  for (; i > 0 && nodes[(i - 1) / 2].cost > cost; i = (i - 1) / 2)
    nodes[i] = nodes[(i - 1) / 2];
  nodes[i] = added;
}

/* Takes the cheapest out of a heap that is not empty. */
RutterHeapNode
rutter_node_heap_pop (GArray *heap)
{
  RutterHeapNode *nodes = (RutterHeapNode *)(gpointer)heap->data;
  RutterHeapNode top = nodes[0], last = nodes[heap->len - 1];
  guint n = heap->len - 1, i = 0;

  for (guint child = 1; child < n; child = 2 * i + 1)
    {
      if (child + 1 < n && nodes[child + 1].cost < nodes[child].cost)
        child++;
      if (nodes[child].cost >= last.cost)
        break;
      nodes[i] = nodes[child];
      i = child;
    }

  nodes[i] = last;
  g_array_set_size (heap, n);
  return top;
}
