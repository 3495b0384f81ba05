/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-error.h"
#include "rutter-names.h"

#include <glib/gstdio.h>
#include <string.h>

static const char gazetteer_head[] = "kind\trank\tlon\tlat\tname\tnative\n";
static const char cities_head[] = "name\tcountry\tlon\tlat\tpopulation\tcapital\n";
static const char ports_head[] = "locode\tname\tlon\tlat\n";

static char *
write_table (const char *folder,
             const char *name,
             const char *head,
             const char *rows)
{
  g_autofree char *text = g_strconcat (head, rows, NULL);
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static RutterNames *
read_names (const char  *gazetteer_rows,
            const char  *cities_rows,
            const char  *ports_rows,
            GError     **error)
{
  g_autofree char *folder = g_dir_make_tmp ("rutter-names-XXXXXX", NULL);
  g_autofree char *gazetteer = write_table (folder, "g.tsv", gazetteer_head, gazetteer_rows);
  g_autofree char *cities = write_table (folder, "c.tsv", cities_head, cities_rows);
  g_autofree char *ports = write_table (folder, "p.tsv", ports_head, ports_rows);
  RutterNames *names = rutter_names_new_from_files (gazetteer, cities, ports, error);

  g_unlink (gazetteer);
  g_unlink (cities);
  g_unlink (ports);
  g_rmdir (folder);
  return names;
}

/* The keys that a view over (lon, lat) shows, parted by spaces, in the order of their rank. */
static char *
list_keys (RutterNames *names,
           double       lon,
           double       lat,
           double       zoom)
{
  RutterView view = { rutter_mercator_project ((RutterLonLat) { lon, lat }), zoom, 0, 800, 600, 1 };
  g_autoptr(RutterPlacer) placer = rutter_placer_new ();
  GString *keys = g_string_new (NULL);
  guint n;

  rutter_placer_begin (placer, &view);
  rutter_names_add_to_placer (names, &view, rutter_theme_get (RUTTER_THEME_LIGHT), placer);
  n = rutter_placer_place (placer);
  for (guint i = 0; i < n; i++)
    {
      RutterBox box;

      g_string_append_printf (keys, "%s%s", i > 0 ? " " : "",
                              rutter_placer_get_key (placer, i, &box));
    }

  return g_string_free (keys, FALSE);
}

static void
test_same_place_once (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterNames) names =
    read_names ("country\t6\t103.8\t1.36\tSingapore\t\n",
                "Singapore\tSG\t103.85\t1.29\t3547809\t1\nAlor\tMY\t104\t1.5\t900000\t0\n"
                "Singapore\tXX\t20\t60\t900000\t0\n",
                "SGSIN\tSingapore\t103.8\t1.27\nMYALR\tAlor\t104.01\t1.5\nXXAAA\tFar\t103.9\t1.1\n",
                &error);
  g_autofree char *here = NULL;
  g_autofree char *there = NULL;

  g_assert_no_error (error);
  here = list_keys (names, 103.9, 1.3, 9);
  g_assert_nonnull (strstr (here, "country:Singapore"));
  g_assert_null (strstr (here, "city:SG"));
  g_assert_null (strstr (here, "SGSIN"));
  g_assert_nonnull (strstr (here, "city:MY:Alor"));
  g_assert_null (strstr (here, "MYALR"));
  g_assert_nonnull (strstr (here, "port:XXAAA"));
  there = list_keys (names, 20, 60, 7);
  g_assert_nonnull (strstr (there, "city:XX:Singapore"));
}

/* Two spellings in English may be one name in another language; what has no name there, or no
 * column, keeps the English one.
 */
static void
test_languages (void)
{
  static const struct
  {
    const char *language;
    gboolean    has_port;
  } cases[] = { { "en", TRUE }, { "ru", FALSE }, { "de", TRUE }, { "name", TRUE } };
  g_autofree char *folder = g_dir_make_tmp ("rutter-names-XXXXXX", NULL);
  g_autofree char *gazetteer = write_table (folder, "g.tsv", gazetteer_head, "");
  g_autofree char *cities = write_table (folder, "c.tsv",
                                         "name\tcountry\tlon\tlat\tpopulation\tcapital\tru\n",
                                         "Rostov-na-Donu\tRU\t39.7\t47.2\t1074482\t0\tРостов\n"
                                         "Azov\tRU\t39.4\t47.1\t900000\t0\t\n");
  g_autofree char *ports = write_table (folder, "p.tsv", "locode\tname\tlon\tlat\tru\n",
                                        "RUROV\tRostov\t40.1\t47.3\tРостов\n"
                                        "RUAZO\tAzov\t39.4\t47.1\t\n");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(RutterNames) names = rutter_names_new_in_language (gazetteer, cities, ports,
                                                                   cases[i].language, &error);
      g_autofree char *keys = NULL;

      g_test_message ("%s", cases[i].language);
      g_assert_no_error (error);
      keys = list_keys (names, 39.6, 47.1, 9);
      g_assert_nonnull (strstr (keys, "city:RU:Rostov-na-Donu"));
      g_assert_cmpint (strstr (keys, "port:RUROV") != NULL, ==, cases[i].has_port);
      g_assert_null (strstr (keys, "port:RUAZO"));
    }

  g_unlink (gazetteer);
  g_unlink (cities);
  g_unlink (ports);
  g_rmdir (folder);
}

static void
test_zoom (void)
{
  g_autoptr(RutterNames) names = read_names ("sea\t3\t51\t40\tCaspian Sea\t\n",
                                             "Aktau\tKZ\t51.2\t43.6\t60000\t0\n"
                                             "Baku\tAZ\t49.9\t40.4\t1116513\t1\n",
                                             "RUOLY\tOlya\t47.6\t45.8\n", NULL);
  g_autofree char *far = list_keys (names, 51, 42, 2);
  g_autofree char *middle = list_keys (names, 51, 42, 5.5);
  g_autofree char *near = list_keys (names, 51.2, 43.6, 9);

  g_assert_cmpstr (far, ==, "");
  g_assert_nonnull (strstr (middle, "sea:Caspian Sea"));
  g_assert_nonnull (strstr (middle, "city:AZ:Baku"));
  g_assert_null (strstr (middle, "Aktau"));
  g_assert_null (strstr (middle, "RUOLY"));
  g_assert_nonnull (strstr (near, "city:KZ:Aktau"));
}

static void
test_date_line (void)
{
  g_autoptr(RutterNames) names = read_names ("country\t4\t178\t-17.8\tFiji\t\n", "", "", NULL);
  g_autofree char *west = list_keys (names, -179, -17, 5);

  g_assert_nonnull (strstr (west, "country:Fiji"));
}

static void
test_refusals (void)
{
  static const struct
  {
    const char *gazetteer, *cities, *ports, *says;
    int         code;
  } cases[] = {
    { "planet\t3\t0\t0\tMars\t\n", "", "", "g.tsv:2", RUTTER_ERROR_INVALID },
    { "sea\tdeep\t0\t0\tSea\t\n", "", "", "rank", RUTTER_ERROR_INVALID },
    { "sea\t3\t181\t0\tSea\t\n", "", "", "lon", RUTTER_ERROR_INVALID },
    { "", "A\tXX\t0\tnan\t1\t0\n", "", "lat", RUTTER_ERROR_INVALID },
    { "", "A\tXX\t0\t0\t-1\t0\n", "", "population", RUTTER_ERROR_INVALID },
    { "", "", "XXAAA\tA\t\t0\n", "lon", RUTTER_ERROR_INVALID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (read_names (cases[i].gazetteer, cases[i].cities, cases[i].ports, &error));
      g_assert_error (error, RUTTER_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

/* The tables that come with the program can be read, and name what the subject turns on. */
static void
test_shipped (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "data", NULL);
  g_autofree char *gazetteer = g_build_filename (folder, "gazetteer.tsv", NULL);
  g_autofree char *cities = g_build_filename (folder, "cities.tsv", NULL);
  g_autofree char *ports = g_build_filename (folder, "ports.tsv", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterNames) names = rutter_names_new_from_files (gazetteer, cities, ports, &error);
  g_autofree char *caspian = NULL;

  g_assert_no_error (error);
  caspian = list_keys (names, 51, 41, 5.5);
  g_assert_nonnull (strstr (caspian, "sea:Caspian Sea"));
  g_assert_nonnull (strstr (caspian, "city:AZ:Baku"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/names/same-place-once", test_same_place_once);
  g_test_add_func ("/names/languages", test_languages);
  g_test_add_func ("/names/zoom", test_zoom);
  g_test_add_func ("/names/date-line", test_date_line);
  g_test_add_func ("/names/refusals", test_refusals);
  g_test_add_func ("/names/shipped", test_shipped);
  return g_test_run ();
}
