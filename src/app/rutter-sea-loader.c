/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-sea-loader.h"

#include "rutter-paths.h"

static void
on_progress_cb (double   fraction,
                gpointer user_data)
{
  rutter_progress_set (user_data, (gint64)(fraction * 1000), 1000);
}

/* Worker thread. */
static void
load (GTask        *task,
      gpointer      source_object,
      gpointer      task_data,
      GCancellable *cancellable)
{
  g_autoptr(RutterSeaTools) tools = g_new0 (RutterSeaTools, 1);
  g_autofree char *basemap_path = rutter_paths_get_data ("basemap.rbm");
  g_autofree char *passages_path = rutter_paths_get_data ("passages.tsv");
  g_autofree char *cache = g_build_filename (g_get_user_cache_dir (), "rutter", NULL);
  g_autoptr(RutterPassages) passages = NULL;
  g_autoptr(RutterBasemap) basemap = NULL;
  GError *error = NULL;

  basemap = rutter_basemap_open (basemap_path, &error);
  if (basemap != NULL)
    passages = rutter_passages_load (passages_path, &error);
  if (passages != NULL)
    tools->planner = rutter_sea_planner_new (basemap, passages, cache, on_progress_cb, task_data,
                                             cancellable, &error);
  if (tools->planner == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  /* Without it positions go by their coordinates, which says all that is needed. */
  tools->gazetteer = rutter_gazetteer_new (NULL);
  g_task_return_pointer (task, g_steal_pointer (&tools), (GDestroyNotify)rutter_sea_tools_free);
}

void
rutter_sea_load_async (gpointer             owner,
                       RutterProgress      *progress,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (owner, cancellable, callback, user_data);

  g_task_set_source_tag (task, rutter_sea_load_async);
  if (progress != NULL)
    g_task_set_task_data (task, rutter_progress_ref (progress),
                          (GDestroyNotify)rutter_progress_unref);
  g_task_run_in_thread (task, load);
}

RutterSeaTools *
rutter_sea_load_finish (gpointer       owner,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, owner), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
rutter_sea_tools_free (RutterSeaTools *self)
{
  g_clear_pointer (&self->planner, rutter_sea_planner_unref);
  g_clear_pointer (&self->gazetteer, rutter_gazetteer_unref);
  g_free (self);
}
