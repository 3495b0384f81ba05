/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-view.h"

#include <shumate/shumate.h>

G_BEGIN_DECLS

/* Steers the camera of a map: at once or in flight, and to an area that waits until the map has a
 * size. Whatever moves the camera, moves it here.
 */
typedef struct _RutterMapHelm RutterMapHelm;

/* The camera is another one. @view: as it was written, within bounds */
typedef void (* RutterMapHelmFunc) (const RutterView  *view,
                                    gpointer           user_data);

/* @widget: shows the map; its size, scale and frames count. It outlives the helm. */
RutterMapHelm *rutter_map_helm_new        (GtkWidget          *widget,
                                           ShumateViewport    *viewport,
                                           RutterMapHelmFunc   func,
                                           gpointer            user_data);
void           rutter_map_helm_free       (RutterMapHelm      *self);
void           rutter_map_helm_get_view   (RutterMapHelm      *self,
                                           RutterView         *view);
/* Writes a view as it is: ends no flight and keeps the area that waits. */
void           rutter_map_helm_write      (RutterMapHelm      *self,
                                           const RutterView   *view);
/* Ends a flight where it is. */
void           rutter_map_helm_stop       (RutterMapHelm      *self);
gboolean       rutter_map_helm_is_flying  (RutterMapHelm      *self);
/* Ends a flight, and an area that waits for a size is let go of. */
void           rutter_map_helm_go_to      (RutterMapHelm      *self,
                                           RutterLonLat        centre,
                                           double              zoom,
                                           gboolean            animate);
/* Shows an area as large as it goes; before the map has a size, as soon as it has one. */
void           rutter_map_helm_fit        (RutterMapHelm      *self,
                                           RutterLonLat        south_west,
                                           RutterLonLat        north_east);
/* By logical pixels, to the right and down. */
void           rutter_map_helm_pan        (RutterMapHelm      *self,
                                           double              dx,
                                           double              dy);
/* Keeps what is under @pixel in its place. */
void           rutter_map_helm_zoom_at    (RutterMapHelm      *self,
                                           RutterPoint         pixel,
                                           double              steps,
                                           gboolean            animate);
/* The widget has been given a size. */
void           rutter_map_helm_resize     (RutterMapHelm      *self,
                                           int                 width,
                                           int                 height);

G_END_DECLS
