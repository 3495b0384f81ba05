/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* explore-window drag|pan|live|route|hour [CATALOGUE.gpkg] [STEPS]
 * explore-window shoot FILE.png TARGETS LON LAT ZOOM
 *
 * Drives the real window on the present display and prints what it cost: name, value, unit and
 * target, parted by tabs. Times are CPU time of the main thread, or of all others together, so that
 * a busy machine matters less. `hour` ends with 1 when memory goes on growing.
 */
#include "explore-meter.h"
#include "live-fleet.h"

#include "rutter-application.h"
#include "rutter-layer-item.h"
#include "rutter-preferences.h"
#include "rutter-screenshot.h"
#include "rutter-window.h"

#include <stdlib.h>
#include <string.h>

#define TICK_MS 16
#define N_DRAG_STEPS 240
#define N_PAN_STEPS 200
#define N_HOUR_STEPS 3000
/* A step of the hour in which the window comes to rest. */
#define N_BETWEEN_RESTS 12
/* Days of 1970: the dates of the made-up catalogue, and a year. */
#define FIRST_DAY 9131
#define LAST_DAY 20080
#define YEAR 365
/* What may come on top from one third of the hour to the next: caches that are not yet full. */
#define MAX_GROWTH (6 << 20)

typedef struct
{
  RutterWindow  *window;
  RutterSession *session;
  RutterMapView *map;
  GtkWidget     *search;
  ExploreMeter   meter;
  GRand         *random;
  guint          n_views;
} Explorer;

static GtkWidget *
find_widget (GtkWidget  *widget,
             const char *type)
{
  GtkWidget *found = NULL;

  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);

  return found;
}

static gboolean
on_time_cb (gpointer user_data)
{
  *(gboolean *)user_data = TRUE;

  return G_SOURCE_REMOVE;
}

/* Lets the main loop run for a while. */
static void
run_for (guint ms)
{
  gboolean is_over = FALSE;

  g_timeout_add (ms, on_time_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

static void
settle (Explorer *self)
{
  guint n_quiet = 0;

  while (n_quiet < 3)
    {
      run_for (TICK_MS);
      n_quiet = rutter_window_is_settled (self->window) ? n_quiet + 1 : 0;
    }
}

static void
on_scene_painted_cb (Explorer *self)
{
  explore_meter_count_painting (&self->meter);
}

static void
start (Explorer   *self,
       const char *catalogue)
{
  GApplication *application = G_APPLICATION (rutter_application_new ());
  GtkWidget *layer;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_application_set_flags (application, G_APPLICATION_NON_UNIQUE);
  g_application_register (application, NULL, NULL);
  g_application_activate (application);
  self->window =
    RUTTER_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)));
  self->session = rutter_window_get_session (self->window);
  self->map = RUTTER_MAP_VIEW (find_widget (GTK_WIDGET (self->window), "RutterMapView"));
  self->search = find_widget (GTK_WIDGET (self->window), "RutterSearchField");
  self->random = g_rand_new_with_seed (5);
  /* The ground, then the scene. */
  layer = gtk_widget_get_next_sibling (find_widget (GTK_WIDGET (self->map),
                                                    "RutterRasterLayer"));
  g_signal_connect_swapped (layer, "painted", G_CALLBACK (on_scene_painted_cb), self);
  settle (self);
  if (catalogue != NULL)
    {
      rutter_session_open (self->session, RUTTER_OPENING_FILE, catalogue);
      settle (self);
    }
  explore_meter_start (&self->meter);
}

static void
report (const char *name,
        const char *of,
        double      value,
        const char *unit,
        const char *target)
{
  g_print ("%s, %s\t%.1f\t%s\t%s\n", name, of, value, unit, target);
}

/* The window as long as `days`, from the first dates to the last, a step a frame. */
static void
drag (Explorer   *self,
      int         days,
      const char *name)
{
  RutterTimeWindow *time =
    rutter_choices_get_time (rutter_session_get_choices (self->session));

  rutter_time_window_set_range (time, (RutterDayRange) { FIRST_DAY, FIRST_DAY + days });
  settle (self);
  explore_meter_reset (&self->meter);
  for (int i = 0; i < N_DRAG_STEPS; i++)
    {
      int first = FIRST_DAY + (LAST_DAY - FIRST_DAY - days) * i / N_DRAG_STEPS;

      rutter_time_window_set_range (time, (RutterDayRange) { first, first + days });
      run_for (TICK_MS);
    }
  settle (self);

  report (name, "a repaint, median", explore_meter_get_painting_ms (&self->meter, 0.5),
          "ms CPU", "100");
  report (name, "a repaint, the longest", explore_meter_get_painting_ms (&self->meter, 1),
          "ms CPU", "100");
  report (name, "repaints", self->meter.paintings->len, "of 240", "-");
  report (name, "main thread, the longest stretch",
          explore_meter_get_longest_ms (&self->meter), "ms CPU", "16");
}

static void
pan (Explorer   *self,
     const char *name)
{
  g_autoptr(GArray) frames = g_array_new (FALSE, FALSE, sizeof (double));

  explore_meter_reset (&self->meter);
  for (int i = 0; i < N_PAN_STEPS; i++)
    {
      double before = explore_meter_get_main_ms ();
      double cost;

      rutter_map_view_pan (self->map, i % 100 < 50 ? 3 : -3, 1 - i % 2 * 2);
      run_for (TICK_MS);
      cost = explore_meter_get_main_ms () - before;
      g_array_append_val (frames, cost);
    }

  report (name, "main thread a frame, median", explore_meter_get_share (frames, 0.5), "ms CPU",
          "10");
  report (name, "main thread, the longest stretch",
          explore_meter_get_longest_ms (&self->meter), "ms CPU", "16");
}

/* Once with the layer off, then with so many targets that all move now and then. */
static void
pan_live (Explorer *self,
          guint     n_targets)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self->window));
  RutterTraffic *traffic = rutter_application_get_traffic (RUTTER_APPLICATION (application));
  g_autofree char *name = g_strdup_printf ("panning over %u live targets", n_targets);

  rutter_map_view_go_to (self->map, (RutterLonLat) { 20, 58 }, 5, FALSE);
  settle (self);
  pan (self, "panning without live targets");
  live_fleet_hear (traffic, n_targets);
  g_action_group_change_action_state (G_ACTION_GROUP (self->window), "toggle-layer-live",
                                      g_variant_new_boolean (TRUE));
  settle (self);
  run_for (2 * 1000);
  pan (self, name);
}

/* Writes what the window shows of so many targets. */
static void
shoot (Explorer    *self,
       const char  *picture,
       guint        n_targets,
       char       **place)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self->window));
  RutterTraffic *traffic = rutter_application_get_traffic (RUTTER_APPLICATION (application));
  RutterLonLat centre = { g_ascii_strtod (place[0], NULL), g_ascii_strtod (place[1], NULL) };

  live_fleet_hear (traffic, n_targets);
  g_action_group_change_action_state (G_ACTION_GROUP (self->window), "toggle-layer-live",
                                      g_variant_new_boolean (TRUE));
  rutter_map_view_go_to (self->map, centre, g_ascii_strtod (place[2], NULL), FALSE);
  settle (self);
  run_for (3 * 1000);
  settle (self);
  rutter_screenshot_save (GTK_WINDOW (self->window), picture, NULL);
}

static void
activate (Explorer   *self,
          const char *action,
          GVariant   *parameter)
{
  if (parameter != NULL)
    g_variant_ref_sink (parameter);
  gtk_widget_activate_action_variant (GTK_WIDGET (self->window), action, parameter);
  if (parameter != NULL)
    g_variant_unref (parameter);
}

/* A stop in the middle of a route of about 2,000 nautical miles, a step a frame. */
static void
drag_route (Explorer   *self,
            const char *name)
{
  g_autoptr(GArray) frames = g_array_new (FALSE, FALSE, sizeof (double));
  GtkWidget *route = rutter_map_view_get_route (self->map);

  activate (self, "win.route-from", g_variant_new ("(dd)", 37.8, 44.6));
  activate (self, "win.route-to", g_variant_new ("(dd)", -5.6, 36.0));
  settle (self);
  activate (self, "win.route-fit", NULL);
  settle (self);
  explore_meter_reset (&self->meter);
  g_signal_emit_by_name (route, "stop-added", 1, 18.0, 35.0);
  for (int i = 0; i < N_PAN_STEPS; i++)
    {
      double before = explore_meter_get_main_ms ();
      double cost;

      g_signal_emit_by_name (route, "stop-moved", 1, 18 + i % 40 * 0.05, 35 + i % 50 * 0.02);
      run_for (TICK_MS);
      cost = explore_meter_get_main_ms () - before;
      g_array_append_val (frames, cost);
    }
  g_signal_emit_by_name (route, "let-go");
  settle (self);

  report (name, "main thread a frame, median", explore_meter_get_share (frames, 0.5), "ms CPU",
          "10");
  report (name, "main thread, the longest stretch",
          explore_meter_get_longest_ms (&self->meter), "ms CPU", "16");
}

static void
search (Explorer *self)
{
  static const char *const words[] = { "lady", "rajin", "9161003", "Леди", "amirabad", "port",
                                       "nothing at all", "ka" };
  GtkWidget *entry = find_widget (self->search, "GtkText");

  gtk_editable_set_text (GTK_EDITABLE (entry),
                         words[g_rand_int_range (self->random, 0, G_N_ELEMENTS (words))]);
  run_for (TICK_MS * 20);
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
}

static void
choose (Explorer *self)
{
  RutterChoices *choices = rutter_session_get_choices (self->session);
  GListModel *layers = rutter_choices_get_layers (choices);
  guint index = (guint)g_rand_int_range (self->random, 0, g_list_model_get_n_items (layers));
  g_autoptr(RutterLayerItem) item = g_list_model_get_item (layers, index);
  int first = g_rand_int_range (self->random, FIRST_DAY, LAST_DAY - YEAR);

  switch (g_rand_int_range (self->random, 0, 3))
    {
    case 0:
      rutter_layer_item_set_visible (item, !rutter_layer_item_get_visible (item));
      break;
    case 1:
      rutter_time_window_set_range (rutter_choices_get_time (choices),
                                    (RutterDayRange) { first, first + 8 * YEAR });
      break;
    default:
      rutter_time_window_set_range (rutter_choices_get_time (choices),
                                    (RutterDayRange) { RUTTER_DAY_BEFORE_ALL,
                                                       RUTTER_DAY_AFTER_ALL });
      break;
    }
}

/* A view is kept, applied and deleted: a hundred in all, so that the file does not grow. */
static void
keep_view (Explorer *self)
{
  g_autofree char *name = g_strdup_printf ("View %u", self->n_views++);

  if (self->n_views < 100)
    activate (self, "win.save-view", g_variant_new_string (name));
  else
    activate (self, "win.go-back", NULL);
}

static void
step (Explorer *self)
{
  double x = g_rand_double_range (self->random, 0, gtk_widget_get_width (GTK_WIDGET (self->map)));
  double y = g_rand_double_range (self->random, 0, gtk_widget_get_height (GTK_WIDGET (self->map)));
  RutterView view = rutter_map_view_get_view (self->map);

  switch (g_rand_int_range (self->random, 0, 20))
    {
    case 0: case 1: case 2: case 3: case 4: case 5:
      rutter_map_view_pan (self->map, x - view.width / 2.0, y - view.height / 2.0);
      break;
    case 6: case 7: case 8:
      rutter_map_view_zoom_at (self->map, x, y, view.zoom > 9 ? -5 : view.zoom < 2 ? 1 :
                               g_rand_double_range (self->random, -1, 1.2), FALSE);
      break;
    case 9: case 10: case 11:
      rutter_map_view_pick (self->map, x, y);
      break;
    case 12:
      activate (self, "win.show-object", g_variant_new_string ("vessel:lady-r"));
      break;
    case 13:
      rutter_map_view_go_to (self->map, (RutterLonLat) { 51, 40 }, 4, FALSE);
      break;
    case 14:
      search (self);
      break;
    case 15: case 16:
      choose (self);
      break;
    case 17:
      activate (self, "win.show-list", NULL);
      break;
    case 18:
      activate (self, g_rand_boolean (self->random) ? "win.go-back" : "win.go-forward", NULL);
      break;
    default:
      keep_view (self);
      break;
    }
}

static int
spend_an_hour (Explorer *self,
               guint     n_steps)
{
  ExploreMemory memory[4];

  explore_memory_read (&memory[0]);
  for (guint third = 1; third <= 3; third++)
    {
      for (guint i = 0; i < n_steps / 3; i++)
        {
          step (self);
          if (i % N_BETWEEN_RESTS == 0)
            settle (self);
          else
            run_for (TICK_MS);
        }
      activate (self, "win.unselect", NULL);
      settle (self);
      explore_memory_read (&memory[third]);
    }

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *when = i == 0 ? g_strdup ("at the start")
                                     : g_strdup_printf ("after %u steps", i * (n_steps / 3));

      report ("an hour of exploring", when, memory[i].used / 1048576.0, "MB used", "level");
      report ("  resident", when, memory[i].resident / 1048576.0, "MB", "level");
    }

  /* The first third fills the caches. */
  return memory[3].used > memory[1].used + MAX_GROWTH ? 1 : 0;
}

int
main (int    argc,
      char **argv)
{
  const char *mode = argc > 1 ? argv[1] : "";
  gboolean shoots = g_str_equal (mode, "shoot");
  const char *catalogue = argc > 2 && *argv[2] != '\0' && !shoots ? argv[2] : NULL;
  guint n_steps = argc > 3 ? (guint)strtoul (argv[3], NULL, 10) : N_HOUR_STEPS;
  Explorer self = { 0 };
  int status = 0;

  g_set_prgname ("rutter");
  rutter_preferences_guard ();
  explore_meter_init (&self.meter);
  gtk_init ();
  start (&self, catalogue);
  if (g_str_equal (mode, "drag"))
    {
      drag (&self, YEAR, "a year dragged over 100,000 objects");
      drag (&self, 10 * YEAR, "ten years dragged over 100,000 objects");
    }
  else if (g_str_equal (mode, "pan"))
    pan (&self, catalogue != NULL ? "panning over 100,000 objects" : "panning");
  else if (g_str_equal (mode, "live"))
    pan_live (&self, argc > 3 ? n_steps : 100000);
  else if (g_str_equal (mode, "shoot") && argc > 6)
    shoot (&self, argv[2], n_steps, argv + 4);
  else if (g_str_equal (mode, "route"))
    drag_route (&self, "dragging a stop of a route");
  else if (g_str_equal (mode, "hour"))
    status = spend_an_hour (&self, n_steps);
  else
    status = 2;

  gtk_window_destroy (GTK_WINDOW (self.window));
  return status;
}
