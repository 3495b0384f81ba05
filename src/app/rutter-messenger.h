/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-announcer.h"
#include "rutter-banner.h"

G_BEGIN_DECLS

/* What the window says of itself, to the eye and to the ear: in passing, or until it is dismissed.
 * Belongs to the main thread and holds none of the widgets.
 */
#define RUTTER_TYPE_MESSENGER (rutter_messenger_get_type ())

G_DECLARE_FINAL_TYPE (RutterMessenger, rutter_messenger, RUTTER, MESSENGER, GObject)

RutterMessenger *rutter_messenger_new        (AdwToastOverlay *toasts,
                                              RutterBanner    *banner,
                                              RutterAnnouncer *announcer);
void             rutter_messenger_say        (RutterMessenger *self,
                                              const char      *message);
/* Eats @toast. */
void             rutter_messenger_add_toast  (RutterMessenger *self,
                                              AdwToast        *toast);
void             rutter_messenger_warn       (RutterMessenger *self,
                                              const char      *message);
void             rutter_messenger_bring_news (RutterMessenger *self,
                                              const char      *message);

G_END_DECLS
