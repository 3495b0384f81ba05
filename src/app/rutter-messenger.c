/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-messenger.h"

struct _RutterMessenger
{
  GObject          parent_instance;

  AdwToastOverlay *toasts;    /* these three are the window's, which lives longer */
  RutterBanner    *banner;
  RutterAnnouncer *announcer;
};

G_DEFINE_FINAL_TYPE (RutterMessenger, rutter_messenger, G_TYPE_OBJECT)

static void
rutter_messenger_class_init (RutterMessengerClass *klass)
{
}

static void
rutter_messenger_init (RutterMessenger *self)
{
}

RutterMessenger *
rutter_messenger_new (AdwToastOverlay *toasts,
                      RutterBanner    *banner,
                      RutterAnnouncer *announcer)
{
  RutterMessenger *self = g_object_new (RUTTER_TYPE_MESSENGER, NULL);

  self->toasts = toasts;
  self->banner = banner;
  self->announcer = announcer;

  return self;
}

/* A sentence that passes. */
void
rutter_messenger_say (RutterMessenger *self,
                      const char      *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  g_return_if_fail (RUTTER_IS_MESSENGER (self));

  rutter_announcer_say (self->announcer, message);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

void
rutter_messenger_add_toast (RutterMessenger *self,
                            AdwToast        *toast)
{
  const char *title = adw_toast_get_title (toast);
  g_autofree char *text = NULL;

  g_return_if_fail (RUTTER_IS_MESSENGER (self));

  /* Titles of toasts are markup, which is not for the ear. */
  if (!pango_parse_markup (title, -1, 0, NULL, &text, NULL, NULL))
    text = g_strdup (title);
  rutter_announcer_say (self->announcer, text);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
show_banner (RutterMessenger *self,
             const char      *message,
             gboolean         is_news)
{
  g_printerr ("rutter: %s\n", message);
  rutter_announcer_say (self->announcer, message);
  rutter_banner_show (self->banner, message, is_news);
}

/* Something went wrong. */
void
rutter_messenger_warn (RutterMessenger *self,
                       const char      *message)
{
  g_return_if_fail (RUTTER_IS_MESSENGER (self));

  show_banner (self, message, FALSE);
}

void
rutter_messenger_bring_news (RutterMessenger *self,
                             const char      *message)
{
  g_return_if_fail (RUTTER_IS_MESSENGER (self));

  show_banner (self, message, TRUE);
}
