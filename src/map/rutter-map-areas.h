/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-outlines.h"

#include <shumate/shumate.h>

G_BEGIN_DECLS

/* Outlines over the map, as a layer that is there only while there are any. */
typedef struct _RutterMapAreas RutterMapAreas;

RutterMapAreas *rutter_map_areas_new          (ShumateMap      *map,
                                               ShumateLayer    *above);
void            rutter_map_areas_free         (RutterMapAreas  *self);
/* NULL, or none at all, takes the layer away. */
void            rutter_map_areas_set          (RutterMapAreas  *self,
                                               RutterOutlines  *outlines);
void            rutter_map_areas_set_theme    (RutterMapAreas  *self,
                                               RutterThemeId    theme);
gboolean        rutter_map_areas_is_settled   (RutterMapAreas  *self);

G_END_DECLS
