/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-ais-bits.h"

#define ILLEGAL 0x80

/* Character to six bits: 0 to W are 0 to 39, ` to w are 40 to 63. */
static const guint8 armour[256] = {
  [0 ... '0' - 1] = ILLEGAL,
  ['0'] = 0, ['1'] = 1, ['2'] = 2, ['3'] = 3, ['4'] = 4, ['5'] = 5, ['6'] = 6, ['7'] = 7,
  ['8'] = 8, ['9'] = 9, [':'] = 10, [';'] = 11, ['<'] = 12, ['='] = 13, ['>'] = 14, ['?'] = 15,
  ['@'] = 16, ['A'] = 17, ['B'] = 18, ['C'] = 19, ['D'] = 20, ['E'] = 21, ['F'] = 22, ['G'] = 23,
  ['H'] = 24, ['I'] = 25, ['J'] = 26, ['K'] = 27, ['L'] = 28, ['M'] = 29, ['N'] = 30, ['O'] = 31,
  ['P'] = 32, ['Q'] = 33, ['R'] = 34, ['S'] = 35, ['T'] = 36, ['U'] = 37, ['V'] = 38, ['W'] = 39,
  ['X' ... '_'] = ILLEGAL,
  ['`'] = 40, ['a'] = 41, ['b'] = 42, ['c'] = 43, ['d'] = 44, ['e'] = 45, ['f'] = 46, ['g'] = 47,
  ['h'] = 48, ['i'] = 49, ['j'] = 50, ['k'] = 51, ['l'] = 52, ['m'] = 53, ['n'] = 54, ['o'] = 55,
  ['p'] = 56, ['q'] = 57, ['r'] = 58, ['s'] = 59, ['t'] = 60, ['u'] = 61, ['v'] = 62, ['w'] = 63,
  ['x' ... 255] = ILLEGAL,
};

/**
 * rutter_ais_bits_set_armoured:
 * @text: the payload of a message, all its parts in order; need not end in a NUL
 * @fill: how many of the last bits are padding; more than five is not believed
 */
RutterAisArmour
rutter_ais_bits_set_armoured (RutterAisBits *self,
                              const char    *text,
                              gsize          length,
                              guint          fill)
{
  const guint8 *in = (const guint8 *)text;
  guint8 *out = self->bytes;
  guint32 illegal = 0;
  gsize i = 0;

  self->at = self->n_bits = 0;
  if (length == 0)
    return RUTTER_AIS_ARMOUR_EMPTY;
  if (length > RUTTER_AIS_MAX_CHARACTERS)
    return RUTTER_AIS_ARMOUR_TOO_LONG;

  for (; i < length; i += 4)
    {
      guint8 a = armour[in[i]];
      guint8 b = i + 1 < length ? armour[in[i + 1]] : 0;
      guint8 c = i + 2 < length ? armour[in[i + 2]] : 0;
      guint8 d = i + 3 < length ? armour[in[i + 3]] : 0;

      illegal |= a | b | c | d;
      *out++ = (guint8)(a << 2 | b >> 4);
      *out++ = (guint8)(b << 4 | c >> 2);
      *out++ = (guint8)(c << 6 | d);
    }
  if (illegal & ILLEGAL)
    return RUTTER_AIS_ARMOUR_ILLEGAL;

  memset (out, 0, sizeof self->bytes - RUTTER_AIS_MAX_BYTES);
  self->n_bits = (guint)length * 6 - (fill <= 5 ? fill : 0);
  return RUTTER_AIS_ARMOUR_OK;
}

/**
 * rutter_ais_bits_take_text:
 * @n_characters: width of the field; what the message lacks of it is missing from the text
 * @text: room for @n_characters + 1 bytes
 *
 * Six-bit text ends at the first `@`; blanks behind it are padding too, those before it are kept.
 */
void
rutter_ais_bits_take_text (RutterAisBits *self,
                           guint          n_characters,
                           char          *text)
{
  guint end = self->at + n_characters * 6;
  guint length = 0;

  for (guint i = 0; i < n_characters && rutter_ais_bits_has (self, 6); i++)
    {
      guint32 value = rutter_ais_bits_take (self, 6);

      if (value == 0)
        break;
      text[length++] = (char)(value < 32 ? value + 64 : value);
    }
  while (length > 0 && text[length - 1] == ' ')
    length--;
  text[length] = '\0';
  self->at = MIN (end, self->n_bits);
}

/**
 * rutter_ais_bits_take_data:
 * @n_bits: as many of these as there are
 * @data: the bits from the first byte's highest on, the rest of the last byte zero
 *
 * Returns: the number of bits
 */
guint
rutter_ais_bits_take_data (RutterAisBits *self,
                           guint          n_bits,
                           guint8        *data,
                           gsize          size)
{
  guint count = MIN (MIN (n_bits, rutter_ais_bits_count_left (self)), (guint)size * 8);
  guint left = count;

  for (; left >= 8; left -= 8)
    *data++ = (guint8)rutter_ais_bits_take (self, 8);
  if (left > 0)
    *data = (guint8)(rutter_ais_bits_take (self, left) << (8 - left));

  return count;
}
