/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-map-route.h"
#include "rutter-map-ruler.h"

G_BEGIN_DECLS

/* The map's context menu and the actions of the group `map` that the view carries. */
typedef struct _RutterMapMenu RutterMapMenu;

RutterMapMenu *rutter_map_menu_new      (RutterMapView  *view,
                                         RutterMapRuler *ruler,
                                         RutterMapRoute *route);
void           rutter_map_menu_free     (RutterMapMenu  *self);
void           rutter_map_menu_popup    (RutterMapMenu  *self,
                                         double          x,
                                         double          y);
void           rutter_map_menu_present  (RutterMapMenu  *self);

G_END_DECLS
