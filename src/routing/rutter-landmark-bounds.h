/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-landmarks.h"

G_BEGIN_DECLS

/* Where a way may begin or end, and what it takes from the stop to there, in units of edges. */
typedef struct
{
  guint32 node;
  guint32 cost;
} RutterSeaEntry;

/* Distances of each landmark to the ends of a search: from the least to the most, each with what is
 * left from there to the stop.
 */
typedef struct
{
  gint32 low[RUTTER_N_LANDMARKS];
  gint32 high[RUTTER_N_LANDMARKS];
  guint  first;
  guint  last;
} RutterLandmarkBounds;

void rutter_landmark_bounds_init (RutterLandmarkBounds     *self,
                                  const RutterLandmarkRow  *landmarks,
                                  gboolean                  is_usual,
                                  const GArray             *ends);

/* The least that is left from a node, in units of edges; both distances were rounded down, which
 * one unit of the landmarks mends.
 */
static inline guint32
rutter_landmark_bounds_get (const RutterLandmarkBounds *self,
                            const RutterLandmarkRow    *row)
{
  gint32 best = 1;

  for (guint k = self->first; k < self->last; k++)
    {
      gint32 distance = row->km_halves[k];
      gint32 bound = MAX (self->low[k] - distance, distance - self->high[k]);

      if (distance != RUTTER_LANDMARK_UNKNOWN && bound > best)
        best = bound;
    }

  return (guint32)(best - 1) * RUTTER_LANDMARK_UNIT;
}

G_END_DECLS
