/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-json-items.h"

/* To behind a string, from behind its opening quote. */
static const char *
skip_string (const char *at,
             const char *end)
{
  for (; at < end && *at != '"'; at++)
    if (*at == '\\' && at + 1 < end)
      at++;

  return at < end ? at + 1 : end;
}

/* Returns: whether there is an array at all */
gboolean
rutter_json_items_begin (RutterJsonItems *self,
                         const char      *text,
                         gsize            length)
{
  const char *end = text + length;
  const char *at = text;

  while (at < end && *at != '[')
    at = *at == '"' ? skip_string (at + 1, end) : at + 1;

  self->at = at < end ? at + 1 : end;
  self->end = end;
  return at < end;
}

/* @item: (out): lies within the text. Returns: %FALSE when there is no other whole one */
gboolean
rutter_json_items_next (RutterJsonItems  *self,
                        const char      **item,
                        gsize            *length)
{
  const char *at = self->at;
  guint depth = 0;

  while (at < self->end && *at != '{' && *at != ']')
    at = *at == '"' ? skip_string (at + 1, self->end) : at + 1;
  if (at == self->end || *at == ']')
    {
      self->at = self->end;
      return FALSE;
    }

  *item = at;
  do
    {
      depth += *at == '{';
      depth -= *at == '}';
      at = *at == '"' ? skip_string (at + 1, self->end) : at + 1;
    }
  while (depth > 0 && at < self->end);

  self->at = at;
  *length = (gsize)(at - *item);
  return depth == 0;
}
