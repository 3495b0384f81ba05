/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Tells a screen reader what changed elsewhere than where the focus is: what was picked, how much
 * is in view, what went wrong. Nothing of it is seen. On GTK 4.8, which has no announcements, it is
 * a label in the role of a status, whose new text goes over the accessibility bus; from 4.14 on the
 * text is announced as well.
 */
#define RUTTER_TYPE_ANNOUNCER (rutter_announcer_get_type ())

G_DECLARE_FINAL_TYPE (RutterAnnouncer, rutter_announcer, RUTTER, ANNOUNCER, AdwBin)

GtkWidget  *rutter_announcer_new       (void);
/* At once; the same words again are told again. */
void        rutter_announcer_say       (RutterAnnouncer  *self,
                                        const char       *text);
/* Once nothing else was to be told for a moment; what was said last is not repeated. */
void        rutter_announcer_say_calm  (RutterAnnouncer  *self,
                                        const char       *text);
const char *rutter_announcer_get_text  (RutterAnnouncer  *self);

G_END_DECLS
