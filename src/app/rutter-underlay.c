/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-underlay.h"

#include "rutter-address-dialog.h"
#include "rutter-file-tiles.h"
#include "rutter-net-question.h"
#include "rutter-tile-fetcher.h"

#include <glib/gi18n-lib.h>

#define MOST_BYTES (64u << 20)

struct _RutterUnderlay
{
  GObject            parent_instance;

  RutterWindow      *window;      /* borrowed: it owns this */
  RutterMapView     *map;         /* of the window */
  RutterNetGate     *gate;
  GSettings         *settings;    /* NULL: nothing is kept */
  GCancellable      *cancellable; /* of the file that is being opened; NULL: none is */
  char              *path;        /* of the file that was opened last */
  gboolean           is_kept;     /* that file, once it is open */

  RutterTileAddress *address;     /* NULL: a file or nothing is shown */
  gboolean           is_shown;    /* the address: its host is allowed */
  GCancellable      *asking;      /* of the question; NULL: nothing is asked */
  AdwToast          *notice;      /* weak: why the address is not shown */
};

G_DEFINE_FINAL_TYPE (RutterUnderlay, rutter_underlay, G_TYPE_OBJECT)

static void
set_removable (RutterUnderlay *self,
               gboolean        is_removable)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->window), "remove-underlay");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_removable);
}

/* @path: (nullable), @address: (nullable): at most one of them */
static void
keep (RutterUnderlay          *self,
      const char              *path,
      const RutterTileAddress *address)
{
  gboolean is_keepable = address != NULL && rutter_tile_address_is_keepable (address);

  if (self->settings == NULL)
    return;

  g_settings_set (self->settings, "underlay-file", "^ay", path != NULL ? path : "");
  g_settings_set (self->settings, "underlay-address", "(ssu)", is_keepable ? address->pattern : "",
                  is_keepable ? address->attribution : "", is_keepable ? address->max_zoom : 0);
  g_settings_apply (self->settings);
}

static gboolean
is_permitted (RutterUnderlay *self)
{
  return rutter_net_policy_permits (rutter_net_gate_get_policy (self->gate), self->address->host);
}

static void
stop_asking (RutterUnderlay *self)
{
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  if (self->notice != NULL)
    adw_toast_dismiss (self->notice);
  g_clear_weak_pointer (&self->notice);
}

/* “Once” lasted for as long as the address did. */
static void
drop_address (RutterUnderlay *self)
{
  g_autoptr(RutterTileAddress) address = g_steal_pointer (&self->address);
  gboolean was_shown = self->is_shown;

  stop_asking (self);
  self->is_shown = FALSE;
  if (address != NULL && was_shown)
    rutter_net_policy_spend (rutter_net_gate_get_policy (self->gate), address->host);
}

static void
show_file (RutterUnderlay *self,
           RutterMbtiles  *file)
{
  g_autoptr(RutterTileSource) source = rutter_file_tiles_new (file);
  const char *name = rutter_mbtiles_get_name (file);
  const char *attribution = rutter_mbtiles_get_attribution (file);
  g_autofree char *text = NULL;

  if (attribution == NULL)
    attribution = name != NULL ? name : _("a file that does not name its makers");
  text = g_strdup_printf (_("Underlay: %s"), attribution);
  drop_address (self);
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
    {
      show_file (self, file);
      if (self->is_kept)
        keep (self, self->path, NULL);
    }
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
           const char     *path,
           gboolean        is_kept)
{
  g_autofree char *copy = g_strdup (path);

  stop_opening (self);
  g_free (self->path);
  self->path = g_steal_pointer (&copy);
  self->is_kept = is_kept;
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
    open_file (self, path, TRUE);
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
  open_file (user_data, g_variant_get_bytestring (parameter), FALSE);
}

static void
on_failed_cb (RutterUnderlay *self,
              const GError   *error)
{
  if (self->is_shown && is_permitted (self))
    rutter_window_say (self->window, error->message);
}

static void
show_address (RutterUnderlay *self)
{
  g_autoptr(RutterTileFetcher) fetcher = rutter_tile_fetcher_new (self->gate, self->address,
                                                                  MOST_BYTES);
  g_autoptr(RutterTileSource) source =
    rutter_tile_source_new (rutter_tile_fetcher_fetch, g_object_ref (fetcher), g_object_unref, 0,
                            self->address->max_zoom);
  g_autofree char *text = g_strdup_printf (_("Underlay: %s"), self->address->attribution);

  stop_asking (self);
  g_signal_connect_object (fetcher, "failed", G_CALLBACK (on_failed_cb), self, G_CONNECT_SWAPPED);
  self->is_shown = TRUE;
  rutter_map_view_set_tiles (self->map, source, text);
}

/* Stays until it is dismissed or the host is allowed. */
static void
tell_refused (RutterUnderlay *self)
{
  g_autofree char *message =
    g_strdup_printf (_("“%s” is not allowed, so its map tiles are not shown."),
                     self->address->host);
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  AdwToast *toast;

  if (self->notice != NULL)
    return;

  toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, _("Allow…"));
  adw_toast_set_action_name (toast, "win.allow-underlay");
  adw_toast_set_timeout (toast, 0);
  g_set_weak_pointer (&self->notice, toast);
  rutter_window_add_toast (self->window, toast);
}

/* Shows the address or puts it away, as its host is allowed or not. */
static void
update (RutterUnderlay *self)
{
  if (self->address == NULL || is_permitted (self) == self->is_shown)
    return;

  if (!self->is_shown)
    show_address (self);
  else
    {
      self->is_shown = FALSE;
      rutter_map_view_set_tiles (self->map, NULL, NULL);
      tell_refused (self);
    }
}

static void
on_asked_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(RutterUnderlay) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean is_allowed = rutter_net_question_ask_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->address == NULL)
    return;

  g_clear_object (&self->asking);
  update (self);
  if (!is_allowed)
    tell_refused (self);
}

/* The user wants the address: may its host be contacted? */
static void
ask (RutterUnderlay *self)
{
  g_autofree char *reveals = NULL;

  stop_asking (self);
  self->asking = g_cancellable_new ();
  reveals = g_strjoin (" ", _("Each request names a tile, so the host learns which part of the "
                              "world you look at, how closely and when. That is what Rutter "
                              "otherwise tells nobody. “Once” lasts until the underlay is taken "
                              "away."),
                       rutter_tile_address_is_encrypted (self->address) ? NULL
                       : _("The address is not encrypted: whoever sits on the way learns it too."),
                       NULL);
  rutter_net_question_ask_async (GTK_WINDOW (self->window), self->gate, self->address->host,
                                 _("Map tiles"), reveals, TRUE, self->asking, on_asked_cb,
                                 g_object_ref (self));
}

/* Eats @address. What was shown before is taken away. */
static void
take_address (RutterUnderlay    *self,
              RutterTileAddress *address)
{
  stop_opening (self);
  drop_address (self);
  rutter_map_view_set_tiles (self->map, NULL, NULL);
  self->address = address;
  set_removable (self, TRUE);
}

static void
on_address_response_cb (RutterUnderlay      *self,
                        const char          *response,
                        RutterAddressDialog *dialog)
{
  RutterTileAddress *address = NULL;

  if (g_strcmp0 (response, "show") == 0)
    address = rutter_address_dialog_dup_address (dialog, NULL);
  if (address == NULL)
    return;

  take_address (self, address);
  keep (self, NULL, address);
  ask (self);
}

static void
on_open_address_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  RutterUnderlay *self = user_data;
  GtkWidget *dialog = rutter_address_dialog_new (GTK_WINDOW (self->window), self->address);

  g_signal_connect_object (dialog, "response", G_CALLBACK (on_address_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_allow_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  RutterUnderlay *self = user_data;

  if (self->address != NULL && !self->is_shown)
    ask (self);
}

static void
on_remove_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  RutterUnderlay *self = user_data;

  stop_opening (self);
  drop_address (self);
  keep (self, NULL, NULL);
  rutter_map_view_set_tiles (self->map, NULL, NULL);
  set_removable (self, FALSE);
}

/* What was shown when the window was closed last. Nobody is contacted who is not allowed still, nor
 * is the user asked.
 */
static void
restore (RutterUnderlay *self)
{
  g_autofree char *path = NULL;
  g_autofree char *pattern = NULL;
  g_autofree char *attribution = NULL;
  RutterTileAddress *address;
  guint max_zoom;

  if (self->settings == NULL)
    return;

  g_settings_get (self->settings, "underlay-file", "^ay", &path);
  g_settings_get (self->settings, "underlay-address", "(ssu)", &pattern, &attribution, &max_zoom);
  if (*path != '\0')
    {
      open_file (self, path, FALSE);
      return;
    }

  address = *pattern != '\0' ? rutter_tile_address_new (pattern, attribution, max_zoom, NULL)
                             : NULL;
  if (address == NULL)
    return;

  take_address (self, address);
  update (self);
  if (!self->is_shown)
    tell_refused (self);
}

static void
on_window_destroy_cb (RutterUnderlay *self)
{
  stop_opening (self);
  drop_address (self);
}

static void
rutter_underlay_dispose (GObject *object)
{
  RutterUnderlay *self = RUTTER_UNDERLAY (object);

  stop_opening (self);
  if (self->gate != NULL)
    drop_address (self);
  g_clear_object (&self->gate);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->path, g_free);

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

/* @settings: (nullable): with the keys “underlay-file” and “underlay-address” */
RutterUnderlay *
rutter_underlay_new (RutterWindow  *window,
                     RutterMapView *map,
                     RutterNetGate *gate,
                     GSettings     *settings)
{
  static const GActionEntry entries[] = {
    { .name = "open-underlay", .activate = on_open_cb },
    { .name = "open-underlay-address", .activate = on_open_address_cb },
    { .name = "allow-underlay", .activate = on_allow_cb },
    { .name = "show-underlay", .activate = on_show_cb, .parameter_type = "ay" },
    { .name = "remove-underlay", .activate = on_remove_cb },
  };
  RutterUnderlay *self = g_object_new (RUTTER_TYPE_UNDERLAY, NULL);

  self->window = window;
  self->map = map;
  self->gate = g_object_ref (gate);
  g_set_object (&self->settings, settings);
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), self);
  set_removable (self, FALSE);
  g_signal_connect_object (window, "destroy", G_CALLBACK (on_window_destroy_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (rutter_net_gate_get_policy (gate), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  restore (self);

  return self;
}

/* Whether no file is being opened. */
gboolean
rutter_underlay_is_settled (RutterUnderlay *self)
{
  g_return_val_if_fail (RUTTER_IS_UNDERLAY (self), TRUE);

  return self->cancellable == NULL;
}
