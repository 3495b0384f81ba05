/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-application.h"

#include "rutter-about.h"
#include "rutter-catalog-name.h"
#include "rutter-paths.h"
#include "rutter-preferences.h"
#include "rutter-screenshot.h"
#include "rutter-window.h"

#include <glib/gi18n-lib.h>

/* How often `--screenshot` looks whether the window is complete, and when it gives up. */
#define LOOK_MS 50
#define GIVE_UP_MS 30000
/* Looks in a row at which nothing was under way. */
#define QUIET_LOOKS 3

struct _RutterApplication
{
  AdwApplication   parent_instance;

  GSettings       *settings;
  RutterNetGate   *gate;
  RutterTraffic   *traffic;     /* NULL until it is asked for */
  RutterFeeds     *feeds;       /* likewise */
  RutterWatchlist *watchlist;   /* likewise */
  char            *catalog;     /* --catalog */
  char            *show;        /* --show */
  char            *underlay;    /* --underlay */
  char            *screenshot;  /* --screenshot */
  guint            look_id;
  guint            n_looks;
  guint            n_quiet;
  int              status;
};

G_DEFINE_FINAL_TYPE (RutterApplication, rutter_application, ADW_TYPE_APPLICATION)

static gboolean
on_look_cb (gpointer user_data)
{
  RutterApplication *self = user_data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autoptr(GError) error = NULL;

  if (window == NULL || !RUTTER_IS_WINDOW (window))
    return G_SOURCE_CONTINUE;

  self->n_looks++;
  self->n_quiet = rutter_window_is_settled (RUTTER_WINDOW (window)) ? self->n_quiet + 1 : 0;
  if (self->n_quiet < QUIET_LOOKS && self->n_looks * LOOK_MS < GIVE_UP_MS)
    return G_SOURCE_CONTINUE;

  self->look_id = 0;
  if (!rutter_screenshot_save (window, self->screenshot, &error))
    {
      g_printerr ("rutter: %s\n", error->message);
      self->status = 1;
    }
  gtk_window_destroy (window);

  return G_SOURCE_REMOVE;
}

static void
on_session_opened_cb (RutterApplication *self,
                      const char        *notice,
                      RutterSession     *session)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  self->status = 0;
  if (self->show != NULL && RUTTER_IS_WINDOW (window))
    rutter_window_show_object (RUTTER_WINDOW (window), self->show);
  g_clear_pointer (&self->show, g_free);
}

/* A catalogue that was named and cannot be opened fails the program, once its window is closed. */
static void
on_session_failed_cb (RutterApplication *self,
                      const char        *message,
                      RutterSession     *session)
{
  if (rutter_session_get_path (session) == NULL)
    self->status = 1;
}

static RutterWindow *
create_window (RutterApplication *self)
{
  RutterWindow *window = rutter_window_new (GTK_APPLICATION (self), self->settings);
  RutterSession *session = rutter_window_get_session (window);

  g_signal_connect_object (session, "opened", G_CALLBACK (on_session_opened_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "failed", G_CALLBACK (on_session_failed_cb), self,
                           G_CONNECT_SWAPPED);
  if (self->screenshot != NULL && self->look_id == 0)
    self->look_id = g_timeout_add (LOOK_MS, on_look_cb, self);

  return window;
}

/* The window that was used last; a first one opens what --catalog names, else the user's own. */
static RutterWindow *
ensure_window (RutterApplication *self)
{
  RutterWindow *window;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (RUTTER_IS_WINDOW (l->data))
      return l->data;

  window = create_window (self);
  rutter_session_open (rutter_window_get_session (window),
                       self->catalog != NULL ? RUTTER_OPENING_FILE : RUTTER_OPENING_OWN,
                       self->catalog);
  if (self->underlay != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (window), "show-underlay",
                                    g_variant_new_bytestring (self->underlay));

  return window;
}

/* The window that shows this file or is about to, if one does. */
static RutterWindow *
find_window (RutterApplication *self,
             GFile             *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      RutterSession *session = RUTTER_IS_WINDOW (l->data)
                               ? rutter_window_get_session (l->data) : NULL;
      const char *path = session != NULL ? rutter_session_get_wanted_path (session) : NULL;
      g_autoptr(GFile) shown = path != NULL ? g_file_new_for_path (path) : NULL;

      if (shown != NULL && g_file_equal (shown, file))
        return l->data;
    }

  return NULL;
}

static void
rutter_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (ensure_window (RUTTER_APPLICATION (application))));
}

/* Each catalogue has one window: the one that shows it already, else a new one. */
static void
open_file (RutterApplication *self,
           GFile             *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *own = rutter_paths_get_own ();
  RutterWindow *window = find_window (self, file);

  if (path == NULL)
    {
      window = ensure_window (self);
      rutter_window_say (window, _("Only a catalogue on this computer can be opened."));
    }
  else if (window == NULL)
    {
      window = create_window (self);
      rutter_session_open (rutter_window_get_session (window),
                           g_str_equal (path, own) ? RUTTER_OPENING_OWN : RUTTER_OPENING_FILE,
                           path);
    }

  gtk_window_present (GTK_WINDOW (window));
}

static void
rutter_application_open (GApplication  *application,
                         GFile        **files,
                         int            n_files,
                         const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    open_file (RUTTER_APPLICATION (application), files[i]);
}

static int
rutter_application_handle_local_options (GApplication *application,
                                         GVariantDict *options)
{
  RutterApplication *self = RUTTER_APPLICATION (application);

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Rutter %s\n", RUTTER_VERSION);  /* untranslated */
      return 0;
    }

  g_variant_dict_lookup (options, "catalog", "^ay", &self->catalog);
  g_variant_dict_lookup (options, "screenshot", "^ay", &self->screenshot);
  g_variant_dict_lookup (options, "show", "s", &self->show);
  g_variant_dict_lookup (options, "underlay", "^ay", &self->underlay);

  /* What these ask for is asked of this process, not of a window that is open already. */
  if (self->catalog != NULL || self->screenshot != NULL || self->show != NULL ||
      self->underlay != NULL)
    g_application_set_flags (application, g_application_get_flags (application) |
                             G_APPLICATION_NON_UNIQUE);

  return -1;
}

static void
on_file_response_cb (GtkNativeDialog   *dialog,
                     int                response,
                     RutterApplication *self)
{
  g_autoptr(GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    g_application_open (G_APPLICATION (self), &file, 1, "");
  g_object_unref (dialog);
}

static void
on_open_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);
  GtkFileChooserNative *dialog;
  g_autoptr(GtkFileFilter) filter = rutter_catalog_name_make_filter ();

  dialog = gtk_file_chooser_native_new (_("Open a Catalogue"), window,
                                        GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_file_response_cb), user_data, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
on_restore_response_cb (RutterApplication *self,
                        const char        *response)
{
  g_autofree char *own_path = rutter_paths_get_own ();
  g_autofree char *starter_path = rutter_paths_get_data ("starter.gpkg");
  g_autoptr(GFile) own = g_file_new_for_path (own_path);
  g_autoptr(GFile) starter = g_file_new_for_path (starter_path);
  RutterWindow *window;

  if (g_strcmp0 (response, "restore") != 0)
    return;

  /* The starter itself is shown where the user's own could not be read. */
  window = find_window (self, own);
  if (window == NULL)
    window = find_window (self, starter);
  if (window == NULL)
    window = create_window (self);
  rutter_session_open (rutter_window_get_session (window), RUTTER_OPENING_RESTORE, NULL);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_restore_starter_cb (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  GtkWindow *window = GTK_WINDOW (ensure_window (user_data));
  GtkWidget *dialog = adw_message_dialog_new (window, _("Restore the Starter Catalogue?"), NULL);
  AdwMessageDialog *self = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_set_body (self, _("Your catalogue becomes the one that came with Rutter. "
                                       "The present one is kept beside it under a name with "
                                       "today’s date."));
  adw_message_dialog_add_responses (self, "cancel", _("_Cancel"), "restore", _("_Restore"), NULL);
  adw_message_dialog_set_response_appearance (self, "restore", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (self, "cancel");
  adw_message_dialog_set_close_response (self, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_restore_response_cb), user_data,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_about_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  rutter_about_present (gtk_application_get_active_window (user_data));
}

static void
on_quit_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  g_autoptr(GPtrArray) windows = g_ptr_array_new_with_free_func (g_object_unref);

  for (GList *l = gtk_application_get_windows (user_data); l != NULL; l = l->next)
    g_ptr_array_add (windows, g_object_ref (l->data));
  for (guint i = 0; i < windows->len; i++)
    gtk_window_close (g_ptr_array_index (windows, i));
}

static void
set_accels (GtkApplication *application,
            const char     *action,
            const char     *accel)
{
  gtk_application_set_accels_for_action (application, action,
                                         (const char *const[]) { accel, NULL });
}

static void
add_accels (GtkApplication *application)
{
  set_accels (application, "app.open", "<Control>o");
  set_accels (application, "app.quit", "<Control>q");
  set_accels (application, "window.close", "<Control>w");
  set_accels (application, "win.toggle-sidebar", "F9");
  set_accels (application, "win.next-pane", "F6");
  set_accels (application, "win.previous-pane", "<Shift>F6");
  set_accels (application, "win.show-list", "<Control>l");
  set_accels (application, "win.fullscreen", "F11");
  set_accels (application, "win.unselect", "Escape");
  set_accels (application, "win.name-view", "<Control>d");
  set_accels (application, "win.plan-route", "<Control>r");
  set_accels (application, "win.toggle-layer-live", "<Control>9");
  set_accels (application, "win.show-watchlist", "<Control><Shift>l");
  set_accels (application, "win.go-back", "<Alt>Left");
  set_accels (application, "win.go-forward", "<Alt>Right");

  for (guint i = 0; i < RUTTER_N_LAYER; i++)
    {
      const char *id = rutter_layer_get_id ((RutterLayerId)i);
      g_autofree char *toggle = g_strdup_printf ("win.toggle-layer-%s", id);
      g_autofree char *toggle_key = g_strdup_printf ("<Control>%u", i + 1);
      g_autofree char *isolate = g_strdup_printf ("win.isolate-layer::%s", id);
      g_autofree char *isolate_key = g_strdup_printf ("<Control><Alt>%u", i + 1);

      /* Passages stand at the end of the digits, whatever layers come before them. */
      if (i == RUTTER_LAYER_PASSAGES)
        continue;

      set_accels (application, toggle, toggle_key);
      set_accels (application, isolate, isolate_key);
    }
  set_accels (application, "win.toggle-layer-passages", "<Control>0");
  set_accels (application, "win.isolate-layer::passages", "<Control><Alt>0");
}

static void
rutter_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "open", .activate = on_open_cb },
    { .name = "restore-starter", .activate = on_restore_starter_cb },
    { .name = "about", .activate = on_about_cb },
    { .name = "quit", .activate = on_quit_cb },
  };
  RutterApplication *self = RUTTER_APPLICATION (application);

  G_APPLICATION_CLASS (rutter_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name ("org.rutter.Rutter");
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  add_accels (GTK_APPLICATION (self));
  self->settings = rutter_preferences_new ();
  self->gate = rutter_net_gate_new (self->settings);
  if (self->screenshot == NULL && rutter_feeds_is_wanted_first (self->settings))
    rutter_feeds_start_chosen (rutter_application_get_feeds (self));
}

static void
rutter_application_finalize (GObject *object)
{
  RutterApplication *self = RUTTER_APPLICATION (object);

  g_clear_handle_id (&self->look_id, g_source_remove);
  g_clear_object (&self->gate);
  g_clear_object (&self->settings);
  g_clear_object (&self->feeds);
  g_clear_object (&self->watchlist);
  g_clear_object (&self->traffic);
  g_clear_pointer (&self->catalog, g_free);
  g_clear_pointer (&self->show, g_free);
  g_clear_pointer (&self->underlay, g_free);
  g_clear_pointer (&self->screenshot, g_free);

  G_OBJECT_CLASS (rutter_application_parent_class)->finalize (object);
}

static void
rutter_application_class_init (RutterApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rutter_application_finalize;

  application_class->startup = rutter_application_startup;
  application_class->activate = rutter_application_activate;
  application_class->open = rutter_application_open;
  application_class->handle_local_options = rutter_application_handle_local_options;
}

static void
rutter_application_init (RutterApplication *self)
{
  static const GOptionEntry options[] = {
    { "catalog", 'c', 0, G_OPTION_ARG_FILENAME, NULL,
      N_("Open this catalogue, to read only, instead of your own"), N_("FILE") },
    { "show", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Open with the details of this object"),
      N_("UID") },
    { "underlay", 0, 0, G_OPTION_ARG_FILENAME, NULL,
      N_("Show the map tiles of this file under everything else"), N_("FILE.mbtiles") },
    { "screenshot", 0, 0, G_OPTION_ARG_FILENAME, NULL,
      N_("Write what the window shows once it is complete, and quit"), N_("FILE.png") },
    { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_("Print the version"), NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[CATALOGUE…]"));
}

RutterApplication *
rutter_application_new (void)
{
  return g_object_new (RUTTER_TYPE_APPLICATION,
                       "application-id", "org.rutter.Rutter",
                       "resource-base-path", "/org/rutter/Rutter",
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}

/* The exit status that the program's own work asks for; 0 unless something failed. */
int
rutter_application_get_status (RutterApplication *self)
{
  g_return_val_if_fail (RUTTER_IS_APPLICATION (self), 1);

  return self->status;
}

/* Returns: (transfer none): what all windows hear; its thread begins with whoever asks first */
RutterTraffic *
rutter_application_get_traffic (RutterApplication *self)
{
  g_return_val_if_fail (RUTTER_IS_APPLICATION (self), NULL);

  if (self->traffic == NULL)
    self->traffic = rutter_traffic_new ();
  return self->traffic;
}

/* Returns: (transfer none): the one way out, there from the application's startup on */
RutterNetGate *
rutter_application_get_gate (RutterApplication *self)
{
  g_return_val_if_fail (RUTTER_IS_APPLICATION (self), NULL);

  return self->gate;
}

/* Returns: (transfer none): what the user has set up to be heard, made for whoever asks first */
RutterFeeds *
rutter_application_get_feeds (RutterApplication *self)
{
  g_return_val_if_fail (RUTTER_IS_APPLICATION (self), NULL);

  if (self->feeds == NULL)
    self->feeds = rutter_feeds_new (self->settings, self->gate,
                                    rutter_application_get_traffic (self));
  return self->feeds;
}

/* Returns: (transfer none): made for whoever asks first */
RutterWatchlist *
rutter_application_get_watchlist (RutterApplication *self)
{
  g_return_val_if_fail (RUTTER_IS_APPLICATION (self), NULL);

  if (self->watchlist == NULL)
    self->watchlist = rutter_watchlist_new (G_APPLICATION (self),
                                            rutter_application_get_traffic (self), NULL);
  return self->watchlist;
}
