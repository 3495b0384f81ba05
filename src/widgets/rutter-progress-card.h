/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Says what is being done when it lasts (RutterPatience), how far it has come where that is known,
 * and offers to stop it where that can be.
 *
 * Signals:
 *   cancelled ()   the user wants it to stop
 */
#define RUTTER_TYPE_PROGRESS_CARD (rutter_progress_card_get_type ())

G_DECLARE_FINAL_TYPE (RutterProgressCard, rutter_progress_card, RUTTER, PROGRESS_CARD, AdwBin)

/* Microseconds of a clock that does not go back. */
typedef gint64 (* RutterProgressClock)    (gpointer  user_data);
/* 0..1, or below 0 where it is not known. */
typedef double (* RutterProgressFraction) (gpointer  user_data);

GtkWidget *rutter_progress_card_new          (void);
/* @fraction: (nullable): asked while the card is to be seen */
void       rutter_progress_card_begin        (RutterProgressCard      *self,
                                              const char              *what,
                                              gboolean                 can_cancel,
                                              RutterProgressFraction   fraction,
                                              gpointer                 user_data);
/* Whether what goes on can still be stopped, where that changes on the way. */
void       rutter_progress_card_set_can_stop (RutterProgressCard      *self,
                                              gboolean                 can_stop);
void       rutter_progress_card_end          (RutterProgressCard      *self);
gboolean   rutter_progress_card_is_shown     (RutterProgressCard      *self);
/* Another clock than the system's, for tests; then update() looks at it. */
void       rutter_progress_card_set_clock    (RutterProgressCard      *self,
                                              RutterProgressClock      clock,
                                              gpointer                 user_data);
void       rutter_progress_card_update       (RutterProgressCard      *self);

G_END_DECLS
