/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-path-finder.h"
#include "rutter-sea-berth.h"

G_BEGIN_DECLS

/* A stretch of a leg on a passage's own line, by points. */
typedef struct
{
  guint32 passage;
  guint   first;
  guint   last;
} RutterSeaStretch;

/* The way from one berth to the next. Immutable once made, shared by every thread. */
typedef struct
{
  GArray          *points;      /* RutterLonLat, unwrapped */
  GArray          *stretches;   /* RutterSeaStretch, in the order of sailing */
  double           length_m;
  guint32          units;       /* its length in the graph, if it is the graph's; G_MAXUINT32 */
  /*< private >*/
  gatomicrefcount  ref_count;
} RutterSeaLeg;

RutterSeaLeg *rutter_sea_leg_new   (const RutterSeaChart  *chart,
                                    RutterPathFinder      *finder,
                                    RutterPassageSet       closed,
                                    RutterPassageSet       usual,
                                    guint32                limit,
                                    const RutterSeaBerth  *from,
                                    const RutterSeaBerth  *to,
                                    GCancellable          *cancellable);
RutterSeaLeg *rutter_sea_leg_ref   (RutterSeaLeg          *self);
void          rutter_sea_leg_unref (RutterSeaLeg          *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterSeaLeg, rutter_sea_leg_unref)

G_END_DECLS
