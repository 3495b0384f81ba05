/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-picture.h"
#include "rutter-view.h"

G_BEGIN_DECLS

/* Where point marks are painted. Those that would lie on each other stand round their spot, so
 * that each can be told and picked; painter and pick index read the same places. They hang on the
 * whole zoom level and on the map, never on where the view is, so that panning moves nothing.
 */
typedef struct
{
  RutterPoint world;     /* the spot */
  RutterPoint shift_px;  /* from there, pixels of the view, whatever its rotation */
} RutterSpreadPlace;

RutterSpread            *rutter_spread_new          (const RutterPicture *picture,
                                                     double               zoom);
RutterSpread            *rutter_spread_ref          (RutterSpread        *self);
void                     rutter_spread_unref        (RutterSpread        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterSpread, rutter_spread_unref)

int                      rutter_spread_get_level    (const RutterSpread  *self);
/* The farthest that a mark is painted from its own position, pixels. */
double                   rutter_spread_get_reach    (const RutterSpread  *self);
/* The place of the picture's mark number `index`, which must be a point. */
const RutterSpreadPlace *rutter_spread_get_place    (const RutterSpread  *self,
                                                     guint                index);

/* How far from a spot its symbols reach, pixels: where a line that ends there has to stop. Spots
 * are looked for within `near_px` of `world`; 0 when nothing is painted there.
 */
double                   rutter_spread_get_radius   (const RutterSpread  *self,
                                                     const RutterView    *view,
                                                     RutterPoint          world,
                                                     double               near_px);

G_END_DECLS
