/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-track-writer.h"

#include <json-glib/json-glib.h>

/* Over the date line to the east, a gap, one report alone, a gap, and back over it to the west. */
static const RutterTrackPoint points[] = {
  { 1700000000 * G_TIME_SPAN_SECOND, { 179.5, 10 }, 12.34f, 90, FALSE },
  { 1700000060 * G_TIME_SPAN_SECOND, { 179.9, 10 }, NAN, 90.5f, FALSE },
  { 1700000120 * G_TIME_SPAN_SECOND, { -179.7, 10.4 }, 12, NAN, FALSE },
  { 1700001000 * G_TIME_SPAN_SECOND, { -179, 11 }, NAN, NAN, TRUE },
  { 1700002000 * G_TIME_SPAN_SECOND, { -179.75, 12 }, 1, 1, TRUE },
  { 1700002060 * G_TIME_SPAN_SECOND, { 179.75, 12 }, 0, 359.9f, FALSE },
};

static char *
write_track (RutterTrackFormat format,
             guint             n_points)
{
  RutterTarget target = { .mmsi = 2731234, .imo = 9161003, .name = "A \"B\" <C> & D, E" };
  g_autoptr(GArray) array = g_array_new (FALSE, FALSE, sizeof (RutterTrackPoint));

  g_array_append_vals (array, points, n_points);
  return rutter_track_write (format, &target, "tcp://127.0.0.1:10110 <&\"", array);
}

typedef struct
{
  guint    n_segments, n_points, n_speeds, n_courses;
  GString *shape;    /* a letter a segment or point */
  char    *name, *source, *first_time;
} Gpx;

static void
on_element_cb (GMarkupParseContext  *context,
               const char           *name,
               const char          **keys,
               const char          **values,
               gpointer              user_data,
               GError              **error)
{
  Gpx *gpx = user_data;

  if (g_str_equal (name, "trkseg"))
    g_string_append_c (gpx->shape, 's');
  else if (g_str_equal (name, "trkpt"))
    g_string_append_c (gpx->shape, 'p');
  gpx->n_speeds += g_str_equal (name, "gpxtpx:speed");
  gpx->n_courses += g_str_equal (name, "gpxtpx:course");
}

static void
on_text_cb (GMarkupParseContext  *context,
            const char           *text,
            gsize                 length,
            gpointer              user_data,
            GError              **error)
{
  const char *element = g_markup_parse_context_get_element (context);
  Gpx *gpx = user_data;

  if (g_str_equal (element, "name"))
    gpx->name = g_strndup (text, length);
  else if (g_str_equal (element, "src"))
    gpx->source = g_strndup (text, length);
  else if (g_str_equal (element, "time") && gpx->first_time == NULL)
    gpx->first_time = g_strndup (text, length);
  else if (g_str_equal (element, "gpxtpx:speed") && gpx->n_speeds == 1)
    g_assert_cmpfloat_with_epsilon (g_ascii_strtod (text, NULL), 12.34 * 1852 / 3600, 0.006);
}

static void
test_gpx (void)
{
  static const GMarkupParser parser = { .start_element = on_element_cb, .text = on_text_cb };
  g_autofree char *text = write_track (RUTTER_TRACK_GPX, G_N_ELEMENTS (points));
  g_autoptr(GMarkupParseContext) context = NULL;
  g_autoptr(GError) error = NULL;
  Gpx gpx = { .shape = g_string_new (NULL) };

  context = g_markup_parse_context_new (&parser, 0, &gpx, NULL);
  g_markup_parse_context_parse (context, text, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);

  g_assert_cmpstr (gpx.shape->str, ==, "sppspspspsp");
  g_assert_cmpstr (gpx.name, ==, "A \"B\" <C> & D, E");
  g_assert_cmpstr (gpx.source, ==, "tcp://127.0.0.1:10110 <&\"");
  g_assert_cmpstr (gpx.first_time, ==, "2023-11-14T22:13:20Z");
  g_assert_cmpuint (gpx.n_speeds, ==, 4);
  g_assert_cmpuint (gpx.n_courses, ==, 4);
  g_assert_nonnull (strstr (text, "As broadcast"));
  g_string_free (gpx.shape, TRUE);
  g_free (gpx.name);
  g_free (gpx.source);
  g_free (gpx.first_time);
}

static void
test_csv (void)
{
  g_autofree char *text = write_track (RUTTER_TRACK_CSV, G_N_ELEMENTS (points));
  g_auto(GStrv) lines = g_strsplit (text, "\r\n", -1);
  static const char *const beginnings[] = {
    "time_utc,lon,lat,speed_kn,course_deg,segment,mmsi,imo_as_sent,",
    "2023-11-14T22:13:20Z,179.500000,10.000000,12.3,90.0,1,002731234,9161003,"
    "\"A \"\"B\"\" <C> & D, E\",\"tcp://127.0.0.1:10110 <&\"\"\",\"As broadcast",
    "2023-11-14T22:14:20Z,179.900000,10.000000,,90.5,1,",
    "2023-11-14T22:15:20Z,-179.700000,10.400000,12.0,,1,",
    "2023-11-14T22:30:00Z,-179.000000,11.000000,,,2,",
    "2023-11-14T22:46:40Z,-179.750000,12.000000,1.0,1.0,3,",
    "2023-11-14T22:47:40Z,179.750000,12.000000,0.0,359.9,3,",
    "",
  };

  g_assert_cmpuint (g_strv_length (lines), ==, G_N_ELEMENTS (beginnings));
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    g_assert_true (g_str_has_prefix (lines[i], beginnings[i]));
}

static JsonArray *
get_coordinates (JsonArray *features,
                 guint      i)
{
  JsonObject *feature = json_array_get_object_element (features, i);

  return json_object_get_array_member (json_object_get_object_member (feature, "geometry"),
                                       "coordinates");
}

static void
assert_position (JsonArray *line,
                 guint      i,
                 double     lon,
                 double     lat)
{
  JsonArray *position = json_array_get_array_element (line, i);

  g_assert_cmpfloat_with_epsilon (json_array_get_double_element (position, 0), lon, 1e-6);
  g_assert_cmpfloat_with_epsilon (json_array_get_double_element (position, 1), lat, 1e-6);
}

static void
test_geojson (void)
{
  static const guint lengths[] = { 3, 2, 2, 2 };
  g_autofree char *text = write_track (RUTTER_TRACK_GEOJSON, G_N_ELEMENTS (points));
  g_autoptr(JsonNode) root = json_from_string (text, NULL);
  JsonArray *features, *lines;
  JsonObject *properties;

  g_assert_nonnull (root);
  features = json_object_get_array_member (json_node_get_object (root), "features");
  g_assert_cmpuint (json_array_get_length (features), ==, 1 + G_N_ELEMENTS (points));
  lines = get_coordinates (features, 0);
  g_assert_cmpuint (json_array_get_length (lines), ==, G_N_ELEMENTS (lengths));
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    g_assert_cmpuint (json_array_get_length (json_array_get_array_element (lines, i)), ==,
                      lengths[i]);

  /* A quarter of the way lies before the date line, then all of it after a half. */
  assert_position (json_array_get_array_element (lines, 0), 2, 180, 10.1);
  assert_position (json_array_get_array_element (lines, 1), 0, -180, 10.1);
  assert_position (json_array_get_array_element (lines, 1), 1, -179.7, 10.4);
  assert_position (json_array_get_array_element (lines, 2), 1, -180, 12);
  assert_position (json_array_get_array_element (lines, 3), 0, 180, 12);

  properties = json_object_get_object_member (json_array_get_object_element (features, 0),
                                              "properties");
  g_assert_cmpstr (json_object_get_string_member (properties, "name"), ==,
                   "A \"B\" <C> & D, E");
  g_assert_cmpstr (json_object_get_string_member (properties, "feed"), ==,
                   "tcp://127.0.0.1:10110 <&\"");
  g_assert_cmpint (json_object_get_int_member (properties, "imo_as_sent"), ==, 9161003);
}

/* None at all, and a single report, make files that can be read as well. */
static void
test_short (void)
{
  for (guint n = 0; n < 2; n++)
    {
      g_autofree char *json = write_track (RUTTER_TRACK_GEOJSON, n);
      g_autofree char *gpx = write_track (RUTTER_TRACK_GPX, n);
      g_autoptr(JsonNode) root = json_from_string (json, NULL);
      JsonArray *features = json_object_get_array_member (json_node_get_object (root),
                                                          "features");

      g_assert_cmpuint (json_array_get_length (features), ==, 1 + n);
      g_assert_cmpuint (json_array_get_length (get_coordinates (features, 0)), ==, 0);
      g_assert_true ((strstr (gpx, "<trkseg>") != NULL) == (n > 0));
      g_assert_true ((strstr (gpx, "</trkseg>") != NULL) == (n > 0));
    }
}

static void
test_formats (void)
{
  RutterTrackFormat format;

  for (guint i = 0; i < RUTTER_N_TRACK_FORMAT; i++)
    {
      g_autofree char *path = g_strconcat ("/a.b/T", rutter_track_format_get_suffix (i), NULL);
      g_autofree char *upper = g_ascii_strup (path, -1);

      g_assert_true (rutter_track_format_find (&format, path));
      g_assert_cmpint (format, ==, (int)i);
      g_assert_true (rutter_track_format_find (&format, upper));
      g_assert_cmpint (format, ==, (int)i);
    }
  g_assert_false (rutter_track_format_find (&format, "/a.gpx/track"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/track-writer/gpx", test_gpx);
  g_test_add_func ("/track-writer/csv", test_csv);
  g_test_add_func ("/track-writer/geojson", test_geojson);
  g_test_add_func ("/track-writer/short", test_short);
  g_test_add_func ("/track-writer/formats", test_formats);

  return g_test_run ();
}
