/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-feeds-desk.h"

#include "rutter-feeds-dialog.h"

struct _RutterFeedsDesk
{
  GObject        parent_instance;

  RutterWindow  *window;   /* borrowed: it owns this */
  RutterMapView *map;      /* of the window */
  GtkWidget     *dialog;   /* weak */
};

G_DEFINE_FINAL_TYPE (RutterFeedsDesk, rutter_feeds_desk, G_TYPE_OBJECT)

static void
on_show_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  RutterFeedsDesk *self = user_data;
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self->window));

  if (self->dialog == NULL && RUTTER_IS_APPLICATION (application))
    g_set_weak_pointer (&self->dialog, rutter_feeds_dialog_new (
                          GTK_WINDOW (self->window), self->map,
                          rutter_application_get_gate (RUTTER_APPLICATION (application)),
                          rutter_application_get_feeds (RUTTER_APPLICATION (application))));
  if (self->dialog != NULL)
    gtk_window_present (GTK_WINDOW (self->dialog));
}

static void
rutter_feeds_desk_dispose (GObject *object)
{
  g_clear_weak_pointer (&RUTTER_FEEDS_DESK (object)->dialog);

  G_OBJECT_CLASS (rutter_feeds_desk_parent_class)->dispose (object);
}

static void
rutter_feeds_desk_class_init (RutterFeedsDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rutter_feeds_desk_dispose;
}

static void
rutter_feeds_desk_init (RutterFeedsDesk *self)
{
}

RutterFeedsDesk *
rutter_feeds_desk_new (RutterWindow  *window,
                       RutterMapView *map)
{
  static const GActionEntry entries[] = { { .name = "show-feeds", .activate = on_show_cb } };
  RutterFeedsDesk *self = g_object_new (RUTTER_TYPE_FEEDS_DESK, NULL);

  self->window = window;
  self->map = map;
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), self);

  return self;
}
