/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-eta.h"

#include "rutter-edtf.h"

#include <glib/gi18n-lib.h>

#define DAY_S (24 * 60 * 60)

static gboolean
has_date (int year,
          int month,
          int day)
{
  return day >= 1 && day <= g_date_get_days_in_month ((GDateMonth)month, (GDateYear)year);
}

static gint64
get_seconds (const RutterEta *eta)
{
  return (gint64)rutter_edtf_day (eta->year, eta->month, eta->day) * DAY_S +
         MAX (eta->hour, 0) * 60 * 60 + MAX (eta->minute, 0) * 60;
}

/**
 * rutter_eta_guess:
 * @month: as sent, as the others: 0, 0, 24 and 60 are "not available", and whatever is out of range
 *   is taken so
 * @heard_us: when it was heard, since 1970
 *
 * The year is the one that brings the date nearest to when it was heard: a ship that still sends
 * an arrival of last week has arrived, and one in January may be meant in December.
 *
 * Returns: whether there is a date
 */
gboolean
rutter_eta_guess (RutterEta *self,
                  int        month,
                  int        day,
                  int        hour,
                  int        minute,
                  gint64     heard_us)
{
  gint64 heard_s = heard_us / G_USEC_PER_SEC;
  gint64 nearest_s = G_MAXINT64;
  int year, ignored;

  rutter_edtf_split_day ((int)(heard_s / DAY_S), &year, &ignored, &ignored);
  if (month < 1 || month > 12 || year < 2 || year > 9998)
    return FALSE;

  for (int i = year - 1; i <= year + 1; i++)
    {
      RutterEta eta = {
        i, month, day, hour >= 0 && hour <= 23 ? hour : -1,
        hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 ? minute : -1,
      };
      gint64 distance_s;

      if (!has_date (i, month, day))
        continue;
      distance_s = ABS (get_seconds (&eta) - heard_s);
      if (distance_s < nearest_s)
        {
          nearest_s = distance_s;
          *self = eta;
        }
    }

  return nearest_s != G_MAXINT64;
}

/* Returns: "12 May 2026, 14:30 UTC", without the time when there is none */
char *
rutter_eta_to_text (const RutterEta *self)
{
  g_autofree char *edtf = g_strdup_printf ("%04d-%02d-%02d", self->year, self->month, self->day);
  g_autofree char *date = NULL;
  RutterSpan span;

  if (!rutter_edtf_parse (edtf, &span, NULL))
    return g_steal_pointer (&edtf);

  date = rutter_span_to_text (&span);
  if (self->hour < 0)
    return g_steal_pointer (&date);

  /* Translators: a date, then hours and minutes. */
  return g_strdup_printf (_("%s, %02d:%02d UTC"), date, self->hour, MAX (self->minute, 0));
}
