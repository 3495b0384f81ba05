/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Says over an empty map why it is empty and what to do: a title, one sentence and up to two
 * buttons.
 */
#define RUTTER_TYPE_NOTICE_CARD (rutter_notice_card_get_type ())

G_DECLARE_FINAL_TYPE (RutterNoticeCard, rutter_notice_card, RUTTER, NOTICE_CARD, AdwBin)

GtkWidget *rutter_notice_card_new         (void);
/* Shows the card, without buttons. */
void       rutter_notice_card_show        (RutterNoticeCard  *self,
                                           const char        *title,
                                           const char        *sentence);
/* The first one is the suggested one. @action: as in "win.show-everything" */
void       rutter_notice_card_add_button  (RutterNoticeCard  *self,
                                           const char        *label,
                                           const char        *action);
void       rutter_notice_card_hide        (RutterNoticeCard  *self);

G_END_DECLS
