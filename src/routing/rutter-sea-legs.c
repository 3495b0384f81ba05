/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-sea-legs.h"

#include "rutter-sea-choice.h"

/* Legs that are remembered: a dragged via point changes two of many. */
#define N_MEMOS 24
#define MAX_IDLE_FINDERS 3

typedef struct
{
  RutterLonLat  from;      /* the berths' positions, the lesser first */
  RutterLonLat  to;
  RutterPassageSet closed;
  RutterSeaLeg *leg;
} Memo;

struct _RutterSeaLegs
{
  const RutterSeaChart *chart;
  RutterPassageSet      usual;      /* closed in most requests */
  GMutex                mutex;      /* guards what follows */
  GPtrArray            *idle;       /* RutterPathFinder */
  GQueue                memos;      /* Memo, the latest first */
};

static gboolean
is_before (RutterLonLat a,
           RutterLonLat b)
{
  return a.lon != b.lon ? a.lon < b.lon : a.lat < b.lat;
}

static gboolean
is_same (RutterLonLat a,
         RutterLonLat b)
{
  return a.lon == b.lon && a.lat == b.lat;
}

static void
memo_free (Memo *memo)
{
  rutter_sea_leg_unref (memo->leg);
  g_free (memo);
}

/**
 * rutter_sea_legs_new:
 * @chart: borrowed
 * @usual: the passages that are closed unless a request or its stops open them
 */
RutterSeaLegs *
rutter_sea_legs_new (const RutterSeaChart *chart,
                     RutterPassageSet      usual)
{
  RutterSeaLegs *self = g_new0 (RutterSeaLegs, 1);

  self->chart = chart;
  self->usual = usual;
  g_mutex_init (&self->mutex);
  g_queue_init (&self->memos);
  self->idle = g_ptr_array_new_with_free_func ((GDestroyNotify)rutter_path_finder_free);

  return self;
}

void
rutter_sea_legs_free (RutterSeaLegs *self)
{
  g_queue_clear_full (&self->memos, (GDestroyNotify)memo_free);
  g_clear_pointer (&self->idle, g_ptr_array_unref);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

static RutterSeaLeg *
find_memo (RutterSeaLegs        *self,
           const RutterSeaBerth *from,
           const RutterSeaBerth *to,
           RutterPassageSet      closed)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  for (GList *l = self->memos.head; l != NULL; l = l->next)
    {
      Memo *memo = l->data;

      if (rutter_passage_set_equal (&memo->closed, &closed) &&
          is_same (memo->from, from->position) && is_same (memo->to, to->position))
        {
          g_queue_unlink (&self->memos, l);
          g_queue_push_head_link (&self->memos, l);
          return rutter_sea_leg_ref (memo->leg);
        }
    }

  return NULL;
}

static void
keep_memo (RutterSeaLegs        *self,
           const RutterSeaBerth *from,
           const RutterSeaBerth *to,
           RutterPassageSet      closed,
           RutterSeaLeg         *leg)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  Memo memo = { from->position, to->position, closed, rutter_sea_leg_ref (leg) };

  g_queue_push_head (&self->memos, g_memdup2 (&memo, sizeof memo));
  if (self->memos.length > N_MEMOS)
    memo_free (g_queue_pop_tail (&self->memos));
}

static RutterPathFinder *
take_finder (RutterSeaLegs *self)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (self->idle->len > 0)
    return g_ptr_array_steal_index_fast (self->idle, self->idle->len - 1);

  return rutter_path_finder_new (&self->chart->graph, self->chart->landmarks);
}

static void
give_finder (RutterSeaLegs *self,
             RutterPathFinder *finder)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (self->idle->len < MAX_IDLE_FINDERS)
    g_ptr_array_add (self->idle, finder);
  else
    rutter_path_finder_free (finder);
}

/**
 * rutter_sea_legs_find:
 * @closed: the set of passages that may not be used
 * @is_reversed: (out): whether the leg runs from @to to @from
 *
 * A leg is always looked for from its lesser end, so that both directions are the same line.
 *
 * Returns: (transfer full) (nullable): NULL when there is no way, or when cancelled
 */
RutterSeaLeg *
rutter_sea_legs_find (RutterSeaLegs        *self,
                      RutterPassageSet      closed,
                      const RutterSeaBerth *from,
                      const RutterSeaBerth *to,
                      gboolean             *is_reversed,
                      GCancellable         *cancellable)
{
  RutterSeaLeg *leg;

  *is_reversed = is_before (to->position, from->position);
  if (*is_reversed)
    {
      const RutterSeaBerth *swap = from;

      from = to;
      to = swap;
    }

  leg = find_memo (self, from, to, closed);
  if (leg == NULL)
    {
      RutterPathFinder *finder = take_finder (self);

      leg = rutter_sea_choice_find (self->chart, finder, closed, self->usual, from, to,
                                    cancellable);
      give_finder (self, finder);
      if (leg != NULL)
        keep_memo (self, from, to, closed, leg);
    }

  return leg;
}

/**
 * rutter_sea_legs_has_way:
 *
 * Returns: whether rutter_sea_legs_find() would find a leg; FALSE too when cancelled
 */
gboolean
rutter_sea_legs_has_way (RutterSeaLegs        *self,
                         RutterPassageSet      closed,
                         const RutterSeaBerth *from,
                         const RutterSeaBerth *to,
                         GCancellable         *cancellable)
{
  RutterPathFinder *finder = take_finder (self);
  g_autoptr(RutterSeaLeg) leg = rutter_sea_leg_new (self->chart, finder, closed, self->usual,
                                                    G_MAXUINT32, from, to, cancellable);

  give_finder (self, finder);
  return leg != NULL;
}
