/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-vessel-path.h"

#include "rutter-verdict.h"

static gboolean
puts_vessel_there (const RutterEvent *event)
{
  static const char *const kinds[] = { "shipment", "delivery", "seizure", "port-call", "incident",
                                       "strike", "signal-gap", "other", NULL };

  return event->kind != NULL && g_strv_contains (kinds, event->kind);
}

/* The day to order by: an open beginning ("../2024-03") counts from its end. */
static int
get_order_day (const RutterEvent *event)
{
  return event->span.earliest != RUTTER_DAY_BEFORE_ALL ? event->span.earliest : event->span.latest;
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const RutterEvent *first = *(const RutterEvent *const *)a;
  const RutterEvent *second = *(const RutterEvent *const *)b;
  int first_day = get_order_day (first);
  int second_day = get_order_day (second);

  if (first_day != second_day)
    return first_day < second_day ? -1 : 1;
  if (first->span.latest != second->span.latest)
    return first->span.latest < second->span.latest ? -1 : 1;

  return g_strcmp0 (first->object->uid, second->object->uid);
}

static gboolean
has_living_claim (const RutterObject *object,
                  const RutterFilter *filter)
{
  for (guint i = 0; i < object->claims->len; i++)
    if (rutter_claim_lives (g_ptr_array_index (object->claims, i), filter))
      return TRUE;

  return FALSE;
}

/* A vessel that has two roles in an event was there once. */
static void
drop_doubles (GPtrArray *sorted)
{
  guint n_kept = 0;

  for (guint i = 0; i < sorted->len; i++)
    if (n_kept == 0 || sorted->pdata[n_kept - 1] != sorted->pdata[i])
      sorted->pdata[n_kept++] = sorted->pdata[i];

  g_ptr_array_set_size (sorted, n_kept);
}

gboolean
rutter_event_get_position (const RutterEvent *event,
                           RutterLonLat      *position)
{
  if (event->has_position)
    *position = event->position;
  else if (event->place != NULL && event->place->has_position)
    *position = event->place->position;
  else
    return FALSE;

  return rutter_lon_lat_is_valid (*position);
}

GPtrArray *
rutter_vessel_path_list_all (const RutterObject *vessel)
{
  GPtrArray *events = g_ptr_array_new ();
  RutterLonLat position;

  for (guint i = 0; i < vessel->participations->len; i++)
    {
      const RutterParticipant *part = g_ptr_array_index (vessel->participations, i);
      const RutterEvent *event;

      if (part->object == NULL || part->object->kind != RUTTER_KIND_EVENT)
        continue;

      event = part->object->row;
      if (rutter_span_is_known (&event->span) && puts_vessel_there (event)
          && rutter_event_get_position (event, &position))
        g_ptr_array_add (events, (gpointer)event);
    }

  g_ptr_array_sort (events, compare_events);
  drop_doubles (events);
  return events;
}

gboolean
rutter_vessel_path_holds (const RutterEvent  *event,
                          const RutterFilter *filter)
{
  return rutter_span_meets (&event->span, filter->first_day, filter->last_day);
}

GPtrArray *
rutter_vessel_path_list (const RutterObject *vessel,
                         const RutterFilter *filter)
{
  g_autoptr(GPtrArray) all = rutter_vessel_path_list_all (vessel);
  GPtrArray *events = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const RutterEvent *event = g_ptr_array_index (all, i);

      if (rutter_vessel_path_holds (event, filter) && has_living_claim (event->object, filter))
        g_ptr_array_add (events, (gpointer)event);
    }

  return events;
}
