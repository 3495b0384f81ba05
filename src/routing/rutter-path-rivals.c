/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where the surveyed ways part: which of them are worth a search of their own. */

#include "rutter-path-finder-private.h"

/* Which of the passages at hand an edge goes through, a bit each. */
static guint64
get_taken (const RutterPathFinder *self,
           const RutterSeaSight   *sight,
           const GArray           *passages,
           guint32                 from,
           guint32                 to)
{
  const RutterSeaGraph *graph = self->graph;
  guint64 taken = 0;

  if ((from < graph->n_leaves && !(graph->leaves[from] & RUTTER_SEA_GUARDED)) ||
      (to < graph->n_leaves && !(graph->leaves[to] & RUTTER_SEA_GUARDED)))
    return 0;

  for (guint i = 0; i < passages->len; i++)
    {
      guint passage = g_array_index (passages, guint, i);
      RutterSeaSight one = { sight->mask, sight->barriers, { { 0 } } };

      one.closed = rutter_passage_set_with (one.closed, passage);
      if (!rutter_sea_graph_is_open (graph, &one, from, to))
        taken |= G_GUINT64_CONSTANT (1) << i;
    }

  return taken;
}

/**
 * rutter_path_finder_list_rivals:
 * @taken: the passages that the way takes that was found last
 *
 * Where the search came to neighbouring nodes both through a passage and without it there may be a
 * way hardly longer that does without.
 *
 * Returns: the passages for which it is worth to search for that
 */
RutterPassageSet
rutter_path_finder_list_rivals (RutterPathFinder       *self,
                                const RutterSeaSight   *sight,
                                const RutterPassageSet *taken)
{
  const RutterSeaGraph *graph = self->graph;
  g_autoptr(GArray) passages = g_array_new (FALSE, FALSE, sizeof (guint));
  RutterPassageSet rivals = { { 0 } };
  guint64 found = 0, all;

  for (guint i = 0; i < RUTTER_PASSAGE_SET_SIZE && passages->len < 64; i++)
    if (rutter_passage_set_has (taken, i))
      g_array_append_val (passages, i);
  if (passages->len == 0)
    return rivals;

  all = G_MAXUINT64 >> (64 - passages->len);

  for (guint i = 0; i < self->expanded->len; i++)
    {
      guint32 node = g_array_index (self->expanded, guint32, i);
      guint32 parent = self->marks[node].parent;

      self->taken[node] = parent == RUTTER_SEA_NO_NODE
                          ? 0
                          : self->taken[parent] |
                            get_taken (self, sight, passages, parent, node);
    }

  for (guint k = 0; k < self->expanded->len; k++)
    {
      guint32 node = g_array_index (self->expanded, guint32, k);
      guint64 has = self->taken[node] | found;

      if (has == all)
        continue;

      for (guint32 i = graph->first_edges[node]; i < graph->first_edges[node + 1]; i++)
        {
          guint32 target = graph->targets[i];
          guint64 more = self->taken[target] & ~has;

          if (more != 0)
            {
              found |= more & ~get_taken (self, sight, passages, node, target);
              has |= found;
            }
        }
    }

  for (guint i = 0; i < self->expanded->len; i++)
    self->taken[g_array_index (self->expanded, guint32, i)] = 0;

  for (guint i = 0; i < passages->len; i++)
    if (found >> i & 1)
      rivals = rutter_passage_set_with (rivals, g_array_index (passages, guint, i));

  return rivals;
}
