/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-json-text.h"

#include <math.h>
#include <string.h>

/* JSON as text. JSON-GLib's own writer gives every double seventeen digits, 53.350000000000001 for
 * 53.35, which reads as if it had been measured so. Here a double has the fewest digits that read
 * back as the same double. Strings are escaped by JSON-GLib.
 */

typedef struct
{
  GString  *text;
  gboolean  pretty;
  guint     depth;
} Writer;

static void write_node (Writer   *self,
                        JsonNode *node);

/* JSON has no word for what is no number. */
static void
write_double (Writer *self,
              double  value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };

  if (!isfinite (value))
    {
      g_string_append (self->text, "null");
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strtod (g_ascii_formatd (digits, sizeof digits, formats[i], value), NULL) == value)
      break;
  g_string_append (self->text, digits);
  /* A double stays one to readers that tell whole numbers apart. */
  if (strpbrk (digits, ".e") == NULL)
    g_string_append (self->text, ".0");
}

static void
break_line (Writer *self)
{
  if (!self->pretty)
    return;

  g_string_append_c (self->text, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append (self->text, "  ");
}

static void
begin (Writer *self,
       char    bracket)
{
  g_string_append_c (self->text, bracket);
  self->depth++;
}

static void
end (Writer   *self,
     char      bracket,
     gboolean  is_empty)
{
  self->depth--;
  if (!is_empty)
    break_line (self);
  g_string_append_c (self->text, bracket);
}

static void
write_string (Writer     *self,
              const char *string)
{
  g_autoptr(JsonNode) node = json_node_init_string (json_node_alloc (), string);
  g_autofree char *quoted = json_to_string (node, FALSE);

  g_string_append (self->text, quoted);
}

static void
write_array (Writer    *self,
             JsonArray *array)
{
  guint n = json_array_get_length (array);

  begin (self, '[');
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (self->text, ',');
      break_line (self);
      write_node (self, json_array_get_element (array, i));
    }
  end (self, ']', n == 0);
}

static void
write_object (Writer     *self,
              JsonObject *object)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;
  gboolean is_empty = TRUE;

  begin (self, '{');
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      if (!is_empty)
        g_string_append_c (self->text, ',');
      is_empty = FALSE;
      break_line (self);
      write_string (self, name);
      g_string_append (self->text, self->pretty ? " : " : ":");
      write_node (self, member);
    }
  end (self, '}', is_empty);
}

static void
write_node (Writer   *self,
            JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    write_object (self, json_node_get_object (node));
  else if (JSON_NODE_HOLDS_ARRAY (node))
    write_array (self, json_node_get_array (node));
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_DOUBLE)
    write_double (self, json_node_get_double (node));
  else
    {
      g_autofree char *text = json_to_string (node, FALSE);

      g_string_append (self->text, text);
    }
}

/**
 * rutter_json_text_write:
 * @pretty: whether each value has a line of its own, two spaces deeper than what holds it
 *
 * Returns: (transfer full): @node as JSON, the same bytes in every locale, without a line break at
 *   the end
 */
char *
rutter_json_text_write (JsonNode *node,
                        gboolean  pretty)
{
  Writer writer = { g_string_new (NULL), pretty, 0 };

  write_node (&writer, node);

  return g_string_free (writer.text, FALSE);
}
