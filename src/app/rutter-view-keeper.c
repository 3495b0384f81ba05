/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-view-keeper.h"

#include "rutter-catalog-views.h"
#include "rutter-day-range.h"
#include "rutter-view-item.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

struct _RutterViewKeeper
{
  GObject         parent_instance;

  RutterWindow   *window;   /* owns us; NULL once it is closed */
  RutterMapView  *map;      /* of the window */
  RutterViewList *list;     /* of the window */
  RutterCatalog  *catalog;
  GListStore     *items;    /* of RutterViewItem */
  GPtrArray      *views;    /* RutterSavedView, in the order of the items */
  GHashTable     *deleted;  /* uid -> RutterSavedView, as long as the catalogue is open */
  char           *renaming; /* uid of the view whose name is asked for */
  guint           n_under_way;
};

G_DEFINE_FINAL_TYPE (RutterViewKeeper, rutter_view_keeper, G_TYPE_OBJECT)

static RutterChoices *
get_choices (RutterViewKeeper *self)
{
  return rutter_session_get_choices (rutter_window_get_session (self->window));
}

static void
append_part (GString    *text,
             const char *part)
{
  if (part == NULL || *part == '\0')
    return;

  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

/* Its layers, actors and time. */
static char *
describe (const RutterSavedView *view)
{
  g_autoptr(GString) layers = g_string_new (NULL);
  GString *text = g_string_new (NULL);
  g_autofree char *actors = view->actors != NULL ? g_strjoinv (" ", view->actors) : NULL;
  RutterDayRange range = rutter_saved_view_get_days (view);
  g_autofree char *time = rutter_day_range_is_all (range) ? NULL : rutter_day_range_to_text (range);

  for (guint i = 0; i < RUTTER_N_LAYER; i++)
    if ((view->layers & 1u << i) != 0)
      g_string_append_printf (layers, "%s%s", layers->len > 0 ? ", " : "",
                              rutter_layer_get_title (i));

  append_part (text, layers->len > 0 ? layers->str : _("No layers"));
  append_part (text, actors);
  append_part (text, time);

  return g_string_free (text, FALSE);
}

static const RutterSavedView *
find_view (RutterViewKeeper *self,
           const char       *uid)
{
  for (guint i = 0; self->views != NULL && i < self->views->len; i++)
    {
      const RutterSavedView *view = g_ptr_array_index (self->views, i);

      if (g_str_equal (view->uid, uid))
        return view;
    }

  return NULL;
}

static void
show_views (RutterViewKeeper *self)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->views->len; i++)
    {
      const RutterSavedView *view = g_ptr_array_index (self->views, i);
      g_autofree char *about = describe (view);

      g_ptr_array_add (items, rutter_view_item_new (view->uid, view->name, about));
    }

  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
}

static void
on_views_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(RutterViewKeeper) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) views = rutter_catalog_views_finish (RUTTER_CATALOG (object), result,
                                                            &error);

  /* The window is gone, or shows another catalogue by now. */
  if (self->window == NULL || RUTTER_CATALOG (object) != self->catalog)
    return;

  self->n_under_way--;
  if (views == NULL)
    {
      rutter_window_say (self->window, error->message);
      return;
    }

  g_clear_pointer (&self->views, g_ptr_array_unref);
  self->views = g_steal_pointer (&views);
  show_views (self);
}

/* Another catalogue: its views instead of those of before. */
static void
on_opened_cb (RutterViewKeeper *self)
{
  RutterSession *session = rutter_window_get_session (self->window);
  gboolean is_read_only = rutter_session_is_read_only (session);

  g_clear_object (&self->catalog);
  g_clear_pointer (&self->views, g_ptr_array_unref);
  g_list_store_remove_all (self->items);
  g_hash_table_remove_all (self->deleted);

  self->catalog = rutter_catalog_new (rutter_session_get_path (session),
                                      is_read_only ? RUTTER_CATALOG_FOREIGN : RUTTER_CATALOG_OWN);
  rutter_view_list_set_writable (self->list, !is_read_only);
  self->n_under_way = 1;
  rutter_catalog_list_views_async (self->catalog, NULL, on_views_cb, g_object_ref (self));
}

/* What the user did holds, whatever becomes of the window meanwhile: nothing cancels it. */
static void
save_view (RutterViewKeeper      *self,
           const RutterSavedView *view)
{
  if (self->catalog == NULL)
    return;

  self->n_under_way++;
  rutter_catalog_save_view_async (self->catalog, view, NULL, on_views_cb, g_object_ref (self));
}

static void
on_save_view_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  RutterViewKeeper *self = user_data;
  g_autoptr(RutterSavedView) view = rutter_saved_view_new ();
  RutterView camera = rutter_map_view_get_view (self->map);
  RutterFilter filter;

  rutter_choices_fill_filter (get_choices (self), &filter);
  view->name = g_variant_dup_string (parameter, NULL);
  view->centre = rutter_mercator_unproject (camera.centre);
  view->centre.lon = remainder (view->centre.lon, 360);
  view->zoom = camera.zoom;
  view->layers = filter.layers;
  memcpy (view->opacity, filter.opacity, sizeof view->opacity);
  view->actors = filter.actors != NULL && *filter.actors != NULL ? g_strdupv (filter.actors)
                                                                 : NULL;
  rutter_saved_view_set_days (view, (RutterDayRange) { filter.first_day, filter.last_day });
  rutter_filter_clear (&filter);
  save_view (self, view);
}

static void
on_apply_view_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  RutterViewKeeper *self = user_data;
  const RutterSavedView *view = find_view (self, g_variant_get_string (parameter, NULL));
  RutterDayRange days;
  RutterFilter filter;

  if (view == NULL)
    return;

  rutter_filter_init (&filter);
  filter.layers = view->layers;
  memcpy (filter.opacity, view->opacity, sizeof filter.opacity);
  g_strfreev (filter.actors);
  filter.actors = g_strdupv (view->actors);
  days = rutter_saved_view_get_days (view);
  filter.first_day = days.first;
  filter.last_day = days.last;
  rutter_window_leave_place (self->window);
  rutter_choices_take_filter (get_choices (self), &filter);
  rutter_filter_clear (&filter);
  rutter_map_view_go_to (self->map, view->centre,
                         CLAMP (view->zoom, RUTTER_MIN_ZOOM, RUTTER_MAX_ZOOM), TRUE);
}

static void
on_rename_response_cb (AdwMessageDialog *dialog,
                       const char       *response,
                       RutterViewKeeper *self)
{
  GtkWidget *entry = adw_message_dialog_get_extra_child (dialog);

  if (g_strcmp0 (response, "rename") != 0 || self->catalog == NULL)
    return;

  self->n_under_way++;
  rutter_catalog_rename_view_async (self->catalog, self->renaming,
                                    gtk_editable_get_text (GTK_EDITABLE (entry)),
                                    NULL, on_views_cb, g_object_ref (self));
}

static void
on_rename_view_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  RutterViewKeeper *self = user_data;
  const RutterSavedView *view = find_view (self, g_variant_get_string (parameter, NULL));
  GtkWidget *entry;
  GtkWidget *dialog;

  if (view == NULL)
    return;

  entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (entry), view->name);
  gtk_entry_set_max_length (GTK_ENTRY (entry), 120);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Name of the View"), -1);
  dialog = adw_message_dialog_new (GTK_WINDOW (self->window), _("Rename the View"), NULL);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"),
                                    "rename", _("_Rename"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "rename",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "rename");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_free (self->renaming);
  self->renaming = g_strdup (view->uid);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_rename_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

static void
on_delete_view_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  RutterViewKeeper *self = user_data;
  const RutterSavedView *view = find_view (self, g_variant_get_string (parameter, NULL));
  g_autofree char *title = NULL;
  g_autofree char *escaped = NULL;
  AdwToast *toast;

  if (view == NULL)
    return;

  title = g_strdup_printf (_("“%s” is deleted"), view->name);
  escaped = g_markup_escape_text (title, -1);
  toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.restore-view");
  adw_toast_set_action_target (toast, "s", view->uid);
  g_hash_table_insert (self->deleted, g_strdup (view->uid), rutter_saved_view_copy (view));

  self->n_under_way++;
  rutter_catalog_delete_view_async (self->catalog, view->uid, NULL, on_views_cb,
                                    g_object_ref (self));
  rutter_window_add_toast (self->window, toast);
}

static void
on_restore_view_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  RutterViewKeeper *self = user_data;
  const RutterSavedView *view = g_hash_table_lookup (self->deleted,
                                                     g_variant_get_string (parameter, NULL));

  if (view != NULL)
    save_view (self, view);
}

static void
on_name_view_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  RutterViewKeeper *self = user_data;
  GtkWidget *flap = gtk_widget_get_ancestor (GTK_WIDGET (self->list), ADW_TYPE_FLAP);

  if (flap != NULL)
    adw_flap_set_reveal_flap (ADW_FLAP (flap), TRUE);
  rutter_view_list_ask_name (self->list);
}

static void
rutter_view_keeper_dispose (GObject *object)
{
  RutterViewKeeper *self = RUTTER_VIEW_KEEPER (object);

  self->window = NULL;
  g_clear_object (&self->catalog);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (rutter_view_keeper_parent_class)->dispose (object);
}

static void
rutter_view_keeper_finalize (GObject *object)
{
  RutterViewKeeper *self = RUTTER_VIEW_KEEPER (object);

  g_clear_pointer (&self->views, g_ptr_array_unref);
  g_clear_pointer (&self->renaming, g_free);
  g_clear_pointer (&self->deleted, g_hash_table_unref);

  G_OBJECT_CLASS (rutter_view_keeper_parent_class)->finalize (object);
}

static void
rutter_view_keeper_class_init (RutterViewKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rutter_view_keeper_dispose;
  object_class->finalize = rutter_view_keeper_finalize;
}

static void
rutter_view_keeper_init (RutterViewKeeper *self)
{
  self->items = g_list_store_new (RUTTER_TYPE_VIEW_ITEM);
  self->deleted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify)rutter_saved_view_free);
}

RutterViewKeeper *
rutter_view_keeper_new (RutterWindow   *window,
                        RutterMapView  *map,
                        RutterViewList *list)
{
  static const GActionEntry entries[] = {
    { .name = "name-view", .activate = on_name_view_cb },
    { .name = "save-view", .activate = on_save_view_cb, .parameter_type = "s" },
    { .name = "apply-view", .activate = on_apply_view_cb, .parameter_type = "s" },
    { .name = "rename-view", .activate = on_rename_view_cb, .parameter_type = "s" },
    { .name = "delete-view", .activate = on_delete_view_cb, .parameter_type = "s" },
    { .name = "restore-view", .activate = on_restore_view_cb, .parameter_type = "s" },
  };
  RutterViewKeeper *self = g_object_new (RUTTER_TYPE_VIEW_KEEPER, NULL);

  self->window = window;
  self->map = map;
  self->list = list;
  rutter_view_list_set_views (list, G_LIST_MODEL (self->items));
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (rutter_window_get_session (window), "opened",
                           G_CALLBACK (on_opened_cb), self, G_CONNECT_SWAPPED);

  return self;
}

gboolean
rutter_view_keeper_is_settled (RutterViewKeeper *self)
{
  g_return_val_if_fail (RUTTER_IS_VIEW_KEEPER (self), TRUE);

  return self->n_under_way == 0;
}
