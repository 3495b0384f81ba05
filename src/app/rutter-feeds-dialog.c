/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-feeds-dialog.h"

#include "rutter-feed-editor.h"
#include "rutter-feed-row.h"
#include "rutter-net-pass.h"
#include "rutter-net-question.h"

#include <glib/gi18n-lib.h>

/* Where `rutter-cli ais simulate` is heard unless it is told otherwise. */
#define SIMULATOR "tcp://127.0.0.1:10110"

struct _RutterFeedsDialog
{
  AdwWindow        parent_instance;

  RutterMapView   *map;           /* weak: of the window beneath */
  RutterNetGate   *gate;
  RutterFeeds     *feeds;
  GCancellable    *cancellable;   /* of the questions */
  AdwToastOverlay *toasts;
  GtkStack        *stack;
  GtkListBox      *list;
  GtkWidget       *add;
  GtkLabel        *command;
};

G_DEFINE_FINAL_TYPE (RutterFeedsDialog, rutter_feeds_dialog, ADW_TYPE_WINDOW)

/* Returns: (transfer full) (nullable) */
static RutterFeed *
find_feed (RutterFeedsDialog *self,
           GVariant          *number)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->feeds)); i++)
    {
      g_autoptr(RutterFeed) feed = g_list_model_get_item (G_LIST_MODEL (self->feeds), i);

      if (rutter_feed_get_number (feed) == g_variant_get_byte (number))
        return g_steal_pointer (&feed);
    }

  return NULL;
}

/* What a question is about. */
typedef struct
{
  RutterFeedsDialog *dialog;
  RutterFeed        *feed;
} Errand;

static void start (RutterFeedsDialog *self,
                   RutterFeed        *feed);

/* Started even where the answer was no: then the feed itself says why it hears nothing. */
static void
on_answered_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autofree Errand *errand = user_data;
  g_autoptr(RutterFeedsDialog) self = errand->dialog;
  g_autoptr(RutterFeed) feed = errand->feed;
  g_autoptr(GError) error = NULL;

  if (rutter_net_question_ask_finish (result, &error))
    start (self, feed);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    rutter_feed_start (feed);
}

/* What a host learns of the user beyond the address. */
static char *
dup_revealed (RutterFeed *feed)
{
  if (rutter_feed_has_area (feed))
    return rutter_feed_area_dup_warning (rutter_feed_get_title (feed));
  if (rutter_feed_get_keys (feed) != NULL)
    return g_strdup (_("It learns who you are there, by your key."));

  return NULL;
}

/* Whoever is contacted is allowed first, one after the other. */
static void
start (RutterFeedsDialog *self,
       RutterFeed        *feed)
{
  g_auto(GStrv) hosts = rutter_feed_list_hosts (feed);
  RutterNetPolicy *policy = rutter_net_gate_get_policy (self->gate);
  g_autofree char *reveals = dup_revealed (feed);

  for (guint i = 0; hosts[i] != NULL; i++)
    if (!rutter_net_host_is_here (hosts[i]) && !rutter_net_policy_permits (policy, hosts[i]))
      {
        Errand *errand = g_new (Errand, 1);

        *errand = (Errand) { g_object_ref (self), g_object_ref (feed) };
        rutter_net_question_ask_async (GTK_WINDOW (self), self->gate, hosts[i],
                                       rutter_feed_get_title (feed), reveals, TRUE,
                                       self->cancellable, on_answered_cb, errand);
        return;
      }

  rutter_feed_start (feed);
}

static void
on_start_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  g_autoptr(RutterFeed) feed = find_feed (RUTTER_FEEDS_DIALOG (widget), parameter);

  if (feed != NULL)
    start (RUTTER_FEEDS_DIALOG (widget), feed);
}

static void
on_stop_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  g_autoptr(RutterFeed) feed = find_feed (RUTTER_FEEDS_DIALOG (widget), parameter);

  if (feed != NULL)
    rutter_feed_stop (feed);
}

static void
on_edited_cb (RutterFeedsDialog *self,
              RutterFeed        *feed,
              gboolean           starts,
              const char        *note,
              RutterFeedEditor  *editor)
{
  if (note != NULL)
    {
      AdwToast *toast = adw_toast_new ("");

      /* Without markup. */
      g_autofree char *text = g_markup_escape_text (note, -1);

      adw_toast_set_title (toast, text);
      adw_toast_overlay_add_toast (self->toasts, toast);
    }
  if (starts)
    start (self, feed);
}

/* What the map shows, as an area to ask for. */
static RutterFeedBox
get_view_box (RutterFeedsDialog *self)
{
  RutterFeedBox box = { -180, -90, 180, 90 };
  RutterView view;
  RutterBox bounds;
  RutterLonLat north_west, south_east;

  if (self->map == NULL)
    return box;

  view = rutter_map_view_get_view (self->map);
  bounds = rutter_view_get_bounds (&view);
  if (!(bounds.x1 - bounds.x0 < 1))
    return box;

  north_west = rutter_mercator_unproject ((RutterPoint) { bounds.x0, bounds.y0 });
  south_east = rutter_mercator_unproject ((RutterPoint) { bounds.x1, bounds.y1 });
  return (RutterFeedBox) {
    .west = rutter_geo_unwrap_lon (north_west.lon, 0), .south = MAX (south_east.lat, -90),
    .east = rutter_geo_unwrap_lon (south_east.lon, 0), .north = MIN (north_west.lat, 90),
  };
}

static void
edit (RutterFeedsDialog *self,
      RutterFeed        *feed)
{
  RutterFeedBox view = get_view_box (self);
  GtkWidget *editor = rutter_feed_editor_new (GTK_WINDOW (self), self->gate, self->feeds, feed,
                                              &view);

  g_signal_connect_object (editor, "done", G_CALLBACK (on_edited_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
on_edit_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  g_autoptr(RutterFeed) feed = find_feed (RUTTER_FEEDS_DIALOG (widget), parameter);

  if (feed != NULL)
    edit (RUTTER_FEEDS_DIALOG (widget), feed);
}

static void
on_add_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  edit (RUTTER_FEEDS_DIALOG (widget), NULL);
}

static void
on_add_simulator_cb (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  RutterFeedsDialog *self = RUTTER_FEEDS_DIALOG (widget);
  RutterFeed *feed = rutter_feeds_add (self->feeds, SIMULATOR, NULL);

  if (feed != NULL)
    start (self, feed);
}

static void
free_removal (gpointer  data,
              GClosure *closure)
{
  Errand *removal = data;

  g_object_unref (removal->dialog);
  g_object_unref (removal->feed);
  g_free (removal);
}

static void
on_remove_response_cb (AdwMessageDialog *question,
                       const char       *response,
                       gpointer          user_data)
{
  Errand *removal = user_data;
  g_autoptr(GVariant) number =
    g_variant_ref_sink (g_variant_new_byte (rutter_feed_get_number (removal->feed)));
  g_autoptr(RutterFeed) feed = find_feed (removal->dialog, number);

  if (g_strcmp0 (response, "remove") != 0 || feed != removal->feed)
    return;

  rutter_feeds_remove (removal->dialog->feeds, feed);
  gtk_widget_grab_focus (removal->dialog->add);
}

static void
on_remove_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  RutterFeedsDialog *self = RUTTER_FEEDS_DIALOG (widget);
  g_autoptr(RutterFeed) feed = find_feed (self, parameter);
  GtkWidget *question;
  Errand *removal;

  if (feed == NULL)
    return;

  question = adw_message_dialog_new (GTK_WINDOW (self), _("Remove This Feed?"), NULL);
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (question),
                                  _("%s is no longer heard, and targets that no other feed has "
                                    "heard are forgotten."), rutter_feed_get_title (feed));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "cancel", _("_Cancel"),
                                    "remove", _("_Remove"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "remove",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "cancel");
  removal = g_new (Errand, 1);
  *removal = (Errand) { g_object_ref (self), g_object_ref (feed) };
  g_signal_connect_data (question, "response", G_CALLBACK (on_remove_response_cb), removal,
                         free_removal, 0);
  gtk_window_present (GTK_WINDOW (question));
}

static void
on_feeds_changed_cb (RutterFeedsDialog *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->feeds));

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
}

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  return rutter_feed_row_new (RUTTER_FEEDS_DIALOG (user_data)->feeds, item);
}

static void
rutter_feeds_dialog_dispose (GObject *object)
{
  RutterFeedsDialog *self = RUTTER_FEEDS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_weak_pointer (&self->map);
  g_clear_object (&self->gate);
  g_clear_object (&self->feeds);

  G_OBJECT_CLASS (rutter_feeds_dialog_parent_class)->dispose (object);
}

static void
rutter_feeds_dialog_finalize (GObject *object)
{
  g_object_unref (RUTTER_FEEDS_DIALOG (object)->cancellable);

  G_OBJECT_CLASS (rutter_feeds_dialog_parent_class)->finalize (object);
}

static void
rutter_feeds_dialog_class_init (RutterFeedsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rutter_feeds_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = rutter_feeds_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/rutter/Rutter/rutter-feeds-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RutterFeedsDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, RutterFeedsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, RutterFeedsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, RutterFeedsDialog, add);
  gtk_widget_class_bind_template_child (widget_class, RutterFeedsDialog, command);
  gtk_widget_class_install_action (widget_class, "feeds.add", NULL, on_add_cb);
  gtk_widget_class_install_action (widget_class, "feeds.add-simulator", NULL,
                                   on_add_simulator_cb);
  gtk_widget_class_install_action (widget_class, "feeds.start", "y", on_start_cb);
  gtk_widget_class_install_action (widget_class, "feeds.stop", "y", on_stop_cb);
  gtk_widget_class_install_action (widget_class, "feeds.edit", "y", on_edit_cb);
  gtk_widget_class_install_action (widget_class, "feeds.remove", "y", on_remove_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rutter_feeds_dialog_init (RutterFeedsDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_label (self->command, "rutter-cli ais simulate"); /* untranslated */
}

GtkWidget *
rutter_feeds_dialog_new (GtkWindow     *parent,
                         RutterMapView *map,
                         RutterNetGate *gate,
                         RutterFeeds   *feeds)
{
  RutterFeedsDialog *self = g_object_new (RUTTER_TYPE_FEEDS_DIALOG, "transient-for", parent,
                                          "destroy-with-parent", TRUE, NULL);

  g_set_weak_pointer (&self->map, map);
  self->gate = g_object_ref (gate);
  self->feeds = g_object_ref (feeds);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (feeds), make_row, self, NULL);
  g_signal_connect_object (feeds, "items-changed", G_CALLBACK (on_feeds_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_feeds_changed_cb (self);

  return GTK_WIDGET (self);
}
