/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-route-geojson.h"

#include "rutter-ground.h"
#include "rutter-json-text.h"

#include <math.h>

/* A computed route as one GeoJSON Feature (RFC 7946). The geometry is a LineString, or, where the
 * route crosses the antimeridian, a MultiLineString cut there (section 3.1.9), its
 * longitudes within -180 and 180. Positions have six decimals, a tenth of a metre.
 *
 * Properties: `name`; `method`, always "computed"; `note`; `length_nm`; `speed_kn` and `hours`;
 * `stops`, each with `asked` and `snapped` positions and `snap_km` between them; `passages` in the
 * order of sailing, each with `id`, `name` and `kind`; `avoided` and `opened`, ids of passages;
 * `program`; `attribution`.
 */

static const char *const kinds[] = {
  [RUTTER_PASSAGE_CANAL] = "canal",
  [RUTTER_PASSAGE_STRAIT] = "strait",
  [RUTTER_PASSAGE_RIVER] = "river",
  [RUTTER_PASSAGE_SEAWAY] = "seaway",
  [RUTTER_PASSAGE_GATE] = "gate",
};

/* What was not measured as finely as a double tells is rounded. @per_unit: a power of ten. */
static double
round_to (double value,
          double per_unit)
{
  return round (value * per_unit) / per_unit;
}

static void
add_double (JsonBuilder *builder,
            const char  *name,
            double       value,
            double       per_unit)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, round_to (value, per_unit));
}

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_strings (JsonBuilder *builder,
             const char  *name,
             char       **values)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; values[i] != NULL; i++)
    json_builder_add_string_value (builder, values[i]);
  json_builder_end_array (builder);
}

static void
add_position (JsonBuilder  *builder,
              const char   *name,
              RutterLonLat  position)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  json_builder_add_double_value (builder, round_to (remainder (position.lon, 360), 1e6));
  json_builder_add_double_value (builder, round_to (position.lat, 1e6));
  json_builder_end_array (builder);
}

static void
add_stops (JsonBuilder          *builder,
           const RutterSeaRoute *route)
{
  json_builder_set_member_name (builder, "stops");
  json_builder_begin_array (builder);
  for (guint i = 0; i < route->n_stops; i++)
    {
      json_builder_begin_object (builder);
      add_position (builder, "asked", route->stops[i].asked);
      add_position (builder, "snapped", route->stops[i].snapped);
      add_double (builder, "snap_km", route->stops[i].snap_km, 1000);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_passages (JsonBuilder          *builder,
              const RutterSeaRoute *route)
{
  json_builder_set_member_name (builder, "passages");
  json_builder_begin_array (builder);
  for (guint i = 0; i < route->n_crossings; i++)
    {
      const RutterPassage *passage = route->crossings[i].passage;

      json_builder_begin_object (builder);
      add_string (builder, "id", passage->id);
      add_string (builder, "name", passage->name);
      add_string (builder, "kind", kinds[passage->kind]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * rutter_route_geojson_add_properties:
 * @builder: a builder inside an object
 * @name: (nullable): what the route is called
 * @speed_kn: the speed that the route's hours were asked for
 *
 * Adds all that is said of the route beside its line, as members of the object.
 */
void
rutter_route_geojson_add_properties (JsonBuilder          *builder,
                                     const RutterSeaRoute *route,
                                     const char           *name,
                                     double                speed_kn)
{
  if (name != NULL)
    add_string (builder, "name", name);
  add_string (builder, "method", "computed");
  /* untranslated: what is in a file does not change with the language of who wrote it */
  add_string (builder, "note", "Computed along the water between the stops; not a track.");
  add_double (builder, "length_nm", route->length_nm, 100);
  add_double (builder, "speed_kn", speed_kn, 100);
  add_double (builder, "hours", route->hours, 100);
  add_stops (builder, route);
  add_passages (builder, route);
  add_strings (builder, "avoided", route->avoided);
  add_strings (builder, "opened", route->opened);
  add_string (builder, "program", "Rutter " RUTTER_VERSION);
  add_string (builder, "attribution", rutter_ground_get_attribution ());
}

static void
append_position (GString *text,
                 double   lon,
                 double   lat)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (text, "[%s,", g_ascii_formatd (digits, sizeof digits, "%.6f", lon));
  g_string_append_printf (text, "%s]", g_ascii_formatd (digits, sizeof digits, "%.6f", lat));
}

/* The points with one more wherever a leg crosses an antimeridian, so that each leg lies in one
 * copy of the world.
 */
static GArray *
cut_legs (const RutterSeaRoute *route)
{
  GArray *points = g_array_sized_new (FALSE, FALSE, sizeof (RutterLonLat), route->n_points + 2);

  for (guint i = 0; i < route->n_points; i++)
    {
      RutterLonLat to = route->points[i];

      if (i > 0)
        {
          RutterLonLat from = route->points[i - 1];
          double edge = 360 * ceil ((MIN (from.lon, to.lon) - 180) / 360) + 180;

          /* Neighbours differ by less than 180 degrees: one edge at most lies between them. */
          if (edge > MIN (from.lon, to.lon) && edge < MAX (from.lon, to.lon))
            {
              double share = (edge - from.lon) / (to.lon - from.lon);
              RutterLonLat cut = { edge, from.lat + share * (to.lat - from.lat) };

              g_array_append_val (points, cut);
            }
        }
      g_array_append_val (points, to);
    }

  return points;
}

/* Writes the lines in brackets and parted by commas, and counts them. */
static guint
append_lines (GString      *text,
              const GArray *points)
{
  double world = 0;
  guint n_lines = 0;

  for (guint i = 1; i < points->len; i++)
    {
      RutterLonLat from = g_array_index (points, RutterLonLat, i - 1);
      RutterLonLat to = g_array_index (points, RutterLonLat, i);
      double leg_world = 360 * floor (((from.lon + to.lon) / 2 + 180) / 360);

      if (n_lines == 0 || leg_world != world)
        {
          g_string_append (text, n_lines == 0 ? "[" : "],[");
          append_position (text, from.lon - leg_world, from.lat);
          world = leg_world;
          n_lines++;
        }
      g_string_append_c (text, ',');
      append_position (text, to.lon - world, to.lat);
    }
  if (n_lines > 0)
    g_string_append_c (text, ']');

  return n_lines;
}

static void
append_geometry (GString              *text,
                 const RutterSeaRoute *route)
{
  g_autoptr(GArray) points = cut_legs (route);
  g_autoptr(GString) lines = g_string_new (NULL);
  guint n_lines = append_lines (lines, points);

  if (n_lines == 1)
    g_string_append_printf (text, "{\"type\":\"LineString\",\"coordinates\":%s}", lines->str);
  else
    g_string_append_printf (text, "{\"type\":\"MultiLineString\",\"coordinates\":[%s]}",
                            lines->str);
}

/**
 * rutter_route_geojson_write:
 * @name: (nullable): what the route is called
 * @speed_kn: the speed that the route's hours were asked for
 *
 * Returns: (transfer full): the route as the text of one Feature, ending in a line break. A route
 *   of one point has no line: its geometry is a MultiLineString without lines.
 */
char *
rutter_route_geojson_write (const RutterSeaRoute *route,
                            const char           *name,
                            double                speed_kn)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) properties = NULL;
  g_autofree char *said = NULL;
  GString *text = g_string_new ("{\"type\":\"Feature\",\"properties\":");

  json_builder_begin_object (builder);
  rutter_route_geojson_add_properties (builder, route, name, speed_kn);
  json_builder_end_object (builder);
  properties = json_builder_get_root (builder);
  said = rutter_json_text_write (properties, FALSE);
  g_string_append (text, said);
  g_string_append (text, ",\"geometry\":");
  append_geometry (text, route);
  g_string_append (text, "}\n");

  return g_string_free (text, FALSE);
}
