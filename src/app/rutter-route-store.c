/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-route-store.h"

#include "rutter-catalog-routes.h"
#include "rutter-passage-guests.h"
#include "rutter-phrases.h"

#include <glib/gi18n-lib.h>

struct _RutterRouteStore
{
  GObject          parent_instance;

  RutterWindow    *window;     /* NULL once it is closed */
  RutterSeaRoute  *route;      /* what a name is asked for */
  RutterPassages  *passages;   /* that it knows of */
  char           **stops;      /* names */
  char           **places;     /* uids of those that the catalogue has */
  guint            n_under_way;
};

G_DEFINE_FINAL_TYPE (RutterRouteStore, rutter_route_store, G_TYPE_OBJECT)

static void
on_loaded_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(RutterRouteStore) self = user_data;
  g_autoptr(GError) error = NULL;
  RutterRecords *records = rutter_catalog_load_finish (RUTTER_CATALOG (object), result, &error);
  RutterRecords *before;
  RutterPassages *passages;

  self->n_under_way--;
  if (self->window == NULL)
    {
      g_clear_pointer (&records, rutter_records_unref);
      return;
    }
  if (records == NULL)
    {
      rutter_window_say (self->window, error->message);
      return;
    }

  before = rutter_session_get_records (rutter_window_get_session (self->window));
  passages = before != NULL ? rutter_atlas_get_passages (before) : NULL;
  if (passages != NULL)
    rutter_atlas_add_passages (records, passages);
  rutter_session_take_records (rutter_window_get_session (self->window),
                               rutter_catalog_get_path (RUTTER_CATALOG (object)), records);
}

/* What was written is shown. */
static void
reload (RutterRouteStore *self,
        RutterCatalog    *catalog)
{
  self->n_under_way++;
  rutter_catalog_load_async (catalog, NULL, on_loaded_cb, g_object_ref (self));
}

static void
offer_undo (RutterRouteStore *self,
            const char       *uid)
{
  AdwToast *toast = adw_toast_new (_("The route is kept in the catalogue, marked as computed."));

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.unkeep-route");
  adw_toast_set_action_target (toast, "s", uid);
  rutter_window_add_toast (self->window, toast);
}

/* Returns: (transfer full) (nullable): the route that was written, which is shown soon; %NULL when
 * it was not, which is said, or when the window is closed
 */
static char *
end_change (RutterRouteStore *self,
            RutterCatalog    *catalog,
            GAsyncResult     *result)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *uid = rutter_catalog_routes_finish (catalog, result, &error);

  self->n_under_way--;
  if (self->window == NULL)
    return NULL;

  if (uid == NULL)
    rutter_window_say (self->window, error->message);
  else
    reload (self, catalog);
  return g_steal_pointer (&uid);
}

static void
on_kept_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(RutterRouteStore) self = user_data;
  g_autofree char *uid = end_change (self, RUTTER_CATALOG (object), result);

  if (uid != NULL)
    offer_undo (self, uid);
}

static void
on_deleted_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(RutterRouteStore) self = user_data;
  g_autofree char *uid = end_change (self, RUTTER_CATALOG (object), result);

  if (uid != NULL)
    rutter_window_say (self->window, _("The route is no longer in the catalogue."));
}

static RutterCatalog *
open_catalog (RutterRouteStore *self)
{
  RutterSession *session = rutter_window_get_session (self->window);

  return rutter_catalog_new (rutter_session_get_path (session), RUTTER_CATALOG_OWN);
}

static void
on_unkeep_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  RutterRouteStore *self = user_data;
  g_autofree char *why_not = rutter_route_store_why_not (self);
  g_autoptr(RutterCatalog) catalog = NULL;

  if (why_not != NULL)
    return;

  catalog = open_catalog (self);
  self->n_under_way++;
  rutter_catalog_delete_route_async (catalog, g_variant_get_string (parameter, NULL), NULL,
                                     on_deleted_cb, g_object_ref (self));
}

/* Rivers and canals that are sailed besides the sea make it a way by both. */
static const char *
get_mode (const RutterSeaRoute *route)
{
  for (guint i = 0; i < route->n_crossings; i++)
    if (route->crossings[i].passage->kind == RUTTER_PASSAGE_RIVER)
      return "sea-river";

  return "sea";
}

/* What makes the same line again, as rutter-cli takes it. */
static char *
write_parameters (const RutterSeaRoute *route)
{
  GString *text = g_string_new (_("Parameters:"));
  g_autofree char *avoided = g_strjoinv (",", route->avoided);
  g_autofree char *opened = g_strjoinv (",", route->opened);

  for (guint i = 0; i < route->n_stops; i++)
    {
      char lon[G_ASCII_DTOSTR_BUF_SIZE];
      char lat[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_printf (text, " %s,%s",
                              g_ascii_formatd (lon, sizeof lon, "%.5f", route->stops[i].asked.lon),
                              g_ascii_formatd (lat, sizeof lat, "%.5f",
                                               route->stops[i].asked.lat));
    }
  if (*avoided != '\0')
    g_string_append_printf (text, " avoid=%s", avoided);
  if (*opened != '\0')
    g_string_append_printf (text, " open=%s", opened);

  return g_string_free (text, FALSE);
}

static char **
name_passages (RutterPassages  *passages,
               char           **ids)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const RutterPassage *passage = rutter_passages_find (passages, ids[i]);

      if (passage != NULL)
        g_strv_builder_add (names, rutter_phrase_passage (passage));
    }

  return g_strv_builder_end (names);
}

static void
keep (RutterRouteStore *self,
      const char       *title)
{
  const RutterSeaRoute *route = self->route;
  g_autoptr(RutterCatalog) catalog = open_catalog (self);
  g_autoptr(GStrvBuilder) used = g_strv_builder_new ();
  g_auto(GStrv) passages = NULL;
  g_auto(GStrv) closed = name_passages (self->passages, route->avoided);
  g_auto(GStrv) opened = name_passages (self->passages, route->opened);
  g_autofree char *parameters = write_parameters (route);
  RutterComputedRoute computed;

  for (guint i = 0; i < route->n_crossings; i++)
    g_strv_builder_add (used, rutter_phrase_passage (route->crossings[i].passage));
  passages = g_strv_builder_end (used);
  computed = (RutterComputedRoute) {
    .title = title, .mode = get_mode (route),
    .points = route->points, .n_points = route->n_points, .length_nm = route->length_nm,
    .stops = (const char *const *)self->stops, .places = (const char *const *)self->places,
    .passages = (const char *const *)passages, .closed = (const char *const *)closed,
    .opened = (const char *const *)opened, .parameters = parameters,
  };
  self->n_under_way++;
  rutter_catalog_keep_route_async (catalog, &computed, NULL, on_kept_cb, g_object_ref (self));
}

static void
on_name_response_cb (AdwMessageDialog *dialog,
                     const char       *response,
                     RutterRouteStore *self)
{
  GtkWidget *entry = adw_message_dialog_get_extra_child (dialog);

  if (g_strcmp0 (response, "keep") == 0 && self->window != NULL && self->route != NULL)
    keep (self, gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
forget (RutterRouteStore *self)
{
  g_clear_pointer (&self->route, rutter_sea_route_unref);
  g_clear_pointer (&self->passages, rutter_passages_unref);
  g_clear_pointer (&self->stops, g_strfreev);
  g_clear_pointer (&self->places, g_strfreev);
}

static void
rutter_route_store_dispose (GObject *object)
{
  RUTTER_ROUTE_STORE (object)->window = NULL;

  G_OBJECT_CLASS (rutter_route_store_parent_class)->dispose (object);
}

static void
rutter_route_store_finalize (GObject *object)
{
  forget (RUTTER_ROUTE_STORE (object));

  G_OBJECT_CLASS (rutter_route_store_parent_class)->finalize (object);
}

static void
rutter_route_store_class_init (RutterRouteStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rutter_route_store_dispose;
  G_OBJECT_CLASS (klass)->finalize = rutter_route_store_finalize;
}

static void
rutter_route_store_init (RutterRouteStore *self)
{
}

RutterRouteStore *
rutter_route_store_new (RutterWindow *window)
{
  static const GActionEntry entries[] = {
    { .name = "unkeep-route", .activate = on_unkeep_cb, .parameter_type = "s" },
  };
  RutterRouteStore *self = g_object_new (RUTTER_TYPE_ROUTE_STORE, NULL);

  self->window = window;
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), self);

  return self;
}

char *
rutter_route_store_why_not (RutterRouteStore *self)
{
  RutterSession *session;

  g_return_val_if_fail (RUTTER_IS_ROUTE_STORE (self), NULL);

  session = rutter_window_get_session (self->window);
  if (rutter_session_get_path (session) == NULL)
    return g_strdup (_("No catalogue is open to keep the route in."));
  if (rutter_session_is_read_only (session))
    return g_strdup (_("This catalogue is read-only. Save a copy of it to keep routes in."));

  return NULL;
}

static void
take_names (RutterRouteStore  *self,
            RutterRouteKeeper *keeper,
            RutterGazetteer   *gazetteer)
{
  RutterRecords *records = rutter_session_get_records (rutter_window_get_session (self->window));
  g_autoptr(GStrvBuilder) stops = g_strv_builder_new ();
  g_autoptr(GStrvBuilder) places = g_strv_builder_new ();

  for (guint i = 0; i < rutter_route_keeper_get_n_stops (keeper); i++)
    {
      const char *uid;
      g_autofree char *name = rutter_route_name_position (
        gazetteer, records, rutter_route_keeper_get_stop (keeper, i), &uid);

      g_strv_builder_add (stops, name);
      if (uid != NULL)
        g_strv_builder_add (places, uid);
    }
  self->stops = g_strv_builder_end (stops);
  self->places = g_strv_builder_end (places);
}

void
rutter_route_store_offer (RutterRouteStore  *self,
                          RutterRouteKeeper *keeper,
                          RutterGazetteer   *gazetteer)
{
  const RutterRouteAnswer *answer = rutter_route_keeper_get_answer (keeper);
  g_autofree char *title = NULL;
  GtkWidget *entry, *dialog;

  if (answer == NULL)
    return;

  forget (self);
  self->route = rutter_sea_route_ref (answer->route);
  self->passages = rutter_passages_ref (
    rutter_sea_planner_get_passages (rutter_route_keeper_get_planner (keeper)));
  take_names (self, keeper, gazetteer);
  title = g_strdup_printf (_("%s to %s"), self->stops[0],
                           self->stops[g_strv_length (self->stops) - 1]);
  entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (entry), title);
  gtk_entry_set_max_length (GTK_ENTRY (entry), 120);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Name of the Route"), -1);
  dialog = adw_message_dialog_new (GTK_WINDOW (self->window), _("Keep the Route"),
                                   _("It is written to your catalogue with its line, marked as "
                                     "computed, and with what it was computed from."));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"),
                                    "keep", _("_Keep"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "keep",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_name_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

gboolean
rutter_route_store_is_settled (RutterRouteStore *self)
{
  g_return_val_if_fail (RUTTER_IS_ROUTE_STORE (self), TRUE);

  return self->n_under_way == 0;
}
