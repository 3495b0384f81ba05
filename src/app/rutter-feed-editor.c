/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-feed-editor.h"

#include "rutter-feed-kind.h"

#include <glib/gi18n-lib.h>

struct _RutterFeedEditor
{
  AdwWindow     parent_instance;

  RutterFeeds  *feeds;
  RutterFeed   *feed;       /* to be changed; NULL: a new one */
  GPtrArray    *kinds;      /* of RutterFeedKind */
  char         *uri;        /* of the file that was chosen */
  AdwComboRow  *kind;
  GtkLabel     *about;
  GtkWidget    *host;       /* AdwEntryRow */
  GtkWidget    *port;       /* AdwEntryRow */
  AdwActionRow *file;
  GtkSwitch    *start;
  GtkLabel     *complaint;
  GtkButton    *done;
};

enum { DONE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RutterFeedEditor, rutter_feed_editor, ADW_TYPE_WINDOW)

static const RutterFeedKind *
get_kind (RutterFeedEditor *self)
{
  guint selected = adw_combo_row_get_selected (self->kind);

  return selected < self->kinds->len ? g_ptr_array_index (self->kinds, selected) : NULL;
}

static void
show_file (RutterFeedEditor *self)
{
  g_autoptr(GFile) file = self->uri != NULL ? g_file_new_for_uri (self->uri) : NULL;
  g_autofree char *name = file != NULL ? g_file_get_parse_name (file) : NULL;

  adw_action_row_set_subtitle (self->file, name != NULL ? name : _("None is chosen."));
}

/* Only what the kind needs is asked for. */
static void
on_kind_changed_cb (RutterFeedEditor *self)
{
  const RutterFeedKind *kind = get_kind (self);
  g_autofree char *port = NULL;

  if (kind == NULL)
    return;

  port = g_strdup_printf ("%u", kind->port);
  gtk_label_set_label (self->about, _(kind->about));
  gtk_widget_set_visible (self->host, kind->fields & RUTTER_FEED_FIELD_HOST);
  gtk_widget_set_visible (self->port, kind->fields & RUTTER_FEED_FIELD_PORT);
  gtk_widget_set_visible (GTK_WIDGET (self->file), kind->fields & RUTTER_FEED_FIELD_FILE);
  gtk_editable_set_text (GTK_EDITABLE (self->port), port);
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), FALSE);
}

static void
fill_in (RutterFeedEditor *self)
{
  const char *address = rutter_feed_get_address (self->feed);
  const RutterFeedKind *kind = rutter_feed_kind_find (address);
  g_auto(RutterFeedAnswers) answers = { NULL };
  guint position;

  if (kind == NULL || !g_ptr_array_find (self->kinds, kind, &position))
    return;

  adw_combo_row_set_selected (self->kind, position);
  on_kind_changed_cb (self);
  rutter_feed_kind_take_apart (kind, address, &answers);
  if (answers.host != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->host), answers.host);
  if (answers.port != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->port), answers.port);
  self->uri = g_steal_pointer (&answers.uri);
  show_file (self);
}

static void
complain (RutterFeedEditor *self,
          const char       *message)
{
  gtk_label_set_label (self->complaint, message);
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), TRUE);
}

static void
on_finish_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  RutterFeedEditor *self = RUTTER_FEED_EDITOR (widget);
  const RutterFeedKind *kind = get_kind (self);
  const RutterFeedAnswers answers = {
    .host = (char *)gtk_editable_get_text (GTK_EDITABLE (self->host)),
    .port = (char *)gtk_editable_get_text (GTK_EDITABLE (self->port)),
    .uri = self->uri,
  };
  g_autofree char *address = rutter_feed_kind_make_address (kind, &answers);
  g_autoptr(GError) error = NULL;
  RutterFeed *made;

  if ((kind->fields & RUTTER_FEED_FIELD_FILE) && self->uri == NULL)
    {
      complain (self, _("Choose the file first."));
      return;
    }

  made = self->feed != NULL ? rutter_feeds_replace (self->feeds, self->feed, address, &error)
                            : rutter_feeds_add (self->feeds, address, &error);
  if (made == NULL)
    {
      complain (self, error->message);
      return;
    }

  g_signal_emit (self, signals[DONE], 0, made, gtk_switch_get_active (self->start));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_file_response_cb (RutterFeedEditor *self,
                     int               response,
                     GtkNativeDialog  *dialog)
{
  g_autoptr(GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    {
      g_free (self->uri);
      self->uri = g_file_get_uri (file);
      show_file (self);
    }
  g_object_unref (dialog);
}

static void
on_choose_file_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (_("Choose a Log of AIS Sentences"), GTK_WINDOW (widget),
                                 GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_file_response_cb), widget,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
rutter_feed_editor_dispose (GObject *object)
{
  RutterFeedEditor *self = RUTTER_FEED_EDITOR (object);

  g_clear_object (&self->feeds);
  g_clear_object (&self->feed);

  G_OBJECT_CLASS (rutter_feed_editor_parent_class)->dispose (object);
}

static void
rutter_feed_editor_finalize (GObject *object)
{
  RutterFeedEditor *self = RUTTER_FEED_EDITOR (object);

  g_ptr_array_unref (self->kinds);
  g_free (self->uri);

  G_OBJECT_CLASS (rutter_feed_editor_parent_class)->finalize (object);
}

static void
rutter_feed_editor_class_init (RutterFeedEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rutter_feed_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = rutter_feed_editor_finalize;
  signals[DONE] = g_signal_new ("done", RUTTER_TYPE_FEED_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, RUTTER_TYPE_FEED, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/rutter/Rutter/rutter-feed-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, RutterFeedEditor, kind);
  gtk_widget_class_bind_template_child (widget_class, RutterFeedEditor, about);
  gtk_widget_class_bind_template_child (widget_class, RutterFeedEditor, host);
  gtk_widget_class_bind_template_child (widget_class, RutterFeedEditor, port);
  gtk_widget_class_bind_template_child (widget_class, RutterFeedEditor, file);
  gtk_widget_class_bind_template_child (widget_class, RutterFeedEditor, start);
  gtk_widget_class_bind_template_child (widget_class, RutterFeedEditor, complaint);
  gtk_widget_class_bind_template_child (widget_class, RutterFeedEditor, done);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_changed_cb);
  gtk_widget_class_install_action (widget_class, "editor.finish", NULL, on_finish_cb);
  gtk_widget_class_install_action (widget_class, "editor.choose-file", NULL, on_choose_file_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rutter_feed_editor_init (RutterFeedEditor *self)
{
  self->kinds = rutter_feed_kind_list ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rutter_feed_editor_new:
 * @feed: (nullable): what is to be changed; %NULL for a new one
 */
GtkWidget *
rutter_feed_editor_new (GtkWindow   *parent,
                        RutterFeeds *feeds,
                        RutterFeed  *feed)
{
  RutterFeedEditor *self = g_object_new (RUTTER_TYPE_FEED_EDITOR, "transient-for", parent, NULL);
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);

  self->feeds = g_object_ref (feeds);
  self->feed = feed != NULL ? g_object_ref (feed) : NULL;
  for (guint i = 0; i < self->kinds->len; i++)
    {
      const RutterFeedKind *kind = g_ptr_array_index (self->kinds, i);

      gtk_string_list_append (titles, _(kind->title));
    }
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (titles));
  gtk_window_set_title (GTK_WINDOW (self), feed != NULL ? _("Edit Feed") : _("Add a Feed"));
  gtk_button_set_label (self->done, feed != NULL ? _("_Apply") : _("_Add"));
  gtk_editable_set_text (GTK_EDITABLE (self->host), "127.0.0.1");
  on_kind_changed_cb (self);
  show_file (self);
  if (feed != NULL)
    fill_in (self);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->kind));

  return GTK_WIDGET (self);
}
