/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-gazetteer.h"

#include "rutter-error.h"

#include <glib/gstdio.h>

#define NAMES "kind\trank\tlon\tlat\tname\tnative\n"
#define CITIES "name\tcountry\tlon\tlat\tpopulation\tcapital\n"
#define PORTS "locode\tname\tlon\tlat\n"

static char *folder;

static char *
write_table (const char *name,
             const char *text)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static RutterGazetteer *
read_tables (const char  *names,
             const char  *cities,
             const char  *ports,
             GError     **error)
{
  g_autofree char *names_path = write_table ("names.tsv", names);
  g_autofree char *cities_path = write_table ("cities.tsv", cities);
  g_autofree char *ports_path = write_table ("ports.tsv", ports);

  return rutter_gazetteer_new_from_files (names_path, cities_path, ports_path, error);
}

static RutterGazetteer *
read_few (void)
{
  g_autoptr(GError) error = NULL;
  RutterGazetteer *self = read_tables (
    NAMES "country\t2\t99\t62.5\tRussia\tРоссия\n"
          "strait\t5\t56.5\t26.6\tStrait of Hormuz\tتنگه هرمز; مضيق هرمز\n"
          "sea\t4\t51\t42\tCaspian Sea\tКаспийское море; دریای خزر\n",
    CITIES "Rajin\tKP\t130.283\t42.256\t66224\t0\n"
           "Nice\tFR\t7.266\t43.703\t338620\t0\n"
           "San José\tCR\t-84.09\t9.93\t335007\t1\n"
           "San José\tUS\t-121.89\t37.34\t1026908\t0\n",
    PORTS "KPRJN\tRajin\t130.3\t42.25\n"
          "USSJO\tSan Jose del Mar\t-120\t35\n", &error);

  g_assert_no_error (error);
  return self;
}

static void
test_found (void)
{
  static const struct
  {
    const char          *words;
    guint                n_found;
    const char          *kind;
    const char          *name;
    const char          *text;
    RutterGazetteerRank  rank;
  } cases[] = {
    { "russia", 1, "country", "Russia", "Russia", RUTTER_GAZETTEER_NAME },
    { "Россия", 1, "country", "Russia", "Россия", RUTTER_GAZETTEER_NAME },
    { "hormuz", 1, "strait", "Strait of Hormuz", "Strait of Hormuz", RUTTER_GAZETTEER_WORDS },
    { "strait of h", 1, "strait", "Strait of Hormuz", "Strait of Hormuz",
      RUTTER_GAZETTEER_PREFIX },
    { "تنگه هرمز", 1, "strait", "Strait of Hormuz", "تنگه هرمز", RUTTER_GAZETTEER_NAME },
    { "Каспиское", 1, "sea", "Caspian Sea", "Каспийское море", RUTTER_GAZETTEER_TYPO },
    /* The port beside the city of its name is not named twice. */
    { "RAJIN", 1, "city", "Rajin", "Rajin", RUTTER_GAZETTEER_NAME },
    /* A port's code leads to the city that stands for it. */
    { "kprjn", 1, "city", "Rajin", "KPRJN", RUTTER_GAZETTEER_NAME },
    { "USSJO", 1, "port", "San Jose del Mar", "USSJO", RUTTER_GAZETTEER_NAME },
    { "rajim", 1, "city", "Rajin", "Rajin", RUTTER_GAZETTEER_TYPO },
    /* Two cities of one name that lie apart are two; the table's order decides. */
    { "san jose", 3, "city", "San José", "San José", RUTTER_GAZETTEER_NAME },
    { "jose mar", 1, "port", "San Jose del Mar", "San Jose del Mar", RUTTER_GAZETTEER_WORDS },
    /* What is there is not joined by what only looks like it. */
    { "nice", 1, "city", "Nice", "Nice", RUTTER_GAZETTEER_NAME },
    { "atlantis", 0, NULL, NULL, NULL, 0 },
    { " -,! ", 0, NULL, NULL, NULL, 0 },
    { "", 0, NULL, NULL, NULL, 0 },
  };
  g_autoptr(RutterGazetteer) self = read_few ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n_found;
      g_autoptr(GArray) hits = rutter_gazetteer_search (self, cases[i].words, 2, &n_found);
      const RutterGazetteerHit *hit = &g_array_index (hits, RutterGazetteerHit, 0);

      g_test_message ("%s", cases[i].words);
      g_assert_cmpuint (n_found, ==, cases[i].n_found);
      g_assert_cmpuint (hits->len, ==, MIN (n_found, 2));
      if (n_found == 0)
        continue;

      g_assert_cmpstr (hit->entry->kind, ==, cases[i].kind);
      g_assert_cmpstr (hit->entry->name, ==, cases[i].name);
      g_assert_cmpstr (hit->text, ==, cases[i].text);
      g_assert_cmpstr (rutter_gazetteer_rank_get_id (hit->rank), ==,
                       rutter_gazetteer_rank_get_id (cases[i].rank));
    }
}

static void
test_where (void)
{
  g_autoptr(RutterGazetteer) self = read_few ();
  guint n_found;
  g_autoptr(GArray) hits = rutter_gazetteer_search (self, "San Jose", 5, &n_found);
  const RutterGazetteerEntry *second = g_array_index (hits, RutterGazetteerHit, 1).entry;
  const RutterGazetteerEntry *port = g_array_index (hits, RutterGazetteerHit, 2).entry;

  g_assert_cmpuint (hits->len, ==, 3);
  g_assert_cmpstr (second->where, ==, "US");
  g_assert_cmpfloat (second->position.lon, ==, -121.89);
  g_assert_cmpstr (port->where, ==, "US");
  g_assert_cmpstr (rutter_gazetteer_entry_get_title (port), ==, "Port");
  g_assert_cmpfloat (port->zoom, >, second->zoom);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *names;
    const char *cities;
    const char *ports;
  } cases[] = {
    { NAMES "moon\t2\t0\t0\tMare Crisium\t\n", CITIES, PORTS },
    { NAMES "sea\t2\t0\t91\tNowhere\t\n", CITIES, PORTS },
    { NAMES "sea\tfar\t0\t0\tNowhere\t\n", CITIES, PORTS },
    { NAMES "sea\t2\t0\t0\t\t\n", CITIES, PORTS },
    { NAMES, CITIES "Nowhere\tXX\tnan\t0\t1\t0\n", PORTS },
    { NAMES, CITIES, PORTS "XXXXX\tNowhere\t\t0\n" },
    { "kind\tlon\tlat\tname\n", CITIES, PORTS },
    { NAMES, "name\tlat\n", PORTS },
  };
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) refusal = NULL;

      g_test_message ("%u", i);
      g_assert_null (read_tables (cases[i].names, cases[i].cities, cases[i].ports, &refusal));
      g_assert_error (refusal, RUTTER_ERROR, RUTTER_ERROR_INVALID);
    }

  g_assert_null (rutter_gazetteer_new_from_files ("/nowhere/a", "/nowhere/b", "/nowhere/c",
                                                  &error));
  g_assert_nonnull (error);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("rutter-gazetteer-XXXXXX", NULL);
  g_test_add_func ("/gazetteer/found", test_found);
  g_test_add_func ("/gazetteer/where", test_where);
  g_test_add_func ("/gazetteer/refused", test_refused);
  status = g_test_run ();
  for (guint i = 0; i < 3; i++)
    {
      const char *const names[] = { "names.tsv", "cities.tsv", "ports.tsv" };
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);

  return status;
}
