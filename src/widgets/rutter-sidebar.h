/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-live-item.h"
#include "rutter-view-list.h"

G_BEGIN_DECLS

/* Layers, saved views and actors. Handed two list models: of RutterLayerItem and of
 * RutterActorItem. Its button asks for win.clear-actors.
 */
#define RUTTER_TYPE_SIDEBAR (rutter_sidebar_get_type ())

G_DECLARE_FINAL_TYPE (RutterSidebar, rutter_sidebar, RUTTER, SIDEBAR, AdwBin)

GtkWidget      *rutter_sidebar_new         (void);
void            rutter_sidebar_set_layers  (RutterSidebar  *self,
                                            GListModel     *layers);
/* The last of the layers. */
void            rutter_sidebar_set_live    (RutterSidebar  *self,
                                            RutterLiveItem *live);
void            rutter_sidebar_set_actors  (RutterSidebar  *self,
                                            GListModel     *actors);
/* Denser, for a low window: legends in short lines, the actors folded. */
void            rutter_sidebar_set_compact (RutterSidebar  *self,
                                            gboolean        compact);
void            rutter_sidebar_set_width   (RutterSidebar  *self,
                                            int             width);
RutterViewList *rutter_sidebar_get_views   (RutterSidebar  *self);

G_END_DECLS
