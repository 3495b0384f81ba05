/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-sea-cache.h"

#include <glib/gstdio.h>

#define FILE_NAME "sea-chart.bin"

/**
 * rutter_sea_cache_load:
 *
 * Returns: (transfer full) (nullable): the kept chart, mapped, unchecked; NULL when there is none
 */
GBytes *
rutter_sea_cache_load (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  GMappedFile *file = g_mapped_file_new (path, FALSE, NULL);
  GBytes *bytes;

  if (file == NULL)
    return NULL;

  bytes = g_mapped_file_get_bytes (file);
  g_mapped_file_unref (file);

  return bytes;
}

/**
 * rutter_sea_cache_store:
 *
 * Keeps the chart for the next start: written beside and renamed, so that nobody ever maps half a
 * file, nor has a mapped one changed below them. A folder that can't be written costs only time.
 *
 * Returns: whether it was kept
 */
gboolean
rutter_sea_cache_store (const char *folder,
                        GBytes     *bytes)
{
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return FALSE;

  return g_file_set_contents_full (path, data, (gssize)length, G_FILE_SET_CONTENTS_CONSISTENT,
                                   0600, NULL);
}
