/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-atlas.h"

G_BEGIN_DECLS

/* Where an event is: its own position, else that of its place. */
gboolean   rutter_event_get_position (const RutterEvent  *event,
                                      RutterLonLat       *position);

/* The dated places of a vessel in the time window, earliest first: events with a position and a
 * known date at which the ship itself was. A listing, a statement or a disclosure names a ship from
 * afar and puts it nowhere.
 * Returns: (transfer container) (element-type RutterEvent), never NULL.
 */
GPtrArray *rutter_vessel_path_list   (const RutterObject *vessel,
                                      const RutterFilter *filter);

/* The same whatever the time, and whether claims live or not. */
GPtrArray *rutter_vessel_path_list_all (const RutterObject *vessel);
/* Whether the time window keeps one of these, as long as a claim about it lives. */
gboolean   rutter_vessel_path_holds  (const RutterEvent  *event,
                                      const RutterFilter *filter);

G_END_DECLS
