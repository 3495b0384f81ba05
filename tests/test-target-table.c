/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ais-encoder.h"
#include "rutter-target-table.h"

#define START ((gint64)1700000000 * G_USEC_PER_SEC)
#define SECOND ((gint64)G_USEC_PER_SEC)

/* What the clock shows: that of the latest message, unless it is put back. */
static gint64 clock_us;

/* Hears a message as a feed does, of a time in seconds after the start. */
static void
hear (RutterTargetTable *table,
      AisEncoder        *encoder,
      double             seconds)
{
  RutterAisReport report = { .time_us = START + (gint64)(seconds * SECOND),
                             .station = "", .talker = "AI" };
  RutterAisMessage message;
  RutterAisBits bits;
  guint fill;
  g_autofree char *payload = ais_encoder_make_payload (encoder, &fill);

  rutter_ais_bits_set_armoured (&bits, payload, strlen (payload), fill);
  g_assert_cmpint (rutter_ais_message_decode (&message, &bits), ==, RUTTER_AIS_DECODED);
  clock_us = MAX (clock_us, report.time_us);
  rutter_target_table_add (table, &report, &message, clock_us);
}

static void
hear_at (RutterTargetTable *table,
         int                type,
         guint32            mmsi,
         double             lon,
         double             lat,
         double             seconds)
{
  g_autoptr(AisEncoder) encoder = ais_encoder_new (type, mmsi);
  int unit = type == 27 ? 600 : 600000;

  ais_encoder_set (encoder, "lon", (gint64)(lon * unit));
  ais_encoder_set (encoder, "lat", (gint64)(lat * unit));
  hear (table, encoder, seconds);
}

static void
hear_name (RutterTargetTable *table,
           guint32            mmsi,
           const char        *name,
           guint32            imo,
           double             seconds)
{
  g_autoptr(AisEncoder) encoder = ais_encoder_new (5, mmsi);

  ais_encoder_set_text (encoder, "name", name);
  ais_encoder_set_text (encoder, "callsign", name);
  ais_encoder_set (encoder, "imo", imo);
  ais_encoder_set (encoder, "ship_type", 70);
  hear (table, encoder, seconds);
}

static void
test_mmsi (void)
{
  static const struct
  {
    guint32         mmsi;
    RutterMmsiKind  kind;
    guint           mid;
  } cases[] = {
    { 273123456, RUTTER_MMSI_SHIP, 273 }, { 201000000, RUTTER_MMSI_SHIP, 201 },
    { 799999999, RUTTER_MMSI_SHIP, 799 }, { 2731234, RUTTER_MMSI_COAST, 273 },
    { 27312345, RUTTER_MMSI_GROUP, 273 }, { 111273001, RUTTER_MMSI_AIRCRAFT, 273 },
    { 827312345, RUTTER_MMSI_HANDHELD, 273 }, { 982731234, RUTTER_MMSI_CRAFT, 273 },
    { 992731234, RUTTER_MMSI_AID, 273 }, { 970123456, RUTTER_MMSI_SART, 0 },
    { 972123456, RUTTER_MMSI_MAN_OVERBOARD, 0 }, { 974123456, RUTTER_MMSI_EPIRB, 0 },
    { 0, RUTTER_MMSI_UNKNOWN, 0 }, { 1, RUTTER_MMSI_UNKNOWN, 0 },
    { 123456789, RUTTER_MMSI_UNKNOWN, 0 }, { 111111111, RUTTER_MMSI_UNKNOWN, 0 },
    { 800000000, RUTTER_MMSI_UNKNOWN, 0 }, { 888888888, RUTTER_MMSI_UNKNOWN, 0 },
    { 981000000, RUTTER_MMSI_UNKNOWN, 0 }, { 971000000, RUTTER_MMSI_UNKNOWN, 0 },
    { 999999999, RUTTER_MMSI_UNKNOWN, 0 }, { 1073741823, RUTTER_MMSI_UNKNOWN, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%u", cases[i].mmsi);
      g_assert_cmpint (rutter_mmsi_get_kind (cases[i].mmsi), ==, cases[i].kind);
      g_assert_cmpuint (rutter_mmsi_get_mid (cases[i].mmsi), ==, cases[i].mid);
    }
}

/* What comes apart is joined by the MMSI. */
static void
test_join (void)
{
  g_autoptr(RutterTargetTable) table = rutter_target_table_new (10);
  const RutterTarget *target;

  hear_name (table, 273000001, "A SHIP", 9161003, 0);
  target = rutter_target_table_find (table, 273000001);
  g_assert_cmpstr (target->name, ==, "A SHIP");
  g_assert_cmpint (target->position_us, ==, 0);
  g_assert_true (isnan (target->position.lon));

  hear_at (table, 1, 273000001, 50.25, 44.5, 10);
  g_assert_cmpuint (rutter_target_table_count (table), ==, 1);
  target = rutter_target_table_find (table, 273000001);
  g_assert_cmpfloat_with_epsilon (target->position.lon, 50.25, 1e-6);
  g_assert_cmpfloat_with_epsilon (target->position.lat, 44.5, 1e-6);
  g_assert_cmpint (target->class, ==, RUTTER_TARGET_CLASS_A);
  g_assert_cmpint (target->heard_us, ==, START + 10 * SECOND);
  g_assert_cmpint (target->voyage_us, ==, START);
  g_assert_true (isnan (target->speed_kn));
  g_assert_null (rutter_target_table_find (table, 273000002));
}

/* Until a message shows the class, there is none; type 24 alone makes no buoy a ship. */
static void
test_class (void)
{
  static const struct
  {
    int                type;
    guint32            mmsi;
    RutterTargetClass  expected;
  } cases[] = {
    { 1, 273000001, RUTTER_TARGET_CLASS_A }, { 3, 273000001, RUTTER_TARGET_CLASS_A },
    { 5, 273000001, RUTTER_TARGET_CLASS_A }, { 18, 273000001, RUTTER_TARGET_CLASS_B },
    { 19, 273000001, RUTTER_TARGET_CLASS_B }, { 24, 273000001, RUTTER_TARGET_CLASS_B },
    { 24, 992731234, RUTTER_TARGET_UNKNOWN }, { 27, 273000001, RUTTER_TARGET_UNKNOWN },
    { 4, 2731234, RUTTER_TARGET_STATION }, { 9, 111273001, RUTTER_TARGET_AIRCRAFT },
    { 21, 992731234, RUTTER_TARGET_AID }, { 8, 273000001, RUTTER_TARGET_UNKNOWN },
    { 11, 273000001, RUTTER_TARGET_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RutterTargetTable) table = rutter_target_table_new (10);
      g_autoptr(AisEncoder) encoder = ais_encoder_new (cases[i].type, cases[i].mmsi);

      g_test_message ("type %d", cases[i].type);
      hear (table, encoder, 0);
      g_assert_cmpint (rutter_target_table_find (table, cases[i].mmsi)->class, ==,
                       cases[i].expected);
    }
}

/* A name that is sure gives way only to another that is heard twice. */
static void
test_doubtful_names (void)
{
  static const struct
  {
    const char *heard;      /* a letter a message, - for one without a name */
    char        expected;   /* - for none */
    gboolean    is_sure;
  } cases[] = {
    { "-", '-', FALSE }, { "A", 'A', FALSE }, { "AA", 'A', TRUE }, { "AB", 'B', FALSE },
    { "AAB", 'A', TRUE }, { "AABB", 'B', TRUE }, { "AABAB", 'A', TRUE }, { "AABC", 'A', TRUE },
    { "AABCB", 'A', TRUE }, { "AA-", 'A', TRUE }, { "ABB", 'B', TRUE }, { "AAB-B", 'B', TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RutterTargetTable) table = rutter_target_table_new (10);
      const RutterTarget *target;
      char expected[2] = { cases[i].expected == '-' ? '\0' : cases[i].expected, '\0' };

      g_test_message ("%s", cases[i].heard);
      for (const char *c = cases[i].heard; *c != '\0'; c++)
        {
          char name[2] = { *c == '-' ? '\0' : *c, '\0' };

          hear_name (table, 273000001, name, *c == '-' ? 0 : 9000000 + (guint32)*c,
                     (double)(c - cases[i].heard));
        }
      target = rutter_target_table_find (table, 273000001);
      g_assert_cmpstr (target->name, ==, expected);
      g_assert_cmpstr (target->callsign, ==, expected);
      g_assert_cmpuint (target->imo, ==, expected[0] == '\0' ? 0 : 9000000 + (guint)expected[0]);
      g_assert_cmpint (target->is_name_sure, ==, cases[i].is_sure);
      g_assert_cmpint (target->is_callsign_sure, ==, cases[i].is_sure);
      g_assert_cmpint (target->is_imo_sure, ==, cases[i].is_sure);
    }
}

static void
assert_lon (RutterTargetTable *table,
            double             lon)
{
  const RutterTarget *target = rutter_target_table_find (table, 273000001);

  g_assert_cmpfloat_with_epsilon (target->position.lon, lon, 2e-3);
}

static void
test_doubtful_positions (void)
{
  g_autoptr(RutterTargetTable) table = rutter_target_table_new (10);

  hear_at (table, 1, 273000001, 50, 44, 0);
  hear_at (table, 1, 273000001, 50.01, 44, 60);
  assert_lon (table, 50.01);
  hear_at (table, 1, 273000001, -30, 10, 61);   /* one jump is not believed */
  assert_lon (table, 50.01);
  hear_at (table, 1, 273000001, 50.02, 44, 120);
  assert_lon (table, 50.02);
  g_assert_cmpuint (rutter_target_table_find (table, 273000001)->n_doubted, ==, 1);

  hear_at (table, 1, 273000001, 60, 44, 130);   /* a second one that goes with it is */
  hear_at (table, 1, 273000001, 60.001, 44, 140);
  assert_lon (table, 60.001);
  hear_at (table, 1, 273000001, 70, 44, 140 + 86400);   /* there is time for any way in a day */
  assert_lon (table, 70);

  hear_at (table, 1, 273000001, 69, 44, 100);   /* late, by a slow feed */
  assert_lon (table, 70);
  hear_at (table, 1, 273000001, 181, 91, 200000);   /* not available */
  assert_lon (table, 70);
  hear_at (table, 27, 273000001, 70.01, 44, 86600);  /* coarse, beside a fresh one */
  assert_lon (table, 70);
  hear_at (table, 27, 273000001, 70.01, 44, 90000);
  assert_lon (table, 70.01);
}

/* Two senders of one MMSI: heard in turn here and there, it stays where it was heard first. A way
 * that begins anew elsewhere is believed, as nothing is heard at the old place any more.
 */
static void
test_two_places (void)
{
  g_autoptr(RutterTargetTable) table = rutter_target_table_new (10);
  const RutterTarget *target;

  hear_at (table, 1, 273000001, 50, 44, 0);
  hear_at (table, 1, 273000001, 20, 58, 10);
  hear_at (table, 1, 273000001, 50.001, 44, 20);
  g_assert_cmpint (rutter_target_table_find (table, 273000001)->two_places_us, ==, 0);
  hear_at (table, 1, 273000001, 20.001, 58, 30);
  target = rutter_target_table_find (table, 273000001);
  assert_lon (table, 50.001);
  g_assert_cmpint (target->two_places_us, ==, START + 30 * SECOND);
  g_assert_cmpfloat_with_epsilon (target->doubted.lon, 20.001, 1e-4);

  hear_at (table, 1, 273000001, 20.002, 58, 40);
  assert_lon (table, 20.002);
}

/* After a clock was put back, what is heard from then on is not late. */
static void
test_clock (void)
{
  g_autoptr(RutterTargetTable) table = rutter_target_table_new (10);
  g_autoptr(RutterPointSet) points = NULL;
  const RutterTarget *target;

  hear_at (table, 1, 273000001, 50, 44, 86400);
  clock_us = START + 10 * SECOND;
  hear_at (table, 1, 273000001, 50.01, 44, 10);
  assert_lon (table, 50.01);
  target = rutter_target_table_find (table, 273000001);
  g_assert_cmpint (target->heard_us, ==, START + 10 * SECOND);
  g_assert_cmpint (target->first_us, ==, START + 10 * SECOND);

  hear_at (table, 1, 273000002, 50, 44, 86400);
  clock_us = START + 20 * SECOND;
  points = rutter_target_table_make_points (table, clock_us);
  g_assert_cmpuint (points->n, ==, 2);
  target = rutter_target_table_find (table, 273000002);
  g_assert_cmpint (target->heard_us, ==, clock_us);
}

/* Round the world at 180 degrees there is no jump. */
static void
test_date_line (void)
{
  g_autoptr(RutterTargetTable) table = rutter_target_table_new (10);

  hear_at (table, 1, 273000001, 179.999, 44, 0);
  hear_at (table, 1, 273000001, -179.999, 44, 60);
  assert_lon (table, -179.999);
}

static void
test_bounded (void)
{
  g_autoptr(RutterTargetTable) table = rutter_target_table_new (3000);

  for (guint i = 0; i < 5000; i++)
    {
      hear_at (table, 1, 273000000 + i, 50, 44, i);
      if (i % 10 == 0)
        hear_at (table, 1, 273000000, 50, 44, i + 0.5);   /* this one is never silent for long */
    }
  g_assert_cmpuint (rutter_target_table_count (table), ==, 3000);
  g_assert_cmpuint (rutter_target_table_count_dropped (table), ==, 2000);
  g_assert_nonnull (rutter_target_table_find (table, 273000000));
  g_assert_null (rutter_target_table_find (table, 273000001));
  g_assert_null (rutter_target_table_find (table, 273002000));
  g_assert_nonnull (rutter_target_table_find (table, 273002001));
  g_assert_nonnull (rutter_target_table_find (table, 273004999));
}

/* The points stay as they were whatever is heard later. */
static void
test_points (void)
{
  g_autoptr(RutterTargetTable) table = rutter_target_table_new (10);
  g_autoptr(RutterPointSet) points = NULL;
  g_autoptr(RutterPointSet) later = NULL;
  g_autoptr(AisEncoder) moving = ais_encoder_new (1, 273000001);

  ais_encoder_set (moving, "lon", 600000);
  ais_encoder_set (moving, "lat", 600000);
  ais_encoder_set (moving, "speed", 123);
  ais_encoder_set (moving, "course", 3599);
  ais_encoder_set (moving, "heading", 7);
  hear (table, moving, 0);
  hear_name (table, 273000001, "A", 0, 1);
  hear_name (table, 273000002, "NO POSITION", 0, 2);
  points = rutter_target_table_make_points (table, START + 10 * SECOND);
  hear_at (table, 1, 273000001, 1.01, 1, 60);
  hear_at (table, 18, 273000003, 2, 2, 60);
  later = rutter_target_table_make_points (table, START + 60 * SECOND + RUTTER_TARGET_STALE_US + 1);

  g_assert_cmpuint (points->n, ==, 1);
  g_assert_cmpuint (points->id[0], ==, 273000001);
  g_assert_cmpuint (points->speed[0], ==, 123);
  g_assert_cmpuint (points->course[0], ==, 3599);
  g_assert_cmpuint (points->heading[0], ==, 70);
  g_assert_cmpuint (points->kind[0], ==, RUTTER_TARGET_CLASS_A);
  g_assert_cmpuint (points->category[0], ==, 70);
  g_assert_cmpuint (points->state[0], ==, RUTTER_TARGET_FRESH);
  g_assert_cmpuint (points->heard_s[0], ==, 1700000001);
  g_assert_cmpuint (later->n, ==, 2);
  g_assert_cmpuint (later->state[0], ==, RUTTER_TARGET_STALE);
  g_assert_cmpuint (later->speed[0], ==, RUTTER_POINT_NO_SPEED);
  g_assert_cmpuint (later->course[0], ==, RUTTER_POINT_NO_ANGLE);

  g_clear_pointer (&later, rutter_point_set_unref);
  later = rutter_target_table_make_points (table, START + 60 * SECOND + RUTTER_TARGET_LOST_US + 1);
  g_assert_cmpuint (later->state[0], ==, RUTTER_TARGET_LOST);
  g_assert_cmpuint (later->n, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/target-table/mmsi", test_mmsi);
  g_test_add_func ("/target-table/join", test_join);
  g_test_add_func ("/target-table/class", test_class);
  g_test_add_func ("/target-table/doubtful-names", test_doubtful_names);
  g_test_add_func ("/target-table/doubtful-positions", test_doubtful_positions);
  g_test_add_func ("/target-table/two-places", test_two_places);
  g_test_add_func ("/target-table/clock", test_clock);
  g_test_add_func ("/target-table/date-line", test_date_line);
  g_test_add_func ("/target-table/bounded", test_bounded);
  g_test_add_func ("/target-table/points", test_points);
  return g_test_run ();
}
