/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-ais-decoder.h"
#include "rutter-ais-json.h"

/* Keeps what was decoded, a JSON line a message. */
static void
on_message_cb (const RutterAisReport  *report,
               const RutterAisMessage *message,
               gpointer                user_data)
{
  char line[RUTTER_AIS_JSON_SIZE];
  gsize length = rutter_ais_json_write (report, message, line);

  g_assert_cmpuint (length, >, 0);
  g_string_append_len (user_data, line, (gssize)length);
}

static char *
decode (const char      *bytes,
        gsize            piece,
        RutterAisCounts *counts)
{
  GString *lines = g_string_new (NULL);
  g_autoptr(RutterAisDecoder) decoder = rutter_ais_decoder_new (on_message_cb, lines);
  gsize length = strlen (bytes);

  for (gsize at = 0; at < length; at += piece)
    rutter_ais_decoder_push (decoder, bytes + at, MIN (piece, length - at), 0);
  rutter_ais_decoder_flush (decoder, 0);
  *counts = *rutter_ais_decoder_get_counts (decoder);
  return g_string_free (lines, FALSE);
}

#define SHIP "!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A"
#define SHIP_BARE "{\"class\":\"AIS\",\"type\":1,\"repeat\":0,\"mmsi\":371798000,\"scaled\":true," \
                  "\"status\":0,\"turn\":\"fastleft\",\"speed\":12.3,\"accuracy\":true," \
                  "\"lon\":-123.395383,\"lat\":48.381633,\"course\":224.0,\"heading\":215," \
                  "\"second\":33,\"maneuver\":0,\"raim\":false,\"radio\":34017"
#define SHIP_JSON SHIP_BARE ",\"channel\":\"A\"}\n"

/* The same line whatever surrounds it and however it is cut. */
static void
test_lines (void)
{
  static const struct
  {
    const char *label;
    const char *bytes;
    const char *expected;
  } cases[] = {
    { "one line", SHIP "\r\n", SHIP_JSON },
    { "no line end", SHIP, SHIP_JSON },
    { "two glued", SHIP SHIP "\n", SHIP_JSON SHIP_JSON },
    { "lower case checksum", "!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4a\n", SHIP_JSON },
    { "wrong checksum", "!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4B\n", "" },
    { "wrong, then right", "!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4B" SHIP, SHIP_JSON },
    { "no checksum", "!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0\n", "" },
    { "nothing", "", "" },
    { "empty lines", "\n\n\r\n", "" },
    { "other sentences", "$GPZDA,160012.71,11,03,2004,-1,00*7D\n!AIVDM\n!AI\n!\n", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize piece = 1; piece < 130; piece += 7)
      {
        RutterAisCounts counts;
        g_autofree char *json = decode (cases[i].bytes, piece, &counts);

        g_test_message ("%s", cases[i].label);
        g_assert_cmpstr (json, ==, cases[i].expected);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ais-decoder/lines", test_lines);
  return g_test_run ();
}
