/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-route-names.h"

#include "rutter-coordinates.h"
#include "rutter-number.h"
#include "rutter-phrases.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* How near something has to be to lend its name, kilometres. */
#define PLACE_KM 8.0
#define PORT_KM 15.0
#define CITY_KM 25.0

static const RutterPlace *
find_place (RutterRecords *records,
            RutterLonLat   position)
{
  GPtrArray *places = rutter_records_get_objects (records, RUTTER_KIND_PLACE);
  const RutterPlace *best = NULL;
  double nearest_m = PLACE_KM * 1000;

  for (guint i = 0; i < places->len; i++)
    {
      const RutterObject *object = g_ptr_array_index (places, i);
      const RutterPlace *place = object->row;
      double distance_m;

      /* An area is not where its point is. */
      if (place == NULL || !place->has_position || g_strcmp0 (place->precision, "area") == 0 ||
          fabs (place->position.lat - position.lat) > PLACE_KM / 110)
        continue;

      distance_m = rutter_geo_distance_m (place->position, position);
      if (distance_m < nearest_m)
        {
          nearest_m = distance_m;
          best = place;
        }
    }

  return best;
}

static const RutterGazetteerEntry *
find_entry (RutterGazetteer *gazetteer,
            RutterLonLat     position)
{
  const RutterGazetteerEntry *port =
    rutter_gazetteer_find_nearest (gazetteer, position, "port", PORT_KM);

  return port != NULL ? port
                      : rutter_gazetteer_find_nearest (gazetteer, position, "city", CITY_KM);
}

char *
rutter_route_name_position (RutterGazetteer *gazetteer,
                            RutterRecords   *records,
                            RutterLonLat     position,
                            const char     **uid)
{
  const RutterPlace *place = records != NULL ? find_place (records, position) : NULL;
  const RutterGazetteerEntry *entry = gazetteer != NULL ? find_entry (gazetteer, position) : NULL;

  if (uid != NULL)
    *uid = place != NULL ? place->object->uid : NULL;
  /* The catalogue has its own names in English alone; of the same one the map knows more. */
  if (place != NULL && entry != NULL && g_str_equal (place->object->title, entry->name))
    return g_strdup (entry->title);
  if (place != NULL)
    return g_strdup (place->object->title);
  if (entry != NULL)
    return g_strdup (entry->title);

  return rutter_coordinates_to_minutes (position);
}

char *
rutter_route_describe_passage (const RutterPassage *passage)
{
  GString *text = g_string_new (rutter_phrase_passage_kind (passage->kind));

  if (passage->season != NULL)
    {
      g_string_append_printf (text, " · %s", passage->season);
      if (passage->source != NULL)
        g_string_append_printf (text, _(" (source: %s)"), passage->source);
    }

  return g_string_free (text, FALSE);
}

char *
rutter_route_format_length (double length_nm)
{
  double length_km = length_nm * RUTTER_NM_M / 1000;
  g_autofree char *nautical = rutter_number_to_text (length_nm, length_nm < 9.95 ? 1 : 0);
  g_autofree char *metric = rutter_number_to_text (length_km, length_km < 9.95 ? 1 : 0);

  /* Translators: nautical miles and kilometres. */
  return g_strdup_printf (_("%s nm · %s km"), nautical, metric);
}

char *
rutter_route_format_hours (double hours)
{
  int n_hours = (int)lround (hours);
  int n_days = n_hours / 24;
  g_autofree char *days = g_strdup_printf (ngettext ("%d day", "%d days", (gulong)n_days), n_days);
  g_autofree char *rest = NULL;

  n_hours %= 24;
  rest = g_strdup_printf (ngettext ("%d hour", "%d hours", (gulong)n_hours), n_hours);
  if (n_days == 0)
    return g_steal_pointer (&rest);

  return n_hours == 0 ? g_steal_pointer (&days) : g_strdup_printf ("%s %s", days, rest);
}
