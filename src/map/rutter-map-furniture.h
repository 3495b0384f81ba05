/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-theme.h"
#include "rutter-view.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What lies in the lower left corner of the map, where no pane covers it: the scale bar, drawn by
 * the same painter as in figures, and the attribution. It takes no part in pointing.
 */
#define RUTTER_TYPE_MAP_FURNITURE (rutter_map_furniture_get_type ())

G_DECLARE_FINAL_TYPE (RutterMapFurniture,
                      rutter_map_furniture,
                      RUTTER,
                      MAP_FURNITURE,
                      GtkWidget)

GtkWidget *rutter_map_furniture_new     (void);
void       rutter_map_furniture_update  (RutterMapFurniture  *self,
                                         const RutterView    *view,
                                         RutterThemeId        theme);
void       rutter_map_furniture_set_tiles (RutterMapFurniture *self,
                                           const char         *attribution);

G_END_DECLS
