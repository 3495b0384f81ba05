/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-ais-json-reader.h"

#include "rutter-ais-fields.h"
#include "rutter-json-scan.h"

typedef struct
{
  RutterJsonScan         scan;
  const RutterJsonValue *object;        /* with the fields; NULL for the whole */
  gboolean               is_aisstream;
  gboolean               is_scaled;
  RutterAisBits          bits;
} Reader;

static void
put (Reader  *reader,
     guint64  value,
     guint    n_bits)
{
  RutterAisBits *bits = &reader->bits;

  g_assert (bits->n_bits + n_bits <= RUTTER_AIS_MAX_BYTES * 8);
  for (guint i = n_bits; i > 0; i--, bits->n_bits++)
    bits->bytes[bits->n_bits / 8] |= (guint8)((value >> (i - 1) & 1) << (7 - bits->n_bits % 8));
}

static const RutterJsonValue *
find (Reader     *reader,
      const char *gpsd,
      const char *aisstream)
{
  const char *path = reader->is_aisstream ? aisstream : gpsd;

  return path != NULL ? rutter_json_scan_find (&reader->scan, reader->object, path) : NULL;
}

/* Into the width of a field; what cannot be in it is not available. */
static gint64
fit (const RutterAisField *field,
     double                number)
{
  gboolean is_signed = field->kind == RUTTER_AIS_FIELD_DEGREES ||
                       field->kind == RUTTER_AIS_FIELD_COARSE ||
                       field->kind == RUTTER_AIS_FIELD_TURN;
  double highest = (double)(G_GUINT64_CONSTANT (1) << (field->n_bits - is_signed)) - 1;
  double rounded = floor (number + 0.5);

  return rounded >= (is_signed ? -highest - 1 : 0) && rounded <= highest ? (gint64)rounded
                                                                          : field->none;
}

/* Degrees in a minute back to what was sent for them. */
static double
unscale_turn (double turn)
{
  double sent = floor (sqrt (fabs (turn)) * 4.733 + 0.5);

  return copysign (MIN (sent, 126), turn);
}

static double
get_sent (Reader                *reader,
          const RutterAisField  *field,
          const RutterJsonValue *value)
{
  double number = rutter_json_value_get_number (value);
  gboolean is_scaled = reader->is_aisstream || reader->is_scaled;

  if (value->kind == '"')
    return rutter_json_value_equals (value, "fast") ? RUTTER_AIS_FAST
           : rutter_json_value_equals (value, "fastleft") ? -RUTTER_AIS_TURN_UNMEASURED
           : rutter_json_value_equals (value, "fastright") ? RUTTER_AIS_TURN_UNMEASURED : NAN;

  switch ((RutterAisFieldKind)field->kind)
    {
    case RUTTER_AIS_FIELD_TENTHS:
      return is_scaled ? number * 10 : number;

    case RUTTER_AIS_FIELD_DEGREES:
      return is_scaled ? number * 600000 : number;

    case RUTTER_AIS_FIELD_COARSE:
      return is_scaled ? number * 600 : number;

    case RUTTER_AIS_FIELD_TURN:
      return reader->is_scaled ? unscale_turn (number) : number;

    case RUTTER_AIS_FIELD_END:
    case RUTTER_AIS_FIELD_SPARE:
    case RUTTER_AIS_FIELD_NUMBER:
    case RUTTER_AIS_FIELD_TEXT:
    case RUTTER_AIS_FIELD_MONTH:
    case RUTTER_AIS_FIELD_YEAR:
    default:
      return number;
    }
}

/* The next character of a string with escapes, or 0 at its end. */
static char
take_character (const char **at,
                const char  *end)
{
  char c;

  if (*at == end)
    return '\0';

  c = *(*at)++;
  if (c != '\\' || *at == end)
    return c;

  c = *(*at)++;
  if (c != 'u')
    return c == '"' || c == '\\' || c == '/' ? c : ' ';

  /* Six-bit text has nothing beyond ASCII; & and < are what some writers escape. */
  if (end - *at < 4 || (*at)[0] != '0' || (*at)[1] != '0' || !g_ascii_isxdigit ((*at)[2]) ||
      !g_ascii_isxdigit ((*at)[3]))
    return '?';
  c = (char)(g_ascii_xdigit_value ((*at)[2]) << 4 | g_ascii_xdigit_value ((*at)[3]));
  *at += 4;
  return c != '\0' ? c : '@';
}

static void
put_text (Reader                *reader,
          const RutterJsonValue *value,
          guint                  n_characters)
{
  const char *at = value != NULL && value->kind == '"' ? value->text : NULL;
  const char *end = at != NULL ? at + value->length : NULL;

  for (guint i = 0; i < n_characters; i++)
    {
      char c = at != NULL ? g_ascii_toupper (take_character (&at, end)) : '\0';

      put (reader, c == '\0' ? 0 : c >= ' ' && c <= '_' ? (guint64)c & 63 : '?', 6);
    }
}

/* gpsd's texts "05-15T14:00Z" and "2007-05-14T19:57:39Z": the numbers in them, in order. */
static double
read_part (const RutterJsonValue *value,
           guint                  part)
{
  const char *end = value->text + value->length;
  double number = NAN;

  for (const char *c = value->text; c < end; c++)
    if (g_ascii_isdigit (*c))
      {
        number = isnan (number) ? 0 : number;
        number = MIN (number * 10 + (*c - '0'), 1e6);
      }
    else if (part-- == 0)
      return number;
    else
      number = NAN;

  return part == 0 ? number : NAN;
}

/* All fields of one layout, each where it belongs. */
static void
put_fields (Reader               *reader,
            const RutterAisField *fields)
{
  guint part = 0;

  for (const RutterAisField *field = fields; field->kind != RUTTER_AIS_FIELD_END; field++)
    {
      const RutterJsonValue *value = find (reader, field->gpsd, field->aisstream);
      gboolean is_date = field->kind == RUTTER_AIS_FIELD_MONTH ||
                         field->kind == RUTTER_AIS_FIELD_YEAR;
      double sent = NAN;

      if (field->kind == RUTTER_AIS_FIELD_TEXT)
        {
          put_text (reader, value, field->n_bits / 6);
          continue;
        }
      if (value != NULL)
        sent = is_date && value->kind == '"' ? read_part (value, part)
                                             : get_sent (reader, field, value);
      part += is_date;
      put (reader, (guint64)(isnan (sent) ? field->none : fit (field, sent)), field->n_bits);
    }
}

/* The longer name of an aid goes behind its other fields. */
static void
put_more_name (Reader *reader)
{
  const RutterJsonValue *value = find (reader, "name", "NameExtension");
  RutterJsonValue rest;

  if (value == NULL || value->kind != '"')
    return;

  rest = *value;
  if (!reader->is_aisstream)
    {
      const char *end = value->text + value->length;

      for (guint i = 0; i < 20 && rest.text < end; i++)
        take_character (&rest.text, end);
      rest.length = (gsize)(end - rest.text);
    }
  if (rest.length > 0)
    put_text (reader, &rest, 14);
}

/* Which of its two parts a type 24 is; where gpsd has joined them there is the name as well. */
static int
choose_layout (Reader *reader,
               int     type)
{
  const RutterJsonValue *part = find (reader, "part", "PartNumber");

  if (type != 24)
    return type;
  if (reader->is_aisstream)
    return part != NULL && part->kind == 't' ? 24 : -24;
  if (part != NULL && part->kind == '"')
    return rutter_json_value_equals (part, "A") ? -24 : 24;

  return find (reader, "callsign", NULL) != NULL || find (reader, "shiptype", NULL) != NULL ? 24
                                                                                            : -24;
}

static gboolean
get_integer (Reader     *reader,
             const char *gpsd,
             const char *aisstream,
             guint32     highest,
             guint32    *integer)
{
  const RutterJsonValue *value = find (reader, gpsd, aisstream);
  double number = value != NULL ? rutter_json_value_get_number (value) : NAN;

  if (!(number >= 0 && number <= highest) || number != floor (number))
    return FALSE;

  *integer = (guint32)number;
  return TRUE;
}

static RutterAisJsonResult
read_message (Reader           *reader,
              RutterAisMessage *message)
{
  guint32 type, mmsi, repeat = 0;
  const RutterJsonValue *name;
  int layout;

  if (!get_integer (reader, "type", "MessageID", 63, &type) ||
      !get_integer (reader, "mmsi", "UserID", (1u << 30) - 1, &mmsi))
    return RUTTER_AIS_JSON_MALFORMED;

  layout = choose_layout (reader, (int)type);
  if (rutter_ais_fields_get (layout) == NULL)
    return RUTTER_AIS_JSON_UNREAD;

  get_integer (reader, "repeat", "RepeatIndicator", 3, &repeat);
  memset (&reader->bits, 0, sizeof reader->bits);
  put (reader, type, 6);
  put (reader, repeat, 2);
  put (reader, mmsi, 30);
  put_fields (reader, rutter_ais_fields_get (layout));
  if (type == 21)
    put_more_name (reader);
  if (rutter_ais_message_decode (message, &reader->bits) != RUTTER_AIS_DECODED)
    return RUTTER_AIS_JSON_MALFORMED;

  name = layout == 24 ? find (reader, "shipname", NULL) : NULL;
  if (name != NULL)
    {
      reader->bits.at = reader->bits.n_bits;
      put_text (reader, name, 20);
      rutter_ais_bits_take_text (&reader->bits, 20, message->identity.name);
    }
  if (layout == 24 && !reader->is_aisstream &&
      get_integer (reader, "mothership_mmsi", NULL, (1u << 30) - 1, &mmsi))
    message->identity.mothership = mmsi;

  return RUTTER_AIS_JSON_READ;
}

static void
read_stamp (Reader         *reader,
            RutterAisStamp *stamp)
{
  static const char *const times[] = { "time", "rxuxtime" };
  const RutterJsonValue *value;

  if (reader->is_aisstream)
    {
      value = rutter_json_scan_find (&reader->scan, NULL, "MetaData.time_utc");
      if (value != NULL && value->kind == '"')
        rutter_ais_stamp_read_prefix (stamp, value->text, value->length);
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (times) && stamp->time_us == 0; i++)
    if ((value = find (reader, times[i], NULL)) != NULL && value->kind == '0')
      rutter_ais_stamp_read_prefix (stamp, value->text, value->length);
}

/**
 * rutter_ais_json_read:
 * @text: one line or frame
 * @stamp: (out): what the line says of when it was heard
 */
RutterAisJsonResult
rutter_ais_json_read (const char       *text,
                      gsize             length,
                      RutterAisMessage *message,
                      RutterAisStamp   *stamp)
{
  Reader reader;
  const RutterJsonValue *kind;
  const RutterJsonValue *body;
  RutterAisJsonResult result;

  memset (stamp, 0, sizeof *stamp);
  if (!rutter_json_scan_read (&reader.scan, text, length))
    return RUTTER_AIS_JSON_MALFORMED;

  reader.object = NULL;
  reader.is_aisstream = FALSE;
  kind = find (&reader, "class", NULL);
  body = rutter_json_scan_find (&reader.scan, NULL, "Message");
  if (kind != NULL && rutter_json_value_equals (kind, "AIS"))
    {
      const RutterJsonValue *scaled = find (&reader, "scaled", NULL);

      reader.is_scaled = scaled != NULL && scaled->kind == 't';
    }
  else if (body != NULL && body->kind == '{' && body + 1 < reader.scan.values + reader.scan.n &&
           body[1].kind == '{' && rutter_json_scan_find (&reader.scan, &body[1], "UserID") != NULL)
    {
      reader.is_aisstream = TRUE;
      reader.is_scaled = FALSE;
      reader.object = &body[1];
    }
  else
    {
      return RUTTER_AIS_JSON_OTHER;
    }

  result = read_message (&reader, message);
  if (result == RUTTER_AIS_JSON_READ)
    read_stamp (&reader, stamp);
  return result;
}
