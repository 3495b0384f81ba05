/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-starter-geometry.h"

#include "rutter-geometry.h"

#include <math.h>

/* A line between two stops is a great circle in pieces of this length, degrees of arc. */
#define LONGEST_PIECE_DEG 1.0
/* Computed positions are rounded to a tenth of a metre, so that a build gives the same bytes
 * whichever mathematics library made it.
 */
#define ROUNDING 1e6

static gboolean
make_point (const RutterStarterRow  *row,
            RutterStarterObject     *object,
            GBytes                 **geometry,
            GError                 **error)
{
  RutterLonLat position;

  if (!rutter_starter_row_get_degrees (row, "lon", 180, &position.lon, error) ||
      !rutter_starter_row_get_degrees (row, "lat", 90, &position.lat, error))
    return FALSE;

  if (isnan (position.lon) && isnan (position.lat))
    return TRUE;

  if (isnan (position.lon) || isnan (position.lat))
    return rutter_starter_row_refuse (row, RUTTER_ERROR_INVALID, error,
                                      "a position needs both lon and lat");

  object->has_position = TRUE;
  object->position = position;
  *geometry = rutter_geometry_encode_point (position);
  return TRUE;
}

static gboolean
make_point_of_place (RutterStarterContext    *context,
                     const RutterStarterRow  *row,
                     GBytes                 **geometry,
                     GError                 **error)
{
  RutterStarterObject *place;

  place = rutter_starter_context_find (context, row, "place",
                                       rutter_starter_row_get (row, "place"),
                                       1u << RUTTER_KIND_PLACE, error);
  if (place == NULL)
    return FALSE;

  if (place->has_position)
    *geometry = rutter_geometry_encode_point (place->position);

  return TRUE;
}

/* Appends the great circle from the line's last point; the first point starts the line. */
static void
extend_line (GArray       *line,
             RutterLonLat  to)
{
  g_autoptr(GArray) piece = NULL;
  RutterLonLat from;

  if (line->len == 0)
    {
      g_array_append_val (line, to);
      return;
    }

  from = g_array_index (line, RutterLonLat, line->len - 1);
  piece = rutter_geo_great_circle (from, to, LONGEST_PIECE_DEG);
  for (guint i = 1; i < piece->len; i++)
    {
      RutterLonLat point = g_array_index (piece, RutterLonLat, i);

      point.lon = round (point.lon * ROUNDING) / ROUNDING;
      point.lat = round (point.lat * ROUNDING) / ROUNDING;
      g_array_append_val (line, point);
    }
}

/* Where the stops lie, in order. Those without a position of their own (an area) are passed over.
 */
static GArray *
list_stops (RutterStarterContext    *context,
            const RutterStarterRow  *row,
            GError                 **error)
{
  g_autoptr(GArray) positions = g_array_new (FALSE, FALSE, sizeof (RutterLonLat));
  g_auto(GStrv) stops = rutter_starter_row_list (row, "stops", error);

  if (stops == NULL)
    return NULL;

  for (guint i = 0; stops[i] != NULL; i++)
    {
      RutterStarterObject *place = rutter_starter_context_find (context, row, "stops", stops[i],
                                                                1u << RUTTER_KIND_PLACE, error);

      if (place == NULL)
        return NULL;
      if (place->has_position)
        g_array_append_val (positions, place->position);
    }

  return g_steal_pointer (&positions);
}

/* The schematic way through the stops. Lines are kept in one piece: the first point lies within
 * +-180 degrees, and a line that crosses the antimeridian runs on beyond it, so that no two
 * neighbours differ by more than 180 degrees. With fewer than two stops there is no line.
 */
static GArray *
make_schematic_line (const GArray *stops)
{
  GArray *line = g_array_new (FALSE, FALSE, sizeof (RutterLonLat));

  for (guint i = 0; i < stops->len; i++)
    extend_line (line, g_array_index (stops, RutterLonLat, i));

  return line;
}

/* The way that the line-maker finds; what it found is kept for the claim that says so. */
static GArray *
make_computed_line (RutterStarterContext    *context,
                    const RutterStarterRow  *row,
                    const GArray            *stops,
                    RutterStarterObject     *object,
                    GError                 **error)
{
  g_autoptr(GError) local_error = NULL;

  if (context->make_line == NULL || stops->len < 2)
    {
      rutter_starter_row_refuse (row, RUTTER_ERROR_INVALID, error, stops->len < 2
                                 ? "the method \"computed\" needs two stops that have a position"
                                 : "the method \"computed\" needs somebody who makes the line");
      return NULL;
    }

  object->line = g_new0 (RutterStarterLine, 1);
  if (!context->make_line ((const RutterLonLat *)stops->data, stops->len, object->line,
                           context->line_data, &local_error))
    {
      rutter_starter_row_refuse (row, RUTTER_ERROR_INVALID, error, "%s", local_error->message);
      g_clear_pointer (&object->line, rutter_starter_line_free);
      return NULL;
    }

  for (guint i = 0; i < object->line->points->len; i++)
    {
      RutterLonLat *point = &g_array_index (object->line->points, RutterLonLat, i);

      point->lon = round (point->lon * ROUNDING) / ROUNDING;
      point->lat = round (point->lat * ROUNDING) / ROUNDING;
    }

  return g_array_ref (object->line->points);
}

static gboolean
make_line (RutterStarterContext    *context,
           const RutterStarterRow  *row,
           RutterStarterObject     *object,
           GBytes                 **geometry,
           GError                 **error)
{
  const char *method = rutter_starter_row_get (row, "method");
  g_autoptr(GArray) stops = NULL;
  g_autoptr(GArray) line = NULL;

  if (!g_str_equal (method, "schematic") && !g_str_equal (method, "computed"))
    return rutter_starter_row_refuse (row, RUTTER_ERROR_INVALID, error,
                                      "the method \"%s\" needs a line, which this table cannot "
                                      "hold; only \"schematic\" and \"computed\" can be made",
                                      method);

  if ((stops = list_stops (context, row, error)) == NULL)
    return FALSE;

  line = g_str_equal (method, "computed") ? make_computed_line (context, row, stops, object, error)
                                          : make_schematic_line (stops);
  if (line == NULL)
    return FALSE;

  if (line->len >= 2)
    *geometry = rutter_geometry_encode_line ((const RutterLonLat *)line->data, line->len);

  return TRUE;
}

/**
 * rutter_starter_make_geometry:
 * @object: the row's object; a place keeps its position in it
 * @geometry: (out) (transfer full) (nullable): NULL when the facts give no position
 */
gboolean
rutter_starter_make_geometry (RutterStarterContext      *context,
                              const RutterStarterTable  *table,
                              const RutterStarterRow    *row,
                              RutterStarterObject       *object,
                              GBytes                   **geometry,
                              GError                   **error)
{
  *geometry = NULL;

  switch (table->geometry)
    {
    case RUTTER_STARTER_GEOMETRY_POINT:
      return make_point (row, object, geometry, error);

    case RUTTER_STARTER_GEOMETRY_OF_PLACE:
      return make_point_of_place (context, row, geometry, error);

    case RUTTER_STARTER_GEOMETRY_LINE:
      return make_line (context, row, object, geometry, error);

    case RUTTER_STARTER_GEOMETRY_NONE:
    default:
      return TRUE;
    }
}
