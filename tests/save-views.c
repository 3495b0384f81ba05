/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Saves view after view and prints the uid of each once it is committed: what kill-views.py ends at
 * any moment. save-views CATALOGUE [COUNT]
 */

#include "rutter-catalog-file.h"
#include "rutter-saved-view.h"

#include <stdio.h>
#include <stdlib.h>

static int
save_views (sqlite3  *db,
            guint64   n_views,
            GError  **error)
{
  for (guint64 i = 0; i < n_views; i++)
    {
      g_autoptr(RutterSavedView) view = rutter_saved_view_new ();
      g_autofree char *uid = NULL;

      view->name = g_strdup_printf ("View %" G_GUINT64_FORMAT, i);
      view->centre = (RutterLonLat) { 51, 41 };
      view->layers = (1u << RUTTER_N_LAYER) - 1;
      uid = rutter_saved_view_save (db, view, error);
      if (uid == NULL)
        return EXIT_FAILURE;

      printf ("%s\n", uid);
      fflush (stdout);
    }

  return EXIT_SUCCESS;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(RutterConnection) connection = NULL;
  g_autoptr(GError) error = NULL;
  guint64 n_views = G_MAXUINT64;
  int status = EXIT_FAILURE;

  if (argc > 2)
    n_views = g_ascii_strtoull (argv[2], NULL, 10);
  if (argc > 1)
    connection = rutter_catalog_file_open_own (argv[1], &error);
  if (connection != NULL)
    status = save_views (rutter_connection_get_db (connection), n_views, &error);
  if (error != NULL)
    fprintf (stderr, "%s\n", error->message);

  return status;
}
