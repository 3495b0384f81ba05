/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-place-table.h"

#include "rutter-error.h"
#include "rutter-text-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_RANK 18.0
#define MAX_POPULATION 1e9

static const char *const ids[RUTTER_N_PLACES] = {
  "country", "territory", "ocean", "sea", "strait", "canal", "lake", "river", "city", "port",
};

static gboolean
check_columns (RutterTextTable   *table,
               RutterPlaceTable   which,
               const char        *path,
               GError           **error)
{
  static const char *const columns[][7] = {
    [RUTTER_PLACE_TABLE_GAZETTEER] = { "kind", "rank", "lon", "lat", "name", "native", NULL },
    [RUTTER_PLACE_TABLE_CITIES] = { "name", "country", "lon", "lat", "population", "capital",
                                    NULL },
    [RUTTER_PLACE_TABLE_PORTS] = { "locode", "name", "lon", "lat", NULL },
  };

  for (guint i = 0; columns[which][i] != NULL; i++)
    if (!rutter_text_table_has_column (table, columns[which][i]))
      {
        g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
                     _("The table “%s” has no column “%s”."), path, columns[which][i]);
        return FALSE;
      }

  return TRUE;
}

static gboolean
read_number (RutterTextTable  *table,
             guint             row,
             const char       *column,
             double            low,
             double            high,
             double           *number,
             GError          **error)
{
  const char *text = rutter_text_table_get (table, row, column);
  char *end = NULL;

  *number = g_ascii_strtod (text, &end);
  if (end != text && *end == '\0' && *number >= low && *number <= high)
    return TRUE;

  g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
               _("%s:%u: %s is \"%s\", not a number from %g to %g"),
               rutter_text_table_get_name (table), rutter_text_table_get_line (table, row),
               column, text, low, high);
  return FALSE;
}

static gboolean
read_kind (RutterTextTable  *table,
           guint             row,
           RutterPlaceKind  *kind,
           GError          **error)
{
  const char *id = rutter_text_table_get (table, row, "kind");

  /* Cities and ports have tables of their own. */
  for (guint i = 0; i < RUTTER_PLACE_CITY; i++)
    if (g_str_equal (ids[i], id))
      {
        *kind = i;
        return TRUE;
      }

  g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID, _("%s:%u: \"%s\" is no kind of name"),
               rutter_text_table_get_name (table), rutter_text_table_get_line (table, row), id);
  return FALSE;
}

static gboolean
read_names (RutterTextTable  *table,
            const char       *path,
            const char       *language,
            RutterPlaceRow   *row,
            GError          **error)
{
  const char *title = rutter_text_table_has_column (table, language)
                        ? rutter_text_table_get (table, row->index, language) : "";

  row->name = rutter_text_table_get (table, row->index, "name");
  row->title = *title != '\0' ? title : row->name;
  if (*row->name != '\0')
    return TRUE;

  g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
               _("Line %u of the table “%s” names no place of the map."),
               rutter_text_table_get_line (table, row->index), path);
  return FALSE;
}

/* What only rows of this table have. */
static gboolean
read_own_columns (RutterTextTable   *table,
                  RutterPlaceTable   which,
                  RutterPlaceRow    *row,
                  GError           **error)
{
  double capital;

  switch (which)
    {
    case RUTTER_PLACE_TABLE_GAZETTEER:
      row->native = rutter_text_table_get (table, row->index, "native");
      return read_kind (table, row->index, &row->kind, error) &&
             read_number (table, row->index, "rank", 0, MAX_RANK, &row->rank, error);

    case RUTTER_PLACE_TABLE_CITIES:
      row->kind = RUTTER_PLACE_CITY;
      row->code = rutter_text_table_get (table, row->index, "country");
      if (!read_number (table, row->index, "population", 0, MAX_POPULATION, &row->population,
                        error) ||
          !read_number (table, row->index, "capital", 0, 1, &capital, error))
        return FALSE;

      row->is_capital = capital != 0;
      return TRUE;

    case RUTTER_PLACE_TABLE_PORTS:
    default:
      row->kind = RUTTER_PLACE_PORT;
      row->code = rutter_text_table_get (table, row->index, "locode");
      return TRUE;
    }
}

/**
 * rutter_place_table_read:
 * @language: the column with the titles, such as "ru"
 * @func: (scope call): called for each row, in the table's order
 *
 * Reads one table of names. Blocks.
 *
 * Returns: %FALSE with the errors of rutter_text_table_new_from_file(), or with
 *   %RUTTER_ERROR_INVALID for a column that is missing or a row that makes no sense; the message
 *   names file and line
 */
gboolean
rutter_place_table_read (const char          *path,
                         RutterPlaceTable     which,
                         const char          *language,
                         RutterPlaceRowFunc   func,
                         gpointer             data,
                         GError             **error)
{
  g_autoptr(RutterTextTable) table = NULL;

  g_return_val_if_fail (path != NULL && language != NULL && func != NULL, FALSE);

  table = rutter_text_table_new_from_file (path, error);
  if (table == NULL || !check_columns (table, which, path, error))
    return FALSE;

  for (guint i = 0; i < rutter_text_table_get_n_rows (table); i++)
    {
      RutterPlaceRow row = { .index = i, .native = "", .code = "" };

      if (!read_own_columns (table, which, &row, error) ||
          !read_number (table, i, "lon", -180, 180, &row.position.lon, error) ||
          !read_number (table, i, "lat", -90, 90, &row.position.lat, error) ||
          !read_names (table, path, language, &row, error))
        return FALSE;

      func (&row, data);
    }

  return TRUE;
}

const char *
rutter_place_kind_get_id (RutterPlaceKind kind)
{
  g_return_val_if_fail (kind < RUTTER_N_PLACES, NULL);

  return ids[kind];
}
