/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-opening.h"

#include "rutter-catalog-copy.h"
#include "rutter-catalog-merge.h"
#include "rutter-catalog-own.h"
#include "rutter-catalog.h"
#include "rutter-passage-guests.h"
#include "rutter-paths.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  RutterOpeningKind  kind;
  char              *path;
  char              *present;
  RutterProgress    *progress;
} Job;

static void
take_notice (RutterOpening *self,
             char          *notice)
{
  g_free (self->notice);
  self->notice = notice;
}

static RutterOpening *
open_file (const char         *path,
           RutterCatalogMode   mode,
           GError            **error)
{
  g_autofree char *passages_path = rutter_paths_get_data ("passages.tsv");
  g_autoptr(GError) passages_error = NULL;
  RutterOpening *self;
  RutterRecords *records = rutter_catalog_load (path, mode, error);

  if (records == NULL)
    return NULL;

  /* Without them the map has one layer less: nothing that the catalogue could be refused for. */
  if (!rutter_atlas_load_passages (records, passages_path, &passages_error))
    g_warning ("%s", passages_error->message);
  self = g_new0 (RutterOpening, 1);
  self->records = records;
  self->path = g_strdup (path);
  self->notice = rutter_records_dup_notice (records);
  self->is_read_only = mode == RUTTER_CATALOG_FOREIGN;

  return self;
}

/* The user's, there or elsewhere. Not to know whether a newer starter is there is no failure. */
static RutterOpening *
open_writable (const char  *path,
               const char  *starter_path,
               GError     **error)
{
  RutterOpening *self = open_file (path, RUTTER_CATALOG_OWN, error);

  if (self != NULL)
    rutter_catalog_merge_is_due (path, starter_path, &self->has_newer_starter, NULL);

  return self;
}

static RutterOpening *
merge (const char  *path,
       const char  *starter_path,
       GError     **error)
{
  RutterMergeReport report;
  RutterOpening *self;

  if (!rutter_catalog_merge_starter (path, starter_path, &report, error))
    return NULL;

  self = open_writable (path, starter_path, error);
  if (self == NULL)
    return NULL;

  self->is_news = TRUE;
  take_notice (self, g_strdup_printf (_("The newer facts are in your catalogue. Entries added: "
                                        "%u, updated: %u, withdrawn: %u; left as you made or "
                                        "changed them: %u."), report.n_added, report.n_updated,
                                      report.n_removed, report.n_kept));

  return self;
}

/* The user's own; when it cannot be had, the starter as it came, with a sentence that says why. */
static RutterOpening *
open_own (const char  *starter_path,
          const char  *own_path,
          GError     **error)
{
  RutterOpening *self = NULL;
  g_autoptr(GError) reason = NULL;

  if (rutter_catalog_prepare_own (starter_path, own_path, &reason))
    self = open_writable (own_path, starter_path, &reason);
  if (self != NULL)
    return self;

  self = open_file (starter_path, RUTTER_CATALOG_FOREIGN, error);
  if (self != NULL)
    take_notice (self, g_strdup_printf (_("%s The starter catalogue is shown instead, read-only."),
                                        reason->message));

  return self;
}

static RutterOpening *
restore (const char  *starter_path,
         const char  *own_path,
         GError     **error)
{
  g_autofree char *kept_path = NULL;
  RutterOpening *self;

  if (!rutter_catalog_restore_starter (starter_path, own_path, &kept_path, error))
    return NULL;

  self = open_file (own_path, RUTTER_CATALOG_OWN, error);
  if (self == NULL || kept_path == NULL)
    return self;

  self->is_news = TRUE;
  take_notice (self, g_strdup_printf (_("The starter catalogue is restored. The one of before "
                                        "is kept as “%s”."), kept_path));

  return self;
}

/* Worker thread: reads a whole catalogue. */
static RutterOpening *
open_catalog (Job           *job,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autofree char *starter_path = rutter_paths_get_data ("starter.gpkg");
  g_autofree char *own_path = rutter_paths_get_own ();

  switch (job->kind)
    {
    case RUTTER_OPENING_FILE:
      return open_file (job->path, RUTTER_CATALOG_FOREIGN, error);

    case RUTTER_OPENING_OWN_FILE:
      return open_writable (job->path, starter_path, error);

    case RUTTER_OPENING_NEW:
      if (!rutter_catalog_copy_empty (starter_path, job->path, error))
        return NULL;
      return open_file (job->path, RUTTER_CATALOG_OWN, error);

    case RUTTER_OPENING_COPY:
      if (!rutter_catalog_copy_full (job->present, job->path, job->progress, cancellable, error))
        return NULL;
      return open_file (job->path, RUTTER_CATALOG_OWN, error);

    case RUTTER_OPENING_MERGE:
      return merge (job->path, starter_path, error);

    case RUTTER_OPENING_DECLINE:
      if (!rutter_catalog_merge_decline (job->path, starter_path, error))
        return NULL;
      return open_file (job->path, RUTTER_CATALOG_OWN, error);

    case RUTTER_OPENING_RESTORE:
      return restore (starter_path, own_path, error);

    case RUTTER_OPENING_OWN:
    default:
      return open_own (starter_path, own_path, error);
    }
}

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->progress, rutter_progress_unref);
  g_free (job->path);
  g_free (job->present);
  g_free (job);
}

static void
run_job (GTask        *task,
         gpointer      source_object,
         gpointer      task_data,
         GCancellable *cancellable)
{
  GError *error = NULL;
  RutterOpening *opening = open_catalog (task_data, cancellable, &error);

  if (opening != NULL)
    g_task_return_pointer (task, opening, (GDestroyNotify)rutter_opening_free);
  else
    g_task_return_error (task, error);
}

/**
 * rutter_opening_run_async:
 * @path: (nullable): the file; not for the user's usual one, %RUTTER_OPENING_OWN and
 *   %RUTTER_OPENING_RESTORE
 * @present: (nullable): the catalogue that is open now; only for %RUTTER_OPENING_COPY
 *
 * What is cancelled while it only reads ends at once; its worker may read on, to no effect.
 */
void
rutter_opening_run_async (gpointer             source,
                          RutterOpeningKind    kind,
                          const char          *path,
                          const char          *present,
                          RutterProgress      *progress,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (source, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->kind = kind;
  job->path = g_strdup (path);
  job->present = g_strdup (present);
  job->progress = progress != NULL ? rutter_progress_ref (progress) : NULL;
  g_task_set_source_tag (task, rutter_opening_run_async);
  g_task_set_task_data (task, job, free_job);
  g_task_set_return_on_cancel (task, kind == RUTTER_OPENING_FILE);
  g_task_run_in_thread (task, run_job);
}

RutterOpening *
rutter_opening_run_finish (gpointer       source,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, source), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
rutter_opening_free (RutterOpening *self)
{
  g_clear_pointer (&self->records, rutter_records_unref);
  g_free (self->path);
  g_free (self->notice);
  g_free (self);
}

char *
rutter_opening_describe (RutterOpeningKind  kind,
                         const char        *path)
{
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;

  switch (kind)
    {
    case RUTTER_OPENING_NEW:
      return g_strdup_printf (_("Making “%s”…"), name);
    case RUTTER_OPENING_COPY:
      return g_strdup_printf (_("Copying to “%s”…"), name);
    case RUTTER_OPENING_MERGE:
      return g_strdup (_("Adding the newer facts…"));
    case RUTTER_OPENING_RESTORE:
      return g_strdup (_("Restoring the starter catalogue…"));
    case RUTTER_OPENING_FILE:
      return g_strdup_printf (_("Checking and reading “%s”…"), name);
    case RUTTER_OPENING_OWN_FILE:
    case RUTTER_OPENING_DECLINE:
      return g_strdup_printf (_("Reading “%s”…"), name);
    case RUTTER_OPENING_OWN:
    default:
      return g_strdup (_("Reading your catalogue…"));
    }
}

gboolean
rutter_opening_can_cancel (RutterOpeningKind kind)
{
  return kind == RUTTER_OPENING_FILE || kind == RUTTER_OPENING_COPY;
}
