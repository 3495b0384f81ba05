/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-json-scan.h"

#include <math.h>
#include <string.h>

typedef struct
{
  RutterJsonScan *scan;
  const char     *at;
  const char     *end;
  guint           open[RUTTER_JSON_MAX_DEPTH];   /* the objects and arrays around */
  guint           depth;
} Scanner;

static void
skip_blanks (Scanner *scanner)
{
  while (scanner->at < scanner->end && strchr (" \t\r\n", *scanner->at) != NULL &&
         *scanner->at != '\0')
    scanner->at++;
}

static gboolean
take (Scanner *scanner,
      char     c)
{
  skip_blanks (scanner);
  if (scanner->at == scanner->end || *scanner->at != c)
    return FALSE;

  scanner->at++;
  return TRUE;
}

/* Behind the opening quote. */
static gboolean
take_string (Scanner     *scanner,
             const char **text,
             gsize       *length)
{
  *text = scanner->at;
  for (; scanner->at < scanner->end && *scanner->at != '"'; scanner->at++)
    if (*scanner->at == '\\' && ++scanner->at == scanner->end)
      return FALSE;
  if (scanner->at == scanner->end)
    return FALSE;

  *length = (gsize)(scanner->at++ - *text);
  return TRUE;
}

/* A number, true, false or null: as far as its characters go. */
static gboolean
take_word (Scanner         *scanner,
           RutterJsonValue *value)
{
  value->text = scanner->at;
  while (scanner->at < scanner->end &&
         (g_ascii_isalnum (*scanner->at) || strchr ("+-.", *scanner->at) != NULL) &&
         *scanner->at != '\0')
    scanner->at++;
  value->length = (gsize)(scanner->at - value->text);
  if (value->length == 0)
    return FALSE;
  if (g_ascii_isdigit (value->text[0]) || value->text[0] == '-')
    {
      value->kind = '0';
      return TRUE;
    }

  value->kind = value->text[0];
  return rutter_json_value_equals (value, "true") || rutter_json_value_equals (value, "false") ||
         rutter_json_value_equals (value, "null");
}

/* One value with its name; an object or array only begins here. */
static gboolean
take_value (Scanner *scanner)
{
  RutterJsonScan *scan = scanner->scan;
  RutterJsonValue *value;

  if (scan->n == RUTTER_JSON_MAX_VALUES)
    return FALSE;

  value = &scan->values[scan->n];
  *value = (RutterJsonValue) { 0 };
  value->parent = scanner->depth > 0 ? scanner->open[scanner->depth - 1] : 0;
  if (scanner->depth > 0 && scan->values[value->parent].kind == '{' &&
      (!take (scanner, '"') || !take_string (scanner, &value->name, &value->name_length) ||
       !take (scanner, ':')))
    return FALSE;

  skip_blanks (scanner);
  if (scanner->at == scanner->end)
    return FALSE;

  scan->n++;
  value->kind = *scanner->at;
  if (value->kind != '{' && value->kind != '[' && value->kind != '"')
    return take_word (scanner, value);

  scanner->at++;
  if (value->kind == '"')
    return take_string (scanner, &value->text, &value->length);
  if (scanner->depth == RUTTER_JSON_MAX_DEPTH)
    return FALSE;

  scanner->open[scanner->depth++] = scan->n - 1;
  return TRUE;
}

/* Takes the ends of objects and arrays; behind them a comma must have been, or nothing. */
static gboolean
take_ends (Scanner *scanner)
{
  while (scanner->depth > 0)
    {
      char kind = scanner->scan->values[scanner->open[scanner->depth - 1]].kind;

      if (!take (scanner, kind == '{' ? '}' : ']'))
        return take (scanner, ',');
      scanner->depth--;
    }

  skip_blanks (scanner);
  return scanner->at == scanner->end;
}

/* Returns: whether @text is one object or array, whole, and within the limits */
gboolean
rutter_json_scan_read (RutterJsonScan *self,
                       const char     *text,
                       gsize           length)
{
  Scanner scanner = { self, text, text + length, { 0 }, 0 };

  self->n = 0;
  do
    {
      guint depth = scanner.depth;

      if (!take_value (&scanner))
        return FALSE;
      if (self->n == 1 && scanner.depth == 0)
        return FALSE;
      /* Something just opened has no comma before its first value. */
      if (scanner.depth > depth)
        {
          char kind = self->values[self->n - 1].kind;

          skip_blanks (&scanner);
          if (scanner.at < scanner.end && *scanner.at != (kind == '{' ? '}' : ']'))
            continue;
        }
      if (!take_ends (&scanner))
        return FALSE;
    }
  while (scanner.depth > 0);

  return TRUE;
}

/**
 * rutter_json_scan_find:
 * @object: (nullable): where to begin; %NULL for the whole
 * @path: names parted by points, such as "MetaData.time_utc"
 */
const RutterJsonValue *
rutter_json_scan_find (const RutterJsonScan  *self,
                       const RutterJsonValue *object,
                       const char            *path)
{
  guint parent = object != NULL ? (guint)(object - self->values) : 0;
  const char *point = strchr (path, '.');
  gsize length = point != NULL ? (gsize)(point - path) : strlen (path);

  for (guint i = parent + 1; i < self->n; i++)
    {
      const RutterJsonValue *value = &self->values[i];

      if (value->parent == parent && value->name_length == length && value->name != NULL &&
          memcmp (value->name, path, length) == 0)
        return point != NULL ? rutter_json_scan_find (self, value, point + 1) : value;
    }

  return NULL;
}

gboolean
rutter_json_value_equals (const RutterJsonValue *value,
                          const char            *text)
{
  return value->length == strlen (text) && memcmp (value->text, text, value->length) == 0;
}

/* Returns: the number, 1 or 0 for true and false, or NAN */
double
rutter_json_value_get_number (const RutterJsonValue *value)
{
  char digits[40];
  char *end;
  double number;

  if (value->kind == 't' || value->kind == 'f')
    return value->kind == 't';
  if (value->kind != '0' || value->length >= sizeof digits)
    return NAN;

  memcpy (digits, value->text, value->length);
  digits[value->length] = '\0';
  number = g_ascii_strtod (digits, &end);
  return *end == '\0' && isfinite (number) ? number : NAN;
}
