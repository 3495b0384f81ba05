/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-spatial-index.h"

#include <math.h>

#define NODE_SIZE 16

typedef struct
{
  RutterBox box;
  guint     index;   /* leaves: of the caller's box; nodes: of the first child below */
  guint     n;       /* children; 0 in a leaf */
} Node;

struct _RutterSpatialIndex
{
  GArray *nodes;     /* the leaves, then level above level; the root is last */
};

static double
get_x (const Node *node)
{
  return node->box.x0 + node->box.x1;
}

static double
get_y (const Node *node)
{
  return node->box.y0 + node->box.y1;
}

static int
compare_x (gconstpointer a,
           gconstpointer b)
{
  return (get_x (a) > get_x (b)) - (get_x (a) < get_x (b));
}

static int
compare_y (gconstpointer a,
           gconstpointer b)
{
  return (get_y (a) > get_y (b)) - (get_y (a) < get_y (b));
}

/* Puts leaves into upright slices, each slice from north to south: neighbours in the array are
 * neighbours on the map. */
static void
sort_leaves (Node *leaves,
             guint n)
{
  guint n_nodes = (n + NODE_SIZE - 1) / NODE_SIZE;
  guint n_slices = (guint)ceil (sqrt (n_nodes));
  guint slice = n_slices > 0 ? (n_nodes + n_slices - 1) / n_slices * NODE_SIZE : NODE_SIZE;

  qsort (leaves, n, sizeof (Node), compare_x);
  for (guint i = 0; i < n; i += slice)
    qsort (leaves + i, MIN (slice, n - i), sizeof (Node), compare_y);
}

static void
add_level (GArray *nodes,
           guint   first,
           guint   n)
{
  for (guint i = 0; i < n; i += NODE_SIZE)
    {
      Node parent = { .index = first + i, .n = MIN (NODE_SIZE, n - i) };

      rutter_box_init (&parent.box);
      for (guint k = 0; k < parent.n; k++)
        {
          const RutterBox *box = &g_array_index (nodes, Node, first + i + k).box;

          rutter_box_add (&parent.box, (RutterPoint) { box->x0, box->y0 });
          rutter_box_add (&parent.box, (RutterPoint) { box->x1, box->y1 });
        }
      g_array_append_val (nodes, parent);
    }
}

RutterSpatialIndex *
rutter_spatial_index_new (const RutterBox *boxes,
                          guint            n_boxes)
{
  RutterSpatialIndex *self = g_new0 (RutterSpatialIndex, 1);
  guint first = 0, n;

  self->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  for (guint i = 0; i < n_boxes; i++)
    {
      Node leaf = { boxes[i], i, 0 };

      if (isfinite (get_x (&leaf)) && isfinite (get_y (&leaf)) &&
          boxes[i].x0 <= boxes[i].x1 && boxes[i].y0 <= boxes[i].y1)
        g_array_append_val (self->nodes, leaf);
    }

  n = self->nodes->len;
  if (n > 0)
    sort_leaves (&g_array_index (self->nodes, Node, 0), n);

  while (n > 1)
    {
      guint above = self->nodes->len;

      add_level (self->nodes, first, n);
      first = above;
      n = self->nodes->len - above;
    }

  return self;
}

void
rutter_spatial_index_free (RutterSpatialIndex *self)
{
  g_array_unref (self->nodes);
  g_free (self);
}

static void
query_node (const RutterSpatialIndex *self,
            guint                     at,
            const RutterBox          *box,
            GArray                   *found)
{
  const Node *node = &g_array_index (self->nodes, Node, at);

  if (!rutter_box_meets (&node->box, box))
    return;

  if (node->n == 0)
    g_array_append_val (found, node->index);
  for (guint i = 0; i < node->n; i++)
    query_node (self, node->index + i, box, found);
}

void
rutter_spatial_index_query (const RutterSpatialIndex *self,
                            const RutterBox          *box,
                            GArray                   *found)
{
  g_return_if_fail (self != NULL && box != NULL && found != NULL);

  if (self->nodes->len > 0)
    query_node (self, self->nodes->len - 1, box, found);
}
