/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-term-list.h"

#include <string.h>

static void
note_texts (const guint32 *texts,
            guint          n_texts,
            gpointer       user_data)
{
  GString *noted = user_data;

  g_string_append_c (noted, '|');
  for (guint i = 0; i < n_texts; i++)
    g_string_append_printf (noted, "%u ", texts[i]);
}

static void
add (RutterTermList *list,
     const char     *term,
     guint32         text)
{
  rutter_term_list_add (list, term, strlen (term), text);
}

static void
test_find (void)
{
  static const struct
  {
    void      (*foreach) (RutterTermList *, const char *, RutterTermFunc, gpointer);
    const char *term;
    const char *noted;
  } cases[] = {
    { rutter_term_list_foreach_exact, "lady", "|1 4 " },
    { rutter_term_list_foreach_exact, "lad", "" },
    { rutter_term_list_foreach_exact, "zz", "" },
    { rutter_term_list_foreach_prefix, "lad", "|2 |1 4 " },
    { rutter_term_list_foreach_prefix, "lady", "" },
    { rutter_term_list_foreach_prefix, "z", "" },
    { rutter_term_list_foreach_near, "lade", "|1 4 " },
    { rutter_term_list_foreach_near, "laddr", "|2 " },
    { rutter_term_list_foreach_near, "lad", "" },
    { rutter_term_list_foreach_near, "9161004", "" },
  };
  g_autoptr(RutterTermList) list = rutter_term_list_new ();

  add (list, "lady", 1);
  add (list, "9161003", 9);
  add (list, "ladder", 2);
  add (list, "", 3);
  add (list, "lady", 4);
  add (list, "kady", 5);
  rutter_term_list_seal (list);
  g_assert_cmpuint (rutter_term_list_get_n_terms (list), ==, 4);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GString) noted = g_string_new (NULL);

      cases[i].foreach (list, cases[i].term, note_texts, noted);
      g_test_message ("%u %s", i, cases[i].term);
      g_assert_cmpstr (noted->str, ==, cases[i].noted);
    }
}

static void
test_empty (void)
{
  g_autoptr(RutterTermList) list = rutter_term_list_new ();
  g_autoptr(GString) noted = g_string_new (NULL);

  rutter_term_list_seal (list);
  rutter_term_list_foreach_exact (list, "lady", note_texts, noted);
  rutter_term_list_foreach_prefix (list, "", note_texts, noted);
  rutter_term_list_foreach_near (list, "lady", note_texts, noted);
  g_assert_cmpstr (noted->str, ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/term-list/find", test_find);
  g_test_add_func ("/term-list/empty", test_empty);

  return g_test_run ();
}
