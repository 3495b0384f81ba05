/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-map-view.h"

G_BEGIN_DECLS

/* The tool that sets points on a map, to measure or to draw an outline: the points so far, their
 * drawing above the map, and a panel that tells the sum and the last leg or how to go on. While the
 * pointer is over the map, or for the keyboard the map's centre, the leg to there is proposed.
 */
typedef struct _RutterMapRuler RutterMapRuler;

RutterMapRuler *rutter_map_ruler_new          (RutterMapView    *view,
                                               GtkOverlay       *overlay);
void            rutter_map_ruler_free         (RutterMapRuler   *self);
gboolean        rutter_map_ruler_is_active    (RutterMapRuler   *self);
void            rutter_map_ruler_start        (RutterMapRuler   *self);
/* Ends by itself with "outline-drawn" on the view, at the first or the last point once more. */
void            rutter_map_ruler_start_outline (RutterMapRuler  *self);
void            rutter_map_ruler_end          (RutterMapRuler   *self);
/* Pixels of the view. */
void            rutter_map_ruler_add          (RutterMapRuler   *self,
                                               double            x,
                                               double            y);
void            rutter_map_ruler_click        (RutterMapRuler   *self,
                                               int               n_press,
                                               double            x,
                                               double            y);
void            rutter_map_ruler_remove_last  (RutterMapRuler   *self);
void            rutter_map_ruler_point_at     (RutterMapRuler   *self,
                                               double            x,
                                               double            y);
/* The pointer has left: the map's centre is proposed. */
void            rutter_map_ruler_leave        (RutterMapRuler   *self);
/* The camera or the theme is another one. */
void            rutter_map_ruler_update       (RutterMapRuler   *self);

G_END_DECLS
