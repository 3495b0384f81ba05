/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is asked of a route while it is planned, over a small world: one land with a gate south of
 * it, so that the shorter way round can be closed.
 */

#include "rutter-route-keeper.h"
#include "rutter-route-summary-maker.h"
#include "small-world.h"

#include <glib/gstdio.h>

static const char TABLE[] =
  "id\tname\tname_ru\tkind\tshut\tline\tgate\tseason\tsource\n"
  "south\tThe South\tЮг\tgate\t0\t20 0, 20 -85\t\tMay to June\tA pilot\n"
  /* Of use to whom goes round by the north. */
  "cut\tThe Cut\t\tgate\t1\t30 40, 30 50\t\t\t\n"
  "ice\tThe Ice\tЛёд\tgate\t1\t60 84, 61 84\t\t\t\n";

static const RutterLonLat WEST = { -5, 15 };
static const RutterLonLat EAST = { 45, 15 };

static char *folder;
static RutterSeaPlanner *planner;

static void
make_world (void)
{
  static const SmallWorldBox boxes[] = { { RUTTER_RING_LAND, 0, 0, 40, 40 } };
  g_autoptr(RutterBasemap) basemap = NULL;
  g_autoptr(RutterPassages) passages = NULL;
  g_autoptr(GError) error = NULL;

  small_world_open (folder, boxes, G_N_ELEMENTS (boxes), TABLE, &basemap, &passages);
  planner = rutter_sea_planner_new (basemap, passages, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
settle (RutterRouteKeeper *keeper)
{
  while (!rutter_route_keeper_is_settled (keeper))
    g_main_context_iteration (NULL, TRUE);
}

/* A worker may hold it for a moment after it has answered. */
static void
drop (RutterRouteKeeper *keeper)
{
  gpointer kept = keeper;

  g_object_add_weak_pointer (G_OBJECT (keeper), &kept);
  g_object_unref (keeper);
  while (g_atomic_pointer_get (&kept) != NULL)
    {
      g_main_context_iteration (NULL, FALSE);
      g_thread_yield ();
    }
}

static RutterRouteKeeper *
make_keeper (void)
{
  RutterRouteKeeper *keeper = rutter_route_keeper_new ();

  rutter_route_keeper_set_planner (keeper, planner);
  rutter_route_keeper_set_start (keeper, WEST);
  rutter_route_keeper_set_end (keeper, EAST);
  settle (keeper);
  return keeper;
}

static double
get_length (RutterRouteKeeper *keeper)
{
  const RutterRouteAnswer *answer = rutter_route_keeper_get_answer (keeper);

  g_assert_nonnull (answer);
  return answer->route->length_nm;
}

static void
count (gpointer user_data)
{
  ++*(guint *)user_data;
}

/* What is asked before there is a planner is answered when there is one. */
static void
test_before_planner (void)
{
  RutterRouteKeeper *keeper = rutter_route_keeper_new ();

  rutter_route_keeper_set_end (keeper, EAST);
  g_assert_true (rutter_route_keeper_is_settled (keeper));
  g_assert_false (rutter_route_keeper_has_start (keeper));
  rutter_route_keeper_add_via (keeper, (RutterLonLat) { 20, -10 });
  rutter_route_keeper_set_start (keeper, (RutterLonLat) { 355, 15 });
  g_assert_false (rutter_route_keeper_is_settled (keeper));
  g_assert_cmpfloat (rutter_route_keeper_get_stop (keeper, 0).lon, ==, -5);
  g_assert_cmpfloat (rutter_route_keeper_get_stop (keeper, 1).lat, ==, -10);
  g_assert_null (rutter_route_keeper_get_answer (keeper));

  rutter_route_keeper_set_planner (keeper, planner);
  settle (keeper);
  g_assert_cmpuint (rutter_route_keeper_get_answer (keeper)->route->n_stops, ==, 3);
  drop (keeper);
}

/* However many questions there were, the last answer is to the last one, and few were asked. */
static void
test_newest_wins (void)
{
  RutterRouteKeeper *keeper = make_keeper ();
  const RutterRouteAnswer *answer;
  guint n_settled = 0;

  g_signal_connect_swapped (keeper, "settled", G_CALLBACK (count), &n_settled);
  rutter_route_keeper_insert_stop (keeper, 1, (RutterLonLat) { 20, -5 });
  for (guint i = 0; i < 200; i++)
    rutter_route_keeper_drag_stop (keeper, 1, (RutterLonLat) { 20, -5 - i * 0.1 });
  settle (keeper);
  answer = rutter_route_keeper_get_answer (keeper);
  g_assert_cmpfloat_with_epsilon (answer->route->stops[1].asked.lat, -24.9, 1e-9);
  g_assert_cmpuint (n_settled, ==, 0);

  rutter_route_keeper_let_go (keeper);
  settle (keeper);
  g_assert_cmpuint (n_settled, ==, 1);
  g_assert_nonnull (rutter_route_keeper_get_answer (keeper)->ways);
  drop (keeper);
}

/* A way that is led by a stop comes back to what it was without it. */
static void
test_via (void)
{
  RutterRouteKeeper *keeper = make_keeper ();
  double direct_nm = get_length (keeper);

  rutter_route_keeper_insert_stop (keeper, 1, (RutterLonLat) { 20, -20 });
  rutter_route_keeper_let_go (keeper);
  settle (keeper);
  g_assert_cmpfloat (get_length (keeper), >, direct_nm + 500);

  rutter_route_keeper_swap_stops (keeper, 0, 2);
  settle (keeper);
  g_assert_cmpfloat (rutter_route_keeper_get_stop (keeper, 0).lon, ==, EAST.lon);
  rutter_route_keeper_reverse (keeper);
  g_assert_cmpfloat (rutter_route_keeper_get_stop (keeper, 0).lon, ==, WEST.lon);

  rutter_route_keeper_remove_stop (keeper, 1);
  settle (keeper);
  g_assert_cmpfloat_with_epsilon (get_length (keeper), direct_nm, 1e-6);

  rutter_route_keeper_remove_stop (keeper, 0);
  g_assert_false (rutter_route_keeper_has_start (keeper));
  g_assert_null (rutter_route_keeper_get_answer (keeper));
  drop (keeper);
}

/* Closing tells how much longer it is, opening again ends it. */
static void
test_detour (void)
{
  RutterRouteKeeper *keeper = make_keeper ();
  double usual_nm = get_length (keeper);
  g_autoptr(RutterRouteSummary) report = NULL;
  const RutterReportPassage *passage;
  double more_nm;

  rutter_route_keeper_set_wish (keeper, "south", RUTTER_WISH_CLOSED);
  settle (keeper);
  more_nm = get_length (keeper) - usual_nm;
  g_assert_cmpfloat (more_nm, >, 200);
  g_assert_cmpfloat_with_epsilon (rutter_route_keeper_get_answer (keeper)->usual->length_nm,
                                  usual_nm, 1e-6);

  report = rutter_route_make_summary (keeper, NULL, NULL);
  g_assert_true (g_str_has_prefix (report->detour, "Detour: "));
  passage = g_ptr_array_index (report->passages, 0);
  g_assert_cmpstr (passage->id, ==, "south");
  g_assert_cmpint (passage->state, ==, RUTTER_PASSAGE_CLOSED);
  g_assert_cmpstr (passage->about, ==, "Open water · May to June (source: A pilot)");
  passage = g_ptr_array_index (report->passages, 1);
  g_assert_cmpstr (passage->id, ==, "cut");
  g_assert_cmpint (passage->state, ==, RUTTER_PASSAGE_SHUT);
  /* The ice would help nobody. */
  g_assert_cmpuint (report->passages->len, ==, 2);
  g_clear_pointer (&report, rutter_route_summary_unref);

  rutter_route_keeper_set_wish (keeper, "south", RUTTER_WISH_USUAL);
  settle (keeper);
  report = rutter_route_make_summary (keeper, NULL, NULL);
  g_assert_null (report->detour);
  g_assert_cmpuint (report->passages->len, ==, 1);
  g_assert_cmpint (((RutterReportPassage *)g_ptr_array_index (report->passages, 0))->state, ==,
                   RUTTER_PASSAGE_USED);
  drop (keeper);
}

/* A refusal is one sentence in the place of the route, and the next question may do better. */
static void
test_problem (void)
{
  RutterRouteKeeper *keeper = make_keeper ();
  g_autoptr(RutterRouteSummary) report = NULL;

  rutter_route_keeper_set_end (keeper, (RutterLonLat) { 20, 20 });
  settle (keeper);
  g_assert_error (rutter_route_keeper_get_error (keeper), RUTTER_SEA_ERROR,
                  RUTTER_SEA_ERROR_INLAND);
  report = rutter_route_make_summary (keeper, NULL, NULL);
  g_assert_nonnull (report->problem);
  g_assert_null (report->length);
  /* All that is shut may be what helps, for all that is known. */
  g_assert_cmpuint (report->passages->len, ==, 2);

  rutter_route_keeper_set_end (keeper, EAST);
  settle (keeper);
  g_assert_null (rutter_route_keeper_get_error (keeper));
  rutter_route_keeper_clear (keeper);
  g_assert_cmpuint (rutter_route_keeper_get_n_stops (keeper), ==, 0);
  g_assert_null (rutter_route_make_sketch (keeper));
  drop (keeper);
}

static void
test_words (void)
{
  g_autofree char *length = rutter_route_format_length (8288);
  g_autofree char *long_time = rutter_route_format_hours (690.67);
  g_autofree char *days = rutter_route_format_hours (48.2);
  g_autofree char *hours = rutter_route_format_hours (1.2);
  g_autofree char *place = rutter_route_name_position (NULL, NULL, WEST, NULL);

  g_assert_cmpstr (length, ==, "8288 nm · 15349 km");
  g_assert_cmpstr (long_time, ==, "28 days 19 hours");
  g_assert_cmpstr (days, ==, "2 days");
  g_assert_cmpstr (hours, ==, "1 hour");
  g_assert_cmpstr (place, ==, "15°00.000′ N, 005°00.000′ W");
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("rutter-keeper-XXXXXX", &error);
  g_assert_no_error (error);
  make_world ();
  g_test_add_func ("/route-keeper/before-planner", test_before_planner);
  g_test_add_func ("/route-keeper/newest-wins", test_newest_wins);
  g_test_add_func ("/route-keeper/via", test_via);
  g_test_add_func ("/route-keeper/detour", test_detour);
  g_test_add_func ("/route-keeper/problem", test_problem);
  g_test_add_func ("/route-keeper/words", test_words);
  status = g_test_run ();
  g_clear_pointer (&planner, rutter_sea_planner_unref);
  g_rmdir (folder);
  g_free (folder);

  return status;
}
