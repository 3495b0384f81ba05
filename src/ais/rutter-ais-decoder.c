/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-ais-decoder.h"

#include "rutter-ais-assembler.h"
#include "rutter-ais-json-reader.h"

/* A datagram of glued sentences with their tag blocks is well below this. */
#define MAX_LINE 4096

struct _RutterAisDecoder
{
  RutterAisMessageFunc  func;
  gpointer              user_data;
  RutterAisAssembler   *assembler;
  RutterAisCounts       counts;

  char                  line[MAX_LINE];   /* the beginning of a line whose end is still to come */
  gsize                 n_line;
  gboolean              is_skipping;      /* that line was too long */

  gint64                header_us;        /* told by a header for the sentence with this checksum */
  guint8                header_checksum;
  gint64                clock_us;         /* the latest time told, for files */

  RutterAisMessage      message;
  RutterAisBits         bits;
};

static void
decode (RutterAisDecoder        *self,
        const RutterAisSentence *sentence)
{
  RutterAisReport report = {
    .time_us = sentence->stamp.time_us,
    .station = sentence->stamp.station,
    .talker = sentence->talker,
    .channel = sentence->channel,
    .is_own = sentence->is_own,
  };

  if (rutter_ais_bits_set_armoured (&self->bits, sentence->payload, sentence->payload_length,
                                    sentence->fill) != RUTTER_AIS_ARMOUR_OK)
    {
      self->counts.n_bad_payload++;
      return;
    }

  switch (rutter_ais_message_decode (&self->message, &self->bits))
    {
    case RUTTER_AIS_DECODED:
      self->counts.n_messages[0]++;
      self->counts.n_messages[self->message.type]++;
      if (self->func != NULL)
        self->func (&report, &self->message, self->user_data);
      break;

    case RUTTER_AIS_UNKNOWN_TYPE:
      self->counts.n_unknown_type++;
      break;

    case RUTTER_AIS_WRONG_LENGTH:
    default:
      self->counts.n_wrong_length++;
      break;
    }
}

static void
take_sentence (RutterAisDecoder  *self,
               RutterAisSentence *sentence,
               gint64             now_us)
{
  RutterAisSentence whole;

  self->counts.n_sentences++;
  self->counts.n_bad_tags += sentence->stamp.n_bad_tags;
  if (sentence->stamp.time_us == 0 && self->header_us != 0 &&
      sentence->checksum == self->header_checksum)
    sentence->stamp.time_us = self->header_us;
  self->header_us = 0;
  if (sentence->stamp.time_us != 0)
    self->clock_us = sentence->stamp.time_us;

  if (sentence->n_parts == 1)
    decode (self, sentence);
  else if (rutter_ais_assembler_add (self->assembler, sentence,
                                     now_us != 0 ? now_us : self->clock_us, &whole))
    decode (self, &whole);
}

/* A message that a program has decoded already: gpsd, AIS-catcher, AISStream. */
static void
take_json (RutterAisDecoder *self,
           const char       *line,
           gsize             length)
{
  RutterAisStamp stamp;
  RutterAisReport report = { .station = "", .talker = "" };

  switch (rutter_ais_json_read (line, length, &self->message, &stamp))
    {
    case RUTTER_AIS_JSON_READ:
      report.time_us = stamp.time_us;
      self->counts.n_json++;
      self->counts.n_messages[0]++;
      self->counts.n_messages[self->message.type]++;
      if (self->func != NULL)
        self->func (&report, &self->message, self->user_data);
      break;

    case RUTTER_AIS_JSON_UNREAD:
      self->counts.n_unread_json++;
      break;

    case RUTTER_AIS_JSON_MALFORMED:
      self->counts.n_malformed++;
      break;

    case RUTTER_AIS_JSON_OTHER:
    default:
      break;
    }
}

static void
take_line (RutterAisDecoder *self,
           const char       *line,
           gsize             length,
           gint64            now_us)
{
  const char *at = line;
  const char *end = line + length;
  RutterAisSentence sentence;
  RutterAisSentenceResult result;

  self->counts.n_lines++;
  if (length > 0 && line[0] == '{')
    {
      take_json (self, line, length);
      return;
    }
  if (length > 0 && line[0] == '$')
    {
      gint64 header_us = rutter_ais_stamp_read_header (line, length, &self->header_checksum);

      if (header_us != 0)
        self->header_us = header_us;
    }

  while ((result = rutter_ais_sentence_read (&sentence, &at, end)) != RUTTER_AIS_SENTENCE_NONE)
    switch (result)
      {
      case RUTTER_AIS_SENTENCE_OK:
        take_sentence (self, &sentence, now_us);
        break;

      case RUTTER_AIS_SENTENCE_NO_CHECKSUM:
        self->counts.n_no_checksum++;
        break;

      case RUTTER_AIS_SENTENCE_BAD_CHECKSUM:
        self->counts.n_bad_checksum++;
        break;

      case RUTTER_AIS_SENTENCE_MALFORMED:
      case RUTTER_AIS_SENTENCE_NONE:
      default:
        self->counts.n_malformed++;
        break;
      }
}

/* Keeps the beginning of a line until the rest comes. */
static void
keep (RutterAisDecoder *self,
      const char       *bytes,
      gsize             length)
{
  if (self->is_skipping)
    return;

  if (length > sizeof self->line - self->n_line)
    {
      self->is_skipping = TRUE;
      self->n_line = 0;
      self->counts.n_long_lines++;
      return;
    }

  memcpy (self->line + self->n_line, bytes, length);
  self->n_line += length;
}

/**
 * rutter_ais_decoder_new:
 * @func: (nullable) (scope notified): called for each message while bytes are pushed
 */
RutterAisDecoder *
rutter_ais_decoder_new (RutterAisMessageFunc  func,
                        gpointer              user_data)
{
  RutterAisDecoder *self = g_new0 (RutterAisDecoder, 1);

  self->func = func;
  self->user_data = user_data;
  self->assembler = rutter_ais_assembler_new ();
  return self;
}

void
rutter_ais_decoder_free (RutterAisDecoder *self)
{
  if (self == NULL)
    return;

  rutter_ais_assembler_free (self->assembler);
  g_free (self);
}

/**
 * rutter_ais_decoder_push:
 * @now_us: a clock for the time-out of parts, best one that does not jump; with 0 it is the times
 *   that the lines tell
 *
 * A line ends at a line feed; what stands before it may be a carriage return.
 */
void
rutter_ais_decoder_push (RutterAisDecoder *self,
                         const char       *bytes,
                         gsize             length,
                         gint64            now_us)
{
  const char *at = bytes;
  const char *end = bytes + length;

  while (at < end)
    {
      const char *stop = memchr (at, '\n', (size_t)(end - at));

      if (stop == NULL)
        {
          keep (self, at, (gsize)(end - at));
          return;
        }
      if (self->n_line > 0 || self->is_skipping)
        {
          keep (self, at, (gsize)(stop - at));
          rutter_ais_decoder_flush (self, now_us);
        }
      else if (stop - at <= MAX_LINE)
        take_line (self, at, (gsize)(stop - at), now_us);
      else
        self->counts.n_long_lines++;
      at = stop + 1;
    }
}

/**
 * rutter_ais_decoder_flush:
 *
 * What was pushed last is the end of a line: of a file, or of a datagram.
 */
void
rutter_ais_decoder_flush (RutterAisDecoder *self,
                          gint64            now_us)
{
  gsize length = self->n_line;

  self->n_line = 0;
  if (!self->is_skipping && length > 0)
    take_line (self, self->line, length, now_us);
  self->is_skipping = FALSE;
}

/* Good until the next call; messages that still wait for a part are not counted as incomplete. */
const RutterAisCounts *
rutter_ais_decoder_get_counts (RutterAisDecoder *self)
{
  self->counts.n_incomplete = rutter_ais_assembler_get_n_lost (self->assembler);
  return &self->counts;
}
