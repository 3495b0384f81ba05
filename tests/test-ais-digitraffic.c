/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-ais-digitraffic.h"

#define BOTH 230000001

static gboolean
read_one (const char       *text,
      guint32           mmsi,
      RutterAisMessage *message,
      gint64           *time_us)
{
  /* Not one byte more than there is. */
  g_autofree char *bytes = g_memdup2 (text, MAX (strlen (text), 1));

  return rutter_ais_digitraffic_read (bytes, strlen (text), mmsi, message, time_us);
}

static void
assert_location (const RutterAisMessage *message)
{
  g_assert_cmpint (message->type, ==, 1);
  g_assert_cmpuint (message->mmsi, ==, BOTH);
  g_assert_cmpfloat_with_epsilon (message->position.lon_deg, 24.9515817, 1e-6);
  g_assert_cmpfloat_with_epsilon (message->position.lat_deg, 59.4963933, 1e-6);
  g_assert_cmpfloat_with_epsilon (message->motion.speed_kn, 10.7, 1e-6);
  g_assert_cmpfloat_with_epsilon (message->motion.course_deg, 326.6, 1e-6);
  g_assert_cmpfloat (message->motion.heading_deg, ==, 325);
  g_assert_cmpint (message->motion.status, ==, 5);
  g_assert_cmpint (message->motion.turn, ==, -12);
  g_assert_true (message->position.accurate);
}

static void
assert_vessel (const RutterAisMessage *message)
{
  g_assert_cmpint (message->type, ==, 5);
  g_assert_cmpuint (message->mmsi, ==, BOTH);
  g_assert_cmpuint (message->identity.imo, ==, 9074729);
  g_assert_cmpstr (message->identity.name, ==, "SAMPLE & CO");
  g_assert_cmpstr (message->identity.callsign, ==, "OABC");
  g_assert_cmpstr (message->identity.destination, ==, "NO \"WHERE\"");
  g_assert_cmpint (message->identity.ship_type, ==, 70);
  g_assert_cmpfloat_with_epsilon (message->identity.draught_m, 6.8, 1e-9);
  g_assert_cmpint (message->identity.eta_month, ==, 11);
  g_assert_cmpint (message->identity.eta_day, ==, 6);
  g_assert_cmpint (message->identity.eta_hour, ==, 3);
  g_assert_cmpint (message->identity.eta_minute, ==, 0);
  g_assert_cmpint (message->identity.hull.to_bow, ==, 160);
  g_assert_cmpint (message->identity.hull.to_starboard, ==, 12);
  g_assert_cmpint (message->identity.epfd, ==, 15);
}

static void
test_forms (void)
{
  static const char feature[] =
    "{\"mmsi\":230000001,\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\","
    "\"coordinates\":[24.9515817,59.4963933]},\"properties\":{\"mmsi\":230000001,\"sog\":10.7,"
    "\"cog\":326.6,\"navStat\":5,\"rot\":-12,\"posAcc\":true,\"raim\":false,\"heading\":325,"
    "\"timestamp\":34,\"timestampExternal\":1487938959356}}";
  static const char location[] =
    "{\"time\":1668075025,\"sog\":10.7,\"cog\":326.6,\"navStat\":5,\"rot\":-12,\"posAcc\":true,"
    "\"raim\":false,\"heading\":325,\"lon\":24.9515817,\"lat\":59.4963933}";
  static const char metadata[] =
    "{\"timestamp\":1668075026035,\"destination\":\"NO \\\"WHERE\\\"\","
    "\"name\":\"SAMPLE \\u0026 CO\",\"draught\":68,\"eta\":733376,\"posType\":15,\"refA\":160,"
    "\"refB\":33,\"refC\":20,\"refD\":12,\"callSign\":\"OABC\",\"imo\":9074729,\"type\":70}";
  static const char vessel[] =
    "{\"mmsi\":230000001,\"name\":\"SAMPLE & CO\",\"callSign\":\"OABC\",\"imo\":9074729,"
    "\"shipType\":70,\"referencePointA\":160,\"referencePointB\":33,\"referencePointC\":20,"
    "\"referencePointD\":12,\"posType\":15,\"draught\":68,\"eta\":733376,"
    "\"destination\":\"NO \\\"WHERE\\\"\",\"timestamp\":1668075026035}";
  RutterAisMessage message;
  gint64 time_us;

  g_assert_true (read_one (feature, 0, &message, &time_us));
  assert_location (&message);
  g_assert_cmpint (time_us, ==, G_GINT64_CONSTANT (1487938959356000));

  g_assert_true (read_one (location, BOTH, &message, &time_us));
  assert_location (&message);
  g_assert_cmpint (time_us, ==, G_GINT64_CONSTANT (1668075025000000));

  g_assert_true (read_one (metadata, BOTH, &message, &time_us));
  assert_vessel (&message);
  g_assert_cmpint (time_us, ==, G_GINT64_CONSTANT (1668075026035000));

  g_assert_true (read_one (vessel, 0, &message, &time_us));
  assert_vessel (&message);
}

/* What is not available, and what cannot be. */
static void
test_absent (void)
{
  static const char *const absent[] = {
    "{\"lon\":181,\"lat\":91,\"sog\":102.3,\"cog\":360,\"heading\":511,\"rot\":-128,"
    "\"navStat\":15}",
    "{\"lon\":null,\"lat\":null,\"sog\":\"fast\"}",
    "{\"lon\":1e30,\"lat\":-1e30,\"sog\":-1,\"cog\":1e9,\"heading\":-5,\"time\":1e300}",
  };
  RutterAisMessage message;
  gint64 time_us;

  for (guint i = 0; i < G_N_ELEMENTS (absent); i++)
    {
      g_assert_true (read_one (absent[i], BOTH, &message, &time_us));
      g_assert_cmpint (time_us, ==, 0);
      g_assert_true (isnan (message.position.lon_deg) && isnan (message.position.lat_deg));
      g_assert_true (isnan (message.motion.speed_kn));
      g_assert_true (isnan (message.motion.course_deg));
      g_assert_true (isnan (message.motion.heading_deg));
      g_assert_true (isnan (message.motion.turn_deg_min));
      g_assert_cmpint (message.motion.status, ==, 15);
    }

  g_assert_true (read_one ("{\"name\":\"X\",\"eta\":1596}", BOTH, &message, &time_us));
  g_assert_cmpint (message.identity.eta_month, ==, 0);
  g_assert_cmpint (message.identity.eta_hour, ==, 24);
  g_assert_cmpint (message.identity.eta_minute, ==, 60);
  g_assert_cmpuint (message.identity.imo, ==, 0);
}

static void
test_bad (void)
{
  static const char *const bad[] = {
    "", "{", "[]", "{}", "[1,2]", "nonsense", "{\"lon\":1}", "{\"geometry\":1,\"mmsi\":230000001}",
    "{\"geometry\":{\"coordinates\":[]},\"mmsi\":230000001}",
    "{\"mmsi\":230000001,\"geometry\":{\"coordinates\":[1]}}",
    "{\"mmsi\":230000001,\"geometry\":{\"coordinates\":[1,2]}}",
    "{\"mmsi\":230000001,\"geometry\":{\"coordinates\":[1,2]},\"properties\":[]}",
    "{\"mmsi\":230000001.5,\"lon\":1,\"lat\":2}", "{\"mmsi\":-1,\"lon\":1,\"lat\":2}",
    "{\"mmsi\":1e12,\"lon\":1,\"lat\":2}", "{\"mmsi\":\"230000001\",\"lon\":1,\"lat\":2}",
  };
  RutterAisMessage message;
  gint64 time_us;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      g_assert_false (read_one (bad[i], 0, &message, &time_us));
    }
}

static void
test_barentswatch (void)
{
  static const char line[] =
    "{\"mmsi\":257000001,\"name\":\"SAMPLE\",\"msgtime\":\"2026-07-11T13:18:26+00:00\","
    "\"speedOverGround\":4.2,\"courseOverGround\":213.8,\"shipType\":30,\"trueHeading\":315,"
    "\"callSign\":\"LABC\",\"imoNumber\":9074729,\"latitude\":70.1,\"longitude\":22.5,"
    "\"rateOfTurn\":null,\"draught\":5}";
  static const char position[] = "{\"mmsi\":257000001,\"latitude\":70.1,\"longitude\":22.5,"
                                 "\"name\":null,\"msgtime\":\"soon\"}";
  RutterAisMessage messages[2];
  gint64 time_us;

  g_assert_cmpuint (rutter_ais_barentswatch_read (line, strlen (line), messages, &time_us), ==, 2);
  g_assert_cmpint (time_us, ==, G_GINT64_CONSTANT (1783775906000000));
  g_assert_cmpint (messages[0].type, ==, 1);
  g_assert_cmpfloat_with_epsilon (messages[0].position.lat_deg, 70.1, 1e-6);
  g_assert_cmpfloat_with_epsilon (messages[0].motion.speed_kn, 4.2, 1e-6);
  g_assert_true (isnan (messages[0].motion.turn_deg_min));
  g_assert_cmpint (messages[1].type, ==, 5);
  g_assert_cmpstr (messages[1].identity.name, ==, "SAMPLE");
  g_assert_cmpuint (messages[1].identity.imo, ==, 9074729);
  g_assert_true (isnan (messages[1].identity.draught_m));

  g_assert_cmpuint (rutter_ais_barentswatch_read (position, strlen (position), messages, &time_us),
                    ==, 1);
  g_assert_cmpint (time_us, ==, 0);
  g_assert_cmpuint (rutter_ais_barentswatch_read ("{}", 2, messages, &time_us), ==, 0);
  g_assert_cmpuint (rutter_ais_barentswatch_read ("x", 1, messages, &time_us), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ais/digitraffic/forms", test_forms);
  g_test_add_func ("/ais/digitraffic/absent", test_absent);
  g_test_add_func ("/ais/digitraffic/bad", test_bad);
  g_test_add_func ("/ais/barentswatch", test_barentswatch);

  return g_test_run ();
}
