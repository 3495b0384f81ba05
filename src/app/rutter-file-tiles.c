/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-file-tiles.h"

static void
on_tile_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  GBytes *bytes = rutter_mbtiles_read_tile_finish (g_task_get_task_data (task), result, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify)g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
fetch_from_file (guint     zoom,
                 guint     x,
                 guint     y,
                 GTask    *task,
                 gpointer  data)
{
  RutterMbtiles *file = data;

  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  rutter_mbtiles_read_tile_async (file, zoom, x, y, g_task_get_cancellable (task),
                                  on_tile_read_cb, task);
}

RutterTileSource *
rutter_file_tiles_new (RutterMbtiles *file)
{
  return rutter_tile_source_new (fetch_from_file, g_object_ref (file), g_object_unref,
                                 rutter_mbtiles_get_min_zoom (file),
                                 rutter_mbtiles_get_max_zoom (file));
}
