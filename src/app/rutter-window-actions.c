/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-window-actions.h"

#include "rutter-hidden.h"
#include "rutter-layer-item.h"
#include "rutter-screenshot.h"

#include <glib/gi18n-lib.h>

static void
on_isolate_layer_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  RutterSession *session = rutter_window_get_session (user_data);
  RutterLayerId layer;

  if (rutter_layer_from_id (g_variant_get_string (parameter, NULL), &layer))
    rutter_choices_isolate_layer (rutter_session_get_choices (session), layer);
}

static void
on_clear_actors_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  RutterSession *session = rutter_window_get_session (user_data);

  rutter_choices_clear_actors (rutter_session_get_choices (session));
}

/* Changes as little of what is chosen as shows an object. */
static void
on_show_hidden_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  RutterSession *session = rutter_window_get_session (user_data);
  RutterRecords *records = rutter_session_get_records (session);
  const RutterObject *object =
    records != NULL ? rutter_records_find (records, g_variant_get_string (parameter, NULL)) : NULL;
  RutterFilter filter;
  RutterFilter shown;

  if (object == NULL)
    return;

  rutter_choices_fill_filter (rutter_session_get_choices (session), &filter);
  rutter_hidden_find (object, NULL, &filter, &shown);
  rutter_choices_take_filter (rutter_session_get_choices (session), &shown);
  rutter_filter_clear (&shown);
  rutter_filter_clear (&filter);
}

static void
on_show_everything_cb (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  RutterSession *session = rutter_window_get_session (user_data);

  rutter_choices_show_everything (rutter_session_get_choices (session));
  rutter_window_focus_map (user_data);
}

static void
on_show_object_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  rutter_window_show_object (user_data, g_variant_get_string (parameter, NULL));
}

/* Whatever part of the window has something to say in passing. */
static void
on_say_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  rutter_window_say (user_data, g_variant_get_string (parameter, NULL));
}

static void
on_open_own_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  rutter_session_open (rutter_window_get_session (user_data), RUTTER_OPENING_OWN, NULL);
}

static void
on_fullscreen_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  GtkWindow *window = user_data;

  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);
}

static void
on_address_response_cb (AdwMessageDialog *dialog,
                        const char       *response,
                        gpointer          user_data)
{
  g_autofree char *address = user_data;

  if (g_strcmp0 (response, "open") == 0)
    gtk_show_uri (gtk_window_get_transient_for (GTK_WINDOW (dialog)), address, GDK_CURRENT_TIME);
}

/* The browser contacts the host, so the user is told which one and asked first. */
static void
on_open_address_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  const char *address = g_variant_get_string (parameter, NULL);
  g_autoptr(GUri) uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : NULL;
  GtkWidget *dialog;

  if (g_strcmp0 (scheme, "https") != 0 && g_strcmp0 (scheme, "http") != 0)
    {
      rutter_window_say (user_data, _("This source has no web address that could be opened."));
      return;
    }

  dialog = adw_message_dialog_new (user_data, _("Open in the Browser?"), NULL);
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  _("%s\n\nYour browser will contact %s, which will see your "
                                    "address. Rutter itself contacts nobody."),
                                  address, g_uri_get_host (uri));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"),
                                    "open", _("_Open"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "open",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (on_address_response_cb),
                    g_strdup (address));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_screenshot_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  g_autoptr(GError) error = NULL;

  if (!rutter_screenshot_save (user_data, g_variant_get_string (parameter, NULL), &error))
    rutter_window_say (user_data, error->message);
}

static void
add_layer_actions (RutterWindow *window)
{
  RutterSession *session = rutter_window_get_session (window);
  GListModel *layers = rutter_choices_get_layers (rutter_session_get_choices (session));

  for (guint i = 0; i < g_list_model_get_n_items (layers); i++)
    {
      g_autoptr(RutterLayerItem) item = g_list_model_get_item (layers, i);
      const char *id = rutter_layer_get_id (rutter_layer_item_get_layer (item));
      g_autofree char *name = g_strdup_printf ("toggle-layer-%s", id);
      g_autoptr(GPropertyAction) action = g_property_action_new (name, item, "visible");

      g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (action));
    }
}

void
rutter_window_actions_add (RutterWindow *window)
{
  static const GActionEntry entries[] = {
    { .name = "show-object", .activate = on_show_object_cb, .parameter_type = "s" },
    { .name = "isolate-layer", .activate = on_isolate_layer_cb, .parameter_type = "s" },
    { .name = "show-hidden", .activate = on_show_hidden_cb, .parameter_type = "s" },
    { .name = "show-everything", .activate = on_show_everything_cb },
    { .name = "clear-actors", .activate = on_clear_actors_cb },
    { .name = "open-address", .activate = on_open_address_cb, .parameter_type = "s" },
    { .name = "screenshot", .activate = on_screenshot_cb, .parameter_type = "s" },
    { .name = "say", .activate = on_say_cb, .parameter_type = "s" },
    { .name = "open-own", .activate = on_open_own_cb },
    { .name = "fullscreen", .activate = on_fullscreen_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries),
                                   window);
  add_layer_actions (window);
}

void
rutter_window_actions_add_switch (RutterWindow *window,
                                  const char   *name,
                                  gpointer      part,
                                  const char   *property)
{
  g_autoptr(GPropertyAction) action = g_property_action_new (name, part, property);

  g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (action));
}
