/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Sections of vessels and of parties, actors among them. */

#include "rutter-dossier-writer.h"

#include "rutter-actor-name.h"
#include "rutter-number.h"
#include "rutter-phrases.h"
#include "rutter-verdict.h"

#include <glib/gi18n-lib.h>

static gboolean
has_identifier (const RutterObject *object,
                const char         *scheme)
{
  for (guint i = 0; i < object->identifiers->len; i++)
    {
      const RutterIdentifier *identifier = g_ptr_array_index (object->identifiers, i);

      if (g_strcmp0 (identifier->scheme, scheme) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
write_vessel_identity (RutterDossierWriter *self,
                       const RutterObject  *object)
{
  const RutterVessel *vessel = object->row;

  rutter_dossier_writer_begin (self, "identity", _("Identity"));
  rutter_dossier_writer_take (self, _("Type"), rutter_phrase_word (vessel->type));
  rutter_dossier_write_identifiers (self, object);
  if (!has_identifier (object, "imo"))
    rutter_dossier_writer_add (self, "IMO", _("none in the sources"), NULL);
  if (!has_identifier (object, "mmsi"))
    rutter_dossier_writer_add (self, "MMSI", _("none in the sources"), NULL);
  if (vessel->gross_tonnage > 0)
    rutter_dossier_writer_take (self, _("Gross tonnage"),
                                rutter_count_to_text (vessel->gross_tonnage));
  if (vessel->built > 0)
    rutter_dossier_writer_take (self, _("Built"), g_strdup_printf ("%d", vessel->built));
}

static char *
note_validity (const RutterSpan   *span,
               const char         *as_printed,
               const char         *value,
               const RutterFilter *filter)
{
  g_autofree char *dates = rutter_phrase_span (span);
  GString *note = g_string_new (dates);

  if (dates != NULL && filter->last_day != RUTTER_DAY_AFTER_ALL
      && !rutter_span_holds (span, filter->last_day))
    {
      g_autofree char *day = rutter_phrase_day (filter->last_day);

      g_string_printf (note, _("%s, not on %s"), dates, day);
    }
  if (as_printed != NULL && g_strcmp0 (as_printed, value) != 0)
    {
      g_string_append (note, note->len > 0 ? "; " : "");
      g_string_append_printf (note, _("printed as “%s”"), as_printed);
    }

  return g_string_free (note, note->len == 0);
}

static void
write_names_and_flags (RutterDossierWriter *self,
                       const RutterVessel  *vessel)
{
  rutter_dossier_writer_begin (self, "names", _("Names"));
  for (guint i = 0; i < vessel->names->len; i++)
    {
      const RutterVesselName *name = g_ptr_array_index (vessel->names, i);
      g_autofree char *label = rutter_phrase_word (name->kind);
      g_autofree char *note = note_validity (&name->span, name->as_printed, name->name,
                                             self->filter);

      rutter_dossier_writer_add (self, label, name->name, note);
    }
  rutter_dossier_writer_add (self, _("As printed"), vessel->names_as_printed, NULL);

  rutter_dossier_writer_begin (self, "flags", _("Flags"));
  for (guint i = 0; i < vessel->flags->len; i++)
    {
      const RutterVesselFlag *flag = g_ptr_array_index (vessel->flags, i);
      g_autofree char *note = note_validity (&flag->span, flag->as_printed, flag->flag,
                                             self->filter);

      rutter_dossier_writer_add_actor (self, _("Flag"), flag->flag, note);
    }
}

void
rutter_dossier_write_vessel (RutterDossierWriter *self,
                             const RutterObject  *object)
{
  const RutterVessel *vessel = object->row;
  RutterDossierRow *row;

  write_vessel_identity (self, object);
  rutter_dossier_writer_begin (self, "role", _("What is claimed of it"));
  row = rutter_dossier_writer_add (self, NULL, vessel->role, NULL);
  if (row != NULL && vessel->has_role_status)
    {
      row->has_status = TRUE;
      row->status = vessel->role_status;
    }

  write_names_and_flags (self, vessel);
  rutter_dossier_write_links (self, object, "owners", _("Owners and managers"), RUTTER_KIND_PARTY);
  rutter_dossier_writer_add (self, _("As printed"), vessel->owners_as_printed, NULL);
  rutter_dossier_write_listings (self, object);
  rutter_dossier_writer_begin (self, "events", _("Events"));
  rutter_dossier_writer_add_parts (self, object, RUTTER_KIND_EVENT, NULL);
  rutter_dossier_writer_begin (self, "routes", _("Routes"));
  rutter_dossier_writer_add_parts (self, object, RUTTER_KIND_ROUTE, NULL);
  rutter_dossier_write_links (self, object, "vessels", _("Other vessels"), RUTTER_KIND_VESSEL);
  rutter_dossier_writer_begin (self, "notes", _("Notes"));
  rutter_dossier_writer_add (self, NULL, vessel->note, NULL);
}

static const RutterParty *
get_other_side (const RutterTransfer *transfer,
                gboolean              is_supplier)
{
  return is_supplier ? transfer->recipient : transfer->supplier;
}

static int
compare_transfers (gconstpointer a,
                   gconstpointer b,
                   gpointer      is_supplier)
{
  const RutterObject *first = *(const RutterObject *const *)a;
  const RutterObject *second = *(const RutterObject *const *)b;
  const RutterTransfer *first_row = first->row;
  const RutterTransfer *second_row = second->row;
  int order
    = g_utf8_collate (get_other_side (first_row, GPOINTER_TO_INT (is_supplier))->object->title,
                      get_other_side (second_row, GPOINTER_TO_INT (is_supplier))->object->title);

  if (order != 0)
    return order;
  if (first_row->span.earliest != second_row->span.earliest)
    return first_row->span.earliest < second_row->span.earliest ? -1 : 1;

  return g_strcmp0 (first->uid, second->uid);
}

/* Grouped by the other side, by date within. */
static void
write_transfers (RutterDossierWriter *self,
                 const RutterParty   *party,
                 gboolean             is_supplier)
{
  GPtrArray *all = rutter_records_get_objects (self->records, RUTTER_KIND_TRANSFER);
  g_autoptr(GPtrArray) transfers = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const RutterObject *object = g_ptr_array_index (all, i);
      const RutterTransfer *transfer = object->row;

      if ((is_supplier ? transfer->supplier : transfer->recipient) == party
          && get_other_side (transfer, is_supplier) != NULL)
        g_ptr_array_add (transfers, (gpointer)object);
    }

  g_ptr_array_sort_with_data (transfers, compare_transfers, GINT_TO_POINTER (is_supplier));
  for (guint i = 0; i < transfers->len; i++)
    {
      const RutterObject *object = g_ptr_array_index (transfers, i);
      const RutterTransfer *transfer = object->row;
      g_autofree char *dates = transfer->years != NULL ? g_strdup (transfer->years)
                                                       : rutter_phrase_span (&transfer->span);
      g_autofree char *label
        = g_strdup_printf (is_supplier ? C_("recipient", "To %s") : C_("supplier", "From %s"),
                           rutter_actor_name_to_text (get_other_side (transfer,
                                                                      is_supplier)->object->title));

      rutter_dossier_writer_add_object (self, label, object, dates);
    }
}

static void
write_party_identity (RutterDossierWriter *self,
                      const RutterObject  *object)
{
  const RutterParty *party = object->row;

  rutter_dossier_writer_begin (self, "identity", _("Identity"));
  rutter_dossier_writer_take (self, _("Kind"), rutter_phrase_word (party->kind));
  if (party->code == NULL)
    rutter_dossier_writer_add_actor (self, _("Jurisdiction"), party->jurisdiction, NULL);
  else
    rutter_dossier_writer_add (self, _("Code"), party->code, NULL);
  rutter_dossier_writer_add (self, _("Also called"), party->aliases, NULL);
  rutter_dossier_writer_add (self, _("Called in the sources"), party->business, NULL);
  rutter_dossier_writer_add (self, _("Described as"), party->description, NULL);
  rutter_dossier_write_identifiers (self, object);
  rutter_dossier_writer_add (self, _("Identifiers as printed"), party->identifiers_as_printed,
                             NULL);
}

/* Accords apart from what else happened: kinds of acts first. */
static void
write_party_events (RutterDossierWriter *self,
                    const RutterObject  *object)
{
  rutter_dossier_writer_begin (self, "hubs", _("Hubs"));
  rutter_dossier_writer_add_parts (self, object, RUTTER_KIND_HUB, NULL);
  rutter_dossier_writer_begin (self, "routes", _("Routes"));
  rutter_dossier_writer_add_parts (self, object, RUTTER_KIND_ROUTE, NULL);
  rutter_dossier_writer_begin (self, "relations", _("Relations"));
  rutter_dossier_writer_add_parts (self, object, RUTTER_KIND_RELATION, NULL);
  rutter_dossier_writer_begin (self, "topics", _("Topics"));
  rutter_dossier_writer_add_parts (self, object, RUTTER_KIND_TOPIC, NULL);
  rutter_dossier_writer_begin (self, "regimes", _("Regimes that target it"));
  rutter_dossier_writer_add_parts (self, object, RUTTER_KIND_REGIME, "target");
  rutter_dossier_writer_begin (self, "events", _("Accords and events"));
  rutter_dossier_writer_add_parts (self, object, RUTTER_KIND_EVENT, NULL);
}

void
rutter_dossier_write_party (RutterDossierWriter *self,
                            const RutterObject  *object)
{
  const RutterParty *party = object->row;

  write_party_identity (self, object);
  rutter_dossier_write_listings (self, object);
  rutter_dossier_write_links (self, object, "vessels", _("Vessels"), RUTTER_KIND_VESSEL);
  rutter_dossier_write_links (self, object, "links", _("Links"), RUTTER_KIND_PARTY);
  rutter_dossier_write_links (self, object, "places", _("Places"), RUTTER_KIND_PLACE);
  rutter_dossier_writer_begin (self, "supplies", _("Supplies"));
  write_transfers (self, party, TRUE);
  rutter_dossier_writer_begin (self, "receives", _("Receives"));
  write_transfers (self, party, FALSE);
  write_party_events (self, object);
  rutter_dossier_writer_begin (self, "notes", _("Notes"));
  rutter_dossier_writer_add (self, NULL, party->note, NULL);
}
