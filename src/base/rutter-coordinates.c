/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-coordinates.h"

#include <math.h>

/* Thousandths of a minute in a degree: 1.9 m of the meridian each. */
#define PER_DEGREE 60000

static gboolean
normalise (RutterLonLat *position)
{
  if (!isfinite (position->lon) || !isfinite (position->lat) || fabs (position->lat) > 90)
    return FALSE;

  position->lon = rutter_geo_unwrap_lon (position->lon, 0);

  return TRUE;
}

/* Rounded as a whole number, so that what rounds to nothing has no sign and 59.9999 minutes become
 * a degree.
 */
static void
append_decimal (GString *text,
                double   degrees,
                gboolean is_lon)
{
  double rounded = round (degrees * 1e5) / 1e5;
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (rounded == 0 || (is_lon && rounded == -180))
    rounded = fabs (rounded);
  g_string_append (text, g_ascii_formatd (buffer, sizeof buffer, "%.5f", rounded));
}

static void
append_minutes (GString *text,
                double   degrees,
                gboolean is_lon)
{
  gint64 parts = llround (degrees * PER_DEGREE);
  gint64 size = ABS (parts);
  gboolean is_negative = parts < 0 && !(is_lon && size == 180 * PER_DEGREE);
  int minutes = (int)(size % PER_DEGREE);

  g_string_append_printf (text, "%0*d°%02d.%03d′ %c", is_lon ? 3 : 2, (int)(size / PER_DEGREE),
                          minutes / 1000, minutes % 1000,
                          is_lon ? (is_negative ? 'W' : 'E') : (is_negative ? 'S' : 'N'));
}

char *
rutter_coordinates_to_decimal (RutterLonLat position)
{
  GString *text;

  if (!normalise (&position))
    return NULL;

  text = g_string_new (NULL);
  append_decimal (text, position.lon, TRUE);
  g_string_append (text, ", ");
  append_decimal (text, position.lat, FALSE);

  return g_string_free (text, FALSE);
}

char *
rutter_coordinates_to_minutes (RutterLonLat position)
{
  GString *text;

  if (!normalise (&position))
    return NULL;

  text = g_string_new (NULL);
  append_minutes (text, position.lat, FALSE);
  g_string_append (text, ", ");
  append_minutes (text, position.lon, TRUE);

  return g_string_free (text, FALSE);
}
