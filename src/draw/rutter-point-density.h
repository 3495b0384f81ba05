/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-theme.h"

G_BEGIN_DECLS

/* Paints a dot for each small square of the picture that has targets, larger and denser with their
 * number. @spots: (element-type RutterPointSpot)
 */
void  rutter_point_density_paint  (cairo_t            *cr,
                                   const GArray       *spots,
                                   int                 width,
                                   int                 height,
                                   const RutterTheme  *theme);

G_END_DECLS
