/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Inland waterways that join seas, but that no seagoing ship takes to get from one to the other:
 * the Volga and its canals between the Baltic and the Black Sea. Passages name the network that
 * they belong to. A request may use one that it names, or on which it stops.
 */

#include "rutter-sea-inland.h"

/* How far from a stop the water that it lies on is looked for, in tiles: some 30 km. */
#define MAX_RINGS 12

/* All passages that belong to a network. */
RutterPassageSet
rutter_sea_inland_list (RutterPassages *passages)
{
  RutterPassageSet inland = { { 0 } };

  for (guint i = 0; i < rutter_passages_get_n (passages); i++)
    if (rutter_passages_get (passages, i)->network != NULL)
      inland = rutter_passage_set_with (inland, i);

  return inland;
}

static gboolean
is_inland_edge (const RutterSeaGraph   *graph,
                const RutterPassageSet *inland,
                guint32                 from,
                guint32                 to)
{
  guint32 low = MIN (from, to), next;

  if (low < graph->n_leaves || MAX (from, to) != low + 1)
    return FALSE;

  next = graph->points[low - graph->n_leaves].next;
  return next < RUTTER_PASSAGE_SET_SIZE && rutter_passage_set_has (inland, next);
}

/**
 * rutter_sea_inland_mark:
 * @leaves: those of @graph, to change
 * @main_sea: a place in the open ocean
 *
 * Marks the leaves of waters that the ocean reaches by inland networks alone, as the Caspian.
 */
void
rutter_sea_inland_mark (guint32                *leaves,
                        const RutterSeaGraph   *graph,
                        const RutterPassageSet *inland,
                        RutterLonLat            main_sea)
{
  g_autofree guint8 *is_ocean = g_new0 (guint8, graph->n_nodes + 1);
  g_autoptr(GArray) open = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 tile = rutter_sea_graph_get_tile (main_sea);
  guint32 start = rutter_sea_graph_find_leaf (graph, (int)(tile % RUTTER_SEA_TILES_ACROSS),
                                              (int)(tile / RUTTER_SEA_TILES_ACROSS));

  if (rutter_passage_set_is_empty (inland) || start == RUTTER_SEA_NO_NODE)
    return;

  is_ocean[start] = TRUE;
  g_array_append_val (open, start);
  while (open->len > 0)
    {
      guint32 node = g_array_index (open, guint32, open->len - 1);

      g_array_set_size (open, open->len - 1);
      for (guint32 i = graph->first_edges[node]; i < graph->first_edges[node + 1]; i++)
        {
          guint32 target = graph->targets[i];

          if (is_ocean[target] || is_inland_edge (graph, inland, node, target))
            continue;

          is_ocean[target] = TRUE;
          g_array_append_val (open, target);
        }
    }

  for (guint32 i = 0; i < graph->n_leaves; i++)
    if (!is_ocean[i])
      leaves[i] |= RUTTER_SEA_INLAND;
}

/* The water nearest to a berth, by tiles: a harbour has no leaf of its own. */
static gboolean
is_on_inland_water (const RutterSeaGraph *graph,
                    RutterLonLat          position)
{
  guint32 tile = rutter_sea_graph_get_tile (position);
  int column = (int)(tile % RUTTER_SEA_TILES_ACROSS);
  int row = (int)(tile / RUTTER_SEA_TILES_ACROSS);

  for (int ring = 0; ring <= MAX_RINGS; ring++)
    for (int y = -ring; y <= ring; y++)
      for (int x = -ring; x <= ring; x += ABS (y) == ring ? 1 : 2 * ring)
        {
          guint32 leaf = rutter_sea_graph_find_leaf (graph, column + x, row + y);

          if (leaf != RUTTER_SEA_NO_NODE)
            return (graph->leaves[leaf] & RUTTER_SEA_INLAND) != 0;
        }

  return FALSE;
}

/* Adds the networks that a passage of the set @named belongs to. */
static RutterPassageSet
add_networks (RutterPassageSet        usable,
              RutterPassages         *passages,
              const RutterPassageSet *named)
{
  guint n = rutter_passages_get_n (passages);

  for (guint i = 0; i < n; i++)
    {
      const char *network = rutter_passages_get (passages, i)->network;

      if (network == NULL || !rutter_passage_set_has (named, i))
        continue;

      for (guint k = 0; k < n; k++)
        if (g_strcmp0 (rutter_passages_get (passages, k)->network, network) == 0)
          usable = rutter_passage_set_with (usable, k);
    }

  return usable;
}

/**
 * rutter_sea_inland_close:
 * @opened: the passages that the request opens
 * @berths: all of the request's
 *
 * A stop on the line of a passage opens that one's network, a stop on water that the ocean reaches
 * by networks alone opens all. Nothing else does, no length above all: so a passage more that is
 * closed never makes a way shorter, and both directions are the same.
 *
 * Returns: the passages of the networks that the request may not use
 */
RutterPassageSet
rutter_sea_inland_close (const RutterSeaChart   *chart,
                         RutterPassages         *passages,
                         const RutterPassageSet *opened,
                         const RutterSeaBerth   *berths,
                         guint                   n_berths)
{
  const RutterPassageSet inland = rutter_sea_inland_list (passages);
  RutterPassageSet named = *opened;

  if (rutter_passage_set_is_empty (&inland))
    return inland;

  for (guint i = 0; i < n_berths; i++)
    if (berths[i].point != RUTTER_SEA_NO_NODE)
      named = rutter_passage_set_with (named, chart->graph.points[berths[i].point].next);
    else if (is_on_inland_water (&chart->graph, berths[i].position))
      named = rutter_passage_set_unite (named, inland);

  return rutter_passage_set_subtract (inland, add_networks ((RutterPassageSet) { { 0 } }, passages,
                                                            &named));
}
