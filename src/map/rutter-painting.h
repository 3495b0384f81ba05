/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-painter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One image with the view that it shows: what a worker hands to a raster layer. Immutable. */
typedef struct _RutterPainting RutterPainting;

RutterPainting   *rutter_painting_new             (RutterPainter        *painter,
                                                   const RutterView     *view,
                                                   gboolean              opaque);
RutterPainting   *rutter_painting_new_world       (RutterPainter        *painter,
                                                   int                   width);
void              rutter_painting_free            (RutterPainting       *self);
const RutterView *rutter_painting_get_view        (const RutterPainting *self);
RutterPainter    *rutter_painting_get_painter     (const RutterPainting *self);
gboolean          rutter_painting_covers          (const RutterPainting *self,
                                                   const RutterView     *view,
                                                   double                reserve);
void              rutter_painting_append          (const RutterPainting *self,
                                                   GtkSnapshot          *snapshot,
                                                   const RutterView     *view,
                                                   gboolean              as_texture);
void              rutter_painting_append_repeated (const RutterPainting *self,
                                                   GtkSnapshot          *snapshot,
                                                   const RutterView     *view,
                                                   gboolean              as_texture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterPainting, rutter_painting_free)

G_END_DECLS
