/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-view.h"

#include <cairo.h>

G_BEGIN_DECLS

/* A line on its way from the world to the painting: cut to the view, thinned to what a pixel can
 * show, and cut into runs that cairo strokes in linear time. Each run knows how far along the line
 * it starts, so that dashes go on over the cuts and stay in place while panning.
 */
typedef struct
{
  guint  first;      /* of its points */
  guint  n_points;
  double offset_px;  /* along the line */
} RutterScreenRun;

typedef struct
{
  GArray *pixels;    /* RutterPoint: the line as it came */
  GArray *points;    /* RutterPoint: what is left of it */
  GArray *runs;      /* RutterScreenRun */
} RutterScreenLine;

#define RUTTER_SCREEN_RUN_MAX 256

void  rutter_screen_line_init     (RutterScreenLine  *self);
void  rutter_screen_line_clear    (RutterScreenLine  *self);
/* Positions that are NaN break the line. */
void  rutter_screen_line_project  (RutterScreenLine  *self,
                                   const RutterView  *view,
                                   const RutterPoint *world,
                                   guint              n_points,
                                   int                copy);
void  rutter_screen_line_move     (RutterScreenLine  *self,
                                   double             aside_px);
void  rutter_screen_line_shorten  (RutterScreenLine  *self,
                                   double             from_start,
                                   double             from_end);
void  rutter_screen_line_cut      (RutterScreenLine  *self,
                                   const RutterView  *view,
                                   double             margin);
gboolean rutter_screen_line_clip  (const RutterBox   *frame,
                                   RutterPoint        from,
                                   RutterPoint        to,
                                   double            *enter,
                                   double            *leave);
void  rutter_screen_line_stroke   (RutterScreenLine  *self,
                                   cairo_t           *cr,
                                   const double      *dashes,
                                   int                n_dashes,
                                   double             shift_px);

G_END_DECLS
