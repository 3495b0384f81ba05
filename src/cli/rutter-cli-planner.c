/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-cli-planner.h"

#include "rutter-paths.h"

/**
 * rutter_cli_load_passages:
 *
 * Returns: (transfer full): the passages that came with the program
 */
RutterPassages *
rutter_cli_load_passages (GError **error)
{
  g_autofree char *path = rutter_paths_get_data ("passages.tsv");

  return rutter_passages_load (path, error);
}

/**
 * rutter_cli_open_planner:
 *
 * Takes the chart of the seas from the user's cache folder, where the window keeps it as well, or
 * makes it and puts it there.
 *
 * Returns: (transfer full): the planner over the basemap and the passages that came with the
 *   program
 */
RutterSeaPlanner *
rutter_cli_open_planner (GError **error)
{
  g_autofree char *path = rutter_paths_get_data ("basemap.rbm");
  g_autofree char *cache = rutter_paths_get_cache ();
  g_autoptr(RutterPassages) passages = rutter_cli_load_passages (error);
  g_autoptr(RutterBasemap) basemap = NULL;

  if (passages == NULL || (basemap = rutter_basemap_open (path, error)) == NULL)
    return NULL;

  return rutter_sea_planner_new (basemap, passages, cache, NULL, NULL, NULL, error);
}
