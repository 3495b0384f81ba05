/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-map-hover.h"
#include "rutter-map-ruler.h"

#include <math.h>

typedef struct
{
  GtkWidget     *window;
  RutterMapView *map;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  RutterPictureBuilder *builder = rutter_picture_builder_new ();
  RutterPoint point = { 0.5, 0.5 };
  RutterPicture *picture;
  RutterMark mark = {
    .uid = "event:load", .title = "A loading", .detail = "Shipment, May 2022; reported, denied",
    .kind = RUTTER_KIND_EVENT, .shape = RUTTER_SHAPE_POINT, .symbol = RUTTER_SYMBOL_SHIPMENT,
    .status = RUTTER_STATUS_REPORTED, .denied = TRUE, .course_deg = NAN, .opacity = 1,
    .n_slots = 1, .n_points = 1, .points = &point,
  };

  rutter_box_init (&mark.box);
  rutter_box_add (&mark.box, point);
  rutter_picture_builder_add (builder, &mark);
  picture = rutter_picture_builder_end (builder);

  fixture->window = gtk_window_new ();
  fixture->map = RUTTER_MAP_VIEW (rutter_map_view_new ());
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->map));
  rutter_map_view_take_picture (fixture->map, picture, rutter_picker_new (picture));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->map));
  rutter_map_view_go_to (fixture->map, (RutterLonLat) { 0, 0 }, 4, FALSE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* A label that can be seen, whose text is @text or begins with it. */
static gboolean
says (GtkWidget  *root,
      const char *text)
{
  if (!gtk_widget_get_mapped (root))
    return FALSE;
  if (GTK_IS_LABEL (root) && g_str_has_prefix (gtk_label_get_label (GTK_LABEL (root)), text))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;

  return FALSE;
}

static gboolean
press (Fixture *fixture,
       guint    key)
{
  g_autoptr(GListModel) controllers =
    gtk_widget_observe_controllers (GTK_WIDGET (fixture->map));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
    }

  return handled;
}

static void
test_measure (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *map = GTK_WIDGET (fixture->map);

  g_assert_false (press (fixture, GDK_KEY_BackSpace));
  g_assert_true (press (fixture, GDK_KEY_m));
  g_assert_true (says (map, "Set the first point."));
  g_assert_true (press (fixture, GDK_KEY_Return));
  g_assert_true (says (map, "Set the next point."));
  rutter_map_view_go_to (fixture->map, (RutterLonLat) { 10, 0 }, 4, FALSE);
  g_assert_true (press (fixture, GDK_KEY_Return));
  g_assert_true (says (map, "1112 km · 600 nm"));
  g_assert_true (says (map, "Last leg: 1112 km · 600 nm, initial bearing 090°"));
  rutter_map_view_go_to (fixture->map, (RutterLonLat) { 10, 10 }, 4, FALSE);
  g_assert_true (press (fixture, GDK_KEY_space));
  g_assert_true (says (map, "2224 km · 1201 nm"));
  g_assert_true (press (fixture, GDK_KEY_BackSpace));
  g_assert_true (says (map, "1112 km · 600 nm"));
  gtk_test_widget_wait_for_draw (map);

  /* Escape, as the window hands it down, ends it; then there is nothing left to let go of. */
  g_assert_true (rutter_map_view_let_go (fixture->map));
  g_assert_false (says (map, "1112 km"));
  g_assert_false (rutter_map_view_let_go (fixture->map));

  /* What was measured is gone with it. */
  g_assert_true (press (fixture, GDK_KEY_m));
  g_assert_true (says (map, "Set the first point."));
  g_assert_true (press (fixture, GDK_KEY_Escape));
  g_assert_false (press (fixture, GDK_KEY_Escape));
}

static void
on_outline_drawn_cb (RutterMapView *map,
                     GArray        *corners,
                     GArray        *drawn)
{
  g_array_append_vals (drawn, corners->data, corners->len);
}

/* Two corners close nothing; the third one twice does. */
static void
test_outline (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *map = GTK_WIDGET (fixture->map);
  g_autoptr(GArray) drawn = g_array_new (FALSE, FALSE, sizeof (RutterLonLat));
  const RutterLonLat corners[] = { { 175, 10 }, { -175, 10 }, { -175, 20 } };

  g_signal_connect (map, "outline-drawn", G_CALLBACK (on_outline_drawn_cb), drawn);
  g_assert_true (gtk_widget_activate_action (map, "map.draw-outline", NULL));
  g_assert_true (says (map, "Drawing an Area"));
  g_assert_true (says (map, "Set three corners at least."));
  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      rutter_map_view_go_to (fixture->map, corners[i], 4, FALSE);
      g_assert_true (press (fixture, GDK_KEY_Return));
      if (i < 2)
        g_assert_true (press (fixture, GDK_KEY_Return));
      gtk_test_widget_wait_for_draw (map);
    }
  g_assert_cmpuint (drawn->len, ==, 0);
  g_assert_true (says (map, "The first or the last corner once more"));
  g_assert_true (press (fixture, GDK_KEY_Return));
  g_assert_false (says (map, "Drawing an Area"));
  g_assert_cmpuint (drawn->len, ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      g_assert_cmpfloat_with_epsilon (g_array_index (drawn, RutterLonLat, i).lon, corners[i].lon,
                                      0.01);
      g_assert_cmpfloat_with_epsilon (g_array_index (drawn, RutterLonLat, i).lat, corners[i].lat,
                                      0.01);
    }

  /* Given up: nothing is drawn, and measuring measures. */
  g_assert_true (gtk_widget_activate_action (map, "map.draw-outline", NULL));
  g_assert_true (press (fixture, GDK_KEY_Return));
  g_assert_true (rutter_map_view_let_go (fixture->map));
  g_assert_true (press (fixture, GDK_KEY_m));
  g_assert_true (says (map, "Set the first point."));
  g_assert_cmpuint (drawn->len, ==, 3);
}

static void
on_say_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  g_ptr_array_add (user_data, g_variant_dup_string (parameter, NULL));
}

/* What went to the clipboard is said, in the same words each time. */
static void
test_copying_is_said (Fixture       *fixture,
                      gconstpointer  data)
{
  static const GActionEntry entries[] = {
    { .name = "say", .activate = on_say_cb, .parameter_type = "s" },
  };
  g_autoptr(GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, 1, said);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (actions));
  rutter_map_view_show_menu (fixture->map, 400, 300);
  gtk_widget_activate_action (GTK_WIDGET (fixture->map), "map.copy-decimal-degrees", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->map), "map.copy-degrees-minutes", NULL);
  g_assert_cmpuint (said->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_true (g_str_has_prefix (g_ptr_array_index (said, i), "Copied: 0"));
  g_assert_cmpstr (g_ptr_array_index (said, 0), !=, g_ptr_array_index (said, 1));
}

static void
test_measure_from_menu (Fixture       *fixture,
                        gconstpointer  data)
{
  rutter_map_view_show_menu (fixture->map, 400, 300);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->map), "map.measure", NULL));
  g_assert_true (says (GTK_WIDGET (fixture->map), "Set the next point."));
}

static void
move_pointer (Fixture *fixture,
              double   x,
              double   y)
{
  g_autoptr(GListModel) controllers =
    gtk_widget_observe_controllers (GTK_WIDGET (fixture->map));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        g_signal_emit_by_name (controller, "motion", x, y);
    }
}

static void
wait_for_card (Fixture *fixture)
{
  while (!says (GTK_WIDGET (fixture->map), "A loading"))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_hover (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *map = GTK_WIDGET (fixture->map);

  move_pointer (fixture, 402, 301);
  wait_for_card (fixture);
  g_assert_true (says (map, "Event · Reported, denied"));
  g_assert_true (says (map, "Shipment, May 2022"));
  while (!rutter_map_view_is_settled (fixture->map))
    g_main_context_iteration (NULL, TRUE);

  /* On the same mark it stays, off it it goes. */
  move_pointer (fixture, 401, 301);
  g_assert_true (says (map, "A loading"));
  move_pointer (fixture, 500, 301);
  g_assert_false (says (map, "A loading"));

  /* It never comes while something is measured, and goes when the map moves. */
  move_pointer (fixture, 402, 301);
  wait_for_card (fixture);
  rutter_map_view_pan (fixture->map, 5, 5);
  g_assert_false (says (map, "A loading"));
  move_pointer (fixture, 397, 296);
  wait_for_card (fixture);
  g_assert_true (press (fixture, GDK_KEY_m));
  g_assert_false (says (map, "A loading"));
}

/* In every corner the card stands clear of the pointer and within the map. */
static void
test_card_is_beside (Fixture       *fixture,
                     gconstpointer  data)
{
  static const RutterPoint corners[] = { { 20, 20 }, { 780, 20 }, { 20, 580 }, { 780, 580 } };
  GtkWidget *map = GTK_WIDGET (fixture->map);
  GtkWidget *overlay = gtk_overlay_new ();
  RutterMapHover *hover;

  g_object_ref_sink (overlay);
  hover = rutter_map_hover_new (fixture->map, GTK_OVERLAY (overlay));
  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      RutterView view = rutter_map_view_get_view (fixture->map);
      RutterPoint middle = rutter_view_to_pixel (&view, (RutterPoint) { 0.5, 0.5 });
      g_autoptr(GPtrArray) marks = NULL;
      GtkWidget *revealer = gtk_widget_get_last_child (overlay);
      GtkRequisition size;
      int x, y;

      rutter_map_view_pan (fixture->map, middle.x - corners[i].x, middle.y - corners[i].y);
      marks = rutter_map_view_list_at (fixture->map, corners[i].x, corners[i].y);
      g_assert_cmpuint (marks->len, ==, 1);
      rutter_map_hover_move (hover, corners[i].x, corners[i].y, marks);
      while (!rutter_map_hover_is_shown (hover))
        g_main_context_iteration (NULL, TRUE);

      gtk_widget_get_preferred_size (gtk_revealer_get_child (GTK_REVEALER (revealer)), NULL,
                                     &size);
      x = gtk_widget_get_margin_start (revealer);
      y = gtk_widget_get_margin_top (revealer);
      g_assert_true (x >= 0 && x + size.width <= gtk_widget_get_width (map));
      g_assert_true (y >= 0 && y + size.height <= gtk_widget_get_height (map));
      g_assert_true (x > corners[i].x || x + size.width < corners[i].x);
      rutter_map_hover_leave (hover);
    }
  rutter_map_hover_free (hover);
  g_object_unref (overlay);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  ADD ("/map-tools/measure", test_measure);
  ADD ("/map-tools/outline", test_outline);
  ADD ("/map-tools/copying-is-said", test_copying_is_said);
  ADD ("/map-tools/measure-from-menu", test_measure_from_menu);
  ADD ("/map-tools/hover", test_hover);
  ADD ("/map-tools/card-is-beside", test_card_is_beside);

  return g_test_run ();
}
