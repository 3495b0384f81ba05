/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-target-desk.h"

#include "rutter-live-details.h"
#include "rutter-target-keeper.h"
#include "rutter-track-exporter.h"

#include <glib/gi18n-lib.h>

struct _RutterTargetDesk
{
  GObject             parent_instance;

  RutterWindow       *window;   /* owns us */
  RutterTraffic      *traffic;
  RutterMatcher      *matcher;
  RutterLiveDetails  *details;
  RutterTargetKeeper *keeper;
  GListModel         *feeds;    /* NULL: none are known */
  GCancellable       *cancellable;
};

/* An export that was begun. */
typedef struct
{
  RutterTargetDesk  *desk;
  guint32            mmsi;
  RutterTrackFormat  format;
  char              *path;
} Export;

G_DEFINE_FINAL_TYPE (RutterTargetDesk, rutter_target_desk, G_TYPE_OBJECT)

static void
free_export (Export *export)
{
  g_object_unref (export->desk);
  g_free (export->path);
  g_free (export);
}

static void
on_exported_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  Export *export = user_data;
  RutterTargetDesk *self = export->desk;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = g_path_get_basename (export->path);
  g_autofree char *message = NULL;

  if (rutter_track_exporter_run_finish (RUTTER_TRAFFIC (object), result, &error))
    message = g_strdup_printf (_("The track is in “%s”."), name);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    message = g_strdup (error->message);
  if (message != NULL && !g_cancellable_is_cancelled (self->cancellable))
    rutter_window_say (self->window, message);
  free_export (export);
}

/* The feed by which it was heard last goes into the file. */
static void
on_target_found_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  Export *export = user_data;
  RutterTargetDesk *self = export->desk;
  g_autoptr(GArray) targets = rutter_traffic_find_finish (RUTTER_TRAFFIC (object), result, NULL);
  guint8 number = targets != NULL && targets->len > 0
                  ? g_array_index (targets, RutterTarget, 0).feed : 0;
  g_autofree char *feed = rutter_live_details_name_feed (self->feeds, number);

  rutter_track_exporter_run_async (RUTTER_TRAFFIC (object), export->mmsi, feed, export->format,
                                   export->path, self->cancellable, on_exported_cb, export);
}

static void
on_response_cb (GtkNativeDialog *dialog,
                int              response,
                Export          *export)
{
  g_autoptr(GFile) file = response == GTK_RESPONSE_ACCEPT
                          ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  RutterTargetDesk *self = export->desk;

  g_object_unref (dialog);
  export->path = file != NULL ? g_file_get_path (file) : NULL;
  if (export->path != NULL && self->traffic != NULL)
    {
      rutter_traffic_find_async (self->traffic, &export->mmsi, 1, self->cancellable,
                                 on_target_found_cb, export);
      return;
    }

  if (file != NULL && export->path == NULL)
    rutter_window_say (self->window,
                       _("A track can only be kept on this computer."));
  free_export (export);
}

static void
on_export_track_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  RutterTargetDesk *self = user_data;
  const char *uid, *format;
  g_autofree char *ending = NULL;
  GtkNativeDialog *dialog;
  Export *export = g_new0 (Export, 1);

  g_variant_get (parameter, "(&s&s)", &uid, &format);
  ending = g_strconcat (".", format, NULL);
  export->desk = g_object_ref (self);
  export->mmsi = rutter_live_uid_parse (uid);
  if (export->mmsi == 0 || !rutter_track_format_find (&export->format, ending))
    {
      free_export (export);
      return;
    }

  dialog = rutter_track_exporter_create_dialog (GTK_WINDOW (self->window), export->mmsi,
                                                export->format);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response_cb), export);
  gtk_native_dialog_show (dialog);
}

static void
rutter_target_desk_dispose (GObject *object)
{
  RutterTargetDesk *self = RUTTER_TARGET_DESK (object);

  g_cancellable_cancel (self->cancellable);
  if (self->details != NULL)
    g_object_run_dispose (G_OBJECT (self->details));
  g_clear_object (&self->details);
  if (self->keeper != NULL)
    g_object_run_dispose (G_OBJECT (self->keeper));
  g_clear_object (&self->keeper);
  g_clear_object (&self->matcher);
  g_clear_object (&self->traffic);
  g_clear_object (&self->feeds);

  G_OBJECT_CLASS (rutter_target_desk_parent_class)->dispose (object);
}

static void
rutter_target_desk_finalize (GObject *object)
{
  g_object_unref (RUTTER_TARGET_DESK (object)->cancellable);

  G_OBJECT_CLASS (rutter_target_desk_parent_class)->finalize (object);
}

static void
rutter_target_desk_class_init (RutterTargetDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rutter_target_desk_dispose;
  object_class->finalize = rutter_target_desk_finalize;
}

static void
rutter_target_desk_init (RutterTargetDesk *self)
{
  self->cancellable = g_cancellable_new ();
}

RutterTargetDesk *
rutter_target_desk_new (RutterWindow      *window,
                        RutterTraffic     *traffic,
                        RutterSelection   *selection,
                        RutterDetailsPane *pane,
                        GtkRevealer       *revealer,
                        GtkRevealer       *lists)
{
  static const GActionEntry entries[] = {
    { .name = "export-track", .parameter_type = "(ss)", .activate = on_export_track_cb },
  };
  RutterTargetDesk *self = g_object_new (RUTTER_TYPE_TARGET_DESK, NULL);
  RutterSession *session = rutter_window_get_session (window);
  g_autoptr(GPropertyAction) page = NULL;
  GtkStack *stack;

  self->window = window;
  self->traffic = g_object_ref (traffic);
  self->matcher = rutter_matcher_new (traffic, session);
  rutter_selection_set_matcher (selection, self->matcher);
  self->details = rutter_live_details_new (traffic, self->matcher, session, selection, pane,
                                           revealer);
  stack = GTK_STACK (gtk_revealer_get_child (lists));
  self->keeper = rutter_target_keeper_new (traffic, self->matcher, stack, lists);
  page = g_property_action_new ("show-list-page", stack, "visible-child-name");
  g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (page));
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), self);

  return self;
}

RutterMatcher *
rutter_target_desk_get_matcher (RutterTargetDesk *self)
{
  g_return_val_if_fail (RUTTER_IS_TARGET_DESK (self), NULL);

  return self->matcher;
}

void
rutter_target_desk_set_feeds (RutterTargetDesk *self,
                              GListModel       *feeds)
{
  g_return_if_fail (RUTTER_IS_TARGET_DESK (self));

  g_set_object (&self->feeds, feeds);
  rutter_live_details_set_feeds (self->details, feeds);
  rutter_target_keeper_set_feeds (self->keeper, feeds);
}
