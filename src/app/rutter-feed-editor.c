/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-feed-editor.h"

#include "rutter-feed-kind.h"

#include <glib/gi18n-lib.h>

struct _RutterFeedEditor
{
  AdwWindow      parent_instance;

  RutterNetGate *gate;
  RutterFeeds   *feeds;
  RutterFeed    *feed;         /* to be changed; NULL: a new one */
  RutterFeedBox  view;         /* what the map shows */
  char          *old_area;     /* of the feed; NULL: it has none */
  guint          n_stored;     /* keys, so far */
  GString       *note;         /* what became of them */
  GPtrArray     *kinds;        /* of RutterFeedKind */
  char          *uri;          /* of the file that was chosen */
  AdwComboRow   *kind;
  GtkLabel      *about;
  GtkWidget     *host;         /* AdwEntryRow */
  GtkWidget     *port;         /* AdwEntryRow */
  AdwComboRow   *area;
  GtkLabel      *warning;
  GtkWidget     *key;          /* AdwPasswordEntryRow */
  GtkWidget     *second_key;   /* AdwPasswordEntryRow */
  AdwActionRow  *file;
  GtkSwitch     *start;
  GtkLabel      *complaint;
  GtkButton     *done;
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

static void
show_key (GtkWidget  *entry,
          const char *title)
{
  gtk_widget_set_visible (entry, title != NULL);
  if (title != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _(title));
}

/* An area tells what interests the user: that is said where it is chosen, and a wider one is what
 * stands there first.
 */
static void
show_area (RutterFeedEditor     *self,
           const RutterFeedKind *kind)
{
  gboolean has_area = (kind->fields & RUTTER_FEED_FIELD_AREA) != 0;
  g_autofree char *warning = rutter_feed_area_dup_warning (_(kind->title));

  gtk_widget_set_visible (GTK_WIDGET (self->area), has_area);
  gtk_widget_set_visible (GTK_WIDGET (self->warning), has_area);
  gtk_label_set_label (self->warning, warning);
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
  show_area (self, kind);
  show_key (self->key, kind->keys[0]);
  show_key (self->second_key, kind->keys[1]);
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
  if (answers.area != NULL && *answers.area != '\0')
    {
      GtkStringList *widths = GTK_STRING_LIST (adw_combo_row_get_model (self->area));

      self->old_area = g_steal_pointer (&answers.area);
      gtk_string_list_append (widths, _("As it is"));
      adw_combo_row_set_selected (self->area, g_list_model_get_n_items (G_LIST_MODEL (widths)) - 1);
    }
}

/* Returns: (transfer full): as in the query of an address; empty for the world */
static char *
make_area (RutterFeedEditor *self)
{
  guint width = adw_combo_row_get_selected (self->area);
  RutterFeedBox box;

  if (width > RUTTER_FEED_AREA_WORLD)
    return g_strdup (self->old_area);
  if (width == RUTTER_FEED_AREA_WORLD)
    return g_strdup ("");

  box = rutter_feed_area_widen (&self->view, width);
  return rutter_feed_area_format (&box, 1);
}

static void
complain (RutterFeedEditor *self,
          const char       *message)
{
  gtk_label_set_label (self->complaint, message);
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), TRUE);
}

static void
finish (RutterFeedEditor *self,
        RutterFeed       *made)
{
  g_signal_emit (self, signals[DONE], 0, made, gtk_switch_get_active (self->start),
                 self->note->len > 0 ? self->note->str : NULL);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* While a key is on its way to the keyring. */
typedef struct
{
  RutterFeedEditor *editor;
  RutterFeed       *made;
} Storing;

static void store_next (RutterFeedEditor *self,
                        RutterFeed       *made);

static void
on_stored_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autofree Storing *storing = user_data;
  g_autoptr(RutterFeed) made = storing->made;
  g_autoptr(RutterFeedEditor) self = storing->editor;
  g_autoptr(GError) error = NULL;

  if (!rutter_net_keyring_store_finish (RUTTER_NET_KEYRING (source), result, &error))
    g_string_assign (self->note, error->message);
  store_next (self, made);
}

/* One key after the other; a field that was left empty leaves the key that there is. */
static void
store_next (RutterFeedEditor *self,
            RutterFeed       *made)
{
  GtkWidget *const entries[] = { self->key, self->second_key };
  const char *const *services = rutter_feed_get_keys (made);
  guint n = services != NULL ? g_strv_length ((char **)services) : 0;

  for (n = MIN (n, G_N_ELEMENTS (entries)); self->n_stored < n;)
    {
      guint i = self->n_stored++;
      const char *key = gtk_editable_get_text (GTK_EDITABLE (entries[i]));
      Storing *storing;

      if (*key == '\0')
        continue;

      storing = g_new (Storing, 1);
      *storing = (Storing) { g_object_ref (self), g_object_ref (made) };
      rutter_net_keyring_store_async (rutter_net_gate_get_keyring (self->gate), services[i], key,
                                      NULL, on_stored_cb, storing);
      return;
    }

  finish (self, made);
}

static void
on_finish_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  RutterFeedEditor *self = RUTTER_FEED_EDITOR (widget);
  const RutterFeedKind *kind = get_kind (self);
  g_autofree char *area = make_area (self);
  const RutterFeedAnswers answers = {
    .host = (char *)gtk_editable_get_text (GTK_EDITABLE (self->host)),
    .port = (char *)gtk_editable_get_text (GTK_EDITABLE (self->port)),
    .uri = self->uri,
    .area = area,
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

  gtk_widget_set_sensitive (widget, FALSE);
  store_next (self, made);
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

  g_clear_object (&self->gate);
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
  g_free (self->old_area);
  g_string_free (self->note, TRUE);

  G_OBJECT_CLASS (rutter_feed_editor_parent_class)->finalize (object);
}

static void
rutter_feed_editor_class_init (RutterFeedEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rutter_feed_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = rutter_feed_editor_finalize;
  signals[DONE] = g_signal_new ("done", RUTTER_TYPE_FEED_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 3, RUTTER_TYPE_FEED, G_TYPE_BOOLEAN,
                                G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/rutter/Rutter/rutter-feed-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, RutterFeedEditor, kind);
  gtk_widget_class_bind_template_child (widget_class, RutterFeedEditor, about);
  gtk_widget_class_bind_template_child (widget_class, RutterFeedEditor, host);
  gtk_widget_class_bind_template_child (widget_class, RutterFeedEditor, port);
  gtk_widget_class_bind_template_child (widget_class, RutterFeedEditor, file);
  gtk_widget_class_bind_template_child (widget_class, RutterFeedEditor, area);
  gtk_widget_class_bind_template_child (widget_class, RutterFeedEditor, warning);
  gtk_widget_class_bind_template_child (widget_class, RutterFeedEditor, key);
  gtk_widget_class_bind_template_child (widget_class, RutterFeedEditor, second_key);
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
  self->note = g_string_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rutter_feed_editor_new:
 * @feed: (nullable): what is to be changed; %NULL for a new one
 * @view: what the map shows
 */
GtkWidget *
rutter_feed_editor_new (GtkWindow           *parent,
                        RutterNetGate       *gate,
                        RutterFeeds         *feeds,
                        RutterFeed          *feed,
                        const RutterFeedBox *view)
{
  RutterFeedEditor *self = g_object_new (RUTTER_TYPE_FEED_EDITOR, "transient-for", parent, NULL);
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);
  g_autoptr(GtkStringList) widths = gtk_string_list_new (NULL);

  self->gate = g_object_ref (gate);
  self->view = *view;
  self->feeds = g_object_ref (feeds);
  self->feed = feed != NULL ? g_object_ref (feed) : NULL;
  for (guint i = 0; i < self->kinds->len; i++)
    {
      const RutterFeedKind *kind = g_ptr_array_index (self->kinds, i);

      gtk_string_list_append (titles, _(kind->title));
    }
  for (RutterFeedWidth width = RUTTER_FEED_AREA_EXACT; width <= RUTTER_FEED_AREA_WORLD; width++)
    gtk_string_list_append (widths, rutter_feed_area_name_width (width));
  adw_combo_row_set_model (self->area, G_LIST_MODEL (widths));
  adw_combo_row_set_selected (self->area, RUTTER_FEED_AREA_TILES);
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
