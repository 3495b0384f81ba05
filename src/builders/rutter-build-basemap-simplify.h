/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-build-basemap-line.h"

G_BEGIN_DECLS

GArray *rutter_ground_simplify (RutterGroundLine *line,
                                double            tolerance);

G_END_DECLS
