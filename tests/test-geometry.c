/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-error.h"
#include "rutter-geometry.h"
#include "rutter-statement.h"

#include <math.h>
#include <string.h>

/* A point at 18.43 E 34.19 S as another program writes it: big endian, with an envelope. */
#define LON_BE "\x40\x32\x6e\x14\x7a\xe1\x47\xae"
#define LAT_BE "\xc0\x41\x18\x51\xeb\x85\x1e\xb8"
#define POINT_BE                                                                      \
  "GP\0\x02\0\0\x10\xe6" LON_BE LON_BE LAT_BE LAT_BE "\0\0\0\0\x01" LON_BE LAT_BE

static void
test_point (void)
{
  static const RutterLonLat positions[] = {
    { 18.43, -34.19 }, { 0, 0 }, { -180, 90 }, { 180, -90 }, { 1e-9, -1e-9 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
    {
      g_autoptr(GBytes) bytes = rutter_geometry_encode_point (positions[i]);
      g_autoptr(GError) error = NULL;
      RutterLonLat found;

      g_assert_true (rutter_geometry_decode_point (g_bytes_get_data (bytes, NULL),
                                                   g_bytes_get_size (bytes), &found, &error));
      g_assert_no_error (error);
      g_assert_cmpfloat (found.lon, ==, positions[i].lon);
      g_assert_cmpfloat (found.lat, ==, positions[i].lat);
    }
}

static void
test_point_of_others (void)
{
  g_autoptr(GError) error = NULL;
  RutterLonLat found;

  g_assert_true (rutter_geometry_decode_point (POINT_BE, sizeof POINT_BE - 1, &found, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (found.lon, ==, 18.43);
  g_assert_cmpfloat (found.lat, ==, -34.19);
}

static GByteArray *
dup_point (void)
{
  g_autoptr(GBytes) bytes = rutter_geometry_encode_point ((RutterLonLat) { 18.43, -34.19 });

  return g_bytes_unref_to_array (g_steal_pointer (&bytes));
}

/* Every cut and every changed byte of the header is refused, whatever follows. */
static void
test_bad_point (void)
{
  static const struct
  {
    const char *label;
    guint       offset;
    guint8      value;
  } cases[] = {
    { "no magic", 0, 'X' },
    { "no magic, second letter", 1, 'X' },
    { "a later version", 2, 1 },
    { "flagged empty", 3, 0x11 },
    { "extended kind", 3, 0x21 },
    { "envelope of no kind", 3, 0x0b },
    { "envelope that is not there", 3, 0x03 },
    { "another reference system", 4, 1 },
    { "no byte order", 8, 2 },
    { "a line", 9, 2 },
    { "a point with height", 10, 4 },
    { "latitude out of range", 28, 0xd0 },
    { "not a number", 28, 0xff },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GByteArray) blob = dup_point ();
      g_autoptr(GError) error = NULL;
      RutterLonLat found;

      g_test_message ("%s", cases[i].label);
      blob->data[cases[i].offset] = cases[i].value;
      if (cases[i].value == 0xff)
        memset (blob->data + 21, 0xff, 8);
      g_assert_false (rutter_geometry_decode_point (blob->data, blob->len, &found, &error));
      g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID);
    }

  for (guint size = 0; size < 29; size++)
    {
      g_autoptr(GByteArray) blob = dup_point ();
      g_autofree guint8 *cut = g_memdup2 (blob->data, size);
      g_autoptr(GError) error = NULL;
      RutterLonLat found;

      g_assert_false (rutter_geometry_decode_point (cut, size, &found, &error));
      g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID);
    }
}

static void
test_line (void)
{
  static const RutterLonLat points[] = { { 170, 50 }, { 179, 51 }, { 184, 52 }, { 200, 40 } };
  g_autoptr(GBytes) bytes = rutter_geometry_encode_line (points, G_N_ELEMENTS (points));
  g_autofree RutterLonLat *found = NULL;
  g_autoptr(GError) error = NULL;
  guint n_found = 0;

  found = rutter_geometry_decode_line (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                       &n_found, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_found, ==, G_N_ELEMENTS (points));
  g_assert_cmpmem (found, n_found * sizeof *found, points, sizeof points);
}

/* Lines of other programs jump from 180 to -180; ours run on. */
static void
test_line_is_unwrapped (void)
{
  static const RutterLonLat points[] = { { 179, 0 }, { -179, 1 }, { -170, 2 } };
  g_autoptr(GBytes) bytes = rutter_geometry_encode_line (points, G_N_ELEMENTS (points));
  g_autofree RutterLonLat *found = NULL;
  guint n_found = 0;

  found = rutter_geometry_decode_line (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                       &n_found, NULL);
  g_assert_nonnull (found);
  g_assert_cmpfloat (found[1].lon, ==, 181);
  g_assert_cmpfloat (found[2].lon, ==, 190);
}

static void
test_long_line (void)
{
  const guint n_points = 100000;
  g_autofree RutterLonLat *points = g_new (RutterLonLat, n_points);
  g_autofree RutterLonLat *found = NULL;
  g_autoptr(GBytes) bytes = NULL;
  guint n_found = 0;

  for (guint i = 0; i < n_points; i++)
    points[i] = (RutterLonLat) { i * 0.001, 60 * sin (i * 0.01) };

  bytes = rutter_geometry_encode_line (points, n_points);
  found = rutter_geometry_decode_line (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                       &n_found, NULL);
  g_assert_cmpmem (found, n_found * sizeof *found, points, n_points * sizeof *points);
}

static void
test_bad_line (void)
{
  static const RutterLonLat points[] = { { 10, 50 }, { 20, 51 }, { 30, 52 } };
  static const struct
  {
    const char *label;
    guint       offset;
    guint8      bytes[8];
    guint       n_bytes;
  } cases[] = {
    { "a point", 41, { 1 }, 1 },
    { "no point", 45, { 0 }, 1 },
    { "one point", 45, { 1 }, 1 },
    { "more points than there are", 45, { 4 }, 1 },
    { "fewer points than there are", 45, { 2 }, 1 },
    { "as many as there are numbers", 45, { 0xff, 0xff, 0xff, 0xff }, 4 },
    { "a longitude that is not a number", 49, { 0, 0, 0, 0, 0, 0, 0xf8, 0x7f }, 8 },
    { "an infinite latitude", 57, { 0, 0, 0, 0, 0, 0, 0xf0, 0x7f }, 8 },
    { "a later longitude of 1000", 65, { 0, 0, 0, 0, 0, 0x40, 0x8f, 0x40 }, 8 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) bytes = rutter_geometry_encode_line (points, G_N_ELEMENTS (points));
      g_autoptr(GByteArray) blob = g_bytes_unref_to_array (g_steal_pointer (&bytes));
      g_autoptr(GError) error = NULL;
      guint n_found = 0;

      g_test_message ("%s", cases[i].label);
      memcpy (blob->data + cases[i].offset, cases[i].bytes, cases[i].n_bytes);
      g_assert_null (rutter_geometry_decode_line (blob->data, blob->len, &n_found, &error));
      g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID);
    }
}

static void
assert_value (sqlite3    *db,
              const char *expression,
              const char *expected)
{
  g_autofree char *sql = g_strdup_printf ("SELECT ifnull (%s, 'null')", expression);
  g_autoptr(GError) error = NULL;
  g_autofree char *found = rutter_db_query_text (db, sql, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_functions (void)
{
  /* 1 2 as a point without, and 1 2, 3 5 as a line without an envelope */
  const char point[] = "x'47500001E610000001" "01000000" "000000000000F03F0000000000000040'";
  const char line[] = "x'47500001E610000001" "0200000002000000" "000000000000F03F0000000000000040"
                      "00000000000008400000000000001440'";
  g_autoptr(sqlite3) db = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *max_x_point = g_strdup_printf ("ST_MaxX (%s)", point);
  g_autofree char *min_y_point = g_strdup_printf ("ST_MinY (%s)", point);
  g_autofree char *max_x_line = g_strdup_printf ("ST_MaxX (%s)", line);
  g_autofree char *max_y_line = g_strdup_printf ("ST_MaxY (%s)", line);
  g_autofree char *is_empty = g_strdup_printf ("ST_IsEmpty (%s)", line);

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  g_assert_true (rutter_geometry_register_functions (db, &error));
  g_assert_no_error (error);

  assert_value (db, max_x_point, "1.0");
  assert_value (db, min_y_point, "2.0");
  assert_value (db, max_x_line, "3.0");
  assert_value (db, max_y_line, "5.0");
  assert_value (db, is_empty, "0");
  assert_value (db, "ST_IsEmpty (x'47500011E6100000')", "1");
  assert_value (db, "ST_MinX (x'47500011E6100000')", "null");
  assert_value (db, "ST_MinX (NULL)", "null");
  assert_value (db, "ST_MinX ('text')", "null");
  assert_value (db, "ST_MinX (x'4750')", "null");
  assert_value (db, "ST_MinX (x'47500001E61000000102000000FFFFFFFF')", "null");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geometry/point", test_point);
  g_test_add_func ("/geometry/point-of-others", test_point_of_others);
  g_test_add_func ("/geometry/bad-point", test_bad_point);
  g_test_add_func ("/geometry/line", test_line);
  g_test_add_func ("/geometry/line-is-unwrapped", test_line_is_unwrapped);
  g_test_add_func ("/geometry/long-line", test_long_line);
  g_test_add_func ("/geometry/bad-line", test_bad_line);
  g_test_add_func ("/geometry/functions", test_functions);
  return g_test_run ();
}
