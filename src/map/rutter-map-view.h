/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-basemap.h"
#include "rutter-map-live.h"
#include "rutter-picker.h"
#include "rutter-scene.h"
#include "rutter-tile-source.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The map: ground and scene as two raster layers, the camera, gestures and keys, picking, the
 * context menu, scale bar and attribution.
 *
 * Signals:
 *   view-changed ()                           the camera or the size is another one
 *   marks-picked (x, y, marks)                a click or Return; marks is a GPtrArray of
 *                                             RutterMark, nearest first, empty on bare ground
 *   mark-reached (mark, number, n_marks)      by keyboard; mark is a RutterMark, NULL when there is
 *                                             none in view
 *   outline-drawn (corners)                   what map.draw-outline came to; corners is a GArray of
 *                                             RutterLonLat
 * Actions (map.): zoom-in, zoom-out, what-is-here, copy-decimal-degrees,
 * copy-degrees-minutes, measure, draw-outline, route-from, route-to, route-via, remove-via
 */
#define RUTTER_TYPE_MAP_VIEW (rutter_map_view_get_type ())

G_DECLARE_FINAL_TYPE (RutterMapView, rutter_map_view, RUTTER, MAP_VIEW, GtkWidget)

GtkWidget     *rutter_map_view_new           (void);
GtkWidget     *rutter_map_view_get_route     (RutterMapView      *self);
/* Returns: (transfer none): the live targets on it */
RutterMapLive *rutter_map_view_get_live      (RutterMapView      *self);
void           rutter_map_view_set_basemap   (RutterMapView      *self,
                                              RutterBasemap      *basemap);
void           rutter_map_view_set_tiles     (RutterMapView      *self,
                                              RutterTileSource   *tiles,
                                              const char         *attribution);
void           rutter_map_view_set_names     (RutterMapView      *self,
                                              RutterNames        *names);
void           rutter_map_view_take_picture  (RutterMapView      *self,
                                              RutterPicture      *picture,
                                              RutterPicker       *picker);
void           rutter_map_view_set_selected  (RutterMapView      *self,
                                              const char         *uid);
void           rutter_map_view_set_theme     (RutterMapView      *self,
                                              RutterThemeId       theme);
RutterThemeId  rutter_map_view_get_theme     (RutterMapView      *self);
void           rutter_map_view_set_lit       (RutterMapView      *self,
                                              const char         *uid);
void           rutter_map_view_set_covered   (RutterMapView      *self,
                                              int                 right,
                                              int                 bottom);
GtkBorder      rutter_map_view_get_covered   (RutterMapView      *self);
gboolean       rutter_map_view_let_go        (RutterMapView      *self);
RutterView     rutter_map_view_get_view      (RutterMapView      *self);
void           rutter_map_view_go_to         (RutterMapView      *self,
                                              RutterLonLat        centre,
                                              double              zoom,
                                              gboolean            animate);
void           rutter_map_view_fit           (RutterMapView      *self,
                                              RutterLonLat        south_west,
                                              RutterLonLat        north_east);
void           rutter_map_view_pan           (RutterMapView      *self,
                                              double              dx,
                                              double              dy);
void           rutter_map_view_zoom_at       (RutterMapView      *self,
                                              double              x,
                                              double              y,
                                              double              steps,
                                              gboolean            animate);
void           rutter_map_view_stop          (RutterMapView      *self);
GPtrArray     *rutter_map_view_list_at       (RutterMapView      *self,
                                              double              x,
                                              double              y);
void           rutter_map_view_pick          (RutterMapView      *self,
                                              double              x,
                                              double              y);
void           rutter_map_view_show_menu     (RutterMapView      *self,
                                              double              x,
                                              double              y);
GArray        *rutter_map_view_list_spots    (RutterMapView      *self);
void           rutter_map_view_reach         (RutterMapView      *self,
                                              const RutterMark   *mark,
                                              guint               number,
                                              guint               n_marks);
/* Whether a picture is being painted; when it is there "painted" tells so. */
gboolean       rutter_map_view_is_painting   (RutterMapView      *self);
gboolean       rutter_map_view_is_settled    (RutterMapView      *self);

G_END_DECLS
