/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-time-window.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The strip below the map: claims over time, the window of time that everything obeys, and the
 * buttons that play it. Space plays and pauses while the focus is in it.
 *
 * Properties:
 *   speed (int)         steps a second while playing; one at most where motion is reduced
 *   loop (boolean)      begins anew at the end
 *   expanded (boolean)  shows the bars
 *   playing (boolean)
 */
#define RUTTER_TYPE_TIMELINE (rutter_timeline_get_type ())

G_DECLARE_FINAL_TYPE (RutterTimeline, rutter_timeline, RUTTER, TIMELINE, AdwBin)

GtkWidget *rutter_timeline_new          (void);
/* Once. */
void       rutter_timeline_set_window   (RutterTimeline    *self,
                                         RutterTimeWindow  *window);
/* Where the window is low the bars are put away; who asks for them there has them until it is not
 * low any more. What is kept as `expanded` does not change with it.
 */
void       rutter_timeline_set_low      (RutterTimeline    *self,
                                         gboolean           low);
gboolean   rutter_timeline_get_playing  (RutterTimeline    *self);
void       rutter_timeline_set_playing  (RutterTimeline    *self,
                                         gboolean           playing);

G_END_DECLS
