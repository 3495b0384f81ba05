/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-ais-decode-private.h"

/* Types 7 and 13: one to four, by the length */
RUTTER_AIS_DECODE (receipt)
{
  RutterAisReceipt *receipt = &message->receipt;

  rutter_ais_bits_skip (bits, 2);
  while (receipt->n < G_N_ELEMENTS (receipt->to) && rutter_ais_bits_has (bits, 30))
    {
      receipt->to[receipt->n] = rutter_ais_bits_take (bits, 30);
      receipt->sequence[receipt->n++] = (int)rutter_ais_bits_take (bits, 2);
    }
  return TRUE;
}

/* Type 10 */
RUTTER_AIS_DECODE (inquiry)
{
  rutter_ais_bits_skip (bits, 2);
  message->receipt.n = 1;
  message->receipt.to[0] = rutter_ais_bits_take (bits, 30);
  return TRUE;
}

/* Type 15: one message asked of a station, or two, or one of a second station as well */
RUTTER_AIS_DECODE (interrogation)
{
  RutterAisInterrogation *asked = &message->interrogation;

  rutter_ais_bits_skip (bits, 2);
  asked->to[0] = rutter_ais_bits_take (bits, 30);
  for (guint i = 0; i < G_N_ELEMENTS (asked->type); i++)
    {
      if (i == 2)
        asked->to[1] = rutter_ais_bits_take (bits, 30);
      if (!rutter_ais_bits_has (bits, 18))
        break;
      asked->type[i] = (int)rutter_ais_bits_take (bits, 6);
      asked->offset[i] = (int)rutter_ais_bits_take (bits, 12);
      rutter_ais_bits_skip (bits, 2);
    }
  return TRUE;
}

/* Type 16: for one station or two */
RUTTER_AIS_DECODE (assignment)
{
  RutterAisSlots *slots = &message->slots;

  rutter_ais_bits_skip (bits, 2);
  while (slots->n < 2 && rutter_ais_bits_has (bits, 52))
    {
      slots->to[slots->n] = rutter_ais_bits_take (bits, 30);
      slots->offset[slots->n] = (int)rutter_ais_bits_take (bits, 12);
      slots->increment[slots->n++] = (int)rutter_ais_bits_take (bits, 10);
    }
  return TRUE;
}

/* Type 20: one to four reservations */
RUTTER_AIS_DECODE (link_management)
{
  RutterAisSlots *slots = &message->slots;

  rutter_ais_bits_skip (bits, 2);
  while (slots->n < G_N_ELEMENTS (slots->offset) && rutter_ais_bits_has (bits, 30))
    {
      slots->offset[slots->n] = (int)rutter_ais_bits_take (bits, 12);
      slots->number[slots->n] = (int)rutter_ais_bits_take (bits, 4);
      slots->timeout[slots->n] = (int)rutter_ais_bits_take (bits, 3);
      slots->increment[slots->n++] = (int)rutter_ais_bits_take (bits, 11);
    }
  return TRUE;
}

static void
take_area (RutterAisRegion *region,
           RutterAisBits   *bits)
{
  region->ne_lon = rutter_ais_bits_take_signed (bits, 18);
  region->ne_lat = rutter_ais_bits_take_signed (bits, 17);
  region->sw_lon = rutter_ais_bits_take_signed (bits, 18);
  region->sw_lat = rutter_ais_bits_take_signed (bits, 17);
}

/* Type 22: the area's 70 bits are two stations instead when a flag behind them says so */
RUTTER_AIS_DECODE (channels)
{
  RutterAisRegion *region = &message->region;
  RutterAisBits stations;

  rutter_ais_bits_skip (bits, 2);
  region->channel_a = (int)rutter_ais_bits_take (bits, 12);
  region->channel_b = (int)rutter_ais_bits_take (bits, 12);
  region->txrx = (int)rutter_ais_bits_take (bits, 4);
  region->low_power = rutter_ais_bits_take_flag (bits);
  stations = *bits;
  take_area (region, bits);
  region->addressed = rutter_ais_bits_take_flag (bits);
  if (region->addressed)
    {
      region->to[0] = rutter_ais_bits_take (&stations, 30);
      rutter_ais_bits_skip (&stations, 5);
      region->to[1] = rutter_ais_bits_take (&stations, 30);
      region->ne_lon = region->ne_lat = region->sw_lon = region->sw_lat = 0;
    }
  region->narrow_a = rutter_ais_bits_take_flag (bits);
  region->narrow_b = rutter_ais_bits_take_flag (bits);
  region->zone = (int)rutter_ais_bits_take (bits, 3);
  return TRUE;
}

/* Type 23 */
RUTTER_AIS_DECODE (group)
{
  RutterAisRegion *region = &message->region;

  rutter_ais_bits_skip (bits, 2);
  take_area (region, bits);
  region->station_type = (int)rutter_ais_bits_take (bits, 4);
  region->ship_type = (int)rutter_ais_bits_take (bits, 8);
  rutter_ais_bits_skip (bits, 22);
  region->txrx = (int)rutter_ais_bits_take (bits, 2);
  region->interval = (int)rutter_ais_bits_take (bits, 4);
  region->quiet = (int)rutter_ais_bits_take (bits, 4);
  return TRUE;
}
