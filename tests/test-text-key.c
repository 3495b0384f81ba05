/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-text-key.h"
#include "rutter-typo.h"

#include <string.h>

static void
test_fold (void)
{
  static const struct
  {
    const char *text;
    const char *folded;
  } cases[] = {
    { "Lady R", "lady r" },
    { "  LADY--R! ", "lady r" },
    { "Леди Р", "ledi r" },
    { "Махачкала", "makhachkala" },
    { "Астрахань", "astrakhan" },
    { "Rasŏn", "rason" },
    { "Çanakkale Boğazı", "canakkale bogazi" },
    { "Tromsø, Łódź", "tromso lodz" },
    { "Straße", "strasse" },
    { "Simon's Town", "simons town" },
    { "Simon’s Town", "simons town" },
    { "Port Olya-3", "port olya 3" },
    { "나진", "najin" },
    { "羅津", "luo jin" },
    { "امیرآباد", "amyrabad" },
    { "می\u200cرود", "myrwd" },
    { "e\u0301clair", "eclair" },
    { "IMO 9161003", "imo 9161003" },
    { "", "" },
    { "!? -", "" },
    { "a\xff" "b", "a b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = rutter_text_key_fold (cases[i].text);

      g_assert_cmpstr (folded, ==, cases[i].folded);
    }
}

static void
test_words (void)
{
  static const char text[] = "Порт 羅津, R";
  g_auto(RutterTextKey) key = { NULL };

  rutter_text_key_init (&key, text);
  g_assert_cmpstr (key.folded, ==, "port luo jin r");
  g_assert_cmpuint (key.n_words, ==, 4);
  g_assert_cmpuint (key.words[0].start, ==, 0);
  g_assert_cmpuint (key.words[0].end, ==, strlen ("Порт"));
  /* Both words of Latin come from the same two letters. */
  g_assert_cmpuint (key.words[1].start, ==, strlen ("Порт "));
  g_assert_cmpuint (key.words[2].start, ==, key.words[1].start);
  g_assert_cmpuint (key.words[2].end, ==, strlen ("Порт 羅津"));
  g_assert_cmpuint (key.words[2].at, ==, strlen ("port luo "));
  g_assert_cmpuint (key.words[2].length, ==, 3);
  g_assert_cmpuint (key.words[3].start, ==, strlen (text) - 1);
}

/* A word without an end costs no more than others, and is not cut within a letter. */
static void
test_endless (void)
{
  g_autoptr(GString) text = g_string_new ("a");
  g_autofree char *folded = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "я");

  folded = rutter_text_key_fold (text->str);
  g_assert_cmpuint (strlen (folded), <, 300);
  g_assert_true (g_str_has_prefix (folded, "aya"));
  g_assert_true (g_str_has_suffix (folded, "ya"));
}

static void
test_sound (void)
{
  static const struct
  {
    const char *text;
    const char *sound;
  } cases[] = {
    { "Lady R", "rd r" },
    { "Леди Р", "rd r" },
    { "레이디 알", "rd r" },
    { "لیدی آر", "rd r" },
    { "レディ R", "rd r" },
    { "Angara", "ngr" },
    { "앙가라", "ngr" },
    { "Rajin", "rjn" },
    { "라진", "rjn" },
    { "羅津", "r jn" },
    { "Amirabad", "mrbd" },
    { "امیرآباد", "mrbd" },
    { "Bandar-e Amirabad", "bndr mrbd" },
    { "بندر امیرآباد", "bndr mrbd" },
    { "Port Olya-33", "prt r 33" },
    { "Aye you", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = rutter_text_key_fold (cases[i].text);
      g_autofree char *sound = rutter_text_key_sound (folded);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (sound, ==, cases[i].sound);
    }
}

static void
test_squash (void)
{
  g_autofree char *squashed = rutter_text_key_squash ("port olya 3");

  g_assert_cmpstr (squashed, ==, "portolya3");
}

static void
test_typo (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    gboolean    is_near;
  } cases[] = {
    { "lady", "ladi", TRUE },
    { "lady", "lay", TRUE },
    { "lady", "laddy", TRUE },
    { "lady", "lday", TRUE },
    { "lady", "ladyr", TRUE },
    { "lady", "eady", TRUE },
    { "lady", "ady", TRUE },
    { "lady", "lady", FALSE },
    { "lady", "ledi", FALSE },
    { "lady", "la", FALSE },
    { "lady", "yadl", FALSE },
    { "abcd", "badc", FALSE },
    { "", "a", TRUE },
    { "", "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *a = cases[i].a, *b = cases[i].b;

      g_test_message ("%s %s", a, b);
      g_assert_cmpint (rutter_typo_is_near (a, strlen (a), b, strlen (b)), ==, cases[i].is_near);
      g_assert_cmpint (rutter_typo_is_near (b, strlen (b), a, strlen (a)), ==, cases[i].is_near);
    }

  g_assert_true (rutter_typo_is_allowed ("lady", 4));
  g_assert_false (rutter_typo_is_allowed ("sea", 3));
  g_assert_false (rutter_typo_is_allowed ("9161003", 7));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-key/fold", test_fold);
  g_test_add_func ("/text-key/words", test_words);
  g_test_add_func ("/text-key/endless", test_endless);
  g_test_add_func ("/text-key/sound", test_sound);
  g_test_add_func ("/text-key/squash", test_squash);
  g_test_add_func ("/text-key/typo", test_typo);

  return g_test_run ();
}
