/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-screen-line.h"
#include "rutter-theme.h"
#include "rutter-vocabulary.h"

G_BEGIN_DECLS

/* How sure a line is, told by its dash and only then by its colour. */
typedef struct
{
  double      width_px;
  double      dashes[2];
  int         n_dashes;
  gboolean    is_round;   /* dots */
  gboolean    is_hollow;  /* inferred: a casing with the ground inside */
} RutterLineStyle;

void    rutter_line_style_init         (RutterLineStyle       *self,
                                        RutterStatus           status,
                                        gboolean               inferred,
                                        double                 width_px);
double  rutter_line_style_get_outer    (const RutterLineStyle *self);
void    rutter_line_style_stroke       (const RutterLineStyle *self,
                                        cairo_t               *cr,
                                        RutterScreenLine      *line,
                                        RutterColor            color,
                                        RutterColor            ground);
void    rutter_line_style_paint_denial (cairo_t               *cr,
                                        RutterPoint            at,
                                        double                 angle,
                                        RutterColor            color,
                                        RutterColor            ground);

#define RUTTER_LINE_WIDTH 2.4
/* Of a hollow line, pixels: what of the width stays inside of a casing. */
#define RUTTER_LINE_WALL 0.95

G_END_DECLS
