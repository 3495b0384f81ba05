/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "catalog-folder.h"

#include "rutter-catalog-file.h"
#include "rutter-geometry.h"
#include "rutter-schema.h"
#include "rutter-statement.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Where syncing costs nothing, if there is such a place: these tests commit many hundred times, and
 * no test can tell whether what is written would survive a blackout.
 */
#define MEMORY_FOLDER "/dev/shm"

static char *base;
static char *folder;
static char *tmp;

static const char one_claim[] =
  "INSERT INTO object VALUES (1, 'topic:t', 'topic', 'T'); INSERT INTO topic VALUES (1, NULL); "
  "INSERT INTO claim (uid, object_id, kind, statement, status, earliest, latest) VALUES "
  "('C001', 1, 'seed', 'Words.', 'reported', -2147483648, 2147483647)";

/* A catalogue with one claim, then what @sql says. */
char *
catalog_folder_make_catalog (const char *name,
                             const char *sql)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;
  RutterConnection *connection = rutter_catalog_file_create (path, &error);

  g_assert_no_error (error);
  rutter_db_exec (rutter_connection_get_db (connection), one_claim, &error);
  g_assert_no_error (error);
  rutter_db_exec (rutter_connection_get_db (connection), sql, &error);
  g_assert_no_error (error);
  rutter_connection_close (connection, &error);
  g_assert_no_error (error);
  return path;
}

/* A catalogue of a version of before, as the program of then made it, with one claim. */
char *
catalog_folder_make_version (const char *name,
                             int         version)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr(sqlite3) db = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_true (rutter_geometry_register_functions (db, &error));
  rutter_schema_migrate (db, version, &error);
  g_assert_no_error (error);
  rutter_db_exec (db, one_claim, &error);
  g_assert_no_error (error);
  return path;
}

char *
catalog_folder_make_file (const char *name,
                          const char *data,
                          gssize      size)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, data, size, NULL));
  return path;
}

/* Eats @path: what was made with much work can be put down many times. */
GBytes *
catalog_folder_take (char *path)
{
  char *data;
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  g_unlink (path);
  g_free (path);
  return g_bytes_new_take (data, size);
}

char *
catalog_folder_put (const char *name,
                    GBytes     *bytes)
{
  return catalog_folder_make_file (name, g_bytes_get_data (bytes, NULL),
                                   (gssize)g_bytes_get_size (bytes));
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* The names in the folder with a sum of each file's content: what must not change. */
char *
catalog_folder_describe (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *data = NULL;
      g_autofree char *sum = NULL;
      gsize size = 0;

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        g_file_get_contents (path, &data, &size, NULL);
      sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *)data, size);
      g_ptr_array_add (names, g_strdup_printf ("%s %s", name, sum));
    }

  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (text, "%s\n", (char *)g_ptr_array_index (names, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
catalog_folder_empty (void)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
}

void
catalog_folder_init (void)
{
  gboolean has_memory = g_file_test (MEMORY_FOLDER, G_FILE_TEST_IS_DIR) &&
                        g_access (MEMORY_FOLDER, R_OK | W_OK | X_OK) == 0;

  base = g_build_filename (has_memory ? MEMORY_FOLDER : g_get_tmp_dir (), "rutter-test-XXXXXX",
                           NULL);
  g_assert_nonnull (g_mkdtemp (base));
  folder = g_build_filename (base, "folder", NULL);
  tmp = g_build_filename (base, "tmp", NULL);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (tmp, 0700), ==, 0);
  g_setenv ("TMPDIR", tmp, TRUE);
}

/* Fails when anything was left behind. */
void
catalog_folder_clear (void)
{
  g_assert_cmpint (g_rmdir (tmp), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_cmpint (g_rmdir (base), ==, 0);
  g_clear_pointer (&tmp, g_free);
  g_clear_pointer (&folder, g_free);
  g_clear_pointer (&base, g_free);
}

const char *
catalog_folder_get_path (void)
{
  return folder;
}
