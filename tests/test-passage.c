/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-passage.h"

#include "rutter-error.h"

#include <glib/gstdio.h>
#include <string.h>

#define HEADER "id\tname\tname_ru\tkind\tshut\tnetwork\tline\tgate\tseason\tsource\n"
#define GOOD "suez\tSuez Canal\t\tcanal\t0\t\t32.3 31.3, 32.6 29.9\t\t\t\n"

typedef struct
{
  const char *label;
  const char *text;
  int         code;
  const char *message;   /* what it says */
} Refusal;

static const Refusal refusals[] = {
  { "nothing", "", RUTTER_ERROR_INVALID, "is empty" },
  { "a column is missing", "id\tname\n", RUTTER_ERROR_INVALID, "no column “name_ru”" },
  { "not text", HEADER "\xff\xfe\x00", RUTTER_ERROR_CORRUPT, ":2: the text is not valid UTF-8" },
  { "too few fields", HEADER "suez\tSuez\n", RUTTER_ERROR_INVALID, ":2: the line has 2 fields" },
  { "the id twice", HEADER GOOD GOOD, RUTTER_ERROR_INVALID, ":3: The id “suez” is given twice." },
  { "no id", HEADER "\tX\t\tcanal\t0\t\t1 1, 2 2\t\t\t\n", RUTTER_ERROR_INVALID,
    ":2: “” is no id" },
  { "an id in capitals", HEADER "Suez\tX\t\tcanal\t0\t\t1 1, 2 2\t\t\t\n", RUTTER_ERROR_INVALID,
    "“Suez” is no id" },
  { "no name", HEADER "a\t\t\tcanal\t0\t\t1 1, 2 2\t\t\t\n", RUTTER_ERROR_INVALID, "has no name" },
  { "an unknown kind", HEADER "a\tA\t\tlake\t0\t\t1 1, 2 2\t\t\t\n", RUTTER_ERROR_INVALID,
    "“lake” is no kind" },
  { "shut maybe", HEADER "a\tA\t\tcanal\tno\t\t1 1, 2 2\t\t\t\n", RUTTER_ERROR_INVALID,
    "Shut is “no”" },
  { "a network of words", HEADER "a\tA\t\tcanal\t0\tThe Volga\t1 1, 2 2\t\t\t\n",
    RUTTER_ERROR_INVALID,
    "is no network" },
  { "one point", HEADER "a\tA\t\tcanal\t0\t\t1 1\t\t\t\n", RUTTER_ERROR_INVALID, "1 points" },
  { "no line", HEADER "a\tA\t\tcanal\t0\t\t\t\t\t\n", RUTTER_ERROR_INVALID, "Point 1 of" },
  { "words", HEADER "a\tA\t\tcanal\t0\t\t1 1, here\t\t\t\n", RUTTER_ERROR_INVALID, "Point 2 of" },
  { "half a point", HEADER "a\tA\t\tcanal\t0\t\t1 1, 2\t\t\t\n", RUTTER_ERROR_INVALID,
    "Point 2 of" },
  { "no number", HEADER "a\tA\t\tcanal\t0\t\t1 1, nan 3\t\t\t\n", RUTTER_ERROR_INVALID,
    "Point 2 of" },
  { "endless", HEADER "a\tA\t\tcanal\t0\t\t1 1, 1e999 3\t\t\t\n", RUTTER_ERROR_INVALID,
    "Point 2 of" },
  { "a comma at the end", HEADER "a\tA\t\tcanal\t0\t\t1 1, 2 2,\t\t\t\n", RUTTER_ERROR_INVALID,
    "Point 3 of" },
  { "the pole", HEADER "a\tA\t\tcanal\t0\t\t1 1, 2 90\t\t\t\n", RUTTER_ERROR_INVALID,
    "lies off the map" },
  { "not unwrapped", HEADER "a\tA\t\tgate\t0\t\t170 1, -170 2\t\t\t\n", RUTTER_ERROR_INVALID,
    "more than 180 degrees" },
  { "a point twice", HEADER "a\tA\t\tcanal\t0\t\t1 1, 1 1\t\t\t\n", RUTTER_ERROR_INVALID,
    "Point 2 of" },
  { "a gate with a gate", HEADER "a\tA\t\tgate\t0\t\t1 1, 2 2\t1 1, 2 2\t\t\n",
    RUTTER_ERROR_INVALID,
    "across the water already" },
  { "a bad gate", HEADER "a\tA\t\tstrait\t0\t\t1 1, 2 2\tx\t\t\n", RUTTER_ERROR_INVALID,
    "Point 1 of the column “gate”" },
  { "a season without a source", HEADER "a\tA\t\tcanal\t0\t\t1 1, 2 2\t\tin winter\t\n",
    RUTTER_ERROR_INVALID, "needs its source" }
};

static RutterPassages *
load_text (const char  *text,
           gsize        length,
           GError     **error)
{
  g_autofree char *path = NULL;
  RutterPassages *passages;
  int file = g_file_open_tmp ("passages-XXXXXX", &path, NULL);

  g_assert_cmpint (file, >=, 0);
  g_close (file, NULL);
  g_assert_true (g_file_set_contents (path, text, length, NULL));
  passages = rutter_passages_load (path, error);
  g_unlink (path);

  return passages;
}

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", refusals[i].label);
      g_assert_null (load_text (refusals[i].text, strlen (refusals[i].text), &error));
      g_assert_error (error, RUTTER_ERROR, refusals[i].code);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, refusals[i].message));
      g_assert_true (g_str_has_prefix (error->message, "passages-"));
    }
}

/* Every byte of a good table made another: no crash, and either a table or a sentence. */
static void
test_noise (void)
{
  const char *good = HEADER GOOD "dover\tDover\tПа-де-Кале\tgate\t1\t\t1.2 51.2, 1.7 50.8\t\t\t\n";
  gsize length = strlen (good);

  for (gsize i = 0; i < length; i++)
    for (guint bit = 0; bit < 8; bit += 4)
      {
        g_autofree char *text = g_memdup2 (good, length);
        g_autoptr(GError) error = NULL;
        g_autoptr(RutterPassages) passages = NULL;

        text[i] ^= 1 << bit;
        passages = load_text (text, length - i % 3, &error);
        g_assert_true ((passages == NULL) == (error != NULL));
      }
}

static void
test_file (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "passages.tsv", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterPassages) passages = rutter_passages_load (path, &error);
  g_autoptr(RutterPassages) again = rutter_passages_load (path, NULL);
  const RutterPassage *passage;

  g_assert_no_error (error);
  g_assert_cmpuint (rutter_passages_get_n (passages), >, 40);
  g_assert_true (rutter_passages_digest (passages) == rutter_passages_digest (again));

  passage = rutter_passages_find (passages, "northern-sea-route");
  g_assert_true (passage->is_shut);
  g_assert_cmpint (passage->kind, ==, RUTTER_PASSAGE_GATE);
  g_assert_cmpstr (rutter_passage_kind_get_nick (passage->kind), ==, "gate");
  g_assert_null (passage->gate);
  g_assert_null (passage->network);
  g_assert_cmpstr (rutter_passages_find (passages, "volga-don")->network, ==, "volga");

  passage = rutter_passages_find (passages, "bosporus");
  g_assert_cmpstr (passage->name_ru, ==, "Босфор");
  g_assert_cmpint (passage->kind, ==, RUTTER_PASSAGE_STRAIT);
  g_assert_cmpuint (passage->n_gate, >=, 2);
  g_assert_null (rutter_passages_find (passages, "bosphorus"));
}

static void
test_fields (void)
{
  const char *text = HEADER "a\tA\t\triver\t1\tlakes\t179 1.5, 181 -2\t\twinter\tsomeone, 2020\n";
  g_autoptr(RutterPassages) passages = load_text (text, strlen (text), NULL);
  g_autoptr(RutterPassages) other = load_text (HEADER GOOD, strlen (HEADER GOOD), NULL);
  const RutterPassage *passage = rutter_passages_get (passages, 0);

  g_assert_cmpuint (rutter_passages_get_n (passages), ==, 1);
  g_assert_cmpstr (passage->id, ==, "a");
  g_assert_cmpstr (passage->name, ==, "A");
  g_assert_null (passage->name_ru);
  g_assert_cmpint (passage->kind, ==, RUTTER_PASSAGE_RIVER);
  g_assert_true (passage->is_shut);
  g_assert_cmpstr (passage->network, ==, "lakes");
  g_assert_cmpuint (passage->n_points, ==, 2);
  g_assert_cmpfloat (passage->line[0].lat, ==, 1.5);
  g_assert_cmpfloat (passage->line[1].lon, ==, 181);
  g_assert_cmpstr (passage->season, ==, "winter");
  g_assert_cmpstr (passage->source, ==, "someone, 2020");
  g_assert_false (rutter_passages_digest (passages) == rutter_passages_digest (other));
}

static void
test_missing (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (rutter_passages_load ("/nowhere/passages.tsv", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/passage/refused", test_refused);
  g_test_add_func ("/passage/noise", test_noise);
  g_test_add_func ("/passage/file", test_file);
  g_test_add_func ("/passage/fields", test_fields);
  g_test_add_func ("/passage/missing", test_missing);

  return g_test_run ();
}
