/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ais-encoder.h"
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

/* When and by whom, in every form that receivers and loggers write. */
static const struct
{
  const char *label;
  const char *line;
  gint64      time_us;
  const char *station;
} stamps[] = {
  { "tag block, seconds and station",
    "\\s:2573105,c:1707873398*04\\" SHIP,
    G_GINT64_CONSTANT (1707873398000000), "2573105" },
  { "milliseconds",
    "\\c:1707873398123*66\\" SHIP,
    G_GINT64_CONSTANT (1707873398123000), "" },
  { "microseconds",
    "\\c:1707873398123456*51\\" SHIP,
    G_GINT64_CONSTANT (1707873398123456), "" },
  { "seconds with decimals",
    "\\c:1707873398.25*7F\\" SHIP,
    G_GINT64_CONSTANT (1707873398250000), "" },
  { "the largest seconds",
    "\\c:99999999999*60\\" SHIP,
    G_GINT64_CONSTANT (99999999999000000), "" },
  { "the smallest milliseconds",
    "\\c:100000000000*58\\" SHIP,
    G_GINT64_CONSTANT (100000000000000), "" },
  { "the smallest microseconds",
    "\\c:100000000000000*68\\" SHIP,
    G_GINT64_CONSTANT (100000000000000), "" },
  { "group and vendor fields",
    "\\g:1-2-9999,c:1565218798,q:u,T:2014-12-10 00.41.53*57\\" SHIP,
    G_GINT64_CONSTANT (1565218798000000), "" },
  { "two blocks",
    "\\s:42809*7E\\\\c:1635731889,t:1635731965*38\\" SHIP,
    G_GINT64_CONSTANT (1635731889000000), "42809" },
  { "block with a wrong checksum",
    "\\s:2573555,c:1707873398*06\\" SHIP,
    G_GINT64_CONSTANT (0), "" },
  { "block without a checksum",
    "\\s:2573555,c:1707873398\\" SHIP,
    G_GINT64_CONSTANT (0), "" },
  { "block that does not end",
    "\\s:2573555" SHIP,
    G_GINT64_CONSTANT (0), "" },
  { "USCG log",
    SHIP ",d-109,S2105,t050056.00,T56.13718694,r003669946,1325394060,1325394001",
    G_GINT64_CONSTANT (1325394060000000), "003669946" },
  { "station and time behind",
    SHIP ",raishub,1342569600",
    G_GINT64_CONSTANT (1342569600000000), "aishub" },
  { "nanoseconds before",
    "1550303566167726840 " SHIP,
    G_GINT64_CONSTANT (1550303566167726), "" },
  { "seconds before a block",
    "1569890647\\s:VENDOR,q:u*5F\\" SHIP,
    G_GINT64_CONSTANT (1569890647000000), "VENDOR" },
  { "the block goes before what is before it",
    "1569890647\\s:VENDOR,q:u,c:1569890555*25\\" SHIP,
    G_GINT64_CONSTANT (1569890555000000), "VENDOR" },
  { "the block goes before what is behind",
    "\\c:1569890555*56\\" SHIP ",raishub,1342569600",
    G_GINT64_CONSTANT (1569890555000000), "aishub" },
  { "date and semicolon",
    "2017-02-20T00:00:00;" SHIP,
    G_GINT64_CONSTANT (1487548800000000), "" },
  { "seconds and semicolon",
    "123;" SHIP,
    G_GINT64_CONSTANT (123000000), "" },
  { "day first, in quotes",
    "\"18/05/2012 18:15:37\" " SHIP,
    G_GINT64_CONSTANT (1337364937000000), "" },
  { "29 February",
    "2024-02-29T23:59:59;" SHIP,
    G_GINT64_CONSTANT (1709251199000000), "" },
  { "no such day",
    "2023-02-29T23:59:59;" SHIP,
    G_GINT64_CONSTANT (0), "" },
  { "no such month",
    "2023-13-01T00:00:00;" SHIP,
    G_GINT64_CONSTANT (0), "" },
  { "no such hour",
    "2023-12-01T24:00:00;" SHIP,
    G_GINT64_CONSTANT (0), "" },
  { "a number of no end",
    "99999999999999999999999999 " SHIP,
    G_GINT64_CONSTANT (9999999999999999), "" },
  { "words before",
    "received: " SHIP,
    G_GINT64_CONSTANT (0), "" },
  { "header on the line before",
    "$PGHP,1,2010,6,11,11,46,11,390,231,45,992190934,1,4A*5E\r\n" SHIP,
    G_GINT64_CONSTANT (1276256771390000), "" },
  { "header of another sentence",
    "$PGHP,1,2010,6,11,11,46,11,390,231,45,992190934,1,2B*5B\n" SHIP,
    G_GINT64_CONSTANT (0), "" },
  { "header with a wrong checksum",
    "$PGHP,1,2010,6,11,11,46,11,390,231,45,992190934,1,4A*00\n" SHIP,
    G_GINT64_CONSTANT (0), "" },
  { "cut header",
    "$PGHP,1,2010,6*00\n$PGHP,\n" SHIP,
    G_GINT64_CONSTANT (0), "" },
};

typedef struct
{
  guint   n_messages;
  gint64  time_us;
  char    station[RUTTER_AIS_STATION_SIZE];
} Heard;

static void
on_report_cb (const RutterAisReport  *report,
              const RutterAisMessage *message,
              gpointer                user_data)
{
  Heard *heard = user_data;

  heard->n_messages++;
  heard->time_us = report->time_us;
  g_strlcpy (heard->station, report->station, sizeof heard->station);
}

static void
test_stamps (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (stamps); i++)
    {
      Heard heard = { 0 };
      g_autoptr(RutterAisDecoder) decoder = rutter_ais_decoder_new (on_report_cb, &heard);

      g_test_message ("%s", stamps[i].label);
      rutter_ais_decoder_push (decoder, stamps[i].line, strlen (stamps[i].line), 0);
      rutter_ais_decoder_flush (decoder, 0);
      g_assert_cmpuint (heard.n_messages, ==, 1);
      g_assert_cmpint (heard.time_us, ==, stamps[i].time_us);
      g_assert_cmpstr (heard.station, ==, stamps[i].station);
    }
}

typedef struct
{
  guint  n;
  char   names[8][21];
} Names;

static void
on_name_cb (const RutterAisReport  *report,
            const RutterAisMessage *message,
            gpointer                user_data)
{
  Names *names = user_data;

  g_assert_cmpuint (names->n, <, G_N_ELEMENTS (names->names));
  g_strlcpy (names->names[names->n++], message->identity.name, 21);
}

/* Two ships' sentences as lines: A1 A2 of the first, B1 B2 of the second. */
static char **
make_parts (const char *name,
            char        sequence,
            char        channel)
{
  g_autoptr(AisEncoder) encoder = ais_encoder_new (5, 211000001);
  g_autofree char *lines = NULL;

  ais_encoder_set_text (encoder, "name", name);
  ais_encoder_set_text (encoder, "destination", name);
  lines = ais_encoder_make (encoder, sequence, channel);
  return g_strsplit (lines, "\r\n", 0);
}

static void
test_parts (void)
{
  static const struct
  {
    const char *label;
    char        sequence, channel;   /* of B; A has 1 and A */
    const char *order;               /* A1 is a, A2 is b, B1 is c, B2 is d; digits: seconds go by */
    const char *expected;
    guint       n_incomplete;
  } cases[] = {
    { "in order", '2', 'A', "abcd", "A B", 0 },
    { "interleaved by sequence", '2', 'A', "acbd", "A B", 0 },
    { "interleaved by channel", '1', 'B', "acdb", "B A", 0 },
    { "the second part first", '2', 'A', "ba", "A", 0 },
    { "heard twice", '2', 'A', "aab", "A", 0 },
    { "overtaken by the next with its marks", '1', 'A', "acd", "B", 1 },
    { "just in time", '2', 'A', "a9b", "A", 0 },
    { "too late", '2', 'A', "a92b", "", 1 },
    { "too late for one", '2', 'A', "a6c6bd", "B", 1 },
    { "only the second", '2', 'A', "b", "", 0 },
    { "not between different sequences", '2', 'A', "ad", "", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(GStrv) a = make_parts ("A", '1', 'A');
      g_auto(GStrv) b = make_parts ("B", cases[i].sequence, cases[i].channel);
      const char *lines[] = { a[0], a[1], b[0], b[1] };
      Names names = { 0 };
      g_autoptr(RutterAisDecoder) decoder = rutter_ais_decoder_new (on_name_cb, &names);
      g_autoptr(GString) found = g_string_new (NULL);
      gint64 now_us = G_USEC_PER_SEC;

      g_test_message ("%s", cases[i].label);
      for (const char *c = cases[i].order; *c != '\0'; c++)
        {
          if (g_ascii_isdigit (*c))
            {
              now_us += (*c - '0') * G_USEC_PER_SEC;
              continue;
            }
          rutter_ais_decoder_push (decoder, lines[*c - 'a'], strlen (lines[*c - 'a']), now_us);
          rutter_ais_decoder_flush (decoder, now_us);
        }
      for (guint j = 0; j < names.n; j++)
        g_string_append_printf (found, "%s%s", j > 0 ? " " : "", names.names[j]);
      g_assert_cmpstr (found->str, ==, cases[i].expected);
      g_assert_cmpuint (rutter_ais_decoder_get_counts (decoder)->n_incomplete, ==,
                        cases[i].n_incomplete);
    }
}

/* Three stations pass on messages with the same marks at once; a part that names no station goes
 * to the latest message that lacks it.
 */
static void
test_parts_of_stations (void)
{
  static const char *const blocks[] = { "\\s:one*2d\\", "\\s:two*25\\", "" };
  Names names = { 0 };
  g_autoptr(RutterAisDecoder) decoder = rutter_ais_decoder_new (on_name_cb, &names);
  g_auto(GStrv) one = make_parts ("ONE", '1', 'A');
  g_auto(GStrv) two = make_parts ("TWO", '1', 'A');
  char **ships[] = { one, two };
  const struct
  {
    guint ship, part, block;
  } order[] = {
    { 0, 0, 0 }, { 1, 0, 1 }, { 0, 1, 0 }, { 1, 1, 1 },  /* by station */
    { 0, 0, 0 }, { 0, 1, 2 },                            /* the second part is silent */
    { 0, 0, 0 }, { 1, 0, 1 }, { 1, 1, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autofree char *line = g_strconcat (blocks[order[i].block],
                                           ships[order[i].ship][order[i].part], "\n", NULL);

      rutter_ais_decoder_push (decoder, line, strlen (line), G_USEC_PER_SEC);
    }
  g_assert_cmpuint (rutter_ais_decoder_get_counts (decoder)->n_bad_tags, ==, 0);
  g_assert_cmpuint (names.n, ==, 4);
  g_assert_cmpstr (names.names[0], ==, "ONE");
  g_assert_cmpstr (names.names[1], ==, "TWO");
  g_assert_cmpstr (names.names[2], ==, "ONE");
  g_assert_cmpstr (names.names[3], ==, "TWO");
}

/* Many messages that never end take no more room, and the latest still get through. */
static void
test_flood_of_parts (void)
{
  Names names = { 0 };
  g_autoptr(RutterAisDecoder) decoder = rutter_ais_decoder_new (on_name_cb, &names);
  g_auto(GStrv) ship = make_parts ("LAST", '9', 'B');

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *body = g_strdup_printf ("%c%cVDM,2,1,%u,A,%u,0", 'A' + i / 10 % 26,
                                               'A' + i / 260 % 26, i % 10, i);
      g_autofree char *line = ais_encoder_make_sentence (body);

      rutter_ais_decoder_push (decoder, line, strlen (line), 0);
    }
  g_assert_cmpuint (rutter_ais_decoder_get_counts (decoder)->n_sentences, ==, 5000);
  g_assert_cmpuint (rutter_ais_decoder_get_counts (decoder)->n_incomplete, >=, 4000);
  for (guint i = 0; i < 2; i++)
    {
      rutter_ais_decoder_push (decoder, ship[i], strlen (ship[i]), 0);
      rutter_ais_decoder_flush (decoder, 0);
    }
  g_assert_cmpstr (names.names[0], ==, "LAST");
}

/* What is wrong with a sentence is counted under its own name. */
static void
test_counts (void)
{
  static const struct
  {
    const char *body;
    gsize       offset;
  } cases[] = {
#define BODY(body, count) { body, G_STRUCT_OFFSET (RutterAisCounts, n_##count) }
    BODY ("AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0", messages[1]),
    BODY ("BSVDO,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0", messages[1]),
    BODY ("A2VDM,1,1,,,15RTgt0PAso;90TKcjM8h6g208CQ", messages[1]),
    BODY ("AIVDM,1,1,,1,15RTgt0PAso;90TKcjM8h6g208CQ,", messages[1]),
    BODY ("AIVDM,0,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0", malformed),
    BODY ("AIVDM,1,2,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0", malformed),
    BODY ("AIVDM,1,0,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0", malformed),
    BODY ("AIVDM,10,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0", malformed),
    BODY ("AIVDM,1,1,x,A,15RTgt0PAso;90TKcjM8h6g208CQ,0", malformed),
    BODY ("AIVDM,1,1,,?,15RTgt0PAso;90TKcjM8h6g208CQ,0", malformed),
    BODY ("AIVDM,1,1", malformed),
    BODY ("AIVDM,", malformed),
    BODY ("AIVDM,1,1,,A,,0", bad_payload),
    BODY ("AIVDM,1,1,,A,15RTgt0PAso;90TKcj~8h6g208CQ,0", bad_payload),
    BODY ("AIVDM,1,1,,A,15RTgt0PAso;90TKcj,8h6g208CQ,0", bad_payload),
    BODY ("AIVDM,1,1,,A,15RTgt0PAso;90TKcj,0", wrong_length),
    BODY ("AIVDM,1,1,,A,1,0", wrong_length),
    BODY ("AIVDM,1,1,,A,05RTgt0PAso;90TKcjM8h6g208CQ,0", unknown_type),
    BODY ("AIVDM,1,1,,A,L5RTgt0PAso;90TKcjM8h6g208CQ,0", unknown_type),
#undef BODY
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = ais_encoder_make_sentence (cases[i].body);
      RutterAisCounts counts;
      g_autofree char *json = decode (line, 1000, &counts);

      g_test_message ("%s", cases[i].body);
      g_assert_cmpuint (counts.n_lines, ==, 1);
      g_assert_cmpuint (G_STRUCT_MEMBER (guint64, &counts, cases[i].offset), ==, 1);
      g_assert_cmpuint (counts.n_messages[0] + counts.n_malformed + counts.n_bad_payload +
                        counts.n_wrong_length + counts.n_unknown_type, ==, 1);
    }
}

/* A line without an end is not kept, and what comes behind it is read. */
static void
test_long_lines (void)
{
  for (gsize piece = 1000; piece <= 20000; piece += 19000)
    for (gsize length = 4000; length < 13000; length += 4500)
      {
        g_autofree char *junk = g_strnfill (length, 'x');
        g_autofree char *bytes = g_strconcat (junk, SHIP "\n" SHIP "\n", NULL);
        RutterAisCounts counts;
        g_autofree char *json = decode (bytes, piece, &counts);

        g_assert_cmpuint (counts.n_long_lines, ==, length > 4090 ? 1 : 0);
        g_assert_cmpuint (counts.n_messages[1], ==, length > 4090 ? 1 : 2);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ais-decoder/lines", test_lines);
  g_test_add_func ("/ais-decoder/stamps", test_stamps);
  g_test_add_func ("/ais-decoder/parts", test_parts);
  g_test_add_func ("/ais-decoder/parts-of-stations", test_parts_of_stations);
  g_test_add_func ("/ais-decoder/flood-of-parts", test_flood_of_parts);
  g_test_add_func ("/ais-decoder/counts", test_counts);
  g_test_add_func ("/ais-decoder/long-lines", test_long_lines);
  return g_test_run ();
}
