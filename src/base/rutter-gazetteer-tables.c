/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How a gazetteer is read from the tables that came with the program. */

#include "rutter-gazetteer-private.h"

#include "rutter-error.h"
#include "rutter-language.h"
#include "rutter-paths.h"
#include "rutter-text-key.h"
#include "rutter-text-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define CITY_ZOOM 8.0
#define PORT_ZOOM 9.0
/* How much nearer than the zoom at which a name first appears. */
#define NEARER 1.5
/* A city and its port, or a name and the city of that name, are one thing to fly to. */
#define SAME_PLACE_KM 60.0

static const struct
{
  const char *id;
  const char *title;
} kinds[] = {
  { "country", NC_ ("kind of place on the map", "Country") },
  { "territory", NC_ ("kind of place on the map", "Territory") },
  { "ocean", NC_ ("kind of place on the map", "Ocean") },
  { "sea", NC_ ("kind of place on the map", "Sea") },
  { "strait", NC_ ("kind of place on the map", "Strait") },
  { "canal", NC_ ("kind of place on the map", "Canal") },
  { "lake", NC_ ("kind of place on the map", "Lake") },
  { "river", NC_ ("kind of place on the map", "River") },
  { "city", NC_ ("kind of place on the map", "City") },
  { "port", NC_ ("kind of place on the map", "Port") },
};

static gboolean
read_number (RutterTextTable *table,
             guint            row,
             const char      *column,
             double           low,
             double           high,
             double          *number)
{
  const char *text = rutter_text_table_get (table, row, column);
  char *end = NULL;

  *number = text != NULL ? g_ascii_strtod (text, &end) : NAN;

  return end != NULL && end != text && *end == '\0' && *number >= low && *number <= high;
}

static void
add_name (RutterGazetteer *self,
          guint            entry,
          const char      *text)
{
  g_autofree char *folded = rutter_text_key_fold (text);
  RutterGazetteerName name = { entry, g_string_chunk_insert_const (self->strings, text),
                g_string_chunk_insert_const (self->strings, folded) };

  if (*folded != '\0')
    g_array_append_val (self->names, name);
}

/* Whether an entry of the same name lies there already, and which. @seen: folded name -> its last
 * entry + 1
 */
static gboolean
is_known (RutterGazetteer *self,
          GHashTable      *seen,
          const char      *name,
          RutterLonLat     position,
          guint           *entry)
{
  g_autofree char *folded = rutter_text_key_fold (name);
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (seen, folded));

  if (at > 0)
    {
      const RutterGazetteerEntry *other =
        &g_array_index (self->entries, RutterGazetteerEntry, at - 1);

      *entry = at - 1;
      if (rutter_geo_distance_m (other->position, position) < SAME_PLACE_KM * 1000)
        return TRUE;
    }

  g_hash_table_insert (seen, g_steal_pointer (&folded),
                       GUINT_TO_POINTER (self->entries->len + 1));
  return FALSE;
}

static const char *
find_kind (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].id, id) == 0)
      return kinds[i].id;

  return NULL;
}

/* What a row is called besides its name. A port that is a city, too, lends that one its code. */
static void
add_other_names (RutterGazetteer *self,
                 RutterTextTable *table,
                 guint            row,
                 guint            entry,
                 gboolean         is_port)
{
  g_auto(GStrv) natives = NULL;

  if (is_port)
    add_name (self, entry, rutter_text_table_get (table, row, "locode"));
  if (!rutter_text_table_has_column (table, "native"))
    return;

  natives = g_strsplit (rutter_text_table_get (table, row, "native"), "; ", -1);
  for (guint i = 0; natives[i] != NULL; i++)
    if (*natives[i] != '\0')
      add_name (self, entry, natives[i]);
}

static void
set_title (RutterGazetteer      *self,
           RutterTextTable      *table,
           guint                 row,
           RutterGazetteerEntry *entry)
{
  const char *column = rutter_language_get_id ();
  const char *title = rutter_text_table_has_column (table, column)
                        ? rutter_text_table_get (table, row, column) : "";

  entry->title = *title != '\0' ? g_string_chunk_insert_const (self->strings, title)
                                : entry->name;
}

/* @kind: of all rows; NULL for the table that says it in each. */
static gboolean
read_row (RutterGazetteer *self,
          RutterTextTable *table,
          guint            row,
          const char      *kind,
          GHashTable      *seen)
{
  const char *name = rutter_text_table_get (table, row, "name");
  RutterGazetteerEntry entry = { .kind = kind, .where = "" };
  double rank = 0;
  guint known = 0;

  if (!read_number (table, row, "lon", -180, 180, &entry.position.lon) ||
      !read_number (table, row, "lat", -90, 90, &entry.position.lat) ||
      name == NULL || *name == '\0')
    return FALSE;

  if (kind == NULL)
    {
      entry.kind = find_kind (rutter_text_table_get (table, row, "kind"));
      if (entry.kind == NULL || !read_number (table, row, "rank", 0, 22, &rank))
        return FALSE;

      entry.zoom = rank + NEARER;
    }
  else if (g_str_equal (kind, "city"))
    {
      entry.zoom = CITY_ZOOM;
      entry.where = g_string_chunk_insert_const (self->strings,
                                                 rutter_text_table_get (table, row, "country"));
    }
  else
    {
      g_autofree char *country = g_strndup (rutter_text_table_get (table, row, "locode"), 2);

      entry.zoom = PORT_ZOOM;
      entry.where = g_string_chunk_insert_const (self->strings, country);
    }

  if (is_known (self, seen, name, entry.position, &known))
    {
      add_other_names (self, table, row, known, g_strcmp0 (kind, "port") == 0);
      return TRUE;
    }

  entry.name = g_string_chunk_insert_const (self->strings, name);
  set_title (self, table, row, &entry);
  g_array_append_val (self->entries, entry);
  known = self->entries->len - 1;
  add_name (self, known, name);
  if (entry.title != entry.name)
    add_name (self, known, entry.title);
  add_other_names (self, table, row, known, g_strcmp0 (kind, "port") == 0);

  return TRUE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const RutterGazetteerName *first = a, *second = b;

  return (first->entry > second->entry) - (first->entry < second->entry);
}

static gboolean
read_table (RutterGazetteer  *self,
            const char       *path,
            const char       *kind,
            GHashTable       *seen,
            GError          **error)
{
  static const char *const columns[][3] = {
    { "kind", "rank", "native" }, { "country", "name", "lon" }, { "locode", "name", "lon" },
  };
  g_autoptr(RutterTextTable) table = rutter_text_table_new_from_file (path, error);
  guint which = kind == NULL ? 0 : g_str_equal (kind, "city") ? 1 : 2;

  if (table == NULL)
    return FALSE;

  for (guint i = 0; i < 3; i++)
    if (!rutter_text_table_has_column (table, columns[which][i]))
      {
        g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
                     _("The table “%s” has no column “%s”."), path, columns[which][i]);
        return FALSE;
      }

  for (guint i = 0; i < rutter_text_table_get_n_rows (table); i++)
    if (!read_row (self, table, i, kind, seen))
      {
        g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
                     _("Line %u of the table “%s” names no place of the map."),
                     rutter_text_table_get_line (table, i), path);
        return FALSE;
      }

  return TRUE;
}

/**
 * rutter_gazetteer_new_from_files:
 *
 * Reads the tables that the map's names are drawn from (rutter_names_new_from_files()). Blocks.
 *
 * Returns: (transfer full): or %NULL with the errors of rutter_text_table_new_from_file(), or
 *   %RUTTER_ERROR_INVALID for a row that names no place
 */
RutterGazetteer *
rutter_gazetteer_new_from_files (const char  *names_path,
                                 const char  *cities_path,
                                 const char  *ports_path,
                                 GError     **error)
{
  g_autoptr(RutterGazetteer) self = g_new0 (RutterGazetteer, 1);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_atomic_ref_count_init (&self->ref_count);
  self->strings = g_string_chunk_new (64 * 1024);
  self->entries = g_array_new (FALSE, FALSE, sizeof (RutterGazetteerEntry));
  self->names = g_array_new (FALSE, FALSE, sizeof (RutterGazetteerName));
  if (!read_table (self, names_path, NULL, seen, error) ||
      !read_table (self, cities_path, "city", seen, error) ||
      !read_table (self, ports_path, "port", seen, error))
    return NULL;

  g_array_sort (self->names, compare_names);
  return g_steal_pointer (&self);
}

RutterGazetteer *
rutter_gazetteer_new (GError **error)
{
  g_autofree char *names_path = rutter_paths_get_data ("gazetteer.tsv");
  g_autofree char *cities_path = rutter_paths_get_data ("cities.tsv");
  g_autofree char *ports_path = rutter_paths_get_data ("ports.tsv");

  return rutter_gazetteer_new_from_files (names_path, cities_path, ports_path, error);
}

const char *
rutter_gazetteer_entry_get_title (const RutterGazetteerEntry *entry)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].id, entry->kind))
      return g_dpgettext2 (GETTEXT_PACKAGE, "kind of place on the map", kinds[i].title);

  return entry->kind;
}
