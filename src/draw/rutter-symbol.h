/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-picture.h"
#include "rutter-text-cache.h"

G_BEGIN_DECLS

/* The shapes of point marks. The shape says what it is, the colour who, the fill how sure: full
 * when confirmed, paler with less, empty when only alleged; so it reads without colour.
 */
/* No symbol reaches farther from its centre, pixels. */
#define RUTTER_SYMBOL_MAX 10.0

double  rutter_symbol_get_size  (const RutterMark   *mark,
                                 double              zoom);
void    rutter_symbol_paint     (cairo_t            *cr,
                                 const RutterMark   *mark,
                                 const RutterTheme  *theme,
                                 RutterTextCache    *texts,
                                 RutterPoint         at,
                                 double              size,
                                 double              rotation,
                                 double              alpha,
                                 double              ground_alpha);
void    rutter_symbol_paint_halo
                                (cairo_t            *cr,
                                 const RutterMark   *mark,
                                 RutterColor         color,
                                 RutterPoint         at,
                                 double              size,
                                 double              rotation);

G_END_DECLS
