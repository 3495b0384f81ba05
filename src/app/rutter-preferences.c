/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_SETTINGS_ENABLE_BACKEND

#include "rutter-preferences.h"

#include "rutter-paths.h"

#include <gio/gsettingsbackend.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define SCHEMA_ID "org.rutter.Rutter"

/* The schema that lies with the program's data comes first: it fits this program. */
static GSettingsSchema *
find_schema (void)
{
  GSettingsSchemaSource *system = g_settings_schema_source_get_default ();
  GSettingsSchemaSource *own;
  GSettingsSchema *schema = NULL;

  own = g_settings_schema_source_new_from_directory (rutter_paths_get_data_dir (), system, TRUE,
                                                     NULL);
  if (own != NULL)
    {
      schema = g_settings_schema_source_lookup (own, SCHEMA_ID, TRUE);
      g_settings_schema_source_unref (own);
    }
  else if (system != NULL)
    schema = g_settings_schema_source_lookup (system, SCHEMA_ID, TRUE);

  return schema;
}

static GSettingsBackend *
create_backend (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "rutter", NULL);
  g_autofree char *path = g_build_filename (folder, "settings.ini", NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0 || g_access (folder, W_OK | X_OK) != 0 ||
      (g_access (path, F_OK) == 0 && g_access (path, R_OK | W_OK) != 0))
    return g_memory_settings_backend_new ();

  return g_keyfile_settings_backend_new (path, "/org/rutter/Rutter/", "Rutter");
}

/**
 * rutter_preferences_guard:
 *
 * To be called before GTK starts. The desktop's own settings (its theme, its fonts) come through
 * dconf, which complains loudly where it has no folder to work in; there the defaults do.
 */
void
rutter_preferences_guard (void)
{
  const char *folder = g_get_user_runtime_dir ();

  if (g_mkdir_with_parents (folder, 0700) != 0 || g_access (folder, W_OK | X_OK) != 0)
    g_setenv ("GSETTINGS_BACKEND", "memory", FALSE);
}

/* Returns: (transfer full) (nullable): NULL when the schema is not installed; the program then
 * starts as it comes and forgets its state
 */
GSettings *
rutter_preferences_new (void)
{
  GSettingsSchema *schema = find_schema ();
  g_autoptr(GSettingsBackend) backend = NULL;
  GSettings *settings;

  if (schema == NULL)
    return NULL;

  backend = create_backend ();
  settings = g_settings_new_full (schema, backend, NULL);
  g_settings_schema_unref (schema);
  /* The camera changes all the time; it is written with the rest, not for itself. */
  g_settings_delay (settings);

  return settings;
}
