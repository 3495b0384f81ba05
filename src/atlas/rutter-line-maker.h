/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-geo.h"

G_BEGIN_DECLS

/* The line through positions, on the world square and unwrapped; over the sphere or straight on
 * the map. Positions that are none and doubles of the one before have no vertex of their own.
 * @firsts (nullable): takes for each position the number of its vertex, or of the one before.
 * Returns: (transfer full) (element-type RutterPoint)
 */
GArray *rutter_line_maker_make (const RutterLonLat *positions,
                                guint               n_positions,
                                gboolean            along_great_circle,
                                guint              *firsts);

G_END_DECLS
