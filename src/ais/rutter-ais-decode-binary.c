/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-ais-decode-private.h"

/* @behind: bits at the end that are not data */
static void
take_data (RutterAisBinary *binary,
           RutterAisBits   *bits,
           guint            behind)
{
  guint left = rutter_ais_bits_count_left (bits);

  binary->n_bits = rutter_ais_bits_take_data (bits, left > behind ? left - behind : 0,
                                              binary->data, sizeof binary->data);
}

static void
take_function (RutterAisBinary *binary,
               RutterAisBits   *bits)
{
  binary->structured = TRUE;
  binary->dac = (int)rutter_ais_bits_take (bits, 10);
  binary->fid = (int)rutter_ais_bits_take (bits, 6);
}

/* Type 6 */
RUTTER_AIS_DECODE (addressed_binary)
{
  RutterAisBinary *binary = &message->binary;

  binary->addressed = TRUE;
  binary->sequence = (int)rutter_ais_bits_take (bits, 2);
  binary->to = rutter_ais_bits_take (bits, 30);
  binary->retransmitted = rutter_ais_bits_take_flag (bits);
  rutter_ais_bits_skip (bits, 1);
  take_function (binary, bits);
  take_data (binary, bits, 0);
  return TRUE;
}

/* Type 8 */
RUTTER_AIS_DECODE (broadcast_binary)
{
  rutter_ais_bits_skip (bits, 2);
  take_function (&message->binary, bits);
  take_data (&message->binary, bits, 0);
  return TRUE;
}

/* Type 17 */
RUTTER_AIS_DECODE (gnss_correction)
{
  rutter_ais_bits_skip (bits, 2);
  rutter_ais_decode_take_coarse (message, bits);
  rutter_ais_bits_skip (bits, 5);
  take_data (&message->binary, bits, 0);
  return TRUE;
}

static void
take_slot_head (RutterAisBinary *binary,
                RutterAisBits   *bits)
{
  binary->addressed = rutter_ais_bits_take_flag (bits);
  binary->structured = rutter_ais_bits_take_flag (bits);
  if (binary->addressed)
    binary->to = rutter_ais_bits_take (bits, 30);
  if (binary->structured)
    take_function (binary, bits);
}

/* Type 25 */
RUTTER_AIS_DECODE (single_slot)
{
  take_slot_head (&message->binary, bits);
  take_data (&message->binary, bits, 0);
  return TRUE;
}

/* Type 26: the communication state is the last 20 bits, wherever the data ends */
RUTTER_AIS_DECODE (multi_slot)
{
  RutterAisBinary *binary = &message->binary;

  take_slot_head (binary, bits);
  take_data (binary, bits, 20);
  binary->radio = rutter_ais_bits_take (bits, 20);
  return TRUE;
}

static void
take_words (RutterAisText *words,
            RutterAisBits *bits)
{
  guint n = rutter_ais_bits_count_left (bits) / 6;

  rutter_ais_bits_take_text (bits, MIN (n, RUTTER_AIS_TEXT_SIZE - 1), words->text);
}

/* Type 12 */
RUTTER_AIS_DECODE (addressed_words)
{
  RutterAisText *words = &message->words;

  words->sequence = (int)rutter_ais_bits_take (bits, 2);
  words->to = rutter_ais_bits_take (bits, 30);
  words->retransmitted = rutter_ais_bits_take_flag (bits);
  rutter_ais_bits_skip (bits, 1);
  take_words (words, bits);
  return TRUE;
}

/* Type 14 */
RUTTER_AIS_DECODE (broadcast_words)
{
  rutter_ais_bits_skip (bits, 2);
  take_words (&message->words, bits);
  return TRUE;
}
