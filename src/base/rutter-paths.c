/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-paths.h"

#include <gio/gio.h>

#if !defined (RUTTER_DATA_DIR) || !defined (RUTTER_LOCALE_DIR)
#error "RUTTER_DATA_DIR, RUTTER_LOCALE_DIR: the installed folders, given by the build"
#endif

/* A folder is the data folder when the basemap or the starter catalogue lies in it. */
static gboolean
holds_data (const char *folder)
{
  g_autofree char *basemap = g_build_filename (folder, "basemap.rbm", NULL);
  g_autofree char *starter = g_build_filename (folder, "starter.gpkg", NULL);

  return g_file_test (basemap, G_FILE_TEST_EXISTS) || g_file_test (starter, G_FILE_TEST_EXISTS);
}

/* Where data and messages lie beside an installed program (PREFIX/bin), and in a build folder
 * (BUILD/src/app, BUILD/tests): so a moved prefix and an uninstalled program both find their own.
 */
static const struct
{
  const char *data;
  const char *locale;
} beside[] = {
  { "../share/rutter", "../share/locale" },
  { "../../data", "../../po" },
  { "../data", "../po" },
};

/* The folder of `locale` or of data beside the program, NULL when it lies alone. */
static char *
find_beside (gboolean locale)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;

  for (guint i = 0; folder != NULL && i < G_N_ELEMENTS (beside); i++)
    {
      g_autofree char *joined = g_build_filename (folder, beside[i].data, NULL);
      g_autofree char *candidate = g_canonicalize_filename (joined, NULL);

      if (!holds_data (candidate))
        continue;

      return g_canonicalize_filename (locale ? beside[i].locale : beside[i].data, folder);
    }

  return NULL;
}

static char *
find_dir (const char *variable,
          gboolean    locale,
          const char *installed)
{
  const char *given = g_getenv (variable);
  char *found;

  if (given != NULL && *given != '\0')
    return g_strdup (given);

  found = find_beside (locale);

  return found != NULL ? found : g_strdup (installed);
}

/**
 * rutter_paths_get_data_dir:
 *
 * The folder with the basemap, the starter catalogue and the names of the map: the environment's
 * RUTTER_DATA_DIR, else the one beside the program, else where the build installs it.
 *
 * Returns: (transfer none): an absolute path; the folder need not exist
 */
const char *
rutter_paths_get_data_dir (void)
{
  static char *folder;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      folder = find_dir ("RUTTER_DATA_DIR", FALSE, RUTTER_DATA_DIR);
      g_once_init_leave (&once, 1);
    }

  return folder;
}

/**
 * rutter_paths_get_locale_dir:
 *
 * The folder of the translated messages: the environment's RUTTER_LOCALE_DIR, else the one beside
 * the program, else where the build installs it.
 *
 * Returns: (transfer none): an absolute path; the folder need not exist
 */
const char *
rutter_paths_get_locale_dir (void)
{
  static char *folder;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      folder = find_dir ("RUTTER_LOCALE_DIR", TRUE, RUTTER_LOCALE_DIR);
      g_once_init_leave (&once, 1);
    }

  return folder;
}

/**
 * rutter_paths_get_data:
 * @name: a file's name, such as "basemap.rbm"
 *
 * Returns: (transfer full): its path in the data folder
 */
char *
rutter_paths_get_data (const char *name)
{
  return g_build_filename (rutter_paths_get_data_dir (), name, NULL);
}

/**
 * rutter_paths_get_own:
 *
 * Returns: (transfer full): the path of the user's own catalogue, there or not yet
 */
char *
rutter_paths_get_own (void)
{
  return g_build_filename (g_get_user_data_dir (), "rutter", "catalogue.gpkg", NULL);
}

/**
 * rutter_paths_get_cache:
 *
 * Returns: (transfer full): the folder for what can be made again, there or not yet
 */
char *
rutter_paths_get_cache (void)
{
  return g_build_filename (g_get_user_cache_dir (), "rutter", NULL);
}
