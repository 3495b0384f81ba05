/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-lanes.h"

#include <math.h>

/* A quarter of a degree of longitude: ways that keep nearer to each other than this cannot be told
 * apart before the map is close.
 */
#define N_CELLS 1440
/* What a cell's set can hold; ways that come later keep the middle. */
#define MAX_WAYS 64
/* The share of the shorter way at which two count as one over the other. */
#define SHARED 0.25

struct _RutterLanes
{
  GHashTable *cells;            /* gint64 -> guint64: set of the ways that pass there */
  guint       n_ways;
  guint       n_cells[MAX_WAYS];
  guint       lanes[MAX_WAYS];
};

RutterLanes *
rutter_lanes_new (void)
{
  RutterLanes *self = g_new0 (RutterLanes, 1);

  self->cells = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  return self;
}

void
rutter_lanes_free (RutterLanes *self)
{
  g_hash_table_unref (self->cells);
  g_free (self);
}

/* Puts the new way into the cell at a point, and counts there whom it meets. */
static void
enter_cell (RutterLanes *self,
            RutterPoint  point,
            guint        shared[MAX_WAYS])
{
  gint64 x = (gint64)floor ((point.x - floor (point.x)) * N_CELLS);
  gint64 cell = (gint64)floor (point.y * N_CELLS) * N_CELLS + x;
  guint64 *ways = g_hash_table_lookup (self->cells, &cell);
  guint64 own = G_GUINT64_CONSTANT (1) << self->n_ways;

  if (ways == NULL)
    {
      ways = g_new0 (guint64, 1);
      g_hash_table_insert (self->cells, g_memdup2 (&cell, sizeof cell), ways);
    }
  if ((*ways & own) != 0)
    return;

  for (guint i = 0; i < self->n_ways; i++)
    shared[i] += (*ways >> i & 1) != 0;
  *ways |= own;
  self->n_cells[self->n_ways]++;
}

static guint
choose_lane (const RutterLanes *self,
             const guint        shared[MAX_WAYS])
{
  guint64 taken = 0;
  guint lane = 0;

  for (guint i = 0; i < self->n_ways; i++)
    if (shared[i] >= SHARED * MIN (self->n_cells[i], self->n_cells[self->n_ways]))
      taken |= G_GUINT64_CONSTANT (1) << self->lanes[i];
  /* Fewer ways than bits: one is free. */
  while ((taken >> lane & 1) != 0)
    lane++;

  return lane;
}

/**
 * rutter_lanes_add:
 * @points: a way, in the world square; none of them NaN or far outside of it
 *
 * Returns: its lane: the lowest that no way added before has which shares much of its water
 */
guint
rutter_lanes_add (RutterLanes       *self,
                  const RutterPoint *points,
                  guint              n_points)
{
  guint shared[MAX_WAYS] = { 0 };
  guint lane;

  if (self->n_ways == MAX_WAYS || n_points < 2)
    return 0;

  for (guint i = 1; i < n_points; i++)
    {
      double dx = points[i].x - points[i - 1].x;
      double dy = points[i].y - points[i - 1].y;
      double n = CLAMP (ceil (MAX (fabs (dx), fabs (dy)) * N_CELLS), 1, N_CELLS);

      for (double k = 0; k <= n; k++)
        enter_cell (self, (RutterPoint) { points[i - 1].x + dx * k / n,
                                          points[i - 1].y + dy * k / n }, shared);
    }

  lane = choose_lane (self, shared);
  self->lanes[self->n_ways++] = lane;
  return lane;
}
