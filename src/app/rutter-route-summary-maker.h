/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-route-keeper.h"
#include "rutter-route-names.h"
#include "rutter-route-summary.h"
#include "rutter-route-sketch.h"

G_BEGIN_DECLS

/* Puts what a keeper has into words and into a drawing. @gazetteer, @records: (nullable) */
RutterRouteSummary *rutter_route_make_summary  (RutterRouteKeeper  *keeper,
                                              RutterGazetteer    *gazetteer,
                                              RutterRecords      *records);
/* Returns: (nullable): NULL when there is nothing to draw */
RutterRouteSketch *rutter_route_make_sketch  (RutterRouteKeeper  *keeper);
/* Length and time in one sentence, for whoever does not see them; NULL: nothing to tell. */
char              *rutter_route_make_sentence (RutterRouteSummary *report);

G_END_DECLS
