/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-landmarks.h"

#include <string.h>

/* Every edge is shorter than this, so that a ring of as many buckets holds all that is open. */
#define N_BUCKETS 65536
#define FAR G_MAXUINT32

/* Kept together: all three are asked for at once. */
typedef struct
{
  guint32 distance;
  guint32 next;          /* lists of nodes, by bucket */
  guint32 previous;
} Mark;

/* Dijkstra's search with buckets instead of a heap (R. Dial, 1969): lengths are small integers. */
typedef struct
{
  const RutterSeaGraph *graph;
  RutterSeaEdgeFilter   filter;
  gpointer              user_data;
  Mark                 *marks;         /* of each node */
  guint32              *buckets;
  guint64              *used;          /* a bit a bucket, to pass over the empty ones */
} Survey;

static void
take_out (Survey  *survey,
          guint32  node)
{
  const Mark *mark = &survey->marks[node];
  guint bucket = mark->distance % N_BUCKETS;

  if (mark->previous == RUTTER_SEA_NO_NODE)
    survey->buckets[bucket] = mark->next;
  else
    survey->marks[mark->previous].next = mark->next;
  if (mark->next != RUTTER_SEA_NO_NODE)
    survey->marks[mark->next].previous = mark->previous;
  if (survey->buckets[bucket] == RUTTER_SEA_NO_NODE)
    survey->used[bucket / 64] &= ~(G_GUINT64_CONSTANT (1) << (bucket % 64));
}

static void
put_in (Survey  *survey,
        guint32  node,
        guint32  distance)
{
  guint bucket = distance % N_BUCKETS;
  guint32 head = survey->buckets[bucket];

  survey->marks[node] = (Mark) { distance, head, RUTTER_SEA_NO_NODE };
  if (head != RUTTER_SEA_NO_NODE)
    survey->marks[head].previous = node;
  survey->buckets[bucket] = node;
  survey->used[bucket / 64] |= G_GUINT64_CONSTANT (1) << (bucket % 64);
}

/* The first used bucket at or after @from, around the ring; N_BUCKETS when all are empty. */
static guint
find_bucket (const Survey *survey,
             guint         from)
{
  guint word = from / 64;
  guint64 bits = survey->used[word] & (G_MAXUINT64 << (from % 64));

  for (guint i = 0; i <= N_BUCKETS / 64; i++)
    {
      if (bits != 0)
        return word * 64 + (guint)__builtin_ctzll (bits);

      word = (word + 1) % (N_BUCKETS / 64);
      bits = survey->used[word];
    }

  return N_BUCKETS;
}

static void
run_survey (Survey  *survey,
            guint32  start)
{
  const RutterSeaGraph *graph = survey->graph;
  guint bucket;

  for (guint32 i = 0; i < graph->n_nodes; i++)
    survey->marks[i].distance = FAR;
  put_in (survey, start, 0);
  bucket = find_bucket (survey, 0);
  while (bucket < N_BUCKETS)
    {
      guint32 node = survey->buckets[bucket];
      guint32 distance = survey->marks[node].distance;

      take_out (survey, node);
      for (guint32 i = graph->first_edges[node]; i < graph->first_edges[node + 1]; i++)
        {
          guint32 target = graph->targets[i];
          guint32 reached = distance + graph->lengths[i];

          if (reached >= survey->marks[target].distance ||
              (survey->filter != NULL && !survey->filter (node, target, survey->user_data)))
            continue;

          if (survey->marks[target].distance != FAR)
            take_out (survey, target);
          put_in (survey, target, reached);
        }
      bucket = find_bucket (survey, bucket);
    }
}

/* The node farthest from all landmarks so far: landmarks do best at the ends of the seas. */
static guint32
find_farthest (const RutterSeaGraph *graph,
               const guint32        *nearest)
{
  guint32 farthest = 0;

  for (guint32 i = 1; i < graph->n_nodes; i++)
    if (nearest[i] != FAR && (nearest[farthest] == FAR || nearest[i] > nearest[farthest]))
      farthest = i;

  return farthest;
}

static gboolean
fill_columns (RutterLandmarkRow  *rows,
              Survey             *survey,
              guint               first,
              guint               n,
              GCancellable       *cancellable,
              GError            **error)
{
  guint32 n_nodes = survey->graph->n_nodes;
  g_autofree guint32 *nearest = g_new (guint32, n_nodes);

  for (guint k = first; k < first + n; k++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      /* The first leaf of all lies at the ice of Antarctica: an end of the seas as any. */
      run_survey (survey, k == first ? 0 : find_farthest (survey->graph, nearest));
      for (guint32 i = 0; i < n_nodes; i++)
        {
          guint32 distance = survey->marks[i].distance;

          rows[i].km_halves[k] = (guint16)MIN (distance / RUTTER_LANDMARK_UNIT,
                                               RUTTER_LANDMARK_UNKNOWN);
          if (k == first || distance < nearest[i])
            nearest[i] = distance;
        }
    }

  return TRUE;
}

/**
 * rutter_landmarks_fill:
 * @rows: (out caller-allocates): one for each node
 * @filter: (scope call): refuses the edges of passages that are usually shut
 *
 * Chooses landmarks and measures from them.
 *
 * Returns: FALSE when cancelled
 */
gboolean
rutter_landmarks_fill (RutterLandmarkRow     *rows,
                       const RutterSeaGraph  *graph,
                       RutterSeaEdgeFilter    filter,
                       gpointer               user_data,
                       GCancellable          *cancellable,
                       GError               **error)
{
  g_autofree Mark *marks = g_new (Mark, graph->n_nodes);
  g_autofree guint32 *buckets = g_new (guint32, N_BUCKETS);
  g_autofree guint64 *used = g_new0 (guint64, N_BUCKETS / 64);
  Survey survey = { graph, filter, user_data, marks, buckets, used };

  if (graph->n_nodes == 0)
    return TRUE;

  memset (buckets, 0xff, N_BUCKETS * sizeof (guint32));
  if (!fill_columns (rows, &survey, 0, RUTTER_N_USUAL_LANDMARKS, cancellable, error))
    return FALSE;

  survey.filter = NULL;
  return fill_columns (rows, &survey, RUTTER_N_USUAL_LANDMARKS, RUTTER_N_OPEN_LANDMARKS,
                       cancellable, error);
}
