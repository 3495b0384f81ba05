/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-starter-record.h"

#include "rutter-edtf.h"

#include <string.h>

typedef enum
{
  VALUE_TEXT,
  VALUE_NUMBER,
  VALUE_BYTES
} ValueType;

typedef struct
{
  const char *column; /* not owned: names of columns are part of the program */
  ValueType   type;
  char       *text;
  gint64      number;
  GBytes     *bytes;
} Value;

struct _RutterStarterRecord
{
  const char *table;
  GArray     *values; /* Value */
};

static void
clear_value (gpointer data)
{
  Value *value = data;

  g_free (value->text);
  g_clear_pointer (&value->bytes, g_bytes_unref);
}

/* @table is a name that stays good, as those of columns must. */
RutterStarterRecord *
rutter_starter_record_new (const char *table)
{
  RutterStarterRecord *self = g_new0 (RutterStarterRecord, 1);

  self->table = table;
  self->values = g_array_new (FALSE, FALSE, sizeof (Value));
  g_array_set_clear_func (self->values, clear_value);

  return self;
}

void
rutter_starter_record_free (RutterStarterRecord *self)
{
  g_array_unref (self->values);
  g_free (self);
}

void
rutter_starter_record_add_text (RutterStarterRecord *self,
                                const char          *column,
                                const char          *text)
{
  Value value = { .column = column, .type = VALUE_TEXT, .text = g_strdup (text) };

  g_array_append_val (self->values, value);
}

void
rutter_starter_record_add_number (RutterStarterRecord *self,
                                  const char          *column,
                                  gint64               number)
{
  Value value = { .column = column, .type = VALUE_NUMBER, .number = number };

  g_array_append_val (self->values, value);
}

/* @bytes may be NULL. */
void
rutter_starter_record_add_bytes (RutterStarterRecord *self,
                                 const char          *column,
                                 GBytes              *bytes)
{
  Value value = { .column = column, .type = VALUE_BYTES };

  value.bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  g_array_append_val (self->values, value);
}

/* "2023-24" is the winter of 2023 in EDTF, but two years in prose. Where the printed words of the
 * row hold the very same characters, nobody can tell which was meant.
 */
static gboolean
is_season_or_years (const RutterStarterRow *row,
                    const char             *column,
                    const char             *edtf)
{
  GPtrArray *columns = rutter_text_table_get_columns (row->table);
  g_auto(GStrv) ends = g_strsplit (edtf, "/", 2);

  for (guint i = 0; ends[i] != NULL; i++)
    {
      if (strlen (ends[i]) < 7 || ends[i][5] != '2' || strspn (ends[i] + 6, "1234") == 0)
        continue;

      ends[i][7] = '\0';
      for (guint j = 0; j < columns->len; j++)
        {
          const char *name = g_ptr_array_index (columns, j);
          const char *words = rutter_starter_row_get (row, name);

          if (g_strcmp0 (name, column) != 0 && g_str_has_suffix (name, "_as_printed") &&
              words != NULL && strstr (words, ends[i]) != NULL)
            return TRUE;
        }
    }

  return FALSE;
}

/* Adds the EDTF text of a column of @row and its two days; a missing column is an unknown date. */
gboolean
rutter_starter_record_add_date (RutterStarterRecord     *self,
                                const RutterStarterRow  *row,
                                const char              *column,
                                GError                 **error)
{
  const char *edtf = rutter_starter_row_get (row, column);
  g_autoptr(GError) local_error = NULL;
  RutterSpan span;

  if (!rutter_edtf_parse (edtf, &span, &local_error))
    return rutter_starter_row_refuse (row, RUTTER_ERROR_INVALID, error, "%s",
                                      local_error->message);

  if (edtf != NULL && is_season_or_years (row, column, edtf))
    return rutter_starter_row_refuse (row, RUTTER_ERROR_INVALID, error,
                                      "\"%s\" may be a season or two years; write two years as "
                                      "an interval, 2023/2024", edtf);

  rutter_starter_record_add_text (self, "edtf", edtf);
  rutter_starter_record_add_number (self, "earliest", span.earliest);
  rutter_starter_record_add_number (self, "latest", span.latest);
  return TRUE;
}

static sqlite3_stmt *
prepare (RutterStarterRecord   *self,
         RutterStarterContext  *context,
         GError               **error)
{
  g_autoptr(GString) sql = g_string_new (NULL);
  sqlite3_stmt *stmt;

  g_string_append_printf (sql, "INSERT INTO \"%s\" (", self->table);
  for (guint i = 0; i < self->values->len; i++)
    g_string_append_printf (sql, "%s\"%s\"", i > 0 ? ", " : "",
                            g_array_index (self->values, Value, i).column);
  g_string_append (sql, ") VALUES (?");
  for (guint i = 1; i < self->values->len; i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');

  stmt = g_hash_table_lookup (context->statements, sql->str);
  if (stmt == NULL)
    {
      stmt = rutter_db_prepare (context->db, sql->str, error);
      if (stmt != NULL)
        g_hash_table_insert (context->statements, g_strdup (sql->str), stmt);
    }

  return stmt;
}

/**
 * rutter_starter_record_insert:
 * @row: the row of facts that it comes from
 * @id: (out) (optional): the new row's id
 *
 * Writes the record. What the catalogue's own constraints refuse (an unknown kind, a second actor
 * of one code) is told with the constraint's text, which lists the words it takes.
 */
gboolean
rutter_starter_record_insert (RutterStarterRecord     *self,
                              RutterStarterContext    *context,
                              const RutterStarterRow  *row,
                              gint64                  *id,
                              GError                 **error)
{
  sqlite3_stmt *stmt = prepare (self, context, error);

  if (stmt == NULL)
    return FALSE;

  for (guint i = 0; i < self->values->len; i++)
    {
      const Value *value = &g_array_index (self->values, Value, i);

      if (value->type == VALUE_TEXT)
        rutter_db_bind_text (stmt, (int)i + 1, value->text);
      else if (value->type == VALUE_NUMBER)
        rutter_db_bind_int64 (stmt, (int)i + 1, value->number);
      else
        rutter_db_bind_bytes (stmt, (int)i + 1, value->bytes);
    }

  if (!rutter_db_run (stmt, NULL))
    return rutter_starter_row_refuse (row, RUTTER_ERROR_INVALID, error,
                                      "the table \"%s\" refuses the row: %s", self->table,
                                      sqlite3_errmsg (context->db));

  if (id != NULL)
    *id = sqlite3_last_insert_rowid (context->db);

  return TRUE;
}
