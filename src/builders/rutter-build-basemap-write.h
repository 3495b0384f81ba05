/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-build-basemap-line.h"

G_BEGIN_DECLS

/* Arrays of RutterGroundLine, in the order of RutterBasemapSet. */
GBytes *rutter_ground_write (GPtrArray *sets[RUTTER_BASEMAP_N_SET]);

G_END_DECLS
