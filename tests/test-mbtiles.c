/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-error.h"
#include "rutter-mbtiles.h"
#include "rutter-statement.h"

#include <glib/gstdio.h>
#include <string.h>

#define TILES "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, " \
              "tile_data BLOB); "
#define METADATA "CREATE TABLE metadata (name TEXT, value TEXT); "

typedef struct
{
  char          *folder;
  char          *path;
  RutterMbtiles *file;
  GBytes        *bytes;
  GError        *error;
  gboolean       is_done;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("rutter-test-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "a.mbtiles", NULL);
}

static void
reset (Fixture *fixture)
{
  g_clear_object (&fixture->file);
  g_clear_pointer (&fixture->bytes, g_bytes_unref);
  g_clear_error (&fixture->error);
  fixture->is_done = FALSE;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  reset (fixture);
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
make_file (Fixture    *fixture,
           const char *sql)
{
  g_autoptr(sqlite3) db = NULL;
  g_autoptr(GError) error = NULL;

  g_unlink (fixture->path);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  rutter_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

static void
on_opened_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Fixture *fixture = user_data;

  fixture->file = rutter_mbtiles_open_finish (result, &fixture->error);
  fixture->is_done = TRUE;
}

static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Fixture *fixture = user_data;

  fixture->bytes = rutter_mbtiles_read_tile_finish (fixture->file, result, &fixture->error);
  fixture->is_done = TRUE;
}

static void
finish (Fixture *fixture)
{
  while (!fixture->is_done)
    g_main_context_iteration (NULL, TRUE);
  fixture->is_done = FALSE;
}

static void
open_file (Fixture *fixture)
{
  reset (fixture);
  rutter_mbtiles_open_async (fixture->path, NULL, on_opened_cb, fixture);
  finish (fixture);
}

/* @expected: the bytes as text, empty where there is no tile */
static void
assert_tile (Fixture    *fixture,
             guint       zoom,
             guint       x,
             guint       y,
             const char *expected)
{
  g_clear_pointer (&fixture->bytes, g_bytes_unref);
  rutter_mbtiles_read_tile_async (fixture->file, zoom, x, y, NULL, on_read_cb, fixture);
  finish (fixture);
  g_assert_no_error (fixture->error);
  g_assert_cmpmem (g_bytes_get_data (fixture->bytes, NULL), g_bytes_get_size (fixture->bytes),
                   expected, strlen (expected));
}

/* Rows count from the south in the file: the tile of row 0 lies at the bottom. */
static void
test_tiles (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before, n_after;

  make_file (fixture, TILES METADATA
             "INSERT INTO metadata VALUES ('name', 'A map'), ('format', 'png'), "
             "('attribution', '<a href=\"http://x.invalid/\">&copy; Some\n&amp; others</a>');"
             "INSERT INTO tiles VALUES (1, 0, 0, x'73'), (1, 1, 1, x'6e65'), (3, 7, 7, x'6e'),"
             "(3, 0, 0, 'text'), (3, 1, 1, NULL)");
  g_assert_true (g_file_get_contents (fixture->path, &before, &n_before, NULL));
  open_file (fixture);
  g_assert_no_error (fixture->error);
  g_assert_cmpstr (rutter_mbtiles_get_name (fixture->file), ==, "A map");
  g_assert_cmpstr (rutter_mbtiles_get_attribution (fixture->file), ==, "© Some& others");
  g_assert_cmpuint (rutter_mbtiles_get_min_zoom (fixture->file), ==, 1);
  g_assert_cmpuint (rutter_mbtiles_get_max_zoom (fixture->file), ==, 3);
  assert_tile (fixture, 1, 0, 1, "s");
  assert_tile (fixture, 1, 1, 0, "ne");
  assert_tile (fixture, 1, 0, 0, "");
  assert_tile (fixture, 3, 7, 0, "n");
  assert_tile (fixture, 3, 0, 7, "");
  assert_tile (fixture, 3, 1, 6, "");
  assert_tile (fixture, 2, 0, 0, "");

  g_assert_true (g_file_get_contents (fixture->path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
test_view (Fixture       *fixture,
           gconstpointer  data)
{
  make_file (fixture, METADATA
             "CREATE TABLE map (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, "
             "tile_id TEXT); CREATE TABLE images (tile_data BLOB, tile_id TEXT);"
             "CREATE VIEW tiles AS SELECT 0 AS zoom_level, 0 AS tile_column, 0 AS tile_row, "
             "x'00' AS tile_data;"
             "INSERT INTO map VALUES (0, 0, 0, 'sea'), (1, 0, 1, 'sea');"
             "INSERT INTO images VALUES (x'736561', 'sea')");
  open_file (fixture);
  g_assert_no_error (fixture->error);
  g_assert_null (rutter_mbtiles_get_attribution (fixture->file));
  assert_tile (fixture, 0, 0, 0, "sea");
  assert_tile (fixture, 1, 0, 0, "sea");
  assert_tile (fixture, 1, 1, 0, "");
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char  *label;
    const char  *sql;
    int          code;
  } cases[] = {
    { "another database", "CREATE TABLE stamp (x)", RUTTER_ERROR_FOREIGN },
    { "no metadata", TILES "INSERT INTO tiles VALUES (0, 0, 0, x'00')", RUTTER_ERROR_FOREIGN },
    { "no tiles", TILES METADATA, RUTTER_ERROR_FOREIGN },
    { "a view of nothing", METADATA "CREATE VIEW tiles AS SELECT 0 AS zoom_level",
      RUTTER_ERROR_FOREIGN },
    { "other columns", METADATA "CREATE TABLE tiles (x)", RUTTER_ERROR_FOREIGN },
    { "a zoom below 0", TILES METADATA "INSERT INTO tiles VALUES (-1, 0, 0, x'00')",
      RUTTER_ERROR_FOREIGN },
    { "too deep", TILES METADATA "INSERT INTO tiles VALUES (99, 0, 0, x'00')",
      RUTTER_ERROR_FOREIGN },
    { "vectors", TILES METADATA "INSERT INTO tiles VALUES (0, 0, 0, x'00');"
      "INSERT INTO metadata VALUES ('format', 'pbf')", RUTTER_ERROR_FOREIGN },
  };
  g_autofree char *bytes = NULL;
  gsize n_bytes;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].label);
      make_file (fixture, cases[i].sql);
      open_file (fixture);
      g_assert_error (fixture->error, RUTTER_ERROR, cases[i].code);
      g_assert_nonnull (strstr (fixture->error->message, fixture->path));
      g_assert_null (strstr (fixture->error->message, "catalogue"));
    }

  make_file (fixture, TILES METADATA "INSERT INTO tiles VALUES (0, 0, 0, zeroblob (20000))");
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &n_bytes, NULL));
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize)n_bytes / 2, NULL));
  open_file (fixture);
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_CORRUPT);
  g_assert_true (g_file_set_contents (fixture->path, "no tiles at all", -1, NULL));
  open_file (fixture);
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_FOREIGN);
  g_assert_null (strstr (fixture->error->message, "catalogue"));
  g_unlink (fixture->path);
  open_file (fixture);
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/mbtiles/tiles", Fixture, NULL, set_up, test_tiles, tear_down);
  g_test_add ("/mbtiles/view", Fixture, NULL, set_up, test_view, tear_down);
  g_test_add ("/mbtiles/refused", Fixture, NULL, set_up, test_refused, tear_down);

  return g_test_run ();
}
