/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-route-summary-maker.h"

#include "rutter-number.h"
#include "rutter-phrases.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Nearer than this to the water it is not worth a word, kilometres. */
#define NEAR_KM 1.0
/* A way this much longer or shorter is another one, nautical miles. */
#define SAME_NM 0.5

static const RutterSeaRoute *
get_route (RutterRouteKeeper *keeper)
{
  const RutterRouteAnswer *answer = rutter_route_keeper_get_answer (keeper);

  return answer != NULL ? answer->route : NULL;
}

static const char *
get_role (RutterRouteKeeper *keeper,
          guint              index)
{
  if (index == 0 && rutter_route_keeper_has_start (keeper))
    return _("From");
  if (index + 1 == rutter_route_keeper_get_n_stops (keeper) && rutter_route_keeper_has_end (keeper))
    return C_("route", "To");

  return C_("route", "By way of");
}

static void
add_stops (RutterRouteSummary *report,
           RutterRouteKeeper  *keeper,
           RutterGazetteer    *gazetteer,
           RutterRecords      *records)
{
  const RutterSeaRoute *route = get_route (keeper);
  guint n_stops = rutter_route_keeper_get_n_stops (keeper);

  for (guint i = 0; i < n_stops; i++)
    {
      RutterReportStop *stop = rutter_route_summary_add_stop (report);
      double snap_km = route != NULL && route->n_stops == n_stops ? route->stops[i].snap_km : 0;
      g_autofree char *distance = rutter_number_to_text (snap_km, snap_km < 9.95 ? 1 : 0);

      stop->role = g_strdup (get_role (keeper, i));
      stop->name = rutter_route_name_position (gazetteer, records,
                                               rutter_route_keeper_get_stop (keeper, i), NULL);
      stop->is_far = snap_km > RUTTER_SEA_FAR_SNAP_KM;
      if (stop->is_far)
        stop->note = g_strdup_printf (_("Far from the water: the line begins %s km away"),
                                      distance);
      else if (snap_km >= NEAR_KM)
        stop->note = g_strdup_printf (_("%s km from the water"), distance);
    }
}

static void
add_passage (RutterRouteSummary  *report,
             const RutterPassage *passage,
             RutterPassageState   state)
{
  RutterReportPassage *row;

  for (guint i = 0; i < report->passages->len; i++)
    if (g_str_equal (((RutterReportPassage *)g_ptr_array_index (report->passages, i))->id,
                     passage->id))
      return;

  row = rutter_route_summary_add_passage (report);
  row->id = g_strdup (passage->id);
  row->name = g_strdup (rutter_phrase_passage (passage));
  row->about = rutter_route_describe_passage (passage);
  row->state = state;
}

/* What is shut and would change nothing is not offered; where there is no way at all, anything may
 * help.
 */
static gboolean
could_help (RutterRouteKeeper   *keeper,
            const RutterPassage *passage)
{
  const RutterRouteAnswer *answer = rutter_route_keeper_get_answer (keeper);

  if (!passage->is_shut)
    return FALSE;
  if (answer == NULL)
    return rutter_route_keeper_get_error (keeper) != NULL;

  return answer->helpful != NULL &&
         g_strv_contains ((const char *const *)answer->helpful, passage->id);
}

/* Those on the way in the order of sailing, then what was closed and opened, then what could be. */
static void
add_passages (RutterRouteSummary *report,
              RutterRouteKeeper  *keeper)
{
  RutterSeaPlanner *planner = rutter_route_keeper_get_planner (keeper);
  RutterPassages *passages = planner != NULL ? rutter_sea_planner_get_passages (planner) : NULL;
  guint n_passages = passages != NULL ? rutter_passages_get_n (passages) : 0;
  const RutterSeaRoute *route = get_route (keeper);

  for (guint i = 0; route != NULL && i < route->n_crossings; i++)
    {
      const RutterPassage *passage = route->crossings[i].passage;

      add_passage (report, passage, passage->is_shut ? RUTTER_PASSAGE_OPENED
                                                     : RUTTER_PASSAGE_USED);
    }
  for (guint i = 0; i < n_passages; i++)
    {
      const RutterPassage *passage = rutter_passages_get (passages, i);
      RutterWish wish = rutter_route_keeper_get_wish (keeper, passage->id);

      if (wish == RUTTER_WISH_CLOSED)
        add_passage (report, passage, RUTTER_PASSAGE_CLOSED);
      else if (wish == RUTTER_WISH_OPEN)
        add_passage (report, passage, RUTTER_PASSAGE_OPENED);
    }
  for (guint i = 0; report->is_complete && i < n_passages; i++)
    if (could_help (keeper, rutter_passages_get (passages, i)))
      add_passage (report, rutter_passages_get (passages, i), RUTTER_PASSAGE_SHUT);
}

static gboolean
uses (const RutterSeaRoute *route,
      const char           *id)
{
  for (guint i = 0; i < route->n_crossings; i++)
    if (g_str_equal (route->crossings[i].passage->id, id))
      return TRUE;

  return FALSE;
}

static void
add_ways (RutterRouteSummary *report,
          RutterRouteKeeper  *keeper)
{
  const RutterRouteAnswer *answer = rutter_route_keeper_get_answer (keeper);
  GPtrArray *ways = answer != NULL ? answer->ways : NULL;

  for (guint i = 0; ways != NULL && ways->len > 1 && i < ways->len; i++)
    {
      const RutterSeaRoute *way = g_ptr_array_index (ways, i);
      RutterReportWay *row = rutter_route_summary_add_way (report);
      g_autofree char *length = rutter_route_format_length (way->length_nm);
      g_autofree char *time = rutter_route_format_hours (way->length_nm / report->speed_kn);

      row->figures = g_strdup_printf ("%s · %s", length, time);
      row->is_chosen = fabs (way->length_nm - answer->route->length_nm) < SAME_NM;
      if (i == 0)
        row->title = g_strdup (C_("way", "Shortest"));
      else if (uses (way, "northern-sea-route"))
        row->title = g_strdup (C_("way", "By the north"));
      else
        row->title = g_strdup (C_("way", "Without the Suez Canal"));
    }
}

/* Against the same stops with nothing closed and nothing opened. */
static char *
describe_detour (const RutterRouteAnswer *answer,
                 double                   speed_kn)
{
  double more_nm = answer->usual != NULL ? answer->route->length_nm - answer->usual->length_nm : 0;
  g_autofree char *length = rutter_route_format_length (fabs (more_nm));
  g_autofree char *time = rutter_route_format_hours (fabs (more_nm) / speed_kn);

  if (fabs (more_nm) < SAME_NM)
    return answer->usual != NULL ? g_strdup (_("As long as with all passages as usual")) : NULL;

  return more_nm > 0
           ? g_strdup_printf (_("Detour: %s, %s more than with all passages as usual"), length,
                              time)
           : g_strdup_printf (_("Saves %s, %s beside all passages as usual"), length, time);
}

RutterRouteSummary *
rutter_route_make_summary (RutterRouteKeeper *keeper,
                           RutterGazetteer   *gazetteer,
                           RutterRecords     *records)
{
  RutterRouteSummary *report = rutter_route_summary_new ();
  const RutterRouteAnswer *answer = rutter_route_keeper_get_answer (keeper);
  const GError *error = rutter_route_keeper_get_error (keeper);

  report->speed_kn = rutter_route_keeper_get_speed (keeper);
  report->is_complete = rutter_route_keeper_has_start (keeper) &&
                        rutter_route_keeper_has_end (keeper);
  add_stops (report, keeper, gazetteer, records);
  add_passages (report, keeper);
  add_ways (report, keeper);
  if (error != NULL)
    report->problem = g_strdup (error->message);
  if (answer != NULL)
    {
      report->length = rutter_route_format_length (answer->route->length_nm);
      report->time = rutter_route_format_hours (answer->route->length_nm / report->speed_kn);
      report->detour = describe_detour (answer, report->speed_kn);
    }

  return report;
}

RutterRouteSketch *
rutter_route_make_sketch (RutterRouteKeeper *keeper)
{
  const RutterRouteAnswer *answer = rutter_route_keeper_get_answer (keeper);
  const RutterSeaRoute *route = get_route (keeper);
  guint n_stops = rutter_route_keeper_get_n_stops (keeper);
  g_autofree RutterSketchStop *stops = g_new0 (RutterSketchStop, n_stops + 1);
  GPtrArray *ways = answer != NULL ? answer->ways : NULL;
  RutterRouteSketch *sketch;

  if (n_stops == 0)
    return NULL;

  for (guint i = 0; i < n_stops; i++)
    {
      stops[i].asked = rutter_route_keeper_get_stop (keeper, i);
      stops[i].snapped = stops[i].asked;
      if (route == NULL || route->n_stops != n_stops)
        continue;

      stops[i].snapped = route->stops[i].snapped;
      stops[i].point = route->stops[i].point;
    }
  sketch = rutter_route_sketch_new (route != NULL ? route->points : NULL,
                                    route != NULL ? route->n_points : 0, stops, n_stops);
  for (guint i = 0; ways != NULL && i < ways->len; i++)
    {
      const RutterSeaRoute *way = g_ptr_array_index (ways, i);

      if (fabs (way->length_nm - route->length_nm) >= SAME_NM)
        rutter_route_sketch_add_alternative (sketch, way->points, way->n_points);
    }

  return sketch;
}

char *
rutter_route_make_sentence (RutterRouteSummary *report)
{
  if (report->problem != NULL)
    return g_strdup (report->problem);
  if (report->length == NULL)
    return NULL;

  /* Translators: length, time, and a sentence about a detour or nothing. */
  return g_strdup_printf (_("Computed route: %s, %s. %s"), report->length, report->time,
                          report->detour != NULL ? report->detour : "");
}
