/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "certificates.h"

#include <glib/gstdio.h>

static char *folder;

/* Returns: %FALSE where there is no openssl to make them with */
gboolean
certificates_make (void)
{
  g_autofree char *tool = g_find_program_in_path ("openssl");
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "make-certificates", NULL);
  g_autofree char *authority = NULL;
  g_autoptr(GTlsDatabase) database = NULL;
  g_autoptr(GError) error = NULL;
  const char *argv[] = { script, NULL, NULL };
  int status;

  if (tool == NULL)
    return FALSE;

  folder = g_dir_make_tmp ("rutter-test-XXXXXX", &error);
  g_assert_no_error (error);
  argv[1] = folder;
  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));

  authority = g_build_filename (folder, "authority.pem", NULL);
  database = g_tls_file_database_new (authority, &error);
  g_assert_no_error (error);
  g_tls_backend_set_default_database (g_tls_backend_get_default (), database);
  return TRUE;
}

/* @name: valid or expired */
GTlsCertificate *
certificates_load (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".pem", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr(GError) error = NULL;
  GTlsCertificate *certificate = g_tls_certificate_new_from_file (path, &error);

  g_assert_no_error (error);
  return certificate;
}

void
certificates_drop (void)
{
  g_autoptr(GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  if (folder != NULL)
    g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
}
