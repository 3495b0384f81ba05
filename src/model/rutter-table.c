/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _RutterTable
{
  GArray       *rows;     /* RutterTableRow */
  GStringChunk *strings;
  guint         n_total;
  guint         n_shared;
};

/* A row's place in the order while a table is sorted. */
typedef struct
{
  guint   index;
  char   *text;    /* collation key, or NULL */
  gint64  number;  /* compared first */
  gint64  second;
} Key;

static void
clear_table (gpointer data)
{
  RutterTable *self = data;

  g_array_unref (self->rows);
  g_string_chunk_free (self->strings);
}

RutterTable *
rutter_table_new (void)
{
  RutterTable *self = g_atomic_rc_box_new0 (RutterTable);

  self->rows = g_array_new (FALSE, FALSE, sizeof (RutterTableRow));
  self->strings = g_string_chunk_new (16384);

  return self;
}

RutterTable *
rutter_table_ref (RutterTable *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
rutter_table_unref (RutterTable *self)
{
  g_atomic_rc_box_release_full (self, clear_table);
}

static const char *
keep (RutterTable *self,
      const char  *text)
{
  return g_string_chunk_insert_const (self->strings, text != NULL ? text : "");
}

void
rutter_table_add (RutterTable          *self,
                  const RutterTableRow *row)
{
  RutterTableRow copy = *row;

  copy.uid = keep (self, row->uid);
  copy.title = keep (self, row->title);
  copy.kind = keep (self, row->kind);
  copy.kind_id = keep (self, row->kind_id);
  copy.detail_id = keep (self, row->detail_id);
  copy.layer_title = keep (self, row->layer_title);
  copy.standing = keep (self, row->standing != NULL ? row->standing
                                                    : rutter_status_get_title (row->status));
  copy.standing_id = keep (self, row->standing_id != NULL ? row->standing_id
                                                          : rutter_status_get_id (row->status));
  copy.date = keep (self, row->date);
  copy.edtf = keep (self, row->edtf);
  copy.actors = keep (self, row->actors);
  copy.actors_as_written = keep (self, row->actors_as_written);
  g_array_append_val (self->rows, copy);
}

void
rutter_table_set_n_total (RutterTable *self,
                          guint        n_total)
{
  self->n_total = n_total;
}

void
rutter_table_set_n_shared (RutterTable *self,
                           guint        n_shared)
{
  self->n_shared = n_shared;
}

static char *
make_text_key (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return g_utf8_collate_key (folded, -1);
}

static void
make_key (const RutterTableRow *row,
          RutterColumn          column,
          Key                  *key)
{
  switch (column)
    {
    case RUTTER_COLUMN_TITLE:
      key->text = make_text_key (row->title);
      break;
    case RUTTER_COLUMN_KIND:
      key->text = make_text_key (row->kind);
      break;
    case RUTTER_COLUMN_ACTORS:
      key->text = make_text_key (row->actors);
      break;
    case RUTTER_COLUMN_LAYER:
      key->number = row->layer;
      break;
    case RUTTER_COLUMN_STATUS:
      key->number = row->status;
      key->second = row->denied;
      break;
    case RUTTER_COLUMN_DATE:
      key->number = row->first_day;
      key->second = row->last_day;
      break;
    case RUTTER_COLUMN_CLAIMS:
    case RUTTER_N_COLUMN:
    default:
      key->number = row->n_claims;
      break;
    }
}

/* Equal rows keep the order they had, whichever way the column runs. */
static int
compare_keys (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const Key *first = a;
  const Key *second = b;
  gboolean *descending = data;
  int result = (first->number > second->number) - (first->number < second->number);

  if (result == 0)
    result = (first->second > second->second) - (first->second < second->second);
  if (result == 0 && first->text != NULL)
    result = strcmp (first->text, second->text);
  if (result != 0)
    return *descending ? -result : result;

  return (first->index > second->index) - (first->index < second->index);
}

/* What is not known comes last, whichever way the column runs. */
static gboolean
is_unknown (const RutterTableRow *row,
            RutterColumn          column)
{
  RutterStatus status;

  return (column == RUTTER_COLUMN_DATE && *row->date == '\0') ||
         (column == RUTTER_COLUMN_STATUS && !rutter_status_from_id (row->standing_id, &status)) ||
         (column == RUTTER_COLUMN_ACTORS && *row->actors == '\0');
}

void
rutter_table_sort (RutterTable  *self,
                   RutterColumn  column,
                   gboolean      descending)
{
  g_autoptr(GArray) sorted = NULL;
  g_autofree Key *keys = g_new0 (Key, self->rows->len);
  guint n_known = 0;

  g_return_if_fail (column < RUTTER_N_COLUMN);

  for (guint i = 0; i < self->rows->len; i++)
    if (!is_unknown (&g_array_index (self->rows, RutterTableRow, i), column))
      {
        keys[n_known].index = i;
        make_key (&g_array_index (self->rows, RutterTableRow, i), column, &keys[n_known++]);
      }
  g_qsort_with_data (keys, n_known, sizeof *keys, compare_keys, &descending);

  sorted = g_array_sized_new (FALSE, FALSE, sizeof (RutterTableRow), self->rows->len);
  for (guint i = 0; i < n_known; i++)
    {
      g_array_append_vals (sorted, &g_array_index (self->rows, RutterTableRow, keys[i].index), 1);
      g_free (keys[i].text);
    }
  for (guint i = 0; i < self->rows->len; i++)
    if (is_unknown (&g_array_index (self->rows, RutterTableRow, i), column))
      g_array_append_vals (sorted, &g_array_index (self->rows, RutterTableRow, i), 1);

  g_array_unref (self->rows);
  self->rows = g_steal_pointer (&sorted);
}

guint
rutter_table_get_n_rows (const RutterTable *self)
{
  return self->rows->len;
}

const RutterTableRow *
rutter_table_get_row (const RutterTable *self,
                      guint              index)
{
  g_return_val_if_fail (index < self->rows->len, NULL);

  return &g_array_index (self->rows, RutterTableRow, index);
}

guint
rutter_table_get_n_total (const RutterTable *self)
{
  return self->n_total;
}

guint
rutter_table_get_n_shared (const RutterTable *self)
{
  return self->n_shared;
}

gboolean
rutter_table_find (const RutterTable *self,
                   const char        *uid,
                   guint             *index)
{
  for (guint i = 0; uid != NULL && i < self->rows->len; i++)
    if (g_str_equal (g_array_index (self->rows, RutterTableRow, i).uid, uid))
      {
        *index = i;
        return TRUE;
      }

  return FALSE;
}

gboolean
rutter_table_row_equals (const RutterTableRow *row,
                         const RutterTableRow *other)
{
  return row->status == other->status && row->denied == other->denied &&
         row->n_claims == other->n_claims && row->layer == other->layer &&
         g_str_equal (row->uid, other->uid) && g_str_equal (row->title, other->title) &&
         g_str_equal (row->standing, other->standing) && g_str_equal (row->kind, other->kind) &&
         g_str_equal (row->edtf, other->edtf) && g_str_equal (row->actors, other->actors);
}

const char *
rutter_column_get_title (RutterColumn column)
{
  static const char *const titles[RUTTER_N_COLUMN] = {
    [RUTTER_COLUMN_TITLE] = N_("Title"),   [RUTTER_COLUMN_KIND] = N_("Kind"),
    [RUTTER_COLUMN_LAYER] = N_("Layer"),   [RUTTER_COLUMN_STATUS] = N_("Status"),
    [RUTTER_COLUMN_DATE] = N_("Date"),     [RUTTER_COLUMN_ACTORS] = N_("Actors"),
    [RUTTER_COLUMN_CLAIMS] = N_("Claims"),
  };

  g_return_val_if_fail (column < RUTTER_N_COLUMN, NULL);

  return _(titles[column]);
}

char *
rutter_table_row_dup_status (const RutterTableRow *row)
{
  return row->denied && row->status != RUTTER_STATUS_DENIED ? g_strdup_printf (_("%s, denied"),
                                                                               row->standing)
                                                            : g_strdup (row->standing);
}

static void
append_cell (GString    *csv,
             const char *text)
{
  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (csv, text);
      return;
    }

  g_string_append_c (csv, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  g_string_append_c (csv, '"');
}

static void
append_row (GString              *csv,
            const RutterTableRow *row)
{
  const char *cells[] = {
    row->uid, row->title, row->kind_id, row->detail_id, rutter_layer_get_id (row->layer),
    row->standing_id, row->denied ? "yes" : "no", row->edtf,
    row->actors_as_written,
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      append_cell (csv, cells[i]);
      g_string_append_c (csv, ',');
    }
  g_string_append_printf (csv, "%u\r\n", row->n_claims);
}

char *
rutter_table_to_csv (const RutterTable *self,
                     GArray            *rows)
{
  GString *csv = g_string_new ("uid,title,kind,detail,layer,status,denied,date,actors,claims\r\n");
  guint n = rows != NULL ? rows->len : self->rows->len;

  for (guint i = 0; i < n; i++)
    {
      guint index = rows != NULL ? g_array_index (rows, guint, i) : i;

      if (index < self->rows->len)
        append_row (csv, &g_array_index (self->rows, RutterTableRow, index));
    }

  return g_string_free (csv, FALSE);
}
