/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the desk does when it is asked to. */

#include "rutter-route-desk-private.h"

#include "rutter-framing.h"
#include "rutter-route-geojson.h"

#include <glib/gi18n-lib.h>

/* What a passage or stop is looked at with. */
#define STOP_ZOOM 8.0

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
  rutter_route_desk_load (self);
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
  RutterRecords *records =
    rutter_session_get_records (rutter_window_get_session (self->window));
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

void
rutter_route_desk_add_actions (RutterRouteDesk *self)
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
