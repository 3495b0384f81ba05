/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* rutter-build-basemap GSHHG-FOLDER BOUNDARIES.tsv OUTPUT.rbm
 *
 * Makes the embedded basemap from the binned netCDF files of GSHHG (Wessel and Smith) in high
 * resolution. Run by the build; its output depends on its inputs alone.
 */

#include "rutter-build-basemap-boundaries.h"
#include "rutter-build-basemap-source.h"
#include "rutter-build-basemap-stitch.h"
#include "rutter-build-basemap-write.h"

#include <locale.h>

static GPtrArray *
read_lines (const char  *folder,
            const char  *name,
            gboolean     closed,
            GError     **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(RutterGroundSource) source = rutter_ground_source_read (path, closed, error);
  GPtrArray *lines;

  if (source == NULL)
    return NULL;

  lines = rutter_ground_stitch (source->segments, source->n_segments, closed, source->grid_width,
                                error);
  if (lines == NULL)
    g_prefix_error (error, "The coastline file “%s” cannot be read: ", path);

  return lines;
}

/* Rivers that run part of the year and ditches are not drawn at any zoom. */
static void
remove_minor_rivers (GPtrArray *lines)
{
  for (guint i = lines->len; i-- > 0;)
    {
      const RutterGroundLine *line = g_ptr_array_index (lines, i);

      if (line->kind > RUTTER_RIVER_SMALLEST &&
          line->kind != RUTTER_RIVER_CANAL && line->kind != RUTTER_RIVER_SMALL_CANAL)
        g_ptr_array_remove_index (lines, i);
    }
}

static gboolean
build (const char  *folder,
       const char  *boundaries_path,
       const char  *output,
       GError     **error)
{
  g_autoptr(RutterTextTable) table = rutter_text_table_new_from_file (boundaries_path, error);
  g_autoptr(GPtrArray) rings = NULL;
  g_autoptr(GPtrArray) rivers = NULL;
  g_autoptr(GPtrArray) all_boundaries = NULL;
  g_autoptr(GPtrArray) boundaries = NULL;
  g_autoptr(GBytes) file = NULL;

  if (table == NULL ||
      (rings = read_lines (folder, "binned_GSHHS_h.nc", TRUE, error)) == NULL ||
      (rivers = read_lines (folder, "binned_river_h.nc", FALSE, error)) == NULL ||
      (all_boundaries = read_lines (folder, "binned_border_h.nc", FALSE, error)) == NULL ||
      (boundaries = rutter_ground_review_boundaries (all_boundaries, table, error)) == NULL)
    return FALSE;

  rutter_ground_mark_seas (rings);
  remove_minor_rivers (rivers);
  file = rutter_ground_write ((GPtrArray *[]) { rings, rivers, boundaries });

  return g_file_set_contents (output, g_bytes_get_data (file, NULL), g_bytes_get_size (file),
                              error);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;

  setlocale (LC_ALL, "");

  if (argc != 4)
    {
      g_printerr ("Usage: rutter-build-basemap GSHHG-FOLDER BOUNDARIES.tsv OUTPUT.rbm\n");
      return 2;
    }

  if (!build (argv[1], argv[2], argv[3], &error))
    {
      g_printerr ("rutter-build-basemap: %s\n", error->message);
      return 1;
    }

  return 0;
}
