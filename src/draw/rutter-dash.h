/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

/* Chooses how edges are smoothed for a pattern of dashes, with the context's width and cap. Cairo
 * 1.16 writes past its spans when CAIRO_ANTIALIAS_FAST strokes dots so near to each other that no
 * two pixels beside each other are alike in a whole row; such patterns are painted the slower way.
 *
 * Returns: what the context had before, to be set again after the stroke
 */
cairo_antialias_t rutter_dash_smooth (cairo_t      *cr,
                                      const double *dashes,
                                      int           n_dashes);
