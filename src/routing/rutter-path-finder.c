/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-path-finder.h"

#include <string.h>

typedef struct
{
  guint32 cost;
  guint32 parent;
  guint32 search;    /* the search that wrote this: older ones do not count */
} Mark;

typedef struct
{
  guint32 key;
  guint32 node;
} Entry;

/* Distances of one landmark to the ends: from the least to the most, each with what is left from
 * there to the stop.
 */
typedef struct
{
  gint32 low[RUTTER_N_LANDMARKS];
  gint32 high[RUTTER_N_LANDMARKS];
  guint  first;
  guint  last;
} Bounds;

struct _RutterPathFinder
{
  const RutterSeaGraph    *graph;
  const RutterLandmarkRow *landmarks;
  Mark                    *marks;
  guint32                  search;
  GArray                  *heap;
};

RutterPathFinder *
rutter_path_finder_new (const RutterSeaGraph    *graph,
                        const RutterLandmarkRow *landmarks)
{
  RutterPathFinder *self = g_new0 (RutterPathFinder, 1);

  self->graph = graph;
  self->landmarks = landmarks;
  self->marks = g_new0 (Mark, MAX (1, graph->n_nodes));
  self->heap = g_array_new (FALSE, FALSE, sizeof (Entry));

  return self;
}

void
rutter_path_finder_free (RutterPathFinder *self)
{
  g_clear_pointer (&self->marks, g_free);
  g_clear_pointer (&self->heap, g_array_unref);
  g_free (self);
}

static void
push (GArray  *array,
      guint32  key,
      guint32  node)
{
  Entry entry = { key, node };
  guint i = array->len;
  Entry *heap;

  g_array_append_val (array, entry);
  heap = (Entry *)(gpointer)array->data;
  for (; i > 0 && heap[(i - 1) / 4].key > key; i = (i - 1) / 4)
    heap[i] = heap[(i - 1) / 4];
  heap[i] = entry;
}

static Entry
pop (GArray *array)
{
  Entry *heap = (Entry *)(gpointer)array->data;
  guint n = array->len - 1;
  Entry top = heap[0];
  Entry last = heap[n];
  guint i = 0;

  while (4 * i + 1 < n)
    {
      guint child = 4 * i + 1;
      guint end = MIN (child + 4, n);

      for (guint k = child + 1; k < end; k++)
        if (heap[k].key < heap[child].key)
          child = k;
      if (heap[child].key >= last.key)
        break;

      heap[i] = heap[child];
      i = child;
    }
  heap[i] = last;
  g_array_set_size (array, n);

  return top;
}

static void
bounds_init (Bounds                  *bounds,
             const RutterLandmarkRow *landmarks,
             gboolean                 is_usual,
             const GArray            *ends)
{
  bounds->first = is_usual ? 0 : RUTTER_N_USUAL_LANDMARKS;
  bounds->last = is_usual ? RUTTER_N_USUAL_LANDMARKS : RUTTER_N_LANDMARKS;
  for (guint k = bounds->first; k < bounds->last; k++)
    {
      bounds->low[k] = G_MAXINT32;
      bounds->high[k] = G_MININT32;
      for (guint i = 0; i < ends->len; i++)
        {
          const RutterSeaEntry *end = &g_array_index (ends, RutterSeaEntry, i);
          gint32 distance = landmarks[end->node].km_halves[k];
          gint32 rest = (gint32)(end->cost / RUTTER_LANDMARK_UNIT);

          if (distance == RUTTER_LANDMARK_UNKNOWN)
            {
              bounds->low[k] = G_MININT32;
              bounds->high[k] = G_MAXINT32;
              break;
            }
          bounds->low[k] = MIN (bounds->low[k], distance + rest);
          bounds->high[k] = MAX (bounds->high[k], distance - rest);
        }
    }
}

/* The least that is left from a node; both distances were rounded down, which one unit mends. */
static inline guint32
get_bound (const Bounds            *bounds,
           const RutterLandmarkRow *row)
{
  gint64 best = 1;

  for (guint k = bounds->first; k < bounds->last; k++)
    {
      gint64 distance = row->km_halves[k];

      if (distance == RUTTER_LANDMARK_UNKNOWN)
        continue;

      best = MAX (best, bounds->low[k] - distance);
      best = MAX (best, distance - bounds->high[k]);
    }

  return (guint32)(best - 1) * RUTTER_LANDMARK_UNIT;
}

/**
 * rutter_sea_graph_is_open:
 *
 * Returns: whether the request may take the edge: its passage is not closed and no closed gate lies
 *   across it
 */
gboolean
rutter_sea_graph_is_open (const RutterSeaGraph *graph,
                          const RutterSeaSight *sight,
                          guint32               from,
                          guint32               to)
{
  RutterLonLat a, b;

  if (from >= graph->n_leaves && to >= graph->n_leaves)
    {
      guint32 next = graph->points[MIN (from, to) - graph->n_leaves].next;

      if (next < RUTTER_PASSAGE_SET_SIZE)
        return !rutter_passage_set_has (&sight->closed, next);
    }
  else if ((from >= graph->n_leaves || !(graph->leaves[from] & RUTTER_SEA_GUARDED)) &&
           (to >= graph->n_leaves || !(graph->leaves[to] & RUTTER_SEA_GUARDED)))
    return TRUE;

  a = rutter_sea_graph_get_position (graph, from);
  b = rutter_sea_graph_get_position (graph, to);
  b.lon = rutter_geo_unwrap_lon (b.lon, a.lon);

  return !rutter_sea_barriers_stop (sight->barriers, &sight->closed, a, b);
}

static inline void
reach (RutterPathFinder *self,
       const Bounds     *bounds,
       guint32           node,
       guint32           parent,
       guint32           cost)
{
  Mark *mark = &self->marks[node];

  if (mark->search == self->search && mark->cost <= cost)
    return;

  *mark = (Mark) { cost, parent, self->search };
  push (self->heap, cost + get_bound (bounds, &self->landmarks[node]), node);
}

static void
expand (RutterPathFinder     *self,
        const RutterSeaSight *sight,
        const Bounds         *bounds,
        guint32               node)
{
  const RutterSeaGraph *graph = self->graph;
  guint32 cost = self->marks[node].cost;
  gboolean is_guarded = node >= graph->n_leaves || (graph->leaves[node] & RUTTER_SEA_GUARDED);

  for (guint32 i = graph->first_edges[node]; i < graph->first_edges[node + 1]; i++)
    {
      guint32 target = graph->targets[i];

      if (!is_guarded || rutter_sea_graph_is_open (graph, sight, node, target))
        reach (self, bounds, target, node, cost + graph->lengths[i]);
    }
}

static void
read_back (const RutterPathFinder *self,
           guint32                 node,
           GArray                 *nodes)
{
  for (; node != RUTTER_SEA_NO_NODE; node = self->marks[node].parent)
    g_array_append_val (nodes, node);

  for (guint i = 0, j = nodes->len; i + 1 < j; i++)
    {
      guint32 swap = g_array_index (nodes, guint32, i);

      j--;
      g_array_index (nodes, guint32, i) = g_array_index (nodes, guint32, j);
      g_array_index (nodes, guint32, j) = swap;
    }
}

/**
 * rutter_path_finder_find:
 * @is_usual: whether all passages that are usually closed are in @sight
 * @starts: (element-type RutterSeaEntry)
 * @ends: (element-type RutterSeaEntry)
 * @nodes: (element-type guint32): gets the nodes of the best way
 *
 * Returns: the length from stop to stop in units of edges; %G_MAXUINT32 when there is no way, or
 *   when cancelled
 */
guint32
rutter_path_finder_find (RutterPathFinder     *self,
                         const RutterSeaSight *sight,
                         gboolean              is_usual,
                         const GArray         *starts,
                         const GArray         *ends,
                         GArray               *nodes,
                         GCancellable         *cancellable)
{
  guint32 best = G_MAXUINT32, last = RUTTER_SEA_NO_NODE;
  Bounds bounds;
  guint n_steps = 0;

  g_array_set_size (self->heap, 0);
  if (++self->search == 0)
    {
      memset (self->marks, 0, self->graph->n_nodes * sizeof (Mark));
      self->search = 1;
    }
  bounds_init (&bounds, self->landmarks, is_usual, ends);

  for (guint i = 0; i < starts->len; i++)
    {
      const RutterSeaEntry *start = &g_array_index (starts, RutterSeaEntry, i);

      reach (self, &bounds, start->node, RUTTER_SEA_NO_NODE, start->cost);
    }

  while (self->heap->len > 0)
    {
      Entry entry = pop (self->heap);
      guint32 cost = self->marks[entry.node].cost;

      if (entry.key >= best)
        break;
      if (n_steps++ % 4096 == 0 && g_cancellable_is_cancelled (cancellable))
        return G_MAXUINT32;
      /* An older entry of a node that a better way reached meanwhile. */
      if (entry.key > cost + get_bound (&bounds, &self->landmarks[entry.node]))
        continue;

      for (guint i = 0; i < ends->len; i++)
        {
          const RutterSeaEntry *end = &g_array_index (ends, RutterSeaEntry, i);

          if (end->node == entry.node && cost + end->cost < best)
            {
              best = cost + end->cost;
              last = entry.node;
            }
        }
      expand (self, sight, &bounds, entry.node);
    }

  if (best != G_MAXUINT32)
    read_back (self, last, nodes);

  return best;
}
