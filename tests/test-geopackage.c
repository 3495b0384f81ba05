/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whether other programs read our catalogue: GDAL's ogrinfo lists the starter catalogue, given as
 * the argument, without a warning and without changing it.
 */

#include "rutter-catalog-check.h"
#include "rutter-catalog-file.h"
#include "rutter-statement.h"

#include <gio/gio.h>
#include <string.h>

static const char *starter_path;

static char *
run_ogrinfo (const char *path)
{
  g_autofree char *program = g_find_program_in_path ("ogrinfo");
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *complaints = NULL;
  char *text = NULL;

  if (program == NULL)
    {
      g_test_skip ("ogrinfo (Debian package gdal-bin) is not installed");
      return NULL;
    }

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                              &error, program, "-ro", "-so", "-al", path, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &text, &complaints, &error));
  g_assert_true (g_subprocess_get_successful (process));
  g_assert_cmpstr (complaints, ==, "");
  g_assert_null (strstr (text, "Warning"));

  return text;
}

/* The lines of @text from the one that names the layer, up to the next layer. */
static char *
dup_layer (const char *text,
           const char *layer)
{
  g_autofree char *first_line = g_strdup_printf ("\nLayer name: %s\n", layer);
  const char *start = strstr (text, first_line);
  const char *end;

  if (start == NULL)
    return NULL;

  end = strstr (start + 1, "\nLayer name: ");
  return end != NULL ? g_strndup (start, end - start + 1) : g_strdup (start);
}

static char *
compute_sum (const char *path)
{
  g_autofree char *data = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *)data, size);
}

/* Every table of the file with its rows; feature tables with their geometry and extent. */
static void
test_ogrinfo (void)
{
  static const char *const geometries[][2] = {
    { "place", "Point" }, { "route", "Line String" }, { "event", "Point" }, { "hub", "Point" },
  };
  static const char query[] = "SELECT table_name FROM gpkg_contents";
  g_autoptr(GError) error = NULL;
  g_autofree char *before = compute_sum (starter_path);
  g_autofree char *text = run_ogrinfo (starter_path);
  g_autofree char *after = compute_sum (starter_path);
  g_autoptr(RutterConnection) connection = NULL;
  g_autoptr(sqlite3_stmt) stmt = NULL;
  gboolean has_row;
  guint n_tables = 0;

  if (text == NULL)
    return;

  g_assert_cmpstr (after, ==, before);
  connection = rutter_catalog_file_open_foreign (starter_path, &error);
  g_assert_no_error (error);
  stmt = rutter_db_prepare (rutter_connection_get_db (connection), query, &error);
  while (rutter_db_step (stmt, &has_row, &error) && has_row)
    {
      const char *table = rutter_db_column_text (stmt, 0);
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", table);
      g_autofree char *layer = dup_layer (text, table);
      g_autofree char *count = NULL;
      gint64 n_rows;

      g_test_message ("%s", table);
      g_assert_true (rutter_db_query_int64 (rutter_connection_get_db (connection), sql, &n_rows,
                                            &error));
      count = g_strdup_printf ("\nFeature Count: %" G_GINT64_FORMAT "\n", n_rows);
      g_assert_nonnull (layer);
      g_assert_nonnull (strstr (layer, count));
      n_tables++;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n_tables, >=, 26);

  for (guint i = 0; i < G_N_ELEMENTS (geometries); i++)
    {
      g_autofree char *layer = dup_layer (text, geometries[i][0]);
      g_autofree char *line = g_strdup_printf ("\nGeometry: %s\n", geometries[i][1]);

      g_assert_nonnull (strstr (layer, line));
      g_assert_nonnull (strstr (layer, "\nExtent: ("));
    }
}

/* Our own rules hold as well. */
static void
test_check (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) findings = rutter_catalog_check (starter_path, &error);
  guint n_errors = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      const RutterFinding *finding = g_ptr_array_index (findings, i);

      g_test_message ("%s: %s", finding->uid != NULL ? finding->uid : "the file",
                      finding->sentence);
      if (finding->severity == RUTTER_SEVERITY_ERROR)
        n_errors++;
    }
  g_assert_cmpuint (n_errors, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  starter_path = argv[1];
  g_test_add_func ("/geopackage/ogrinfo", test_ogrinfo);
  g_test_add_func ("/geopackage/check", test_check);
  return g_test_run ();
}
