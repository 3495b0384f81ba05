/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-error.h"
#include "rutter-text-table.h"

#include <glib/gstdio.h>

static RutterTextTable *
read_table (const char  *text,
            GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return rutter_text_table_new_from_bytes (bytes, "ship.tsv", error);
}

static void
test_read (void)
{
  static const char *const texts[] = {
    "# ships\n\nuid\ttitle\tnote\nvessel:a\tAngara\t\n# a comment\n\nvessel:b\t\tЛеди Р\n",
    "# ships\r\n\r\nuid\ttitle\tnote\r\nvessel:a\tAngara\t\r\n#\r\n\r\nvessel:b\t\tЛеди Р\r\n",
    "\xef\xbb\xbf#\n\nuid\ttitle\tnote\nvessel:a\tAngara\t\n#\n\nvessel:b\t\tЛеди Р",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;
      RutterTextTable *table = read_table (texts[i], &error);

      g_assert_no_error (error);
      g_assert_cmpstr (rutter_text_table_get_name (table), ==, "ship.tsv");
      g_assert_cmpuint (rutter_text_table_get_n_rows (table), ==, 2);
      g_assert_cmpuint (rutter_text_table_get_line (table, 0), ==, 4);
      g_assert_cmpuint (rutter_text_table_get_line (table, 1), ==, 7);
      g_assert_cmpuint (rutter_text_table_get_columns (table)->len, ==, 3);
      g_assert_true (rutter_text_table_has_column (table, "note"));
      g_assert_false (rutter_text_table_has_column (table, "flag"));
      g_assert_cmpstr (rutter_text_table_get (table, 0, "uid"), ==, "vessel:a");
      g_assert_cmpstr (rutter_text_table_get (table, 0, "note"), ==, "");
      g_assert_cmpstr (rutter_text_table_get (table, 1, "title"), ==, "");
      g_assert_cmpstr (rutter_text_table_get (table, 1, "note"), ==, "Леди Р");
      g_assert_null (rutter_text_table_get (table, 0, "flag"));
      g_assert_finalize_object (table);
    }
}

static void
test_no_rows (void)
{
  g_autoptr(RutterTextTable) table = read_table ("uid\ttitle\n", NULL);

  g_assert_nonnull (table);
  g_assert_cmpuint (rutter_text_table_get_n_rows (table), ==, 0);
}

static void
test_refusals (void)
{
  static const struct
  {
    const char *text;
    int         code;
    const char *message;
  } cases[] = {
    { "", RUTTER_ERROR_INVALID, "ship.tsv: the table is empty" },
    { "# only a comment\n", RUTTER_ERROR_INVALID, "ship.tsv: the table is empty" },
    { "uid\ttitle\tuid\n", RUTTER_ERROR_INVALID, "ship.tsv:1: the column \"uid\" is named twice" },
    { "#\nuid\t\ttitle\n", RUTTER_ERROR_INVALID, "ship.tsv:2: column 2 has no name" },
    { "uid\ttitle\na\tb\nc\n", RUTTER_ERROR_INVALID,
      "ship.tsv:3: the line has 1 fields, but the header names 2 columns" },
    { "uid\ttitle\na\tb\tc\n", RUTTER_ERROR_INVALID,
      "ship.tsv:2: the line has 3 fields, but the header names 2 columns" },
    { "uid\ttitle\na\tb\rc\n", RUTTER_ERROR_INVALID, "ship.tsv:2: there is a line break" },
    { "uid\ttitle\na\tb\nc\t\xff\xfe\n", RUTTER_ERROR_CORRUPT,
      "ship.tsv:3: the text is not valid" },
    { "uid\n\xc3", RUTTER_ERROR_CORRUPT, "ship.tsv:2: the text is not valid" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", cases[i].message);
      g_assert_null (read_table (cases[i].text, &error));
      g_assert_error (error, RUTTER_ERROR, cases[i].code);
      g_assert_true (g_str_has_prefix (error->message, cases[i].message));
    }
}

static void
test_nul (void)
{
  static const char text[] = "uid\ttitle\na\0b\tc\n";
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr(GError) error = NULL;

  g_assert_null (rutter_text_table_new_from_bytes (bytes, "ship.tsv", &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_CORRUPT);
}

static void
test_file (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterTextTable) table = NULL;
  g_autofree char *folder = g_dir_make_tmp ("rutter-text-table-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "port.tsv", NULL);

  g_assert_null (rutter_text_table_new_from_file (path, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, "uid\nplace:rajin\n", -1, NULL));
  table = rutter_text_table_new_from_file (path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rutter_text_table_get_name (table), ==, "port.tsv");
  g_assert_cmpstr (rutter_text_table_get (table, 0, "uid"), ==, "place:rajin");

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-table/read", test_read);
  g_test_add_func ("/text-table/no-rows", test_no_rows);
  g_test_add_func ("/text-table/refusals", test_refusals);
  g_test_add_func ("/text-table/nul", test_nul);
  g_test_add_func ("/text-table/file", test_file);

  return g_test_run ();
}
