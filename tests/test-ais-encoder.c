/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ais-encoder.h"
#include "rutter-ais-decoder.h"
#include "rutter-ais-encoder.h"

/* One field by our name and by that of the tests' own encoder, which was written from other tables.
 */
typedef struct
{
  const char *ours;
  const char *theirs;
  gint64      value;
  const char *text;
} Field;

#define SAME(name, value) { name, name, value, NULL }
#define POSITION SAME ("accuracy", 1), SAME ("lon", -74037230), SAME ("lat", 24410000)
#define HULL \
  SAME ("to_bow", 511), SAME ("to_stern", 33), SAME ("to_port", 63), SAME ("to_starboard", 1)

static const struct
{
  int    type;
  Field  fields[20];
} cases[] = {
  { 1, { { NULL } } },
  { 1, { SAME ("status", 5), SAME ("turn", -127), SAME ("speed", 1022), POSITION,
         SAME ("course", 3599), SAME ("heading", 359), SAME ("second", 59), SAME ("raim", 1),
         SAME ("maneuver", 2), SAME ("radio", 0x7ffff) } },
  { 3, { SAME ("turn", 126), SAME ("lon", -108000000), SAME ("lat", -54000000) } },
  { 4, { POSITION, SAME ("epfd", 7) } },
  { 5, { SAME ("imo", 9161003), { "callsign", "callsign", 0, "SIM00ZZ" },
         { "shipname", "name", 0, "SIMULATED A[]^_ 0001" }, { "shiptype", "ship_type", 80, NULL },
         HULL, SAME ("draught", 255), { "destination", "destination", 0, "ROTTERDAM" },
         SAME ("dte", 0) } },
  { 9, { { "alt", "altitude", 4094, NULL }, SAME ("speed", 120), POSITION } },
  { 18, { SAME ("speed", 57), POSITION, SAME ("heading", 0), SAME ("cs", 1) } },
  { 19, { POSITION, { "shipname", "name", 0, "SIMULATED" }, { "shiptype", "ship_type", 37, NULL },
          HULL, SAME ("epfd", 15) } },
  { 21, { { "aid_type", "kind", 31, NULL }, { "name", "name", 0, "SIMULATED BUOY 7" }, POSITION,
          { "virtual_aid", "virtual", 1, NULL } } },
  { 24, { { "shiptype", "ship_type", 36, NULL }, { "vendorid", "vendor", 0, "SIM" },
          SAME ("serial", 0xfffff), { "callsign", "callsign", 0, "SIM0001" }, HULL } },
  { 27, { SAME ("lon", -108000), SAME ("lat", 54000), SAME ("speed", 62), SAME ("course", 359) } },
};

static void
test_sentences (void)
{
  const RutterAisEnvelope envelope = { .sequence = '7', .channel = 'B' };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(AisEncoder) other = ais_encoder_new (cases[i].type, 799000001);
      g_autofree char *expected = NULL;
      RutterAisEncoder encoder;
      char lines[RUTTER_AIS_ENVELOPE_SIZE];

      rutter_ais_encoder_init (&encoder, cases[i].type, 799000001);
      for (const Field *field = cases[i].fields; field->ours != NULL; field++)
        if (field->text != NULL)
          {
            rutter_ais_encoder_set_text (&encoder, field->ours, field->text);
            ais_encoder_set_text (other, field->theirs, field->text);
          }
        else
          {
            rutter_ais_encoder_set (&encoder, field->ours, field->value);
            ais_encoder_set (other, field->theirs, field->value);
          }

      expected = ais_encoder_make (other, '7', 'B');
      g_assert_cmpuint (rutter_ais_encoder_write (&encoder, &envelope, lines), ==,
                        strlen (expected));
      g_test_message ("type %d, case %u", cases[i].type, i);
      g_assert_cmpstr (lines, ==, expected);
    }
}

static void
keep_cb (const RutterAisReport  *report,
         const RutterAisMessage *message,
         gpointer                user_data)
{
  *(RutterAisMessage *)user_data = *message;
  g_assert_cmpint (report->time_us, ==, 1767225600 * (gint64)G_USEC_PER_SEC);
  g_assert_cmpstr (report->station, ==, "SIMULATED");
}

static RutterAisMessage
send_and_receive (const RutterAisEncoder *encoder)
{
  const RutterAisEnvelope envelope = { .sequence = '0', .channel = 'A', .station = "SIMULATED",
                                       .time_s = 1767225600 };
  RutterAisMessage message = { 0 };
  g_autoptr(RutterAisDecoder) decoder = rutter_ais_decoder_new (keep_cb, &message);
  char lines[RUTTER_AIS_ENVELOPE_SIZE];
  gsize length = rutter_ais_encoder_write (encoder, &envelope, lines);
  g_auto(GStrv) all = g_strsplit (lines, "\r\n", -1);

  g_assert_cmpuint (length, <, sizeof lines);
  g_assert_true (g_str_has_suffix (lines, "\r\n"));
  for (char **line = all; *line != NULL; line++)
    if (strchr (*line, '!') != NULL)
      g_assert_cmpuint (strlen (strchr (*line, '!')), <=, 80);
  rutter_ais_decoder_push (decoder, lines, length, 0);
  rutter_ais_decoder_flush (decoder, 0);
  g_assert_cmpuint (rutter_ais_decoder_get_counts (decoder)->n_messages[0], ==, 1);
  g_assert_cmpuint (rutter_ais_decoder_get_counts (decoder)->n_bad_tags, ==, 0);

  return message;
}

/* What the other encoder has no fields for, and texts that do not fit. */
static void
test_through_decoder (void)
{
  static const int eta[] = { 12, 31, 23, 59 };
  static const int now[] = { 2026, 1, 2, 3, 4, 5 };
  RutterAisEncoder encoder;
  RutterAisMessage message;

  rutter_ais_encoder_init (&encoder, 5, 799000002);
  rutter_ais_encoder_set_parts (&encoder, "eta", eta, G_N_ELEMENTS (eta));
  rutter_ais_encoder_set_text (&encoder, "shipname", "Simulated \303\251~ that is too long");
  message = send_and_receive (&encoder);
  g_assert_cmpint (message.identity.eta_month, ==, 12);
  g_assert_cmpint (message.identity.eta_day, ==, 31);
  g_assert_cmpint (message.identity.eta_hour, ==, 23);
  g_assert_cmpint (message.identity.eta_minute, ==, 59);
  g_assert_cmpstr (message.identity.name, ==, "SIMULATED ??? THAT I");

  rutter_ais_encoder_init (&encoder, 4, 7990001);
  rutter_ais_encoder_set_parts (&encoder, "timestamp", now, G_N_ELEMENTS (now));
  message = send_and_receive (&encoder);
  g_assert_cmpint (message.station.year, ==, 2026);
  g_assert_cmpint (message.station.second, ==, 5);
  g_assert_false (message.has_position && !isnan (message.position.lon_deg));

  rutter_ais_encoder_init (&encoder, -24, 799000003);
  rutter_ais_encoder_set_text (&encoder, "shipname", "SIMULATED 00003");
  message = send_and_receive (&encoder);
  g_assert_cmpint (message.identity.part, ==, RUTTER_AIS_PART_A);
  g_assert_cmpstr (message.identity.name, ==, "SIMULATED 00003");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ais-encoder/sentences", test_sentences);
  g_test_add_func ("/ais-encoder/through-decoder", test_through_decoder);
  return g_test_run ();
}
