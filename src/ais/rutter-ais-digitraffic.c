/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-ais-digitraffic.h"

#include "rutter-ais-json-reader.h"
#include "rutter-json-scan.h"

#include <math.h>
#include <string.h>

/* As long as any text of a message with every character escaped. */
#define MOST_BYTES_A_TEXT 130

/* The same message as gpsd writes it, in the numbers that were sent. */
typedef struct
{
  const RutterJsonScan  *scan;
  const RutterJsonValue *object;
  char                   line[2048];
  gsize                  n;
} Turner;

static void
append (Turner     *self,
        const char *format,
        ...) G_GNUC_PRINTF (2, 3);

static void
append (Turner     *self,
        const char *format,
        ...)
{
  gsize left = sizeof self->line - self->n;
  va_list arguments;
  int n;

  va_start (arguments, format);
  n = g_vsnprintf (self->line + self->n, left, format, arguments);
  va_end (arguments);
  self->n += n > 0 ? MIN ((gsize)n, left - 1) : 0;
}

static const RutterJsonValue *
find (Turner     *self,
      const char *name)
{
  return rutter_json_scan_find (self->scan, self->object, name);
}

static double
get_number (Turner     *self,
            const char *name)
{
  const RutterJsonValue *value = find (self, name);

  return value != NULL && value->kind == '0' ? rutter_json_value_get_number (value) : NAN;
}

static void
begin (Turner  *self,
       int      type,
       guint32  mmsi)
{
  self->n = 0;
  append (self, "{\"class\":\"AIS\",\"scaled\":false,\"type\":%d,\"mmsi\":%u", type, mmsi);
}

/* What is not there, or can't be, is left out: not available. */
static void
put_value (Turner     *self,
           const char *name,
           double      value,
           double      per_unit)
{
  double sent = floor (value * per_unit + 0.5);

  if (fabs (sent) < 1e9)
    append (self, ",\"%s\":%.0f", name, sent);
}

static void
put (Turner     *self,
     const char *name,
     const char *their_name,
     double      per_unit)
{
  const RutterJsonValue *value = find (self, their_name);

  put_value (self, name, value != NULL ? rutter_json_value_get_number (value) : NAN, per_unit);
}

/* Escapes stay as they are. */
static void
put_text (Turner     *self,
          const char *name,
          const char *their_name)
{
  const RutterJsonValue *value = find (self, their_name);

  if (value != NULL && value->kind == '"' && value->length <= MOST_BYTES_A_TEXT &&
      memchr (value->text, '\0', value->length) == NULL)
    append (self, ",\"%s\":\"%.*s\"", name, (int)value->length, value->text);
}

static gboolean
end (Turner           *self,
     RutterAisMessage *message)
{
  RutterAisStamp stamp;

  append (self, "}");
  return rutter_ais_json_read (self->line, self->n, message, &stamp) == RUTTER_AIS_JSON_READ;
}

/* Seconds or milliseconds since 1970; 0 for what is neither. */
static gint64
read_time (double number)
{
  if (!(number > 1e9 && number < 1e14))
    return 0;

  return (gint64)(number < 1e11 ? number * G_USEC_PER_SEC : number * 1000);
}

static guint32
read_mmsi (Turner  *self,
           guint32  mmsi)
{
  double number = mmsi != 0 ? mmsi : get_number (self, "mmsi");

  return number >= 1 && number <= 999999999 && number == floor (number) ? (guint32)number : 0;
}

/* Month, day, hour, minute in 4, 5, 5 and 6 bits. */
static void
put_packed_eta (Turner     *self,
                const char *their_name)
{
  double number = get_number (self, their_name);
  guint eta = number >= 0 && number < (1 << 20) ? (guint)number : 1596;

  append (self, ",\"eta\":\"%02u-%02uT%02u:%02uZ\"", eta >> 16, eta >> 11 & 31, eta >> 6 & 31,
          eta & 63);
}

static gboolean
read_location (Turner           *self,
               guint32           mmsi,
               double            lon,
               double            lat,
               RutterAisMessage *message)
{
  begin (self, 1, mmsi);
  put_value (self, "lon", lon, 600000);
  put_value (self, "lat", lat, 600000);
  put (self, "speed", "sog", 10);
  put (self, "course", "cog", 10);
  put (self, "status", "navStat", 1);
  put (self, "turn", "rot", 1);
  put (self, "accuracy", "posAcc", 1);
  put (self, "raim", "raim", 1);
  put (self, "heading", "heading", 1);
  return end (self, message);
}

/* @is_long: the names are those of HTTP, else of MQTT */
static gboolean
read_vessel (Turner           *self,
             guint32           mmsi,
             gboolean          is_long,
             RutterAisMessage *message)
{
  begin (self, 5, mmsi);
  put (self, "imo", "imo", 1);
  put_text (self, "callsign", "callSign");
  put_text (self, "shipname", "name");
  put_text (self, "destination", "destination");
  put (self, "shiptype", is_long ? "shipType" : "type", 1);
  put (self, "to_bow", is_long ? "referencePointA" : "refA", 1);
  put (self, "to_stern", is_long ? "referencePointB" : "refB", 1);
  put (self, "to_port", is_long ? "referencePointC" : "refC", 1);
  put (self, "to_starboard", is_long ? "referencePointD" : "refD", 1);
  put (self, "epfd", "posType", 1);
  put (self, "draught", "draught", 1);
  put_packed_eta (self, "eta");
  return end (self, message);
}

/* A GeoJSON feature: the time is not its “timestamp”, which is the second of the AIS message. */
static gboolean
read_feature (Turner           *self,
              RutterAisMessage *message,
              gint64           *time_us)
{
  const RutterJsonValue *place = find (self, "geometry.coordinates");
  const RutterJsonValue *last = self->scan->values + self->scan->n;
  guint32 mmsi = read_mmsi (self, 0);

  if (place == NULL || place->kind != '[' || place + 2 >= last || mmsi == 0 ||
      place[1].kind != '0' || place[2].kind != '0')
    return FALSE;

  self->object = find (self, "properties");
  if (self->object == NULL || self->object->kind != '{')
    return FALSE;

  *time_us = read_time (get_number (self, "timestampExternal"));
  return read_location (self, mmsi, rutter_json_value_get_number (&place[1]),
                        rutter_json_value_get_number (&place[2]), message);
}

/**
 * rutter_ais_digitraffic_read:
 * @text: one feature, one vessel, or what was published of one
 * @mmsi: as the topic says; 0: it is in the text
 * @time_us: (out): since 1970; 0 when not said
 *
 * Returns: whether it was a message
 */
gboolean
rutter_ais_digitraffic_read (const char       *text,
                             gsize             length,
                             guint32           mmsi,
                             RutterAisMessage *message,
                             gint64           *time_us)
{
  RutterJsonScan scan;
  Turner self;

  *time_us = 0;
  self.scan = &scan;
  self.object = NULL;
  if (!rutter_json_scan_read (&scan, text, length) || scan.values[0].kind != '{')
    return FALSE;

  if (find (&self, "geometry") != NULL)
    return read_feature (&self, message, time_us);

  mmsi = read_mmsi (&self, mmsi);
  if (mmsi == 0)
    return FALSE;
  if (find (&self, "lon") != NULL && find (&self, "lat") != NULL)
    {
      *time_us = read_time (get_number (&self, "time"));
      return read_location (&self, mmsi, get_number (&self, "lon"), get_number (&self, "lat"),
                            message);
    }
  if (find (&self, "imo") == NULL && find (&self, "name") == NULL)
    return FALSE;

  *time_us = read_time (get_number (&self, "timestamp"));
  return read_vessel (&self, mmsi, find (&self, "shipType") != NULL, message);
}

/* Such as “2026-07-11T13:18:26+00:00”. */
static gint64
read_iso_time (Turner     *self,
               const char *name)
{
  const RutterJsonValue *value = find (self, name);
  g_autoptr(GDateTime) time = NULL;
  char text[40];

  if (value == NULL || value->kind != '"' || value->length >= sizeof text)
    return 0;

  memcpy (text, value->text, value->length);
  text[value->length] = '\0';
  time = g_date_time_new_from_iso8601 (text, NULL);
  return time != NULL ? g_date_time_to_unix (time) * G_USEC_PER_SEC : 0;
}

/**
 * rutter_ais_barentswatch_read:
 * @text: one line: where a vessel is and, mostly, what it is. Its draught, turn and ETA are left
 *   out: nothing that we know says in which units they are.
 *
 * Returns: how many messages it was: 0 to 2
 */
guint
rutter_ais_barentswatch_read (const char       *text,
                              gsize             length,
                              RutterAisMessage  messages[2],
                              gint64           *time_us)
{
  RutterJsonScan scan;
  Turner self;
  guint32 mmsi;
  guint n = 0;

  *time_us = 0;
  self.scan = &scan;
  self.object = NULL;
  if (!rutter_json_scan_read (&scan, text, length) || scan.values[0].kind != '{' ||
      (mmsi = read_mmsi (&self, 0)) == 0)
    return 0;

  *time_us = read_iso_time (&self, "msgtime");
  if (!isnan (get_number (&self, "longitude")) && !isnan (get_number (&self, "latitude")))
    {
      begin (&self, 1, mmsi);
      put (&self, "lon", "longitude", 600000);
      put (&self, "lat", "latitude", 600000);
      put (&self, "speed", "speedOverGround", 10);
      put (&self, "course", "courseOverGround", 10);
      put (&self, "heading", "trueHeading", 1);
      put (&self, "status", "navigationalStatus", 1);
      n += end (&self, &messages[n]);
    }
  if (find (&self, "name") != NULL && find (&self, "name")->kind == '"')
    {
      begin (&self, 5, mmsi);
      put_text (&self, "shipname", "name");
      put_text (&self, "callsign", "callSign");
      put_text (&self, "destination", "destination");
      put (&self, "imo", "imoNumber", 1);
      put (&self, "shiptype", "shipType", 1);
      n += end (&self, &messages[n]);
    }

  return n;
}
