/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-theme.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Text of a figure's furniture: real text on PDF surfaces, wrapped at a width, laid out alike at
 * every scale.
 */
typedef struct
{
  double       size;    /* logical pixels */
  gboolean     bold;
  RutterColor  color;
  int          max_lines; /* 0: as many as it takes; else cut with an ellipsis */
} RutterFigureFont;

double  rutter_figure_text_measure  (cairo_t                *cr,
                              const RutterFigureFont  *style,
                              const char             *text,
                              double                  width);
double  rutter_figure_text_paint    (cairo_t                *cr,
                              const RutterFigureFont  *style,
                              const char             *text,
                              double                  x,
                              double                  y,
                              double                  width);

G_END_DECLS
