/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-map-flight.h"
#include "rutter-map-view.h"

#include <math.h>

typedef struct
{
  GtkWidget     *window;
  RutterMapView *map;
  guint          n_picked; /* marks of the last pick */
  char          *picked;   /* uid of the first */
  guint          n_picks;
} Fixture;

static void
on_picked_cb (Fixture   *fixture,
              double     x,
              double     y,
              GPtrArray *marks)
{
  fixture->n_picks++;
  fixture->n_picked = marks->len;
  g_clear_pointer (&fixture->picked, g_free);
  if (marks->len > 0)
    fixture->picked = g_strdup (((RutterMark *)g_ptr_array_index (marks, 0))->uid);
}

static void
add_place (RutterPictureBuilder *builder,
           const char           *uid,
           RutterLonLat          position)
{
  RutterPoint point = rutter_mercator_project (position);
  RutterMark mark = {
    .uid = uid,
    .title = uid,
    .kind = RUTTER_KIND_PLACE,
    .layer = RUTTER_LAYER_PORTS,
    .shape = RUTTER_SHAPE_POINT,
    .symbol = RUTTER_SYMBOL_PLACE,
    .status = RUTTER_STATUS_CONFIRMED,
    .course_deg = NAN,
    .opacity = 1,
    .n_slots = 1,
    .n_points = 1,
    .points = &point,
  };

  rutter_box_init (&mark.box);
  rutter_box_add (&mark.box, point);
  rutter_picture_builder_add (builder, &mark);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  RutterPictureBuilder *builder = rutter_picture_builder_new ();
  RutterPicture *picture;

  fixture->window = gtk_window_new ();
  fixture->map = RUTTER_MAP_VIEW (rutter_map_view_new ());
  g_signal_connect_swapped (fixture->map, "marks-picked", G_CALLBACK (on_picked_cb), fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->map));

  add_place (builder, "place:fiji", (RutterLonLat) { 179.9, -17 });
  add_place (builder, "place:baku", (RutterLonLat) { 49.9, 40.4 });
  picture = rutter_picture_builder_end (builder);
  rutter_map_view_take_picture (fixture->map, picture, rutter_picker_new (picture));

  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->map));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_pointer (&fixture->picked, g_free);
}

static void
on_picture_gone_cb (gpointer data)
{
  g_atomic_int_inc ((int *)data);
}

/* Whoever goes through many pictures keeps a few: shown, being painted and to come. */
static void
test_pictures_go (Fixture       *fixture,
                  gconstpointer  data)
{
  static const RutterPoint point = { 0.6, 0.4 };
  static int n_gone;

  for (int i = 0; i < 200; i++)
    {
      RutterPictureBuilder *builder = rutter_picture_builder_new ();
      GArray *marks = g_array_new (FALSE, FALSE, sizeof (RutterMark));
      RutterMark mark = { .uid = "event:one", .shape = RUTTER_SHAPE_POINT, .opacity = 1,
                          .symbol = RUTTER_SYMBOL_INCIDENT, .course_deg = NAN, .n_slots = 1,
                          .points = &point, .n_points = 1, .box = { 0.6, 0.4, 0.6, 0.4 } };
      RutterPicture *picture;

      g_array_append_val (marks, mark);
      rutter_picture_builder_take (builder, marks, &n_gone, on_picture_gone_cb);
      picture = rutter_picture_builder_end (builder);
      rutter_map_view_take_picture (fixture->map, picture, rutter_picker_new (picture));
      if (i % 10 == 0)
        gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->map));
      g_assert_cmpint (i + 1 - g_atomic_int_get (&n_gone), <=, 4);
    }
}

static void
test_accessible (Fixture       *fixture,
                 gconstpointer  data)
{
  gtk_test_accessible_assert_role (fixture->map, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (fixture->map, GTK_ACCESSIBLE_PROPERTY_LABEL, "Map");
  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (fixture->map)));
}

static void
test_pick (Fixture       *fixture,
           gconstpointer  data)
{
  RutterView view;
  RutterPoint pixel;

  rutter_map_view_go_to (fixture->map, (RutterLonLat) { 45, 40 }, 5, FALSE);
  view = rutter_map_view_get_view (fixture->map);
  pixel = rutter_view_to_pixel (&view, rutter_mercator_project ((RutterLonLat) { 49.9, 40.4 }));
  rutter_map_view_pick (fixture->map, pixel.x + 2, pixel.y - 2);
  g_assert_cmpstr (fixture->picked, ==, "place:baku");
  rutter_map_view_pick (fixture->map, pixel.x + 60, pixel.y);
  g_assert_cmpuint (fixture->n_picks, ==, 2);
  g_assert_cmpuint (fixture->n_picked, ==, 0);
}

/* A mark at 179.9 E is found from a camera at 179 W, in the next copy of the world. */
static void
test_pick_across_the_date_line (Fixture       *fixture,
                                gconstpointer  data)
{
  RutterView view;
  RutterPoint world = rutter_mercator_project ((RutterLonLat) { 179.9, -17 });
  RutterPoint pixel;

  rutter_map_view_go_to (fixture->map, (RutterLonLat) { -179, -17 }, 6, FALSE);
  view = rutter_map_view_get_view (fixture->map);
  world.x -= 1;
  pixel = rutter_view_to_pixel (&view, world);
  rutter_map_view_pick (fixture->map, pixel.x, pixel.y);
  g_assert_cmpstr (fixture->picked, ==, "place:fiji");
}

static void
test_clamp (Fixture       *fixture,
            gconstpointer  data)
{
  RutterView view;
  RutterBox bounds;

  rutter_map_view_go_to (fixture->map, (RutterLonLat) { 30, 70 }, 4, FALSE);
  for (int i = 0; i < 50; i++)
    rutter_map_view_pan (fixture->map, 0, -500);
  view = rutter_map_view_get_view (fixture->map);
  bounds = rutter_view_get_bounds (&view);
  g_assert_cmpfloat_with_epsilon (bounds.y0, 0, 1e-6);
  g_assert_cmpfloat_with_epsilon (rutter_mercator_unproject (view.centre).lon, 30, 1e-6);

  /* However far out, there is nothing above or below the world to see. */
  rutter_map_view_zoom_at (fixture->map, 400, 300, -30, FALSE);
  view = rutter_map_view_get_view (fixture->map);
  g_assert_cmpfloat (rutter_view_get_world_size (&view), >=, view.height - 1e-6);
  rutter_map_view_zoom_at (fixture->map, 400, 300, 60, FALSE);
  g_assert_cmpfloat_with_epsilon (rutter_map_view_get_view (fixture->map).zoom, RUTTER_MAX_ZOOM,
                                  1e-9);
}

static void
test_wrap (Fixture       *fixture,
           gconstpointer  data)
{
  RutterLonLat centre;

  rutter_map_view_go_to (fixture->map, (RutterLonLat) { 179, 0 }, 4, FALSE);
  rutter_map_view_pan (fixture->map, 256 * 16 * 2 / 360.0, 0);
  centre = rutter_mercator_unproject (rutter_map_view_get_view (fixture->map).centre);
  g_assert_cmpfloat_with_epsilon (rutter_geo_unwrap_lon (centre.lon, -179), -179, 1e-6);
}

/* What lies under the pointer stays there. */
static void
test_zoom_keeps_the_point (Fixture       *fixture,
                           gconstpointer  data)
{
  RutterPoint pixel = { 123, 456 };
  RutterView view;
  RutterPoint before, after;

  rutter_map_view_go_to (fixture->map, (RutterLonLat) { 100, 20 }, 5, FALSE);
  view = rutter_map_view_get_view (fixture->map);
  before = rutter_view_to_world (&view, pixel);
  rutter_map_view_zoom_at (fixture->map, pixel.x, pixel.y, 1.3, FALSE);
  view = rutter_map_view_get_view (fixture->map);
  after = rutter_view_to_world (&view, pixel);
  g_assert_cmpfloat_with_epsilon (view.zoom, 6.3, 1e-9);
  g_assert_cmpfloat_with_epsilon (before.x, after.x, 1e-9);
  g_assert_cmpfloat_with_epsilon (before.y, after.y, 1e-9);
}

static gboolean
press (RutterMapView *map,
       guint          key)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (map));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
    }

  return handled;
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  RutterView before, after;

  rutter_map_view_go_to (fixture->map, (RutterLonLat) { 49.9, 40.4 }, 5, FALSE);
  before = rutter_map_view_get_view (fixture->map);
  g_assert_true (press (fixture->map, GDK_KEY_Return));
  g_assert_cmpstr (fixture->picked, ==, "place:baku");

  g_assert_true (press (fixture->map, GDK_KEY_Right));
  g_assert_true (press (fixture->map, GDK_KEY_Down));
  after = rutter_map_view_get_view (fixture->map);
  g_assert_cmpfloat (after.centre.x, >, before.centre.x);
  g_assert_cmpfloat (after.centre.y, >, before.centre.y);
  g_assert_true (press (fixture->map, GDK_KEY_plus));
  g_assert_cmpfloat (rutter_map_view_get_view (fixture->map).zoom, >, before.zoom);
  g_assert_false (press (fixture->map, GDK_KEY_a));
}

static void
on_reached_cb (GString          *said,
               const RutterMark *mark,
               guint             number,
               guint             n_marks)
{
  g_string_append_printf (said, "%s %u/%u;", mark != NULL ? mark->uid : "none", number, n_marks);
}

/* From the left to the right and round again; Return opens where it stands, Escape leaves it, and
 * what moves the map leaves it too. */
static void
test_walk (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GString) said = g_string_new (NULL);

  g_signal_connect_swapped (fixture->map, "mark-reached", G_CALLBACK (on_reached_cb), said);
  rutter_map_view_go_to (fixture->map, (RutterLonLat) { 115, 10 }, 1.8, FALSE);
  press (fixture->map, GDK_KEY_n);
  press (fixture->map, GDK_KEY_Page_Down);
  press (fixture->map, GDK_KEY_n);
  press (fixture->map, GDK_KEY_p);
  g_assert_cmpstr (said->str, ==, "place:baku 1/2;place:fiji 2/2;place:baku 1/2;place:fiji 2/2;");
  press (fixture->map, GDK_KEY_Return);
  g_assert_cmpstr (fixture->picked, ==, "place:fiji");
  g_assert_cmpuint (fixture->n_picked, ==, 1);

  press (fixture->map, GDK_KEY_n);
  g_assert_true (rutter_map_view_let_go (fixture->map));
  g_assert_false (rutter_map_view_let_go (fixture->map));
  press (fixture->map, GDK_KEY_n);
  press (fixture->map, GDK_KEY_Right);
  press (fixture->map, GDK_KEY_Return);
  g_assert_cmpuint (fixture->n_picked, ==, 0);

  g_string_truncate (said, 0);
  rutter_map_view_go_to (fixture->map, (RutterLonLat) { -60, 60 }, 8, FALSE);
  press (fixture->map, GDK_KEY_n);
  g_assert_cmpstr (said->str, ==, "none 0/0;");
}

/* Nothing flies where motion is not wanted: the map is there at once. */
static void
test_reduced_motion (Fixture       *fixture,
                     gconstpointer  data)
{
  RutterView view;

  rutter_map_view_go_to (fixture->map, (RutterLonLat) { 20, 30 }, 7, TRUE);
  view = rutter_map_view_get_view (fixture->map);
  g_assert_cmpfloat_with_epsilon (view.zoom, 7, 1e-9);
  rutter_map_view_zoom_at (fixture->map, 100, 100, 1, TRUE);
  g_assert_cmpfloat_with_epsilon (rutter_map_view_get_view (fixture->map).zoom, 8, 1e-9);
  rutter_map_view_fit (fixture->map, (RutterLonLat) { 0, 0 }, (RutterLonLat) { 60, 40 });
  g_assert_cmpfloat (rutter_map_view_get_view (fixture->map).zoom, <, 5);
}

/* The desktop's text grows while the map is open: so do its names, in a painting of their own. */
static void
test_text_scale (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkSettings *settings = gtk_settings_get_default ();

  while (!rutter_map_view_is_settled (fixture->map))
    g_main_context_iteration (NULL, TRUE);
  g_object_set (settings, "gtk-xft-dpi", 192 * 1024, NULL);
  g_assert_cmpfloat (rutter_map_view_get_view (fixture->map).text_scale, ==, 2);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->map));
  while (!rutter_map_view_is_settled (fixture->map))
    g_main_context_iteration (NULL, TRUE);
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  g_assert_cmpfloat (rutter_map_view_get_view (fixture->map).text_scale, ==, 1);
}

static void
test_settles (Fixture       *fixture,
              gconstpointer  data)
{
  rutter_map_view_go_to (fixture->map, (RutterLonLat) { -60, 10 }, 7, FALSE);
  g_assert_false (rutter_map_view_is_settled (fixture->map));
  while (!rutter_map_view_is_settled (fixture->map))
    g_main_context_iteration (NULL, TRUE);

  rutter_map_view_set_theme (fixture->map, RUTTER_THEME_DARK);
  g_assert_false (rutter_map_view_is_settled (fixture->map));
  while (!rutter_map_view_is_settled (fixture->map))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_flight_takes_the_short_way (void)
{
  RutterView from = { .centre = { 0.98, 0.5 }, .zoom = 4, .width = 100, .height = 100 };
  RutterView to = { .centre = { 0.02, 0.4 }, .zoom = 6, .width = 100, .height = 100 };
  RutterView view = from;
  RutterMapFlight flight;

  rutter_map_flight_init (&flight, &from, &to, 1000);
  g_assert_true (rutter_map_flight_step (&flight, 1000, &view));
  g_assert_cmpfloat_with_epsilon (view.centre.x, 0.98, 1e-9);
  g_assert_true (rutter_map_flight_step (&flight, 200000, &view));
  g_assert_cmpfloat (view.centre.x, >, 0.98);
  g_assert_false (rutter_map_flight_step (&flight, 10000000, &view));
  g_assert_cmpfloat_with_epsilon (view.centre.x, 1.02, 1e-9);
  g_assert_cmpfloat_with_epsilon (view.centre.y, 0.4, 1e-9);
  g_assert_cmpfloat_with_epsilon (view.zoom, 6, 1e-9);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  ADD ("/map/pictures-go", test_pictures_go);
  ADD ("/map/accessible", test_accessible);
  ADD ("/map/pick", test_pick);
  ADD ("/map/pick-date-line", test_pick_across_the_date_line);
  ADD ("/map/clamp", test_clamp);
  ADD ("/map/wrap", test_wrap);
  ADD ("/map/zoom", test_zoom_keeps_the_point);
  ADD ("/map/keys", test_keys);
  ADD ("/map/walk", test_walk);
  ADD ("/map/reduced-motion", test_reduced_motion);
  ADD ("/map/text-scale", test_text_scale);
  ADD ("/map/settles", test_settles);
  g_test_add_func ("/map/flight", test_flight_takes_the_short_way);

  return g_test_run ();
}
