/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Sections of what has no place: regimes, listings, links, relations, topics, sources. */

#include "rutter-dossier-writer.h"

#include "rutter-phrases.h"
#include "rutter-publisher.h"
#include "rutter-verdict.h"
#include "rutter-word.h"

#include <glib/gi18n-lib.h>

static void
write_regime (RutterDossierWriter *self,
              const RutterObject  *object)
{
  const RutterRegime *regime = object->row;
  GPtrArray *listings = rutter_records_get_objects (self->records, RUTTER_KIND_LISTING);

  rutter_dossier_writer_begin (self, "identity", _("The regime"));
  rutter_dossier_writer_add (self, _("Authority"), regime->authority, NULL);
  rutter_dossier_writer_add (self, _("Who is bound"), regime->bound, NULL);
  rutter_dossier_writer_add (self, _("Measures"), regime->measures, NULL);
  rutter_dossier_writer_take (self, _("Type"), rutter_word_to_text (regime->type));
  rutter_dossier_writer_add (self, _("Start, as printed"), regime->start, NULL);
  rutter_dossier_writer_add (self, _("End, as printed"), regime->end, NULL);
  rutter_dossier_writer_begin (self, "targets", _("Whom it targets"));
  rutter_dossier_writer_add_members (self, NULL, object, "target");
  rutter_dossier_writer_add (self, _("As printed"), regime->target, NULL);

  rutter_dossier_writer_begin (self, "listings", _("Listings under it"));
  for (guint i = 0; i < listings->len; i++)
    {
      const RutterObject *listed = g_ptr_array_index (listings, i);
      const RutterListing *listing = listed->row;
      g_autofree char *dates = NULL;

      if (listing->regime != regime)
        continue;

      dates = rutter_phrase_span (&listing->span);
      rutter_dossier_writer_add_tie (self, dates, listing->subject, listed, listing->programme);
    }

  rutter_dossier_writer_begin (self, "notes", _("Notes"));
  rutter_dossier_writer_add (self, NULL, regime->note, NULL);
}

static void
write_listing (RutterDossierWriter *self,
               const RutterObject  *object)
{
  const RutterListing *listing = object->row;
  g_autofree char *dates = rutter_phrase_span (&listing->span);
  g_autofree char *as_of = rutter_phrase_as_of (listing, self->filter->last_day);

  rutter_dossier_writer_begin (self, "identity", _("The listing"));
  rutter_dossier_writer_add_object (self, _("Who is listed"), listing->subject, NULL);
  rutter_dossier_writer_add (self, _("Authority"), listing->authority, NULL);
  if (listing->regime != NULL)
    rutter_dossier_writer_add_object (self, _("Regime"), listing->regime->object, NULL);
  rutter_dossier_writer_add (self, _("Programme"), listing->programme, NULL);
  rutter_dossier_writer_add (self, C_("number in a list", "Entry"), listing->number, NULL);
  rutter_dossier_writer_add (self, C_("when", "Listed"),
                             dates != NULL ? dates : _("date not known"), as_of);
  rutter_dossier_writer_add (self, _("As printed"), listing->as_printed, NULL);
  rutter_dossier_writer_add (self, _("What it means"),
                             _("The listing is a fact; its grounds are the authority's claim."),
                             NULL);
  rutter_dossier_writer_begin (self, "notes", _("Notes"));
  rutter_dossier_writer_add (self, NULL, listing->note, NULL);
}

static void
write_link (RutterDossierWriter *self,
            const RutterObject  *object)
{
  const RutterLink *link = object->row;
  g_autofree char *dates = rutter_phrase_span (&link->span);

  rutter_dossier_writer_begin (self, "identity", _("The link"));
  rutter_dossier_writer_add_object (self, C_("link", "From"), link->from, NULL);
  rutter_dossier_writer_add_object (self, rutter_phrase_link (link, link->from), link->to, NULL);
  rutter_dossier_writer_add (self, _("When"), dates != NULL ? dates : _("date not known"), NULL);
  rutter_dossier_writer_add (self, _("As printed"), link->as_printed, NULL);
  if (link->weak)
    rutter_dossier_writer_add (self, _("Strength"), _("Weak: the two are never merged."), NULL);
  rutter_dossier_writer_begin (self, "notes", _("Notes"));
  rutter_dossier_writer_add (self, NULL, link->note, NULL);
}

static void
write_topic (RutterDossierWriter *self,
             const RutterObject  *object)
{
  const RutterTopic *topic = object->row;

  rutter_dossier_writer_begin (self, "identity", _("What it gathers"));
  rutter_dossier_writer_add (self, NULL, topic->description, NULL);
  rutter_dossier_writer_begin (self, "members", _("Members"));
  rutter_dossier_writer_add_members (self, NULL, object, "member");
}

static void
write_cited_for (RutterDossierWriter *self)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  rutter_dossier_writer_begin (self, "supports", _("What it is cited for"));
  for (guint i = 0; i < self->dossier->claims->len; i++)
    {
      const RutterClaim *claim = g_ptr_array_index (self->dossier->claims, i);
      g_autofree char *kind = NULL;

      if (claim->object == NULL || !g_hash_table_add (seen, (gpointer)claim->object))
        continue;

      kind = rutter_phrase_kind (claim->object);
      rutter_dossier_writer_add_object (self, kind, claim->object, NULL);
    }
}

static void
write_source (RutterDossierWriter *self,
              const RutterObject  *object)
{
  const RutterSource *source = object->row;
  g_auto(RutterPublisher) publisher = { NULL };
  RutterDossierRow *row;

  rutter_publisher_init (&publisher, source->publisher);
  rutter_dossier_writer_begin (self, "identity", _("The source"));
  rutter_dossier_writer_add (self, _("Publisher"), publisher.name, NULL);
  rutter_dossier_writer_take (self, NULL, rutter_publisher_describe_copy (publisher.copy));
  rutter_dossier_writer_add (self, _("Title"), object->title,
                             source->title_is_exact ? NULL
                                                    : _("a described title, not as printed"));
  rutter_dossier_writer_add (self, _("Author"), source->author, NULL);
  rutter_dossier_writer_add (self, _("Date"), source->date, NULL);
  rutter_dossier_writer_take (self, _("Kind"), rutter_phrase_word (source->kind));
  row = rutter_dossier_writer_add (self, _("Address"), source->url,
                                   source->url_complete ? NULL : _("address incomplete"));
  if (row != NULL && source->url_complete)
    row->uid = row->text;
  rutter_dossier_writer_add (self, _("How much was read"), source->read, NULL);
  write_cited_for (self);
}

void
rutter_dossier_write_row (RutterDossierWriter *self,
                          const RutterObject  *object)
{
  switch ((int)object->kind)
    {
    case RUTTER_KIND_REGIME:
      write_regime (self, object);
      break;
    case RUTTER_KIND_LISTING:
      write_listing (self, object);
      break;
    case RUTTER_KIND_LINK:
      write_link (self, object);
      break;
    case RUTTER_KIND_RELATION:
    case RUTTER_KIND_TOPIC:
      write_topic (self, object);
      break;
    case RUTTER_KIND_SOURCE:
      write_source (self, object);
      break;
    default:
      break;
    }
}
