/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From objects that a filter keeps to the marks of a picture: places, events and hubs here, flows,
 * routes and vessels in the files beside it.
 */

#include "rutter-picture-maker.h"

#include "rutter-actor-name.h"
#include "rutter-phrases.h"
#include "rutter-vessel-path.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static RutterLayerId
get_first_layer (const RutterObject *object,
                 const RutterFilter *filter)
{
  guint layers = object->layers & filter->layers;

  for (guint i = 0; i < RUTTER_N_LAYER; i++)
    if ((layers & 1u << i) != 0)
      return i;

  return RUTTER_LAYER_TRANSFERS;
}

void
rutter_picture_maker_init_mark (RutterPictureMaker  *self,
                                const RutterObject  *object,
                                const RutterVerdict *verdict,
                                RutterMark          *mark)
{
  RutterLayerId layer = get_first_layer (object, self->filter);

  *mark = (RutterMark) {
    .uid = object->uid,
    .title = object->title,
    .kind = object->kind,
    .layer = layer,
    .status = verdict->status,
    .denied = verdict->denied,
    .n_claims = verdict->n_claims,
    .n_slots = 1,
    .course_deg = NAN,
    .opacity = self->filter->opacity[layer],
  };
}

const char *
rutter_picture_maker_get_actor (RutterPictureMaker *self,
                                const char         *code)
{
  return code != NULL && rutter_records_find_actor (self->records, code) != NULL ? code : NULL;
}

char *
rutter_picture_maker_describe (const RutterMark *mark,
                               const char       *what,
                               const char       *when)
{
  g_autofree char *status = g_utf8_strdown (rutter_status_get_title (mark->status), -1);
  GString *text = g_string_new (what);

  if (when != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", when);
  if (mark->inference != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", mark->inference);
  g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", status);
  if (mark->denied && mark->status != RUTTER_STATUS_DENIED)
    g_string_append_printf (text, ", %s", C_("claim", "denied"));

  return g_string_free (text, FALSE);
}

static void
add_point (RutterPictureMaker *self,
           RutterMark         *mark,
           RutterLonLat        position,
           const char         *what,
           const RutterSpan   *span)
{
  RutterPoint point = rutter_mercator_project (position);
  g_autofree char *when = span != NULL ? rutter_phrase_span (span) : NULL;
  g_autofree char *detail = rutter_picture_maker_describe (mark, what, when);

  mark->shape = RUTTER_SHAPE_POINT;
  mark->points = &point;
  mark->n_points = 1;
  mark->detail = detail;
  rutter_mark_list_add (self->marks, mark);
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

static void
add_event (RutterPictureMaker  *self,
           const RutterObject  *object,
           const RutterVerdict *verdict)
{
  const RutterEvent *event = object->row;
  g_autoptr(GPtrArray) actors = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *what = NULL;
  RutterLonLat position;
  RutterMark mark;

  if (!rutter_event_get_position (event, &position))
    return;

  actors = rutter_atlas_list_actors (object);
  kind = rutter_phrase_kind (object);
  what = event->place != NULL ? g_strdup_printf ("%s, %s", kind, event->place->object->title)
                              : g_strdup (kind);
  rutter_picture_maker_init_mark (self, object, verdict, &mark);
  mark.symbol = get_event_symbol (event, mark.layer);
  mark.actor = rutter_picture_maker_get_actor (self, actors->len > 0
                                                       ? g_ptr_array_index (actors, 0) : NULL);
  add_point (self, &mark, position, what, &event->span);
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

static void
add_hub (RutterPictureMaker  *self,
         const RutterObject  *object,
         const RutterVerdict *verdict)
{
  const RutterHub *hub = object->row;
  g_autofree char *count = NULL;
  g_autofree char *what = NULL;
  RutterLonLat position;
  RutterMark mark;

  if (hub->has_position)
    position = hub->position;
  else if (hub->place != NULL && hub->place->has_position)
    position = hub->place->position;
  else
    return;
  if (!rutter_lon_lat_is_valid (position))
    return;

  count = g_strdup_printf (ngettext ("Hub, %u claim", "Hub, %u claims", verdict->n_claims),
                           verdict->n_claims);
  what = hub->goods != NULL ? g_strdup_printf ("%s, %s", count, hub->goods)
                            : g_steal_pointer (&count);
  rutter_picture_maker_init_mark (self, object, verdict, &mark);
  mark.symbol = RUTTER_SYMBOL_HUB;
  mark.actor = rutter_picture_maker_get_actor (self, get_hub_actor (object));
  add_point (self, &mark, position, what, &hub->span);
}

static void
add_place (RutterPictureMaker  *self,
           const RutterObject  *object,
           const RutterVerdict *verdict)
{
  const RutterPlace *place = object->row;
  const RutterObject *country;
  g_autofree char *what = NULL;
  g_autofree char *kind = NULL;
  RutterMark mark;

  /* A helper where the arcs of an actor meet is no port. */
  if (!place->has_position || !rutter_lon_lat_is_valid (place->position)
      || g_strcmp0 (place->kind, "anchor") == 0)
    return;

  kind = rutter_phrase_kind (object);
  country = place->country != NULL ? rutter_records_find_actor (self->records, place->country)
                                   : NULL;
  what = place->country != NULL
           ? g_strdup_printf ("%s, %s", kind,
                              country != NULL ? rutter_actor_name_to_text (country->title)
                                              : place->country)
           : g_strdup (kind);
  rutter_picture_maker_init_mark (self, object, verdict, &mark);
  mark.symbol = RUTTER_SYMBOL_PLACE;
  add_point (self, &mark, place->position, what, NULL);
}

static void
add_object (RutterPictureMaker  *self,
            const RutterObject  *object,
            const RutterVerdict *verdict,
            GPtrArray           *transfers)
{
  switch ((int)object->kind)
    {
    case RUTTER_KIND_TRANSFER:
      g_ptr_array_add (transfers, (gpointer)object);
      break;
    case RUTTER_KIND_ROUTE:
      rutter_picture_maker_add_route (self, object, verdict);
      break;
    case RUTTER_KIND_VESSEL:
      rutter_picture_maker_add_vessel (self, object, verdict);
      break;
    case RUTTER_KIND_EVENT:
      add_event (self, object, verdict);
      break;
    case RUTTER_KIND_HUB:
      add_hub (self, object, verdict);
      break;
    case RUTTER_KIND_PLACE:
      add_place (self, object, verdict);
      break;
    default:
      /* Regimes are members of a layer, but lie nowhere. */
      break;
    }
}

void
rutter_picture_maker_add_single (RutterPictureMaker  *self,
                                 const RutterObject  *object,
                                 const RutterVerdict *verdict)
{
  g_autoptr(GPtrArray) transfers = g_ptr_array_new ();

  add_object (self, object, verdict, transfers);
  rutter_picture_maker_add_flows (self, transfers);
}

RutterPicture *
rutter_atlas_build_picture (RutterRecords      *records,
                            const RutterFilter *filter)
{
  RutterPictureBuilder *builder = rutter_picture_builder_new ();
  g_autoptr(RutterMarkList) marks = rutter_mark_list_new ();
  g_autoptr(GPtrArray) transfers = g_ptr_array_new ();
  RutterPictureMaker self = { records, filter, marks };
  guint n_kept[RUTTER_N_LAYER] = { 0 };
  RutterFilter all_layers = *filter;

  all_layers.layers = (1u << RUTTER_N_LAYER) - 1;
  for (guint kind = 0; kind < RUTTER_N_KIND; kind++)
    {
      GPtrArray *objects = rutter_records_get_objects (records, kind);

      for (guint i = 0; i < objects->len; i++)
        {
          const RutterObject *object = g_ptr_array_index (objects, i);
          RutterVerdict verdict;

          if (object->layers == 0)
            continue;
          rutter_verdict_init (&verdict, object, &all_layers);
          if (verdict.decision != RUTTER_DECISION_KEPT)
            continue;

          for (guint layer = 0; layer < RUTTER_N_LAYER; layer++)
            n_kept[layer] += (object->layers >> layer) & 1u;
          if ((object->layers & filter->layers) != 0)
            add_object (&self, object, &verdict, transfers);
        }
    }

  rutter_picture_maker_add_flows (&self, transfers);
  rutter_mark_list_write (marks, builder);
  rutter_picture_builder_set_window (builder, filter->first_day, filter->last_day);
  for (guint layer = 0; layer < RUTTER_N_LAYER; layer++)
    rutter_picture_builder_set_n_kept (builder, layer, n_kept[layer]);

  return rutter_picture_builder_end (builder);
}
