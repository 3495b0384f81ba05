/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-sea-planner.h"
#include "rutter-starter.h"

/* Any speed: a line has none. */
#define SPEED_KN 14

/* Returns: (transfer full): what gives the same line again */
static char *
write_parameters (const RutterSeaRoute *route)
{
  GString *text = g_string_new ("Coastline: GSHHG 2.3.7, high resolution. Parameters:");

  for (guint i = 0; i < route->n_stops; i++)
    {
      char lon[G_ASCII_DTOSTR_BUF_SIZE], lat[G_ASCII_DTOSTR_BUF_SIZE];
      RutterLonLat asked = route->stops[i].asked;

      g_string_append_printf (text, " %s,%s", g_ascii_formatd (lon, sizeof lon, "%.5f", asked.lon),
                              g_ascii_formatd (lat, sizeof lat, "%.5f", asked.lat));
    }

  return g_string_free (text, FALSE);
}

/* A RutterStarterLineFunc; @planner is a RutterSeaPlanner. */
static gboolean
make_line (const RutterLonLat  *stops,
           guint                n_stops,
           RutterStarterLine   *line,
           gpointer             planner,
           GError             **error)
{
  RutterSeaRequest request = { stops, n_stops, NULL, NULL, SPEED_KN };
  g_autoptr(RutterSeaRoute) route = rutter_sea_planner_find (planner, &request, NULL, error);
  g_autoptr(GStrvBuilder) passages = g_strv_builder_new ();

  if (route == NULL)
    return FALSE;

  for (guint i = 0; i < route->n_crossings; i++)
    g_strv_builder_add (passages, route->crossings[i].passage->name);
  line->points = g_array_sized_new (FALSE, FALSE, sizeof (RutterLonLat), route->n_points);
  g_array_append_vals (line->points, route->points, route->n_points);
  line->length_nm = route->length_nm;
  line->passages = g_strv_builder_end (passages);
  line->parameters = write_parameters (route);
  return TRUE;
}

static gboolean
build (const char  *folder,
       const char  *basemap_path,
       const char  *passages_path,
       const char  *output,
       const char  *cache_dir,
       GError     **error)
{
  g_autoptr(RutterBasemap) basemap = rutter_basemap_open (basemap_path, error);
  g_autoptr(RutterPassages) passages = NULL;
  g_autoptr(RutterSeaPlanner) planner = NULL;

  if (basemap == NULL || (passages = rutter_passages_load (passages_path, error)) == NULL)
    return FALSE;

  planner = rutter_sea_planner_new (basemap, passages, cache_dir, NULL, NULL, NULL, error);

  return planner != NULL &&
         rutter_starter_compile_with_lines (folder, output, make_line, planner, error);
}

/* Usage: rutter-build-starter FOLDER BASEMAP PASSAGES.tsv OUTPUT.gpkg [CACHE], with a folder that
 * keeps the chart of the seas for who builds several times.
 */
int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;

  if (argc != 5 && argc != 6)
    {
      g_printerr ("usage: rutter-build-starter FOLDER BASEMAP PASSAGES.tsv OUTPUT.gpkg "
                  "[CACHE]\n");
      return 2;
    }

  if (!build (argv[1], argv[2], argv[3], argv[4], argv[5], &error))
    {
      g_printerr ("rutter-build-starter: %s\n", error->message);
      return 1;
    }

  return 0;
}
