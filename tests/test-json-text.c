/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-json-text.h"

#include <math.h>

/* What is read, and what is written of it in one line. */
static const struct
{
  const char *read;
  const char *written;
} texts[] = {
  { "[53.35, -118.244, 0.1, 1e300, -2.5e-7]", "[53.35,-118.244,0.1,1e+300,-2.5e-07]" },
  { "[14.0, 0.0, -3.0]", "[14.0,0.0,-3.0]" },
  { "[0.30000000000000004, 0.3333333333333333]", "[0.30000000000000004,0.3333333333333333]" },
  { "[14, -3, 9007199254740993]", "[14,-3,9007199254740993]" },
  { "{\"a\":\"“q” \\\"q\\\"\\n\",\"b\":[],\"c\":{}}",
    "{\"a\":\"“q” \\\"q\\\"\\n\",\"b\":[],\"c\":{}}" },
  { "[null, true, false, \"\"]", "[null,true,false,\"\"]" },
};

static void
test_texts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(JsonNode) node = json_from_string (texts[i].read, &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = rutter_json_text_write (node, FALSE);
      g_assert_cmpstr (text, ==, texts[i].written);
    }
}

/* The lines are those of JSON-GLib's own writer, but for the digits. */
static void
test_lines (void)
{
  g_autoptr(JsonNode) node =
    json_from_string ("{\"a\":[1,{\"b\":0.5,\"c\":[]}],\"d\":{\"e\":null}}", NULL);
  g_autofree char *text = rutter_json_text_write (node, TRUE);
  g_autofree char *other = json_to_string (node, TRUE);

  g_assert_cmpstr (text, ==, other);
}

static void
test_no_number (void)
{
  g_autoptr(JsonNode) node = json_node_init_double (json_node_alloc (), NAN);
  g_autofree char *text = rutter_json_text_write (node, FALSE);

  g_assert_cmpstr (text, ==, "null");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-text/texts", test_texts);
  g_test_add_func ("/json-text/lines", test_lines);
  g_test_add_func ("/json-text/no-number", test_no_number);

  return g_test_run ();
}
