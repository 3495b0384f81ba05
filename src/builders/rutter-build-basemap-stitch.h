/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-build-basemap-line.h"

G_BEGIN_DECLS

/* GPtrArray of RutterGroundLine, freed with it. */
GPtrArray *rutter_ground_stitch (const RutterGroundSegment  *segments,
                                 guint                       n_segments,
                                 gboolean                    closed,
                                 guint                       grid_width,
                                 GError                    **error);

G_END_DECLS
