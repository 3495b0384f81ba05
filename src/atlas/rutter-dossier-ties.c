/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What ties parties and vessels to others: identifiers, links, listings. */

#include "rutter-dossier-writer.h"

#include "rutter-phrases.h"
#include "rutter-verdict.h"

#include <glib/gi18n-lib.h>

static char *
join_notes (const char *first,
            const char *second)
{
  if (first == NULL || second == NULL)
    return g_strdup (first != NULL ? first : second);

  return g_strdup_printf ("%s; %s", first, second);
}

static const char *
get_scheme_title (const char *scheme)
{
  static const struct
  {
    const char *scheme;
    const char *title;
  } titles[] = {
    { "imo", "IMO" },
    { "imo-company", N_("IMO company") },
    { "mmsi", "MMSI" },
    { "callsign", N_("Call sign") },
    { "lei", "LEI" },
    { "locode", "UN/LOCODE" },
    { "ofac", N_("OFAC entry") },
    { "tin", "TIN" },
    { "reg", N_("Registration") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_strcmp0 (titles[i].scheme, scheme) == 0)
      return _(titles[i].title);

  return scheme;
}

void
rutter_dossier_write_identifiers (RutterDossierWriter *self,
                                  const RutterObject  *object)
{
  for (guint i = 0; i < object->identifiers->len; i++)
    {
      const RutterIdentifier *identifier = g_ptr_array_index (object->identifiers, i);
      const char *check = identifier->check != RUTTER_CHECK_UNCHECKED
                            ? rutter_identifier_explain (identifier->scheme, identifier->check)
                            : NULL;
      g_autofree char *printed = NULL;
      g_autofree char *note = NULL;

      if (identifier->as_printed != NULL
          && g_strcmp0 (identifier->as_printed, identifier->value) != 0)
        printed = g_strdup_printf (_("printed as “%s”"), identifier->as_printed);

      note = join_notes (check, printed);
      rutter_dossier_writer_add (self, get_scheme_title (identifier->scheme), identifier->value,
                                 note);
    }
}

static char *
describe_link_dates (const RutterLink   *link,
                     const RutterFilter *filter)
{
  g_autofree char *dates = rutter_phrase_span (&link->span);
  g_autofree char *day = NULL;

  if (dates == NULL)
    return g_strdup (_("date not known"));
  if (filter->last_day == RUTTER_DAY_AFTER_ALL
      || rutter_span_holds (&link->span, filter->last_day))
    return g_steal_pointer (&dates);

  day = rutter_phrase_day (filter->last_day);
  return g_strdup_printf (_("%s, not on %s"), dates, day);
}

void
rutter_dossier_write_links (RutterDossierWriter *self,
                            const RutterObject  *object,
                            const char          *id,
                            const char          *title,
                            RutterKind           other_kind)
{
  rutter_dossier_writer_begin (self, id, title);
  for (guint i = 0; i < object->links->len; i++)
    {
      const RutterLink *link = g_ptr_array_index (object->links, i);
      const RutterObject *other = link->from == object ? link->to : link->from;
      g_autofree char *dates = NULL;
      g_autofree char *note = NULL;
      g_autofree char *whole = NULL;
      g_autofree char *label = NULL;

      if (other == NULL || other->kind != other_kind)
        continue;

      dates = describe_link_dates (link, self->filter);
      note = join_notes (dates, link->as_printed);
      whole = join_notes (note, link->weak ? _("a weak link, by name alone") : NULL);
      label = g_strdup (rutter_phrase_link (link, object));
      rutter_dossier_writer_add_tie (self, label, other, link->object, whole);
    }
}

/* Authorities in the order of their first listing; within one, by date, as the records are. */
static GPtrArray *
group_by_authority (GPtrArray *listings)
{
  GPtrArray *grouped = g_ptr_array_new ();

  for (guint i = 0; i < listings->len; i++)
    {
      const RutterListing *first = g_ptr_array_index (listings, i);

      if (g_ptr_array_find (grouped, first, NULL))
        continue;

      for (guint j = i; j < listings->len; j++)
        {
          const RutterListing *other = g_ptr_array_index (listings, j);

          if (g_strcmp0 (first->authority, other->authority) == 0)
            g_ptr_array_add (grouped, (gpointer)other);
        }
    }

  return grouped;
}

static char *
describe_listing (const RutterListing *listing)
{
  g_autofree char *dates = rutter_phrase_span (&listing->span);
  GString *text = g_string_new (dates != NULL ? dates : _("date not known"));

  if (listing->programme != NULL)
    g_string_append_printf (text, ", %s", listing->programme);
  if (listing->number != NULL)
    {
      g_string_append (text, ", ");
      /* Translators: the number of an entry in a sanctions list. */
      g_string_append_printf (text, _("entry %s"), listing->number);
    }

  return g_string_free (text, FALSE);
}

void
rutter_dossier_write_listings (RutterDossierWriter *self,
                               const RutterObject  *object)
{
  g_autoptr(GPtrArray) listings = group_by_authority (object->listings);

  rutter_dossier_writer_begin (self, "listings", _("Listings"));
  for (guint i = 0; i < listings->len; i++)
    {
      const RutterListing *listing = g_ptr_array_index (listings, i);
      g_autofree char *label = g_strdup_printf (_("Listed by %s"), listing->authority);
      g_autofree char *text = describe_listing (listing);
      g_autofree char *as_of = rutter_phrase_as_of (listing, self->filter->last_day);
      g_autofree char *printed = NULL;
      g_autofree char *note = NULL;
      RutterDossierRow *row;

      if (listing->as_printed != NULL)
        printed = g_strdup_printf (_("as printed: %s"), listing->as_printed);
      note = join_notes (as_of, printed);
      row = rutter_dossier_writer_add (self, label, text, note);
      if (row != NULL)
        row->uid = g_string_chunk_insert_const (self->strings, listing->object->uid);
    }
}
