/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-ais-encoder.h"
#include "rutter-simulated-vessel.h"
#include "rutter-simulator.h"
#include "rutter-target-table.h"

#include <math.h>

#define BEGIN_US ((gint64)1767225600 * G_USEC_PER_SEC)
#define N_VESSELS 2000
#define M_S_PER_KN (RUTTER_NM_M / 3600)

static GPtrArray *
make_lanes (void)
{
  /* One over the meridian at 180 degrees. */
  static const RutterSimulatedPoint pacific[] = {
    { { 140, 35 }, 2000 }, { { 150, 36 }, 9000 }, { { 179, 40 }, 9000 }, { { 200, 45 }, 9000 },
    { { 235, 48 }, 1000 },
  };
  static const RutterSimulatedPoint strait[] = {
    { { 28.9, 41.0 }, 0 }, { { 28.0, 40.8 }, 4000 }, { { 27.0, 40.6 }, 4000 },
  };
  GPtrArray *lanes = g_ptr_array_new_with_free_func ((GDestroyNotify)rutter_simulated_lane_free);

  g_ptr_array_add (lanes, rutter_simulated_lane_new (pacific, G_N_ELEMENTS (pacific), "TOKYO",
                                                     "SEATTLE"));
  g_ptr_array_add (lanes, rutter_simulated_lane_new (strait, G_N_ELEMENTS (strait), "ISTANBUL",
                                                     "GELIBOLU"));

  return lanes;
}

static RutterSimulator *
make_simulator (guint32  seed,
                double   rate,
                gboolean has_tags)
{
  g_autoptr(GPtrArray) lanes = make_lanes ();
  const RutterSimulatorPlan plan = { .n_vessels = N_VESSELS, .seed = seed, .begin_us = BEGIN_US,
                                     .speed_factor = 1, .rate = rate, .has_tags = has_tags };

  return rutter_simulator_new (&plan, lanes);
}

/* Runs for @seconds, in steps of @step_us; adds all sentences to @bytes. Returns: messages */
static guint
run (RutterSimulator *simulator,
     guint            seconds,
     gint64           step_us,
     GString         *bytes)
{
  char lines[RUTTER_AIS_ENVELOPE_SIZE];
  gint64 end_us = BEGIN_US + seconds * G_USEC_PER_SEC, time_us, last_us = 0;
  guint n = 0;

  for (gint64 now_us = MIN (BEGIN_US + step_us, end_us);; now_us = MIN (now_us + step_us, end_us))
    {
      gsize length;

      while ((length = rutter_simulator_next (simulator, now_us, lines, &time_us)) > 0)
        {
          g_assert_cmpint (time_us, >=, last_us);
          g_assert_cmpuint (length, ==, strlen (lines));
          last_us = time_us;
          g_string_append (bytes, lines);
          n++;
        }
      if (now_us == end_us)
        return n;
    }
}

static void
test_same_bytes (void)
{
  g_autoptr(RutterSimulator) first = make_simulator (7, 0, TRUE);
  g_autoptr(RutterSimulator) again = make_simulator (7, 0, TRUE);
  g_autoptr(RutterSimulator) other = make_simulator (8, 0, TRUE);
  g_autoptr(GString) first_bytes = g_string_new (NULL);
  g_autoptr(GString) again_bytes = g_string_new (NULL);
  g_autoptr(GString) other_bytes = g_string_new (NULL);

  run (first, 60, 60 * G_USEC_PER_SEC, first_bytes);
  run (again, 60, 20011, again_bytes);
  run (other, 60, 60 * G_USEC_PER_SEC, other_bytes);
  g_assert_cmpuint (first_bytes->len, >, 100000);
  g_assert_true (g_string_equal (first_bytes, again_bytes));
  g_assert_false (g_string_equal (first_bytes, other_bytes));
}

typedef struct
{
  GHashTable *seen;       /* MMSI, of those heard */
  GHashTable *named;      /* MMSI, of those with a name */
  guint       n;
  guint       n_imo;
} Heard;

static void
check_cb (const RutterAisReport  *report,
          const RutterAisMessage *message,
          gpointer                user_data)
{
  Heard *heard = user_data;
  const char *name = message->type == 21 ? message->aid.name : message->identity.name;
  gboolean has_name = message->type == 5 || message->type == 19 || message->type == 21 ||
                      (message->type == 24 && message->identity.part == RUTTER_AIS_PART_A);

  heard->n++;
  g_hash_table_add (heard->seen, GUINT_TO_POINTER (message->mmsi));
  g_assert_cmpint (report->time_us / G_USEC_PER_SEC, >=, BEGIN_US / G_USEC_PER_SEC);
  if (message->type != 5 && message->type != 24)
    {
      g_assert_true (message->has_position);
      g_assert_false (isnan (message->position.lon_deg));
    }
  if (has_name)
    {
      g_assert_true (g_str_has_prefix (name, "SIMULATED "));
      g_hash_table_add (heard->named, GUINT_TO_POINTER (message->mmsi));
    }
  if (message->type == 5 && message->identity.imo != 0)
    heard->n_imo++;
}

/* All that is sent is decoded; everyone is heard and named within half a minute, in all the types;
 * nobody has an MMSI that a ship could have, nor an IMO number.
 */
static void
test_decoded (void)
{
  static const int types[] = { 1, 3, 4, 5, 9, 18, 19, 21, 24 };
  g_autoptr(RutterSimulator) simulator = make_simulator (1, 0, TRUE);
  g_autoptr(GString) bytes = g_string_new (NULL);
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL), named = g_hash_table_new (NULL, NULL);
  Heard heard = { .seen = seen, .named = named };
  g_autoptr(RutterAisDecoder) decoder = rutter_ais_decoder_new (check_cb, &heard);
  guint n_sent = run (simulator, 32, G_USEC_PER_SEC, bytes);
  const RutterAisCounts *counts;
  GHashTableIter iter;
  gpointer mmsi;

  rutter_ais_decoder_push (decoder, bytes->str, bytes->len, 0);
  rutter_ais_decoder_flush (decoder, 0);
  counts = rutter_ais_decoder_get_counts (decoder);
  g_assert_cmpuint (counts->n_messages[0], ==, n_sent);
  g_assert_cmpuint (counts->n_lines, ==, counts->n_sentences);
  g_assert_cmpuint (heard.n, ==, n_sent);
  g_assert_cmpuint (heard.n_imo, ==, 0);
  g_assert_cmpuint (g_hash_table_size (seen), ==, N_VESSELS);
  /* Two stations in a thousand are no aids, and one aircraft; those do not tell a name. */
  g_assert_cmpuint (g_hash_table_size (named), ==, N_VESSELS - N_VESSELS / 500);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_assert_cmpuint (counts->n_messages[types[i]], >, 0);

  g_hash_table_iter_init (&iter, seen);
  while (g_hash_table_iter_next (&iter, &mmsi, NULL))
    {
      g_autofree char *text = g_strdup_printf ("%09u", GPOINTER_TO_UINT (mmsi));

      g_assert_true (g_str_has_prefix (text, "799") || g_str_has_prefix (text, "99799") ||
                     g_str_has_prefix (text, "00799") || g_str_has_prefix (text, "111799"));
    }
}

static void
test_rate (void)
{
  g_autoptr(RutterSimulator) usual = make_simulator (1, 0, FALSE);
  g_autoptr(RutterSimulator) fast = make_simulator (1, 5000, FALSE);
  g_autoptr(GString) bytes = g_string_new (NULL);

  /* The first comes at once. */
  g_assert_cmpuint (run (fast, 3, 10007, bytes), ==, 15001);
  g_assert_null (strstr (bytes->str, "\\"));
  g_assert_cmpuint (run (usual, 3, 10007, bytes), <, 2000);
}

static void
add_cb (const RutterAisReport  *report,
        const RutterAisMessage *message,
        gpointer                user_data)
{
  rutter_target_table_add (user_data, report, message, report->time_us);
}

/* Whoever listens finds no position out of a ship's reach, and speed and course as the way made. */
static void
test_plausible (void)
{
  g_autoptr(RutterTargetTable) table = rutter_target_table_new (RUTTER_TARGET_TABLE_USUAL_SIZE);
  g_autoptr(RutterSimulator) simulator = make_simulator (3, 0, TRUE);
  g_autoptr(RutterAisDecoder) decoder = rutter_ais_decoder_new (add_cb, table);
  g_autoptr(GString) bytes = g_string_new (NULL);

  run (simulator, 600, G_USEC_PER_SEC, bytes);
  rutter_ais_decoder_push (decoder, bytes->str, bytes->len, 0);
  rutter_ais_decoder_flush (decoder, 0);
  g_assert_cmpuint (rutter_target_table_count (table), ==, N_VESSELS);
  for (guint number = 1; number <= N_VESSELS; number++)
    {
      const RutterTarget *target = rutter_target_table_find (table, 799000000 + number);

      if (target == NULL)
        continue;
      g_assert_cmpuint (target->n_doubted, ==, 0);
      g_assert_cmpuint (target->imo, ==, 0);
      g_assert_cmpfloat (target->speed_kn, <, 45);
    }
}

/* Over a whole voyage there and back: never farther than its speed takes it, nor off its lane. */
static void
test_voyage (void)
{
  g_autoptr(GPtrArray) lanes = make_lanes ();
  g_autoptr(GRand) random = g_rand_new_with_seed (1);
  RutterSimulatedVessel ship;
  RutterSimulatedState last, state;
  double cycle_s;
  guint n_back = 0, n_moored = 0;

  rutter_simulated_vessel_init_ship (&ship, 1, g_ptr_array_index (lanes, 0), random, 1);
  cycle_s = 2 * (rutter_simulated_lane_get_length (ship.lane) / (ship.speed_kn * M_S_PER_KN) +
                 ship.rest_s);
  rutter_simulated_vessel_get_state (&ship, 0, &last);
  for (double time_s = 600; time_s <= cycle_s; time_s += 600)
    {
      rutter_simulated_vessel_get_state (&ship, time_s, &state);
      g_assert_true (rutter_lon_lat_is_valid (state.position));
      g_assert_cmpfloat (fabs (state.position.lon), <=, 180);
      g_assert_cmpfloat (rutter_geo_distance_m (last.position, state.position), <=,
                         ship.speed_kn * M_S_PER_KN * 600 * 1.1);
      if (state.is_moored)
        g_assert_cmpfloat (state.speed_kn, ==, 0);
      else if (state.left_m > 1000)
        g_assert_cmpfloat_with_epsilon (state.speed_kn, ship.speed_kn, ship.speed_kn * 0.1);
      n_back += state.is_back;
      n_moored += state.is_moored;
      last = state;
    }
  g_assert_cmpuint (n_back, >, 100);
  g_assert_cmpuint (n_moored, >, 40);
}

static void
keep_identity_cb (const RutterAisReport  *report,
                  const RutterAisMessage *message,
                  gpointer                user_data)
{
  if (message->type == 5 && message->identity.imo != 0)
    *(RutterAisMessage *)user_data = *message;
}

static void
test_like (void)
{
  g_autoptr(RutterSimulator) simulator = make_simulator (1, 0, FALSE);
  g_autoptr(GString) bytes = g_string_new (NULL);
  RutterAisMessage message = { 0 };
  g_autoptr(RutterAisDecoder) decoder = rutter_ais_decoder_new (keep_identity_cb, &message);
  guint32 mmsi = rutter_simulator_add_like (simulator, "A Ship of Long Name", 9074729);

  run (simulator, 31, G_USEC_PER_SEC, bytes);
  rutter_ais_decoder_push (decoder, bytes->str, bytes->len, 0);
  g_assert_cmpuint (message.mmsi, ==, mmsi);
  g_assert_cmpuint (mmsi, ==, 799000000 + N_VESSELS + 1);
  g_assert_cmpuint (message.identity.imo, ==, 9074729);
  g_assert_cmpstr (message.identity.name, ==, "SIMULATED A SHIP OF");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/simulator/same-bytes", test_same_bytes);
  g_test_add_func ("/simulator/decoded", test_decoded);
  g_test_add_func ("/simulator/rate", test_rate);
  g_test_add_func ("/simulator/plausible", test_plausible);
  g_test_add_func ("/simulator/voyage", test_voyage);
  g_test_add_func ("/simulator/like", test_like);
  return g_test_run ();
}
