/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-build-basemap-line.h"
#include "rutter-text-table.h"

G_BEGIN_DECLS

GPtrArray *rutter_ground_review_boundaries (GPtrArray        *lines,
                                            RutterTextTable  *table,
                                            GError          **error);

G_END_DECLS
