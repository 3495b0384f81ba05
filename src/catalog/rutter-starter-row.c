/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-starter-row.h"

#include <math.h>

/* The text of a column; NULL when it is empty or the table has no such column. */
const char *
rutter_starter_row_get (const RutterStarterRow *row,
                        const char             *column)
{
  const char *text = rutter_text_table_get (row->table, row->index, column);

  return text != NULL && *text != '\0' ? text : NULL;
}

/* Says where the trouble is: file, line, and what the row is about.
 *
 * Returns: always FALSE
 */
gboolean
rutter_starter_row_refuse (const RutterStarterRow  *row,
                           RutterError              code,
                           GError                 **error,
                           const char              *format,
                           ...)
{
  static const char *const subjects[] = { "uid", "object", "vessel", "words" };
  g_autofree char *message = NULL;
  const char *subject = NULL;
  va_list arguments;

  for (guint i = 0; i < G_N_ELEMENTS (subjects) && subject == NULL; i++)
    subject = rutter_starter_row_get (row, subjects[i]);

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_set_error (error, RUTTER_ERROR, code, "%s:%u: %s%s%s",
               rutter_text_table_get_name (row->table),
               rutter_text_table_get_line (row->table, row->index),
               subject != NULL ? subject : "", subject != NULL ? ": " : "", message);
  return FALSE;
}

/**
 * rutter_starter_row_list:
 *
 * The parts of a column, parted by "; ". None for an empty column.
 *
 * Returns: (transfer full): NULL when a part is empty or surrounded by blanks
 */
char **
rutter_starter_row_list (const RutterStarterRow  *row,
                         const char              *column,
                         GError                 **error)
{
  const char *text = rutter_starter_row_get (row, column);
  g_auto(GStrv) parts = g_strsplit (text != NULL ? text : "", "; ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *stripped = g_strstrip (g_strdup (parts[i]));

      if (*stripped == '\0' || g_strcmp0 (stripped, parts[i]) != 0 ||
          g_str_has_suffix (stripped, ";"))
        {
          rutter_starter_row_refuse (row, RUTTER_ERROR_INVALID, error,
                                     "the list in \"%s\" has an entry without words; part its "
                                     "entries with one semicolon and one blank", column);
          return NULL;
        }
    }

  return g_steal_pointer (&parts);
}

/* Reads a whole number from 0; an empty column leaves @number as it is. */
gboolean
rutter_starter_row_get_number (const RutterStarterRow  *row,
                               const char              *column,
                               gint64                   largest,
                               gint64                  *number,
                               GError                 **error)
{
  const char *text = rutter_starter_row_get (row, column);
  guint64 value;

  if (text == NULL)
    return TRUE;

  if (!g_ascii_string_to_unsigned (text, 10, 0, (guint64)largest, &value, NULL))
    return rutter_starter_row_refuse (row, RUTTER_ERROR_INVALID, error,
                                      "\"%s\" in \"%s\" is no number from 0 to %" G_GINT64_FORMAT,
                                      text, column, largest);

  *number = (gint64)value;
  return TRUE;
}

/* Reads degrees from -@largest to @largest; an empty column gives NaN. */
gboolean
rutter_starter_row_get_degrees (const RutterStarterRow  *row,
                                const char              *column,
                                double                   largest,
                                double                  *degrees,
                                GError                 **error)
{
  const char *text = rutter_starter_row_get (row, column);
  char *end;

  *degrees = NAN;
  if (text == NULL)
    return TRUE;

  *degrees = g_ascii_strtod (text, &end);
  if (end == text || *end != '\0' || g_ascii_isspace (*text) || !isfinite (*degrees) ||
      fabs (*degrees) > largest)
    return rutter_starter_row_refuse (row, RUTTER_ERROR_INVALID, error,
                                      "the %s \"%s\" is no number from -%g to %g", column, text,
                                      largest, largest);

  return TRUE;
}
