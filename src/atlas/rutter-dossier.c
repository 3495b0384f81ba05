/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-dossier.h"

#include "rutter-actor-name.h"
#include "rutter-dossier-writer.h"
#include "rutter-phrases.h"
#include "rutter-picture-maker.h"
#include "rutter-verdict.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the public struct does not show: who owns its strings and rows. */
typedef struct
{
  RutterDossier  dossier;
  RutterRecords *records;
  GStringChunk  *strings;
} Dossier;

static const char *
take (Dossier *self,
      char    *text)
{
  const char *kept = text != NULL ? g_string_chunk_insert (self->strings, text) : NULL;

  g_free (text);
  return kept;
}

/* As the source prints a period, beside the dates that we read in it. */
static const char *
get_printed_dates (const RutterObject *object)
{
  switch ((int)object->kind)
    {
    case RUTTER_KIND_ROUTE:
      return ((const RutterRoute *)object->row)->period;
    case RUTTER_KIND_HUB:
      return ((const RutterHub *)object->row)->period;
    case RUTTER_KIND_TRANSFER:
      return ((const RutterTransfer *)object->row)->years;
    case RUTTER_KIND_SOURCE:
      return ((const RutterSource *)object->row)->date;
    default:
      return NULL;
    }
}

static char *
describe_dates (const RutterObject *object)
{
  const char *printed = get_printed_dates (object);
  g_autofree char *dates = NULL;
  RutterSpan span;

  if (object->kind == RUTTER_KIND_SOURCE)
    return g_strdup (printed);

  span = rutter_object_get_span (object);
  dates = rutter_phrase_span (&span);
  if (dates == NULL || printed == NULL || g_strcmp0 (dates, printed) == 0)
    return dates != NULL ? g_steal_pointer (&dates) : g_strdup (printed);

  return g_strdup_printf (_("%s (printed “%s”)"), dates, printed);
}

static char *
name_layers (const RutterObject *object,
             guint               mask)
{
  g_autoptr(GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < RUTTER_N_LAYER; i++)
    if ((object->layers & mask & 1u << i) != 0)
      g_ptr_array_add (titles, (gpointer)rutter_layer_get_title (i));

  return rutter_phrase_join (titles);
}

static char *
describe_drawn (RutterRecords       *records,
                const RutterObject  *object,
                const RutterFilter  *filter,
                const RutterVerdict *verdict)
{
  g_autoptr(RutterMarkList) marks = rutter_mark_list_new ();
  RutterPictureMaker maker;
  const RutterMark *mark;
  g_autofree char *layers = name_layers (object, filter->layers);
  g_autofree char *status = g_utf8_strdown (rutter_status_get_title (verdict->status), -1);
  g_autofree char *what = NULL;

  if (object->kind == RUTTER_KIND_PASSAGE)
    return g_strdup_printf (_("Drawn in %s as a thing of the map: it is no claim, and nobody "
                              "claims it."), layers);
  if (object->layers == 0)
    return g_strdup (_("Not drawn: it has no place of its own on the map; lists and details of "
                       "other objects name it."));

  rutter_picture_maker_init (&maker, records, filter, marks, TRUE);
  rutter_picture_maker_add_single (&maker, object->uid);
  rutter_picture_maker_clear (&maker);
  mark = rutter_mark_list_get_last (marks);
  if (mark == NULL && object->kind == RUTTER_KIND_VESSEL)
    return g_strdup_printf (_("Not drawn, but counted in %s: no dated event in the chosen time "
                              "puts "
                              "the vessel at a place."), layers);
  if (mark == NULL && object->kind == RUTTER_KIND_TRANSFER)
    return g_strdup_printf (_("Not drawn, but counted in %s: an arc needs a point for each of two "
                              "sides."), layers);
  if (mark == NULL)
    return g_strdup_printf (_("Not drawn, but counted in %s: no source gives it a place."), layers);
  if (object->kind == RUTTER_KIND_VESSEL)
    return g_strdup_printf (_("Drawn in %s, not where it is today. %s."), layers, mark->detail);

  if (verdict->computed)
    return g_strdup_printf (_("Drawn in %s because it was computed on request (%s)."), layers,
                            mark->inference != NULL ? mark->inference : _("not a track"));

  if (verdict->denied)
    what = g_strdup_printf (ngettext ("Drawn in %s because of %u claim, the strongest %s, denied",
                                      "Drawn in %s because of %u claims, the strongest %s, denied",
                                      verdict->n_claims), layers, verdict->n_claims, status);
  else
    what = g_strdup_printf (ngettext ("Drawn in %s because of %u claim, the strongest %s",
                                      "Drawn in %s because of %u claims, the strongest %s",
                                      verdict->n_claims), layers, verdict->n_claims, status);

  return mark->inference != NULL ? g_strdup_printf ("%s (%s).", what, mark->inference)
                                 : g_strdup_printf ("%s.", what);
}

static char *
describe_decision (RutterRecords       *records,
                   const RutterObject  *object,
                   const RutterFilter  *filter,
                   const RutterVerdict *verdict)
{
  g_autofree char *layers = NULL;

  switch (verdict->decision)
    {
    case RUTTER_DECISION_LAYER_OFF:
      layers = name_layers (object, object->layers);
      return g_strdup_printf (_("Not drawn: %s is switched off."), layers);
    case RUTTER_DECISION_OTHER_ACTORS:
      return g_strdup (_("Not drawn: it involves none of the chosen actors."));
    case RUTTER_DECISION_OTHER_TIME:
      return g_strdup (_("Not drawn: none of its claims falls in the chosen time."));
    case RUTTER_DECISION_NO_CLAIM:
      return g_strdup (_("Not drawn: nothing is claimed of it."));
    case RUTTER_DECISION_KEPT:
    default:
      return describe_drawn (records, object, filter, verdict);
    }
}

static gboolean
cites (const RutterClaim  *claim,
       const RutterObject *source)
{
  for (guint i = 0; i < claim->citations->len; i++)
    {
      const RutterCitation *citation = g_ptr_array_index (claim->citations, i);

      if (citation->source != NULL && citation->source->object == source)
        return TRUE;
    }

  return FALSE;
}

/* In which order the claims about an object are read: what its own row says, then the article,
 * then where other sources differ. The first claim of a vessel's row says no more than who she
 * is, so what she is said to have done comes before it.
 */
enum
{
  TURN_ROW,
  TURN_SEED,
  TURN_DIFFERENCE,
  TURN_IDENTITY,
  N_TURN
};

static guint
get_turn (const RutterObject *object,
          const RutterClaim  *claim)
{
  if (object->kind == RUTTER_KIND_VESSEL && g_str_has_prefix (claim->uid, object->uid) &&
      g_strcmp0 (claim->uid + strlen (object->uid), "#1") == 0)
    return TURN_IDENTITY;
  if (g_strcmp0 (claim->kind, "discrepancy") == 0)
    return TURN_DIFFERENCE;

  return g_strcmp0 (claim->kind, "seed") == 0 ? TURN_SEED : TURN_ROW;
}

static RutterStatus
get_headline_status (const RutterObject  *object,
                     const RutterVerdict *verdict)
{
  const RutterVessel *vessel = object->kind == RUTTER_KIND_VESSEL ? object->row : NULL;

  return vessel != NULL && vessel->has_role_status ? vessel->role_status : verdict->status;
}

static void
list_claims (Dossier            *self,
             const RutterObject *object)
{
  GPtrArray *all = rutter_records_get_claims (self->records);
  GPtrArray *claims = g_ptr_array_new ();

  for (guint turn = 0; turn < N_TURN; turn++)
    for (guint i = 0; i < object->claims->len; i++)
      if (get_turn (object, g_ptr_array_index (object->claims, i)) == turn)
        g_ptr_array_add (claims, g_ptr_array_index (object->claims, i));
  for (guint i = 0; i < object->other_claims->len; i++)
    g_ptr_array_add (claims, g_ptr_array_index (object->other_claims, i));

  /* A source shows what it is cited for. */
  if (object->kind == RUTTER_KIND_SOURCE)
    for (guint i = 0; i < all->len; i++)
      if (cites (g_ptr_array_index (all, i), object))
        g_ptr_array_add (claims, g_ptr_array_index (all, i));

  self->dossier.claims = claims;
  self->dossier.n_own_claims = object->claims->len;
}

static void
write_sections (RutterDossierWriter *writer,
                const RutterObject  *object)
{
  switch (object->kind)
    {
    case RUTTER_KIND_VESSEL:
      rutter_dossier_write_vessel (writer, object);
      break;
    case RUTTER_KIND_PARTY:
      rutter_dossier_write_party (writer, object);
      break;
    case RUTTER_KIND_PLACE:
      rutter_dossier_write_place (writer, object);
      break;
    case RUTTER_KIND_ROUTE:
    case RUTTER_KIND_EVENT:
    case RUTTER_KIND_HUB:
    case RUTTER_KIND_TRANSFER:
      rutter_dossier_write_feature (writer, object);
      break;
    case RUTTER_KIND_RELATION:
    case RUTTER_KIND_TOPIC:
    case RUTTER_KIND_REGIME:
    case RUTTER_KIND_LISTING:
    case RUTTER_KIND_LINK:
    case RUTTER_KIND_SOURCE:
      rutter_dossier_write_row (writer, object);
      break;
    case RUTTER_KIND_PASSAGE:
      rutter_dossier_write_passage (writer, object);
      break;
    case RUTTER_N_KIND:
    default:
      break;
    }
}

/**
 * rutter_dossier_new:
 * @filter: (nullable): what is shown now, for the reasons why something is drawn or not and for
 *   the day that listings and flags are judged on; %NULL for everything at all times
 *
 * The dossier keeps the records alive and borrows claims and objects from them.
 *
 * Returns: (nullable): %NULL when nothing in the records has this uid
 */
RutterDossier *
rutter_dossier_new (RutterRecords      *records,
                    const char         *uid,
                    const RutterFilter *filter)
{
  const RutterObject *object;
  RutterDossierWriter writer = { 0 };
  RutterVerdict verdict;
  RutterFilter everything;
  Dossier *self;

  g_return_val_if_fail (records != NULL && uid != NULL, NULL);

  object = rutter_records_find (records, uid);
  if (object == NULL)
    return NULL;

  rutter_filter_init (&everything);
  everything.layers = (1u << RUTTER_N_LAYER) - 1;
  if (filter == NULL)
    filter = &everything;

  self = g_new0 (Dossier, 1);
  self->records = rutter_records_ref (records);
  self->strings = g_string_chunk_new (1024);
  self->dossier.uid = object->uid;
  self->dossier.object = object;
  self->dossier.title = object->kind == RUTTER_KIND_PARTY
                          ? rutter_actor_name_to_text (object->title) : object->title;
  self->dossier.kind_title = take (self, rutter_phrase_kind (object));
  self->dossier.subtitle = take (self, describe_dates (object));
  rutter_verdict_init (&verdict, object, filter);
  self->dossier.status = get_headline_status (object, &verdict);
  self->dossier.denied = verdict.denied;
  self->dossier.computed = verdict.computed;
  self->dossier.drawn_because
    = take (self, describe_decision (records, object, filter, &verdict));
  list_claims (self, object);

  self->dossier.sections = rutter_dossier_sections_new ();
  writer.dossier = &self->dossier;
  writer.records = records;
  writer.filter = filter;
  writer.strings = self->strings;
  write_sections (&writer, object);

  return &self->dossier;
}

void
rutter_dossier_free (RutterDossier *dossier)
{
  Dossier *self = (Dossier *)dossier;

  if (self == NULL)
    return;

  g_ptr_array_unref (dossier->claims);
  g_ptr_array_unref (dossier->sections);
  g_string_chunk_free (self->strings);
  rutter_records_unref (self->records);
  g_free (self);
}
