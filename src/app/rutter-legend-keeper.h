/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-session.h"

G_BEGIN_DECLS

/* Follows a map's camera for a session: when it has come to rest, and after each other picture,
 * legend and counts are made anew in a worker, and where the map looks is kept in the settings.
 */
#define RUTTER_TYPE_LEGEND_KEEPER (rutter_legend_keeper_get_type ())

G_DECLARE_FINAL_TYPE (RutterLegendKeeper, rutter_legend_keeper, RUTTER, LEGEND_KEEPER, GObject)

/* @session owns it; @settings: (nullable) */
RutterLegendKeeper *rutter_legend_keeper_new         (RutterSession       *session,
                                                      RutterMapView       *map,
                                                      GSettings           *settings);
gboolean            rutter_legend_keeper_is_settled  (RutterLegendKeeper  *self);

G_END_DECLS
