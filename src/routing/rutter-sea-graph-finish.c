/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The last step of building the graph: edges measured and sorted by node. */

#include "rutter-sea-graph-builder.h"

#include <math.h>

/* What a way is too long by between two courses of the graph, phi apart, on the average of those
 * between: tan (phi / 2) / (phi / 2); here times phi.
 */
static double
get_sector (double course_a,
            double course_b)
{
  return 2 * tan (fabs (course_a - course_b) / 2);
}

/* What a way across leaves is too long by on the average of all courses: its legs run along rows,
 * columns and corners only, or by leaps between these. Columns lie closer together towards the
 * poles. Without this the graph would take the lines of passages, which are measured as they are,
 * for the shorter way.
 */
static double
get_excess (double   lat,
            gboolean has_leaps)
{
  double narrow = cos (lat * G_PI / 180);
  double corner = atan2 (1, narrow);
  double low = atan2 (1, 2 * narrow), high = atan2 (2, narrow);

  if (has_leaps)
    return (get_sector (0, low) + get_sector (low, corner) + get_sector (corner, high) +
            get_sector (high, G_PI / 2)) * 2 / G_PI;

  return (get_sector (0, corner) + get_sector (corner, G_PI / 2)) * 2 / G_PI;
}

/* By tenths of a degree from the south pole, without leaps and with them. */
#define N_EXCESSES 1801

static void
fill_excesses (double excesses[N_EXCESSES][2])
{
  for (guint i = 0; i < N_EXCESSES; i++)
    for (guint k = 0; k < 2; k++)
      excesses[i][k] = get_excess ((i - 900.0) / 10, k == 1);
}

static gboolean
has_leaps (const RutterSeaGraph *graph,
           RutterSeaEdge         edge)
{
  return rutter_sea_graph_get_leaf (graph->leaves[edge.a]).log >= RUTTER_SEA_MIN_LEAP_LOG &&
         rutter_sea_graph_get_leaf (graph->leaves[edge.b]).log >= RUTTER_SEA_MIN_LEAP_LOG;
}

static void
put_edge (RutterSeaGraphBuilder *self,
          guint32               *places,
          guint32                from,
          guint32                to,
          guint32                length)
{
  guint32 place = places[from]++;

  g_array_index (self->targets, guint32, place) = to;
  g_array_index (self->lengths, guint16, place) = (guint16)MIN (length, G_MAXUINT16);
}

static int
compare_tiles (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const RutterSeaPoint *points = data;
  guint32 i = *(const guint32 *)a, j = *(const guint32 *)b;

  if (points[i].tile != points[j].tile)
    return points[i].tile < points[j].tile ? -1 : 1;

  return i < j ? -1 : i > j;
}

/* Sorts edges by node and points by tile. Nothing may be added after. */
void
rutter_sea_graph_builder_finish (RutterSeaGraphBuilder *self)
{
  guint32 n_nodes = self->leaves->len + self->points->len;
  g_autofree guint32 *places = g_new0 (guint32, n_nodes + 1);
  g_autofree double (*excesses)[2] = g_malloc (sizeof (double) * 2 * N_EXCESSES);
  RutterSeaGraph graph;

  fill_excesses (excesses);
  for (guint i = 0; i < self->edges->len; i++)
    {
      places[g_array_index (self->edges, RutterSeaEdge, i).a + 1]++;
      places[g_array_index (self->edges, RutterSeaEdge, i).b + 1]++;
    }
  for (guint32 i = 0; i < n_nodes; i++)
    places[i + 1] += places[i];
  g_array_set_size (self->first_edges, 0);
  g_array_append_vals (self->first_edges, places, n_nodes + 1);
  g_array_set_size (self->targets, self->edges->len * 2);
  g_array_set_size (self->lengths, self->edges->len * 2);

  rutter_sea_graph_builder_get_graph (self, &graph);
  for (guint i = 0; i < self->edges->len; i++)
    {
      RutterSeaEdge edge = g_array_index (self->edges, RutterSeaEdge, i);
      RutterLonLat a = rutter_sea_graph_get_position (&graph, edge.a);
      RutterLonLat b = rutter_sea_graph_get_position (&graph, edge.b);
      guint32 length = rutter_sea_graph_measure (a, b);

      if (MAX (edge.a, edge.b) < graph.n_leaves)
        length = (guint32)lround (length / excesses[(int)((a.lat + b.lat) * 5 + 900.5)]
                                                   [has_leaps (&graph, edge)]);

      put_edge (self, places, edge.a, edge.b, length);
      put_edge (self, places, edge.b, edge.a, length);
    }

  g_array_set_size (self->tile_points, 0);
  for (guint32 i = 0; i < self->points->len; i++)
    g_array_append_val (self->tile_points, i);
  g_qsort_with_data (self->tile_points->data, (int)self->tile_points->len, sizeof (guint32),
                     compare_tiles, self->points->data);
}
