/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-geo.h"
#include "rutter-passage-set.h"

G_BEGIN_DECLS

/* A piece of a passage's gate: a line across the water that stops whoever comes when the passage is
 * closed, and tells who uses it when it is not.
 */
typedef struct
{
  RutterLonLat a;
  RutterLonLat b;
  guint64      passage;   /* index into the passages */
} RutterSeaBarrier;

/* A view of an array that a builder or a cache owns. */
typedef struct
{
  const RutterSeaBarrier *items;
  guint                   n_items;
} RutterSeaBarriers;

gboolean rutter_sea_barrier_meets  (const RutterSeaBarrier   *self,
                                    RutterLonLat              from,
                                    RutterLonLat              to);
gboolean rutter_sea_barriers_stop  (const RutterSeaBarriers  *self,
                                    const RutterPassageSet   *closed,
                                    RutterLonLat              from,
                                    RutterLonLat              to);

G_END_DECLS
