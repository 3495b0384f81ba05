/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-recent-files.h"

#define MOST_RECENT 8
#define MOST_OWN 200

/* Puts a path before all others of a list in the settings. */
static void
put_first (GSettings  *settings,
           const char *key,
           const char *path,
           guint       most)
{
  g_autofree char *full = NULL;
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) before = NULL;
  g_auto(GStrv) after = NULL;

  if (settings == NULL)
    return;

  full = g_canonicalize_filename (path, NULL);
  before = g_settings_get_strv (settings, key);
  g_strv_builder_add (builder, full);
  for (guint i = 0, n = 1; before[i] != NULL && n < most; i++)
    if (!g_str_equal (before[i], full))
      {
        g_strv_builder_add (builder, before[i]);
        n++;
      }

  after = g_strv_builder_end (builder);
  g_settings_set_strv (settings, key, (const char *const *)after);
  g_settings_apply (settings);
}

void
rutter_recent_files_add (GSettings  *settings,
                         const char *path)
{
  put_first (settings, "recent-catalogues", path, MOST_RECENT);
}

void
rutter_recent_files_add_own (GSettings  *settings,
                             const char *path)
{
  put_first (settings, "own-catalogues", path, MOST_OWN);
}

gboolean
rutter_recent_files_has_own (GSettings  *settings,
                             const char *path)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  g_auto(GStrv) own = NULL;

  if (settings == NULL)
    return FALSE;

  own = g_settings_get_strv (settings, "own-catalogues");
  return g_strv_contains ((const char *const *)own, full);
}

/* An underscore would mark the letter after it. */
static char *
make_label (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_auto(GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

/* What is no longer there is not offered. */
void
rutter_recent_files_fill_menu (GSettings *settings,
                               GMenu     *menu)
{
  g_auto(GStrv) paths = NULL;

  g_menu_remove_all (menu);
  if (settings != NULL)
    paths = g_settings_get_strv (settings, "recent-catalogues");

  for (guint i = 0; paths != NULL && paths[i] != NULL; i++)
    {
      g_autofree char *label = make_label (paths[i]);
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      if (!g_file_test (paths[i], G_FILE_TEST_EXISTS))
        continue;

      g_menu_item_set_action_and_target (item, "win.open-recent", "s", paths[i]);
      g_menu_append_item (menu, item);
    }
}
