/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-text-table.h"

#include "rutter-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

struct _RutterTextTable
{
  GObject     parent_instance;

  char       *name;    /* the file's, for messages */
  char       *text;    /* the whole file; tabs and line ends are NUL, so fields point into it */
  GPtrArray  *columns; /* const char * */
  GHashTable *indices; /* column name -> its index + 1 */
  GPtrArray  *fields;  /* const char *, row by row */
  GArray     *lines;   /* guint, one a row */
};

G_DEFINE_FINAL_TYPE (RutterTextTable, rutter_text_table, G_TYPE_OBJECT)

static gboolean
read_header (RutterTextTable  *self,
             char             *line,
             guint             number,
             GError          **error)
{
  for (char *column = line, *next = NULL; column != NULL; column = next)
    {
      next = strchr (column, '\t');
      if (next != NULL)
        *next++ = '\0';

      if (*column == '\0')
        {
          g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
                       _("%s:%u: column %u has no name."), self->name, number,
                       self->columns->len + 1);
          return FALSE;
        }

      if (rutter_text_table_has_column (self, column))
        {
          g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
                       _("%s:%u: the column \"%s\" is named twice."), self->name, number, column);
          return FALSE;
        }

      g_ptr_array_add (self->columns, column);
      g_hash_table_insert (self->indices, column, GUINT_TO_POINTER (self->columns->len));
    }

  return TRUE;
}

static gboolean
read_row (RutterTextTable  *self,
          char             *line,
          guint             number,
          GError          **error)
{
  guint n_fields = 0;

  for (char *field = line, *next = NULL; field != NULL; field = next)
    {
      next = strchr (field, '\t');
      if (next != NULL)
        *next++ = '\0';

      g_ptr_array_add (self->fields, field);
      n_fields++;
    }

  if (n_fields != self->columns->len)
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
                   _("%s:%u: the line has %u fields, but the header names %u columns."),
                   self->name, number, n_fields, self->columns->len);
      return FALSE;
    }

  g_array_append_val (self->lines, number);
  return TRUE;
}

static gboolean
read_line (RutterTextTable  *self,
           char             *line,
           guint             number,
           GError          **error)
{
  gsize length = strlen (line);

  if (length > 0 && line[length - 1] == '\r')
    line[length - 1] = '\0';

  if (strchr (line, '\r') != NULL)
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
                   _("%s:%u: there is a line break inside a field."), self->name, number);
      return FALSE;
    }

  if (*line == '\0' || *line == '#')
    return TRUE;

  return self->columns->len == 0 ? read_header (self, line, number, error) :
                                   read_row (self, line, number, error);
}

static gboolean
check_encoding (RutterTextTable  *self,
                gsize             length,
                GError          **error)
{
  const char *end;
  guint number = 1;

  if (g_utf8_validate_len (self->text, length, &end))
    return TRUE;

  for (const char *p = self->text; p < end; p++)
    if (*p == '\n')
      number++;

  g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_CORRUPT,
               _("%s:%u: the text is not valid UTF-8."), self->name, number);
  return FALSE;
}

static gboolean
read_text (RutterTextTable  *self,
           gsize             length,
           GError          **error)
{
  char *line;
  guint number = 1;

  if (!check_encoding (self, length, error))
    return FALSE;

  line = self->text;
  if (g_str_has_prefix (line, BYTE_ORDER_MARK))
    line += strlen (BYTE_ORDER_MARK);

  for (char *next = NULL; line != NULL; line = next, number++)
    {
      next = strchr (line, '\n');
      if (next != NULL)
        *next++ = '\0';

      if (!read_line (self, line, number, error))
        return FALSE;
    }

  if (self->columns->len == 0)
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
                   _("%s: the table is empty; its first line must name the columns."), self->name);
      return FALSE;
    }

  return TRUE;
}

static void
rutter_text_table_finalize (GObject *object)
{
  RutterTextTable *self = RUTTER_TEXT_TABLE (object);

  g_free (self->name);
  g_free (self->text);
  g_ptr_array_unref (self->columns);
  g_hash_table_unref (self->indices);
  g_ptr_array_unref (self->fields);
  g_array_unref (self->lines);

  G_OBJECT_CLASS (rutter_text_table_parent_class)->finalize (object);
}

static void
rutter_text_table_class_init (RutterTextTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rutter_text_table_finalize;
}

static void
rutter_text_table_init (RutterTextTable *self)
{
  self->columns = g_ptr_array_new ();
  self->indices = g_hash_table_new (g_str_hash, g_str_equal);
  self->fields = g_ptr_array_new ();
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * rutter_text_table_new_from_file:
 *
 * Reads a table; its messages name the file by its last part.
 *
 * Returns: (transfer full): NULL when the file can't be read or isn't such a table, with a
 *   #GFileError or the errors of rutter_text_table_new_from_bytes()
 */
RutterTextTable *
rutter_text_table_new_from_file (const char  *path,
                                 GError     **error)
{
  g_autofree char *name = NULL;
  g_autoptr(GBytes) bytes = NULL;
  char *contents;
  gsize length;

  g_return_val_if_fail (path != NULL, NULL);

  if (!g_file_get_contents (path, &contents, &length, error))
    return NULL;

  bytes = g_bytes_new_take (contents, length);
  name = g_path_get_basename (path);
  return rutter_text_table_new_from_bytes (bytes, name, error);
}

/**
 * rutter_text_table_new_from_bytes:
 * @name: what messages call it
 *
 * Returns: (transfer full): NULL with %RUTTER_ERROR_CORRUPT when the bytes are not UTF-8, or with
 *   %RUTTER_ERROR_INVALID when they are not a table; the message begins with name and line
 */
RutterTextTable *
rutter_text_table_new_from_bytes (GBytes      *bytes,
                                  const char  *name,
                                  GError     **error)
{
  g_autoptr(RutterTextTable) self = NULL;
  gconstpointer data;
  gsize length;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  self = g_object_new (RUTTER_TYPE_TEXT_TABLE, NULL);
  data = g_bytes_get_data (bytes, &length);
  self->name = g_strdup (name);
  self->text = g_malloc (length + 1);
  if (length > 0)
    memcpy (self->text, data, length);
  self->text[length] = '\0';

  if (!read_text (self, length, error))
    return NULL;

  return g_steal_pointer (&self);
}

const char *
rutter_text_table_get_name (RutterTextTable *self)
{
  g_return_val_if_fail (RUTTER_IS_TEXT_TABLE (self), NULL);

  return self->name;
}

guint
rutter_text_table_get_n_rows (RutterTextTable *self)
{
  g_return_val_if_fail (RUTTER_IS_TEXT_TABLE (self), 0);

  return self->lines->len;
}

/* The line of a row in its file, from 1. */
guint
rutter_text_table_get_line (RutterTextTable *self,
                            guint            row)
{
  g_return_val_if_fail (RUTTER_IS_TEXT_TABLE (self), 0);
  g_return_val_if_fail (row < self->lines->len, 0);

  return g_array_index (self->lines, guint, row);
}

/* Returns: (transfer none) (element-type utf8): the columns as the header names them */
GPtrArray *
rutter_text_table_get_columns (RutterTextTable *self)
{
  g_return_val_if_fail (RUTTER_IS_TEXT_TABLE (self), NULL);

  return self->columns;
}

gboolean
rutter_text_table_has_column (RutterTextTable *self,
                              const char      *column)
{
  g_return_val_if_fail (RUTTER_IS_TEXT_TABLE (self), FALSE);
  g_return_val_if_fail (column != NULL, FALSE);

  return g_hash_table_contains (self->indices, column);
}

/**
 * rutter_text_table_get:
 *
 * Returns: (nullable): the field, "" when it is empty; NULL when the table has no such column
 */
const char *
rutter_text_table_get (RutterTextTable *self,
                       guint            row,
                       const char      *column)
{
  guint index;

  g_return_val_if_fail (RUTTER_IS_TEXT_TABLE (self), NULL);
  g_return_val_if_fail (row < self->lines->len && column != NULL, NULL);

  index = GPOINTER_TO_UINT (g_hash_table_lookup (self->indices, column));
  if (index == 0)
    return NULL;

  return g_ptr_array_index (self->fields, row * self->columns->len + index - 1);
}
