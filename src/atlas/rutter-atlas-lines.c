/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The marks that are lines: flows of transfers, routes, and vessels with the way that joins their
 * dated places.
 */

#include "rutter-picture-maker.h"

#include "rutter-actor-name.h"
#include "rutter-flow-bundler.h"
#include "rutter-phrases.h"
#include "rutter-vessel-path.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Degrees between two points of a great circle: straight at any zoom that shows both. */
#define GREAT_CIRCLE_STEP_DEG 0.5
/* So many points are put between those of a line at the most: round the world 140 times. A line
 * that is longer gets longer steps.
 */
#define MAX_STEPS 100000

static gboolean
get_anchor (const RutterParty *party,
            RutterLonLat      *position)
{
  if (party == NULL || party->anchor == NULL || !party->anchor->has_position)
    return FALSE;

  *position = party->anchor->position;
  return rutter_lon_lat_is_valid (*position);
}

static gboolean
get_ends (const RutterTransfer *transfer,
          RutterLonLat         *from,
          RutterLonLat         *to)
{
  /* What an actor made for itself has no way to show. */
  return get_anchor (transfer->supplier, from) && get_anchor (transfer->recipient, to)
         && (from->lon != to->lon || from->lat != to->lat);
}

static const char *
get_code (const RutterParty *party)
{
  return party->code != NULL ? party->code : party->jurisdiction;
}

/* Within a bundle flows of one supplier lie together, the early ones outside. */
static int
compare_transfers (gconstpointer a,
                   gconstpointer b)
{
  const RutterObject *first = *(const RutterObject *const *)a;
  const RutterObject *second = *(const RutterObject *const *)b;
  const RutterTransfer *first_row = first->row;
  const RutterTransfer *second_row = second->row;
  int order = g_strcmp0 (get_code (first_row->supplier), get_code (second_row->supplier));

  if (order != 0)
    return order;
  if (first_row->span.earliest != second_row->span.earliest)
    return first_row->span.earliest < second_row->span.earliest ? -1 : 1;

  return g_strcmp0 (first->uid, second->uid);
}

static void
add_flow (RutterPictureMaker      *self,
          const RutterObject      *object,
          const RutterFlowBundler *bundler,
          int                      slot)
{
  const RutterTransfer *transfer = object->row;
  g_autofree char *what = NULL;
  g_autofree char *when = NULL;
  g_autofree char *detail = NULL;
  RutterVerdict verdict;
  RutterLonLat from, to;
  RutterPoint points[2];
  RutterMark mark;

  if (!get_ends (transfer, &from, &to))
    return;

  points[0] = rutter_mercator_project (from);
  to.lon = rutter_geo_unwrap_lon (to.lon, from.lon);
  points[1] = rutter_mercator_project (to);
  to = transfer->recipient->anchor->position;

  rutter_verdict_init (&verdict, object, self->filter);
  rutter_picture_maker_init_mark (self, object, &verdict, &mark);
  mark.shape = RUTTER_SHAPE_FLOW;
  mark.points = points;
  mark.n_points = 2;
  mark.actor = get_code (transfer->supplier);
  mark.slot = slot;
  mark.n_slots = rutter_flow_bundler_get_size (bundler, from, to);
  mark.inferred = TRUE;
  mark.inference = _("schematic arc: the way is not known");
  what = g_strdup_printf (C_("supplier to recipient", "%s to %s"),
                          rutter_actor_name_to_text (transfer->supplier->object->title),
                          rutter_actor_name_to_text (transfer->recipient->object->title));
  when = rutter_phrase_span (&transfer->span);
  detail = rutter_picture_maker_describe (&mark, what, when);
  mark.detail = detail;
  rutter_mark_list_add (self->marks, &mark);
}

void
rutter_picture_maker_add_flows (RutterPictureMaker *self,
                                GPtrArray          *transfers)
{
  g_autoptr(RutterFlowBundler) bundler = rutter_flow_bundler_new ();
  g_autofree int *slots = g_new0 (int, transfers->len + 1);

  g_ptr_array_sort (transfers, compare_transfers);
  for (guint i = 0; i < transfers->len; i++)
    {
      const RutterObject *object = g_ptr_array_index (transfers, i);
      RutterLonLat from, to;

      if (get_ends (object->row, &from, &to))
        slots[i] = rutter_flow_bundler_add (bundler, from, to);
    }

  /* The size of a bundle is known when all are in it. */
  for (guint i = 0; i < transfers->len; i++)
    add_flow (self, g_ptr_array_index (transfers, i), bundler, slots[i]);
}

/* Adds the way to `to` without its first point; over the sphere when there is a step. */
static void
add_leg (GArray       *points,
         RutterLonLat  from,
         RutterLonLat  to,
         double        step_deg)
{
  g_autoptr(GArray) way = NULL;
  RutterPoint point;

  if (step_deg <= 0)
    {
      point = rutter_mercator_project (to);
      g_array_append_val (points, point);
      return;
    }

  way = rutter_geo_great_circle (from, to, step_deg);
  for (guint i = 1; i < way->len; i++)
    {
      RutterLonLat position = g_array_index (way, RutterLonLat, i);

      /* The great circle unwraps from its own beginning. */
      position.lon += rutter_geo_unwrap_lon (g_array_index (way, RutterLonLat, 0).lon, from.lon)
                      - g_array_index (way, RutterLonLat, 0).lon;
      point = rutter_mercator_project (position);
      g_array_append_val (points, point);
    }
}

static gboolean
is_usable (RutterLonLat position)
{
  /* Unwrapped longitudes may run round the world, latitudes may not. */
  return isfinite (position.lon) && fabs (position.lon) <= 3600 && isfinite (position.lat)
         && fabs (position.lat) <= 90;
}

/* Returns: degrees; 0: straight on the map */
static double
get_step (const RutterLonLat *positions,
          guint               n_positions,
          gboolean            along_great_circle)
{
  double length_m = 0;

  if (!along_great_circle)
    return 0;

  for (guint i = 1; i < n_positions; i++)
    if (is_usable (positions[i - 1]) && is_usable (positions[i]))
      length_m += rutter_geo_distance_m (positions[i - 1], positions[i]);

  return MAX (GREAT_CIRCLE_STEP_DEG,
              length_m / RUTTER_EARTH_RADIUS_M * (180 / G_PI) / MAX_STEPS);
}

static GArray *
make_line (const RutterLonLat *positions,
           guint               n_positions,
           gboolean            along_great_circle)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (RutterPoint));
  double step_deg = get_step (positions, n_positions, along_great_circle);
  RutterLonLat last = { 0, 0 };

  for (guint i = 0; i < n_positions; i++)
    {
      RutterLonLat position = positions[i];
      RutterPoint point;

      if (!is_usable (position))
        continue;

      if (points->len > 0)
        position.lon = rutter_geo_unwrap_lon (position.lon, last.lon);

      /* Two events at one place are one place. */
      if (points->len > 0 && position.lat == last.lat && position.lon == last.lon)
        continue;

      if (points->len == 0)
        {
          point = rutter_mercator_project (position);
          g_array_append_val (points, point);
        }
      else
        add_leg (points, last, position, step_deg);
      last = position;
    }

  return points;
}

static const char *
get_inference (const char *method)
{
  if (g_strcmp0 (method, "given") == 0)
    return NULL;
  if (g_strcmp0 (method, "computed") == 0)
    return _("computed way, not a track");

  return _("schematic great circle, not a track");
}

static const char *
get_route_actor (const RutterObject *object)
{
  for (guint i = 0; i < object->participants->len; i++)
    {
      const RutterParticipant *participant = g_ptr_array_index (object->participants, i);
      const RutterObject *who = participant->who;

      if (who != NULL && who->kind == RUTTER_KIND_PARTY
          && g_strcmp0 (participant->role, "supplier") == 0)
        return get_code (who->row);
    }
  for (guint i = 0; i < object->participants->len; i++)
    {
      const RutterParticipant *participant = g_ptr_array_index (object->participants, i);
      const RutterObject *who = participant->who;

      if (who != NULL && who->kind == RUTTER_KIND_PLACE)
        return ((const RutterPlace *)who->row)->country;
    }

  return NULL;
}

void
rutter_picture_maker_add_route (RutterPictureMaker  *self,
                                const RutterObject  *object,
                                const RutterVerdict *verdict)
{
  const RutterRoute *route = object->row;
  gboolean is_schematic = g_strcmp0 (route->method, "schematic") == 0;
  g_autoptr(GArray) points = NULL;
  g_autofree char *when = NULL;
  g_autofree char *detail = NULL;
  RutterMark mark;

  points = make_line (route->points, route->points != NULL ? route->n_points : 0, is_schematic);
  if (points->len < 2)
    return;

  rutter_picture_maker_init_mark (self, object, verdict, &mark);
  mark.shape = RUTTER_SHAPE_LINE;
  mark.points = (const RutterPoint *)points->data;
  mark.n_points = points->len;
  mark.actor = rutter_picture_maker_get_actor (self, get_route_actor (object));
  mark.inference = get_inference (route->method);
  mark.inferred = mark.inference != NULL;
  when = rutter_phrase_span (&route->span);
  detail = rutter_picture_maker_describe (&mark, route->cargo, when);
  mark.detail = detail;
  rutter_mark_list_add (self->marks, &mark);
}

/* The flag on a day: of those that held then the one that was hoisted last. */
static const char *
get_flag (const RutterVessel *vessel,
          int                 day)
{
  const RutterVesselFlag *best = NULL;

  for (guint i = 0; i < vessel->flags->len; i++)
    {
      const RutterVesselFlag *flag = g_ptr_array_index (vessel->flags, i);

      if (rutter_span_holds (&flag->span, day)
          && (best == NULL || flag->span.earliest >= best->span.earliest))
        best = flag;
    }
  if (best == NULL && vessel->flags->len > 0)
    best = g_ptr_array_index (vessel->flags, 0);

  return best != NULL ? best->flag : NULL;
}

/* The line through the dated places is as sure as the least sure of them. */
static void
add_way (RutterPictureMaker *self,
         const RutterMark   *vessel,
         GPtrArray          *events)
{
  g_autoptr(GArray) positions = g_array_new (FALSE, FALSE, sizeof (RutterLonLat));
  g_autoptr(GArray) points = NULL;
  g_autofree char *what = g_strdup_printf (ngettext ("%u dated place", "%u dated places",
                                                       events->len), events->len);
  g_autofree char *detail = NULL;
  RutterMark mark = *vessel;

  for (guint i = 0; i < events->len; i++)
    {
      const RutterEvent *event = g_ptr_array_index (events, i);
      RutterVerdict verdict;
      RutterLonLat position;

      rutter_event_get_position (event, &position);
      g_array_append_val (positions, position);
      rutter_verdict_init (&verdict, event->object, self->filter);
      mark.status = MIN (mark.status, verdict.status);
      mark.denied |= verdict.denied;
    }

  points = make_line ((const RutterLonLat *)positions->data, positions->len, TRUE);
  if (points->len < 2)
    return;

  mark.shape = RUTTER_SHAPE_LINE;
  mark.symbol = RUTTER_SYMBOL_NONE;
  mark.points = (const RutterPoint *)points->data;
  mark.n_points = points->len;
  mark.inferred = TRUE;
  mark.inference = _("joins dated places; not a track");
  detail = rutter_picture_maker_describe (&mark, what, NULL);
  mark.detail = detail;
  rutter_mark_list_add (self->marks, &mark);
}

/* How sure a vessel's place is, is how sure the event is that puts it there; the vessel's own
 * status is about its identity.
 */
void
rutter_picture_maker_add_vessel (RutterPictureMaker  *self,
                                 const RutterObject  *object,
                                 const RutterVerdict *verdict)
{
  g_autoptr(GPtrArray) events = rutter_vessel_path_list (object, self->filter);
  const RutterEvent *last;
  g_autofree char *what = NULL;
  g_autofree char *when = NULL;
  g_autofree char *detail = NULL;
  RutterVerdict placed;
  RutterLonLat position;
  RutterPoint point;
  RutterMark mark;

  if (events->len == 0)
    return;

  last = g_ptr_array_index (events, events->len - 1);
  rutter_event_get_position (last, &position);
  rutter_verdict_init (&placed, last->object, self->filter);
  rutter_picture_maker_init_mark (self, object, verdict, &mark);
  mark.status = placed.status;
  mark.denied = placed.denied;
  mark.actor = rutter_picture_maker_get_actor (self, get_flag (object->row,
                                                               self->filter->last_day));
  add_way (self, &mark, events);

  point = rutter_mercator_project (position);
  mark.shape = RUTTER_SHAPE_POINT;
  mark.symbol = g_strcmp0 (last->kind, "signal-gap") == 0 ? RUTTER_SYMBOL_SILENCE
                                                          : RUTTER_SYMBOL_VESSEL;
  mark.points = &point;
  mark.n_points = 1;
  what = last->place != NULL
           ? g_strdup_printf (_("Last dated place: %s"), last->place->object->title)
           : g_strdup_printf (_("Last dated position: “%s”"), last->object->title);
  when = rutter_phrase_span (&last->span);
  detail = rutter_picture_maker_describe (&mark, what, when);
  mark.detail = detail;
  rutter_mark_list_add (self->marks, &mark);
}
