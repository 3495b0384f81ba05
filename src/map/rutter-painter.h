/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-basemap.h"
#include "rutter-scene.h"
#include "rutter-shared-placer.h"

#include <cairo.h>

G_BEGIN_DECLS

/* What a raster layer paints: a function with everything it needs, immutable and
 * reference-counted, so that a worker may use it while the main thread already holds the next
 * one.
 */
typedef struct _RutterPainter RutterPainter;

typedef void (*RutterPaintFunc) (cairo_t          *cr,
                                 const RutterView *view,
                                 gpointer          data);

RutterPainter *rutter_painter_new         (RutterPaintFunc    func,
                                           gpointer           data,
                                           GDestroyNotify     destroy);
RutterPainter *rutter_painter_new_ground  (RutterBasemap     *basemap,
                                           RutterThemeId      theme);
RutterPainter *rutter_painter_new_scene   (RutterPicture     *picture,
                                           RutterNames       *names,
                                           RutterThemeId      theme,
                                           const char        *selected,
                                           RutterSharedPlacer *placer);
RutterPainter *rutter_painter_new_lit     (RutterPicture     *picture,
                                           RutterThemeId      theme,
                                           const char        *uid);
RutterPainter *rutter_painter_ref         (RutterPainter     *self);
void           rutter_painter_unref       (RutterPainter     *self);
void           rutter_painter_paint       (RutterPainter     *self,
                                           cairo_t           *cr,
                                           const RutterView  *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterPainter, rutter_painter_unref)

G_END_DECLS
