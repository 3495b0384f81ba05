/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-ais-encoder.h"

#include <stdio.h>

/* The bits in front of the fields: type, repeat, MMSI. */
#define N_HEAD_BITS 38
/* A sentence is at most 82 characters: of its payload, in one of several and in a lone one. */
#define PART_LENGTH 56
#define LONE_LENGTH 60

static void
write_bits (RutterAisBits *bits,
            guint          at,
            guint64        value,
            guint          n_bits)
{
  for (guint i = 0; i < n_bits; i++, at++)
    {
      guint8 mask = (guint8)(0x80 >> at % 8);

      if (value >> (n_bits - 1 - i) & 1)
        bits->bytes[at / 8] |= mask;
      else
        bits->bytes[at / 8] &= (guint8)~mask;
    }
}

/**
 * rutter_ais_encoder_init:
 * @type: one that rutter_ais_fields_get() knows: 24 is its part B, and -24 its part A
 */
void
rutter_ais_encoder_init (RutterAisEncoder *self,
                         int               type,
                         guint32           mmsi)
{
  guint at = N_HEAD_BITS;

  self->fields = rutter_ais_fields_get (type);
  g_return_if_fail (self->fields != NULL);

  memset (&self->bits, 0, sizeof self->bits);
  write_bits (&self->bits, 0, (guint64)ABS (type), 6);
  write_bits (&self->bits, 8, mmsi, 30);
  for (const RutterAisField *field = self->fields; field->kind != RUTTER_AIS_FIELD_END; field++)
    {
      if (field->kind != RUTTER_AIS_FIELD_TEXT && field->kind != RUTTER_AIS_FIELD_SPARE)
        write_bits (&self->bits, at, (guint64)(gint64)field->none, field->n_bits);
      at += field->n_bits;
    }
  self->bits.n_bits = at;
}

/* The first field of that name and the bit where it begins. */
static const RutterAisField *
find_field (const RutterAisEncoder *self,
            const char             *name,
            guint                  *at)
{
  const RutterAisField *field = self->fields;

  for (*at = N_HEAD_BITS; g_strcmp0 (field->gpsd, name) != 0; field++)
    {
      g_assert (field->kind != RUTTER_AIS_FIELD_END);
      *at += field->n_bits;
    }

  return field;
}

/**
 * rutter_ais_encoder_set:
 * @value: as sent; cut to the width of the field
 */
void
rutter_ais_encoder_set (RutterAisEncoder *self,
                        const char       *name,
                        gint64            value)
{
  guint at;
  const RutterAisField *field = find_field (self, name, &at);

  write_bits (&self->bits, at, (guint64)value, field->n_bits);
}

/**
 * rutter_ais_encoder_set_parts:
 * @values: for fields that follow each other and share a name, as those of a date do
 */
void
rutter_ais_encoder_set_parts (RutterAisEncoder *self,
                              const char       *name,
                              const int        *values,
                              guint             n_values)
{
  guint at;
  const RutterAisField *field = find_field (self, name, &at);

  for (guint i = 0; i < n_values; at += field[i].n_bits, i++)
    {
      g_assert (g_strcmp0 (field[i].gpsd, name) == 0);
      write_bits (&self->bits, at, (guint64)values[i], field[i].n_bits);
    }
}

/**
 * rutter_ais_encoder_set_text:
 * @text: ASCII; capitals are made of small letters, what six bits have no character for becomes
 *   a question mark, and what is too long is cut
 */
void
rutter_ais_encoder_set_text (RutterAisEncoder *self,
                             const char       *name,
                             const char       *text)
{
  guint at;
  const RutterAisField *field = find_field (self, name, &at);

  for (guint i = 0; i < field->n_bits / 6u; i++, at += 6)
    {
      char c = *text != '\0' ? g_ascii_toupper (*text++) : '@';

      write_bits (&self->bits, at, (guint64)(c >= ' ' && c <= '_' ? c : '?') & 63, 6);
    }
}

static guint
make_payload (const RutterAisBits *bits,
              char                *payload)
{
  RutterAisBits reading = *bits;
  guint length = 0;

  reading.at = 0;
  /* Bits beyond the last are zeros. */
  reading.n_bits = (bits->n_bits + 5) / 6 * 6;
  while (reading.at < reading.n_bits)
    {
      guint value = rutter_ais_bits_take (&reading, 6);

      payload[length++] = (char)(value < 40 ? value + '0' : value - 40 + '`');
    }

  return length;
}

static guint
get_checksum (const char *text)
{
  guint sum = 0;

  for (; *text != '\0'; text++)
    sum ^= (guint8)*text;

  return sum;
}

/* A tag block in front of part @part of @n_parts; the parts of one message are a group. */
static gsize
write_tags (const RutterAisEnvelope *envelope,
            guint                    part,
            guint                    n_parts,
            char                    *block)
{
  char body[96] = "";
  gsize length = 0;

  if (n_parts > 1)
    length += (gsize)g_snprintf (body, sizeof body, "g:%u-%u-%c", part, n_parts,
                                 envelope->sequence);
  if (part == 1 && envelope->station != NULL)
    length += (gsize)g_snprintf (body + length, sizeof body - length, "%ss:%.15s",
                                 length > 0 ? "," : "", envelope->station);
  if (part == 1 && envelope->time_s != 0)
    g_snprintf (body + length, sizeof body - length, "%sc:%" G_GINT64_FORMAT,
                length > 0 ? "," : "", envelope->time_s);

  return (gsize)g_snprintf (block, 112, "\\%s*%02X\\", body, get_checksum (body));
}

/**
 * rutter_ais_encoder_write:
 * @lines: (out caller-allocates): room for %RUTTER_AIS_ENVELOPE_SIZE characters
 *
 * Writes the sentences, each on its line, and a NUL.
 *
 * Returns: how many characters, without the NUL
 */
gsize
rutter_ais_encoder_write (const RutterAisEncoder  *self,
                          const RutterAisEnvelope *envelope,
                          char                    *lines)
{
  char payload[RUTTER_AIS_MAX_CHARACTERS + 1];
  guint length = make_payload (&self->bits, payload);
  guint n_parts = length <= LONE_LENGTH ? 1 : (length + PART_LENGTH - 1) / PART_LENGTH;
  guint part_length = n_parts == 1 ? length : PART_LENGTH;
  guint fill = length * 6 - self->bits.n_bits;
  gboolean has_tags = envelope->station != NULL || envelope->time_s != 0;
  char mark[2] = { n_parts > 1 ? envelope->sequence : '\0', '\0' };
  gsize at = 0;

  for (guint part = 1; part <= n_parts; part++)
    {
      guint start = (part - 1) * part_length;
      char body[100];

      if (has_tags)
        at += write_tags (envelope, part, n_parts, lines + at);
      g_snprintf (body, sizeof body, "AIVDM,%u,%u,%s,%c,%.*s,%u", n_parts, part, mark,
                  envelope->channel, (int)MIN (part_length, length - start), payload + start,
                  part == n_parts ? fill : 0);
      at += (gsize)g_snprintf (lines + at, RUTTER_AIS_ENVELOPE_SIZE - at, "!%s*%02X\r\n", body,
                               get_checksum (body));
    }

  return at;
}
