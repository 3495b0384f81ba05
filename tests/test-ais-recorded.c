/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-ais-decoder.h"
#include "rutter-ais-json.h"

#include <locale.h>

static void
on_message_cb (const RutterAisReport  *report,
               const RutterAisMessage *message,
               gpointer                user_data)
{
  char line[RUTTER_AIS_JSON_SIZE];

  g_string_append_len (user_data, line,
                       (gssize)rutter_ais_json_write (report, message, line));
}

static char *
read_file (const char *name,
           gsize      *length)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "ais", name, NULL);
  g_autoptr(GError) error = NULL;
  char *bytes = NULL;

  g_file_get_contents (path, &bytes, length, &error);
  g_assert_no_error (error);
  return bytes;
}

/* Line by line what is expected, however the bytes are cut. */
static void
test_file (gconstpointer data)
{
  const char *name = data;
  g_autofree char *sentences = g_strconcat (name, ".nmea", NULL);
  g_autofree char *expectation = g_strconcat (name, ".expected", NULL);
  gsize length, n_expected;
  g_autofree char *bytes = read_file (sentences, &length);
  g_autofree char *expected = read_file (expectation, &n_expected);
  g_auto(GStrv) wanted = g_strsplit (expected, "\n", 0);

  for (gsize piece = 1; piece <= 100000; piece = piece * 7 + 1)
    {
      g_autoptr(GString) lines = g_string_new (NULL);
      g_autoptr(RutterAisDecoder) decoder = rutter_ais_decoder_new (on_message_cb, lines);
      g_auto(GStrv) got = NULL;

      for (gsize at = 0; at < length; at += piece)
        rutter_ais_decoder_push (decoder, bytes + at, MIN (piece, length - at), 0);
      rutter_ais_decoder_flush (decoder, 0);
      got = g_strsplit (lines->str, "\n", 0);
      for (guint i = 0; wanted[i] != NULL && got[i] != NULL; i++)
        g_assert_cmpstr (got[i], ==, wanted[i]);
      g_assert_cmpuint (g_strv_length (got), ==, g_strv_length (wanted));
    }
}

int
main (int    argc,
      char **argv)
{
  /* Figures don't depend on it: with most locales they would have commas. */
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/ais-recorded/known", "known", test_file);
  g_test_add_data_func ("/ais-recorded/malformed", "malformed", test_file);
  return g_test_run ();
}
