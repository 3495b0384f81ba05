/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-sheet-row.h"

#include "rutter-atlas.h"
#include "rutter-verdict.h"
#include "rutter-vessel-path.h"

#include <math.h>

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

static int
compare_transfers (gconstpointer a,
                   gconstpointer b)
{
  const RutterObject *first = (*(const RutterSheetRow *const *)a)->object;
  const RutterObject *second = (*(const RutterSheetRow *const *)b)->object;
  const RutterTransfer *first_row = first->row;
  const RutterTransfer *second_row = second->row;
  int order = g_strcmp0 (get_code (first_row->supplier), get_code (second_row->supplier));

  if (order != 0)
    return order;
  if (first_row->span.earliest != second_row->span.earliest)
    return first_row->span.earliest < second_row->span.earliest ? -1 : 1;

  return g_strcmp0 (first->uid, second->uid);
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

/* Whom a hub served gives its colour when it was one actor; else the place's own. */
static const char *
get_hub_actor (const RutterObject *object)
{
  const RutterHub *hub = object->row;
  const char *served = NULL;

  for (guint i = 0; i < object->participants->len; i++)
    {
      const RutterParticipant *participant = g_ptr_array_index (object->participants, i);
      const char *code;

      if (g_strcmp0 (participant->role, "served") != 0 || participant->who == NULL
          || participant->who->kind != RUTTER_KIND_PARTY)
        continue;

      code = ((const RutterParty *)participant->who->row)->code;
      if (code == NULL)
        continue;
      if (served != NULL && g_strcmp0 (served, code) != 0)
        return hub->place != NULL ? hub->place->country : NULL;
      served = code;
    }

  return served != NULL ? served : hub->place != NULL ? hub->place->country : NULL;
}

/* What happened decides the symbol; an event in a layer of ways is a shipment unless it says
 * otherwise.
 */
static RutterSymbol
get_event_symbol (const RutterEvent *event,
                  RutterLayerId      layer)
{
  static const char *const accords[] = { "accord", "listing", "resolution", "legal", NULL };
  static const char *const incidents[] = { "incident", "seizure", "strike", NULL };

  if (g_strcmp0 (event->kind, "signal-gap") == 0)
    return RUTTER_SYMBOL_SILENCE;
  if (layer == RUTTER_LAYER_ACCORDS)
    return RUTTER_SYMBOL_ACCORD;
  if (layer == RUTTER_LAYER_INCIDENTS)
    return RUTTER_SYMBOL_INCIDENT;
  if (event->kind != NULL && g_strv_contains (accords, event->kind))
    return RUTTER_SYMBOL_ACCORD;
  if (event->kind != NULL && g_strv_contains (incidents, event->kind))
    return RUTTER_SYMBOL_INCIDENT;

  return RUTTER_SYMBOL_SHIPMENT;
}

/* The days between the first and the last on which any of its claims may live; whoever has none is
 * looked at on every day.
 */
static void
find_days (RutterSheetRow *self)
{
  GPtrArray *claims = self->object->claims;

  self->first_day = claims->len > 0 ? RUTTER_DAY_AFTER_ALL : RUTTER_DAY_BEFORE_ALL;
  self->last_day = claims->len > 0 ? RUTTER_DAY_BEFORE_ALL : RUTTER_DAY_AFTER_ALL;
  for (guint i = 0; i < claims->len; i++)
    {
      RutterSpan span = rutter_claim_get_span (g_ptr_array_index (claims, i));
      gboolean is_known = rutter_span_is_known (&span);

      self->first_day = MIN (self->first_day, is_known ? span.earliest : RUTTER_DAY_BEFORE_ALL);
      self->last_day = MAX (self->last_day, is_known ? span.latest : RUTTER_DAY_AFTER_ALL);
    }
}

static void
set_position (RutterSheetRow *self,
              gboolean        has_position,
              RutterLonLat    position)
{
  self->has_point = has_position && rutter_lon_lat_is_valid (position);
  if (self->has_point)
    self->point = rutter_mercator_project (position);
}

static void
read_transfer (RutterSheetRow *self)
{
  const RutterTransfer *transfer = self->object->row;
  RutterLonLat from, to;

  self->actor = transfer->supplier != NULL ? get_code (transfer->supplier) : NULL;
  self->has_point = get_ends (transfer, &from, &to);
  if (!self->has_point)
    return;

  self->ends[0] = rutter_mercator_project (from);
  to.lon = rutter_geo_unwrap_lon (to.lon, from.lon);
  self->ends[1] = rutter_mercator_project (to);
  self->ends[1].x -= round (self->ends[1].x - self->ends[0].x);
}

static void
read_hub (RutterSheetRow *self)
{
  const RutterHub *hub = self->object->row;

  self->actor = get_hub_actor (self->object);
  if (hub->has_position)
    set_position (self, TRUE, hub->position);
  else if (hub->place != NULL)
    set_position (self, hub->place->has_position, hub->place->position);
}

static void
read_event (RutterSheetRow *self)
{
  const RutterEvent *event = self->object->row;
  g_autoptr(GPtrArray) actors = rutter_atlas_list_actors (self->object);
  RutterLonLat position = { 0, 0 };
  gboolean has_position = rutter_event_get_position (event, &position);

  set_position (self, has_position, position);
  self->actor = actors->len > 0 ? g_ptr_array_index (actors, 0) : NULL;
  for (guint layer = 0; layer < RUTTER_N_LAYER; layer++)
    self->symbols[layer] = (guint8)get_event_symbol (event, layer);
}

static gboolean
read_kind (RutterSheetRow *self)
{
  const RutterPlace *place;

  switch ((int)self->object->kind)
    {
    case RUTTER_KIND_TRANSFER:
      read_transfer (self);
      return TRUE;
    case RUTTER_KIND_ROUTE:
      self->actor = get_route_actor (self->object);
      return TRUE;
    case RUTTER_KIND_VESSEL:
      return TRUE;
    case RUTTER_KIND_EVENT:
      read_event (self);
      return TRUE;
    case RUTTER_KIND_HUB:
      read_hub (self);
      return TRUE;
    case RUTTER_KIND_PLACE:
      place = self->object->row;
      /* A helper where the arcs of an actor meet is no port. */
      set_position (self, place->has_position && g_strcmp0 (place->kind, "anchor") != 0,
                    place->position);
      return TRUE;
    default:
      return self->object->layers != 0;
    }
}

gboolean
rutter_sheet_row_init (RutterSheetRow     *self,
                       const RutterObject *object,
                       RutterRecords      *records)
{
  *self = (RutterSheetRow) { .object = object };
  if (!read_kind (self))
    return FALSE;

  /* What the catalogue has no actor for shares one colour; a supplier is always told. */
  if (object->kind != RUTTER_KIND_TRANSFER && self->actor != NULL
      && rutter_records_find_actor (records, self->actor) == NULL)
    self->actor = NULL;
  find_days (self);
  return TRUE;
}

void
rutter_sheet_rows_order_transfers (RutterSheetRow *rows,
                                   guint           n_rows)
{
  g_autoptr(GPtrArray) transfers = g_ptr_array_new ();

  for (guint i = 0; i < n_rows; i++)
    if (rows[i].object->kind == RUTTER_KIND_TRANSFER && rows[i].has_point)
      g_ptr_array_add (transfers, &rows[i]);

  g_ptr_array_sort (transfers, compare_transfers);
  for (guint i = 0; i < transfers->len; i++)
    ((RutterSheetRow *)g_ptr_array_index (transfers, i))->order = (int)i;
}
