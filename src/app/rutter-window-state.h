/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-map-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What the window looked like when it was closed. */
void rutter_window_state_restore  (GSettings      *settings,
                                   GtkWindow      *window,
                                   AdwFlap        *flap,
                                   RutterMapView  *map);
void rutter_window_state_save     (GSettings      *settings,
                                   GtkWindow      *window,
                                   gboolean        wants_sidebar);

G_END_DECLS
