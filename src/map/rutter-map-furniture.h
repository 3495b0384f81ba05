/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-theme.h"
#include "rutter-view.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What lies in the lower corners of the map: the scale bar and the attribution, drawn by the same
 * painters as in figures. It takes no part in pointing.
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

G_END_DECLS
