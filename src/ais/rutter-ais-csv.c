/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-ais-csv.h"

#include "rutter-ais-json-reader.h"

#include <stdio.h>
#include <string.h>

#define MOST_BYTES 1024

enum
{
  NONE, MMSI, TIME, LON, LAT, SPEED, COURSE, HEADING, TURN, STATUS, NAME, IMO, CALLSIGN, TYPE,
  LENGTH, WIDTH, DRAUGHT, DESTINATION, ETA, MOBILE, BOW, STERN, PORT, STARBOARD, N_COLUMNS
};

/* The names of columns, without what is neither letter nor digit. */
static const struct
{
  const char *name;
  guint8      what;
} names[] = {
  { "mmsi", MMSI },             { "basedatetime", TIME },     { "timestamp", TIME },
  { "lon", LON },               { "longitude", LON },         { "lat", LAT },
  { "latitude", LAT },          { "sog", SPEED },             { "cog", COURSE },
  { "heading", HEADING },       { "rot", TURN },              { "status", STATUS },
  { "navigationalstatus", STATUS }, { "vesselname", NAME },   { "name", NAME },
  { "imo", IMO },               { "callsign", CALLSIGN },     { "vesseltype", TYPE },
  { "shiptype", TYPE },         { "length", LENGTH },         { "width", WIDTH },
  { "draft", DRAUGHT },         { "draught", DRAUGHT },       { "destination", DESTINATION },
  { "eta", ETA },               { "transceiverclass", MOBILE }, { "transceiver", MOBILE },
  { "typeofmobile", MOBILE },   { "a", BOW },                 { "b", STERN },
  { "c", PORT },                { "d", STARBOARD },
};

/* Words for numbers of ITU-R M.1371, by how they begin; the Danish tables have them. */
typedef struct
{
  const char *word;
  int         number;
} Word;

static const Word statuses[] = {
  { "under way using engine", 0 }, /* untranslated */
  { "at anchor", 1 },              /* untranslated */
  { "not under command", 2 },      /* untranslated */
  { "restricted man", 3 },         /* untranslated */
  { "constrained by her", 4 },     /* untranslated */
  { "moored", 5 },
  { "aground", 6 },
  { "engaged in fishing", 7 },     /* untranslated */
  { "under way sailing", 8 },      /* untranslated */
  { NULL, 15 },
};
static const Word types[] = {
  { "wig", 20 },              { "fishing", 30 },
  { "towing long", 32 },      /* untranslated */
  { "towing", 31 },           { "dredging", 33 },  { "diving", 34 },  { "military", 35 },
  { "sailing", 36 },          { "pleasure", 37 },  { "hsc", 40 },     { "pilot", 50 },
  { "sar", 51 },              { "tug", 52 },
  { "port tender", 53 },      /* untranslated */
  { "anti-pollution", 54 },
  { "law enforcement", 55 },  /* untranslated */
  { "medical", 58 },          { "passenger", 60 }, { "cargo", 70 },   { "tanker", 80 },
  { "other", 90 },            { NULL, 0 },
};
/* The type of message that says where such a one is. */
static const Word mobiles[] = {
  { "class a", 1 },  /* untranslated */
  { "class b", 18 }, /* untranslated */
  { "base st", 4 },  /* untranslated */
  { "aton", 21 },
  { "sar air", 9 },  /* untranslated */
  { "a", 1 },        { "b", 18 },     { NULL, 1 },
};

/* A row in pieces: each ends with a NUL. */
typedef struct
{
  char  bytes[MOST_BYTES + 1];
  char *fields[RUTTER_AIS_CSV_COLUMNS];
  guint n;
} Row;

/* Takes quotes away; two of them inside are one. */
static char *
take_field (char **at)
{
  char *start = *at;
  char *to = *at;
  char *from = *at;
  gboolean is_quoted = *from == '"';

  for (from += is_quoted; *from != '\0' && (is_quoted || *from != ','); from++)
    {
      if (is_quoted && *from == '"' && from[1] != '"')
        {
          is_quoted = FALSE;
          continue;
        }
      from += is_quoted && *from == '"';
      *to++ = *from;
    }

  *at = *from == ',' ? from + 1 : NULL;
  *to = '\0';
  return g_strstrip (start);
}

static gboolean
split (Row        *row,
       const char *line,
       gsize       length)
{
  char *at = row->bytes;

  if (length > MOST_BYTES || memchr (line, '\0', length) != NULL)
    return FALSE;

  memcpy (row->bytes, line, length);
  row->bytes[length] = '\0';
  for (row->n = 0; at != NULL && row->n < RUTTER_AIS_CSV_COLUMNS; row->n++)
    row->fields[row->n] = take_field (&at);

  return TRUE;
}

/* @line: without its line end; may begin with a byte order mark
 *
 * Returns: whether it is the first line of such a table
 */
gboolean
rutter_ais_csv_read_header (RutterAisCsv *self,
                            const char   *line,
                            gsize         length)
{
  guint32 found = 0;
  Row row;

  memset (self, 0, sizeof *self);
  if (!split (&row, line, length))
    return FALSE;

  self->n = row.n;
  for (guint i = 0; i < row.n; i++)
    {
      char *to = row.fields[i];

      for (char *c = row.fields[i]; *c != '\0'; c++)
        if (g_ascii_isalnum (*c))
          *to++ = g_ascii_tolower (*c);
      *to = '\0';
      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        if (g_str_equal (row.fields[i], names[j].name))
          self->what[i] = names[j].what;
      found |= 1u << self->what[i];
    }

  return (found >> MMSI & 1) && (found >> TIME & 1) && (found >> LON & 1) && (found >> LAT & 1);
}

static int
find_word (const Word *words,
           const char *text)
{
  while (words->word != NULL &&
         g_ascii_strncasecmp (text, words->word, strlen (words->word)) != 0)
    words++;

  return words->number;
}

static gboolean
is_said (const char *text)
{
  return text != NULL && *text != '\0' && g_ascii_strncasecmp (text, "unknown", 7) != 0 &&
         g_ascii_strcasecmp (text, "undefined") != 0;
}

static gboolean
get_number (const char *text,
            double     *number)
{
  char *end;

  *number = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && fabs (*number) < 1e12;
}

static void
put_number (GString    *json,
            const char *name,
            const char *text)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  double number;

  if (text != NULL && get_number (text, &number))
    g_string_append_printf (json, ",\"%s\":%s", name,
                            g_ascii_formatd (digits, sizeof digits, "%.6f", number));
}

/* The number, or the word's. */
static void
put_code (GString    *json,
          const char *name,
          const char *text,
          const Word *words)
{
  double number;

  if (!is_said (text))
    return;

  g_string_append_printf (json, ",\"%s\":%d", name,
                          get_number (text, &number) && number >= 0 && number < 256
                            ? (int)number : find_word (words, text));
}

/* Six-bit text has nothing that would have to be escaped but these. */
static void
put_text (GString    *json,
          const char *name,
          const char *text)
{
  if (!is_said (text))
    return;

  g_string_append_printf (json, ",\"%s\":\"", name);
  for (const char *c = text; *c != '\0'; c++)
    g_string_append_c (json, *c < ' ' || *c > '~' || *c == '"' || *c == '\\' ? '?' : *c);
  g_string_append_c (json, '"');
}

/* "IMO9869693" or "9869693" */
static void
put_imo (GString    *json,
         const char *text)
{
  if (text != NULL && g_ascii_strncasecmp (text, "IMO", 3) == 0)
    text += 3;
  put_number (json, "imo", text);
}

/* A full date, day first, of which the sender gave no year. */
static void
put_eta (GString    *json,
         const char *text)
{
  int day, month, year, hour, minute;

  if (text != NULL && sscanf (text, "%2d/%2d/%4d %2d:%2d", &day, &month, &year, &hour,
                              &minute) == 5)
    g_string_append_printf (json, ",\"eta\":\"%02d-%02dT%02d:%02dZ\"", month, day, hour, minute);
}

/* From where the antenna is unknown, as ITU-R M.1371 has it: all behind and to starboard of it. */
static void
put_hull (GString     *json,
          char *const *fields)
{
  if (fields[BOW] != NULL && *fields[BOW] != '\0')
    {
      put_number (json, "to_bow", fields[BOW]);
      put_number (json, "to_stern", fields[STERN]);
      put_number (json, "to_port", fields[PORT]);
      put_number (json, "to_starboard", fields[STARBOARD]);
      return;
    }

  put_number (json, "to_stern", fields[LENGTH]);
  put_number (json, "to_starboard", fields[WIDTH]);
}

static gboolean
read_json (GString          *json,
           RutterAisMessage *message)
{
  RutterAisStamp stamp;

  g_string_append_c (json, '}');
  return rutter_ais_json_read (json->str, json->len, message, &stamp) == RUTTER_AIS_JSON_READ;
}

static GString *
begin (int         type,
       const char *mmsi)
{
  GString *json = g_string_sized_new (512);

  g_string_append_printf (json, "{\"class\":\"AIS\",\"scaled\":true,\"type\":%d", type);
  put_number (json, "mmsi", mmsi);
  return json;
}

static gboolean
make_position (int               type,
               char *const      *fields,
               RutterAisMessage *message)
{
  g_autoptr(GString) json = begin (type, fields[MMSI]);

  put_number (json, "lon", fields[LON]);
  put_number (json, "lat", fields[LAT]);
  put_number (json, "speed", fields[SPEED]);
  put_number (json, "course", fields[COURSE]);
  put_number (json, "heading", fields[HEADING]);
  put_number (json, "turn", fields[TURN]);
  put_code (json, "status", fields[STATUS], statuses);
  if (type == 21)
    put_text (json, "name", fields[NAME]);
  return read_json (json, message);
}

/* Nothing is said of what the row does not name. */
static gboolean
make_identity (int               type,
               char *const      *fields,
               RutterAisMessage *message)
{
  g_autoptr(GString) json = begin (type, fields[MMSI]);
  gsize n_before = json->len;

  put_text (json, "shipname", fields[NAME]);
  put_text (json, "callsign", fields[CALLSIGN]);
  put_code (json, "shiptype", fields[TYPE], types);
  put_hull (json, fields);
  if (type == 5)
    {
      put_imo (json, fields[IMO]);
      put_number (json, "draught", fields[DRAUGHT]);
      put_text (json, "destination", fields[DESTINATION]);
      put_eta (json, fields[ETA]);
    }

  return json->len > n_before && read_json (json, message);
}

/**
 * rutter_ais_csv_read:
 * @line: without its line end
 * @messages: (out) (array): room for %RUTTER_AIS_CSV_MESSAGES
 * @time_us: (out): when, since 1970
 *
 * Returns: how many messages the row holds; 0 when it is damaged
 */
guint
rutter_ais_csv_read (const RutterAisCsv *self,
                     const char         *line,
                     gsize               length,
                     RutterAisMessage   *messages,
                     gint64             *time_us)
{
  char *fields[N_COLUMNS] = { NULL };
  RutterAisStamp stamp = { 0 };
  Row row;
  guint n;
  int type;

  if (!split (&row, line, length) || row.n != self->n)
    return 0;

  for (guint i = 0; i < row.n; i++)
    fields[self->what[i]] = row.fields[i];
  rutter_ais_stamp_read_prefix (&stamp, fields[TIME], strlen (fields[TIME]));
  *time_us = stamp.time_us;
  type = fields[MOBILE] != NULL ? find_word (mobiles, fields[MOBILE]) : 1;
  if (stamp.time_us == 0 || !make_position (type, fields, &messages[0]))
    return 0;

  n = 1;
  if (type == 1 || type == 18)
    n += make_identity (type == 1 ? 5 : 24, fields, &messages[1]);
  return n;
}
