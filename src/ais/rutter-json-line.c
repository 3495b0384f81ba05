/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-json-line.h"

static const char hex_digits[] = "0123456789abcdef";

/* @size: at least 2 */
void
rutter_json_line_begin (RutterJsonLine *self,
                        char           *memory,
                        gsize           size)
{
  g_return_if_fail (size >= 2);

  self->start = self->at = memory;
  self->end = memory + size - 2;
  self->is_full = FALSE;
}

/* The first field has a comma before it like the others: it becomes the brace.
 *
 * Returns: the number of bytes with the line end, 0 when the object did not fit
 */
gsize
rutter_json_line_end (RutterJsonLine *self)
{
  if (self->is_full || self->at == self->start)
    return 0;

  *self->start = '{';
  *self->at++ = '}';
  *self->at++ = '\n';
  return (gsize)(self->at - self->start);
}

void
rutter_json_line_put (RutterJsonLine *self,
                      const char     *bytes,
                      gsize           length)
{
  if (G_UNLIKELY ((gsize)(self->end - self->at) < length))
    {
      self->is_full = TRUE;
      return;
    }

  memcpy (self->at, bytes, length);
  self->at += length;
}

/* Writes the digits of @value so that they end before @end. */
static char *
write_digits (char    *end,
              guint64  value)
{
  do
    {
      *--end = (char)('0' + value % 10);
      value /= 10;
    }
  while (value > 0);

  return end;
}

void
rutter_json_line_put_int (RutterJsonLine *self,
                          gint64          value)
{
  char digits[24];
  char *end = digits + sizeof digits;
  char *at = write_digits (end, value < 0 ? -(guint64)value : (guint64)value);

  if (value < 0)
    *--at = '-';
  rutter_json_line_put (self, at, (gsize)(end - at));
}

/* @value: in units of the last decimal */
void
rutter_json_line_put_fixed (RutterJsonLine *self,
                            gint64          value,
                            guint           n_decimals)
{
  char digits[40];
  char *end = digits + sizeof digits;
  char *at = end;
  guint64 left = value < 0 ? -(guint64)value : (guint64)value;

  g_return_if_fail (n_decimals < 16);

  for (guint i = 0; i < n_decimals; i++, left /= 10)
    *--at = (char)('0' + left % 10);
  if (n_decimals > 0)
    *--at = '.';
  at = write_digits (at, left);
  if (value < 0)
    *--at = '-';
  rutter_json_line_put (self, at, (gsize)(end - at));
}

/* With zeros before it to @n_digits, of which there are at most eight; for parts of a date. */
void
rutter_json_line_put_padded (RutterJsonLine *self,
                             guint           value,
                             guint           n_digits)
{
  char digits[8];

  g_return_if_fail (n_digits <= sizeof digits);

  for (guint i = n_digits; i > 0; i--, value /= 10)
    digits[i - 1] = (char)('0' + value % 10);
  rutter_json_line_put (self, digits, n_digits);
}

/* @text: in UTF-8 */
void
rutter_json_line_put_string (RutterJsonLine *self,
                             const char     *text)
{
  rutter_json_line_put (self, "\"", 1);
  while (*text != '\0')
    {
      const char *start = text;

      while ((guint8)*text >= ' ' && *text != '"' && *text != '\\')
        text++;
      rutter_json_line_put (self, start, (gsize)(text - start));
      if (*text == '\0')
        break;
      if ((guint8)*text < ' ')
        {
          rutter_json_line_put (self, "\\u00", 4);
          rutter_json_line_put (self, &hex_digits[(guint8)*text >> 4], 1);
          rutter_json_line_put (self, &hex_digits[*text & 15], 1);
        }
      else
        {
          rutter_json_line_put (self, "\\", 1);
          rutter_json_line_put (self, text, 1);
        }
      text++;
    }
  rutter_json_line_put (self, "\"", 1);
}

void
rutter_json_line_put_hex (RutterJsonLine *self,
                          const guint8   *data,
                          gsize           length)
{
  for (gsize i = 0; i < length; i++)
    {
      char pair[2] = { hex_digits[data[i] >> 4], hex_digits[data[i] & 15] };

      rutter_json_line_put (self, pair, sizeof pair);
    }
}
