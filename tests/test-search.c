/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-records-loader.h"
#include "rutter-schema.h"
#include "rutter-search.h"
#include "rutter-statement.h"

#include <string.h>

static const char catalog[] =
  "INSERT INTO object VALUES (1, 'vessel:lady-r', 'vessel', 'Lady R'), "
  "  (2, 'vessel:lady-d', 'vessel', 'Lady D'), (3, 'vessel:maia-1', 'vessel', 'Maia-1'), "
  "  (4, 'place:rajin', 'place', 'Rajin (Najin), Rason'), (5, 'party:RU', 'party', 'Russia'), "
  "  (6, 'source:BOOK', 'source', 'A book of ships'), "
  "  (7, 'listing:l', 'listing', 'Lady R: listed'), (8, 'place:amirabad', 'place', 'Amirabad'), "
  "  (9, 'vessel:long', 'vessel', 'Lady Rajinskaya of the North');"
  "INSERT INTO vessel (id) VALUES (1), (2), (3), (9);"
  "INSERT INTO vessel_name (vessel_id, name, kind, earliest, latest) VALUES "
  "  (1, 'Lady R', 'current', 0, 0), (3, 'Neptun', 'former', 0, 0), (2, 'Linda', 'alias', 0, 0);"
  "INSERT INTO identifier (object_id, scheme, value, valid) VALUES "
  "  (1, 'imo', '9161003', 'valid'), (1, 'ofac', '37095', 'unchecked'), "
  "  (1, 'mmsi', '273353000', 'valid'), (2, 'imo', '9161004', 'invalid');"
  "INSERT INTO place (id, kind, unlocode, alt_names) VALUES (4, 'port', 'KPRJN', 'Najin; Rasŏn'), "
  "  (8, 'port', NULL, 'Bandar-e Amirabad');"
  "INSERT INTO party (id, kind, code, aliases) VALUES (5, 'actor', 'RU', 'Russian Federation');"
  "INSERT INTO source (id, publisher) VALUES (6, 'Gazette');"
  "INSERT INTO listing (id, subject_id, authority, number, earliest, latest) VALUES "
  "  (7, 1, 'US OFAC', '37095', 0, 0);"
  "INSERT INTO claim (id, uid, object_id, kind, statement, status, earliest, latest) VALUES "
  "  (1, 'C001', 1, 'seed', 'The ship called at a naval base at night.', 'reported', 0, 0);";

static RutterSearchIndex *
make_index (const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterRecords) records = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  rutter_schema_create (db, &error);
  g_assert_no_error (error);
  rutter_db_exec (db, sql, &error);
  g_assert_no_error (error);
  records = rutter_records_load (db, &error);
  g_assert_no_error (error);
  sqlite3_close (db);
  return rutter_search_index_new (records);
}

static const char *
get_uid (const RutterSearchHit *hit)
{
  return hit->claim != NULL ? hit->claim->uid : hit->object->uid;
}

static const RutterSearchHit *
get_hit (const RutterSearch *search,
         guint               group,
         guint               hit)
{
  g_assert_cmpuint (group, <, search->groups->len);
  return g_ptr_array_index (((RutterSearchGroup *)g_ptr_array_index (search->groups, group))->hits,
                            hit);
}

/* "[Lady] [R]" */
static char *
mark (const RutterSearchHit *hit)
{
  GString *marked = g_string_new (hit->text);

  for (guint i = hit->spans->len; i > 0; i--)
    {
      const RutterSearchSpan *span = &g_array_index (hit->spans, RutterSearchSpan, i - 1);

      g_string_insert_c (marked, span->end, ']');
      g_string_insert_c (marked, span->start, '[');
    }

  return g_string_free (marked, FALSE);
}

/* The first hit of each question: which object, by which rule, shown how. */
static const struct
{
  const char      *words;
  const char      *uid;
  RutterSearchRank rank;
  const char      *label;
  const char      *marked;
} questions[] = {
  { "9161003", "vessel:lady-r", RUTTER_SEARCH_RANK_IDENTIFIER, "identifier", "IMO [9161003]" },
  { "IMO 9161003", "vessel:lady-r", RUTTER_SEARCH_RANK_IDENTIFIER, "identifier",
    "[IMO] [9161003]" },
  { "imo9161003", "vessel:lady-r", RUTTER_SEARCH_RANK_IDENTIFIER, "identifier",
    "[IMO] [9161003]" },
  { "273353000", "vessel:lady-r", RUTTER_SEARCH_RANK_IDENTIFIER, "identifier",
    "MMSI [273353000]" },
  { "37095", "vessel:lady-r", RUTTER_SEARCH_RANK_IDENTIFIER, "identifier", "OFAC [37095]" },
  { "kp-rjn", "place:rajin", RUTTER_SEARCH_RANK_IDENTIFIER, "identifier", "UN/LOCODE [KPRJN]" },
  { "RU", "party:RU", RUTTER_SEARCH_RANK_IDENTIFIER, "code", "[RU]" },
  { "vessel:lady-r", "vessel:lady-r", RUTTER_SEARCH_RANK_IDENTIFIER, "uid",
    "[vessel]:[lady]-[r]" },
  { "C001", "C001", RUTTER_SEARCH_RANK_IDENTIFIER, "uid", "[C001]" },
  { "lady r", "vessel:lady-r", RUTTER_SEARCH_RANK_NAME, "title", "[Lady] [R]" },
  { "LADY-R", "vessel:lady-r", RUTTER_SEARCH_RANK_NAME, "title", "[Lady] [R]" },
  { "ladyr", "vessel:lady-r", RUTTER_SEARCH_RANK_NAME, "title", "[Lady] [R]" },
  { "neptun", "vessel:maia-1", RUTTER_SEARCH_RANK_NAME, "former name", "[Neptun]" },
  { "Linda", "vessel:lady-d", RUTTER_SEARCH_RANK_NAME, "alias", "[Linda]" },
  { "maia 1", "vessel:maia-1", RUTTER_SEARCH_RANK_NAME, "title", "[Maia]-[1]" },
  { "rajin", "place:rajin", RUTTER_SEARCH_RANK_NAME, "title", "[Rajin] (Najin), Rason" },
  { "나진", "place:rajin", RUTTER_SEARCH_RANK_NAME, "other name", "[Najin]" },
  { "rason", "place:rajin", RUTTER_SEARCH_RANK_NAME, "other name", "[Rasŏn]" },
  { "nept", "vessel:maia-1", RUTTER_SEARCH_RANK_PREFIX, "former name", "[Nept]un" },
  { "rasŏ", "place:rajin", RUTTER_SEARCH_RANK_PREFIX, "other name", "[Rasŏn]" },
  { "91610", "vessel:lady-r", RUTTER_SEARCH_RANK_PREFIX, "identifier", "IMO [91610]03" },
  { "federation", "party:RU", RUTTER_SEARCH_RANK_WORDS, "alias", "Russian [Federation]" },
  { "naval night", "C001", RUTTER_SEARCH_RANK_WORDS, "statement",
    "The ship called at a [naval] base at [night]." },
  { "r lady 9161003", "vessel:lady-r", RUTTER_SEARCH_RANK_WORDS, "title", "[Lady] [R]" },
  { "gazette ships", "source:BOOK", RUTTER_SEARCH_RANK_WORDS, "title", "A book of [ships]" },
  { "9161004", "vessel:lady-d", RUTTER_SEARCH_RANK_WORDS, "identifier that fails its check",
    "IMO [9161004]" },
  { "ladi r", "vessel:lady-r", RUTTER_SEARCH_RANK_TYPO, "title", "[Lady] [R]" },
  { "امیرآباد", "place:amirabad", RUTTER_SEARCH_RANK_TYPO, "title", "[Amirabad]" },
  { "라진", "place:rajin", RUTTER_SEARCH_RANK_TYPO, "title", "[Rajin] ([Najin]), Rason" },
  { "Леди Р", "vessel:lady-r", RUTTER_SEARCH_RANK_SOUND, "title", "[Lady] [R]" },
  { "레이디 알", "vessel:lady-r", RUTTER_SEARCH_RANK_SOUND, "title", "[Lady] [R]" },
  { "羅津", "place:rajin", RUTTER_SEARCH_RANK_SOUND, "title", "[Rajin] (Najin), Rason" },
  { "بندر امیرآباد", "place:amirabad", RUTTER_SEARCH_RANK_SOUND, "other name",
    "[Bandar]-e [Amirabad]" },
};

static void
test_rules (void)
{
  g_autoptr(RutterSearchIndex) index = make_index (catalog);

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr(RutterSearch) search = rutter_search_new (index, questions[i].words, 10);
      const RutterSearchHit *hit = get_hit (search, 0, 0);
      g_autofree char *marked = mark (hit);

      g_test_message ("%s", questions[i].words);
      g_assert_cmpstr (get_uid (hit), ==, questions[i].uid);
      g_assert_cmpstr (rutter_search_rank_get_id (hit->rank), ==,
                       rutter_search_rank_get_id (questions[i].rank));
      g_assert_cmpstr (hit->label, ==, questions[i].label);
      g_assert_cmpstr (marked, ==, questions[i].marked);
    }
}

static void
test_nothing (void)
{
  static const char *cases[] = {
    "", "  -- !", "zzzz",
    "9161005",            /* a wrong digit is another number */
    "lady 37096",
    "rd",                 /* a key that too many share */
    "nxght navxl",        /* no letter of prose is forgiven */
    "lady ra of",         /* only the last word may be unfinished */
  };
  g_autoptr(RutterSearchIndex) index = make_index (catalog);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RutterSearch) search = rutter_search_new (index, cases[i], 10);

      g_test_message ("%s", cases[i]);
      g_assert_cmpuint (search->n_found, ==, 0);
      g_assert_cmpuint (search->groups->len, ==, 0);
    }
}

/* One R is no beginning of Rajinskaya, and only names sound like something. */
static void
test_groups (void)
{
  g_autoptr(RutterSearchIndex) index = make_index (catalog);
  g_autoptr(RutterSearch) search = rutter_search_new (index, "lady r", 10);
  g_autoptr(RutterSearch) all = rutter_search_new (index, "lady", 2);
  g_autoptr(RutterSearch) sound = rutter_search_new (index, "Леди Р", 10);
  const RutterSearchGroup *group;

  g_assert_cmpuint (search->groups->len, ==, 2);
  g_assert_cmpstr (rutter_search_group_get_id (search->groups->pdata[0]), ==, "vessel");
  g_assert_cmpstr (rutter_search_group_get_id (search->groups->pdata[1]), ==, "listing");
  group = search->groups->pdata[0];
  g_assert_cmpuint (group->n_found, ==, 2);
  g_assert_cmpint (get_hit (search, 0, 1)->rank, ==, RUTTER_SEARCH_RANK_PREFIX);

  group = all->groups->pdata[0];
  g_assert_cmpuint (group->n_found, ==, 3);
  g_assert_cmpuint (group->hits->len, ==, 2);
  g_assert_cmpstr (get_uid (get_hit (all, 0, 0)), ==, "vessel:lady-r");

  g_assert_cmpuint (sound->groups->len, ==, 1);
  group = sound->groups->pdata[0];
  g_assert_true (group->is_sound);
  g_assert_cmpuint (group->hits->len, ==, 1);
  g_assert_cmpstr (rutter_search_group_get_title (group), ==, "Vessels");
}

/* A better find of another kind comes before; what only sounds alike comes last in any case. */
static void
test_order (void)
{
  static const char more[] =
    "INSERT INTO object VALUES (20, 'vessel:redar', 'vessel', 'Redar'), "
    "  (21, 'hub:lidor', 'hub', 'Lidor'), (22, 'topic:l', 'topic', 'About Lidor');"
    "INSERT INTO vessel (id) VALUES (20); INSERT INTO topic VALUES (22, NULL);"
    "INSERT INTO hub (id, earliest, latest) VALUES (21, 0, 0);";
  g_autofree char *sql = g_strconcat (catalog, more, NULL);
  g_autoptr(RutterSearchIndex) index = make_index (sql);
  g_autoptr(RutterSearch) search = rutter_search_new (index, "lidor", 10);

  g_assert_cmpuint (search->groups->len, ==, 3);
  g_assert_cmpstr (get_uid (get_hit (search, 0, 0)), ==, "hub:lidor");
  g_assert_cmpstr (get_uid (get_hit (search, 1, 0)), ==, "topic:l");
  g_assert_cmpstr (get_uid (get_hit (search, 2, 0)), ==, "vessel:redar");
  g_assert_true (((RutterSearchGroup *)search->groups->pdata[2])->is_sound);
}

/* Who bears a name now comes before who bore it, however short the title; not before a better find;
 * and of two names of one vessel the present one is shown.
 */
static void
test_former_names (void)
{
  static const char more[] =
    "INSERT INTO object VALUES (20, 'vessel:ida', 'vessel', 'Ida'), "
    "  (21, 'vessel:old', 'vessel', 'A ship of many names');"
    "INSERT INTO vessel (id) VALUES (20), (21);"
    "INSERT INTO vessel_name (vessel_id, name, kind, earliest, latest) VALUES "
    "  (20, 'Lady X', 'former', 0, 0), (20, 'Old Lady', 'former', 0, 0), "
    "  (21, 'Lady Q', 'former', 0, 0), (21, 'Lady Z', 'alias', 0, 0);";
  static const struct
  {
    const char *words;
    const char *uids[6];
  } cases[] = {
    { "lady", { "vessel:lady-r", "vessel:lady-d", "vessel:old", "vessel:long", "vessel:ida" } },
    { "lady x", { "vessel:ida" } },
    { "old lady", { "vessel:ida" } },
  };
  g_autofree char *sql = g_strconcat (catalog, more, NULL);
  g_autoptr(RutterSearchIndex) index = make_index (sql);
  g_autoptr(RutterSearch) search = rutter_search_new (index, "lady", 10);

  g_assert_cmpstr (get_hit (search, 0, 2)->text, ==, "Lady Z");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RutterSearch) found = rutter_search_new (index, cases[i].words, 10);

      g_test_message ("%s", cases[i].words);
      for (guint j = 0; cases[i].uids[j] != NULL; j++)
        g_assert_cmpstr (get_uid (get_hit (found, 0, j)), ==, cases[i].uids[j]);
    }
}

/* Questions of any length and bytes are answered. */
static void
test_odd_questions (void)
{
  g_autoptr(RutterSearchIndex) index = make_index (catalog);
  g_autoptr(RutterSearchIndex) empty = make_index ("");
  g_autoptr(GString) words = g_string_new (NULL);
  g_autoptr(RutterSearch) search = NULL, none = NULL, broken = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (words, "lady ");
  search = rutter_search_new (index, words->str, 10);
  g_assert_cmpstr (get_uid (get_hit (search, 0, 0)), ==, "vessel:lady-r");

  none = rutter_search_new (empty, "lady", 10);
  g_assert_cmpuint (none->n_found, ==, 0);

  broken = rutter_search_new (index, "\xff\xfe\xd0", 10);
  g_assert_cmpuint (broken->n_found, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/rules", test_rules);
  g_test_add_func ("/search/nothing", test_nothing);
  g_test_add_func ("/search/groups", test_groups);
  g_test_add_func ("/search/order", test_order);
  g_test_add_func ("/search/former-names", test_former_names);
  g_test_add_func ("/search/odd-questions", test_odd_questions);

  return g_test_run ();
}
