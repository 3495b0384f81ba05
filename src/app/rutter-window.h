/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The window: map, sidebar, details, messages.
 *
 * Actions (win.): show-object (uid), go-back, go-forward, show-on-map, close-details, unselect,
 * toggle-sidebar, toggle-details, fullscreen, toggle-layer-ID for each layer, isolate-layer (ID),
 * clear-actors, open-address (URL), screenshot (path)
 */
#define RUTTER_TYPE_WINDOW (rutter_window_get_type ())

G_DECLARE_FINAL_TYPE (RutterWindow, rutter_window, RUTTER, WINDOW, AdwApplicationWindow)

RutterWindow  *rutter_window_new              (GtkApplication     *application,
                                               GSettings          *settings);
RutterSession *rutter_window_get_session      (RutterWindow       *self);
void           rutter_window_show_object      (RutterWindow       *self,
                                               const char         *uid);
void           rutter_window_look_at          (RutterWindow       *self,
                                               const char         *uid);
/* What the details cover of the map's lower part when they are open; 0 where they open beside. */
int            rutter_window_get_sheet_height (RutterWindow       *self);
void           rutter_window_leave_place      (RutterWindow       *self);
const char    *rutter_window_get_selected     (RutterWindow       *self);
void           rutter_window_focus_map        (RutterWindow       *self);
void           rutter_window_add_toast        (RutterWindow       *self,
                                               AdwToast           *toast);
void           rutter_window_say              (RutterWindow       *self,
                                               const char         *message);
gboolean       rutter_window_is_settled       (RutterWindow       *self);

G_END_DECLS
