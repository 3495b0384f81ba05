/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Measures the decoder on sentences that the encoder makes, of the types and in the shares that a
 * coast station hears. Prints name, value, unit and target, parted by tabs; figures are millions of
 * sentences a second of this thread's CPU time, the median of several runs.
 */
#include "ais-encoder.h"
#include "bench-clock.h"
#include "rutter-ais-decoder.h"
#include "rutter-ais-json.h"
#include "rutter-target-table.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define N_MESSAGES 100000
#define N_RUNS 9
#define CHUNK 65536

static double
get_memory_mb (void)
{
  g_autofree char *text = NULL;
  unsigned long pages = 0;

  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    sscanf (text, "%*u %lu", &pages);
  return (double)pages * (double)sysconf (_SC_PAGESIZE) / (1024 * 1024);
}

/* In a hundred messages; the rest is of type 1. */
static const struct
{
  int type;
  int share;
} mix[] = {
  { 3, 11 }, { 4, 5 }, { 5, 3 }, { 18, 3 }, { 2, 2 }, { 8, 1 }, { 21, 1 }, { 24, 1 }, { 20, 1 },
};

static int
choose_type (GRand *random)
{
  int at = g_rand_int_range (random, 0, 100);

  for (guint i = 0; i < G_N_ELEMENTS (mix); i++)
    if ((at -= mix[i].share) < 0)
      return mix[i].type;

  return 1;
}

static void
add_message (GString *sentences,
             GRand   *random)
{
  int type = choose_type (random);
  guint32 mmsi = (guint32)g_rand_int_range (random, 201000000, 775999999);
  g_autoptr(AisEncoder) encoder = ais_encoder_new (type, mmsi);
  g_autofree char *lines = NULL;

  if (type <= 3 || type == 18)
    {
      ais_encoder_set (encoder, "speed", g_rand_int_range (random, 0, 250));
      ais_encoder_set (encoder, "course", g_rand_int_range (random, 0, 3601));
      ais_encoder_set (encoder, "heading", g_rand_int_range (random, 0, 360));
    }
  if (type <= 4 || type == 18 || type == 21)
    {
      ais_encoder_set (encoder, "lon", g_rand_int_range (random, -108000000, 108000000));
      ais_encoder_set (encoder, "lat", g_rand_int_range (random, -48000000, 48000000));
    }
  if (type <= 3)
    ais_encoder_set (encoder, "turn", g_rand_int_range (random, -128, 128));
  if (type == 5 || type == 21)
    ais_encoder_set_text (encoder, "name", "MADE BY THE ENCODER");
  if (type == 5)
    ais_encoder_set_text (encoder, "destination", "BAKU>ASTRAKHAN");
  if (type == 8)
    for (guint i = 0; i < 16; i++)
      ais_encoder_add_bits (encoder, g_rand_int (random), 16);
  lines = ais_encoder_make (encoder, (char)g_rand_int_range (random, '0', '9' + 1),
                            g_rand_boolean (random) ? 'A' : 'B');
  g_string_append (sentences, lines);
}

static void
count_cb (const RutterAisReport  *report,
          const RutterAisMessage *message,
          gpointer                user_data)
{
  *(guint64 *)user_data += message->mmsi;
}

static void
write_cb (const RutterAisReport  *report,
          const RutterAisMessage *message,
          gpointer                user_data)
{
  char line[RUTTER_AIS_JSON_SIZE];

  *(guint64 *)user_data += rutter_ais_json_write (report, message, line);
}

/* Sentences in a second of CPU time, in millions. */
static double
measure (GString              *sentences,
         RutterAisMessageFunc  func)
{
  double rates[N_RUNS];

  for (guint run = 0; run < N_RUNS; run++)
    {
      guint64 sum = 0;
      g_autoptr(RutterAisDecoder) decoder = rutter_ais_decoder_new (func, &sum);
      const RutterAisCounts *counts;
      double start = bench_clock_get_ms ();

      for (gsize at = 0; at < sentences->len; at += CHUNK)
        rutter_ais_decoder_push (decoder, sentences->str + at, MIN (CHUNK, sentences->len - at), 0);
      counts = rutter_ais_decoder_get_counts (decoder);
      rates[run] = (double)counts->n_sentences / (bench_clock_get_ms () - start) / 1e3;
      if (counts->n_messages[0] != N_MESSAGES)
        {
          g_printerr ("bench-ais: %" G_GUINT64_FORMAT " of %d messages were decoded\n",
                      counts->n_messages[0], N_MESSAGES);
          exit (1);
        }
    }

  bench_clock_sort (rates, N_RUNS);
  return rates[N_RUNS / 2];
}

#define N_TARGETS 100000
#define N_PASSES 5

/* A hundred thousand ships, each of which reports and names itself: what a report costs, what the
 * points for a painter cost, and what they all take of memory.
 */
static void
measure_targets (void)
{
  g_autoptr(RutterTargetTable) table = rutter_target_table_new (RUTTER_TARGET_TABLE_USUAL_SIZE);
  g_autoptr(GRand) random = g_rand_new_with_seed (1);
  RutterAisReport report = { .station = "", .talker = "AI", .time_us = 0 };
  RutterAisMessage message = { .type = 1, .has_position = TRUE };
  double start = bench_clock_get_ms (), memory_mb = get_memory_mb (), add_s, points_ms[N_RUNS];
  const gint64 begin_us = (gint64)1700000000 * G_USEC_PER_SEC;

  for (guint i = 0; i < N_TARGETS * N_PASSES; i++)
    {
      message.mmsi = 201000000 + i % N_TARGETS * 7;
      message.type = i / N_TARGETS == 1 ? 5 : 1;
      message.position.lon_deg = g_rand_double_range (random, -180, 180);
      message.position.lat_deg = g_rand_double_range (random, -80, 80);
      rutter_target_table_add (table, &report, &message, begin_us + (gint64)i * 100000);
    }
  add_s = (bench_clock_get_ms () - start) / 1e3;
  memory_mb = get_memory_mb () - memory_mb;

  for (guint run = 0; run < N_RUNS; run++)
    {
      g_autoptr(RutterPointSet) points = NULL;

      start = bench_clock_get_ms ();
      points = rutter_target_table_make_points (table, begin_us);
      points_ms[run] = bench_clock_get_ms () - start;
    }
  bench_clock_sort (points_ms, N_RUNS);
  g_print ("AIS reports into a table of 100,000\t%.2f\tM/s\t>= 1.0\n",
           N_TARGETS * N_PASSES / add_s / 1e6);
  g_print ("AIS points of 100,000 targets\t%.1f\tms\t<= 20\n", points_ms[N_RUNS / 2]);
  g_print ("AIS memory of 100,000 targets\t%.1f\tMB\t<= 60\n", memory_mb);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GString) sentences = g_string_new (NULL);
  g_autoptr(GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < N_MESSAGES; i++)
    add_message (sentences, random);
  g_print ("AIS sentences decoded\t%.2f\tM/s\t>= 2.0\n", measure (sentences, count_cb));
  g_print ("AIS sentences to JSON\t%.2f\tM/s\t>= 1.0\n", measure (sentences, write_cb));
  measure_targets ();
  return 0;
}
