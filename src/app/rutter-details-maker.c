/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-details-maker.h"

#include "rutter-dossier.h"
#include "rutter-error.h"
#include "rutter-passage.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  RutterRecords *records;
  RutterFilter   filter;
  char          *uid;
} Job;

static const char *
keep_date (RutterDetails *details,
           const char    *edtf)
{
  g_autofree char *text = NULL;
  RutterSpan span;

  if (edtf == NULL)
    return NULL;

  /* Most sources print a date that EDTF reads; any other stays as it is printed. */
  if (!rutter_edtf_parse (edtf, &span, NULL) || !rutter_span_is_known (&span))
    return rutter_details_keep (details, edtf);

  text = rutter_span_to_text (&span);

  return rutter_details_keep (details, text);
}

static const char *
keep_context (RutterDetails     *details,
              const RutterClaim *claim)
{
  const char *parts[4] = { NULL, };
  g_autofree char *line = NULL;
  guint n = 0;

  if (claim->who != NULL)
    parts[n++] = claim->who;
  if (claim->place != NULL)
    parts[n++] = claim->place;
  if (claim->time != NULL)
    parts[n++] = claim->time;
  line = g_strjoinv (" · ", (char **)parts);

  return rutter_details_keep (details, line);
}

static void
add_source (RutterDetails        *details,
            RutterDetailsClaim   *claim,
            const RutterCitation *citation)
{
  RutterDetailsSource *row = rutter_details_add_source (claim);
  const RutterSource *source = citation->source;

  rutter_details_set_publisher (details, row, source->publisher != NULL ? source->publisher
                                                                        : source->author);
  row->title = rutter_details_keep (details, source->object->title);
  row->date = keep_date (details, source->date);
  row->address = source->url_complete ? rutter_details_keep (details, source->url) : NULL;
  row->locator = rutter_details_keep (details, citation->locator);
  row->quotation = rutter_details_keep (details, citation->quotation);
  if (citation->stance == RUTTER_STANCE_DENIES)
    row->stance = C_("source", "Denies");
  else if (citation->stance == RUTTER_STANCE_CONTRADICTS)
    row->stance = C_("source", "Contradicts");
}

static void
add_contradiction (RutterDetails             *details,
                   RutterDetailsClaim        *claim,
                   const RutterContradiction *contradiction)
{
  RutterDetailsRow *row;

  if (contradiction->other == NULL)
    return;

  row = rutter_details_add_row (claim->contradictions);
  row->label = rutter_details_keep (details, contradiction->topic);
  row->text = rutter_details_keep (details, contradiction->other->statement);
  row->note = rutter_details_keep (details, contradiction->note);
  row->status = contradiction->other->status;
  row->has_status = TRUE;
  if (contradiction->other->object != NULL &&
      g_strcmp0 (contradiction->other->object->uid, details->uid) != 0)
    row->uid = rutter_details_keep (details, contradiction->other->object->uid);
}

static void
add_claim (RutterDetails     *details,
           const RutterClaim *from)
{
  RutterDetailsClaim *claim = rutter_details_add_claim (details);

  claim->uid = rutter_details_keep (details, from->uid);
  claim->statement = rutter_details_keep (details, from->statement);
  claim->context = keep_context (details, from);
  claim->hedge = rutter_details_keep (details, from->hedge);
  claim->note = rutter_details_keep (details, from->note);
  claim->status = from->status;
  claim->is_computed = g_strcmp0 (from->kind, "computed") == 0;
  if (from->object != NULL && g_strcmp0 (from->object->uid, details->uid) != 0)
    {
      claim->about = rutter_details_keep (details, from->object->title);
      claim->about_uid = rutter_details_keep (details, from->object->uid);
    }

  for (guint i = 0; i < from->citations->len; i++)
    add_source (details, claim, g_ptr_array_index (from->citations, i));
  for (guint i = 0; i < from->denials->len; i++)
    {
      const RutterDenial *denial = g_ptr_array_index (from->denials, i);
      RutterDetailsRow *row = rutter_details_add_row (claim->denials);

      row->text = rutter_details_keep (details, denial->who);
      if (denial->denier != NULL)
        row->uid = rutter_details_keep (details, denial->denier->uid);
    }
  for (guint i = 0; i < from->contradictions->len; i++)
    add_contradiction (details, claim, g_ptr_array_index (from->contradictions, i));
}

static void
add_section (RutterDetails              *details,
             const RutterDossierSection *from)
{
  RutterDetailsSection *section;

  if (from->rows->len == 0)
    return;

  section = rutter_details_add_section (details, from->id, from->title);
  for (guint i = 0; i < from->rows->len; i++)
    {
      const RutterDossierRow *source = g_ptr_array_index (from->rows, i);
      RutterDetailsRow *row = rutter_details_add_row (section->rows);

      row->label = rutter_details_keep (details, source->label);
      row->text = rutter_details_keep (details, source->text);
      row->note = rutter_details_keep (details, source->note);
      row->uid = rutter_details_keep (details, source->uid);
      row->has_status = source->has_status;
      row->status = source->status;
    }
}

/* Fails with %RUTTER_ERROR_NOT_FOUND when the catalogue has no such object. */
static RutterDetails *
make_details (RutterRecords       *records,
              const char          *uid,
              const RutterFilter  *filter,
              GError             **error)
{
  g_autoptr(RutterDossier) dossier = rutter_dossier_new (records, uid, filter);
  RutterDetails *details;

  if (dossier == NULL)
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND,
                   _("The catalogue has no object “%s”."), uid);
      return NULL;
    }

  details = rutter_details_new ();
  details->uid = rutter_details_keep (details, dossier->uid);
  details->title = rutter_details_keep (details, dossier->title);
  details->kind = rutter_details_keep (details, dossier->kind_title);
  details->dates = rutter_details_keep (details, dossier->subtitle);
  details->drawn_because = rutter_details_keep (details, dossier->drawn_because);
  details->status = dossier->status;
  details->has_status = dossier->claims->len > 0;
  details->denied = dossier->denied;
  details->has_position = dossier->object->kind == RUTTER_KIND_PLACE &&
                          ((const RutterPlace *)dossier->object->row)->has_position;
  if (dossier->object->kind == RUTTER_KIND_PASSAGE)
    details->passage =
      rutter_details_keep (details, ((const RutterPassage *)dossier->object->row)->id);
  details->n_own_claims = dossier->n_own_claims;
  for (guint i = 0; i < dossier->claims->len; i++)
    add_claim (details, g_ptr_array_index (dossier->claims, i));
  details->is_computed = details->n_own_claims > 0;
  for (guint i = 0; i < details->n_own_claims; i++)
    details->is_computed &=
      ((RutterDetailsClaim *)g_ptr_array_index (details->claims, i))->is_computed;
  for (guint i = 0; i < dossier->sections->len; i++)
    add_section (details, g_ptr_array_index (dossier->sections, i));

  return details;
}

static void
free_job (gpointer data)
{
  Job *job = data;

  rutter_records_unref (job->records);
  rutter_filter_clear (&job->filter);
  g_free (job->uid);
  g_free (job);
}

/* Worker thread. */
static void
run_job (GTask        *task,
         gpointer      source_object,
         gpointer      task_data,
         GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  RutterDetails *details = make_details (job->records, job->uid, &job->filter, &error);

  if (details != NULL)
    g_task_return_pointer (task, details, (GDestroyNotify)rutter_details_unref);
  else
    g_task_return_error (task, error);
}

void
rutter_details_maker_run_async (gpointer             source,
                                RutterRecords       *records,
                                const char          *uid,
                                const RutterFilter  *filter,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (source, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->records = rutter_records_ref (records);
  rutter_filter_copy (filter, &job->filter);
  job->uid = g_strdup (uid);
  g_task_set_source_tag (task, rutter_details_maker_run_async);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, run_job);
}

RutterDetails *
rutter_details_maker_run_finish (gpointer       source,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, source), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
