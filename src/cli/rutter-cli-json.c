/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-cli-json.h"

#include "rutter-json-text.h"
#include "rutter-object-json.h"
#include "rutter-phrases.h"
#include "rutter-verdict.h"

void
rutter_json_add_string (JsonBuilder *builder,
                        const char  *name,
                        const char  *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
rutter_json_add_int (JsonBuilder *builder,
                     const char  *name,
                     gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

void
rutter_json_add_bool (JsonBuilder *builder,
                      const char  *name,
                      gboolean     value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
add_day (JsonBuilder *builder,
         const char  *name,
         int          day_number)
{
  g_autofree char *text = NULL;
  int year, month, day;

  if (day_number != RUTTER_DAY_BEFORE_ALL && day_number != RUTTER_DAY_AFTER_ALL)
    {
      rutter_edtf_split_day (day_number, &year, &month, &day);
      text = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
    }
  rutter_json_add_string (builder, name, text);
}

/* `date` as written, and the days that it may cover */
void
rutter_json_add_span (JsonBuilder      *builder,
                      const RutterSpan *span)
{
  rutter_json_add_string (builder, "date", span->edtf);
  add_day (builder, "earliest", span->earliest);
  add_day (builder, "latest", span->latest);
}

static void
add_citations (JsonBuilder       *builder,
               const RutterClaim *claim)
{
  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);
  for (guint i = 0; i < claim->citations->len; i++)
    {
      const RutterCitation *citation = g_ptr_array_index (claim->citations, i);

      json_builder_begin_object (builder);
      rutter_json_add_string (builder, "source", citation->source->object->uid);
      rutter_json_add_string (builder, "stance", rutter_stance_get_id (citation->stance));
      rutter_json_add_string (builder, "locator", citation->locator);
      rutter_json_add_string (builder, "quotation", citation->quotation);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_denials (JsonBuilder       *builder,
             const RutterClaim *claim)
{
  json_builder_set_member_name (builder, "denied_by");
  json_builder_begin_array (builder);
  for (guint i = 0; i < claim->denials->len; i++)
    {
      const RutterDenial *denial = g_ptr_array_index (claim->denials, i);

      json_builder_begin_object (builder);
      rutter_json_add_string (builder, "who", denial->who);
      rutter_json_add_string (builder, "party",
                              denial->denier != NULL ? denial->denier->uid : NULL);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_contradictions (JsonBuilder       *builder,
                    const RutterClaim *claim)
{
  json_builder_set_member_name (builder, "contradicted_by");
  json_builder_begin_array (builder);
  for (guint i = 0; i < claim->contradictions->len; i++)
    {
      const RutterContradiction *difference = g_ptr_array_index (claim->contradictions, i);

      json_builder_begin_object (builder);
      rutter_json_add_string (builder, "difference", difference->uid);
      rutter_json_add_string (builder, "claim", difference->other->uid);
      rutter_json_add_string (builder, "topic", difference->topic);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
rutter_json_add_claim (JsonBuilder       *builder,
                       const RutterClaim *claim)
{
  json_builder_begin_object (builder);
  rutter_json_add_string (builder, "uid", claim->uid);
  rutter_json_add_string (builder, "kind", claim->kind);
  rutter_json_add_string (builder, "subject", claim->object->uid);
  json_builder_set_member_name (builder, "also");
  json_builder_begin_array (builder);
  for (guint i = 0; i < claim->also->len; i++)
    {
      const RutterObject *object = g_ptr_array_index (claim->also, i);

      json_builder_add_string_value (builder, object->uid);
    }
  json_builder_end_array (builder);
  rutter_json_add_string (builder, "statement", claim->statement);
  rutter_json_add_string (builder, "status", rutter_status_get_id (claim->status));
  rutter_json_add_string (builder, "hedge", claim->hedge);
  rutter_json_add_string (builder, "verification", claim->verification);
  rutter_json_add_string (builder, "who", claim->who);
  rutter_json_add_string (builder, "place", claim->place);
  rutter_json_add_string (builder, "time_as_printed", claim->time);
  rutter_json_add_span (builder, &claim->span);
  add_citations (builder, claim);
  add_denials (builder, claim);
  add_contradictions (builder, claim);
  rutter_json_add_string (builder, "note", claim->note);
  json_builder_end_object (builder);
}

/* What all claims say, or those that live in the window of `filter`. */
static void
add_standing (JsonBuilder        *builder,
              const RutterObject *object,
              const RutterFilter *filter)
{
  const RutterClaim *first = object->claims->len > 0 ? g_ptr_array_index (object->claims, 0) : NULL;
  gboolean is_computed = first != NULL && g_strcmp0 (first->kind, "computed") == 0;
  gboolean stands = first != NULL || object->kind == RUTTER_KIND_PASSAGE;
  RutterStatus status = first != NULL ? first->status : RUTTER_STATUS_ALLEGED;
  gboolean denied = FALSE;
  RutterVerdict verdict;

  if (filter != NULL && first != NULL)
    {
      rutter_verdict_init (&verdict, object, filter);
      status = verdict.status;
      is_computed = verdict.computed;
    }
  rutter_json_add_string (builder, "status", first != NULL ? rutter_status_get_id (status) : NULL);
  /* What people read in its place: a computed way and a thing of the map have no status. */
  rutter_json_add_string (builder, "standing",
                          stands ? rutter_standing_get_id (object->kind, is_computed, status)
                                 : NULL);

  json_builder_set_member_name (builder, "claims");
  json_builder_begin_array (builder);
  for (guint i = 0; i < object->claims->len; i++)
    {
      const RutterClaim *claim = g_ptr_array_index (object->claims, i);

      if (filter != NULL && !rutter_claim_lives (claim, filter))
        continue;
      denied = denied || claim->denials->len > 0 || claim->status == RUTTER_STATUS_DENIED;
      json_builder_add_string_value (builder, claim->uid);
    }
  json_builder_end_array (builder);
  rutter_json_add_bool (builder, "denied", denied);
}

void
rutter_json_add_object (JsonBuilder        *builder,
                        const RutterObject *object,
                        const RutterFilter *filter)
{
  json_builder_begin_object (builder);
  rutter_json_add_string (builder, "uid", object->uid);
  rutter_json_add_string (builder, "kind", rutter_kind_get_id (object->kind));
  rutter_json_add_string (builder, "title", object->title);
  add_standing (builder, object, filter);
  if (filter != NULL && object->kind == RUTTER_KIND_LISTING)
    {
      g_autofree char *as_of = rutter_phrase_as_of (object->row, filter->last_day);

      rutter_json_add_string (builder, "as_of", as_of);
    }
  rutter_object_json_add_fields (builder, object);
  json_builder_end_object (builder);
}

/* Prints what was built, and a line break, to standard output. */
void
rutter_json_print (JsonBuilder *builder)
{
  g_autoptr(JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = rutter_json_text_write (root, TRUE);

  g_print ("%s\n", text);
}
