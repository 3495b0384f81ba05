/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-catalog-menu.h"

#include "rutter-catalog-name.h"
#include "rutter-recent-files.h"

#include <glib/gi18n-lib.h>

struct _RutterCatalogMenu
{
  GObject            parent_instance;

  RutterWindow      *window;   /* owns us */
  GSettings         *settings; /* NULL: nothing is kept */
  GMenu             *recent;
  RutterOpeningKind  kind;     /* of the file that is being chosen */
};

G_DEFINE_FINAL_TYPE (RutterCatalogMenu, rutter_catalog_menu, G_TYPE_OBJECT)

static void
on_open_recent_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  RutterCatalogMenu *self = user_data;

  rutter_session_open (rutter_window_get_session (self->window), RUTTER_OPENING_FILE,
                       g_variant_get_string (parameter, NULL));
}

/* The dialog has asked whether a file of the name that was typed may go, not of that name with the
 * ending of catalogues behind it.
 */
static void
make_at (RutterCatalogMenu *self,
         const char        *path)
{
  g_autofree char *full = rutter_catalog_name_complete (path);
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;

  if (g_str_equal (full, path) || !g_file_test (full, G_FILE_TEST_EXISTS))
    {
      rutter_session_open (rutter_window_get_session (self->window), self->kind, full);
      return;
    }

  name = g_filename_display_basename (full);
  message = g_strdup_printf (_("There is a file “%s” there already. Choose another name."), name);
  rutter_window_say (self->window, message);
}

/* What is chosen in either dialog is made and becomes the catalogue of the window. */
static void
on_place_chosen_cb (GtkNativeDialog   *dialog,
                    int                response,
                    RutterCatalogMenu *self)
{
  g_autoptr(GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_object_unref (dialog);
  if (file == NULL)
    return;

  path = g_file_get_path (file);
  if (path != NULL)
    make_at (self, path);
  else
    rutter_window_say (self->window, _("A catalogue can only be kept on this computer."));
}

static void
ask_place (RutterCatalogMenu *self,
           const char        *title,
           const char        *name,
           RutterOpeningKind  kind)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
    title, GTK_WINDOW (self->window), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  g_autoptr(GtkFileFilter) filter = rutter_catalog_name_make_filter ();

  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  self->kind = kind;
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_place_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
on_new_catalogue_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  RutterCatalogMenu *self = user_data;

  ask_place (self, _("New Empty Catalogue"), C_("file name", "empty.rutter.gpkg"),
             RUTTER_OPENING_NEW);
}

static void
on_save_copy_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  RutterCatalogMenu *self = user_data;
  const char *path = rutter_session_get_path (rutter_window_get_session (self->window));
  g_autofree char *proposal = path != NULL ? rutter_catalog_name_propose (path) : NULL;

  if (path != NULL)
    ask_place (self, _("Save a Copy of the Catalogue"), proposal, RUTTER_OPENING_COPY);
}

static void
on_starter_response_cb (RutterWindow *window,
                        const char   *response)
{
  RutterSession *session = rutter_window_get_session (window);

  if (g_strcmp0 (response, "merge") == 0)
    rutter_session_open (session, RUTTER_OPENING_MERGE, rutter_session_get_path (session));
  else if (g_strcmp0 (response, "decline") == 0)
    rutter_session_open (session, RUTTER_OPENING_DECLINE, rutter_session_get_path (session));
}

static void
ask_for_merge (RutterWindow *window)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window),
                                              _("Newer Facts Have Come With Rutter"), NULL);
  AdwMessageDialog *self = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_set_body (self, _("Your catalogue was made from an older starter "
                                       "catalogue. New and corrected claims can be added to it. "
                                       "Whatever you made, changed or deleted stays as it is."));
  adw_message_dialog_add_responses (self, "later", _("_Later"), "decline", _("_Not These"),
                                    "merge", _("_Add Them"), NULL);
  adw_message_dialog_set_response_appearance (self, "merge", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (self, "merge");
  adw_message_dialog_set_close_response (self, "later");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_starter_response_cb), window,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_opened_cb (RutterCatalogMenu *self)
{
  RutterSession *session = rutter_window_get_session (self->window);

  rutter_recent_files_add (self->settings, rutter_session_get_path (session));
  rutter_recent_files_fill_menu (self->settings, self->recent);
  if (rutter_session_has_newer_starter (session))
    ask_for_merge (self->window);
}

static void
rutter_catalog_menu_finalize (GObject *object)
{
  RutterCatalogMenu *self = RUTTER_CATALOG_MENU (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->recent);

  G_OBJECT_CLASS (rutter_catalog_menu_parent_class)->finalize (object);
}

static void
rutter_catalog_menu_class_init (RutterCatalogMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rutter_catalog_menu_finalize;
}

static void
rutter_catalog_menu_init (RutterCatalogMenu *self)
{
}

RutterCatalogMenu *
rutter_catalog_menu_new (RutterWindow *window,
                         GSettings    *settings,
                         GMenu        *recent)
{
  static const GActionEntry entries[] = {
    { .name = "open-recent", .activate = on_open_recent_cb, .parameter_type = "s" },
    { .name = "new-catalogue", .activate = on_new_catalogue_cb },
    { .name = "save-copy", .activate = on_save_copy_cb },
  };
  RutterCatalogMenu *self = g_object_new (RUTTER_TYPE_CATALOG_MENU, NULL);

  self->window = window;
  g_set_object (&self->settings, settings);
  g_set_object (&self->recent, recent);
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (rutter_window_get_session (window), "opened",
                           G_CALLBACK (on_opened_cb), self, G_CONNECT_SWAPPED);
  rutter_recent_files_fill_menu (settings, recent);

  return self;
}
