/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-search-index-private.h"

#include "rutter-text-key.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of a longer text only so many words are found; what is that long is no name. */
#define MAX_WORDS 1000

G_DEFINE_BOXED_TYPE (RutterSearchIndex, rutter_search_index, rutter_search_index_ref,
                     rutter_search_index_unref)

static const struct
{
  const char *scheme;
  const char *title;
} schemes[] = {
  { "imo", "IMO" },
  { "imo-company", N_("IMO company") },
  { "mmsi", "MMSI" },
  { "ofac", "OFAC" },
  { "callsign", N_("call sign") },
  { "hk-reg", N_("Hong Kong registration") },
  { "reg", N_("registration") },
  { "locode", "UN/LOCODE" },
};

static const char *
get_scheme_title (RutterSearchIndex *self,
                  const char        *scheme)
{
  g_autofree char *upper = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (strcmp (schemes[i].scheme, scheme) == 0)
      return _(schemes[i].title);

  upper = g_ascii_strup (scheme, -1);
  return g_string_chunk_insert_const (self->strings, upper);
}

static void
add_whole (RutterSearchIndex *self,
           const char        *folded,
           guint32            text)
{
  g_autofree char *whole = rutter_text_key_squash (folded);

  rutter_term_list_add (self->wholes, whole, strlen (whole), text);
}

/* Only what bears a name of its own may sound like something: the title of a link or listing
 * repeats the names of its ends.
 */
static gboolean
is_named (const RutterSearchDocument *document)
{
  RutterKind kind = document->object->kind;

  return document->claim == NULL &&
         (kind == RUTTER_KIND_VESSEL || kind == RUTTER_KIND_PARTY || kind == RUTTER_KIND_PLACE ||
          kind == RUTTER_KIND_HUB);
}

static void
add_sounds (RutterSearchIndex *self,
            const char        *folded,
            guint32            text)
{
  g_autofree char *sound = rutter_text_key_sound (folded);
  g_auto(GStrv) words = g_strsplit (sound, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    rutter_term_list_add (self->sounds, words[i], strlen (words[i]), text);
}

/* The name before what a title says in brackets or behind a comma: "Rajin (Najin), Rason". */
static void
add_stem (RutterSearchIndex *self,
          const char        *text,
          guint32            number)
{
  gsize length = strcspn (text, "(,");
  g_autofree char *stem = NULL, *folded = NULL;

  if (length == 0 || text[length] == '\0')
    return;

  stem = g_strndup (text, length);
  folded = rutter_text_key_fold (stem);
  add_whole (self, folded, number);
}

/* Adds a text to the document that is being filled. */
static void
add_text (RutterSearchIndex    *self,
          RutterSearchTextKind  kind,
          const char           *label,
          const char           *text)
{
  RutterSearchDocument *document;
  RutterSearchText entry = { text, label, self->documents->len - 1, kind, FALSE };
  g_auto(RutterTextKey) key = { NULL };
  guint32 number = self->texts->len;

  if (text == NULL)
    return;

  rutter_text_key_init (&key, text);
  for (guint i = 0; kind != RUTTER_SEARCH_TEXT_UID && i < MIN (key.n_words, MAX_WORDS); i++)
    rutter_term_list_add (self->words, key.folded + key.words[i].at, key.words[i].length, number);

  document = &g_array_index (self->documents, RutterSearchDocument, entry.document);
  document->n_texts++;
  g_array_append_val (self->texts, entry);

  if (kind == RUTTER_SEARCH_TEXT_PROSE)
    return;

  add_whole (self, key.folded, number);
  if (kind == RUTTER_SEARCH_TEXT_NAME)
    add_stem (self, text, number);
  if (kind == RUTTER_SEARCH_TEXT_NAME && is_named (document))
    add_sounds (self, key.folded, number);
}

/* Names parted by "; ". */
static void
add_names (RutterSearchIndex *self,
           const char        *label,
           const char        *names)
{
  g_auto(GStrv) parts = names != NULL ? g_strsplit (names, ";", -1) : NULL;

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      add_text (self, RUTTER_SEARCH_TEXT_NAME, label,
                g_string_chunk_insert (self->strings, parts[i]));
}

/* An identifier is shown and found with its scheme ("IMO 9161003") and without. */
static void
add_identifier (RutterSearchIndex *self,
                const char        *scheme,
                const char        *value)
{
  g_autofree char *shown = NULL, *folded = NULL;

  if (value == NULL)
    return;

  shown = g_strdup_printf ("%s %s", scheme, value);
  add_text (self, RUTTER_SEARCH_TEXT_IDENTIFIER, C_("what matched", "identifier"),
            g_string_chunk_insert (self->strings, shown));
  folded = rutter_text_key_fold (value);
  add_whole (self, folded, self->texts->len - 1);
}

/* A value that fails its check is found by its words as it was printed, but is nobody's number. */
static void
add_identifiers (RutterSearchIndex  *self,
                 const RutterObject *object)
{
  for (guint i = 0; i < object->identifiers->len; i++)
    {
      const RutterIdentifier *identifier = g_ptr_array_index (object->identifiers, i);
      const char *scheme = get_scheme_title (self, identifier->scheme);
      g_autofree char *shown = NULL;

      if (identifier->check != RUTTER_CHECK_INVALID)
        {
          add_identifier (self, scheme, identifier->value);
          continue;
        }

      shown = g_strdup_printf ("%s %s", scheme, identifier->value);
      add_text (self, RUTTER_SEARCH_TEXT_PROSE, C_("what matched", "identifier that fails its "
                                                                   "check"),
                g_string_chunk_insert (self->strings, shown));
    }
}

static const char *
get_name_label (const char *kind)
{
  if (strcmp (kind, "alias") == 0)
    return C_("what matched", "alias");
  if (strcmp (kind, "current") == 0)
    return C_("what matched", "current name");
  if (strcmp (kind, "former") == 0)
    return C_("what matched", "former name");
  if (strcmp (kind, "later") == 0)
    return C_("what matched", "later name");

  return C_("what matched", "other name");
}

static void
add_vessel_names (RutterSearchIndex  *self,
                  const RutterVessel *vessel)
{
  for (guint i = 0; i < vessel->names->len; i++)
    {
      const RutterVesselName *name = g_ptr_array_index (vessel->names, i);

      if (strcmp (name->name, vessel->object->title) == 0)
        continue;

      add_text (self, RUTTER_SEARCH_TEXT_NAME, get_name_label (name->kind), name->name);
      g_array_index (self->texts, RutterSearchText, self->texts->len - 1).is_former =
        strcmp (name->kind, "former") == 0;
    }
}

static void
add_party (RutterSearchIndex *self,
           const RutterParty *party)
{
  add_names (self, C_("what matched", "alias"), party->aliases);
  if (party->code != NULL)
    add_text (self, RUTTER_SEARCH_TEXT_IDENTIFIER, C_("what matched", "code"), party->code);
  add_text (self, RUTTER_SEARCH_TEXT_PROSE, C_("what matched", "business"), party->business);
  add_text (self, RUTTER_SEARCH_TEXT_PROSE, C_("what matched", "description"), party->description);
}

static void
add_source (RutterSearchIndex  *self,
            const RutterSource *source)
{
  add_text (self, RUTTER_SEARCH_TEXT_NAME, C_("what matched", "publisher"), source->publisher);
  add_text (self, RUTTER_SEARCH_TEXT_NAME, C_("what matched", "author"), source->author);
  add_text (self, RUTTER_SEARCH_TEXT_PROSE, C_("what matched", "address"), source->url);
}

static void
add_listing (RutterSearchIndex   *self,
             const RutterListing *listing)
{
  add_identifier (self, listing->authority, listing->number);
  add_text (self, RUTTER_SEARCH_TEXT_PROSE, C_("what matched", "programme"), listing->programme);
}

/* What the typed row has beside the title. */
static void
add_row (RutterSearchIndex  *self,
         const RutterObject *object)
{
  switch (object->kind)
    {
    case RUTTER_KIND_PLACE:
      add_names (self, C_("what matched", "other name"),
                 ((const RutterPlace *)object->row)->alt_names);
      add_identifier (self, "UN/LOCODE", ((const RutterPlace *)object->row)->unlocode);
      break;
    case RUTTER_KIND_VESSEL:
      add_vessel_names (self, object->row);
      break;
    case RUTTER_KIND_PARTY:
      add_party (self, object->row);
      break;
    case RUTTER_KIND_SOURCE:
      add_source (self, object->row);
      break;
    case RUTTER_KIND_LISTING:
      add_listing (self, object->row);
      break;
    case RUTTER_KIND_EVENT:
      add_text (self, RUTTER_SEARCH_TEXT_PROSE, C_("what matched", "description"),
                ((const RutterEvent *)object->row)->description);
      break;
    case RUTTER_KIND_ROUTE:
      add_text (self, RUTTER_SEARCH_TEXT_PROSE, C_("what matched", "cargo"),
                ((const RutterRoute *)object->row)->cargo);
      break;
    case RUTTER_KIND_HUB:
      add_text (self, RUTTER_SEARCH_TEXT_PROSE, C_("what matched", "goods"),
                ((const RutterHub *)object->row)->goods);
      break;
    case RUTTER_KIND_REGIME:
      add_text (self, RUTTER_SEARCH_TEXT_PROSE, C_("what matched", "measures"),
                ((const RutterRegime *)object->row)->measures);
      break;
    case RUTTER_KIND_RELATION:
    case RUTTER_KIND_TOPIC:
      add_text (self, RUTTER_SEARCH_TEXT_PROSE, C_("what matched", "description"),
                ((const RutterTopic *)object->row)->description);
      break;
    case RUTTER_KIND_LINK:
    case RUTTER_KIND_TRANSFER:
    case RUTTER_KIND_PASSAGE:
    case RUTTER_N_KIND:
    default:
      break;
    }
}

static void
begin_document (RutterSearchIndex  *self,
                const RutterObject *object,
                const RutterClaim  *claim)
{
  RutterSearchDocument document = { object, claim, self->texts->len, 0 };

  g_array_append_val (self->documents, document);
}

static void
add_object (RutterSearchIndex  *self,
            const RutterObject *object)
{
  begin_document (self, object, NULL);
  add_text (self, RUTTER_SEARCH_TEXT_NAME, C_("what matched", "title"), object->title);
  add_row (self, object);
  add_identifiers (self, object);
  add_text (self, RUTTER_SEARCH_TEXT_UID, C_("what matched", "uid"), object->uid);
}

/**
 * rutter_search_index_new:
 *
 * Makes the index of all of @records, which takes about a second for 100,000 objects: not for the
 * main thread.
 *
 * Returns: (transfer full): the index; it keeps @records
 */
RutterSearchIndex *
rutter_search_index_new (RutterRecords *records)
{
  RutterSearchIndex *self = g_atomic_rc_box_new0 (RutterSearchIndex);
  GPtrArray *claims = rutter_records_get_claims (records);

  self->records = rutter_records_ref (records);
  self->strings = g_string_chunk_new (16 * 1024);
  self->documents = g_array_new (FALSE, FALSE, sizeof (RutterSearchDocument));
  self->texts = g_array_new (FALSE, FALSE, sizeof (RutterSearchText));
  self->words = rutter_term_list_new ();
  self->wholes = rutter_term_list_new ();
  self->sounds = rutter_term_list_new ();

  for (guint kind = 0; kind < RUTTER_N_KIND; kind++)
    {
      GPtrArray *objects = rutter_records_get_objects (records, kind);

      for (guint i = 0; i < objects->len; i++)
        add_object (self, g_ptr_array_index (objects, i));
    }

  for (guint i = 0; i < claims->len; i++)
    {
      const RutterClaim *claim = g_ptr_array_index (claims, i);

      /* How a line was made is nothing that anybody says of it. */
      if (g_ptr_array_find (claim->object->computed, claim, NULL))
        continue;

      begin_document (self, claim->object, claim);
      add_text (self, RUTTER_SEARCH_TEXT_PROSE, C_("what matched", "statement"), claim->statement);
      add_text (self, RUTTER_SEARCH_TEXT_UID, C_("what matched", "uid"), claim->uid);
    }

  rutter_term_list_seal (self->words);
  rutter_term_list_seal (self->wholes);
  rutter_term_list_seal (self->sounds);
  return self;
}

RutterSearchIndex *
rutter_search_index_ref (RutterSearchIndex *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
search_index_clear (gpointer data)
{
  RutterSearchIndex *self = data;

  rutter_term_list_free (self->words);
  rutter_term_list_free (self->wholes);
  rutter_term_list_free (self->sounds);
  g_array_unref (self->documents);
  g_array_unref (self->texts);
  g_string_chunk_free (self->strings);
  rutter_records_unref (self->records);
}

void
rutter_search_index_unref (RutterSearchIndex *self)
{
  g_atomic_rc_box_release_full (self, search_index_clear);
}

guint
rutter_search_index_get_n_terms (RutterSearchIndex *self)
{
  return rutter_term_list_get_n_terms (self->words);
}
