/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-ground-loader.h"

#include "rutter-paths.h"

#include <glib/gi18n-lib.h>

/* Worker thread. */
static void
load_ground (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  RutterGroundData *data = g_new0 (RutterGroundData, 1);
  g_autofree char *basemap_path = rutter_paths_get_data ("basemap.rbm");
  g_autofree char *gazetteer_path = rutter_paths_get_data ("gazetteer.tsv");
  g_autofree char *cities_path = rutter_paths_get_data ("cities.tsv");
  g_autofree char *ports_path = rutter_paths_get_data ("ports.tsv");
  g_autoptr(GError) names_error = NULL;
  g_autoptr(GError) error = NULL;

  data->names = rutter_names_new_from_files (gazetteer_path, cities_path, ports_path,
                                             &names_error);
  data->basemap = rutter_basemap_open (basemap_path, &error);
  if (error != NULL)
    data->problem = g_strdup_printf (_("%s The map shows a plain sea."), error->message);
  else if (names_error != NULL)
    data->problem = g_strdup_printf (_("%s The map has no names."), names_error->message);

  g_task_return_pointer (task, data, (GDestroyNotify)rutter_ground_data_free);
}

void
rutter_ground_load_async (gpointer             owner,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (owner, cancellable, callback, user_data);

  g_task_set_source_tag (task, rutter_ground_load_async);
  g_task_run_in_thread (task, load_ground);
}

RutterGroundData *
rutter_ground_load_finish (gpointer       owner,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, owner), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
rutter_ground_data_free (RutterGroundData *self)
{
  g_clear_pointer (&self->basemap, rutter_basemap_unref);
  g_clear_pointer (&self->names, rutter_names_unref);
  g_free (self->problem);
  g_free (self);
}
