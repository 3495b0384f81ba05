/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "catalog-folder.h"
#include "rutter-catalog-own.h"
#include "rutter-catalog.h"
#include "rutter-error.h"

#include <glib/gstdio.h>
#include <string.h>
#include <utime.h>

static char *
get_path (const char *name)
{
  return g_build_filename (catalog_folder_get_path (), name, NULL);
}

static void
assert_same (const char *path,
             const char *other_path)
{
  g_autofree char *data = NULL;
  g_autofree char *other_data = NULL;
  gsize size;
  gsize other_size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  g_assert_true (g_file_get_contents (other_path, &other_data, &other_size, NULL));
  g_assert_cmpmem (data, size, other_data, other_size);
}

static guint
count_files (void)
{
  g_autoptr(GDir) dir = g_dir_open (catalog_folder_get_path (), 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (dir) != NULL)
    n_files++;

  return n_files;
}

static void
test_first_start (void)
{
  g_autofree char *starter = catalog_folder_make_catalog ("starter.gpkg", "SELECT 1");
  g_autofree char *own_folder = get_path ("rutter");
  g_autofree char *own = g_build_filename (own_folder, "own.gpkg", NULL);
  g_autofree char *before = catalog_folder_describe ();
  g_autofree char *after = NULL;
  g_autoptr(RutterRecords) records = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (rutter_catalog_prepare_own (starter, own, &error));
  g_assert_no_error (error);
  assert_same (own, starter);

  records = rutter_catalog_load (own, RUTTER_CATALOG_OWN, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rutter_records_get_claims (records)->len, ==, 1);

  /* The starter is as it was. */
  g_assert_cmpint (g_remove (own), ==, 0);
  g_assert_cmpint (g_rmdir (own_folder), ==, 0);
  after = catalog_folder_describe ();
  g_assert_cmpstr (after, ==, before);
  catalog_folder_empty ();
}

/* Whatever is there stays, even when it is no catalogue. */
static void
test_next_start (void)
{
  static const char *const contents[] = { "", "not a catalogue" };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autofree char *starter = catalog_folder_make_catalog ("starter.gpkg", "SELECT 1");
      g_autofree char *own = catalog_folder_make_file ("own.gpkg", contents[i], -1);
      g_autofree char *before = catalog_folder_describe ();
      g_autofree char *after = NULL;
      g_autoptr(GError) error = NULL;

      g_assert_true (rutter_catalog_prepare_own (starter, own, &error));
      g_assert_no_error (error);
      after = catalog_folder_describe ();
      g_assert_cmpstr (after, ==, before);
      catalog_folder_empty ();
    }
}

/* A start that was killed while copying leaves a part under another name. It goes when it is old;
 * a young one may belong to a copy that is being made now.
 */
static void
test_killed_start (void)
{
  g_autofree char *starter = catalog_folder_make_catalog ("starter.gpkg", "SELECT 1");
  g_autofree char *own = get_path ("own.gpkg");
  g_autofree char *old = catalog_folder_make_file ("own.gpkg.part-AAAAAA", "SQLite", -1);
  g_autofree char *young = catalog_folder_make_file ("own.gpkg.part-BBBBBB", "SQLite", -1);
  struct utimbuf long_ago = { 1, 1 };
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (utime (old, &long_ago), ==, 0);
  g_assert_true (rutter_catalog_prepare_own (starter, own, &error));
  g_assert_no_error (error);
  assert_same (own, starter);
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (young, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_files (), ==, 3);
  catalog_folder_empty ();
}

/* A log that outlived its catalogue would be played into the copy. */
static void
test_orphaned_log (void)
{
  g_autofree char *starter = catalog_folder_make_catalog ("starter.gpkg", "SELECT 1");
  g_autofree char *own = get_path ("own.gpkg");
  g_autofree char *log = catalog_folder_make_file ("own.gpkg-wal", "log", -1);
  g_autoptr(GError) error = NULL;

  g_assert_true (rutter_catalog_prepare_own (starter, own, &error));
  g_assert_no_error (error);
  assert_same (own, starter);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_files (), ==, 3);
  catalog_folder_empty ();
}

static void
test_failures (void)
{
  static const struct
  {
    const char  *label;
    const char  *starter; /* content, or NULL for a sound one */
    const char  *own;
    RutterError  code;
  } cases[] = {
    { "a home that cannot be written to", NULL, "starter.gpkg/rutter/own.gpkg",
      RUTTER_ERROR_WRITE },
    { "an empty starter", "", "own.gpkg", RUTTER_ERROR_CORRUPT },
    { "a starter that is none", "text", "own.gpkg", RUTTER_ERROR_FOREIGN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *starter =
        cases[i].starter != NULL
          ? catalog_folder_make_file ("starter.gpkg", cases[i].starter, -1)
          : catalog_folder_make_catalog ("starter.gpkg", "SELECT 1");
      g_autofree char *own = get_path (cases[i].own);
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", cases[i].label);
      g_assert_false (rutter_catalog_prepare_own (starter, own, &error));
      g_assert_error (error, RUTTER_ERROR, (int)cases[i].code);
      g_clear_error (&error);
      g_assert_false (rutter_catalog_restore_starter (starter, own, NULL, &error));
      g_assert_error (error, RUTTER_ERROR, (int)cases[i].code);
      g_assert_cmpuint (count_files (), ==, 1);
      catalog_folder_empty ();
    }
}

static void
test_missing_starter (void)
{
  g_autofree char *starter = get_path ("starter.gpkg");
  g_autofree char *own = catalog_folder_make_file ("own.gpkg", "mine", -1);
  g_autofree char *other = get_path ("other.gpkg");
  g_autofree char *kept = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_false (rutter_catalog_prepare_own (starter, other, &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* The catalogue of before stays in its place. */
  g_assert_false (rutter_catalog_restore_starter (starter, own, &kept, &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND);
  g_assert_null (kept);
  g_assert_true (g_file_test (own, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_files (), ==, 1);
  catalog_folder_empty ();
}

static void
test_set_aside (void)
{
  g_autofree char *own = get_path ("own.gpkg");
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_false (rutter_catalog_set_aside (own, NULL, &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* Twice on one day: neither takes the other's place. */
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *kept = NULL;
      g_autofree char *data = NULL;

      g_free (catalog_folder_make_file ("own.gpkg", i == 0 ? "first" : "later", -1));
      g_free (catalog_folder_make_file ("own.gpkg-wal", "log", -1));
      g_assert_true (rutter_catalog_set_aside (own, &kept, &error));
      g_assert_no_error (error);
      g_assert_false (g_file_test (own, G_FILE_TEST_EXISTS));
      g_assert_nonnull (strstr (kept, "own.gpkg.damaged-20"));
      g_assert_true (g_file_get_contents (kept, &data, NULL, NULL));
      g_assert_cmpstr (data, ==, i == 0 ? "first" : "later");
      g_assert_true (g_hash_table_add (names, g_steal_pointer (&kept)));
    }

  g_assert_cmpuint (count_files (), ==, 6);
  catalog_folder_empty ();
}

static void
test_restore (void)
{
  g_autofree char *starter = catalog_folder_make_catalog ("starter.gpkg", "SELECT 1");
  g_autofree char *own = catalog_folder_make_file ("own.gpkg", "mine", -1);
  g_autofree char *kept = NULL;
  g_autofree char *data = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (rutter_catalog_restore_starter (starter, own, &kept, &error));
  g_assert_no_error (error);
  assert_same (own, starter);
  g_assert_nonnull (strstr (kept, "own.gpkg.kept-20"));
  g_assert_true (g_file_get_contents (kept, &data, NULL, NULL));
  g_assert_cmpstr (data, ==, "mine");

  /* With nothing to keep it is the same as a first start. */
  g_assert_cmpint (g_unlink (own), ==, 0);
  g_clear_pointer (&kept, g_free);
  g_assert_true (rutter_catalog_restore_starter (starter, own, &kept, &error));
  g_assert_null (kept);
  assert_same (own, starter);
  catalog_folder_empty ();
}

int
main (int   argc,
      char *argv[])
{
  int status;

  catalog_folder_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalog-own/first-start", test_first_start);
  g_test_add_func ("/catalog-own/next-start", test_next_start);
  g_test_add_func ("/catalog-own/killed-start", test_killed_start);
  g_test_add_func ("/catalog-own/orphaned-log", test_orphaned_log);
  g_test_add_func ("/catalog-own/failures", test_failures);
  g_test_add_func ("/catalog-own/missing-starter", test_missing_starter);
  g_test_add_func ("/catalog-own/set-aside", test_set_aside);
  g_test_add_func ("/catalog-own/restore", test_restore);
  status = g_test_run ();
  catalog_folder_clear ();
  return status;
}
