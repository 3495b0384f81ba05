/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-records.h"
#include "rutter-theme.h"

G_BEGIN_DECLS

void rutter_source_pages_paint (cairo_t            *cr,
                                GPtrArray          *sources,
                                const RutterTheme  *theme,
                                double              width,
                                double              height);

G_END_DECLS
