/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-passage.h"

#include "rutter-error.h"
#include "rutter-language.h"
#include "rutter-text-table.h"

#include <math.h>
#include <string.h>

/* A line of more points is no hand's work, and would make a first start slow. */
#define MAX_POINTS 4096
/* Web Mercator, in which the coast is kept, ends little beyond. */
#define MAX_LATITUDE 85.0
#define MAX_ID 40

struct _RutterPassages
{
  gatomicrefcount  ref_count;
  GPtrArray       *passages;   /* RutterPassage */
  GHashTable      *by_id;      /* id -> RutterPassage, both borrowed from it */
  guint64          digest;
};

static const char *const KINDS[] = { "canal", "strait", "river", "seaway", "gate" };
static const char *const COLUMNS[] =
  { "id", "name", "name_ru", "kind", "shut", "line", "gate", "season", "source" };

static void
free_passage (gpointer data)
{
  RutterPassage *passage = data;

  g_free (passage->id);
  g_free (passage->name);
  g_free (passage->name_ru);
  g_free (passage->network);
  g_free (passage->line);
  g_free (passage->gate);
  g_free (passage->season);
  g_free (passage->source);
  g_free (passage);
}

/* The row that is read, for messages. */
typedef struct
{
  RutterTextTable *table;
  guint            row;
} Row;

static const char *
get_field (const Row  *row,
           const char *column)
{
  return rutter_text_table_get (row->table, row->row, column);
}

static char *
dup_field (const Row  *row,
           const char *column)
{
  const char *field = get_field (row, column);

  return field != NULL && *field != '\0' ? g_strdup (field) : NULL;
}

/* Takes @why, a whole sentence. */
static gboolean
refuse (const Row  *row,
        char       *why,
        GError    **error)
{
  g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID, "%s:%u: %s",
               rutter_text_table_get_name (row->table),
               rutter_text_table_get_line (row->table, row->row), why);
  g_free (why);
  return FALSE;
}

/* @why: what is said of the point, a sentence's end */
static gpointer
refuse_point (const Row   *row,
              const char  *why,
              guint        index,
              const char  *column,
              GError     **error)
{
  refuse (row, g_strdup_printf ("Point %u of the column “%s” %s.", index + 1, column, why), error);
  return NULL;
}

static gboolean
read_number (const char **text,
             double      *number)
{
  char *end;

  *number = g_ascii_strtod (*text, &end);
  if (end == *text || !isfinite (*number))
    return FALSE;

  *text = end;
  return TRUE;
}

/* Reads "lon lat, lon lat, ...", as within the brackets of a LINESTRING. */
static RutterLonLat *
read_line (const Row   *row,
           const char  *column,
           guint       *n_points,
           GError     **error)
{
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (RutterLonLat));
  const char *text = get_field (row, column);
  RutterLonLat last = { 0, 0 };

  for (gboolean is_over = FALSE; !is_over; )
    {
      RutterLonLat point;

      if (!read_number (&text, &point.lon) || *text != ' ' || !read_number (&text, &point.lat) ||
          (*text != ',' && *text != '\0'))
        return refuse_point (row, "is not a longitude and a latitude, parted by a space",
                             points->len, column, error);

      if (fabs (point.lon) > 540.0 || fabs (point.lat) > MAX_LATITUDE)
        return refuse_point (row, "lies off the map", points->len, column,
                             error);

      if (points->len > 0 && (fabs (point.lon - last.lon) > 180.0 ||
                              (point.lon == last.lon && point.lat == last.lat)))
        return refuse_point (row, "is the one before it again, or more than 180 degrees from it",
                             points->len, column, error);

      g_array_append_val (points, point);
      is_over = *text == '\0';
      text += is_over ? 0 : 1;
      last = point;
    }

  if (points->len < 2 || points->len > MAX_POINTS)
    {
      refuse (row, g_strdup_printf ("The column “%s” has %u points, but it needs 2 to %d.", column,
                                    points->len, MAX_POINTS), error);
      return NULL;
    }

  *n_points = points->len;
  return (RutterLonLat *)g_array_free (g_steal_pointer (&points), FALSE);
}

static gboolean
is_id (const char *text)
{
  return strlen (text) <= MAX_ID && g_ascii_islower (*text) && !g_str_has_suffix (text, "-") &&
         strspn (text, "abcdefghijklmnopqrstuvwxyz-") == strlen (text);
}

static gboolean
read_kind (const Row          *row,
           RutterPassageKind  *kind,
           GError            **error)
{
  const char *text = get_field (row, "kind");

  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++)
    if (strcmp (text, KINDS[i]) == 0)
      {
        *kind = i;
        return TRUE;
      }

  return refuse (row, g_strdup_printf ("“%s” is no kind of passage; the kinds are canal, "
                                         "strait, river, seaway and gate.", text), error);
}

static gboolean
read_words (const Row       *row,
            RutterPassages  *self,
            RutterPassage   *passage,
            GError         **error)
{
  const char *shut = get_field (row, "shut");

  passage->id = g_strdup (get_field (row, "id"));
  passage->name = g_strdup (get_field (row, "name"));
  passage->name_ru = dup_field (row, "name_ru");
  passage->is_shut = *shut == '1';
  passage->network = dup_field (row, "network");
  passage->season = dup_field (row, "season");
  passage->source = dup_field (row, "source");

  if (!is_id (passage->id))
    return refuse (row, g_strdup_printf ("“%s” is no id; an id is of letters from a to z and "
                                           "hyphens.", passage->id), error);

  if (g_hash_table_contains (self->by_id, passage->id))
    return refuse (row, g_strdup_printf ("The id “%s” is given twice.", passage->id), error);

  if (passage->network != NULL && !is_id (passage->network))
    return refuse (row, g_strdup_printf ("“%s” is no network; a network is of letters from a to z "
                                         "and hyphens.", passage->network), error);

  if (*passage->name == '\0')
    return refuse (row, g_strdup ("The passage has no name."), error);

  if (strcmp (shut, "0") != 0 && strcmp (shut, "1") != 0)
    return refuse (row, g_strdup_printf ("Shut is “%s”, but it can be 0 or 1 only.", shut),
                   error);

  if ((passage->season == NULL) != (passage->source == NULL))
    return refuse (row, g_strdup ("A season needs its source, and a source its season."), error);

  return TRUE;
}

static gboolean
read_passage (const Row       *row,
              RutterPassages  *self,
              GError         **error)
{
  RutterPassage *passage = g_new0 (RutterPassage, 1);

  g_ptr_array_add (self->passages, passage);
  if (!read_words (row, self, passage, error) ||
      !read_kind (row, &passage->kind, error) ||
      (passage->line = read_line (row, "line", &passage->n_points, error)) == NULL)
    return FALSE;

  if (*get_field (row, "gate") != '\0')
    {
      if (passage->kind == RUTTER_PASSAGE_GATE)
        return refuse (row, g_strdup ("The line of a gate lies across the water already; leave "
                                        "its column “gate” empty."), error);

      passage->gate = read_line (row, "gate", &passage->n_gate, error);
      if (passage->gate == NULL)
        return FALSE;
    }

  g_hash_table_insert (self->by_id, passage->id, passage);
  return TRUE;
}

static gboolean
read_table (RutterPassages   *self,
            RutterTextTable  *table,
            GError          **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (COLUMNS); i++)
    if (!rutter_text_table_has_column (table, COLUMNS[i]))
      {
        g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
                     "%s: the table of passages has no column “%s”.",
                     rutter_text_table_get_name (table), COLUMNS[i]);
        return FALSE;
      }

  for (guint i = 0; i < rutter_text_table_get_n_rows (table); i++)
    if (!read_passage (&(Row) { table, i }, self, error))
      return FALSE;

  return TRUE;
}

/* FNV-1a over 64 bits. */
static guint64
digest_bytes (GBytes *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ data[i]) * G_GUINT64_CONSTANT (0x100000001b3);

  return hash;
}

/**
 * rutter_passages_load:
 * @path: of a text table with the columns id, name, name_ru, kind, shut (0 or 1), line, gate,
 *   season and source, and maybe network; a line is "lon lat, lon lat, ..." with unwrapped
 *   longitudes
 *
 * Returns: NULL when the file can't be read, with a #GFileError, or with %RUTTER_ERROR_CORRUPT or
 *   %RUTTER_ERROR_INVALID; those messages begin with the file's name and the line
 */
RutterPassages *
rutter_passages_load (const char  *path,
                      GError     **error)
{
  g_autoptr(RutterPassages) self = NULL;
  g_autoptr(RutterTextTable) table = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *name = NULL;
  char *contents;
  gsize length;

  g_return_val_if_fail (path != NULL, NULL);

  if (!g_file_get_contents (path, &contents, &length, error))
    return NULL;

  bytes = g_bytes_new_take (contents, length);
  name = g_path_get_basename (path);
  table = rutter_text_table_new_from_bytes (bytes, name, error);
  if (table == NULL)
    return NULL;

  self = g_new0 (RutterPassages, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->passages = g_ptr_array_new_with_free_func (free_passage);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->digest = digest_bytes (bytes);

  return read_table (self, table, error) ? g_steal_pointer (&self) : NULL;
}

RutterPassages *
rutter_passages_ref (RutterPassages *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
rutter_passages_unref (RutterPassages *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->passages);
  g_free (self);
}

guint
rutter_passages_get_n (const RutterPassages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->passages->len;
}

const RutterPassage *
rutter_passages_get (const RutterPassages *self,
                     guint                 index)
{
  g_return_val_if_fail (self != NULL && index < self->passages->len, NULL);

  return g_ptr_array_index (self->passages, index);
}

/* Returns: (nullable): NULL when no passage has that id */
const RutterPassage *
rutter_passages_find (const RutterPassages *self,
                      const char           *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
}

/* Tells one file of passages from another: what was computed from them is stale when it differs. */
guint64
rutter_passages_digest (const RutterPassages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->digest;
}

/* Returns: the word that the table has for it: "canal" */
/* In the user's language where the table has it, else in English. */
const char *
rutter_passage_get_name (const RutterPassage *self)
{
  if (self->name_ru != NULL && strcmp (rutter_language_get_id (), "ru") == 0)
    return self->name_ru;

  return self->name;
}

const char *
rutter_passage_kind_get_nick (RutterPassageKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (KINDS), NULL);

  return KINDS[kind];
}
