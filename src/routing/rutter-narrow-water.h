/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-basemap.h"
#include "rutter-passage.h"

G_BEGIN_DECLS

GArray *rutter_narrow_water_trace (RutterBasemap        *basemap,
                                   const RutterPassage  *passage,
                                   GCancellable         *cancellable,
                                   GError              **error);

G_END_DECLS
