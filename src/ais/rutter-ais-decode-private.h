/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-ais-message.h"

G_BEGIN_DECLS

/* One function a type; each is handed the bits behind the sender's MMSI, which are at least as many
 * as its row of the table asks for. Returns FALSE when they can't be such a message all the same.
 */
typedef gboolean (*RutterAisDecode) (RutterAisMessage *message,
                                     RutterAisBits    *bits);

#define RUTTER_AIS_DECODE(name) \
  gboolean rutter_ais_decode_##name (RutterAisMessage *message, RutterAisBits *bits)

/* rutter-ais-decode-position.c */
RUTTER_AIS_DECODE (class_a);
RUTTER_AIS_DECODE (station);
RUTTER_AIS_DECODE (aircraft);
RUTTER_AIS_DECODE (class_b);
RUTTER_AIS_DECODE (class_b_extended);
RUTTER_AIS_DECODE (long_range);
void  rutter_ais_decode_take_position  (RutterAisMessage *message,
                                        RutterAisBits    *bits);
void  rutter_ais_decode_take_coarse    (RutterAisMessage *message,
                                        RutterAisBits    *bits);

/* rutter-ais-decode-identity.c */
RUTTER_AIS_DECODE (voyage);
RUTTER_AIS_DECODE (aid);
RUTTER_AIS_DECODE (class_b_static);
void  rutter_ais_decode_take_hull      (RutterAisHull    *hull,
                                        RutterAisBits    *bits);

/* rutter-ais-decode-binary.c */
RUTTER_AIS_DECODE (addressed_binary);
RUTTER_AIS_DECODE (broadcast_binary);
RUTTER_AIS_DECODE (gnss_correction);
RUTTER_AIS_DECODE (single_slot);
RUTTER_AIS_DECODE (multi_slot);
RUTTER_AIS_DECODE (addressed_words);
RUTTER_AIS_DECODE (broadcast_words);

/* rutter-ais-decode-control.c */
RUTTER_AIS_DECODE (receipt);
RUTTER_AIS_DECODE (inquiry);
RUTTER_AIS_DECODE (interrogation);
RUTTER_AIS_DECODE (assignment);
RUTTER_AIS_DECODE (link_management);
RUTTER_AIS_DECODE (channels);
RUTTER_AIS_DECODE (group);

G_END_DECLS
