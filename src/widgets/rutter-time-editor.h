/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-time-window.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Both ends of the time window as dates to type, and windows with names to choose from: what the
 * timeline opens in a popover.
 */
#define RUTTER_TYPE_TIME_EDITOR (rutter_time_editor_get_type ())

G_DECLARE_FINAL_TYPE (RutterTimeEditor, rutter_time_editor, RUTTER, TIME_EDITOR, AdwBin)

GtkWidget *rutter_time_editor_new         (void);
/* Once. */
void       rutter_time_editor_set_window  (RutterTimeEditor  *self,
                                           RutterTimeWindow  *window);

G_END_DECLS
