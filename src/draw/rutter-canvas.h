/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-line-style.h"

G_BEGIN_DECLS

/* The pixels below a cairo context, for what is painted so often that a path each would take too
 * long. Borrowed: between rutter_canvas_begin() and rutter_canvas_end() nothing else is drawn.
 */
typedef struct
{
  cairo_surface_t *surface;
  guint32         *pixels;   /* premultiplied ARGB */
  int              stride;   /* in pixels */
  int              x0, y0, x1, y1; /* what may be painted, device pixels */
  double           scale;    /* device pixels a logical one */
  double           dx, dy;   /* of the origin, device pixels */
} RutterCanvas;

gboolean  rutter_canvas_begin         (RutterCanvas           *self,
                                       cairo_t                *cr);
void      rutter_canvas_end           (RutterCanvas           *self);
/* As rutter_line_style_stroke() does, near enough for the eye where lines are many. */
void      rutter_canvas_stroke        (RutterCanvas           *self,
                                       const RutterScreenLine *line,
                                       const RutterLineStyle  *style,
                                       RutterColor             color,
                                       RutterColor             ground);
/* A triangle, in logical pixels. */
void      rutter_canvas_fill_triangle (RutterCanvas           *self,
                                       const RutterPoint       corners[3],
                                       RutterColor             color);
/* Lays an image of ARGB32 over it, its middle on the device pixel nearest to `at`. */
void      rutter_canvas_stamp         (RutterCanvas           *self,
                                       cairo_surface_t        *image,
                                       RutterPoint             at);

G_END_DECLS
