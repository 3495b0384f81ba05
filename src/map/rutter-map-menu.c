/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-map-menu.h"

#include "rutter-coordinates.h"

#include <glib/gi18n-lib.h>

struct _RutterMapMenu
{
  RutterMapView  *view; /* owns this */
  RutterMapRuler *ruler;
  RutterMapRoute *route;
  GtkWidget      *popover;
  RutterPoint     pixel;
  GSimpleAction  *remove_via; /* of the action group */
};

static void
zoom_at_middle (RutterMapMenu *self,
                double         steps)
{
  GtkWidget *widget = GTK_WIDGET (self->view);

  rutter_map_view_zoom_at (self->view, gtk_widget_get_width (widget) / 2.0,
                           gtk_widget_get_height (widget) / 2.0, steps, TRUE);
}

static void
on_zoom_in_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  zoom_at_middle (user_data, 1);
}

static void
on_zoom_out_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  zoom_at_middle (user_data, -1);
}

static void
on_what_is_here_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  RutterMapMenu *self = user_data;

  rutter_map_view_pick (self->view, self->pixel.x, self->pixel.y);
}

static RutterLonLat
get_place (RutterMapMenu *self)
{
  RutterView view = rutter_map_view_get_view (self->view);

  return rutter_mercator_unproject (rutter_view_to_world (&view, self->pixel));
}

static void
copy (RutterMapMenu *self,
      const char    *text)
{
  /* Translators: %s is what the clipboard has now. */
  g_autofree char *message = g_strdup_printf (_("Copied: %s"), text);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self->view)), text);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "win.say", "s", message);
}

static void
on_copy_decimal_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  RutterMapMenu *self = user_data;
  g_autofree char *text = rutter_coordinates_to_decimal (get_place (self));

  copy (self, text);
}

static void
on_copy_minutes_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  RutterMapMenu *self = user_data;
  g_autofree char *text = rutter_coordinates_to_minutes (get_place (self));

  copy (self, text);
}

static void
on_measure_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  RutterMapMenu *self = user_data;

  rutter_map_ruler_start (self->ruler);
  rutter_map_ruler_add (self->ruler, self->pixel.x, self->pixel.y);
}

static void
on_draw_outline_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  RutterMapMenu *self = user_data;

  rutter_map_ruler_start_outline (self->ruler);
}

/* The window plans; it is told the place. */
static void
plan (RutterMapMenu *self,
      const char    *action)
{
  RutterLonLat place = get_place (self);

  place.lon = rutter_geo_unwrap_lon (place.lon, 0);
  gtk_widget_activate_action (GTK_WIDGET (self->view), action, "(dd)", place.lon, place.lat);
}

static void
on_route_from_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  plan (user_data, "win.route-from");
}

static void
on_route_to_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  plan (user_data, "win.route-to");
}

static void
on_route_via_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  plan (user_data, "win.route-via");
}

static void
on_remove_via_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  RutterMapMenu *self = user_data;

  rutter_map_route_remove (self->route,
                           rutter_map_route_find_via (self->route, self->pixel.x, self->pixel.y));
}

/* What can be done with a place, with a stop of the route at it, and with its coordinates. */
static GMenuModel *
create_model (void)
{
  GMenu *model = g_menu_new ();
  g_autoptr(GMenu) route = g_menu_new ();
  g_autoptr(GMenu) rest = g_menu_new ();
  g_autoptr(GMenuItem) remove = g_menu_item_new (_("Remove This Stop"), "map.remove-via");

  g_menu_append (model, _("What Is Here"), "map.what-is-here");
  g_menu_append (route, _("Route from Here"), "map.route-from");
  g_menu_append (route, _("Route to Here"), "map.route-to");
  g_menu_append (route, _("Route via Here"), "map.route-via");
  g_menu_item_set_attribute (remove, "hidden-when", "s", "action-disabled");
  g_menu_append_item (route, remove);
  g_menu_append_section (model, NULL, G_MENU_MODEL (route));
  g_menu_append (rest, _("Measure from Here"), "map.measure");
  g_menu_append (rest, _("Copy Decimal Degrees"), "map.copy-decimal-degrees");
  g_menu_append (rest, _("Copy Degrees and Minutes"), "map.copy-degrees-minutes");
  g_menu_append_section (model, NULL, G_MENU_MODEL (rest));

  return G_MENU_MODEL (model);
}

RutterMapMenu *
rutter_map_menu_new (RutterMapView  *view,
                     RutterMapRuler *ruler,
                     RutterMapRoute *route)
{
  static const GActionEntry entries[] = {
    { .name = "zoom-in", .activate = on_zoom_in_cb },
    { .name = "zoom-out", .activate = on_zoom_out_cb },
    { .name = "what-is-here", .activate = on_what_is_here_cb },
    { .name = "measure", .activate = on_measure_cb },
    { .name = "draw-outline", .activate = on_draw_outline_cb },
    { .name = "route-from", .activate = on_route_from_cb },
    { .name = "route-to", .activate = on_route_to_cb },
    { .name = "route-via", .activate = on_route_via_cb },
    { .name = "remove-via", .activate = on_remove_via_cb },
    { .name = "copy-decimal-degrees", .activate = on_copy_decimal_cb },
    { .name = "copy-degrees-minutes", .activate = on_copy_minutes_cb },
  };
  RutterMapMenu *self = g_new0 (RutterMapMenu, 1);
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr(GMenuModel) model = create_model ();

  self->view = view;
  self->ruler = ruler;
  self->route = route;
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (view), "map", G_ACTION_GROUP (actions));
  self->remove_via = G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (actions),
                                                                  "remove-via"));

  self->popover = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (view));

  return self;
}

void
rutter_map_menu_free (RutterMapMenu *self)
{
  gtk_widget_insert_action_group (GTK_WIDGET (self->view), "map", NULL);
  gtk_widget_unparent (self->popover);
  g_free (self);
}

/* At a pixel of the view; the actions then speak of that pixel. */
void
rutter_map_menu_popup (RutterMapMenu *self,
                       double         x,
                       double         y)
{
  self->pixel = (RutterPoint) { x, y };
  g_simple_action_set_enabled (self->remove_via,
                               rutter_map_route_find_via (self->route, x, y) !=
                               RUTTER_SKETCH_NONE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                               &(GdkRectangle) { (int)x, (int)y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* To be called when the view was given its size. */
void
rutter_map_menu_present (RutterMapMenu *self)
{
  gtk_popover_present (GTK_POPOVER (self->popover));
}
