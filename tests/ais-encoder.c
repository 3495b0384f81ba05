/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ais-encoder.h"

#include <string.h>

/* Characters of payload in one sentence of a message that needs several. */
#define PART_LENGTH 56

typedef struct
{
  const char *name;
  guint       n_bits;
  gint64      value;   /* "not available", or what is usual */
} Field;

/* A text field has a multiple of six bits, up to 120 here, and begins as `@` throughout. */
static const Field class_a[] = {
  { "status", 4, 15 }, { "turn", 8, -128 }, { "speed", 10, 1023 }, { "accuracy", 1, 0 },
  { "lon", 28, 108600000 }, { "lat", 27, 54600000 }, { "course", 12, 3600 }, { "heading", 9, 511 },
  { "second", 6, 60 }, { "maneuver", 2, 0 }, { "spare", 3, 0 }, { "raim", 1, 0 },
  { "radio", 19, 0 }, { NULL }
};
static const Field station[] = {
  { "year", 14, 0 }, { "month", 4, 0 }, { "day", 5, 0 }, { "hour", 5, 24 }, { "minute", 6, 60 },
  { "second", 6, 60 }, { "accuracy", 1, 0 }, { "lon", 28, 108600000 }, { "lat", 27, 54600000 },
  { "epfd", 4, 0 }, { "spare", 10, 0 }, { "raim", 1, 0 }, { "radio", 19, 0 }, { NULL }
};
static const Field voyage[] = {
  { "version", 2, 0 }, { "imo", 30, 0 }, { "callsign", 42, 0 }, { "name", 120, 0 },
  { "ship_type", 8, 0 }, { "to_bow", 9, 0 }, { "to_stern", 9, 0 }, { "to_port", 6, 0 },
  { "to_starboard", 6, 0 }, { "epfd", 4, 0 }, { "eta_month", 4, 0 }, { "eta_day", 5, 0 },
  { "eta_hour", 5, 24 }, { "eta_minute", 6, 60 }, { "draught", 8, 0 }, { "destination", 120, 0 },
  { "dte", 1, 1 }, { "spare", 1, 0 }, { NULL }
};
static const Field addressed_binary[] = {
  { "sequence", 2, 0 }, { "to", 30, 0 }, { "retransmit", 1, 0 }, { "spare", 1, 0 },
  { "dac", 10, 0 }, { "fid", 6, 0 }, { NULL }
};
static const Field receipt[] = {
  { "spare", 2, 0 }, { "to1", 30, 0 }, { "sequence1", 2, 0 }, { NULL }
};
static const Field broadcast_binary[] = {
  { "spare", 2, 0 }, { "dac", 10, 0 }, { "fid", 6, 0 }, { NULL }
};
static const Field aircraft[] = {
  { "altitude", 12, 4095 }, { "speed", 10, 1023 }, { "accuracy", 1, 0 }, { "lon", 28, 108600000 },
  { "lat", 27, 54600000 }, { "course", 12, 3600 }, { "second", 6, 60 }, { "regional", 8, 0 },
  { "dte", 1, 1 }, { "spare", 3, 0 }, { "assigned", 1, 0 }, { "raim", 1, 0 }, { "radio", 20, 0 },
  { NULL }
};
static const Field inquiry[] = {
  { "spare", 2, 0 }, { "to", 30, 0 }, { "spare2", 2, 0 }, { NULL }
};
static const Field addressed_words[] = {
  { "sequence", 2, 0 }, { "to", 30, 0 }, { "retransmit", 1, 0 }, { "spare", 1, 0 }, { NULL }
};
static const Field broadcast_words[] = { { "spare", 2, 0 }, { NULL } };
static const Field interrogation[] = {
  { "spare", 2, 0 }, { "to1", 30, 0 }, { "type1_1", 6, 0 }, { "offset1_1", 12, 0 },
  { "spare2", 2, 0 }, { "type1_2", 6, 0 }, { "offset1_2", 12, 0 }, { "spare3", 2, 0 },
  { "to2", 30, 0 }, { "type2_1", 6, 0 }, { "offset2_1", 12, 0 }, { "spare4", 2, 0 }, { NULL }
};
static const Field assignment[] = {
  { "spare", 2, 0 }, { "to1", 30, 0 }, { "offset1", 12, 0 }, { "increment1", 10, 0 },
  { "to2", 30, 0 }, { "offset2", 12, 0 }, { "increment2", 10, 0 }, { NULL }
};
static const Field gnss[] = {
  { "spare", 2, 0 }, { "lon", 18, 108600 }, { "lat", 17, 54600 }, { "spare2", 5, 0 }, { NULL }
};
static const Field class_b[] = {
  { "reserved", 8, 0 }, { "speed", 10, 1023 }, { "accuracy", 1, 0 }, { "lon", 28, 108600000 },
  { "lat", 27, 54600000 }, { "course", 12, 3600 }, { "heading", 9, 511 }, { "second", 6, 60 },
  { "regional", 2, 0 }, { "cs", 1, 0 }, { "display", 1, 0 }, { "dsc", 1, 0 }, { "band", 1, 0 },
  { "msg22", 1, 0 }, { "assigned", 1, 0 }, { "raim", 1, 0 }, { "radio", 20, 0 }, { NULL }
};
static const Field class_b_extended[] = {
  { "reserved", 8, 0 }, { "speed", 10, 1023 }, { "accuracy", 1, 0 }, { "lon", 28, 108600000 },
  { "lat", 27, 54600000 }, { "course", 12, 3600 }, { "heading", 9, 511 }, { "second", 6, 60 },
  { "regional", 4, 0 }, { "name", 120, 0 }, { "ship_type", 8, 0 }, { "to_bow", 9, 0 },
  { "to_stern", 9, 0 }, { "to_port", 6, 0 }, { "to_starboard", 6, 0 }, { "epfd", 4, 0 },
  { "raim", 1, 0 }, { "dte", 1, 1 }, { "assigned", 1, 0 }, { "spare", 4, 0 }, { NULL }
};
static const Field link_management[] = {
  { "spare", 2, 0 },
  { "offset1", 12, 0 }, { "number1", 4, 0 }, { "timeout1", 3, 0 }, { "increment1", 11, 0 },
  { "offset2", 12, 0 }, { "number2", 4, 0 }, { "timeout2", 3, 0 }, { "increment2", 11, 0 },
  { "offset3", 12, 0 }, { "number3", 4, 0 }, { "timeout3", 3, 0 }, { "increment3", 11, 0 },
  { "offset4", 12, 0 }, { "number4", 4, 0 }, { "timeout4", 3, 0 }, { "increment4", 11, 0 },
  { NULL }
};
static const Field aid[] = {
  { "kind", 5, 0 }, { "name", 120, 0 }, { "accuracy", 1, 0 }, { "lon", 28, 108600000 },
  { "lat", 27, 54600000 }, { "to_bow", 9, 0 }, { "to_stern", 9, 0 }, { "to_port", 6, 0 },
  { "to_starboard", 6, 0 }, { "epfd", 4, 0 }, { "second", 6, 60 }, { "off_position", 1, 0 },
  { "regional", 8, 0 }, { "raim", 1, 0 }, { "virtual", 1, 0 }, { "assigned", 1, 0 },
  { "spare", 1, 0 }, { NULL }
};
static const Field channels[] = {
  { "spare", 2, 0 }, { "channel_a", 12, 0 }, { "channel_b", 12, 0 }, { "txrx", 4, 0 },
  { "power", 1, 0 }, { "ne_lon", 18, 108600 }, { "ne_lat", 17, 54600 }, { "sw_lon", 18, 108600 },
  { "sw_lat", 17, 54600 }, { "addressed", 1, 0 }, { "band_a", 1, 0 }, { "band_b", 1, 0 },
  { "zone", 3, 0 }, { "spare2", 23, 0 }, { NULL }
};
static const Field group[] = {
  { "spare", 2, 0 }, { "ne_lon", 18, 108600 }, { "ne_lat", 17, 54600 }, { "sw_lon", 18, 108600 },
  { "sw_lat", 17, 54600 }, { "station_type", 4, 0 }, { "ship_type", 8, 0 }, { "spare2", 22, 0 },
  { "txrx", 2, 0 }, { "interval", 4, 0 }, { "quiet", 4, 0 }, { "spare3", 6, 0 }, { NULL }
};
static const Field class_b_static[] = {
  { "part", 2, 1 }, { "ship_type", 8, 0 }, { "vendor", 18, 0 }, { "model", 4, 0 },
  { "serial", 20, 0 }, { "callsign", 42, 0 }, { "to_bow", 9, 0 }, { "to_stern", 9, 0 },
  { "to_port", 6, 0 }, { "to_starboard", 6, 0 }, { "epfd", 4, 0 }, { "spare", 2, 0 }, { NULL }
};
static const Field slot_binary[] = {
  { "addressed", 1, 0 }, { "structured", 1, 0 }, { NULL }
};
static const Field long_range[] = {
  { "accuracy", 1, 0 }, { "raim", 1, 0 }, { "status", 4, 15 }, { "lon", 18, 108600 },
  { "lat", 17, 54600 }, { "speed", 6, 63 }, { "course", 9, 511 }, { "latency", 1, 0 },
  { "spare", 1, 0 }, { NULL }
};

static const Field *const layouts[] = {
  NULL, class_a, class_a, class_a, station, voyage, addressed_binary, receipt, broadcast_binary,
  aircraft, inquiry, station, addressed_words, receipt, broadcast_words, interrogation, assignment,
  gnss, class_b, class_b_extended, link_management, aid, channels, group, class_b_static,
  slot_binary, slot_binary, long_range,
};

struct _AisEncoder
{
  const Field *layout;
  guint8       bits[AIS_ENCODER_MAX_BITS];   /* one each */
  guint        n_bits;
};

static void
write_bits (AisEncoder *self,
            guint       at,
            guint64     value,
            guint       n_bits)
{
  for (guint i = 0; i < n_bits; i++)
    self->bits[at + i] = n_bits - 1 - i < 64 ? value >> (n_bits - 1 - i) & 1 : 0;
}

AisEncoder *
ais_encoder_new (int     type,
                 guint32 mmsi)
{
  AisEncoder *self = g_new0 (AisEncoder, 1);

  g_assert_true (type > 0 && type < (int)G_N_ELEMENTS (layouts));
  self->layout = layouts[type];
  ais_encoder_add_bits (self, (guint64)type, 6);
  ais_encoder_add_bits (self, 0, 2);
  ais_encoder_add_bits (self, mmsi, 30);
  for (const Field *field = self->layout; field->name != NULL; field++)
    ais_encoder_add_bits (self, (guint64)field->value, field->n_bits);
  return self;
}

void
ais_encoder_free (AisEncoder *self)
{
  g_free (self);
}

static const Field *
find_field (AisEncoder *self,
            const char *name,
            guint      *at)
{
  const Field *field = self->layout;

  for (*at = 38; field->name != NULL && strcmp (field->name, name) != 0; field++)
    *at += field->n_bits;
  g_assert_nonnull (field->name);
  return field;
}

void
ais_encoder_set (AisEncoder *self,
                 const char *name,
                 gint64      value)
{
  guint at;
  const Field *field = find_field (self, name, &at);

  write_bits (self, at, (guint64)value, field->n_bits);
}

static void
write_text (AisEncoder *self,
            guint       at,
            const char *text,
            guint       n_characters)
{
  gboolean ended = FALSE;

  for (guint i = 0; i < n_characters; i++)
    {
      ended = ended || text[i] == '\0';
      write_bits (self, at + 6 * i, ended ? 0 : (guint64)text[i] & 63, 6);
    }
}

/* Six-bit text, filled up with `@`. */
void
ais_encoder_set_text (AisEncoder *self,
                      const char *name,
                      const char *text)
{
  guint at;
  const Field *field = find_field (self, name, &at);

  write_text (self, at, text, field->n_bits / 6);
}

/* Adds at the end what the layout has no field for. */
void
ais_encoder_add_bits (AisEncoder *self,
                      guint64     value,
                      guint       n_bits)
{
  g_assert_cmpuint (self->n_bits + n_bits, <=, AIS_ENCODER_MAX_BITS);
  write_bits (self, self->n_bits, value, n_bits);
  self->n_bits += n_bits;
}

void
ais_encoder_add_text (AisEncoder *self,
                      const char *text,
                      guint       n_characters)
{
  guint at = self->n_bits;

  ais_encoder_add_bits (self, 0, n_characters * 6);
  write_text (self, at, text, n_characters);
}

guint
ais_encoder_get_width (AisEncoder *self,
                       const char *name)
{
  guint at;

  return find_field (self, name, &at)->n_bits;
}

/* Cuts the message or fills it with zeros. */
void
ais_encoder_set_length (AisEncoder *self,
                        guint       n_bits)
{
  g_assert_cmpuint (n_bits, <=, AIS_ENCODER_MAX_BITS);
  if (n_bits > self->n_bits)
    memset (self->bits + self->n_bits, 0, n_bits - self->n_bits);
  self->n_bits = n_bits;
}

guint
ais_encoder_get_length (AisEncoder *self)
{
  return self->n_bits;
}

char *
ais_encoder_make_payload (AisEncoder *self,
                          guint      *fill)
{
  GString *payload = g_string_new (NULL);

  for (guint at = 0; at < self->n_bits; at += 6)
    {
      guint value = 0;

      for (guint i = 0; i < 6; i++)
        value = value << 1 | (at + i < self->n_bits ? self->bits[at + i] : 0);
      g_string_append_c (payload, (char)(value < 40 ? value + '0' : value - 40 + '`'));
    }
  *fill = (6 - self->n_bits % 6) % 6;
  return g_string_free (payload, FALSE);
}

/* @body: what stands between `!` and `*` */
char *
ais_encoder_make_sentence (const char *body)
{
  guint8 sum = 0;

  for (const char *c = body; *c != '\0'; c++)
    sum ^= (guint8)*c;
  return g_strdup_printf ("!%s*%02X\r\n", body, sum);
}

/* The sentences of the message, each on its line. */
char *
ais_encoder_make (AisEncoder *self,
                  char        sequence,
                  char        channel)
{
  guint fill;
  g_autofree char *payload = ais_encoder_make_payload (self, &fill);
  guint length = (guint)strlen (payload);
  guint n_parts = length <= PART_LENGTH + 4 ? 1 : (length + PART_LENGTH - 1) / PART_LENGTH;
  guint part_length = n_parts == 1 ? length : PART_LENGTH;
  GString *lines = g_string_new (NULL);

  for (guint part = 1; part <= n_parts; part++)
    {
      const char *start = payload + (part - 1) * part_length;
      g_autofree char *piece = g_strndup (start, part_length);
      char marks[2] = { n_parts > 1 ? sequence : '\0', '\0' };
      g_autofree char *body = g_strdup_printf ("AIVDM,%u,%u,%s,%c,%s,%u", n_parts, part, marks,
                                               channel, piece, part == n_parts ? fill : 0);
      g_autofree char *sentence = ais_encoder_make_sentence (body);

      g_string_append (lines, sentence);
    }
  return g_string_free (lines, FALSE);
}
