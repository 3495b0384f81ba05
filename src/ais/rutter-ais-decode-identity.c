/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-ais-decode-private.h"

void
rutter_ais_decode_take_hull (RutterAisHull *hull,
                             RutterAisBits *bits)
{
  hull->to_bow = (int)rutter_ais_bits_take (bits, 9);
  hull->to_stern = (int)rutter_ais_bits_take (bits, 9);
  hull->to_port = (int)rutter_ais_bits_take (bits, 6);
  hull->to_starboard = (int)rutter_ais_bits_take (bits, 6);
}

/* Type 5 */
RUTTER_AIS_DECODE (voyage)
{
  RutterAisIdentity *identity = &message->identity;

  identity->version = (int)rutter_ais_bits_take (bits, 2);
  identity->imo = rutter_ais_bits_take (bits, 30);
  rutter_ais_bits_take_text (bits, 7, identity->callsign);
  rutter_ais_bits_take_text (bits, 20, identity->name);
  identity->ship_type = (int)rutter_ais_bits_take (bits, 8);
  identity->has_hull = TRUE;
  rutter_ais_decode_take_hull (&identity->hull, bits);
  identity->epfd = (int)rutter_ais_bits_take (bits, 4);
  identity->eta_month = (int)rutter_ais_bits_take (bits, 4);
  identity->eta_day = (int)rutter_ais_bits_take (bits, 5);
  identity->eta_hour = (int)rutter_ais_bits_take (bits, 5);
  identity->eta_minute = (int)rutter_ais_bits_take (bits, 6);
  identity->draught = (int)rutter_ais_bits_take (bits, 8);
  identity->draught_m = identity->draught == 0 ? NAN : identity->draught / 10.0;
  rutter_ais_bits_take_text (bits, 20, identity->destination);
  identity->not_ready = !rutter_ais_bits_has (bits, 1) || rutter_ais_bits_take_flag (bits);
  return TRUE;
}

/* Type 21; the name goes on behind the other fields when 20 characters were not enough */
RUTTER_AIS_DECODE (aid)
{
  RutterAisAid *aid = &message->aid;
  char first[21], more[15];

  aid->kind = (int)rutter_ais_bits_take (bits, 5);
  rutter_ais_bits_take_text (bits, 20, first);
  rutter_ais_decode_take_position (message, bits);
  rutter_ais_decode_take_hull (&aid->hull, bits);
  aid->epfd = (int)rutter_ais_bits_take (bits, 4);
  aid->second = (int)rutter_ais_bits_take (bits, 6);
  aid->off_position = rutter_ais_bits_take_flag (bits);
  aid->knows_position = aid->second <= 59;
  aid->regional = (int)rutter_ais_bits_take (bits, 8);
  aid->raim = rutter_ais_bits_take_flag (bits);
  aid->is_virtual = rutter_ais_bits_take_flag (bits);
  aid->assigned = rutter_ais_bits_take_flag (bits);
  rutter_ais_bits_skip (bits, 1);
  rutter_ais_bits_take_text (bits, MIN (rutter_ais_bits_count_left (bits) / 6, 14), more);
  g_strlcpy (aid->name, first, sizeof aid->name);
  if (strlen (first) == 20)
    g_strlcpy (aid->name + 20, more, sizeof aid->name - 20);
  return TRUE;
}

/* Type 24: 98MIDxxxx is a craft of another ship, whose MMSI it sends in place of its size */
RUTTER_AIS_DECODE (class_b_static)
{
  RutterAisIdentity *identity = &message->identity;
  guint32 part = rutter_ais_bits_take (bits, 2);

  identity->eta_hour = 24;
  identity->eta_minute = 60;
  identity->draught_m = NAN;
  identity->not_ready = TRUE;
  if (part == 0)
    {
      identity->part = RUTTER_AIS_PART_A;
      rutter_ais_bits_take_text (bits, 20, identity->name);
      return TRUE;
    }
  if (part != 1 || bits->n_bits < 162)
    return FALSE;

  identity->part = RUTTER_AIS_PART_B;
  identity->ship_type = (int)rutter_ais_bits_take (bits, 8);
  rutter_ais_bits_take_text (bits, 3, identity->vendor);
  identity->vendor_model = (int)rutter_ais_bits_take (bits, 4);
  identity->vendor_serial = rutter_ais_bits_take (bits, 20);
  rutter_ais_bits_take_text (bits, 7, identity->callsign);
  if (message->mmsi / 10000000 == 98)
    {
      identity->mothership = rutter_ais_bits_take (bits, 30);
    }
  else
    {
      identity->has_hull = TRUE;
      rutter_ais_decode_take_hull (&identity->hull, bits);
    }
  identity->epfd = (int)rutter_ais_bits_take (bits, 4);
  return TRUE;
}
