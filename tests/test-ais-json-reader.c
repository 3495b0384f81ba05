/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-ais-decoder.h"
#include "rutter-ais-json-reader.h"
#include "rutter-ais-json.h"
#include "rutter-json-scan.h"

static void
test_scan (void)
{
  static const struct
  {
    const char *text;
    guint       n;     /* values, or 0 when it is refused */
  } cases[] = {
    { "{}", 1 }, { "[]", 1 }, { " { } \r", 1 }, { "{\"a\":1}", 2 },
    { "{\"a\":[1,2,{}],\"b\":\"\"}", 6 },
    { "[[],[[]]]", 4 }, { "{\"a\\\"b\":\"c\\\\\"}", 2 }, { "{\"a\":-1.5e3,\"b\":null}", 3 },
    { "", 0 }, { " ", 0 }, { "{", 0 }, { "}", 0 }, { "1", 0 }, { "\"a\"", 0 }, { "{]", 0 },
    { "{\"a\"}", 0 }, { "{\"a\":}", 0 }, { "{\"a\":1", 0 }, { "{\"a\":1,}", 0 }, { "[1 2]", 0 },
    { "{\"a\":1}x", 0 }, { "{\"a\":1}{}", 0 }, { "{a:1}", 0 }, { "{\"a\":yes}", 0 },
    { "{\"a\":\"", 0 }, { "{\"a\":\"\\", 0 }, { "{\"a\":\"\\\"}", 0 }, { "[,]", 0 }, { "[}", 0 },
    { "[[[[[[[[[[[[]]]]]]]]]]]]", 12 }, { "[[[[[[[[[[[[[]]]]]]]]]]]]]", 0 },
  };
  g_autoptr(GString) many = g_string_new ("[0");
  RutterJsonScan *scan = g_new (RutterJsonScan, 1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length = strlen (cases[i].text);
      g_autofree char *copy = g_memdup2 (cases[i].text, length);
      gboolean was_read = rutter_json_scan_read (scan, copy, length);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (was_read, ==, cases[i].n > 0);
      if (was_read)
        g_assert_cmpuint (scan->n, ==, cases[i].n);
    }

  for (guint i = 2; i < RUTTER_JSON_MAX_VALUES; i++)
    g_string_append (many, ",0");
  g_string_append_c (many, ']');
  g_assert_true (rutter_json_scan_read (scan, many->str, many->len));
  g_string_insert (many, 1, "0,");
  g_assert_false (rutter_json_scan_read (scan, many->str, many->len));
  g_free (scan);
}

static void
test_find (void)
{
  static const char text[] = "{\"a\":{\"b\":[{\"c\":1}],\"d\":{\"c\":2}},\"c\":3,\"e\":true,"
                             "\"f\":1e999}";
  g_autofree RutterJsonScan *scan = g_new (RutterJsonScan, 1);
  const RutterJsonValue *found;

  g_assert_true (rutter_json_scan_read (scan, text, strlen (text)));
  g_assert_cmpfloat (rutter_json_value_get_number (rutter_json_scan_find (scan, NULL, "c")), ==, 3);
  g_assert_cmpfloat (rutter_json_value_get_number (rutter_json_scan_find (scan, NULL, "a.d.c")),
                     ==, 2);
  g_assert_null (rutter_json_scan_find (scan, NULL, "a.b.c"));
  g_assert_null (rutter_json_scan_find (scan, NULL, "a.x"));
  g_assert_null (rutter_json_scan_find (scan, NULL, "c.d"));
  found = rutter_json_scan_find (scan, NULL, "a.d");
  g_assert_cmpfloat (rutter_json_value_get_number (rutter_json_scan_find (scan, found, "c")), ==,
                     2);
  g_assert_cmpfloat (rutter_json_value_get_number (rutter_json_scan_find (scan, NULL, "e")), ==, 1);
  g_assert_true (isnan (rutter_json_value_get_number (rutter_json_scan_find (scan, NULL, "f"))));
}

static void
on_message_cb (const RutterAisReport  *report,
               const RutterAisMessage *message,
               gpointer                user_data)
{
  char line[RUTTER_AIS_JSON_SIZE];

  g_string_truncate (user_data, 0);
  g_string_append_len (user_data, line,
                       (gssize)rutter_ais_json_write (report, message, line));
}

/* What the writer wrote is read back to the same line, for every type that is read at all. */
static void
test_round_trip (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "ais", "known.expected",
                                                 NULL);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  g_autoptr(GString) read = g_string_new (NULL);
  g_autoptr(RutterAisDecoder) decoder = rutter_ais_decoder_new (on_message_cb, read);
  const RutterAisCounts *counts;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", 0);
  for (guint i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      const char *channel = strstr (lines[i], ",\"channel\"");
      g_autoptr(GString) expected = g_string_new (lines[i]);

      if (channel != NULL)
        {
          g_string_truncate (expected, (gsize)(channel - lines[i]));
          g_string_append_c (expected, '}');
        }
      g_string_append_c (expected, '\n');
      g_string_truncate (read, 0);
      rutter_ais_decoder_push (decoder, expected->str, expected->len, 0);
      if (read->len > 0)
        g_assert_cmpstr (read->str, ==, expected->str);
    }

  counts = rutter_ais_decoder_get_counts (decoder);
  g_assert_cmpuint (counts->n_malformed, ==, 0);
  g_assert_cmpuint (counts->n_json + counts->n_unread_json, ==, g_strv_length (lines) - 1);
  g_assert_cmpuint (counts->n_json, ==, counts->n_messages[1] + counts->n_messages[2] +
                    counts->n_messages[3] + counts->n_messages[4] + counts->n_messages[5] +
                    counts->n_messages[9] + counts->n_messages[11] + counts->n_messages[18] +
                    counts->n_messages[19] + counts->n_messages[21] + counts->n_messages[24] +
                    counts->n_messages[27]);
  g_assert_cmpuint (counts->n_messages[24], ==, 7);
  g_assert_cmpuint (counts->n_messages[21], ==, 2);
}

#define AIS(type, rest) \
  "{\"class\":\"AIS\",\"type\":" type ",\"repeat\":0,\"mmsi\":273000001" rest "}"
#define STREAM(name, id, rest) \
  "{\"Message\":{\"" name "\":{\"MessageID\":" id ",\"UserID\":273000001" rest "}}," \
  "\"MessageType\":\"" name "\",\"MetaData\":{\"MMSI\":273000001," \
  "\"time_utc\":\"2024-09-17 14:38:55.281038479 +0000 UTC\"}}"
#define HEAD(type) AIS_HEAD (type) "\"scaled\":true,"
#define AIS_HEAD(type) \
  "{\"class\":\"AIS\",\"type\":" type ",\"repeat\":0,\"mmsi\":273000001,"
#define TIME ",\"time\":1726583935}\n"

/* The forms of the three writers, with what each says for "not available". */
static const struct
{
  const char *label;
  const char *text;
  const char *expected;   /* empty: not a message */
} forms[] = {
  { "gpsd, as sent",
    AIS ("1", ",\"scaled\":false,\"status\":0,\"turn\":-127,\"speed\":123,\"accuracy\":true,"
         "\"lon\":-74037230,\"lat\":29028980,\"course\":2240,\"heading\":215,\"second\":33,"
         "\"maneuver\":0,\"raim\":false,\"radio\":34017"),
    HEAD ("1") "\"status\":0,\"turn\":\"fastleft\",\"speed\":12.3,\"accuracy\":true,"
    "\"lon\":-123.395383,\"lat\":48.381633,\"course\":224.0,\"heading\":215,\"second\":33,"
    "\"maneuver\":0,\"raim\":false,\"radio\":34017}\n" },
  { "AIS-catcher leaves out what is not available",
    AIS ("1", ",\"scaled\":true,\"lon\":0.13138,\"lat\":49.475578,\"course\":36.700001"),
    HEAD ("1") "\"status\":15,\"turn\":\"nan\",\"speed\":\"nan\",\"accuracy\":false,"
    "\"lon\":0.131380,\"lat\":49.475578,\"course\":36.7,\"heading\":511,\"second\":60,"
    "\"maneuver\":0,\"raim\":false,\"radio\":0}\n" },
  { "out of bounds is not available",
    AIS ("27", ",\"scaled\":true,\"lon\":1e9,\"lat\":-1e300,\"speed\":-4,\"course\":512,"
         "\"status\":\"x\""),
    HEAD ("27") "\"status\":15,\"accuracy\":false,\"lon\":181.000000,\"lat\":91.000000,"
    "\"speed\":63,\"course\":511,\"raim\":false,\"gnss\":false}\n" },
  { "gpsd, type 24 joined",
    AIS ("24", ",\"scaled\":true,\"shipname\":\"PROGUY\",\"shiptype\":60,"
         "\"callsign\":\"TC6163\""),
    HEAD ("24") "\"part\":\"B\",\"shiptype\":60,\"vendorid\":\"\",\"model\":0,\"serial\":0,"
    "\"callsign\":\"TC6163\",\"to_bow\":0,\"to_stern\":0,\"to_port\":0,\"to_starboard\":0}\n" },
  { "AISStream, position",
    STREAM ("PositionReport", "3", ",\"Cog\":360,\"CommunicationState\":59916,"
            "\"Latitude\":91,\"Longitude\":181,\"NavigationalStatus\":1,"
            "\"PositionAccuracy\":false,\"Raim\":false,\"RateOfTurn\":-128,\"RepeatIndicator\":0,"
            "\"Sog\":102.3,\"SpecialManoeuvreIndicator\":0,\"Timestamp\":54,\"TrueHeading\":511"),
    HEAD ("3") "\"status\":1,\"turn\":\"nan\",\"speed\":\"nan\",\"accuracy\":false,"
    "\"lon\":181.000000,\"lat\":91.000000,\"course\":360.0,\"heading\":511,\"second\":54,"
    "\"maneuver\":0,\"raim\":false,\"radio\":59916" TIME },
  { "AISStream, static",
    STREAM ("ShipStaticData", "5",
            ",\"AisVersion\":0,\"ImoNumber\":9161003,\"CallSign\":\"UBAR7  \","
            "\"Name\":\"A \\u0026 B\\\\C   \",\"Type\":79,\"Dimension\":{\"A\":40,\"B\":10,\"C\":4,"
            "\"D\":5},\"FixType\":1,\"Eta\":{\"Month\":3,\"Day\":14,\"Hour\":12,\"Minute\":40},"
            "\"MaximumStaticDraught\":3.8,\"Destination\":\"BAKU\",\"Dte\":false"),
    HEAD ("5") "\"imo\":9161003,\"ais_version\":0,\"callsign\":\"UBAR7\","
    "\"shipname\":\"A & B\\\\C\",\"shiptype\":79,\"to_bow\":40,\"to_stern\":10,\"to_port\":4,"
    "\"to_starboard\":5,\"epfd\":1,\"eta\":\"03-14T12:40Z\",\"draught\":3.8,"
    "\"destination\":\"BAKU\",\"dte\":0" TIME },
  { "AISStream, part A",
    STREAM ("StaticDataReport", "24", ",\"PartNumber\":false,\"ReportA\":{\"Valid\":true,"
            "\"Name\":\"PROGUY\"},\"ReportB\":{\"Valid\":false}"),
    HEAD ("24") "\"part\":\"A\",\"shipname\":\"PROGUY\"" TIME },
  { "AISStream, a type that is not read",
    STREAM ("BinaryBroadcastMessage", "8", ",\"BinaryData\":\"AAAB\""), "" },
  { "gpsd's greeting", "{\"class\":\"VERSION\",\"release\":\"3.22\"}", "" },
  { "a confirmation", "{\"MessageType\":\"SubscriptionConfirmation\",\"Message\":"
    "{\"CompressionEnabled\":true}}", "" },
  { "an error", "{\"error\":\"Api Key Is Not Valid\"}", "" },
  { "no MMSI", "{\"class\":\"AIS\",\"type\":1}", "" },
  { "half an MMSI", "{\"class\":\"AIS\",\"type\":1,\"mmsi\":1.5}", "" },
  { "a type that there is not", "{\"class\":\"AIS\",\"type\":28,\"mmsi\":1}", "" },
  { "a type below all", "{\"class\":\"AIS\",\"type\":-24,\"mmsi\":1}", "" },
  { "cut", "{\"class\":\"AIS\",\"type\":1,\"mmsi\":27300", "" },
};

static void
test_forms (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr(GString) read = g_string_new (NULL);
      g_autoptr(RutterAisDecoder) decoder = rutter_ais_decoder_new (on_message_cb, read);

      g_test_message ("%s", forms[i].label);
      rutter_ais_decoder_push (decoder, forms[i].text, strlen (forms[i].text), 0);
      rutter_ais_decoder_flush (decoder, 0);
      g_assert_cmpstr (read->str, ==, forms[i].expected);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ais-json-reader/scan", test_scan);
  g_test_add_func ("/ais-json-reader/find", test_find);
  g_test_add_func ("/ais-json-reader/round-trip", test_round_trip);
  g_test_add_func ("/ais-json-reader/forms", test_forms);
  return g_test_run ();
}
