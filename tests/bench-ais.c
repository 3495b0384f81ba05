/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Measures the decoder on sentences that the encoder makes, of the types and in the shares that a
 * coast station hears. Prints name, value, unit and target, parted by tabs; figures are millions of
 * sentences a second of this thread's CPU time, the median of several runs.
 */
#include "ais-encoder.h"
#include "rutter-ais-decoder.h"
#include "rutter-ais-json.h"

#include <stdlib.h>
#include <time.h>

#define N_MESSAGES 100000
#define N_RUNS 9
#define CHUNK 65536

static double
get_cpu_s (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec + now.tv_nsec * 1e-9;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *)a, second = *(const double *)b;

  return (first > second) - (first < second);
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
      double start = get_cpu_s ();

      for (gsize at = 0; at < sentences->len; at += CHUNK)
        rutter_ais_decoder_push (decoder, sentences->str + at, MIN (CHUNK, sentences->len - at), 0);
      counts = rutter_ais_decoder_get_counts (decoder);
      rates[run] = (double)counts->n_sentences / (get_cpu_s () - start) / 1e6;
      if (counts->n_messages[0] != N_MESSAGES)
        {
          g_printerr ("bench-ais: %" G_GUINT64_FORMAT " of %d messages were decoded\n",
                      counts->n_messages[0], N_MESSAGES);
          exit (1);
        }
    }

  qsort (rates, N_RUNS, sizeof *rates, compare_doubles);
  return rates[N_RUNS / 2];
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
  return 0;
}
