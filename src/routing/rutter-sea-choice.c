/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Chooses among ways that are nearly of one length. The graph's edges run in few directions, so its
 * lengths are somewhat off, the more the farther a way lies from those; pulled tight, the way that
 * the graph holds for the longer one may be the shorter. So the passages that a way takes are
 * closed in turn, and what is hardly longer then in the graph is pulled tight as well. Thereby
 * closing a passage makes no way shorter: what it would lead to was tried already. For that the
 * limit must be wider than the graph errs: its lengths are right on the average of all courses (see
 * rutter-sea-graph-finish.c), and on the open sea courses differ by less than 27 degrees.
 */

#include "rutter-sea-choice.h"

#define MAX_TRIES 12u

typedef struct
{
  const RutterSeaChart *chart;
  RutterPathFinder     *finder;
  RutterPassageSet      usual;
  const RutterSeaBerth *from;
  const RutterSeaBerth *to;
  GCancellable         *cancellable;
  RutterSeaLeg         *best;
  GArray               *tried;      /* RutterPassageSet: what was closed */
} Choice;

/* The passages that a leg takes, by their lines or through their gates. */
static RutterPassageSet
list_passages (const RutterSeaChart *chart,
               const RutterSeaLeg   *leg)
{
  RutterPassageSet taken = { { 0 } };

  for (guint i = 0; i < leg->stretches->len; i++)
    taken = rutter_passage_set_with (
      taken, g_array_index (leg->stretches, RutterSeaStretch, i).passage);
  for (guint i = 1; i < leg->points->len; i++)
    for (guint k = 0; k < chart->barriers.n_items; k++)
      if (rutter_sea_barrier_meets (&chart->barriers.items[k],
                                    g_array_index (leg->points, RutterLonLat, i - 1),
                                    g_array_index (leg->points, RutterLonLat, i)))
        taken = rutter_passage_set_with (taken, (guint)chart->barriers.items[k].passage);

  return taken;
}

static gboolean
was_tried (const Choice           *choice,
           const RutterPassageSet *closed)
{
  for (guint i = 0; i < choice->tried->len; i++)
    if (rutter_passage_set_equal (&g_array_index (choice->tried, RutterPassageSet, i), closed))
      return TRUE;

  return FALSE;
}

/* Looks for the ways without each of the passages that a leg takes, then without those that such a
 * way takes as well, and so on.
 */
static void
try_without (Choice             *choice,
             const RutterSeaLeg *leg,
             RutterPassageSet    closed,
             guint32             limit)
{
  const RutterSeaSight sight = { &choice->chart->mask, &choice->chart->barriers, closed };
  const RutterPassageSet taken = list_passages (choice->chart, leg);
  const RutterPassageSet rivals =
    rutter_path_finder_list_rivals (choice->finder, &sight, &taken);

  for (guint i = 0; i < RUTTER_PASSAGE_SET_SIZE; i++)
    {
      RutterPassageSet set = rutter_passage_set_with (closed, i);
      g_autoptr(RutterSeaLeg) other = NULL;

      if (!rutter_passage_set_has (&rivals, i) || choice->tried->len >= MAX_TRIES ||
          was_tried (choice, &set))
        continue;

      g_array_append_val (choice->tried, set);
      other = rutter_sea_leg_new (choice->chart, choice->finder, set, choice->usual, limit,
                                  choice->from, choice->to, choice->cancellable);
      if (other == NULL)
        continue;

      if (other->length_m < choice->best->length_m)
        {
          rutter_sea_leg_unref (choice->best);
          choice->best = rutter_sea_leg_ref (other);
        }
      try_without (choice, other, set, limit);
    }
}

/**
 * rutter_sea_choice_find:
 *
 * Arguments as of rutter_sea_leg_new().
 *
 * Returns: (transfer full) (nullable): the leg; NULL when there is no way, or when cancelled
 */
RutterSeaLeg *
rutter_sea_choice_find (const RutterSeaChart *chart,
                        RutterPathFinder     *finder,
                        RutterPassageSet      closed,
                        RutterPassageSet      usual,
                        const RutterSeaBerth *from,
                        const RutterSeaBerth *to,
                        GCancellable         *cancellable)
{
  g_autoptr(GArray) tried = g_array_new (FALSE, FALSE, sizeof (RutterPassageSet));
  g_autoptr(RutterSeaLeg) first = rutter_sea_leg_new (chart, finder, closed, usual, G_MAXUINT32,
                                                      from, to, cancellable);
  Choice choice = { .chart = chart, .finder = finder, .usual = usual, .from = from, .to = to,
                    .cancellable = cancellable, .tried = tried };

  if (first == NULL)
    return NULL;

  choice.best = rutter_sea_leg_ref (first);
  if (first->units < G_MAXUINT32)
    try_without (&choice, first, closed, rutter_path_finder_get_limit (first->units) - 1);

  /* What was not tried would have to be: the leg is remembered. */
  if (g_cancellable_is_cancelled (cancellable))
    g_clear_pointer (&choice.best, rutter_sea_leg_unref);

  return choice.best;
}
