/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-db.h"

#include "rutter-error.h"

struct _RutterDb
{
  GObject           parent_instance;

  char             *path;
  RutterDbOpenFunc  open;
  RutterConnection *connection; /* opened and used on the worker, closed when that has ended */
  GThreadPool      *pool;       /* of exactly one thread */
};

typedef struct
{
  RutterDbFunc   func;
  gpointer       data;
  GDestroyNotify data_free;
  GDestroyNotify result_free;
  gpointer       result;
  GError        *error;
} Job;

G_DEFINE_FINAL_TYPE (RutterDb, rutter_db, G_TYPE_OBJECT)

static void
free_job (Job *job)
{
  if (job->data_free != NULL)
    job->data_free (job->data);
  if (job->result_free != NULL)
    g_clear_pointer (&job->result, job->result_free);
  g_clear_error (&job->error);
  g_free (job);
}

static gboolean
on_job_done_cb (gpointer user_data)
{
  GTask *task = G_TASK (user_data);
  Job *job = g_task_get_task_data (task);

  if (job->error != NULL)
    g_task_return_error (task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (task, g_steal_pointer (&job->result), job->result_free);

  return G_SOURCE_REMOVE;
}

static void
on_cancelled_cb (GCancellable *cancellable,
                 sqlite3      *db)
{
  sqlite3_interrupt (db);
}

/* An interrupted statement fails like any other; the caller is told that it was cancelled. */
static void
run_job (RutterDb     *self,
         Job          *job,
         GCancellable *cancellable)
{
  sqlite3 *db = rutter_connection_get_db (self->connection);
  gulong handler = 0;

  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled_cb), db, NULL);

  rutter_connection_renew (self->connection);
  job->result = job->func (db, job->data, &job->error);
  g_cancellable_disconnect (cancellable, handler);
  rutter_connection_name_file (self->connection, job->error);

  if (job->error != NULL && g_cancellable_is_cancelled (cancellable))
    {
      g_clear_error (&job->error);
      g_cancellable_set_error_if_cancelled (cancellable, &job->error);
    }
}

static void
worker (gpointer task_data,
        gpointer pool_data)
{
  GTask *task = task_data;
  RutterDb *self = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  Job *job = g_task_get_task_data (task);
  g_autoptr(GSource) source = g_idle_source_new ();

  if (!g_cancellable_set_error_if_cancelled (cancellable, &job->error))
    {
      if (self->connection == NULL)
        self->connection = self->open (self->path, &job->error);
      if (self->connection != NULL)
        run_job (self, job, cancellable);
    }

  /* Our reference to the task travels back with the source. Dropped here it might be the last
   * one, and then RutterDb would be finalized, and its thread joined, on that very thread.
   */
  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_callback (source, on_job_done_cb, task, g_object_unref);
  g_source_attach (source, g_task_get_context (task));
}

static void
rutter_db_finalize (GObject *object)
{
  RutterDb *self = RUTTER_DB (object);

  /* Each queued job holds a reference to us, so the queue is empty by now. */
  g_thread_pool_free (g_steal_pointer (&self->pool), FALSE, TRUE);
  g_clear_pointer (&self->connection, rutter_connection_free);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (rutter_db_parent_class)->finalize (object);
}

static void
rutter_db_class_init (RutterDbClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rutter_db_finalize;
}

static void
rutter_db_init (RutterDb *self)
{
  self->pool = g_thread_pool_new (worker, NULL, 1, TRUE, NULL);
}

/**
 * rutter_db_new:
 * @open: opens @path on the database thread when the first job comes; when it fails, that job
 *   fails with its error and the next one tries again
 */
RutterDb *
rutter_db_new (const char       *path,
               RutterDbOpenFunc  open)
{
  RutterDb *self;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (open != NULL, NULL);

  self = g_object_new (RUTTER_TYPE_DB, NULL);
  self->path = g_strdup (path);
  self->open = open;

  return self;
}

/**
 * rutter_db_run_async:
 * @data: (transfer full): handed to @func, put away with @data_free on the calling thread
 * @result_free: (nullable): puts a result away that nobody fetched
 * @cancellable: (nullable): also stops a statement that is running
 */
void
rutter_db_run_async (RutterDb            *self,
                     RutterDbFunc         func,
                     gpointer             data,
                     GDestroyNotify       data_free,
                     GDestroyNotify       result_free,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Job *job;

  g_return_if_fail (RUTTER_IS_DB (self));
  g_return_if_fail (func != NULL);

  job = g_new0 (Job, 1);
  job->func = func;
  job->data = data;
  job->data_free = data_free;
  job->result_free = result_free;

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, rutter_db_run_async);
  g_task_set_task_data (task, job, (GDestroyNotify)free_job);
  g_thread_pool_push (self->pool, g_steal_pointer (&task), NULL);
}

/**
 * rutter_db_run_finish:
 *
 * Returns: (transfer full): what the function returned, or %NULL with @error set
 */
gpointer
rutter_db_run_finish (RutterDb      *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
