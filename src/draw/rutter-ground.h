/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-basemap.h"
#include "rutter-theme.h"
#include "rutter-view.h"

G_BEGIN_DECLS

/* The ground: sea, land, lakes, coast, rivers, canals, boundaries, graticule. @basemap NULL
 * gives a plain sea with its graticule.
 */
void  rutter_ground_paint            (cairo_t             *cr,
                                      RutterBasemap       *basemap,
                                      const RutterView    *view,
                                      const RutterTheme   *theme,
                                      gboolean             fast);

/* Furniture, at (x, y) of the lower left corner, logical pixels. */
void  rutter_scale_bar_paint         (cairo_t             *cr,
                                      const RutterView    *view,
                                      const RutterTheme   *theme,
                                      double               x,
                                      double               y);
const char *rutter_ground_get_attribution (void);

G_END_DECLS
