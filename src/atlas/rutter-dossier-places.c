/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Sections of what lies on the map: places, routes, events, hubs, transfers. */

#include "rutter-dossier-writer.h"

#include "rutter-number.h"
#include "rutter-phrases.h"
#include "rutter-verdict.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Four decimals are eleven metres, finer than any position in the catalogue. */
static char *
describe_position (RutterLonLat position)
{
  g_autofree char *lat = rutter_number_to_text (fabs (position.lat), 4);
  g_autofree char *lon = rutter_number_to_text (fabs (position.lon), 4);

  /* Translators: latitude, its hemisphere, longitude, its hemisphere. */
  return g_strdup_printf (C_("position", "%s° %s, %s° %s"),
                          lat, position.lat < 0 ? C_("south", "S") : C_("north", "N"),
                          lon, position.lon < 0 ? C_("west", "W") : C_("east", "E"));
}

static void
write_position (RutterDossierWriter *self,
                RutterLonLat         position,
                const char          *precision,
                const char          *source)
{
  g_autofree char *text = describe_position (position);
  g_autofree char *note = NULL;

  if (precision != NULL && source != NULL)
    note = g_strdup_printf (_("precision: %s; from: %s"), precision, source);
  else if (precision != NULL)
    note = g_strdup_printf (_("precision: %s"), precision);
  else if (source != NULL)
    note = g_strdup_printf (_("from: %s"), source);

  rutter_dossier_writer_add (self, _("Position"), text, note);
}

/* What the catalogue says of a place is a remark, "call of Maia-1 in January 2025", and no name for
 * what it is.
 */
static char *
make_sentence (const char *remark)
{
  GString *text = g_string_new (NULL);

  if (remark == NULL || *remark == '\0')
    return g_string_free (text, TRUE);

  g_string_append_unichar (text, g_unichar_toupper (g_utf8_get_char (remark)));
  g_string_append (text, g_utf8_next_char (remark));
  if (strchr (".!?", text->str[text->len - 1]) == NULL)
    g_string_append_c (text, '.');

  return g_string_free (text, FALSE);
}

static void
write_place_link (RutterDossierWriter *self,
                  const RutterPlace   *place)
{
  if (place != NULL)
    rutter_dossier_writer_add_object (self, _("Place"), place->object, place->precision);
}

static void
write_what_happened (RutterDossierWriter *self,
                     const RutterPlace   *place)
{
  GPtrArray *events = rutter_records_get_objects (self->records, RUTTER_KIND_EVENT);
  GPtrArray *hubs = rutter_records_get_objects (self->records, RUTTER_KIND_HUB);
  GPtrArray *parties = rutter_records_get_objects (self->records, RUTTER_KIND_PARTY);

  rutter_dossier_writer_begin (self, "events", _("What happened here"));
  for (guint i = 0; i < events->len; i++)
    {
      const RutterObject *object = g_ptr_array_index (events, i);
      const RutterEvent *event = object->row;
      g_autofree char *date = rutter_phrase_span (&event->span);

      if (event->place == place)
        rutter_dossier_writer_add_object (self, date != NULL ? date : _("No date"), object, NULL);
    }

  rutter_dossier_writer_begin (self, "hubs", _("Hubs here"));
  for (guint i = 0; i < hubs->len; i++)
    {
      const RutterObject *object = g_ptr_array_index (hubs, i);

      if (((const RutterHub *)object->row)->place == place)
        rutter_dossier_writer_add_object (self, NULL, object, NULL);
    }

  rutter_dossier_writer_begin (self, "anchors", _("Arcs that begin and end here"));
  for (guint i = 0; i < parties->len; i++)
    {
      const RutterObject *object = g_ptr_array_index (parties, i);

      if (((const RutterParty *)object->row)->anchor == place)
        rutter_dossier_writer_add_object (self, C_("on behalf of", "For"), object,
                                          _("a point that stands for the whole actor"));
    }
}

void
rutter_dossier_write_place (RutterDossierWriter *self,
                            const RutterObject  *object)
{
  const RutterPlace *place = object->row;

  rutter_dossier_writer_begin (self, "identity", _("Identity"));
  rutter_dossier_writer_take (self, _("Kind"), rutter_phrase_word (place->kind));
  rutter_dossier_writer_add_actor (self, _("Country"), place->country, NULL);
  rutter_dossier_writer_add (self, "UN/LOCODE", place->unlocode, NULL);
  if (place->has_position)
    write_position (self, place->position, place->precision, place->position_source);
  else
    rutter_dossier_writer_add (self, _("Position"), _("none in the sources"), NULL);
  rutter_dossier_writer_add (self, _("Also called"), place->alt_names, NULL);

  write_what_happened (self, place);
  rutter_dossier_writer_begin (self, "routes", _("Routes that touch it"));
  rutter_dossier_writer_add_parts (self, object, RUTTER_KIND_ROUTE, NULL);
  rutter_dossier_write_links (self, object, "links", _("Who is here"), RUTTER_KIND_PARTY);
  rutter_dossier_writer_begin (self, "notes", _("Notes"));
  rutter_dossier_writer_take (self, NULL, make_sentence (place->role));
  rutter_dossier_writer_add (self, NULL, place->note, NULL);
}

/* What the line on the map is, and is not. */
static const char *
get_method_sentence (const RutterRoute *route)
{
  if (g_strcmp0 (route->method, "given") == 0)
    return _("The line follows the way that a source gives.");
  if (g_strcmp0 (route->method, "computed") == 0)
    return _("The line was computed between the places named; it is not a track.");

  return _("The line is schematic, a great circle between the places named; it is not a track.");
}

/* No claim about the route itself, so not among them. */
static void
write_making (RutterDossierWriter *self,
              const RutterObject  *object)
{
  rutter_dossier_writer_begin (self, "line", _("How the line was made"));
  for (guint i = 0; i < object->computed->len; i++)
    {
      const RutterClaim *claim = g_ptr_array_index (object->computed, i);

      rutter_dossier_writer_add (self, NULL, claim->statement, claim->note);
    }
}

static void
write_route (RutterDossierWriter *self,
             const RutterObject  *object)
{
  const RutterRoute *route = object->row;

  rutter_dossier_writer_begin (self, "identity", _("The way"));
  rutter_dossier_writer_take (self, C_("means of transport", "By"),
                              rutter_phrase_word (route->mode));
  rutter_dossier_writer_add_members (self, _("Stop"), object, "stop");
  rutter_dossier_writer_add (self, _("Line"), get_method_sentence (route), NULL);
  write_making (self, object);
  rutter_dossier_writer_begin (self, "cargo", _("Cargo and vessels"));
  rutter_dossier_writer_add (self, _("Cargo"), route->cargo, NULL);
  rutter_dossier_writer_add_members (self, _("Vessel"), object, "vessel");
  rutter_dossier_writer_add_members (self, _("Actor"), object, "actor");
  rutter_dossier_writer_begin (self, "notes", _("Notes"));
  rutter_dossier_writer_add (self, NULL, route->note, NULL);
}

static void
write_event (RutterDossierWriter *self,
             const RutterObject  *object)
{
  const RutterEvent *event = object->row;

  rutter_dossier_writer_begin (self, "identity", _("The event"));
  rutter_dossier_writer_add (self, _("What happened"), event->description, NULL);
  write_place_link (self, event->place);
  if (event->has_position)
    write_position (self, event->position, NULL, event->position_source);
  else if (event->place == NULL)
    rutter_dossier_writer_add (self, _("Position"), _("none in the sources"),
                               event->position_source);
  rutter_dossier_writer_begin (self, "actors", _("Who took part"));
  rutter_dossier_writer_add_members (self, _("Actor"), object, "actor");
  rutter_dossier_writer_add_members (self, _("Party"), object, "company");
  rutter_dossier_writer_begin (self, "vessels", _("Vessels"));
  rutter_dossier_writer_add_members (self, NULL, object, "vessel");
  rutter_dossier_writer_begin (self, "notes", _("Notes"));
  rutter_dossier_writer_add (self, NULL, event->note, NULL);
}

static void
write_hub (RutterDossierWriter *self,
           const RutterObject  *object)
{
  const RutterHub *hub = object->row;

  rutter_dossier_writer_begin (self, "identity", _("The hub"));
  write_place_link (self, hub->place);
  if (hub->has_position && hub->place == NULL)
    write_position (self, hub->position, NULL, NULL);
  rutter_dossier_writer_add (self, _("Goods"), hub->goods, NULL);
  rutter_dossier_writer_add_members (self, _("Said to have served"), object, "served");
  rutter_dossier_writer_begin (self, "companies", _("Companies"));
  rutter_dossier_writer_add_members (self, NULL, object, "company");
  rutter_dossier_writer_begin (self, "listings", _("Listings"));
  rutter_dossier_writer_add (self, _("As printed"), hub->listings_as_printed, NULL);
  rutter_dossier_writer_begin (self, "notes", _("Notes"));
  rutter_dossier_writer_add (self, NULL, hub->note, NULL);
}

static void
write_transfer (RutterDossierWriter *self,
                const RutterObject  *object)
{
  const RutterTransfer *transfer = object->row;
  g_autofree char *dates = rutter_phrase_span (&transfer->span);

  rutter_dossier_writer_begin (self, "identity", _("The transfer"));
  if (transfer->supplier != NULL)
    rutter_dossier_writer_add_object (self, _("Supplier"), transfer->supplier->object, NULL);
  if (transfer->recipient != NULL)
    rutter_dossier_writer_add_object (self, _("Recipient"), transfer->recipient->object, NULL);
  rutter_dossier_writer_add (self, _("Designation"), transfer->designation, NULL);
  rutter_dossier_writer_take (self, _("Category"), rutter_phrase_word (transfer->category));
  rutter_dossier_writer_add (self, _("Years"), transfer->years != NULL ? transfer->years : dates,
                             transfer->years != NULL ? dates : NULL);
  if (transfer->quantity != NULL && transfer->quantity_uncertain)
    rutter_dossier_writer_take (self, _("Quantity"), g_strdup_printf ("(%s)", transfer->quantity));
  else
    rutter_dossier_writer_add (self, _("Quantity"), transfer->quantity, NULL);
  rutter_dossier_writer_add (self, _("Line"),
                             _("The arc joins the two sides; the way is not known."), NULL);
  rutter_dossier_writer_begin (self, "notes", _("Notes"));
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
