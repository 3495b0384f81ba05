/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Sections of what lies on the map: places, routes, events, hubs, transfers. */

#include "rutter-dossier-writer.h"

#include "rutter-phrases.h"
#include "rutter-verdict.h"

#include <math.h>

/* Four decimals are eleven metres, finer than any position in the catalogue. */
static char *
describe_position (RutterLonLat position)
{
  return g_strdup_printf ("%.4f° %c, %.4f° %c", fabs (position.lat),
                          position.lat < 0 ? 'S' : 'N', fabs (position.lon),
                          position.lon < 0 ? 'W' : 'E');
}

static void
write_position (RutterDossierWriter *self,
                RutterLonLat         position,
                const char          *precision,
                const char          *source)
{
  g_autofree char *text = describe_position (position);
  GString *note = g_string_new (NULL);

  if (precision != NULL)
    g_string_append_printf (note, "precision: %s", precision);
  if (source != NULL)
    g_string_append_printf (note, "%sfrom: %s", note->len > 0 ? "; " : "", source);

  rutter_dossier_writer_add (self, "Position", text, note->len > 0 ? note->str : NULL);
  g_string_free (note, TRUE);
}

static void
write_place_link (RutterDossierWriter *self,
                  const RutterPlace   *place)
{
  if (place != NULL)
    rutter_dossier_writer_add_object (self, "Place", place->object, place->precision);
}

static void
write_what_happened (RutterDossierWriter *self,
                     const RutterPlace   *place)
{
  GPtrArray *events = rutter_records_get_objects (self->records, RUTTER_KIND_EVENT);
  GPtrArray *hubs = rutter_records_get_objects (self->records, RUTTER_KIND_HUB);
  GPtrArray *parties = rutter_records_get_objects (self->records, RUTTER_KIND_PARTY);

  rutter_dossier_writer_begin (self, "events", "What happened here");
  for (guint i = 0; i < events->len; i++)
    {
      const RutterObject *object = g_ptr_array_index (events, i);
      const RutterEvent *event = object->row;
      g_autofree char *date = rutter_phrase_span (&event->span);

      if (event->place == place)
        rutter_dossier_writer_add_object (self, date != NULL ? date : "No date", object, NULL);
    }

  rutter_dossier_writer_begin (self, "hubs", "Hubs here");
  for (guint i = 0; i < hubs->len; i++)
    {
      const RutterObject *object = g_ptr_array_index (hubs, i);

      if (((const RutterHub *)object->row)->place == place)
        rutter_dossier_writer_add_object (self, NULL, object, NULL);
    }

  rutter_dossier_writer_begin (self, "anchors", "Arcs that begin and end here");
  for (guint i = 0; i < parties->len; i++)
    {
      const RutterObject *object = g_ptr_array_index (parties, i);

      if (((const RutterParty *)object->row)->anchor == place)
        rutter_dossier_writer_add_object (self, "For", object,
                                          "a point that stands for the whole actor");
    }
}

void
rutter_dossier_write_place (RutterDossierWriter *self,
                            const RutterObject  *object)
{
  const RutterPlace *place = object->row;

  rutter_dossier_writer_begin (self, "identity", "Identity");
  rutter_dossier_writer_take (self, "Kind", rutter_phrase_word (place->kind));
  rutter_dossier_writer_add_actor (self, "Country", place->country, NULL);
  rutter_dossier_writer_add (self, "UN/LOCODE", place->unlocode, NULL);
  if (place->has_position)
    write_position (self, place->position, place->precision, place->position_source);
  else
    rutter_dossier_writer_add (self, "Position", "none in the sources", NULL);
  rutter_dossier_writer_add (self, "Also called", place->alt_names, NULL);
  rutter_dossier_writer_add (self, "Role", place->role, NULL);

  write_what_happened (self, place);
  rutter_dossier_writer_begin (self, "routes", "Routes that touch it");
  rutter_dossier_writer_add_parts (self, object, RUTTER_KIND_ROUTE, NULL);
  rutter_dossier_write_links (self, object, "links", "Who is here", RUTTER_KIND_PARTY);
  rutter_dossier_writer_begin (self, "notes", "Notes");
  rutter_dossier_writer_add (self, NULL, place->note, NULL);
}

/* What the line on the map is, and is not. */
static const char *
get_method_sentence (const RutterRoute *route)
{
  if (g_strcmp0 (route->method, "given") == 0)
    return "The line follows the way that a source gives.";
  if (g_strcmp0 (route->method, "computed") == 0)
    return "The line was computed between the places named; it is not a track.";

  return "The line is schematic, a great circle between the places named; it is not a track.";
}

static void
write_route (RutterDossierWriter *self,
             const RutterObject  *object)
{
  const RutterRoute *route = object->row;

  rutter_dossier_writer_begin (self, "identity", "The way");
  rutter_dossier_writer_take (self, "By", rutter_phrase_word (route->mode));
  rutter_dossier_writer_add_members (self, "Stop", object, "stop");
  rutter_dossier_writer_add (self, "Line", get_method_sentence (route), NULL);
  rutter_dossier_writer_begin (self, "cargo", "Cargo and vessels");
  rutter_dossier_writer_add (self, "Cargo", route->cargo, NULL);
  rutter_dossier_writer_add_members (self, "Vessel", object, "vessel");
  rutter_dossier_writer_add_members (self, "Actor", object, "actor");
  rutter_dossier_writer_begin (self, "notes", "Notes");
  rutter_dossier_writer_add (self, NULL, route->note, NULL);
}

static void
write_event (RutterDossierWriter *self,
             const RutterObject  *object)
{
  const RutterEvent *event = object->row;

  rutter_dossier_writer_begin (self, "identity", "The event");
  rutter_dossier_writer_add (self, "What happened", event->description, NULL);
  write_place_link (self, event->place);
  if (event->has_position)
    write_position (self, event->position, NULL, event->position_source);
  else if (event->place == NULL)
    rutter_dossier_writer_add (self, "Position", "none in the sources", event->position_source);
  rutter_dossier_writer_begin (self, "actors", "Who took part");
  rutter_dossier_writer_add_members (self, "Actor", object, "actor");
  rutter_dossier_writer_add_members (self, "Party", object, "company");
  rutter_dossier_writer_begin (self, "vessels", "Vessels");
  rutter_dossier_writer_add_members (self, NULL, object, "vessel");
  rutter_dossier_writer_begin (self, "notes", "Notes");
  rutter_dossier_writer_add (self, NULL, event->note, NULL);
}

static void
write_hub (RutterDossierWriter *self,
           const RutterObject  *object)
{
  const RutterHub *hub = object->row;

  rutter_dossier_writer_begin (self, "identity", "The hub");
  write_place_link (self, hub->place);
  if (hub->has_position && hub->place == NULL)
    write_position (self, hub->position, NULL, NULL);
  rutter_dossier_writer_add (self, "Goods", hub->goods, NULL);
  rutter_dossier_writer_add_members (self, "Said to have served", object, "served");
  rutter_dossier_writer_begin (self, "companies", "Companies");
  rutter_dossier_writer_add_members (self, NULL, object, "company");
  rutter_dossier_writer_begin (self, "listings", "Listings");
  rutter_dossier_writer_add (self, "As printed", hub->listings_as_printed, NULL);
  rutter_dossier_writer_begin (self, "notes", "Notes");
  rutter_dossier_writer_add (self, NULL, hub->note, NULL);
}

static void
write_transfer (RutterDossierWriter *self,
                const RutterObject  *object)
{
  const RutterTransfer *transfer = object->row;
  g_autofree char *dates = rutter_phrase_span (&transfer->span);

  rutter_dossier_writer_begin (self, "identity", "The transfer");
  if (transfer->supplier != NULL)
    rutter_dossier_writer_add_object (self, "Supplier", transfer->supplier->object, NULL);
  if (transfer->recipient != NULL)
    rutter_dossier_writer_add_object (self, "Recipient", transfer->recipient->object, NULL);
  rutter_dossier_writer_add (self, "Designation", transfer->designation, NULL);
  rutter_dossier_writer_take (self, "Category", rutter_phrase_capitalize (transfer->category));
  rutter_dossier_writer_add (self, "Years", transfer->years != NULL ? transfer->years : dates,
                             transfer->years != NULL ? dates : NULL);
  if (transfer->quantity != NULL && transfer->quantity_uncertain)
    rutter_dossier_writer_take (self, "Quantity", g_strdup_printf ("(%s)", transfer->quantity));
  else
    rutter_dossier_writer_add (self, "Quantity", transfer->quantity, NULL);
  rutter_dossier_writer_add (self, "Line",
                             "The arc joins the two sides; the way is not known.", NULL);
  rutter_dossier_writer_begin (self, "notes", "Notes");
  rutter_dossier_writer_add (self, NULL, transfer->note, NULL);
}

void
rutter_dossier_write_feature (RutterDossierWriter *self,
                              const RutterObject  *object)
{
  switch ((int)object->kind)
    {
    case RUTTER_KIND_ROUTE:
      write_route (self, object);
      break;
    case RUTTER_KIND_EVENT:
      write_event (self, object);
      break;
    case RUTTER_KIND_HUB:
      write_hub (self, object);
      break;
    case RUTTER_KIND_TRANSFER:
      write_transfer (self, object);
      break;
    default:
      break;
    }
}
