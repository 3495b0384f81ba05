/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-map-live.h"
#include "rutter-raster-layer.h"
#include "rutter-basemap.h"
#include "rutter-picker.h"
#include "rutter-scene.h"
#include "rutter-tile-source.h"

#include <shumate/shumate.h>

G_BEGIN_DECLS

/* The layers of a map from below: the ground, tiles if there are any, the scene, above it whatever
 * is lit, and live targets; with all that their painters are made of.
 */
typedef struct _RutterMapLayers RutterMapLayers;

RutterMapLayers *rutter_map_layers_new           (ShumateMap         *map);
void             rutter_map_layers_free          (RutterMapLayers    *self);
/* Each of these may be NULL. */
void             rutter_map_layers_set_basemap   (RutterMapLayers    *self,
                                                  RutterBasemap      *basemap);
/* Tiles hide all of the ground but its graticule; NULL takes them away. */
void             rutter_map_layers_set_tiles     (RutterMapLayers    *self,
                                                  RutterTileSource   *tiles);
void             rutter_map_layers_set_names     (RutterMapLayers    *self,
                                                  RutterNames        *names);
/* Eats both. @picker: of @picture */
void             rutter_map_layers_take_picture  (RutterMapLayers    *self,
                                                  RutterPicture      *picture,
                                                  RutterPicker       *picker);
void             rutter_map_layers_set_selected  (RutterMapLayers    *self,
                                                  const char         *uid);
/* An object with its companions is lit, and the rest steps back; NULL ends it. */
void             rutter_map_layers_set_lit       (RutterMapLayers    *self,
                                                  const char         *uid);
void             rutter_map_layers_set_theme     (RutterMapLayers    *self,
                                                  RutterThemeId       theme);
RutterThemeId    rutter_map_layers_get_theme     (RutterMapLayers    *self);
/* Returns: (transfer container): the marks at @pixel of @view, those of claims first, each kind the
 * nearest first; good until the next call, or until the next picture is taken
 */
GPtrArray       *rutter_map_layers_pick          (RutterMapLayers    *self,
                                                  const RutterView   *view,
                                                  RutterPoint         pixel);
GArray          *rutter_map_layers_list_spots    (RutterMapLayers    *self,
                                                  const RutterView   *view);
/* Returns: (transfer none) */
RutterMapLive   *rutter_map_layers_get_live      (RutterMapLayers    *self);
/* Returns: (transfer none): the layer of what claims are about */
RutterRasterLayer *rutter_map_layers_get_scene   (RutterMapLayers    *self);
gboolean         rutter_map_layers_is_settled    (RutterMapLayers    *self);

G_END_DECLS
