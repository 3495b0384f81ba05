/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-map-view.h"

G_BEGIN_DECLS

/* Brings an object's box into sight: a point not too close, an area with some air around it, both
 * clear of what lies over the map.
 * @below: how much of it the details cover at the bottom, in pixels; 0: they open on the right
 */
void  rutter_framing_show  (RutterMapView    *map,
                            const RutterBox  *box,
                            int               below);

G_END_DECLS
