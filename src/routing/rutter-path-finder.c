/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-path-finder-private.h"

#include <string.h>

RutterPathFinder *
rutter_path_finder_new (const RutterSeaGraph    *graph,
                        const RutterLandmarkRow *landmarks)
{
  RutterPathFinder *self = g_new0 (RutterPathFinder, 1);

  self->graph = graph;
  self->landmarks = landmarks;
  self->marks = g_new0 (RutterPathMark, MAX (1, graph->n_nodes));
  self->back = g_new0 (RutterPathMark, MAX (1, graph->n_nodes));
  rutter_node_queue_init (&self->queue);
  self->expanded = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->taken = g_new0 (guint64, MAX (1, graph->n_nodes));

  return self;
}

void
rutter_path_finder_free (RutterPathFinder *self)
{
  g_clear_pointer (&self->marks, g_free);
  g_clear_pointer (&self->back, g_free);
  rutter_node_queue_clear (&self->queue);
  g_clear_pointer (&self->expanded, g_array_unref);
  g_clear_pointer (&self->taken, g_free);
  g_free (self);
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
reach (RutterPathFinder           *self,
       const RutterLandmarkBounds *bounds,
       guint32                     node,
       guint32                     parent,
       guint32                     cost)
{
  RutterPathMark *mark = &self->marks[node];
  guint32 key;

  if (mark->search == self->search && mark->cost <= cost)
    return;

  *mark = (RutterPathMark) { cost, parent, self->search, 0 };
  key = cost + rutter_landmark_bounds_get (bounds, &self->landmarks[node]);
  if (key < self->limit)
    rutter_node_queue_push (&self->queue, key, node);
}

static void
expand (RutterPathFinder           *self,
        const RutterSeaSight       *sight,
        const RutterLandmarkBounds *bounds,
        guint32                     node)
{
  const RutterSeaGraph *graph = self->graph;
  guint32 cost = self->marks[node].cost;
  gboolean is_guarded = node >= graph->n_leaves || (graph->leaves[node] & RUTTER_SEA_GUARDED);

  /* The neighbours lie far apart in memory: all are fetched at once. */
  for (guint32 i = graph->first_edges[node]; i < graph->first_edges[node + 1]; i++)
    {
      __builtin_prefetch (&self->marks[graph->targets[i]]);
      __builtin_prefetch (&self->landmarks[graph->targets[i]]);
    }

  for (guint32 i = graph->first_edges[node]; i < graph->first_edges[node + 1]; i++)
    {
      guint32 target = graph->targets[i];

      if (!is_guarded || rutter_sea_graph_is_open (graph, sight, node, target))
        reach (self, bounds, target, node, cost + graph->lengths[i]);
    }
}

/* Begins a search anew in an array of marks. */
static guint32
begin (RutterPathFinder *self,
       RutterPathMark             *marks,
       guint32           search)
{
  rutter_node_queue_empty (&self->queue);
  if (search < G_MAXUINT32)
    return search + 1;

  memset (marks, 0, self->graph->n_nodes * sizeof (RutterPathMark));
  return 1;
}

static guint32
find_entry (const GArray *entries,
            guint32       node)
{
  for (guint i = 0; i < entries->len; i++)
    if (g_array_index (entries, RutterSeaEntry, i).node == node)
      return g_array_index (entries, RutterSeaEntry, i).cost;

  return G_MAXUINT32;
}

/* How many nodes a closed sea is looked for in: the Black Sea and the Caspian have fewer. */
#define MAX_FLOOD 24000u

/* Whether all that can be reached from some nodes is less than that, and without the others. */
static gboolean
is_shut_in (RutterPathFinder     *self,
            const RutterSeaSight *sight,
            const GArray         *starts,
            const GArray         *ends)
{
  const RutterSeaGraph *graph = self->graph;

  self->search = begin (self, self->marks, self->search);
  g_array_set_size (self->expanded, 0);
  for (guint i = 0; i < starts->len; i++)
    {
      guint32 node = g_array_index (starts, RutterSeaEntry, i).node;

      self->marks[node].search = self->search;
      g_array_append_val (self->expanded, node);
    }

  for (guint k = 0; k < self->expanded->len; k++)
    {
      guint32 node = g_array_index (self->expanded, guint32, k);

      if (self->expanded->len > MAX_FLOOD || find_entry (ends, node) != G_MAXUINT32)
        return FALSE;

      for (guint32 i = graph->first_edges[node]; i < graph->first_edges[node + 1]; i++)
        {
          guint32 target = graph->targets[i];

          if (self->marks[target].search == self->search ||
              !rutter_sea_graph_is_open (graph, sight, node, target))
            continue;

          self->marks[target].search = self->search;
          g_array_append_val (self->expanded, target);
        }
    }

  return TRUE;
}

/**
 * rutter_path_finder_is_sealed:
 *
 * Tells soon what a survey would find out by looking at half of the world's seas.
 *
 * Returns: TRUE when there is no way, as one end lies in a small sea that is closed; FALSE when
 *   there may be one
 */
gboolean
rutter_path_finder_is_sealed (RutterPathFinder     *self,
                              const RutterSeaSight *sight,
                              const GArray         *starts,
                              const GArray         *ends)
{
  return is_shut_in (self, sight, starts, ends) || is_shut_in (self, sight, ends, starts);
}

/**
 * rutter_path_finder_get_limit:
 * @best: the length of the shortest way, in units of edges
 *
 * Returns: the length that rivals of it stay below: a little longer, and on short ways by what the
 *   graph's steps may make of a strait
 */
guint32
rutter_path_finder_get_limit (guint32 best)
{
  return best + best / RUTTER_PATH_MARGIN + RUTTER_PATH_SPARE_KM * RUTTER_SEA_UNITS_PER_KM + 1;
}

/**
 * rutter_path_finder_survey:
 * @is_usual: whether all passages that are usually closed are in @sight
 * @starts: (element-type RutterSeaEntry)
 * @ends: (element-type RutterSeaEntry)
 *
 * Measures from the start all nodes on ways that are hardly longer than the shortest, for
 * rutter_path_finder_trace() and rutter_path_finder_list_rivals().
 *
 * Returns: the length from stop to stop in units of edges; %G_MAXUINT32 when there is no way, or
 *   when cancelled
 */
guint32
rutter_path_finder_survey (RutterPathFinder     *self,
                           const RutterSeaSight *sight,
                           gboolean              is_usual,
                           const GArray         *starts,
                           const GArray         *ends,
                           GCancellable         *cancellable)
{
  guint32 best = G_MAXUINT32;
  RutterLandmarkBounds bounds;
  guint n_steps = 0;
  guint32 key, node;

  self->limit = G_MAXUINT32;
  self->search = begin (self, self->marks, self->search);
  g_array_set_size (self->expanded, 0);
  rutter_landmark_bounds_init (&bounds, self->landmarks, is_usual, ends);
  for (guint i = 0; i < starts->len; i++)
    {
      const RutterSeaEntry *start = &g_array_index (starts, RutterSeaEntry, i);

      reach (self, &bounds, start->node, RUTTER_SEA_NO_NODE, start->cost);
    }

  while (rutter_node_queue_pop (&self->queue, self->limit, &key, &node))
    {
      guint32 rest;

      if (n_steps++ % 4096 == 0 && g_cancellable_is_cancelled (cancellable))
        return G_MAXUINT32;
      /* An older entry of a node that was gone on from with a better way, or too far off now. */
      if (self->marks[node].expanded == self->search || key >= self->limit)
        continue;

      rest = find_entry (ends, node);
      if (rest != G_MAXUINT32 && self->marks[node].cost + rest < best)
        {
          best = self->marks[node].cost + rest;
          self->limit = rutter_path_finder_get_limit (best);
        }
      g_array_append_val (self->expanded, node);
      self->marks[node].expanded = self->search;
      expand (self, sight, &bounds, node);
    }

  return best;
}

/* Of parents that are as good the one of the lesser number is taken: so the way depends neither on
 * what else was closed nor on how far the survey went.
 */
static void
reach_back (RutterPathFinder *self,
            guint32           limit,
            guint32           node,
            guint32           parent,
            guint32           cost)
{
  RutterPathMark *mark = &self->back[node];
  guint32 key;

  if (self->marks[node].expanded != self->search)
    return;

  if (mark->search == self->back_search && mark->cost <= cost)
    {
      if (mark->cost == cost)
        mark->parent = MIN (mark->parent, parent);
      return;
    }

  key = cost + self->marks[node].cost;
  if (key >= limit)
    return;

  *mark = (RutterPathMark) { cost, parent, self->back_search, 0 };
  rutter_node_queue_push (&self->queue, key, node);
}

static void
expand_back (RutterPathFinder     *self,
             const RutterSeaSight *sight,
             guint32               limit,
             guint32               node)
{
  const RutterSeaGraph *graph = self->graph;
  guint32 cost = self->back[node].cost;
  gboolean is_guarded = node >= graph->n_leaves || (graph->leaves[node] & RUTTER_SEA_GUARDED);

  for (guint32 i = graph->first_edges[node]; i < graph->first_edges[node + 1]; i++)
    {
      guint32 target = graph->targets[i];

      if (!is_guarded || rutter_sea_graph_is_open (graph, sight, target, node))
        reach_back (self, limit, target, node, cost + graph->lengths[i]);
    }
}

/**
 * rutter_path_finder_trace:
 * @sight: as of the survey, or with more passages closed
 * @limit: the length that the way must stay below
 * @nodes: (element-type guint32): gets the nodes of the best way
 *
 * Finds the shortest way among those that the survey measured, from its end: what is left is known
 * there, so that little beside the way is looked at.
 *
 * Returns: the length from stop to stop; %G_MAXUINT32 when there is no such way
 */
guint32
rutter_path_finder_trace (RutterPathFinder     *self,
                          const RutterSeaSight *sight,
                          guint32               limit,
                          const GArray         *starts,
                          const GArray         *ends,
                          GArray               *nodes)
{
  guint32 best = limit, first = RUTTER_SEA_NO_NODE;
  guint32 key, node;

  self->back_search = begin (self, self->back, self->back_search);
  for (guint i = 0; i < ends->len; i++)
    {
      const RutterSeaEntry *end = &g_array_index (ends, RutterSeaEntry, i);

      reach_back (self, limit, end->node, RUTTER_SEA_NO_NODE, end->cost);
    }

  while (rutter_node_queue_pop (&self->queue, best + 1, &key, &node))
    {
      guint32 cost = self->back[node].cost;
      guint32 rest;

      if (key > best || key > cost + self->marks[node].cost)
        continue;

      rest = find_entry (starts, node);
      if (rest != G_MAXUINT32 && (cost + rest < best || (cost + rest == best && node < first)))
        {
          best = cost + rest;
          first = node;
        }
      expand_back (self, sight, limit, node);
    }

  if (first == RUTTER_SEA_NO_NODE || best >= limit)
    return G_MAXUINT32;

  for (node = first; node != RUTTER_SEA_NO_NODE; node = self->back[node].parent)
    g_array_append_val (nodes, node);

  return best;
}
