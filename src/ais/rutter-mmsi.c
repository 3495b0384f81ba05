/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-mmsi.h"

/* Country digits begin with a region, 2 to 7. */
static gboolean
is_mid (guint32 mid)
{
  return mid >= 200 && mid <= 799;
}

static RutterMmsiKind
read_form (guint32  mmsi,
           guint32 *mid)
{
  static const struct
  {
    guint32         first, last;   /* the prefix with all that may follow */
    guint32         unit;          /* of the MID's last digit */
    RutterMmsiKind  kind;
  } forms[] = {
    { 2000000, 7999999, 10000, RUTTER_MMSI_COAST },
    { 20000000, 79999999, 100000, RUTTER_MMSI_GROUP },
    { 111000000, 111999999, 1000, RUTTER_MMSI_AIRCRAFT },
    { 200000000, 799999999, 1000000, RUTTER_MMSI_SHIP },
    { 800000000, 899999999, 100000, RUTTER_MMSI_HANDHELD },
    { 980000000, 989999999, 10000, RUTTER_MMSI_CRAFT },
    { 990000000, 999999999, 10000, RUTTER_MMSI_AID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (mmsi >= forms[i].first && mmsi <= forms[i].last)
      {
        *mid = mmsi / forms[i].unit % 1000;
        return is_mid (*mid) ? forms[i].kind : RUTTER_MMSI_UNKNOWN;
      }

  *mid = 0;
  return mmsi / 1000000 == 970 ? RUTTER_MMSI_SART
         : mmsi / 1000000 == 972 ? RUTTER_MMSI_MAN_OVERBOARD
         : mmsi / 1000000 == 974 ? RUTTER_MMSI_EPIRB : RUTTER_MMSI_UNKNOWN;
}

RutterMmsiKind
rutter_mmsi_get_kind (guint32 mmsi)
{
  guint32 mid;

  return read_form (mmsi, &mid);
}

/* Returns: the country's three digits, or 0 when the MMSI has none */
guint
rutter_mmsi_get_mid (guint32 mmsi)
{
  guint32 mid;

  return read_form (mmsi, &mid) == RUTTER_MMSI_UNKNOWN ? 0 : mid;
}
