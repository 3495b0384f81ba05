/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-window.h"

G_BEGIN_DECLS

/* The window's actions that only ask the session, a widget's property or a dialog for something. */
void  rutter_window_actions_add         (RutterWindow  *window);
/* An action that turns a property of a part of the window on and off. */
void  rutter_window_actions_add_switch  (RutterWindow  *window,
                                         const char    *name,
                                         gpointer       part,
                                         const char    *property);

G_END_DECLS
