/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-starter-claims.h"

#include "rutter-computed-route.h"
#include "rutter-starter-record.h"

#define ANY_KIND ((1u << RUTTER_N_KIND) - 1)

/* One claim before it is written. The text is not owned. */
typedef struct
{
  const char *uid;
  gint64      object_id;
  const char *kind;      /* row, seed, discrepancy */
  const char *statement;
  const char *who;
  const char *place;
  const char *time;
  const char *status;
  const char *hedge;
  const char *verification;
  const char *note;
  const char *locator;   /* both belong to the first source named */
  const char *quotation;
  gboolean    is_denied; /* whether denied_by is about this claim */
} Claim;

/* The printed period of a row, whichever its table calls it. */
static const char *
find_printed_time (const RutterStarterRow *row)
{
  static const char *const columns[] = { "time_as_printed", "years_as_printed",
                                         "period_as_printed" };
  const char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (columns) && text == NULL; i++)
    text = rutter_starter_row_get (row, columns[i]);

  return text;
}

static gboolean
cite (RutterStarterContext    *context,
      const RutterStarterRow  *row,
      const char              *column,
      gint64                   claim_id,
      RutterStance             stance,
      const char              *locator,
      const char              *quotation,
      GError                 **error)
{
  g_auto(GStrv) sources = rutter_starter_row_list (row, column, error);

  if (sources == NULL)
    return FALSE;

  if (sources[0] == NULL && stance == RUTTER_STANCE_SUPPORTS)
    return rutter_starter_row_refuse (row, RUTTER_ERROR_INVALID, error,
                                      "the claim has no citation; name its sources");

  for (guint i = 0; sources[i] != NULL; i++)
    {
      g_autoptr(RutterStarterRecord) record = rutter_starter_record_new ("citation");
      g_autofree char *uid = g_strconcat ("source:", sources[i], NULL);
      RutterStarterObject *source;

      if (g_strv_contains ((const char *const *)sources + i + 1, sources[i]))
        return rutter_starter_row_refuse (row, RUTTER_ERROR_INVALID, error,
                                          "\"%s\" names \"%s\" twice", column, sources[i]);

      source = rutter_starter_context_find (context, row, column, uid,
                                            1u << RUTTER_KIND_SOURCE, error);
      if (source == NULL)
        return FALSE;

      rutter_starter_record_add_number (record, "claim_id", claim_id);
      rutter_starter_record_add_number (record, "source_id", source->id);
      rutter_starter_record_add_text (record, "stance", rutter_stance_get_id (stance));
      rutter_starter_record_add_text (record, "locator", i == 0 ? locator : NULL);
      rutter_starter_record_add_text (record, "quotation", i == 0 ? quotation : NULL);
      if (!rutter_starter_record_insert (record, context, row, NULL, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_denials (RutterStarterContext    *context,
               const RutterStarterRow  *row,
               gint64                   claim_id,
               GError                 **error)
{
  g_auto(GStrv) deniers = rutter_starter_row_list (row, "denied_by", error);

  if (deniers == NULL)
    return FALSE;

  for (guint i = 0; deniers[i] != NULL; i++)
    {
      g_autoptr(RutterStarterRecord) record = rutter_starter_record_new ("denial");
      const char *uid = g_hash_table_lookup (context->deniers, deniers[i]);
      RutterStarterObject *party = uid != NULL ? g_hash_table_lookup (context->objects, uid) : NULL;

      rutter_starter_record_add_number (record, "claim_id", claim_id);
      if (party != NULL)
        rutter_starter_record_add_number (record, "denier_id", party->id);
      rutter_starter_record_add_text (record, "who", deniers[i]);
      if (!rutter_starter_record_insert (record, context, row, NULL, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_claim (RutterStarterContext    *context,
              const RutterStarterRow  *row,
              const Claim             *claim,
              gint64                  *id,
              GError                 **error)
{
  g_autoptr(RutterStarterRecord) record = rutter_starter_record_new ("claim");
  RutterStatus status;

  if (g_hash_table_contains (context->claims, claim->uid))
    return rutter_starter_row_refuse (row, RUTTER_ERROR_INVALID, error,
                                      "there is a claim \"%s\" already", claim->uid);

  if (!rutter_status_from_id (claim->status, &status))
    return rutter_starter_row_refuse (row, RUTTER_ERROR_INVALID, error,
                                      "there is no status \"%s\"", claim->status);

  rutter_starter_record_add_text (record, "uid", claim->uid);
  rutter_starter_record_add_number (record, "object_id", claim->object_id);
  rutter_starter_record_add_text (record, "kind", claim->kind);
  rutter_starter_record_add_text (record, "statement", claim->statement);
  rutter_starter_record_add_text (record, "who", claim->who);
  rutter_starter_record_add_text (record, "place", claim->place);
  rutter_starter_record_add_text (record, "time_as_printed", claim->time);
  rutter_starter_record_add_text (record, "status", claim->status);
  rutter_starter_record_add_text (record, "hedge", claim->hedge);
  rutter_starter_record_add_text (record, "verification", claim->verification);
  rutter_starter_record_add_text (record, "note", claim->note);

  return rutter_starter_record_add_date (record, row, "edtf", error) &&
         rutter_starter_record_insert (record, context, row, id, error);
}

static gboolean
write_claim (RutterStarterContext    *context,
             const RutterStarterRow  *row,
             const Claim             *claim,
             gint64                  *id,
             GError                 **error)
{
  if (!insert_claim (context, row, claim, id, error))
    return FALSE;

  g_hash_table_insert (context->claims, g_strdup (claim->uid), g_memdup2 (id, sizeof *id));

  return cite (context, row, "sources", *id, RUTTER_STANCE_SUPPORTS, claim->locator,
               claim->quotation, error) &&
         (!claim->is_denied || write_denials (context, row, *id, error));
}

/* What a claim bears on beside its own object. */
static gboolean
write_also (RutterStarterContext    *context,
            const RutterStarterRow  *row,
            gint64                   claim_id,
            gint64                   object_id,
            GError                 **error)
{
  g_auto(GStrv) uids = rutter_starter_row_list (row, "also", error);

  if (uids == NULL)
    return FALSE;

  for (guint i = 0; uids[i] != NULL; i++)
    {
      g_autoptr(RutterStarterRecord) record = rutter_starter_record_new ("claim_object");
      RutterStarterObject *object = rutter_starter_context_find (context, row, "also", uids[i],
                                                                 ANY_KIND, error);

      if (object == NULL)
        return FALSE;

      if (object->id == object_id)
        return rutter_starter_row_refuse (row, RUTTER_ERROR_INVALID, error,
                                          "\"also\" names the claim's own object, \"%s\"",
                                          uids[i]);

      rutter_starter_record_add_number (record, "claim_id", claim_id);
      rutter_starter_record_add_number (record, "object_id", object->id);
      if (!rutter_starter_record_insert (record, context, row, NULL, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * rutter_starter_read_denier:
 *
 * Takes an actor's title and code, or a row of denier.tsv, as words for who denies.
 */
gboolean
rutter_starter_read_denier (RutterStarterContext      *context,
                            const RutterStarterTable  *table,
                            const RutterStarterRow    *row,
                            GError                   **error)
{
  const char *words = rutter_starter_row_get (row, "words");
  const char *uid;

  if (words == NULL)
    {
      uid = rutter_starter_row_get (row, "uid");
      g_hash_table_insert (context->deniers, (char *)rutter_starter_row_get (row, "title"),
                           (char *)uid);
      g_hash_table_insert (context->deniers, (char *)rutter_starter_row_get (row, "code"),
                           (char *)uid);
      return TRUE;
    }

  uid = rutter_starter_row_get (row, "party");
  if (rutter_starter_context_find (context, row, "party", uid, 1u << RUTTER_KIND_PARTY,
                                   error) == NULL)
    return FALSE;

  g_hash_table_insert (context->deniers, (char *)words, (char *)uid);
  return TRUE;
}

/* The second claim of a vessel: what is said of her beside who she is. */
static gboolean
write_role_claim (RutterStarterContext    *context,
                  const RutterStarterRow  *row,
                  gint64                   object_id,
                  GError                 **error)
{
  const char *status = rutter_starter_row_get (row, "role_status");
  const char *uid = rutter_starter_row_get (row, "uid");
  g_autofree char *claim_uid = g_strconcat (uid, "#2", NULL);
  Claim claim = {
    .uid = claim_uid,
    .object_id = object_id,
    .kind = "row",
    .statement = rutter_starter_row_get (row, "role"),
    .status = status,
    .is_denied = TRUE,
  };
  gint64 id;

  if (claim.statement == NULL && status == NULL)
    return TRUE;

  if (claim.statement == NULL || status == NULL)
    return rutter_starter_row_refuse (row, RUTTER_ERROR_INVALID, error,
                                      "\"role\" and \"role_status\" need each other");

  return write_claim (context, row, &claim, &id, error);
}

/**
 * rutter_starter_write_row_claims:
 *
 * The claim that an object's row makes of itself, `<uid>#1`; for a vessel also what is claimed of
 * her role, `<uid>#2`, which is what her denials are about.
 */
gboolean
rutter_starter_write_row_claims (RutterStarterContext      *context,
                                 const RutterStarterTable  *table,
                                 const RutterStarterRow    *row,
                                 GError                   **error)
{
  const char *uid = rutter_starter_row_get (row, "uid");
  const char *statement = rutter_starter_row_get (row, "statement");
  gboolean has_role = rutter_starter_row_get (row, "role_status") != NULL;
  RutterStarterObject *object = g_hash_table_lookup (context->objects, uid);
  g_autofree char *claim_uid = g_strconcat (uid, "#1", NULL);
  Claim claim = {
    .uid = claim_uid,
    .kind = "row",
    .statement = statement != NULL ? statement : rutter_starter_row_get (row, "title"),
    .time = find_printed_time (row),
    .status = rutter_starter_row_get (row, "status"),
    .hedge = rutter_starter_row_get (row, "hedge"),
    .quotation = rutter_starter_row_get (row, "quotation"),
    .is_denied = !has_role,
  };
  gint64 id;

  if (object == NULL || object->row.table != row->table || object->row.index != row->index)
    return TRUE;

  claim.object_id = object->id;
  if (claim.status == NULL)
    {
      if (table->may_lack_claim)
        return TRUE;

      return rutter_starter_row_refuse (row, RUTTER_ERROR_INVALID, error,
                                        "the object has no claim, because its status is empty");
    }

  return write_claim (context, row, &claim, &id, error) &&
         (table->kind != RUTTER_KIND_VESSEL || write_role_claim (context, row, object->id, error));
}

/* The titles of the stops through which the line was made. */
static const char **
name_stops (RutterStarterContext   *context,
            const RutterStarterRow *row)
{
  g_auto(GStrv) stops = rutter_starter_row_list (row, "stops", NULL);
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; stops[i] != NULL; i++)
    {
      RutterStarterObject *place = g_hash_table_lookup (context->objects, stops[i]);

      if (place->has_position)
        g_ptr_array_add (names, (gpointer)rutter_starter_row_get (&place->row, "title"));
    }
  g_ptr_array_add (names, NULL);

  return (const char **)g_ptr_array_free (names, FALSE);
}

/**
 * rutter_starter_write_line_claim:
 *
 * The claim of a computed line, `<uid>#computed`: how it was made, and that it is no track.
 */
gboolean
rutter_starter_write_line_claim (RutterStarterContext      *context,
                                 const RutterStarterTable  *table,
                                 const RutterStarterRow    *row,
                                 GError                   **error)
{
  const char *uid = rutter_starter_row_get (row, "uid");
  RutterStarterObject *object = g_hash_table_lookup (context->objects, uid);
  g_autofree char *claim_uid = g_strconcat (uid, "#computed", NULL);
  g_autofree const char **stops = NULL;
  RutterComputedRoute route;

  if (object == NULL || object->line == NULL || object->row.index != row->index)
    return TRUE;

  stops = name_stops (context, row);
  route = (RutterComputedRoute) {
    .length_nm = object->line->length_nm,
    .stops = stops,
    .passages = (const char *const *)object->line->passages,
    .parameters = object->line->parameters,
  };
  return rutter_computed_route_add_claim (context->db, object->id, claim_uid, &route, error);
}

/* What seed claims and discrepancies share. */
static gboolean
write_named_claim (RutterStarterContext    *context,
                   const RutterStarterRow  *row,
                   Claim                   *claim,
                   gint64                  *id,
                   GError                 **error)
{
  RutterStarterObject *object;

  object = rutter_starter_context_find (context, row, "object",
                                        rutter_starter_row_get (row, "object"), ANY_KIND, error);
  if (object == NULL)
    return FALSE;

  claim->uid = rutter_starter_row_get (row, "uid");
  claim->object_id = object->id;
  claim->statement = rutter_starter_row_get (row, "statement");
  claim->time = find_printed_time (row);
  claim->status = rutter_starter_row_get (row, "status");
  if (claim->note == NULL)
    claim->note = rutter_starter_row_get (row, "note");
  claim->quotation = rutter_starter_row_get (row, "quotation");

  return write_claim (context, row, claim, id, error) &&
         write_also (context, row, *id, object->id, error);
}

gboolean
rutter_starter_write_seed_claim (RutterStarterContext      *context,
                                 const RutterStarterTable  *table,
                                 const RutterStarterRow    *row,
                                 GError                   **error)
{
  Claim claim = {
    .kind = "seed",
    .who = rutter_starter_row_get (row, "who"),
    .place = rutter_starter_row_get (row, "place"),
    .hedge = rutter_starter_row_get (row, "hedge"),
    .verification = rutter_starter_row_get (row, "verification"),
    .locator = rutter_starter_row_get (row, "locator"),
    .is_denied = TRUE,
  };
  gint64 id;

  return write_named_claim (context, row, &claim, &id, error);
}

/* A difference without a claim of the seed as its other side has no contradiction to keep its
 * topic and the seed's position: its own note tells them.
 */
static char *
describe_lone_difference (const RutterStarterRow *row)
{
  const char *seed_says = rutter_starter_row_get (row, "seed_says");
  const char *note = rutter_starter_row_get (row, "note");
  GString *text = g_string_new ("Topic: ");

  g_string_append_printf (text, "%s.", rutter_starter_row_get (row, "topic"));
  if (seed_says != NULL)
    g_string_append_printf (text, " The article in Riddle: %s", seed_says);
  if (note != NULL)
    g_string_append_printf (text, " %s", note);

  return g_string_free (text, FALSE);
}

/**
 * rutter_starter_write_discrepancy:
 *
 * What other sources say where they differ from claims of the seed: a claim of its own, a
 * contradiction with each of those claims, and on each of them the sources that contradict it
 * outright; the others tell more or differ in a detail. The contradiction's note is what the seed
 * says, in a sentence. A difference that no claim of the seed is a side of stands as a claim alone.
 */
gboolean
rutter_starter_write_discrepancy (RutterStarterContext      *context,
                                  const RutterStarterTable  *table,
                                  const RutterStarterRow    *row,
                                  GError                   **error)
{
  g_auto(GStrv) others = rutter_starter_row_list (row, "claims", error);
  g_autofree char *note = NULL;
  Claim claim = { .kind = "discrepancy" };
  gint64 id;

  if (others != NULL && others[0] == NULL)
    claim.note = note = describe_lone_difference (row);

  if (others == NULL || !write_named_claim (context, row, &claim, &id, error))
    return FALSE;

  for (guint i = 0; others[i] != NULL; i++)
    {
      g_autoptr(RutterStarterRecord) record = rutter_starter_record_new ("contradiction");
      const gint64 *other_id = g_hash_table_lookup (context->claims, others[i]);

      if (other_id == NULL || *other_id == id)
        return rutter_starter_row_refuse (row, RUTTER_ERROR_NOT_FOUND, error,
                                          "\"claims\" names \"%s\", which is no other claim",
                                          others[i]);

      rutter_starter_record_add_text (record, "uid", claim.uid);
      rutter_starter_record_add_number (record, "claim_id", id);
      rutter_starter_record_add_number (record, "other_claim_id", *other_id);
      rutter_starter_record_add_text (record, "topic", rutter_starter_row_get (row, "topic"));
      rutter_starter_record_add_text (record, "note", rutter_starter_row_get (row, "seed_says"));
      if (!rutter_starter_record_insert (record, context, row, NULL, error) ||
          !cite (context, row, "contradicting", *other_id, RUTTER_STANCE_CONTRADICTS, NULL, NULL,
                 error))
        return FALSE;
    }

  return TRUE;
}
