/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "catalog-folder.h"
#include "rutter-catalog.h"
#include "rutter-error.h"
#include "rutter-statement.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *
make_other_database (const char *name,
                     const char *sql)
{
  char *path = g_build_filename (catalog_folder_get_path (), name, NULL);
  g_autoptr(sqlite3) db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  return path;
}

/* A sound catalogue whose bytes are changed: @size bytes of it, and @n_wrong of 0xff at @offset. */
static char *
make_damaged (const char *name,
              double      part,
              gsize       offset,
              gsize       n_wrong)
{
  g_autofree char *path = catalog_folder_make_catalog ("sound", "SELECT 1");
  g_autofree char *data = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  g_unlink (path);
  if (n_wrong > 0)
    memset (data + offset, 0xff, n_wrong);
  return catalog_folder_make_file (name, data, (gssize)((double)size * part));
}

static char *
make_missing (void)
{
  return g_build_filename (catalog_folder_get_path (), "missing.gpkg", NULL);
}

static char *
make_below_a_file (void)
{
  g_autofree char *file = catalog_folder_make_file ("file", "text", -1);

  return g_build_filename (file, "catalog.gpkg", NULL);
}

static char *
make_loop (void)
{
  char *path = g_build_filename (catalog_folder_get_path (), "loop.gpkg", NULL);

  g_assert_cmpint (symlink ("loop.gpkg", path), ==, 0);
  return path;
}

static char *
make_folder (void)
{
  char *path = g_build_filename (catalog_folder_get_path (), "folder.gpkg", NULL);

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  return path;
}

static char *
make_pipe (void)
{
  char *path = g_build_filename (catalog_folder_get_path (), "pipe.gpkg", NULL);

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  return path;
}

static char *
make_empty (void)
{
  return catalog_folder_make_file ("empty.gpkg", "", 0);
}

static char *
make_picture (void)
{
  return catalog_folder_make_file ("picture.gpkg", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
}

static char *
make_text (void)
{
  return catalog_folder_make_file ("text.gpkg", "uid\ttitle\n", -1);
}

static char *
make_short_header (void)
{
  return catalog_folder_make_file ("short.gpkg", "SQLite format 3", 16);
}

static char *
make_cut (void)
{
  return make_damaged ("cut.gpkg", 0.5, 0, 0);
}

static char *
make_cut_within_page (void)
{
  return make_damaged ("cut.gpkg", 0.999, 0, 0);
}

static char *
make_page_size (void)
{
  return make_damaged ("page.gpkg", 1, 16, 2);
}

static char *
make_bad_page (void)
{
  return make_damaged ("bad.gpkg", 1, 4096 * 3, 4096);
}

static char *
make_bad_schema (void)
{
  return make_damaged ("bad.gpkg", 1, 100, 200);
}

/* The first @part of a catalogue whose header says that it is used with a write-ahead log, as every
 * catalogue of the user's own does.
 */
static char *
make_cut_with_mode (const char *name,
                    double      part)
{
  g_autofree char *path = catalog_folder_make_catalog ("sound", "PRAGMA journal_mode = WAL");
  g_autofree char *data = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  g_unlink (path);
  g_assert_cmpint (data[18], ==, 2);
  return catalog_folder_make_file (name, data, (gssize)((double)size * part));
}

static char *
make_cut_used (void)
{
  return make_cut_with_mode ("used.gpkg", 0.5);
}

static char *
make_cut_used_within_page (void)
{
  return make_cut_with_mode ("used.gpkg", 0.999);
}

/* A log that holds nothing sound tells nothing of the pages that are missing. */
static char *
make_cut_with_log (void)
{
  g_free (catalog_folder_make_file ("used.gpkg-wal", "log", -1));
  return make_cut_with_mode ("used.gpkg", 0.5);
}

static char *
make_letters (void)
{
  return make_other_database ("letters.gpkg", "CREATE TABLE letters (id INTEGER PRIMARY KEY)");
}

static char *
make_geopackage_of_others (void)
{
  return make_other_database ("others.gpkg", "PRAGMA application_id = 0x47504B47; "
                              "PRAGMA user_version = 10300; CREATE TABLE gpkg_contents (a)");
}

static char *
make_newer (void)
{
  return catalog_folder_make_catalog ("newer.gpkg", "UPDATE rutter_meta SET value = '99'");
}

static char *
make_unversioned (void)
{
  return catalog_folder_make_catalog ("unversioned.gpkg", "DELETE FROM rutter_meta");
}

static char *
make_without_table (void)
{
  return catalog_folder_make_catalog ("tables.gpkg", "DROP TABLE denial");
}

static char *
make_view (void)
{
  return catalog_folder_make_catalog ("view.gpkg", "DROP TABLE denial; CREATE VIEW denial AS "
                                      "SELECT 1 AS id, 1 AS claim_id, NULL AS denier_id, 'x' AS "
                                      "who");
}

static char *
make_virtual (void)
{
  return catalog_folder_make_catalog ("virtual.gpkg", "DROP TABLE denial; CREATE VIRTUAL TABLE "
                                      "denial USING fts5 (claim_id, denier_id, who)");
}

/* Each is refused in both modes with one sentence, and nothing in the folder changes. */
static void
test_refused (void)
{
  static const struct
  {
    const char  *label;
    char      *(*make) (void);
    RutterError  code;
    const char  *words;
  } cases[] = {
    { "missing", make_missing, RUTTER_ERROR_NOT_FOUND, "There is no file" },
    { "below a file", make_below_a_file, RUTTER_ERROR_NOT_FOUND, "There is no file" },
    { "a link to itself", make_loop, RUTTER_ERROR_READ, "cannot be read" },
    { "a folder", make_folder, RUTTER_ERROR_FOREIGN, "is a folder" },
    { "a pipe", make_pipe, RUTTER_ERROR_FOREIGN, "pipe" },
    { "empty", make_empty, RUTTER_ERROR_CORRUPT, "is empty" },
    { "a picture", make_picture, RUTTER_ERROR_FOREIGN, "no SQLite database" },
    { "text", make_text, RUTTER_ERROR_FOREIGN, "no SQLite database" },
    { "cut in the header", make_short_header, RUTTER_ERROR_CORRUPT, "cut short" },
    { "cut", make_cut, RUTTER_ERROR_CORRUPT, "cut short" },
    { "cut within a page", make_cut_within_page, RUTTER_ERROR_CORRUPT, "cut short" },
    { "cut, used with a log", make_cut_used, RUTTER_ERROR_CORRUPT, "cut short" },
    { "cut within a page, used with a log", make_cut_used_within_page, RUTTER_ERROR_CORRUPT,
      "cut short" },
    { "no page size", make_page_size, RUTTER_ERROR_CORRUPT, "page size" },
    { "a bad page", make_bad_page, RUTTER_ERROR_CORRUPT, "damaged" },
    { "a bad schema page", make_bad_schema, RUTTER_ERROR_CORRUPT, "damaged" },
    { "another database", make_letters, RUTTER_ERROR_FOREIGN, "not a Rutter catalogue" },
    { "another GeoPackage", make_geopackage_of_others, RUTTER_ERROR_FOREIGN, "is a GeoPackage" },
    { "a newer version", make_newer, RUTTER_ERROR_FOREIGN, "newer Rutter" },
    { "no version", make_unversioned, RUTTER_ERROR_CORRUPT, "which version" },
    { "a table missing", make_without_table, RUTTER_ERROR_CORRUPT, "no table denial" },
    { "a view for a table", make_view, RUTTER_ERROR_CORRUPT, "no table denial" },
    { "a virtual table", make_virtual, RUTTER_ERROR_CORRUPT, "no table denial" },
  };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (cases); i++)
    {
      RutterCatalogMode mode = i % 2 == 0 ? RUTTER_CATALOG_OWN : RUTTER_CATALOG_FOREIGN;
      g_autofree char *path = cases[i / 2].make ();
      g_autofree char *before = catalog_folder_describe ();
      g_autofree char *after = NULL;
      g_autoptr(GError) error = NULL;

      g_test_message ("%s, %s", cases[i / 2].label, i % 2 == 0 ? "own" : "foreign");
      g_assert_null (rutter_catalog_load (path, mode, &error));
      g_assert_error (error, RUTTER_ERROR, (int)cases[i / 2].code);
      g_assert_nonnull (strstr (error->message, cases[i / 2].words));
      g_assert_nonnull (strstr (error->message, path));
      g_assert_null (strstr (error->message, "copy.gpkg"));
      after = catalog_folder_describe ();
      g_assert_cmpstr (after, ==, before);
      catalog_folder_empty ();
    }
}

/* What is read from a private copy is told of under the name that the user knows. Only what is
 * opened to read: beside a file of the user's own SQLite puts its own log in order first.
 */
static void
test_copy_is_not_named (void)
{
  g_autofree char *path = make_cut_with_log ();
  g_autofree char *before = catalog_folder_describe ();
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (rutter_catalog_load (path, RUTTER_CATALOG_FOREIGN, &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_CORRUPT);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_null (strstr (error->message, "copy.gpkg"));
  after = catalog_folder_describe ();
  g_assert_cmpstr (after, ==, before);
  catalog_folder_empty ();
}

int
main (int   argc,
      char *argv[])
{
  int status;

  catalog_folder_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalog-refused/files", test_refused);
  g_test_add_func ("/catalog-refused/copy-is-not-named", test_copy_is_not_named);
  status = g_test_run ();
  catalog_folder_clear ();
  return status;
}
