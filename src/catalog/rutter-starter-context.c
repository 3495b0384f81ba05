/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-starter-context.h"

static gboolean
check_columns (const RutterStarterTable  *table,
               RutterTextTable           *text,
               GError                   **error)
{
  GPtrArray *columns = rutter_text_table_get_columns (text);

  for (guint i = 0; i < columns->len; i++)
    if (rutter_starter_table_find_field (table, g_ptr_array_index (columns, i)) == NULL)
      {
        g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
                     "%s: the column \"%s\" is unknown; its columns are named in README.md",
                     table->file, (const char *)g_ptr_array_index (columns, i));
        return FALSE;
      }

  for (const RutterStarterField *field = table->fields; field->name != NULL; field++)
    if (!(field->flags & RUTTER_STARTER_OPTIONAL) &&
        !rutter_text_table_has_column (text, field->name))
      {
        g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
                     "%s: the column \"%s\" is missing", table->file, field->name);
        return FALSE;
      }

  return TRUE;
}

static gboolean
read_table (RutterStarterContext      *self,
            const char                *folder,
            const RutterStarterTable  *table,
            GError                   **error)
{
  g_autofree char *path = g_build_filename (folder, table->file, NULL);
  g_autoptr(RutterTextTable) text = NULL;
  g_autoptr(GError) local_error = NULL;

  text = rutter_text_table_new_from_file (path, &local_error);
  if (text == NULL)
    {
      if (table->is_optional && g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return TRUE;

      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (!check_columns (table, text, error))
    return FALSE;

  g_hash_table_insert (self->tables, (char *)table->file, g_steal_pointer (&text));
  return TRUE;
}

static void
free_object (gpointer data)
{
  RutterStarterObject *object = data;

  g_clear_pointer (&object->line, rutter_starter_line_free);
  g_free (object);
}

static void
free_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

/**
 * rutter_starter_context_new:
 *
 * Reads every table of @folder and checks its columns; what is wrong with their rows comes later.
 *
 * Returns: (transfer full): NULL with an error that names the file
 */
RutterStarterContext *
rutter_starter_context_new (const char  *folder,
                            GError     **error)
{
  g_autoptr(RutterStarterContext) self = g_new0 (RutterStarterContext, 1);

  self->tables = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->objects = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_object);
  self->claims = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->deniers = g_hash_table_new (g_str_hash, g_str_equal);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_statement);
  self->problems = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < rutter_starter_n_tables; i++)
    if (!read_table (self, folder, &rutter_starter_tables[i], error))
      return NULL;

  return g_steal_pointer (&self);
}

void
rutter_starter_context_free (RutterStarterContext *self)
{
  g_hash_table_unref (self->statements);
  g_hash_table_unref (self->deniers);
  g_hash_table_unref (self->claims);
  g_hash_table_unref (self->objects);
  g_hash_table_unref (self->tables);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

/* Keeps what is wrong with a row, so that one run tells of all of them. Takes @error. */
void
rutter_starter_context_note (RutterStarterContext *self,
                             GError               *error)
{
  g_ptr_array_add (self->problems, g_strdup (error->message));
  g_error_free (error);
}

/* Calls @func for every row of a table. A row that it refuses doesn't keep the next from being
 * looked at.
 */
void
rutter_starter_context_each_row (RutterStarterContext     *self,
                                 const RutterStarterTable *table,
                                 RutterStarterRowFunc      func)
{
  RutterTextTable *text = g_hash_table_lookup (self->tables, table->file);
  guint n_rows = text != NULL ? rutter_text_table_get_n_rows (text) : 0;

  for (guint i = 0; i < n_rows; i++)
    {
      RutterStarterRow row = { text, i };
      GError *error = NULL;
      gboolean is_whole = TRUE;

      for (const RutterStarterField *field = table->fields; field->name != NULL; field++)
        if ((field->flags & RUTTER_STARTER_REQUIRED) && is_whole &&
            rutter_starter_row_get (&row, field->name) == NULL)
          is_whole = rutter_starter_row_refuse (&row, RUTTER_ERROR_INVALID, &error,
                                                "the column \"%s\" is empty", field->name);

      if (!is_whole || !func (self, table, &row, &error))
        rutter_starter_context_note (self, error);
    }
}

/**
 * rutter_starter_context_find:
 * @kinds: bit mask of #RutterKind
 *
 * Returns: the object that @uid names; NULL with %RUTTER_ERROR_NOT_FOUND when there is none, or
 *   with %RUTTER_ERROR_INVALID when it is of a kind that the column doesn't take
 */
RutterStarterObject *
rutter_starter_context_find (RutterStarterContext    *self,
                             const RutterStarterRow  *row,
                             const char              *column,
                             const char              *uid,
                             guint                    kinds,
                             GError                 **error)
{
  RutterStarterObject *object = g_hash_table_lookup (self->objects, uid);

  if (object == NULL)
    {
      rutter_starter_row_refuse (row, RUTTER_ERROR_NOT_FOUND, error,
                                 "\"%s\" names \"%s\", which is in no table", column, uid);
      return NULL;
    }

  if (!(kinds & (1u << object->kind)))
    {
      rutter_starter_row_refuse (row, RUTTER_ERROR_INVALID, error,
                                 "\"%s\" names \"%s\", but cannot name a %s", column, uid,
                                 rutter_kind_get_id (object->kind));
      return NULL;
    }

  return object;
}
