/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Measures search in a made-up catalogue of 100,000 vessels with as many claims and about 250,000
 * names, one of them Cyrillic in ten. Prints name, value, unit and target, parted by tabs; figures
 * are CPU time of this thread, the median of several runs.
 */
#include "bench-clock.h"
#include "rutter-records-loader.h"
#include "rutter-schema.h"
#include "rutter-search.h"
#include "rutter-statement.h"

#include <stdlib.h>

#define N_VESSELS 100000
#define N_RUNS 9

static char *
make_word (GRand    *random,
           gboolean  is_cyrillic)
{
  static const char *latin[] = { "ka", "lo", "mir", "ta", "an", "ga", "ra", "ves", "ti", "os",
                                 "pe", "gas", "ly", "don", "vol", "sea", "star", "or", "bel",
                                 "min", "sk", "cha", "ru", "el", "ya", "dar", "nik", "ho" };
  static const char *cyrillic[] = { "ка", "ло", "мир", "та", "ан", "га", "ра", "вес", "ти", "ос",
                                    "пе", "гас", "лы", "дон", "вол", "стар", "ор", "бел", "мин",
                                    "ск", "ча", "ру", "эл", "я", "дар", "ник", "хо", "жи" };
  GString *word = g_string_new (NULL);

  for (int n = g_rand_int_range (random, 2, 5); n > 0; n--)
    g_string_append (word, is_cyrillic ? cyrillic[g_rand_int_range (random, 0, 28)]
                                       : latin[g_rand_int_range (random, 0, 28)]);

  return g_string_free (word, FALSE);
}

static void
add_vessel (sqlite3 *db,
            GRand   *random,
            int      i)
{
  g_autofree char *first = make_word (random, FALSE), *second = make_word (random, FALSE);
  g_autofree char *former = make_word (random, i % 5 == 0);
  g_autofree char *alias = make_word (random, FALSE);
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO object VALUES (%d, 'vessel:%d', 'vessel', '%s %s');"
    "INSERT INTO vessel (id) VALUES (%d);"
    "INSERT INTO vessel_name (vessel_id, name, kind, earliest, latest) VALUES "
    "  (%d, '%s %s', 'former', 0, 0), (%d, '%s', 'alias', 0, 0);"
    "INSERT INTO identifier (object_id, scheme, value, valid) VALUES "
    "  (%d, 'imo', '%d', 'unchecked');"
    "INSERT INTO claim (uid, object_id, kind, statement, status, earliest, latest) VALUES "
    "  ('vessel:%d#1', %d, 'row', 'The %s %s called at the port of %s.', 'reported', 0, 0);",
    i, i, first, second, i, i, former, second, i, alias, i, 9000000 + i, i, i, first, second,
    alias);

  rutter_db_exec (db, sql, NULL);
}

static RutterRecords *
make_records (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (3);
  RutterRecords *records;
  sqlite3 *db = NULL;

  sqlite3_open (":memory:", &db);
  rutter_schema_create (db, NULL);
  rutter_db_exec (db, "BEGIN", NULL);
  for (int i = 1; i <= N_VESSELS; i++)
    add_vessel (db, random, i);
  rutter_db_exec (db, "INSERT INTO object VALUES (200000, 'vessel:lady-r', 'vessel', 'Lady R'); "
                      "INSERT INTO vessel (id) VALUES (200000); COMMIT", NULL);
  records = rutter_records_load (db, NULL);
  sqlite3_close (db);
  return records;
}

static void
measure (RutterSearchIndex *index,
         const char        *name,
         const char        *words)
{
  double ms[N_RUNS];

  for (int i = -1; i < N_RUNS; i++)
    {
      double start = bench_clock_get_ms ();
      g_autoptr(RutterSearch) search = rutter_search_new (index, words, 10);

      if (i >= 0)
        ms[i] = bench_clock_get_ms () - start;
    }

  bench_clock_sort (ms, N_RUNS);
  g_print ("search of 100,000: %s\t%.2f\tms CPU\t20\n", name, ms[N_RUNS / 2]);
}

int
main (void)
{
  g_autoptr(RutterRecords) records = make_records ();
  double start = bench_clock_get_ms ();
  g_autoptr(RutterSearchIndex) index = rutter_search_index_new (records);

  g_print ("search of 100,000: index, in a worker\t%.0f\tms CPU\t-\n",
           bench_clock_get_ms () - start);
  measure (index, "a name", "Lady R");
  measure (index, "a number", "9050000");
  measure (index, "one wrong letter", "Ladi R");
  measure (index, "another script", "Леди Р");
  measure (index, "two letters", "ka");
  measure (index, "one letter", "k");
  measure (index, "a word of every claim", "called");
  measure (index, "a common sound", "карал");
  measure (index, "nothing", "qqqqqq");
  return 0;
}
