/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-picture-maker.h"

typedef struct
{
  RutterRecords *records;
  RutterFilter   filter;
  gboolean       has_filter;
  RutterPicture *picture;
  RutterView     view;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->records, rutter_records_unref);
  g_clear_pointer (&job->picture, rutter_picture_unref);
  if (job->has_filter)
    rutter_filter_clear (&job->filter);
  g_free (job);
}

static void
make_picture (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Job *job = task_data;
  RutterPictureResult *result = g_new0 (RutterPictureResult, 1);

  result->picture = rutter_atlas_build_picture (job->records, &job->filter);
  result->picker = rutter_picker_new (result->picture);
  g_task_return_pointer (task, result, (GDestroyNotify)rutter_picture_result_free);
}

static void
make_legend (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Job *job = task_data;

  g_task_return_pointer (task, rutter_legend_new (job->records, job->picture, &job->view),
                         (GDestroyNotify)rutter_legend_free);
}

void
rutter_picture_make_async (gpointer             owner,
                           RutterRecords       *records,
                           const RutterFilter  *filter,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (owner, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->records = rutter_records_ref (records);
  rutter_filter_copy (filter, &job->filter);
  job->has_filter = TRUE;
  g_task_set_source_tag (task, rutter_picture_make_async);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, make_picture);
}

RutterPictureResult *
rutter_picture_make_finish (gpointer       owner,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, owner), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
rutter_picture_result_free (RutterPictureResult *self)
{
  g_clear_pointer (&self->picker, rutter_picker_free);
  g_clear_pointer (&self->picture, rutter_picture_unref);
  g_free (self);
}

void
rutter_legend_make_async (gpointer             owner,
                          RutterRecords       *records,
                          RutterPicture       *picture,
                          const RutterView    *view,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (owner, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->records = rutter_records_ref (records);
  job->picture = rutter_picture_ref (picture);
  job->view = *view;
  g_task_set_source_tag (task, rutter_legend_make_async);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, make_legend);
}

RutterLegend *
rutter_legend_make_finish (gpointer       owner,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, owner), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
