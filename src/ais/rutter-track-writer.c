/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-track-writer.h"

#include "rutter-json-line.h"

/* untranslated: in every file */
#define ORIGIN "As broadcast by AIS, as this feed heard it, unchecked; AIS silence parts segments."
#define M_S_PER_KN (RUTTER_NM_M / 3600)
#define MAX_PROPERTIES 4096

typedef struct
{
  GString            *text;
  const RutterTarget *target;
  const char         *feed;
  GArray             *points;   /* RutterTrackPoint */
} Writer;

static const char gpx_head[] =  /* untranslated */
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  "<gpx version=\"1.1\" creator=\"Rutter " RUTTER_VERSION "\"\n"
  "     xmlns=\"http://www.topografix.com/GPX/1/1\"\n     xmlns:gpxtpx="
  "\"http://www.garmin.com/xmlschemas/TrackPointExtension/v2\">\n"
  "  <metadata><desc>" ORIGIN "</desc></metadata>\n  <trk>\n    <name>";

static const char *const suffixes[] = {
  [RUTTER_TRACK_GPX] = ".gpx", [RUTTER_TRACK_CSV] = ".csv", [RUTTER_TRACK_GEOJSON] = ".geojson",
};

static const RutterTrackPoint *
get_point (const Writer *self,
           guint         i)
{
  return &g_array_index (self->points, RutterTrackPoint, i);
}

/* Numbers are never written in the way of a locale. */
static void
append_number (GString *text,
               double   value,
               int      n_decimals)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  char format[] = "%.0f";

  format[2] = (char)('0' + n_decimals);
  g_string_append (text, g_ascii_formatd (digits, sizeof digits, format, value));
}

static void
append_time (GString *text,
             gint64   time_us)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (time_us / G_USEC_PER_SEC);
  g_autofree char *iso = time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  if (iso != NULL)
    g_string_append (text, iso);
}

static void
append_markup (GString    *text,
               const char *words)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  g_string_append (text, escaped);
}

/* The short way between two reports goes over the date line. */
static gboolean
crosses_date_line (const RutterTrackPoint *from,
                   const RutterTrackPoint *to)
{
  return fabs (to->position.lon - from->position.lon) > 180;
}

static char *
dup_name (const RutterTarget *target)
{
  /* untranslated */
  return target->name[0] != '\0' ? g_strdup (target->name)
                                 : g_strdup_printf ("MMSI %09u", target->mmsi);
}

static void
append_gpx_point (Writer                 *self,
                  const RutterTrackPoint *point)
{
  /* untranslated */
  g_string_append (self->text, "      <trkpt lat=\"");
  append_number (self->text, point->position.lat, 6);
  g_string_append (self->text, "\" lon=\"");
  append_number (self->text, point->position.lon, 6);
  g_string_append (self->text, "\"><time>");
  append_time (self->text, point->time_us);
  g_string_append (self->text, "</time>");
  if (!isnan (point->speed_kn) || !isnan (point->course_deg))
    g_string_append (self->text, "<extensions><gpxtpx:TrackPointExtension>");
  if (!isnan (point->speed_kn))
    {
      g_string_append (self->text, "<gpxtpx:speed>");
      append_number (self->text, point->speed_kn * M_S_PER_KN, 2);
      g_string_append (self->text, "</gpxtpx:speed>");
    }
  if (!isnan (point->course_deg))
    {
      g_string_append (self->text, "<gpxtpx:course>");
      append_number (self->text, point->course_deg, 1);
      g_string_append (self->text, "</gpxtpx:course>");
    }
  if (!isnan (point->speed_kn) || !isnan (point->course_deg))
    g_string_append (self->text, "</gpxtpx:TrackPointExtension></extensions>");
  g_string_append (self->text, "</trkpt>\n");
}

static void
write_gpx (Writer *self)
{
  g_autofree char *name = dup_name (self->target);

  g_string_append (self->text, gpx_head);
  append_markup (self->text, name);
  /* untranslated */
  g_string_append_printf (self->text, "</name>\n    <cmt>MMSI %09u", self->target->mmsi);
  if (self->target->imo != 0)
    /* untranslated */
    g_string_append_printf (self->text, ", IMO %u as sent", self->target->imo);
  g_string_append (self->text, "</cmt>\n    <desc>" ORIGIN "</desc>\n    <src>");
  append_markup (self->text, self->feed);
  g_string_append (self->text, "</src>\n");
  for (guint i = 0; i < self->points->len; i++)
    {
      const RutterTrackPoint *point = get_point (self, i);
      gboolean begins = i == 0 || point->after_gap ||
                        crosses_date_line (get_point (self, i - 1), point);

      if (begins)
        g_string_append (self->text, i == 0 ? "    <trkseg>\n"
                                            : "    </trkseg>\n    <trkseg>\n");
      append_gpx_point (self, point);
    }
  g_string_append (self->text, self->points->len > 0 ? "    </trkseg>\n" : "");
  g_string_append (self->text, "  </trk>\n</gpx>\n");
}

static void
append_cell (GString    *csv,
             const char *words)
{
  g_auto(GStrv) parts = g_strsplit (words, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);

  g_string_append_printf (csv, "\"%s\"", doubled);
}

static void
write_csv (Writer *self)
{
  guint segment = 0;

  g_string_append (self->text, "time_utc,lon,lat,speed_kn,course_deg,segment,mmsi,imo_as_sent,"
                               "name_as_sent,feed,origin\r\n");
  for (guint i = 0; i < self->points->len; i++)
    {
      const RutterTrackPoint *point = get_point (self, i);

      segment += i == 0 || point->after_gap;
      append_time (self->text, point->time_us);
      g_string_append_c (self->text, ',');
      append_number (self->text, point->position.lon, 6);
      g_string_append_c (self->text, ',');
      append_number (self->text, point->position.lat, 6);
      g_string_append_c (self->text, ',');
      if (!isnan (point->speed_kn))
        append_number (self->text, point->speed_kn, 1);
      g_string_append_c (self->text, ',');
      if (!isnan (point->course_deg))
        append_number (self->text, point->course_deg, 1);
      g_string_append_printf (self->text, ",%u,%09u,", segment, self->target->mmsi);
      if (self->target->imo != 0)
        g_string_append_printf (self->text, "%u", self->target->imo);
      g_string_append_c (self->text, ',');
      append_cell (self->text, self->target->name);
      g_string_append_c (self->text, ',');
      append_cell (self->text, self->feed);
      g_string_append (self->text, ",\"" ORIGIN "\"\r\n");
    }
}

static void
append_position (GString *text,
                 double   lon,
                 double   lat)
{
  g_string_append_c (text, '[');
  append_number (text, lon, 6);
  g_string_append_c (text, ',');
  append_number (text, lat, 6);
  g_string_append_c (text, ']');
}

/* Where the way crosses the date line: to one edge of the map, and on from the other. */
static void
append_cut (GString                *text,
            const RutterTrackPoint *from,
            const RutterTrackPoint *to)
{
  double edge = from->position.lon > 0 ? 180 : -180;
  double lon = to->position.lon + 2 * edge;
  double way = lon - from->position.lon;
  double share = way != 0 ? (edge - from->position.lon) / way : 0;
  double lat = from->position.lat + share * (to->position.lat - from->position.lat);

  g_string_append_c (text, ',');
  append_position (text, edge, lat);
  g_string_append (text, "],[");
  append_position (text, -edge, lat);
  g_string_append_c (text, ',');
}

/* A line takes two points: what was heard once between two gaps is among the points alone. */
static gboolean
is_alone (const Writer *self,
          guint         i)
{
  return (i == 0 || get_point (self, i)->after_gap) &&
         (i + 1 == self->points->len || get_point (self, i + 1)->after_gap);
}

static void
append_lines (Writer *self)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < self->points->len; i++)
    {
      const RutterTrackPoint *point = get_point (self, i);

      if (is_alone (self, i))
        continue;
      if (i == 0 || point->after_gap)
        g_string_append (self->text, is_first ? "[" : ",[");
      else if (crosses_date_line (point - 1, point))
        append_cut (self->text, point - 1, point);
      else
        g_string_append_c (self->text, ',');
      is_first = FALSE;
      append_position (self->text, point->position.lon, point->position.lat);
      if (i + 1 == self->points->len || get_point (self, i + 1)->after_gap)
        g_string_append_c (self->text, ']');
    }
}

static void
append_properties (Writer *self)
{
  char memory[MAX_PROPERTIES];
  g_autofree char *name = dup_name (self->target);
  RutterJsonLine line;
  gsize n;

  rutter_json_line_begin (&line, memory, sizeof memory);
  RUTTER_JSON_STRING (&line, "name", name);
  RUTTER_JSON_INT (&line, "mmsi", self->target->mmsi);
  if (self->target->imo != 0)
    RUTTER_JSON_INT (&line, "imo_as_sent", self->target->imo);
  RUTTER_JSON_STRING (&line, "feed", self->feed);
  RUTTER_JSON_STRING (&line, "origin", ORIGIN);
  RUTTER_JSON_STRING (&line, "program", "Rutter " RUTTER_VERSION);
  n = rutter_json_line_end (&line);
  if (line.is_full)
    g_string_append (self->text, "{}");
  else
    g_string_append_len (self->text, memory, (gssize)n);
}

static void
append_report (Writer                 *self,
               const RutterTrackPoint *point)
{
  g_string_append (self->text, ",\n{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\","
                               "\"coordinates\":");
  append_position (self->text, point->position.lon, point->position.lat);
  g_string_append (self->text, "},\"properties\":{\"time\":\"");
  append_time (self->text, point->time_us);
  g_string_append_c (self->text, '"');
  if (!isnan (point->speed_kn))
    {
      g_string_append (self->text, ",\"speed_kn\":");
      append_number (self->text, point->speed_kn, 1);
    }
  if (!isnan (point->course_deg))
    {
      g_string_append (self->text, ",\"course_deg\":");
      append_number (self->text, point->course_deg, 1);
    }
  g_string_append_printf (self->text, ",\"after_gap\":%s}}", point->after_gap ? "true" : "false");
}

static void
write_geojson (Writer *self)
{
  g_string_append (self->text, "{\"type\":\"FeatureCollection\",\"features\":[\n"
                               "{\"type\":\"Feature\",\"geometry\":{\"type\":\"MultiLineString\","
                               "\"coordinates\":[");
  append_lines (self);
  g_string_append (self->text, "]},\"properties\":");
  append_properties (self);
  g_string_append_c (self->text, '}');
  for (guint i = 0; i < self->points->len; i++)
    append_report (self, get_point (self, i));
  g_string_append (self->text, "\n]}\n");
}

/* Returns: with its dot */
const char *
rutter_track_format_get_suffix (RutterTrackFormat format)
{
  g_return_val_if_fail (format < RUTTER_N_TRACK_FORMAT, NULL);

  return suffixes[format];
}

/* Returns: whether the name of a file says in which format it is to be */
gboolean
rutter_track_format_find (RutterTrackFormat *format,
                          const char        *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (lower, suffixes[i]))
      {
        *format = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * rutter_track_write:
 * @feed: what heard it, in words
 * @points: (element-type RutterTrackPoint): oldest first
 *
 * Returns: (transfer full): the file, in UTF-8
 */
char *
rutter_track_write (RutterTrackFormat   format,
                    const RutterTarget *target,
                    const char         *feed,
                    GArray             *points)
{
  Writer self = { g_string_new (NULL), target, feed, points };

  switch (format)
    {
    case RUTTER_TRACK_CSV:
      write_csv (&self);
      break;

    case RUTTER_TRACK_GEOJSON:
      write_geojson (&self);
      break;

    case RUTTER_TRACK_GPX:
    case RUTTER_N_TRACK_FORMAT:
    default:
      write_gpx (&self);
      break;
    }

  return g_string_free (self.text, FALSE);
}
