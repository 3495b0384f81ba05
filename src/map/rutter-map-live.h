/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-outlines.h"
#include "rutter-picture.h"
#include "rutter-point-captions.h"
#include "rutter-point-set.h"
#include "rutter-shared-placer.h"
#include "rutter-theme.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The layer of live targets, above the scene: what its painter is made of, and which targets are
 * where. Their uids are "live:" and the MMSI.
 */
#define RUTTER_MAP_LIVE_PREFIX "live:"

typedef struct _RutterMapLive RutterMapLive;

RutterMapLive  *rutter_map_live_new           (GtkWidget           *map,
                                               RutterSharedPlacer  *scene_placer);
void            rutter_map_live_free          (RutterMapLive       *self);
void            rutter_map_live_set_theme     (RutterMapLive       *self,
                                               RutterThemeId        theme);
/* Outlines below the targets, whether or not any are shown; NULL takes them away. */
void            rutter_map_live_set_areas     (RutterMapLive       *self,
                                               RutterOutlines      *areas);
/* NULL shows nothing, at once. */
void            rutter_map_live_set_points    (RutterMapLive       *self,
                                               RutterPointSet      *points);
void            rutter_map_live_set_captions  (RutterMapLive       *self,
                                               RutterPointCaptions *captions);
/* Those that the catalogue has: MMSIs in any order. */
void            rutter_map_live_set_ringed    (RutterMapLive       *self,
                                               const guint32       *mmsis,
                                               guint                n_mmsis);
/* What is selected and what the pointer is on; of any kind, NULL: nothing. */
void            rutter_map_live_set_selected  (RutterMapLive       *self,
                                               const char          *uid);
void            rutter_map_live_set_hovered   (RutterMapLive       *self,
                                               const char          *uid);
guint32         rutter_map_live_get_selected  (RutterMapLive       *self);
guint32         rutter_map_live_get_hovered   (RutterMapLive       *self);
void            rutter_map_live_set_opacity   (RutterMapLive       *self,
                                               double               opacity);
RutterPointSet *rutter_map_live_get_points    (RutterMapLive       *self);
/* Appends marks for the targets at a pixel, nearest first; good until the next call. */
void            rutter_map_live_pick          (RutterMapLive       *self,
                                               const RutterView    *view,
                                               RutterPoint          pixel,
                                               double               radius,
                                               GPtrArray           *marks);
gboolean        rutter_map_live_is_settled    (RutterMapLive       *self);
/* Returns: the MMSI; 0: it is another kind of object */
guint32         rutter_map_live_parse_uid     (const char          *uid);

G_END_DECLS
