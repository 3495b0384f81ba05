/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-map-route.h"
#include "rutter-route-pane.h"
#include "widget-finder.h"

static char *asked; /* the last action with its parameter */

static void
on_action_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  g_autofree char *text = g_variant_print (parameter, FALSE);

  g_free (asked);
  asked = g_strdup_printf ("%s %s", g_action_get_name (G_ACTION (action)), text);
}

static gboolean
says (GtkWidget  *root,
      const char *text)
{
  return widget_finder_find_shown (root, GTK_TYPE_LABEL, text) != NULL;
}

static void
add_stop (RutterRouteSummary *report,
          const char         *role,
          const char         *name,
          const char         *note)
{
  RutterReportStop *stop = rutter_route_summary_add_stop (report);

  stop->role = g_strdup (role);
  stop->name = g_strdup (name);
  stop->note = g_strdup (note);
  stop->is_far = note != NULL;
}

static RutterRouteSummary *
make_report (RutterPassageState state)
{
  RutterRouteSummary *report = rutter_route_summary_new ();
  RutterReportPassage *passage = rutter_route_summary_add_passage (report);

  add_stop (report, "From", "Novorossiysk & co", NULL);
  add_stop (report, "By way of", "Istanbul", NULL);
  add_stop (report, "To", "Moscow", "Far from the water: the line begins 12 km away");
  passage->id = g_strdup ("bosporus");
  passage->name = g_strdup ("Bosporus");
  passage->about = g_strdup ("Strait");
  passage->state = state;
  report->is_complete = TRUE;
  report->speed_kn = 12;
  report->length = g_strdup ("1083 nm · 2006 km");
  report->time = g_strdup ("3 days 18 hours");

  return report;
}

static GtkWidget *
show_pane (void)
{
  static const GActionEntry entries[] = {
    { .name = "route-close-passage", .activate = on_action_cb, .parameter_type = "s" },
    { .name = "route-open-passage", .activate = on_action_cb, .parameter_type = "s" },
    { .name = "route-speed", .activate = on_action_cb, .parameter_type = "d" },
    { .name = "route-show-stop", .activate = on_action_cb, .parameter_type = "u" },
  };
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *pane = rutter_route_pane_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), NULL);
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (group));
  gtk_window_set_child (GTK_WINDOW (window), pane);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (pane);

  return pane;
}

static void
close_pane (GtkWidget *pane)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (pane)));
  g_clear_pointer (&asked, g_free);
}

static void
test_empty (void)
{
  GtkWidget *pane = show_pane ();

  g_assert_true (says (pane, "Add Map Centre"));
  g_assert_false (says (pane, "Passages"));
  g_assert_false (says (pane, "Copy as GeoJSON"));
  close_pane (pane);
}

static void
test_route (void)
{
  GtkWidget *pane = show_pane ();
  g_autoptr(RutterRouteSummary) report = make_report (RUTTER_PASSAGE_USED);
  g_autoptr(RutterRouteSummary) closed = make_report (RUTTER_PASSAGE_CLOSED);
  GtkWidget *stop;

  rutter_route_pane_set_report (RUTTER_ROUTE_PANE (pane), report);
  g_assert_true (says (pane, "1083 nm · 2006 km"));
  g_assert_true (says (pane, "Novorossiysk & co"));
  g_assert_true (says (pane, "To · Far from the water: the line begins 12 km away"));
  g_assert_false (says (pane, "Other Ways"));
  g_signal_emit_by_name (widget_finder_find_shown (pane, GTK_TYPE_BUTTON, "Close"), "clicked");
  g_assert_cmpstr (asked, ==, "route-close-passage 'bosporus'");

  /* Rows that stay are the same widgets, however often their words change. */
  stop = widget_finder_find_shown (pane, ADW_TYPE_ACTION_ROW, "Istanbul");
  g_free (((RutterReportStop *)g_ptr_array_index (report->stops, 1))->name);
  ((RutterReportStop *)g_ptr_array_index (report->stops, 1))->name = g_strdup ("Varna");
  rutter_route_pane_set_report (RUTTER_ROUTE_PANE (pane), report);
  g_assert_true (widget_finder_find_shown (pane, ADW_TYPE_ACTION_ROW, "Varna") == stop);
  g_assert_null (asked != NULL && g_str_has_prefix (asked, "route-speed") ? asked : NULL);

  closed->detour = g_strdup ("Detour: 5000 nm");
  closed->why_not_kept = g_strdup ("Read-only.");
  rutter_route_pane_set_report (RUTTER_ROUTE_PANE (pane), closed);
  g_assert_true (says (pane, "Detour: 5000 nm"));
  g_assert_true (says (pane, "Closed for this route · Strait"));
  g_assert_true (says (pane, "Read-only."));
  g_signal_emit_by_name (widget_finder_find_shown (pane, GTK_TYPE_BUTTON, "Open Again"), "clicked");
  g_assert_cmpstr (asked, ==, "route-open-passage 'bosporus'");
  close_pane (pane);
}

/* A refusal stands where the figures would. */
static void
test_problem (void)
{
  GtkWidget *pane = show_pane ();
  g_autoptr(RutterRouteSummary) report = make_report (RUTTER_PASSAGE_USED);

  g_clear_pointer (&report->length, g_free);
  report->problem = g_strdup ("No water within 100 km.");
  rutter_route_pane_set_report (RUTTER_ROUTE_PANE (pane), report);
  g_assert_true (says (pane, "No water within 100 km."));
  g_assert_false (says (pane, "3 days 18 hours"));
  close_pane (pane);
}

/* What can be taken hold of on the map, and what is left to it. */
static void
test_sketch (void)
{
  const RutterLonLat points[] = { { 170, 0 }, { 180, 0 }, { 190, 0 } };
  const RutterSketchStop stops[] = { { points[0], points[0], 0 }, { points[1], points[1], 1 },
                                     { { -170, 0 }, points[2], 2 } };
  g_autoptr(RutterRouteSketch) sketch = rutter_route_sketch_new (points, 3, stops, 3);
  RutterView view = { .zoom = 4, .width = 800, .height = 600, .scale = 1 };
  RutterBox box;

  view.centre = rutter_mercator_project ((RutterLonLat) { -180, 0 });
  g_assert_cmpuint (rutter_route_sketch_find_stop (sketch, &view, (RutterPoint) { 403, 302 }), ==,
                    1);
  /* The last stop is given in the other copy of the world. */
  g_assert_cmpuint (rutter_route_sketch_find_stop (sketch, &view, (RutterPoint) { 514, 300 }), ==,
                    2);
  g_assert_cmpuint (rutter_route_sketch_find_stop (sketch, &view, (RutterPoint) { 440, 300 }), ==,
                    RUTTER_SKETCH_NONE);
  g_assert_cmpuint (rutter_route_sketch_find_leg (sketch, &view, (RutterPoint) { 350, 303 }), ==,
                    0);
  g_assert_cmpuint (rutter_route_sketch_find_leg (sketch, &view, (RutterPoint) { 450, 297 }), ==,
                    1);
  g_assert_cmpuint (rutter_route_sketch_find_leg (sketch, &view, (RutterPoint) { 450, 320 }), ==,
                    RUTTER_SKETCH_NONE);
  g_assert_true (rutter_route_sketch_get_extent (sketch, &view, &box));
  g_assert_cmpfloat (box.x0, >, 100);
  g_assert_cmpfloat (box.x1, <, 700);

  view.centre = rutter_mercator_project ((RutterLonLat) { 0, 60 });
  g_assert_false (rutter_route_sketch_get_extent (sketch, &view, &box));
}

static guint
count_changes (cairo_surface_t *one,
               cairo_surface_t *other,
               RutterPoint      at)
{
  int stride = cairo_image_surface_get_stride (one) / 4;
  const guint32 *first = (const guint32 *)(gpointer)cairo_image_surface_get_data (one);
  const guint32 *second = (const guint32 *)(gpointer)cairo_image_surface_get_data (other);
  guint n = 0;

  for (int y = (int)at.y - 5; y <= (int)at.y + 5; y++)
    for (int x = (int)at.x - 5; x <= (int)at.x + 5; x++)
      n += first[y * stride + x] != second[y * stride + x];

  return n;
}

static cairo_surface_t *
paint_sketch (RutterRouteSketch *sketch,
              const RutterView  *view)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 800, 600);
  g_autoptr(RutterTextCache) texts = rutter_text_cache_new ();
  cairo_t *cr = cairo_create (surface);

  rutter_route_sketch_paint (sketch, cr, view, rutter_theme_get (RUTTER_THEME_LIGHT), texts,
                             RUTTER_SKETCH_NONE, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* The words beside the line leave the handles alone: a stop where they would stand is painted as
 * it is where they are not.
 */
static void
test_label (void)
{
  const RutterLonLat points[] = { { -20, 0 }, { -10, 0 }, { 0, 0 }, { 10, 0 }, { 20, 0 } };
  RutterView view = { { 0.5, 0.5 }, 4, 0, 800, 600, 1 };
  RutterLonLat beside = rutter_mercator_unproject (
    rutter_view_to_world (&view, (RutterPoint) { 450, 285 }));
  const RutterSketchStop stops[] = { { points[0], points[0], 0 }, { beside, beside, 2 },
                                     { points[4], points[4], 4 } };
  g_autoptr(RutterRouteSketch) sketch = rutter_route_sketch_new (points, 5, stops, 3);
  g_autoptr(RutterRouteSketch) alone = rutter_route_sketch_new (points, 0, stops, 3);
  cairo_surface_t *with_line = paint_sketch (sketch, &view);
  cairo_surface_t *without = paint_sketch (alone, &view);

  g_assert_cmpuint (count_changes (with_line, without, (RutterPoint) { 450, 285 }), ==, 0);
  cairo_surface_destroy (with_line);
  cairo_surface_destroy (without);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/route-pane/label", test_label);
  g_test_add_func ("/route-pane/empty", test_empty);
  g_test_add_func ("/route-pane/route", test_route);
  g_test_add_func ("/route-pane/problem", test_problem);
  g_test_add_func ("/route-pane/sketch", test_sketch);

  return g_test_run ();
}
