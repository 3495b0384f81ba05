/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* The longest message is five slots, 1064 bits with stuffing apart; 224 characters of armour leave
 * room for the padding that some stations add.
 */
#define RUTTER_AIS_MAX_CHARACTERS 224
#define RUTTER_AIS_MAX_BYTES (RUTTER_AIS_MAX_CHARACTERS * 6 / 8)

/* The bits of one message and how far they were read. Nothing beyond @n_bits is ever given out:
 * a field that does not fit is read as zero and ends the reading, so whoever can do without a field
 * asks with rutter_ais_bits_has() first. Behind the bits lie eight bytes of zeros, so that a field
 * can be loaded as one word.
 */
typedef struct
{
  guint8  bytes[RUTTER_AIS_MAX_BYTES + 8];
  guint   n_bits;
  guint   at;
} RutterAisBits;

typedef enum
{
  RUTTER_AIS_ARMOUR_OK,
  RUTTER_AIS_ARMOUR_EMPTY,
  RUTTER_AIS_ARMOUR_ILLEGAL,  /* a character that no armour has */
  RUTTER_AIS_ARMOUR_TOO_LONG
} RutterAisArmour;

RutterAisArmour  rutter_ais_bits_set_armoured  (RutterAisBits *self,
                                                const char    *text,
                                                gsize          length,
                                                guint          fill);
void             rutter_ais_bits_take_text     (RutterAisBits *self,
                                                guint          n_characters,
                                                char          *text);
guint            rutter_ais_bits_take_data     (RutterAisBits *self,
                                                guint          n_bits,
                                                guint8        *data,
                                                gsize          size);

static inline gboolean
rutter_ais_bits_has (const RutterAisBits *self,
                     guint                n)
{
  return self->n_bits - self->at >= n;
}

static inline guint
rutter_ais_bits_count_left (const RutterAisBits *self)
{
  return self->n_bits - self->at;
}

/* @n: 1 to 32 */
static inline guint32
rutter_ais_bits_take (RutterAisBits *self,
                      guint          n)
{
  guint64 word;

  if (G_UNLIKELY (!rutter_ais_bits_has (self, n)))
    {
      self->at = self->n_bits;
      return 0;
    }

  memcpy (&word, self->bytes + self->at / 8, sizeof word);
  word = GUINT64_FROM_BE (word) << self->at % 8 >> (64 - n);
  self->at += n;
  return (guint32)word;
}

static inline gboolean
rutter_ais_bits_take_flag (RutterAisBits *self)
{
  return rutter_ais_bits_take (self, 1) != 0;
}

/* Two's complement. */
static inline gint32
rutter_ais_bits_take_signed (RutterAisBits *self,
                             guint          n)
{
  guint32 sign = 1u << (n - 1);

  return (gint32)((rutter_ais_bits_take (self, n) ^ sign) - sign);
}

static inline void
rutter_ais_bits_skip (RutterAisBits *self,
                      guint          n)
{
  self->at = rutter_ais_bits_has (self, n) ? self->at + n : self->n_bits;
}

G_END_DECLS
