/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "small-world.h"

#include "rutter-build-basemap-write.h"

#include <glib/gstdio.h>

/* Points on a side: what is straight on the map is not so on the globe. */
#define N_POINTS 100

static void
add_box (GPtrArray           *lines,
         const SmallWorldBox *box)
{
  RutterGroundLine *ring = rutter_ground_line_new (box->kind, TRUE);
  const RutterLonLat corners[] = {
    { box->west, box->south }, { box->east, box->south }, { box->east, box->north },
    { box->west, box->north }, { box->west, box->south }
  };

  for (guint i = 0; i < 4; i++)
    for (guint k = 0; k < N_POINTS; k++)
      {
        RutterPoint point = rutter_mercator_project ((RutterLonLat) {
          corners[i].lon + (corners[i + 1].lon - corners[i].lon) * k / N_POINTS,
          corners[i].lat + (corners[i + 1].lat - corners[i].lat) * k / N_POINTS });

        g_array_append_val (ring->points, point);
      }
  g_array_append_val (ring->points, g_array_index (ring->points, RutterPoint, 0));
  g_ptr_array_add (lines, ring);
}

void
small_world_open (const char           *folder,
                  const SmallWorldBox  *boxes,
                  guint                 n_boxes,
                  const char           *table,
                  RutterBasemap       **basemap,
                  RutterPassages      **passages)
{
  g_autoptr(GPtrArray) rings =
    g_ptr_array_new_with_free_func ((GDestroyNotify)rutter_ground_line_free);
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autofree char *basemap_path = g_build_filename (folder, "small.rbm", NULL);
  g_autofree char *passages_path = g_build_filename (folder, "passages.tsv", NULL);
  g_autoptr(GBytes) world = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < n_boxes; i++)
    add_box (rings, &boxes[i]);
  world = rutter_ground_write ((GPtrArray *[]) { rings, none, none });

  g_assert_true (g_file_set_contents (basemap_path, g_bytes_get_data (world, NULL),
                                      (gssize)g_bytes_get_size (world), NULL));
  g_assert_true (g_file_set_contents (passages_path, table, -1, NULL));
  *basemap = rutter_basemap_open (basemap_path, &error);
  g_assert_no_error (error);
  *passages = rutter_passages_load (passages_path, &error);
  g_assert_no_error (error);
  g_unlink (basemap_path);
  g_unlink (passages_path);
}
