/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-text-cache.h"
#include "rutter-view.h"

G_BEGIN_DECLS

/* A stop of a route that is being planned. */
typedef struct
{
  RutterLonLat asked;    /* where it was put */
  RutterLonLat snapped;  /* where the line has it */
  guint        point;    /* index of that in the line */
} RutterSketchStop;

/* A way that is being planned, as it is drawn above the map: computed, so hollow and worded so; its
 * stops as handles; the legs from where they were put to the water dashed; other ways faint.
 * Immutable but for what is added before it is first shown; reference-counted.
 */
typedef struct _RutterRouteSketch RutterRouteSketch;

#define RUTTER_SKETCH_NONE G_MAXUINT

RutterRouteSketch *rutter_route_sketch_new              (const RutterLonLat      *points,
                                                         guint                    n_points,
                                                         const RutterSketchStop  *stops,
                                                         guint                    n_stops);
RutterRouteSketch *rutter_route_sketch_ref              (RutterRouteSketch       *self);
void               rutter_route_sketch_unref            (RutterRouteSketch       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterRouteSketch, rutter_route_sketch_unref)

void               rutter_route_sketch_add_alternative  (RutterRouteSketch       *self,
                                                         const RutterLonLat      *points,
                                                         guint                    n_points);
guint              rutter_route_sketch_get_n_stops      (RutterRouteSketch       *self);
/* In pixels of @view: what of it, if anything, can be seen. */
gboolean           rutter_route_sketch_get_extent       (RutterRouteSketch       *self,
                                                         const RutterView        *view,
                                                         RutterBox               *pixels);
/* Returns: the number of the stop whose handle is at @pixel, or %RUTTER_SKETCH_NONE */
guint              rutter_route_sketch_find_stop        (RutterRouteSketch       *self,
                                                         const RutterView        *view,
                                                         RutterPoint              pixel);
/* Returns: the number of the stop after which the line runs by @pixel, or %RUTTER_SKETCH_NONE */
guint              rutter_route_sketch_find_leg         (RutterRouteSketch       *self,
                                                         const RutterView        *view,
                                                         RutterPoint              pixel);
/* @chosen: the stop that is ringed, or %RUTTER_SKETCH_NONE
 * @held: (nullable): where the chosen one is held by the pointer, pixels
 */
void               rutter_route_sketch_paint            (RutterRouteSketch       *self,
                                                         cairo_t                 *cr,
                                                         const RutterView        *view,
                                                         const RutterTheme       *theme,
                                                         RutterTextCache         *texts,
                                                         guint                    chosen,
                                                         const RutterPoint       *held);

G_END_DECLS
