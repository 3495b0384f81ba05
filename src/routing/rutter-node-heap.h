/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A binary heap of a search's open nodes in a #GArray: the cheapest comes out first, and of equal
 * ones always the same.
 */
typedef struct
{
  float   cost;
  guint32 node;
} RutterHeapNode;

void           rutter_node_heap_push (GArray  *heap,
                                      float    cost,
                                      guint32  node);
RutterHeapNode rutter_node_heap_pop  (GArray  *heap);

G_END_DECLS
