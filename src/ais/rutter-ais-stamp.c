/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-ais-stamp.h"

#include <string.h>

/* A piece of a line that has no NUL behind it. */
typedef struct
{
  const char *at;
  const char *end;
} Span;

static gboolean
take_char (Span *span,
           char  c)
{
  if (span->at == span->end || *span->at != c)
    return FALSE;

  span->at++;
  return TRUE;
}

/* Takes digits as far as they go, at most 19. */
static gboolean
take_number (Span    *span,
             guint64 *value)
{
  const char *start = span->at;

  *value = 0;
  while (span->at < span->end && g_ascii_isdigit (*span->at) && span->at - start < 19)
    *value = *value * 10 + (guint64)(*span->at++ - '0');

  return span->at > start;
}

/* Takes what stands before @c and the @c itself; all there is when there is none. */
static Span
take_until (Span *span,
            char  c)
{
  const char *found = memchr (span->at, c, (size_t)(span->end - span->at));
  Span part = { span->at, found != NULL ? found : span->end };

  span->at = found != NULL ? found + 1 : span->end;
  return part;
}

/* Seconds, milliseconds, microseconds or nanoseconds, told apart by their size, which is good from
 * 1973 to the year 5138; seconds may have decimals.
 */
static gint64
read_unix_time (Span span)
{
  guint64 value, unit = 100000;
  gint64 time_us;

  if (!take_number (&span, &value))
    return 0;

  if (value >= G_GUINT64_CONSTANT (100000000000000000))
    return (gint64)(value / 1000);
  if (value >= G_GUINT64_CONSTANT (100000000000000))
    return (gint64)value;
  if (value >= G_GUINT64_CONSTANT (100000000000))
    return (gint64)(value * 1000);

  time_us = (gint64)(value * G_USEC_PER_SEC);
  if (take_char (&span, '.'))
    for (; span.at < span.end && g_ascii_isdigit (*span.at) && unit > 0; span.at++, unit /= 10)
      time_us += (gint64)(unit * (guint64)(*span.at - '0'));

  return time_us;
}

/* Days since 1970 in the Gregorian calendar, or -1 when there is no such day. */
static gint64
count_days (guint64 year,
            guint64 month,
            guint64 day)
{
  GDate date;

  if (year < 1970 || year > 9999 || month < 1 || month > 12 ||
      !g_date_valid_dmy ((GDateDay)MIN (day, 255), (GDateMonth)month, (GDateYear)year))
    return -1;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
  return (gint64)g_date_get_julian (&date) - 719163;
}

static gint64
make_time (const guint64 *ymdhms,
           gint64         us)
{
  gint64 days = count_days (ymdhms[0], ymdhms[1], ymdhms[2]);

  if (days < 0 || ymdhms[3] > 23 || ymdhms[4] > 59 || ymdhms[5] > 60)
    return 0;

  return (((days * 24 + (gint64)ymdhms[3]) * 60 + (gint64)ymdhms[4]) * 60 + (gint64)ymdhms[5])
         * G_USEC_PER_SEC + us;
}

/* 2017-02-20T00:00:00 (or a blank for the T), or 18/05/2012 18:15:37, day first */
static gint64
read_date (Span span)
{
  guint64 value[6];
  guint64 first;
  gboolean is_iso;

  if (!take_number (&span, &value[0]))
    return 0;

  is_iso = take_char (&span, '-');
  if ((!is_iso && !take_char (&span, '/')) || !take_number (&span, &value[1]) ||
      !take_char (&span, is_iso ? '-' : '/') || !take_number (&span, &value[2]) ||
      (!take_char (&span, 'T') && !take_char (&span, ' ')) ||
      !take_number (&span, &value[3]) || !take_char (&span, ':') ||
      !take_number (&span, &value[4]) || !take_char (&span, ':') ||
      !take_number (&span, &value[5]))
    return 0;

  if (!is_iso)
    {
      first = value[0];
      value[0] = value[2];
      value[2] = first;
    }
  return make_time (value, 0);
}

static void
set_station (RutterAisStamp *self,
             Span            span)
{
  gsize length = MIN ((gsize)(span.end - span.at), sizeof self->station - 1);

  for (gsize i = 0; i < length; i++)
    self->station[i] = span.at[i] > ' ' && span.at[i] <= '~' ? span.at[i] : '?';
  self->station[length] = '\0';
}

static gboolean
has_checksum (Span *block)
{
  const char *star = memchr (block->at, '*', (size_t)(block->end - block->at));
  guint8 sum = 0;

  if (star == NULL || block->end - star < 3)
    return FALSE;

  for (const char *c = block->at; c < star; c++)
    sum ^= (guint8)*c;
  block->end = star;
  return g_ascii_xdigit_value (star[1]) == sum >> 4 && g_ascii_xdigit_value (star[2]) == (sum & 15);
}

/* key:value,key:value*hh */
static void
read_tag_block (RutterAisStamp *self,
                Span            block)
{
  if (!has_checksum (&block))
    {
      self->n_bad_tags++;
      return;
    }

  while (block.at < block.end)
    {
      Span field = take_until (&block, ',');

      if (field.end - field.at < 3 || field.at[1] != ':')
        continue;
      if (field.at[0] == 'c')
        self->time_us = read_unix_time ((Span) { field.at + 2, field.end });
      else if (field.at[0] == 's')
        set_station (self, (Span) { field.at + 2, field.end });
    }
}

/* What a logger writes before a sentence: a date or a Unix time, then a blank or a semicolon. */
static gint64
read_log_time (Span span)
{
  gint64 time_us;

  while (take_char (&span, ' ') || take_char (&span, '"'))
    ;
  while (span.at < span.end && strchr (" \t;\"", span.end[-1]) != NULL)
    span.end--;

  time_us = read_date (span);
  if (time_us != 0)
    return time_us;

  for (const char *c = span.at; c < span.end; c++)
    if (!g_ascii_isdigit (*c) && *c != '.')
      return 0;

  return read_unix_time (span);
}

/**
 * rutter_ais_stamp_read_prefix:
 * @text: what stands in a line before a sentence
 *
 * Reads tag blocks and, where they don't tell, a time before them.
 */
void
rutter_ais_stamp_read_prefix (RutterAisStamp *self,
                              const char     *text,
                              gsize           length)
{
  Span rest = { text, text + length };
  Span head = take_until (&rest, '\\');

  while (rest.at < rest.end)
    {
      Span block = take_until (&rest, '\\');

      if (block.at < block.end)
        read_tag_block (self, block);
    }
  if (self->time_us == 0)
    self->time_us = read_log_time (head);
}

/**
 * rutter_ais_stamp_read_suffix:
 * @text: what stands in a line behind a sentence, such as ",d-109,r003669946,1325394060"
 *
 * A field that begins with r is the station, the first that is a Unix time the time.
 */
void
rutter_ais_stamp_read_suffix (RutterAisStamp *self,
                              const char     *text,
                              gsize           length)
{
  Span rest = { text, text + length };
  gboolean has_time = self->time_us != 0;

  if (!take_char (&rest, ','))
    return;

  while (rest.at < rest.end)
    {
      Span field = take_until (&rest, ',');
      Span number = field;
      guint64 value;

      while (field.end > field.at && g_ascii_isspace (field.end[-1]))
        number.end = --field.end;
      if (field.end - field.at > 1 && field.at[0] == 'r' && self->station[0] == '\0')
        set_station (self, (Span) { field.at + 1, field.end });
      else if (!has_time && take_number (&number, &value) && number.at == number.end &&
               value >= 100000000)
        {
          self->time_us = read_unix_time (field);
          has_time = TRUE;
        }
    }
}

/**
 * rutter_ais_stamp_read_header:
 * @checksum: (out): of the sentence that the header is for
 *
 * Reads the line $PGHP,1,year,month,day,hour,minute,second,millisecond,...,checksum*hh that some
 * base stations write before a sentence.
 *
 * Returns: the time, or 0 when the line is none of these
 */
gint64
rutter_ais_stamp_read_header (const char *line,
                              gsize       length,
                              guint8     *checksum)
{
  Span rest = { line, line + length };
  guint64 value[8], ms;
  Span last = { NULL, NULL };

  if (length < 7 || memcmp (line, "$PGHP,", 6) != 0)
    return 0;

  rest.at = line + 1;
  if (!has_checksum (&rest))
    return 0;

  rest.at = line + 6;
  for (guint i = 0; i < G_N_ELEMENTS (value); i++)
    if (!take_number (&rest, &value[i]) || !take_char (&rest, ','))
      return 0;

  ms = value[7];
  while (rest.at < rest.end)
    last = take_until (&rest, ',');
  if (ms > 999 || last.end - last.at != 2 || !g_ascii_isxdigit (last.at[0]) ||
      !g_ascii_isxdigit (last.at[1]))
    return 0;

  *checksum = (guint8)(g_ascii_xdigit_value (last.at[0]) << 4 | g_ascii_xdigit_value (last.at[1]));
  return make_time (value + 1, (gint64)ms * 1000);
}
