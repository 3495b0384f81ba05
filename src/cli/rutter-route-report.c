/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-route-report.h"

#include "rutter-cli-json.h"
#include "rutter-coordinates.h"
#include "rutter-route-geojson.h"

#include <glib/gi18n-lib.h>

/* Numbers are written with a point in every language: they are copied into sheets and scripts. */

/* Returns: (transfer full): the passages in the order of sailing, as ids parted by commas or as
 *   names; "" when there are none
 */
char *
rutter_route_report_get_passages (const RutterSeaRoute *route,
                                  gboolean              as_names)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < route->n_crossings; i++)
    {
      const RutterPassage *passage = route->crossings[i].passage;

      if (i > 0)
        g_string_append (list, as_names ? ", " : ",");
      if (as_names)
        g_string_append_printf (list, "%s (%s)", rutter_passage_get_name (passage), passage->id);
      else
        g_string_append (list, passage->id);
    }

  return g_string_free (list, FALSE);
}

static void
append_degrees (GString *text,
                double   degrees)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (text, g_ascii_formatd (digits, sizeof digits, "%.6f", degrees));
}

/* Returns: (transfer full): the line in one piece, its longitudes running on beyond 180 degrees
 *   where it crosses them; "LINESTRING EMPTY" when both ends come to lie on the same water
 */
char *
rutter_route_report_get_wkt (const RutterSeaRoute *route)
{
  GString *text = g_string_new ("LINESTRING ");

  if (route->n_points < 2)
    g_string_append (text, "EMPTY");

  for (guint i = 0; i < route->n_points && route->n_points >= 2; i++)
    {
      g_string_append (text, i == 0 ? "(" : ", ");
      append_degrees (text, route->points[i].lon);
      g_string_append_c (text, ' ');
      append_degrees (text, route->points[i].lat);
    }
  if (route->n_points >= 2)
    g_string_append_c (text, ')');

  return g_string_free (text, FALSE);
}

/* "1  Rajin (Najin), Rason [place:rajin], 130.30000, 42.23333: 0.4 km to the water" */
static void
print_stop (const RutterSeaStop *stop,
            const RutterStop    *found,
            guint                number)
{
  g_autofree char *at = rutter_coordinates_to_decimal (stop->asked);

  g_print ("  %u  ", number);
  if (found->name != NULL)
    g_print ("%s [%s], ", found->name, found->code);
  if (stop->snap_km <= RUTTER_SEA_FAR_SNAP_KM)
    g_print (_("%s: %.1f km to the line\n"), at, stop->snap_km);
  else
    g_print (_("%s: %.1f km to the line, far from the water that ships reach\n"), at,
             stop->snap_km);
}

static void
print_ids (const char  *title,
           char       **ids)
{
  g_autofree char *list = g_strjoinv (", ", ids);

  if (*list != '\0')
    g_print ("%s %s\n", title, list);
}

/* Tells people of the way. */
void
rutter_route_report_print (const RutterRouteReport *self)
{
  const RutterSeaRoute *route = self->route;
  g_autofree char *passages = rutter_route_report_get_passages (route, TRUE);

  g_print ("%s\n", self->name);
  for (guint i = 0; i < route->n_stops; i++)
    print_stop (&route->stops[i], &self->stops[i], i + 1);
  g_print (_("%.1f nautical miles (%.1f km), %.1f days (%.1f hours) at %g knots\n"),
           route->length_nm, route->length_nm * RUTTER_NM_M / 1000, route->hours / 24, route->hours,
           self->speed_kn);
  if (*passages != '\0')
    g_print (_("By: %s\n"), passages);
  else
    g_print (_("By no named passage\n"));
  print_ids (_("Avoided:"), route->avoided);
  print_ids (_("Opened:"), route->opened);
  g_print (_("Computed along the water between the stops; not a track.\n"));
}

static void
add_found (JsonBuilder             *builder,
           const RutterRouteReport *self)
{
  json_builder_set_member_name (builder, "found");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->route->n_stops; i++)
    {
      json_builder_begin_object (builder);
      rutter_json_add_string (builder, "asked", self->stops[i].asked);
      rutter_json_add_string (builder, "name", self->stops[i].name);
      rutter_json_add_string (builder, "kind", self->stops[i].kind);
      rutter_json_add_string (builder, "code", self->stops[i].code);
      rutter_json_add_bool (builder, "is_far",
                            self->route->stops[i].snap_km > RUTTER_SEA_FAR_SNAP_KM);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* Adds the way as an object: what rutter_route_geojson_add_properties() adds, `found`, which has
 * for every stop what it was taken for, and `line`.
 */
void
rutter_route_report_add_json (const RutterRouteReport *self,
                              JsonBuilder             *builder)
{
  json_builder_begin_object (builder);
  rutter_route_geojson_add_properties (builder, self->route, self->name, self->speed_kn);
  if (self->stops != NULL)
    add_found (builder, self);

  json_builder_set_member_name (builder, "line");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->route->n_points; i++)
    {
      json_builder_begin_array (builder);
      json_builder_add_double_value (builder, self->route->points[i].lon);
      json_builder_add_double_value (builder, self->route->points[i].lat);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}
