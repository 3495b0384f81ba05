/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

/* What the viewport measures by. It names projection, tile size and zoom range, and is never
 * asked for a tile: the map shows raster layers of ours only.
 */
#define RUTTER_TYPE_REFERENCE_SOURCE (rutter_reference_source_get_type ())

G_DECLARE_FINAL_TYPE (RutterReferenceSource,
                      rutter_reference_source,
                      RUTTER,
                      REFERENCE_SOURCE,
                      ShumateMapSource)

ShumateMapSource *rutter_reference_source_new (void);

G_END_DECLS
