/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-ais-message.h"

#include "rutter-ais-decode-private.h"

/* Stations pad what they pass on and give wrong numbers of fill bits, so a length is judged by what
 * the fields need and by what was seen on the air: a message of one slot comes with up to 36
 * characters, a longer one with up to five bits too many.
 */
static const struct
{
  RutterAisDecode  decode;
  guint            min_bits;
  guint            max_bits;
} types[RUTTER_AIS_N_TYPES] = {
  [1] = { rutter_ais_decode_class_a, 163, 216 },
  [2] = { rutter_ais_decode_class_a, 163, 216 },
  [3] = { rutter_ais_decode_class_a, 163, 216 },
  [4] = { rutter_ais_decode_station, 163, 216 },
  [5] = { rutter_ais_decode_voyage, 420, 468 },
  [6] = { rutter_ais_decode_addressed_binary, 88, 1013 },
  [7] = { rutter_ais_decode_receipt, 70, 216 },
  [8] = { rutter_ais_decode_broadcast_binary, 56, 1013 },
  [9] = { rutter_ais_decode_aircraft, 163, 216 },
  [10] = { rutter_ais_decode_inquiry, 70, 216 },
  [11] = { rutter_ais_decode_station, 163, 216 },
  [12] = { rutter_ais_decode_addressed_words, 72, 1013 },
  [13] = { rutter_ais_decode_receipt, 70, 216 },
  [14] = { rutter_ais_decode_broadcast_words, 40, 1013 },
  [15] = { rutter_ais_decode_interrogation, 88, 216 },
  [16] = { rutter_ais_decode_assignment, 92, 216 },
  [17] = { rutter_ais_decode_gnss_correction, 80, 821 },
  [18] = { rutter_ais_decode_class_b, 163, 216 },
  [19] = { rutter_ais_decode_class_b_extended, 307, 360 },
  [20] = { rutter_ais_decode_link_management, 70, 216 },
  [21] = { rutter_ais_decode_aid, 270, 396 },
  [22] = { rutter_ais_decode_channels, 145, 216 },
  [23] = { rutter_ais_decode_group, 154, 216 },
  [24] = { rutter_ais_decode_class_b_static, 156, 216 },
  [25] = { rutter_ais_decode_single_slot, 40, 216 },
  [26] = { rutter_ais_decode_multi_slot, 60, 1069 },
  [27] = { rutter_ais_decode_long_range, 95, 216 },
};

/**
 * rutter_ais_message_decode:
 * @bits: all of a message, not read yet
 *
 * On any other outcome than %RUTTER_AIS_DECODED nothing but type, repeat and mmsi mean anything.
 */
RutterAisOutcome
rutter_ais_message_decode (RutterAisMessage *self,
                           RutterAisBits    *bits)
{
  guint n_bits = bits->n_bits;

  memset (self, 0, sizeof *self);
  self->type = (int)rutter_ais_bits_take (bits, 6);
  self->repeat = (int)rutter_ais_bits_take (bits, 2);
  self->mmsi = rutter_ais_bits_take (bits, 30);

  if (self->type == 0 || self->type >= RUTTER_AIS_N_TYPES)
    return n_bits < 6 ? RUTTER_AIS_WRONG_LENGTH : RUTTER_AIS_UNKNOWN_TYPE;
  if (n_bits < types[self->type].min_bits || n_bits > types[self->type].max_bits)
    return RUTTER_AIS_WRONG_LENGTH;

  return types[self->type].decode (self, bits) ? RUTTER_AIS_DECODED : RUTTER_AIS_WRONG_LENGTH;
}
