/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-placer.h"
#include "rutter-point-captions.h"
#include "rutter-point-set.h"
#include "rutter-theme.h"
#include "rutter-view.h"

G_BEGIN_DECLS

/* Paints live targets: symbols by course and class, the way that each goes next, names where there
 * is room and ways of the last hour; where there are too many for symbols, dots that grow with
 * their number. For the screen alone: a figure has no live targets.
 */

/* From so many in a view on there are dots instead of symbols. */
#define RUTTER_POINT_PAINT_DENSE 20000

typedef struct
{
  const RutterPointSet      *points;
  const RutterPointCaptions *captions;    /* NULL: none are known */
  const RutterTheme         *theme;
  guint32                    selected;    /* id, with a halo; 0: none */
  const guint32             *ringed;      /* ids in ascending order: those that a catalogue has */
  guint                      n_ringed;
  RutterPlacer              *placer;      /* kept by who paints again and again; NULL: no names */
  const RutterBox           *taken;       /* pixels of the view in which no name may stand */
  guint                      n_taken;
} RutterPointPaint;

void    rutter_point_paint               (cairo_t                *cr,
                                          const RutterView       *view,
                                          const RutterPointPaint *paint);

/* How far ahead the line at a target's bow looks, minutes; 0: there are no such lines. */
double  rutter_point_get_vector_minutes  (const RutterView       *view);

G_END_DECLS
