/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whatever bytes come from a receiver: run by `./dev fuzz`. The first byte says how they are cut.
 */
#include "rutter-ais-decoder.h"
#include "rutter-ais-json.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

static void
on_message_cb (const RutterAisReport  *report,
               const RutterAisMessage *message,
               gpointer                user_data)
{
  /* On the heap, so that a byte too many is seen. */
  char *line = malloc (RUTTER_AIS_JSON_SIZE);
  gsize length = rutter_ais_json_write (report, message, line);

  if (length == 0 || length > RUTTER_AIS_JSON_SIZE || line[length - 1] != '\n')
    abort ();
  free (line);
}

/* A checksum is in the way of whoever guesses: the message behind it is tried without one too. */
static void
decode_payload (const guint8 *data,
                size_t        size)
{
  const RutterAisReport report = { .station = "", .talker = "AI" };
  RutterAisBits *bits = malloc (sizeof *bits);
  RutterAisMessage *message = malloc (sizeof *message);

  if (rutter_ais_bits_set_armoured (bits, (const char *)data + 1, size - 1, data[0]) ==
        RUTTER_AIS_ARMOUR_OK &&
      rutter_ais_message_decode (message, bits) == RUTTER_AIS_DECODED)
    on_message_cb (&report, message, NULL);
  free (message);
  free (bits);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  RutterAisDecoder *decoder;
  size_t piece;

  if (size < 2)
    return 0;

  decode_payload (data, size);
  decoder = rutter_ais_decoder_new (on_message_cb, NULL);
  piece = (size_t)data[0] + 1;
  for (size_t at = 1; at < size; at += piece)
    {
      /* A copy of its own, so that a byte read behind it is seen. */
      size_t length = MIN (piece, size - at);
      char *bytes = malloc (length);

      memcpy (bytes, data + at, length);
      rutter_ais_decoder_push (decoder, bytes, length, 0);
      free (bytes);
    }
  rutter_ais_decoder_flush (decoder, 0);
  rutter_ais_decoder_free (decoder);
  return 0;
}
