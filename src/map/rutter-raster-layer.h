/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-painter.h"

#include <shumate/shumate.h>

G_BEGIN_DECLS

/* A layer that shows one image which a worker painted for the view and a margin around it. A
 * frame only moves and scales that image, so panning costs the same whatever is drawn; a new
 * painting is asked for when the margin is used up, the zoom has settled or the painter is
 * another one.
 */
#define RUTTER_TYPE_RASTER_LAYER (rutter_raster_layer_get_type ())

G_DECLARE_FINAL_TYPE (RutterRasterLayer,
                      rutter_raster_layer,
                      RUTTER,
                      RASTER_LAYER,
                      ShumateLayer)

RutterRasterLayer *rutter_raster_layer_new          (ShumateViewport    *viewport,
                                                     gboolean            is_ground);
void               rutter_raster_layer_set_painter  (RutterRasterLayer  *self,
                                                     RutterPainter      *painter);
/* Its painter is replaced again and again: it paints its margin each time, and is settled as soon
 * as any of its paintings fits the view.
 */
void               rutter_raster_layer_set_lively   (RutterRasterLayer  *self);
/* Whether a painting is under way; when it is there "painted" tells so. */
gboolean           rutter_raster_layer_is_busy      (RutterRasterLayer  *self);
gboolean           rutter_raster_layer_is_settled   (RutterRasterLayer  *self);

G_END_DECLS
