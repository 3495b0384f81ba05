/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ais-encoder.h"
#include "rutter-ais-message.h"

static RutterAisOutcome
decode (AisEncoder       *encoder,
        RutterAisMessage *message)
{
  RutterAisBits bits;
  guint fill;
  g_autofree char *payload = ais_encoder_make_payload (encoder, &fill);

  g_assert_cmpint (rutter_ais_bits_set_armoured (&bits, payload, strlen (payload), fill), ==,
                   RUTTER_AIS_ARMOUR_OK);
  return rutter_ais_message_decode (message, &bits);
}

static void
test_armour (void)
{
  char text[RUTTER_AIS_MAX_CHARACTERS + 2];
  RutterAisBits bits;

  for (guint c = 0; c < 256; c++)
    {
      char one = (char)c;
      gboolean is_legal = (c >= '0' && c <= 'W') || (c >= '`' && c <= 'w');
      RutterAisArmour armour = rutter_ais_bits_set_armoured (&bits, &one, 1, 0);

      g_assert_cmpint (armour, ==, is_legal ? RUTTER_AIS_ARMOUR_OK : RUTTER_AIS_ARMOUR_ILLEGAL);
      if (is_legal)
        g_assert_cmpuint (rutter_ais_bits_take (&bits, 6), ==, c <= 'W' ? c - '0' : c - '`' + 40);
    }

  memset (text, 'w', sizeof text);
  g_assert_cmpint (rutter_ais_bits_set_armoured (&bits, text, 0, 0), ==, RUTTER_AIS_ARMOUR_EMPTY);
  g_assert_cmpint (rutter_ais_bits_set_armoured (&bits, text, RUTTER_AIS_MAX_CHARACTERS, 5), ==,
                   RUTTER_AIS_ARMOUR_OK);
  g_assert_cmpuint (bits.n_bits, ==, RUTTER_AIS_MAX_CHARACTERS * 6 - 5);
  g_assert_cmpint (rutter_ais_bits_set_armoured (&bits, text, RUTTER_AIS_MAX_CHARACTERS + 1, 0),
                   ==, RUTTER_AIS_ARMOUR_TOO_LONG);

  /* More fill than there can be is not believed. */
  for (guint fill = 0; fill < 10; fill++)
    {
      rutter_ais_bits_set_armoured (&bits, text, 2, fill);
      g_assert_cmpuint (bits.n_bits, ==, fill <= 5 ? 12 - fill : 12);
    }
}

/* Nothing beyond the end is given out, by whatever way it is asked for. */
static void
test_bounds (void)
{
  char text[21];
  guint8 data[4] = { 0 };
  RutterAisBits bits;

  rutter_ais_bits_set_armoured (&bits, "wwww", 4, 3);
  g_assert_cmpuint (rutter_ais_bits_take (&bits, 20), ==, 0xfffff);
  g_assert_true (rutter_ais_bits_has (&bits, 1));
  g_assert_false (rutter_ais_bits_has (&bits, 2));
  g_assert_cmpuint (rutter_ais_bits_take (&bits, 2), ==, 0);
  g_assert_cmpuint (rutter_ais_bits_count_left (&bits), ==, 0);
  g_assert_cmpuint (rutter_ais_bits_take (&bits, 32), ==, 0);
  rutter_ais_bits_skip (&bits, 1000);
  g_assert_cmpuint (bits.at, ==, 21);

  bits.at = 0;
  g_assert_cmpint (rutter_ais_bits_take_signed (&bits, 21), ==, -1);
  bits.at = 0;
  rutter_ais_bits_take_text (&bits, 20, text);
  g_assert_cmpstr (text, ==, "???");
  bits.at = 0;
  g_assert_cmpuint (rutter_ais_bits_take_data (&bits, 100, data, sizeof data), ==, 21);
  g_assert_cmpuint (data[2], ==, 0xf8);
  g_assert_cmpuint (data[3], ==, 0);
  bits.at = 0;
  g_assert_cmpuint (rutter_ais_bits_take_data (&bits, 100, data, 2), ==, 16);
}

static void
test_names (void)
{
  static const struct
  {
    const char *label;
    const char *sent;
    const char *expected;
  } cases[] = {
    { "plain", "EVER DIADEM", "EVER DIADEM" },
    { "cut at the first @", "LADY R@@@GARBAGE", "LADY R" },
    { "nothing", "", "" },
    { "only @", "@@@@", "" },
    { "@ first", "@NAME", "" },
    { "blanks behind go", "A SHIP   ", "A SHIP" },
    { "blanks before stay", "  A SHIP", "  A SHIP" },
    { "only blanks", "                    ", "" },
    { "all twenty", "ABCDEFGHIJKLMNOPQRST", "ABCDEFGHIJKLMNOPQRST" },
    { "marks", "[\\]^_ !\"#$%&'()*+,-.", "[\\]^_ !\"#$%&'()*+,-." },
    { "marks and digits", "/0123456789:;<=>?", "/0123456789:;<=>?" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(AisEncoder) encoder = ais_encoder_new (5, 1);
      RutterAisMessage message;

      g_test_message ("%s", cases[i].label);
      ais_encoder_set_text (encoder, "name", cases[i].sent);
      ais_encoder_set_text (encoder, "callsign", "ABCDEFGH");
      ais_encoder_set_text (encoder, "destination", cases[i].sent);
      g_assert_cmpint (decode (encoder, &message), ==, RUTTER_AIS_DECODED);
      g_assert_cmpstr (message.identity.name, ==, cases[i].expected);
      g_assert_cmpstr (message.identity.callsign, ==, "ABCDEFG");
      g_assert_cmpstr (message.identity.destination, ==, cases[i].expected);
      g_assert_cmpint (message.identity.part, ==, RUTTER_AIS_WHOLE);
    }
}

/* A type 5 that ends within its destination, as it comes from some stations. */
static void
test_short_voyage (void)
{
  g_autoptr(AisEncoder) encoder = ais_encoder_new (5, 1);
  RutterAisMessage message;

  ais_encoder_set_text (encoder, "destination", "ABCDEFGHIJKLMNOPQRST");
  ais_encoder_set (encoder, "dte", 0);
  ais_encoder_set_length (encoder, 420);
  g_assert_cmpint (decode (encoder, &message), ==, RUTTER_AIS_DECODED);
  g_assert_cmpstr (message.identity.destination, ==, "ABCDEFGHIJKLMNOPQRS");
  g_assert_true (message.identity.not_ready);
}

static void
test_static_parts (void)
{
  g_autoptr(AisEncoder) a = ais_encoder_new (24, 211000001);
  g_autoptr(AisEncoder) b = ais_encoder_new (24, 211000001);
  g_autoptr(AisEncoder) tender = ais_encoder_new (24, 982110001);
  RutterAisMessage message;

  ais_encoder_set_length (a, 38);
  ais_encoder_add_bits (a, 0, 2);
  ais_encoder_add_text (a, "NAME OF TWENTY LETTE", 20);
  g_assert_cmpint (decode (a, &message), ==, RUTTER_AIS_DECODED);
  g_assert_cmpint (message.identity.part, ==, RUTTER_AIS_PART_A);
  g_assert_cmpstr (message.identity.name, ==, "NAME OF TWENTY LETTE");
  g_assert_false (message.identity.has_hull);

  ais_encoder_set_text (b, "vendor", "ABC");
  ais_encoder_set_text (b, "callsign", "DA1234");
  g_assert_cmpint (decode (b, &message), ==, RUTTER_AIS_DECODED);
  g_assert_cmpint (message.identity.part, ==, RUTTER_AIS_PART_B);
  g_assert_cmpstr (message.identity.vendor, ==, "ABC");
  g_assert_cmpstr (message.identity.callsign, ==, "DA1234");
  g_assert_true (message.identity.has_hull);
  g_assert_cmpuint (message.identity.mothership, ==, 0);

  for (guint part = 2; part < 4; part++)
    {
      ais_encoder_set (b, "part", part);
      g_assert_cmpint (decode (b, &message), ==, RUTTER_AIS_WRONG_LENGTH);
    }

  /* 30 bits of size are a ship's MMSI in a craft of that ship. */
  ais_encoder_set (tender, "to_bow", 211234567 >> 21);
  ais_encoder_set (tender, "to_stern", 211234567 >> 12 & 511);
  ais_encoder_set (tender, "to_port", 211234567 >> 6 & 63);
  ais_encoder_set (tender, "to_starboard", 211234567 & 63);
  g_assert_cmpint (decode (tender, &message), ==, RUTTER_AIS_DECODED);
  g_assert_cmpuint (message.identity.mothership, ==, 211234567);
  g_assert_false (message.identity.has_hull);
}

static void
test_aid (void)
{
  static const struct
  {
    const char *name;
    const char *more;
    guint       n_more;
    const char *expected;
  } cases[] = {
    { "IBC G BUOY", "", 0, "IBC G BUOY" },
    { "CHINA ROSE MURPHY EX", "PRESS ALERT", 14, "CHINA ROSE MURPHY EXPRESS ALERT" },
    { "ABCDEFGHIJKLMNOPQRST", "ABCDEFGHIJKLMN", 14, "ABCDEFGHIJKLMNOPQRSTABCDEFGHIJKLMN" },
    { "ABCDEFGHIJKLMNOPQRST", "X", 1, "ABCDEFGHIJKLMNOPQRSTX" },
    { "SHORT", "IGNORED", 7, "SHORT" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint second = 59; second <= 60; second++)
      {
        g_autoptr(AisEncoder) encoder = ais_encoder_new (21, 992110001);
        RutterAisMessage message;

        ais_encoder_set_text (encoder, "name", cases[i].name);
        ais_encoder_set (encoder, "second", second);
        ais_encoder_set (encoder, "off_position", 1);
        ais_encoder_add_text (encoder, cases[i].more, cases[i].n_more);
        g_assert_cmpint (decode (encoder, &message), ==, RUTTER_AIS_DECODED);
        g_assert_cmpstr (message.aid.name, ==, cases[i].expected);
        g_assert_true (message.aid.off_position);
        g_assert_cmpint (message.aid.knows_position, ==, second <= 59);
      }
}

static void
test_region_or_stations (void)
{
  g_autoptr(AisEncoder) encoder = ais_encoder_new (22, 2110001);
  RutterAisMessage message;

  /* The first station is where the longitude and 12 bits of the latitude would be. */
  ais_encoder_set (encoder, "ne_lon", 211234567 >> 12);
  ais_encoder_set (encoder, "ne_lat", (211234567 & 4095) << 5);
  ais_encoder_set (encoder, "sw_lon", 244123456 >> 12);
  ais_encoder_set (encoder, "sw_lat", (244123456 & 4095) << 5);
  g_assert_cmpint (decode (encoder, &message), ==, RUTTER_AIS_DECODED);
  g_assert_false (message.region.addressed);
  g_assert_cmpuint (message.region.to[0], ==, 0);

  ais_encoder_set (encoder, "addressed", 1);
  g_assert_cmpint (decode (encoder, &message), ==, RUTTER_AIS_DECODED);
  g_assert_cmpuint (message.region.to[0], ==, 211234567);
  g_assert_cmpuint (message.region.to[1], ==, 244123456);
  g_assert_cmpint (message.region.ne_lon, ==, 0);
}

/* Types 25 and 26 in their four forms. */
static void
test_slot_binary (void)
{
  for (int type = 25; type <= 26; type++)
    for (guint flags = 0; flags < 4; flags++)
      {
        g_autoptr(AisEncoder) encoder = ais_encoder_new (type, 211000001);
        gboolean addressed = (flags & 1) != 0;
        gboolean structured = (flags & 2) != 0;
        RutterAisMessage message;

        ais_encoder_set (encoder, "addressed", addressed);
        ais_encoder_set (encoder, "structured", structured);
        if (addressed)
          ais_encoder_add_bits (encoder, 244123456, 30);
        if (structured)
          ais_encoder_add_bits (encoder, 366 << 6 | 56, 16);
        ais_encoder_add_bits (encoder, 0xabcde, 20);
        if (type == 26)
          ais_encoder_add_bits (encoder, 0x12345, 20);
        g_assert_cmpint (decode (encoder, &message), ==, RUTTER_AIS_DECODED);
        g_assert_cmpint (message.binary.addressed, ==, addressed);
        g_assert_cmpuint (message.binary.to, ==, addressed ? 244123456 : 0);
        g_assert_cmpint (message.binary.dac, ==, structured ? 366 : 0);
        g_assert_cmpint (message.binary.fid, ==, structured ? 56 : 0);
        g_assert_cmpuint (message.binary.n_bits, ==, 20);
        g_assert_cmpuint (message.binary.data[0], ==, 0xab);
        g_assert_cmpuint (message.binary.data[2], ==, 0xe0);
        g_assert_cmpuint (message.binary.radio, ==, type == 26 ? 0x12345 : 0);
      }
}

/* How many of a thing there are is said by the length alone. */
static void
test_repeated_parts (void)
{
  static const struct
  {
    int    type;
    guint  n_bits;
    guint  expected;
  } cases[] = {
    { 7, 72, 1 }, { 7, 102, 2 }, { 7, 104, 2 }, { 7, 136, 3 }, { 7, 168, 4 }, { 7, 216, 4 },
    { 13, 72, 1 }, { 13, 168, 4 },
    { 16, 92, 1 }, { 16, 96, 1 }, { 16, 143, 1 }, { 16, 144, 2 }, { 16, 216, 2 },
    { 20, 70, 1 }, { 20, 72, 1 }, { 20, 100, 2 }, { 20, 136, 3 }, { 20, 160, 4 }, { 20, 216, 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(AisEncoder) encoder = ais_encoder_new (cases[i].type, 2110001);
      RutterAisMessage message;

      ais_encoder_set_length (encoder, cases[i].n_bits);
      g_assert_cmpint (decode (encoder, &message), ==, RUTTER_AIS_DECODED);
      g_assert_cmpuint (cases[i].type == 7 || cases[i].type == 13 ? message.receipt.n
                        : message.slots.n, ==, cases[i].expected);
    }
}

static void
test_words_and_data (void)
{
  char longest[RUTTER_AIS_TEXT_SIZE];
  RutterAisMessage message;

  memset (longest, 'X', sizeof longest);
  for (int type = 12; type <= 14; type += 2)
    {
      g_autoptr(AisEncoder) encoder = ais_encoder_new (type, 211000001);
      guint n = (1013 - ais_encoder_get_length (encoder)) / 6;

      longest[n] = '\0';
      ais_encoder_add_text (encoder, longest, n);
      g_assert_cmpint (decode (encoder, &message), ==, RUTTER_AIS_DECODED);
      g_assert_cmpstr (message.words.text, ==, longest);
      longest[n] = 'X';
    }

  for (guint n_bits = 0; n_bits <= 957; n_bits++)
    {
      g_autoptr(AisEncoder) encoder = ais_encoder_new (8, 211000001);

      for (guint i = 0; i < n_bits; i++)
        ais_encoder_add_bits (encoder, 1, 1);
      g_assert_cmpint (decode (encoder, &message), ==, RUTTER_AIS_DECODED);
      g_assert_true (message.binary.structured);
      g_assert_cmpuint (message.binary.n_bits, ==, n_bits);
      if (n_bits % 8 != 0)
        g_assert_cmpuint (message.binary.data[n_bits / 8], ==, 0xff00 >> n_bits % 8 & 0xff);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ais-message/armour", test_armour);
  g_test_add_func ("/ais-message/bounds", test_bounds);
  g_test_add_func ("/ais-message/names", test_names);
  g_test_add_func ("/ais-message/short-voyage", test_short_voyage);
  g_test_add_func ("/ais-message/static-parts", test_static_parts);
  g_test_add_func ("/ais-message/aid", test_aid);
  g_test_add_func ("/ais-message/region-or-stations", test_region_or_stations);
  g_test_add_func ("/ais-message/slot-binary", test_slot_binary);
  g_test_add_func ("/ais-message/repeated-parts", test_repeated_parts);
  g_test_add_func ("/ais-message/words-and-data", test_words_and_data);
  return g_test_run ();
}
