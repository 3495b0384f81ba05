/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-route-geojson.h"

#include <string.h>

/* A route's line and the geometry that it becomes. */
static const struct
{
  const char         *name;
  const RutterLonLat  points[5];
  guint               n_points;
  const char         *geometry;
} lines[] = {
  { "plain", { { 1, 2 }, { 3, 4.5 } }, 2,
    "{\"type\":\"LineString\",\"coordinates\":[[1.000000,2.000000],[3.000000,4.500000]]}" },
  { "eastward over the antimeridian", { { 178, 10 }, { 182, 20 } }, 2,
    "{\"type\":\"MultiLineString\",\"coordinates\":[[[178.000000,10.000000],"
    "[180.000000,15.000000]],[[-180.000000,15.000000],[-178.000000,20.000000]]]}" },
  { "westward over the antimeridian", { { -179, 0 }, { -183, 8 } }, 2,
    "{\"type\":\"MultiLineString\",\"coordinates\":[[[-179.000000,0.000000],"
    "[-180.000000,2.000000]],[[180.000000,2.000000],[177.000000,8.000000]]]}" },
  { "wholly beyond it", { { 190, 1 }, { 200, 2 } }, 2,
    "{\"type\":\"LineString\",\"coordinates\":[[-170.000000,1.000000],[-160.000000,2.000000]]}" },
  { "a point on it", { { 179, 0 }, { 180, 1 }, { 181, 2 } }, 3,
    "{\"type\":\"MultiLineString\",\"coordinates\":[[[179.000000,0.000000],[180.000000,1.000000]],"
    "[[-180.000000,1.000000],[-179.000000,2.000000]]]}" },
  { "touches it and turns", { { 179, 0 }, { 180, 1 }, { 179, 2 } }, 3,
    "{\"type\":\"LineString\",\"coordinates\":[[179.000000,0.000000],[180.000000,1.000000],"
    "[179.000000,2.000000]]}" },
  { "there and back", { { 179, 0 }, { 181, 0 }, { 179, 0 } }, 3,
    "{\"type\":\"MultiLineString\",\"coordinates\":[[[179.000000,0.000000],[180.000000,0.000000]],"
    "[[-180.000000,0.000000],[-179.000000,0.000000],[-180.000000,0.000000]],"
    "[[180.000000,0.000000],[179.000000,0.000000]]]}" },
  { "one point", { { 7, 8 } }, 1, "{\"type\":\"MultiLineString\",\"coordinates\":[]}" },
};

static char *no_ids[] = { NULL };

static void
test_lines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      RutterSeaRoute route = { .points = (RutterLonLat *) lines[i].points,
                               .n_points = lines[i].n_points,
                               .avoided = no_ids, .opened = no_ids };
      g_autofree char *text = rutter_route_geojson_write (&route, NULL, 12);
      g_autofree char *tail = g_strdup_printf (",\"geometry\":%s}\n", lines[i].geometry);

      g_test_message ("%s: %s", lines[i].name, text);
      g_assert_true (g_str_has_suffix (text, tail));
    }
}

static void
test_properties (void)
{
  char *opened[] = { (char *) "northern-sea-route", NULL };
  RutterLonLat points[] = { { 30, 60 }, { 31, 61 } };
  RutterPassage suez = { .id = (char *) "suez", .name = (char *) "Suez “Canal”",
                         .kind = RUTTER_PASSAGE_CANAL };
  RutterSeaCrossing crossing = { &suez, 0, 1 };
  RutterSeaStop stops[] = { { { 390.5, 60.25 }, { 30, 60 }, 12.3456, 0 },
                            { { 31, 61 }, { 31, 61 }, 0, 1 } };
  RutterSeaRoute route = { .points = points, .n_points = 2, .length_nm = 66.6666, .hours = 5.5555,
                           .stops = stops, .n_stops = 2, .crossings = &crossing, .n_crossings = 1,
                           .avoided = no_ids, .opened = opened };
  g_autofree char *text = rutter_route_geojson_write (&route, "A \"way\"\n", 12);
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = json_from_string (text, &error);
  JsonObject *properties, *stop;
  JsonArray *asked;

  g_assert_no_error (error);
  properties = json_object_get_object_member (json_node_get_object (root), "properties");
  g_assert_cmpstr (json_object_get_string_member (properties, "name"), ==, "A \"way\"\n");
  g_assert_cmpstr (json_object_get_string_member (properties, "method"), ==, "computed");
  g_assert_nonnull (strstr (json_object_get_string_member (properties, "note"), "not a track"));
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (properties, "length_nm"), 66.67,
                                  1e-9);
  stop = json_array_get_object_element (json_object_get_array_member (properties, "stops"), 0);
  asked = json_object_get_array_member (stop, "asked");
  g_assert_cmpfloat_with_epsilon (json_array_get_double_element (asked, 0), 30.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (stop, "snap_km"), 12.346, 1e-9);
  g_assert_cmpstr (json_object_get_string_member (
                     json_array_get_object_element (
                       json_object_get_array_member (properties, "passages"), 0), "name"),
                   ==, "Suez “Canal”");
  g_assert_cmpstr (json_array_get_string_element (
                     json_object_get_array_member (properties, "opened"), 0),
                   ==, "northern-sea-route");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (properties, "avoided")),
                    ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/route-geojson/lines", test_lines);
  g_test_add_func ("/route-geojson/properties", test_properties);

  return g_test_run ();
}
