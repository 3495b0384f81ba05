/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-underlay.h"

#include "rutter-mbtiles.h"
#include "rutter-tile-source.h"

#include <glib/gi18n-lib.h>

struct _RutterUnderlay
{
  GObject        parent_instance;

  RutterWindow  *window;      /* borrowed: it owns this */
  RutterMapView *map;         /* of the window */
  GCancellable  *cancellable; /* of the file that is being opened; NULL: none is */
};

G_DEFINE_FINAL_TYPE (RutterUnderlay, rutter_underlay, G_TYPE_OBJECT)

static void
set_removable (RutterUnderlay *self,
               gboolean        is_removable)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->window), "remove-underlay");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_removable);
}

static void
on_tile_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  GBytes *bytes = rutter_mbtiles_read_tile_finish (g_task_get_task_data (task), result, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify)g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
fetch_from_file (guint     zoom,
                 guint     x,
                 guint     y,
                 GTask    *task,
                 gpointer  data)
{
  RutterMbtiles *file = data;

  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  rutter_mbtiles_read_tile_async (file, zoom, x, y, g_task_get_cancellable (task),
                                  on_tile_read_cb, task);
}

static void
show (RutterUnderlay *self,
      RutterMbtiles  *file)
{
  g_autoptr(RutterTileSource) source =
    rutter_tile_source_new (fetch_from_file, g_object_ref (file), g_object_unref,
                            rutter_mbtiles_get_min_zoom (file), rutter_mbtiles_get_max_zoom (file));
  const char *name = rutter_mbtiles_get_name (file);
  const char *attribution = rutter_mbtiles_get_attribution (file);
  g_autofree char *text = NULL;

  if (attribution == NULL)
    attribution = name != NULL ? name : _("a file that does not name its makers");
  text = g_strdup_printf (_("Underlay: %s"), attribution);
  rutter_map_view_set_tiles (self->map, source, text);
  set_removable (self, TRUE);
}

static void
on_opened_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(RutterUnderlay) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterMbtiles) file = rutter_mbtiles_open_finish (result, &error);

  /* Another file was wanted meanwhile, or the window is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  if (file != NULL)
    show (self, file);
  else
    {
      g_printerr ("rutter: %s\n", error->message);
      rutter_window_say (self->window, error->message);
    }
}

static void
stop_opening (RutterUnderlay *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* Says in the window why a file cannot be shown; what was shown before stays then. */
static void
open_file (RutterUnderlay *self,
           const char     *path)
{
  stop_opening (self);
  self->cancellable = g_cancellable_new ();
  rutter_mbtiles_open_async (path, self->cancellable, on_opened_cb, g_object_ref (self));
}

static void
on_response_cb (RutterUnderlay  *self,
                int              response,
                GtkNativeDialog *dialog)
{
  g_autoptr(GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path != NULL)
    open_file (self, path);
  else if (file != NULL)
    rutter_window_say (self->window, _("Only a file on this computer can be shown."));
  g_object_unref (dialog);
}

static void
on_open_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  RutterUnderlay *self = user_data;
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (_("Show a Map Underlay"), GTK_WINDOW (self->window),
                                 GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);

  gtk_file_filter_set_name (filter, _("Map tiles (MBTiles)"));
  gtk_file_filter_add_suffix (filter, "mbtiles");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
on_show_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  open_file (user_data, g_variant_get_bytestring (parameter));
}

static void
on_remove_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  RutterUnderlay *self = user_data;

  stop_opening (self);
  rutter_map_view_set_tiles (self->map, NULL, NULL);
  set_removable (self, FALSE);
}

static void
rutter_underlay_dispose (GObject *object)
{
  stop_opening (RUTTER_UNDERLAY (object));

  G_OBJECT_CLASS (rutter_underlay_parent_class)->dispose (object);
}

static void
rutter_underlay_class_init (RutterUnderlayClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rutter_underlay_dispose;
}

static void
rutter_underlay_init (RutterUnderlay *self)
{
}

RutterUnderlay *
rutter_underlay_new (RutterWindow  *window,
                     RutterMapView *map)
{
  static const GActionEntry entries[] = {
    { .name = "open-underlay", .activate = on_open_cb },
    { .name = "show-underlay", .activate = on_show_cb, .parameter_type = "ay" },
    { .name = "remove-underlay", .activate = on_remove_cb },
  };
  RutterUnderlay *self = g_object_new (RUTTER_TYPE_UNDERLAY, NULL);

  self->window = window;
  self->map = map;
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), self);
  set_removable (self, FALSE);
  g_signal_connect_object (window, "destroy", G_CALLBACK (stop_opening), self, G_CONNECT_SWAPPED);

  return self;
}

/* Whether no file is being opened. */
gboolean
rutter_underlay_is_settled (RutterUnderlay *self)
{
  g_return_val_if_fail (RUTTER_IS_UNDERLAY (self), TRUE);

  return self->cancellable == NULL;
}
