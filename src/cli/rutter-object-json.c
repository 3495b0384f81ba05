/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-object-json.h"

#include "rutter-cli-json.h"
#include "rutter-passage.h"

/* The fields of each kind beside the common ones. One function a kind, in the order of
 * RutterKind.
 */
typedef void (*AddFunc) (JsonBuilder        *builder,
                         const RutterObject *object);

static void
add_position (JsonBuilder  *builder,
              gboolean      has_position,
              RutterLonLat  position)
{
  json_builder_set_member_name (builder, "position");
  if (!has_position)
    {
      json_builder_add_null_value (builder);
      return;
    }

  json_builder_begin_array (builder);
  json_builder_add_double_value (builder, position.lon);
  json_builder_add_double_value (builder, position.lat);
  json_builder_end_array (builder);
}

static void
add_uid (JsonBuilder        *builder,
         const char         *name,
         const RutterObject *object)
{
  rutter_json_add_string (builder, name, object != NULL ? object->uid : NULL);
}

static void
add_participants (JsonBuilder        *builder,
                  const RutterObject *object)
{
  json_builder_set_member_name (builder, "participants");
  json_builder_begin_array (builder);
  for (guint i = 0; i < object->participants->len; i++)
    {
      const RutterParticipant *participant = g_ptr_array_index (object->participants, i);

      json_builder_begin_object (builder);
      add_uid (builder, "uid", participant->who);
      rutter_json_add_string (builder, "role", participant->role);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_identifiers (JsonBuilder        *builder,
                 const RutterObject *object)
{
  static const char *const checks[] = { "unchecked", "valid", "invalid" };

  json_builder_set_member_name (builder, "identifiers");
  json_builder_begin_array (builder);
  for (guint i = 0; i < object->identifiers->len; i++)
    {
      const RutterIdentifier *identifier = g_ptr_array_index (object->identifiers, i);

      json_builder_begin_object (builder);
      rutter_json_add_string (builder, "scheme", identifier->scheme);
      rutter_json_add_string (builder, "value", identifier->value);
      rutter_json_add_string (builder, "check", checks[identifier->check]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_place (JsonBuilder        *builder,
           const RutterObject *object)
{
  const RutterPlace *place = object->row;

  add_position (builder, place->has_position, place->position);
  rutter_json_add_string (builder, "place_kind", place->kind);
  rutter_json_add_string (builder, "country", place->country);
  rutter_json_add_string (builder, "unlocode", place->unlocode);
  rutter_json_add_string (builder, "alt_names", place->alt_names);
  rutter_json_add_string (builder, "precision", place->precision);
  rutter_json_add_string (builder, "position_source", place->position_source);
  rutter_json_add_string (builder, "role", place->role);
  rutter_json_add_string (builder, "note", place->note);
}

static void
add_route (JsonBuilder        *builder,
           const RutterObject *object)
{
  const RutterRoute *route = object->row;

  rutter_json_add_string (builder, "mode", route->mode);
  rutter_json_add_string (builder, "method", route->method);
  rutter_json_add_string (builder, "cargo", route->cargo);
  rutter_json_add_span (builder, &route->span);
  rutter_json_add_string (builder, "period_as_printed", route->period);
  json_builder_set_member_name (builder, "line");
  json_builder_begin_array (builder);
  for (guint i = 0; i < route->n_points; i++)
    {
      json_builder_begin_array (builder);
      json_builder_add_double_value (builder, route->points[i].lon);
      json_builder_add_double_value (builder, route->points[i].lat);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
  add_participants (builder, object);
  rutter_json_add_string (builder, "note", route->note);
}

static void
add_event (JsonBuilder        *builder,
           const RutterObject *object)
{
  const RutterEvent *event = object->row;

  rutter_json_add_string (builder, "event_kind", event->kind);
  rutter_json_add_span (builder, &event->span);
  add_uid (builder, "place", event->place != NULL ? event->place->object : NULL);
  add_position (builder, event->has_position, event->position);
  rutter_json_add_string (builder, "position_source", event->position_source);
  rutter_json_add_string (builder, "description", event->description);
  add_participants (builder, object);
  rutter_json_add_string (builder, "note", event->note);
}

static void
add_hub (JsonBuilder        *builder,
         const RutterObject *object)
{
  const RutterHub *hub = object->row;

  add_uid (builder, "place", hub->place != NULL ? hub->place->object : NULL);
  add_position (builder, hub->has_position, hub->position);
  rutter_json_add_string (builder, "goods", hub->goods);
  rutter_json_add_span (builder, &hub->span);
  rutter_json_add_string (builder, "period_as_printed", hub->period);
  rutter_json_add_string (builder, "listings_as_printed", hub->listings_as_printed);
  add_participants (builder, object);
  rutter_json_add_string (builder, "note", hub->note);
}

static void
add_party (JsonBuilder        *builder,
           const RutterObject *object)
{
  const RutterParty *party = object->row;

  rutter_json_add_string (builder, "party_kind", party->kind);
  rutter_json_add_string (builder, "code", party->code);
  rutter_json_add_string (builder, "jurisdiction", party->jurisdiction);
  add_uid (builder, "anchor", party->anchor != NULL ? party->anchor->object : NULL);
  rutter_json_add_string (builder, "aliases", party->aliases);
  rutter_json_add_string (builder, "business", party->business);
  rutter_json_add_string (builder, "description", party->description);
  add_identifiers (builder, object);
  rutter_json_add_string (builder, "note", party->note);
}

static void
add_vessel_names (JsonBuilder        *builder,
                  const RutterVessel *vessel)
{
  json_builder_set_member_name (builder, "names");
  json_builder_begin_array (builder);
  for (guint i = 0; i < vessel->names->len; i++)
    {
      const RutterVesselName *name = g_ptr_array_index (vessel->names, i);

      json_builder_begin_object (builder);
      rutter_json_add_string (builder, "name", name->name);
      rutter_json_add_string (builder, "kind", name->kind);
      rutter_json_add_span (builder, &name->span);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "flags");
  json_builder_begin_array (builder);
  for (guint i = 0; i < vessel->flags->len; i++)
    {
      const RutterVesselFlag *flag = g_ptr_array_index (vessel->flags, i);

      json_builder_begin_object (builder);
      rutter_json_add_string (builder, "flag", flag->flag);
      rutter_json_add_span (builder, &flag->span);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_vessel (JsonBuilder        *builder,
            const RutterObject *object)
{
  const RutterVessel *vessel = object->row;

  rutter_json_add_string (builder, "type", vessel->type);
  rutter_json_add_int (builder, "gross_tonnage", vessel->gross_tonnage);
  rutter_json_add_int (builder, "built", vessel->built);
  rutter_json_add_string (builder, "role", vessel->role);
  rutter_json_add_string (builder, "role_status", vessel->has_role_status ?
                          rutter_status_get_id (vessel->role_status) : NULL);
  add_vessel_names (builder, vessel);
  add_identifiers (builder, object);
  json_builder_set_member_name (builder, "listings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < object->listings->len; i++)
    {
      const RutterListing *listing = g_ptr_array_index (object->listings, i);

      json_builder_add_string_value (builder, listing->object->uid);
    }
  json_builder_end_array (builder);
  rutter_json_add_string (builder, "note", vessel->note);
}

static void
add_topic (JsonBuilder        *builder,
           const RutterObject *object)
{
  const RutterTopic *topic = object->row;

  rutter_json_add_string (builder, "description", topic->description);
  add_participants (builder, object);
}

static void
add_regime (JsonBuilder        *builder,
            const RutterObject *object)
{
  const RutterRegime *regime = object->row;

  rutter_json_add_string (builder, "authority", regime->authority);
  rutter_json_add_string (builder, "target", regime->target);
  rutter_json_add_string (builder, "type", regime->type);
  rutter_json_add_span (builder, &regime->span);
  rutter_json_add_string (builder, "bound", regime->bound);
  rutter_json_add_string (builder, "measures", regime->measures);
  add_participants (builder, object);
  rutter_json_add_string (builder, "note", regime->note);
}

static void
add_listing (JsonBuilder        *builder,
             const RutterObject *object)
{
  const RutterListing *listing = object->row;

  add_uid (builder, "subject", listing->subject);
  add_uid (builder, "regime", listing->regime != NULL ? listing->regime->object : NULL);
  rutter_json_add_string (builder, "authority", listing->authority);
  rutter_json_add_string (builder, "programme", listing->programme);
  rutter_json_add_string (builder, "number", listing->number);
  rutter_json_add_span (builder, &listing->span);
  rutter_json_add_string (builder, "as_printed", listing->as_printed);
  rutter_json_add_string (builder, "note", listing->note);
}

static void
add_link (JsonBuilder        *builder,
          const RutterObject *object)
{
  const RutterLink *link = object->row;

  rutter_json_add_string (builder, "link_kind", link->kind);
  add_uid (builder, "from", link->from);
  add_uid (builder, "to", link->to);
  rutter_json_add_span (builder, &link->span);
  rutter_json_add_bool (builder, "weak", link->weak);
  rutter_json_add_string (builder, "as_printed", link->as_printed);
  rutter_json_add_string (builder, "note", link->note);
}

static void
add_transfer (JsonBuilder        *builder,
              const RutterObject *object)
{
  const RutterTransfer *transfer = object->row;

  add_uid (builder, "supplier", transfer->supplier->object);
  add_uid (builder, "recipient", transfer->recipient->object);
  rutter_json_add_string (builder, "designation", transfer->designation);
  rutter_json_add_string (builder, "category", transfer->category);
  rutter_json_add_span (builder, &transfer->span);
  rutter_json_add_string (builder, "years_as_printed", transfer->years);
  rutter_json_add_string (builder, "quantity", transfer->quantity);
  rutter_json_add_bool (builder, "quantity_uncertain", transfer->quantity_uncertain);
  rutter_json_add_string (builder, "note", transfer->note);
}

static void
add_source (JsonBuilder        *builder,
            const RutterObject *object)
{
  const RutterSource *source = object->row;

  rutter_json_add_string (builder, "publisher", source->publisher);
  rutter_json_add_string (builder, "author", source->author);
  rutter_json_add_string (builder, "date_as_printed", source->date);
  rutter_json_add_string (builder, "url", source->url);
  rutter_json_add_bool (builder, "url_complete", source->url_complete);
  rutter_json_add_string (builder, "source_kind", source->kind);
  rutter_json_add_string (builder, "read", source->read);
  rutter_json_add_bool (builder, "title_is_exact", source->title_is_exact);
}

/* Everything that `list passages` says, and what it is: no claim. */
static void
add_passage (JsonBuilder        *builder,
             const RutterObject *object)
{
  const RutterPassage *passage = object->row;

  rutter_json_add_string (builder, "id", passage->id);
  rutter_json_add_string (builder, "passage_kind", rutter_passage_kind_get_nick (passage->kind));
  rutter_json_add_bool (builder, "shut", passage->is_shut);
  rutter_json_add_string (builder, "season", passage->season);
  rutter_json_add_string (builder, "source", passage->source);
  rutter_json_add_string (builder, "network", passage->network);
}

static const AddFunc add_funcs[RUTTER_N_KIND] = {
  [RUTTER_KIND_PLACE] = add_place,
  [RUTTER_KIND_ROUTE] = add_route,
  [RUTTER_KIND_EVENT] = add_event,
  [RUTTER_KIND_HUB] = add_hub,
  [RUTTER_KIND_PARTY] = add_party,
  [RUTTER_KIND_VESSEL] = add_vessel,
  [RUTTER_KIND_RELATION] = add_topic,
  [RUTTER_KIND_TOPIC] = add_topic,
  [RUTTER_KIND_REGIME] = add_regime,
  [RUTTER_KIND_LISTING] = add_listing,
  [RUTTER_KIND_LINK] = add_link,
  [RUTTER_KIND_TRANSFER] = add_transfer,
  [RUTTER_KIND_SOURCE] = add_source,
  [RUTTER_KIND_PASSAGE] = add_passage,
};

/* Adds the members of the object's kind to the JSON object that is open. */
void
rutter_object_json_add_fields (JsonBuilder        *builder,
                               const RutterObject *object)
{
  add_funcs[object->kind] (builder, object);
}
