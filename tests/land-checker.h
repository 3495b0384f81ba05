/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-basemap.h"

G_BEGIN_DECLS

/* How much of a line lies on land, by exact geometry: legs straight in longitude and latitude, as
 * GeoJSON has them, against every edge of the unsimplified coast, islands and lakes included. It is
 * what routes are judged by, so it shares no code with the router.
 */
typedef struct _LandChecker LandChecker;

LandChecker *land_checker_new     (RutterBasemap       *basemap);
void         land_checker_free    (LandChecker         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LandChecker, land_checker_free)

gboolean     land_checker_is_land (LandChecker         *self,
                                   RutterLonLat         position);
double       land_checker_measure (LandChecker         *self,
                                   const RutterLonLat  *points,
                                   guint                n_points,
                                   RutterLonLat        *where);

G_END_DECLS
