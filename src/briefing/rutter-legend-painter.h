/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-legend.h"
#include "rutter-theme.h"

G_BEGIN_DECLS

/* The legend and the key of confidence as painted on figures; samples come from the map's
 * painters.
 */
void    rutter_legend_paint            (cairo_t             *cr,
                                        const RutterLegend  *legend,
                                        const RutterTheme   *theme,
                                        double               x,
                                        double               y,
                                        double               width,
                                        double               height);
double  rutter_confidence_key_measure  (cairo_t             *cr,
                                        const RutterTheme   *theme,
                                        double               width);
void    rutter_confidence_key_paint    (cairo_t             *cr,
                                        const RutterTheme   *theme,
                                        double               x,
                                        double               y,
                                        double               width);

G_END_DECLS
