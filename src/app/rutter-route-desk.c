/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-route-desk.h"

#include "rutter-framing.h"
#include "rutter-route-geojson.h"
#include "rutter-route-link.h"
#include "rutter-route-summary-maker.h"
#include "rutter-route-store.h"
#include "rutter-sea-loader.h"

#include <glib/gi18n-lib.h>

/* What a passage or stop is looked at with. */
#define STOP_ZOOM 8.0

struct _RutterRouteDesk
{
  GObject             parent_instance;

  RutterWindow       *window;    /* owns us; NULL once it is closed */
  RutterMapView      *map;       /* weak */
  RutterRoutePane    *pane;      /* weak */
  RutterProgressCard *progress;  /* weak */
  RutterRouteKeeper  *keeper;
  RutterRouteStore   *store;
  RutterGazetteer    *gazetteer; /* NULL before the chart is there */
  GCancellable       *loading;   /* of the chart; else NULL */
  RutterProgress     *loaded;    /* how far it has come */
};

G_DEFINE_FINAL_TYPE (RutterRouteDesk, rutter_route_desk, G_TYPE_OBJECT)

static void
enable (RutterRouteDesk *self,
        const char      *name,
        gboolean         enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->window), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static RutterRecords *
get_records (RutterRouteDesk *self)
{
  return rutter_session_get_records (rutter_window_get_session (self->window));
}

static void
on_changed_cb (RutterRouteDesk *self)
{
  g_autoptr(RutterRouteSummary) report = NULL;

  if (self->window == NULL || self->map == NULL || self->pane == NULL)
    return;

  report = rutter_route_make_summary (self->keeper, self->gazetteer, get_records (self));
  report->why_not_kept = rutter_route_store_why_not (self->store);
  rutter_route_pane_set_report (self->pane, report);
  enable (self, "route-keep", report->length != NULL && report->why_not_kept == NULL);
  enable (self, "route-copy", report->length != NULL);
}

/* What came of it is told once, not with each step of a drag. */
static void
on_settled_cb (RutterRouteDesk *self)
{
  g_autoptr(RutterRouteSummary) report = NULL;
  g_autofree char *sentence = NULL;

  if (self->window == NULL)
    return;

  report = rutter_route_make_summary (self->keeper, self->gazetteer, get_records (self));
  sentence = rutter_route_make_sentence (report);
  if (sentence != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.announce", "s", sentence);
}

static void
on_loaded_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  RutterRouteDesk *self = RUTTER_ROUTE_DESK (object);
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterSeaTools) tools = rutter_sea_load_finish (self, result, &error);

  g_clear_object (&self->loading);
  if (self->progress != NULL)
    {
      rutter_progress_card_end (self->progress);
      gtk_widget_set_margin_end (GTK_WIDGET (self->progress), 0);
    }
  if (self->window == NULL)
    return;

  if (tools == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        rutter_window_say (self->window, error->message);
      return;
    }

  self->gazetteer = g_steal_pointer (&tools->gazetteer);
  rutter_route_keeper_set_planner (self->keeper, tools->planner);
}

static double
get_fraction (gpointer user_data)
{
  RutterRouteDesk *self = user_data;

  return self->loaded != NULL ? rutter_progress_get_fraction (self->loaded) : -1;
}

static void
load (RutterRouteDesk *self)
{
  GtkRequisition pane;

  if (self->loading != NULL || rutter_route_keeper_get_planner (self->keeper) != NULL)
    return;

  self->loading = g_cancellable_new ();
  g_clear_pointer (&self->loaded, rutter_progress_unref);
  self->loaded = rutter_progress_new ();
  rutter_sea_load_async (self, self->loaded, self->loading, on_loaded_cb, NULL);
  if (self->progress == NULL)
    return;

  gtk_widget_get_preferred_size (GTK_WIDGET (self->pane), NULL, &pane);
  gtk_widget_set_margin_end (GTK_WIDGET (self->progress), pane.width);
  rutter_progress_card_begin (self->progress, _("Charting the seas for the first route…"), TRUE,
                              get_fraction, self);
}

static void
on_cancelled_cb (RutterRouteDesk *self)
{
  g_cancellable_cancel (self->loading);
}

static void
show_pane (RutterRouteDesk *self)
{
  GtkWidget *side = gtk_widget_get_ancestor (GTK_WIDGET (self->pane), GTK_TYPE_STACK);
  GtkWidget *revealer = gtk_widget_get_ancestor (GTK_WIDGET (self->pane), GTK_TYPE_REVEALER);

  gtk_stack_set_visible_child (GTK_STACK (side), GTK_WIDGET (self->pane));
  gtk_revealer_set_reveal_child (GTK_REVEALER (revealer), TRUE);
}

static void
on_plan_route_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  RutterRouteDesk *self = user_data;

  show_pane (self);
  gtk_widget_child_focus (GTK_WIDGET (self->pane), GTK_DIR_TAB_FORWARD);
}

/* What `route-from`, `route-to` and `route-via` come to, wherever the position is from. */
static void
put_stop (RutterRouteDesk *self,
          const char      *action,
          RutterLonLat     position)
{
  load (self);
  show_pane (self);
  if (g_str_has_prefix (action, "route-from"))
    rutter_route_keeper_set_start (self->keeper, position);
  else if (g_str_has_prefix (action, "route-to"))
    rutter_route_keeper_set_end (self->keeper, position);
  else
    rutter_route_keeper_add_via (self->keeper, position);
}

static void
on_put_stop_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  RutterLonLat position;

  g_variant_get (parameter, "(dd)", &position.lon, &position.lat);
  put_stop (user_data, g_action_get_name (G_ACTION (action)), position);
}

static void
on_put_object_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  RutterRouteDesk *self = user_data;
  RutterRecords *records = get_records (self);
  const RutterObject *object =
    records != NULL ? rutter_records_find (records, g_variant_get_string (parameter, NULL)) : NULL;
  const RutterPlace *place =
    object != NULL && object->kind == RUTTER_KIND_PLACE ? object->row : NULL;

  if (place != NULL && place->has_position)
    put_stop (self, g_action_get_name (G_ACTION (action)), place->position);
}

/* The middle of what can be seen beside the panes: start, then end, then on the way. */
static void
on_add_centre_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  RutterRouteDesk *self = user_data;
  RutterView view = rutter_map_view_get_view (self->map);
  RutterLonLat centre = rutter_mercator_unproject (view.centre);

  put_stop (self,
            !rutter_route_keeper_has_start (self->keeper) ? "route-from" :
            !rutter_route_keeper_has_end (self->keeper) ? "route-to" : "route-via", centre);
}

static void
fly_to (RutterRouteDesk *self,
        RutterLonLat     position)
{
  rutter_window_leave_place (self->window);
  rutter_map_view_go_to (self->map, position, STOP_ZOOM, TRUE);
}

/* Stops by number. */
static void
on_stop_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  RutterRouteDesk *self = user_data;
  const char *name = g_action_get_name (G_ACTION (action));
  guint n_stops = rutter_route_keeper_get_n_stops (self->keeper);
  guint stop = g_variant_get_uint32 (parameter);

  if (stop >= n_stops)
    return;

  if (g_str_equal (name, "route-replace-stop") && self->pane != NULL)
    rutter_route_pane_replace (self->pane, stop);
  else if (g_str_equal (name, "route-remove-stop"))
    rutter_route_keeper_remove_stop (self->keeper, stop);
  else if (g_str_equal (name, "route-raise-stop") && stop > 0)
    rutter_route_keeper_swap_stops (self->keeper, stop, stop - 1);
  else if (g_str_equal (name, "route-lower-stop") && stop + 1 < n_stops)
    rutter_route_keeper_swap_stops (self->keeper, stop, stop + 1);
  else if (g_str_equal (name, "route-show-stop"))
    fly_to (self, rutter_route_keeper_get_stop (self->keeper, stop));
}

static const RutterPassage *
find_passage (RutterRouteDesk *self,
              const char      *id)
{
  RutterSeaPlanner *planner = rutter_route_keeper_get_planner (self->keeper);

  return planner != NULL ? rutter_passages_find (rutter_sea_planner_get_passages (planner), id)
                         : NULL;
}

/* A passage or the whole route. */
static void
show_line (RutterRouteDesk    *self,
           const RutterLonLat *line,
           guint               n_points)
{
  RutterBox box;

  rutter_box_init (&box);
  for (guint i = 0; i < n_points; i++)
    rutter_box_add (&box, rutter_mercator_project (line[i]));
  rutter_window_leave_place (self->window);
  rutter_framing_show (self->map, &box, rutter_window_get_sheet_height (self->window));
}

/* Passages by id. What is shut by itself is closed by no longer opening it. */
static void
on_passage_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  RutterRouteDesk *self = user_data;
  const char *name = g_action_get_name (G_ACTION (action));
  const RutterPassage *passage = find_passage (self, g_variant_get_string (parameter, NULL));

  if (passage == NULL)
    return;

  if (g_str_equal (name, "route-show-passage"))
    show_line (self, passage->line, passage->n_points);
  else if (g_str_equal (name, "route-close-passage"))
    rutter_route_keeper_set_wish (self->keeper, passage->id,
                                  passage->is_shut ? RUTTER_WISH_USUAL : RUTTER_WISH_CLOSED);
  else
    rutter_route_keeper_set_wish (self->keeper, passage->id,
                                  passage->is_shut ? RUTTER_WISH_OPEN : RUTTER_WISH_USUAL);
}

static void
on_speed_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  double speed_kn = g_variant_get_double (parameter);

  if (speed_kn > 0)
    rutter_route_keeper_set_speed (RUTTER_ROUTE_DESK (user_data)->keeper, speed_kn);
}

static void
on_choose_way_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  rutter_route_keeper_take_way (RUTTER_ROUTE_DESK (user_data)->keeper,
                                g_variant_get_uint32 (parameter));
}

static void
on_whole_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  RutterRouteDesk *self = user_data;

  if (g_str_equal (g_action_get_name (G_ACTION (action)), "route-reverse"))
    rutter_route_keeper_reverse (self->keeper);
  else
    rutter_route_keeper_clear (self->keeper);
}

static void
on_fit_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  RutterRouteDesk *self = user_data;
  const RutterRouteAnswer *answer = rutter_route_keeper_get_answer (self->keeper);

  if (answer != NULL && answer->route->n_points > 0)
    show_line (self, answer->route->points, answer->route->n_points);
}

static void
on_keep_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  RutterRouteDesk *self = user_data;

  rutter_route_store_offer (self->store, self->keeper, self->gazetteer);
}

static void
on_copy_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  RutterRouteDesk *self = user_data;
  const RutterRouteAnswer *answer = rutter_route_keeper_get_answer (self->keeper);
  g_autofree char *text = NULL;

  if (answer == NULL)
    return;

  text = rutter_route_geojson_write (answer->route, NULL,
                                     rutter_route_keeper_get_speed (self->keeper));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self->window)), text);
  rutter_window_say (self->window, _("The route is copied as GeoJSON."));
}

static void
rutter_route_desk_dispose (GObject *object)
{
  RutterRouteDesk *self = RUTTER_ROUTE_DESK (object);

  g_cancellable_cancel (self->loading);
  self->window = NULL;
  if (self->store != NULL)
    g_object_run_dispose (G_OBJECT (self->store));
  g_clear_object (&self->store);
  g_clear_object (&self->keeper);
  g_clear_weak_pointer (&self->map);
  g_clear_weak_pointer (&self->pane);
  g_clear_weak_pointer (&self->progress);

  G_OBJECT_CLASS (rutter_route_desk_parent_class)->dispose (object);
}

static void
rutter_route_desk_finalize (GObject *object)
{
  RutterRouteDesk *self = RUTTER_ROUTE_DESK (object);

  g_clear_object (&self->loading);
  g_clear_pointer (&self->loaded, rutter_progress_unref);
  g_clear_pointer (&self->gazetteer, rutter_gazetteer_unref);

  G_OBJECT_CLASS (rutter_route_desk_parent_class)->finalize (object);
}

static void
rutter_route_desk_class_init (RutterRouteDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rutter_route_desk_dispose;
  G_OBJECT_CLASS (klass)->finalize = rutter_route_desk_finalize;
}

static void
rutter_route_desk_init (RutterRouteDesk *self)
{
  self->keeper = rutter_route_keeper_new ();
}

static void
add_actions (RutterRouteDesk *self)
{
  static const GActionEntry entries[] = {
    { .name = "plan-route", .activate = on_plan_route_cb },
    { .name = "route-from", .activate = on_put_stop_cb, .parameter_type = "(dd)" },
    { .name = "route-to", .activate = on_put_stop_cb, .parameter_type = "(dd)" },
    { .name = "route-via", .activate = on_put_stop_cb, .parameter_type = "(dd)" },
    { .name = "route-from-object", .activate = on_put_object_cb, .parameter_type = "s" },
    { .name = "route-to-object", .activate = on_put_object_cb, .parameter_type = "s" },
    { .name = "route-via-object", .activate = on_put_object_cb, .parameter_type = "s" },
    { .name = "route-add-centre", .activate = on_add_centre_cb },
    { .name = "route-show-stop", .activate = on_stop_cb, .parameter_type = "u" },
    { .name = "route-remove-stop", .activate = on_stop_cb, .parameter_type = "u" },
    { .name = "route-replace-stop", .activate = on_stop_cb, .parameter_type = "u" },
    { .name = "route-raise-stop", .activate = on_stop_cb, .parameter_type = "u" },
    { .name = "route-lower-stop", .activate = on_stop_cb, .parameter_type = "u" },
    { .name = "route-show-passage", .activate = on_passage_cb, .parameter_type = "s" },
    { .name = "route-close-passage", .activate = on_passage_cb, .parameter_type = "s" },
    { .name = "route-open-passage", .activate = on_passage_cb, .parameter_type = "s" },
    { .name = "route-speed", .activate = on_speed_cb, .parameter_type = "d" },
    { .name = "route-choose-way", .activate = on_choose_way_cb, .parameter_type = "u" },
    { .name = "route-fit", .activate = on_fit_cb },
    { .name = "route-reverse", .activate = on_whole_cb },
    { .name = "route-clear", .activate = on_whole_cb },
    { .name = "route-keep", .activate = on_keep_cb },
    { .name = "route-copy", .activate = on_copy_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->window), entries, G_N_ELEMENTS (entries),
                                   self);
}

RutterRouteDesk *
rutter_route_desk_new (RutterWindow       *window,
                       RutterMapView      *map,
                       RutterRoutePane    *pane,
                       RutterProgressCard *progress)
{
  RutterRouteDesk *self = g_object_new (RUTTER_TYPE_ROUTE_DESK, NULL);

  self->window = window;
  g_set_weak_pointer (&self->map, map);
  g_set_weak_pointer (&self->pane, pane);
  g_set_weak_pointer (&self->progress, progress);
  self->store = rutter_route_store_new (window);
  add_actions (self);
  g_signal_connect_object (self->keeper, "changed", G_CALLBACK (on_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->keeper, "settled", G_CALLBACK (on_settled_cb), self,
                           G_CONNECT_SWAPPED);
  rutter_route_link (self->keeper, RUTTER_MAP_ROUTE (rutter_map_view_get_route (map)));
  g_signal_connect_object (progress, "cancelled", G_CALLBACK (on_cancelled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (rutter_window_get_session (window), "opened",
                           G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  on_changed_cb (self);

  return self;
}

RutterRouteKeeper *
rutter_route_desk_get_keeper (RutterRouteDesk *self)
{
  g_return_val_if_fail (RUTTER_IS_ROUTE_DESK (self), NULL);

  return self->keeper;
}

gboolean
rutter_route_desk_is_settled (RutterRouteDesk *self)
{
  g_return_val_if_fail (RUTTER_IS_ROUTE_DESK (self), TRUE);

  return self->loading == NULL && rutter_route_keeper_is_settled (self->keeper) &&
         rutter_route_store_is_settled (self->store);
}
