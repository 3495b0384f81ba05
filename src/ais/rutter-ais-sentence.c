/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-ais-sentence.h"

#include <string.h>

#define HEAD_LENGTH 7   /* "!AIVDM," */

/* Where a sentence begins from @at on, or NULL: `!`, two letters or digits, VDM or VDO, a comma. */
static const char *
find_head (const char *at,
           const char *end)
{
  while (end - at >= HEAD_LENGTH && (at = memchr (at, '!', (size_t)(end - at))) != NULL)
    {
      if (end - at >= HEAD_LENGTH && at[3] == 'V' && at[4] == 'D' &&
          (at[5] == 'M' || at[5] == 'O') && at[6] == ',' && g_ascii_isalnum (at[1]) &&
          g_ascii_isalnum (at[2]))
        return at;
      at++;
    }

  return NULL;
}

/* Exclusive or of the bytes, eight at a time. */
static guint8
sum_bytes (const char *at,
           const char *end)
{
  guint64 sum = 0, word;
  guint8 tail = 0;

  for (; end - at >= 8; at += 8)
    {
      memcpy (&word, at, sizeof word);
      sum ^= word;
    }
  while (at < end)
    tail ^= (guint8)*at++;

  sum ^= sum >> 32;
  sum ^= sum >> 16;
  sum ^= sum >> 8;
  return (guint8)sum ^ tail;
}

/* A field of at most one character and the comma behind it; what stands for an empty one is 0. */
static gboolean
take_field (const char **at,
            const char  *end,
            char        *field)
{
  *field = 0;
  if (*at < end && **at != ',')
    *field = *(*at)++;
  if (*at == end || **at != ',')
    return FALSE;

  (*at)++;
  return TRUE;
}

/* @star: where the checksum begins */
static gboolean
read_fields (RutterAisSentence *self,
             const char        *at,
             const char        *star)
{
  char n_parts, part;
  const char *comma;

  if (!take_field (&at, star, &n_parts) || !take_field (&at, star, &part) ||
      !take_field (&at, star, &self->sequence) || !take_field (&at, star, &self->channel))
    return FALSE;
  if (n_parts < '1' || n_parts > '9' || part < '1' || part > n_parts ||
      (self->sequence != 0 && !g_ascii_isdigit (self->sequence)) ||
      (self->channel != 0 && !g_ascii_isalnum (self->channel)))
    return FALSE;

  /* The fill is one digit at the end; some senders leave it out, with or without its comma. */
  comma = star - at >= 2 && star[-2] == ',' ? star - 2
          : star > at && star[-1] == ',' ? star - 1 : star;
  self->n_parts = (guint)(n_parts - '0');
  self->part = (guint)(part - '0');
  self->payload = at;
  self->payload_length = (gsize)(comma - at);
  self->fill = comma == star - 2 && g_ascii_isdigit (star[-1]) ? (guint)(star[-1] - '0') : 0;
  return TRUE;
}

/* Takes what stands behind a sentence up to the next one, or to the end of the line. */
static void
read_suffix (RutterAisSentence  *self,
             const char        **at,
             const char         *end)
{
  const char *stop = memchr (*at, '!', (size_t)(end - *at));

  if (stop == NULL)
    stop = end;
  if (**at == ',')
    {
      rutter_ais_stamp_read_suffix (&self->stamp, *at, (gsize)(stop - *at));
      *at = stop;
    }
}

/**
 * rutter_ais_sentence_read:
 * @at: (inout): from where on to look; moved behind what was read
 * @end: the end of the line
 *
 * Reads the next sentence of a line. A line may hold several: a datagram that lost its line ends.
 * After anything but %RUTTER_AIS_SENTENCE_NONE there may be more.
 */
RutterAisSentenceResult
rutter_ais_sentence_read (RutterAisSentence  *self,
                          const char        **at,
                          const char         *end)
{
  const char *head = find_head (*at, end);
  const char *star;
  guint8 sum;

  if (head == NULL)
    return RUTTER_AIS_SENTENCE_NONE;

  self->stamp.time_us = 0;
  self->stamp.station[0] = '\0';
  self->stamp.n_bad_tags = 0;
  if (head > *at)
    rutter_ais_stamp_read_prefix (&self->stamp, *at, (gsize)(head - *at));

  *at = head + HEAD_LENGTH;
  self->talker[0] = head[1];
  self->talker[1] = head[2];
  self->talker[2] = '\0';
  self->is_own = head[5] == 'O';

  star = memchr (*at, '*', (size_t)(end - *at));
  if (star == NULL || find_head (*at, star) != NULL)
    return RUTTER_AIS_SENTENCE_NO_CHECKSUM;
  if (end - star < 3 || !g_ascii_isxdigit (star[1]) || !g_ascii_isxdigit (star[2]))
    return RUTTER_AIS_SENTENCE_MALFORMED;

  sum = sum_bytes (head + 1, star);
  self->checksum = sum;
  if (g_ascii_xdigit_value (star[1]) != sum >> 4 || g_ascii_xdigit_value (star[2]) != (sum & 15))
    return RUTTER_AIS_SENTENCE_BAD_CHECKSUM;
  if (!read_fields (self, *at, star))
    return RUTTER_AIS_SENTENCE_MALFORMED;

  *at = star + 3;
  if (*at < end)
    read_suffix (self, at, end);

  return RUTTER_AIS_SENTENCE_OK;
}
