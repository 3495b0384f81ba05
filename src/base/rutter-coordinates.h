/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-geo.h"

G_BEGIN_DECLS

/* A position as text that can be pasted elsewhere, never in the locale's way of writing numbers.
 * Both forms keep about a metre. NULL for a position that is not one; a longitude beyond +-180 is
 * brought back first, and the date line is written 180 E from either side.
 */

/* "49.86710, 40.40930": longitude first, as rutter-cli and GeoJSON take it. */
char *rutter_coordinates_to_decimal  (RutterLonLat  position);

/* "40°24.558′ N, 049°52.026′ E": latitude first, as charts and pilots have it. */
char *rutter_coordinates_to_minutes  (RutterLonLat  position);

G_END_DECLS
