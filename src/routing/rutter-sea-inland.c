/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Inland waterways that join seas, but that no seagoing ship takes to get from one to the other:
 * the Volga and its canals between the Baltic and the Black Sea. Passages name the network that
 * they belong to. A request may use one that it names, or on which it stops.
 */

#include "rutter-sea-inland.h"

#include "rutter-inshore-finder.h"

#define MAX_CELLS 300000u

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
 * @points: likewise
 * @main_sea: a place in the open ocean
 *
 * Marks the nodes of waters that the ocean reaches by inland networks alone, as the Caspian.
 */
void
rutter_sea_inland_mark (guint32                *leaves,
                        RutterSeaPoint         *points,
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
  for (guint32 i = graph->n_leaves; i < graph->n_nodes; i++)
    points[i - graph->n_leaves].is_inland = !is_ocean[i];
}

/* What the nearest node is that a ship comes to from the berth. */
static gboolean
is_on_inland_water (const RutterSeaChart *chart,
                    RutterLonLat          position)
{
  const RutterSeaSight sight = { &chart->mask, &chart->barriers, { { 0 } } };
  const RutterInshoreLimits limits = { 0, 1, MAX_CELLS };
  const RutterSeaGraph *graph = &chart->graph;
  g_autoptr(RutterInshoreFinder) finder = rutter_inshore_finder_new (&sight, graph);
  g_autoptr(GArray) exits = g_array_new (FALSE, FALSE, sizeof (RutterInshoreExit));
  guint32 node;

  rutter_inshore_finder_add_start (finder, position);
  if (!rutter_inshore_finder_find_exits (finder, &limits, exits, NULL))
    return FALSE;

  node = g_array_index (exits, RutterInshoreExit, 0).node;
  return node < graph->n_leaves ? (graph->leaves[node] & RUTTER_SEA_INLAND) != 0
                                : graph->points[node - graph->n_leaves].is_inland;
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
    else if (is_on_inland_water (chart, berths[i].position))
      named = rutter_passage_set_unite (named, inland);

  return rutter_passage_set_subtract (inland, add_networks ((RutterPassageSet) { { 0 } }, passages,
                                                            &named));
}
