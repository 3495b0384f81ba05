/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-catalog.h"

#include "rutter-catalog-file.h"
#include "rutter-catalog-private.h"
#include "rutter-db.h"
#include "rutter-records-loader.h"

struct _RutterCatalog
{
  GObject            parent_instance;

  char              *path;
  RutterCatalogMode  mode;
  RutterDb          *db;
};

G_DEFINE_FINAL_TYPE (RutterCatalog, rutter_catalog, G_TYPE_OBJECT)

static RutterDbOpenFunc
get_open_func (RutterCatalogMode mode)
{
  return mode == RUTTER_CATALOG_OWN ? rutter_catalog_file_open_own
                                    : rutter_catalog_file_open_foreign;
}

static gpointer
load_records (sqlite3   *db,
              gpointer   data,
              GError   **error)
{
  return rutter_records_load (db, error);
}

static void
on_done_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  gpointer found = rutter_db_run_finish (RUTTER_DB (object), result, &error);

  if (found != NULL)
    g_task_return_pointer (task, found, *(GDestroyNotify *)g_task_get_task_data (task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
rutter_catalog_dispose (GObject *object)
{
  RutterCatalog *self = RUTTER_CATALOG (object);

  g_clear_object (&self->db);

  G_OBJECT_CLASS (rutter_catalog_parent_class)->dispose (object);
}

static void
rutter_catalog_finalize (GObject *object)
{
  RutterCatalog *self = RUTTER_CATALOG (object);

  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (rutter_catalog_parent_class)->finalize (object);
}

static void
rutter_catalog_class_init (RutterCatalogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rutter_catalog_dispose;
  object_class->finalize = rutter_catalog_finalize;
}

static void
rutter_catalog_init (RutterCatalog *self)
{
}

/**
 * rutter_catalog_new:
 *
 * Nothing is opened yet: the first loading does, on the database thread.
 */
RutterCatalog *
rutter_catalog_new (const char        *path,
                    RutterCatalogMode  mode)
{
  RutterCatalog *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (RUTTER_TYPE_CATALOG, NULL);
  self->path = g_strdup (path);
  self->mode = mode;
  self->db = rutter_db_new (path, get_open_func (mode));

  return self;
}

const char *
rutter_catalog_get_path (RutterCatalog *self)
{
  g_return_val_if_fail (RUTTER_IS_CATALOG (self), NULL);

  return self->path;
}

RutterCatalogMode
rutter_catalog_get_mode (RutterCatalog *self)
{
  g_return_val_if_fail (RUTTER_IS_CATALOG (self), RUTTER_CATALOG_FOREIGN);

  return self->mode;
}

void
rutter_catalog_run_async (RutterCatalog       *self,
                          RutterDbFunc         func,
                          gpointer             data,
                          GDestroyNotify       free_data,
                          GDestroyNotify       free_result,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, rutter_catalog_run_async);
  g_task_set_task_data (task, g_memdup2 (&free_result, sizeof free_result), g_free);
  rutter_db_run_async (self->db, func, data, free_data, free_result, cancellable, on_done_cb,
                       g_steal_pointer (&task));
}

gpointer
rutter_catalog_run_finish (RutterCatalog  *self,
                           GAsyncResult   *result,
                           GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
rutter_catalog_load_async (RutterCatalog       *self,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (RUTTER_IS_CATALOG (self));

  rutter_catalog_run_async (self, load_records, NULL, NULL,
                            (GDestroyNotify)rutter_records_unref, cancellable, callback,
                            user_data);
}

/**
 * rutter_catalog_load_finish:
 *
 * Returns: (transfer full): the records, or %NULL with the errors of rutter_catalog_load()
 */
RutterRecords *
rutter_catalog_load_finish (RutterCatalog  *self,
                            GAsyncResult   *result,
                            GError        **error)
{
  g_return_val_if_fail (RUTTER_IS_CATALOG (self), NULL);

  return rutter_catalog_run_finish (self, result, error);
}

/**
 * rutter_catalog_load:
 *
 * Opens, reads and closes the file on the calling thread.
 *
 * Returns: (transfer full): the records; %NULL with %RUTTER_ERROR_NOT_FOUND, %RUTTER_ERROR_READ,
 *   %RUTTER_ERROR_CORRUPT, %RUTTER_ERROR_FOREIGN, %RUTTER_ERROR_WRITE or %RUTTER_ERROR_DATABASE,
 *   each a sentence for the user
 */
RutterRecords *
rutter_catalog_load (const char         *path,
                     RutterCatalogMode   mode,
                     GError            **error)
{
  g_autoptr(RutterConnection) connection = NULL;
  g_autoptr(RutterRecords) records = NULL;
  g_autoptr(GError) local_error = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  connection = get_open_func (mode) (path, error);
  if (connection == NULL)
    return NULL;

  records = rutter_records_load (rutter_connection_get_db (connection), &local_error);
  if (records != NULL)
    return g_steal_pointer (&records);

  rutter_connection_name_file (connection, local_error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}
