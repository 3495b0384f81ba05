/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How a gazetteer is read from the tables that came with the program. */

#include "rutter-gazetteer-private.h"

#include "rutter-language.h"
#include "rutter-paths.h"
#include "rutter-place-table.h"
#include "rutter-text-key.h"

#include <glib/gi18n-lib.h>

#define CITY_ZOOM 8.0
#define PORT_ZOOM 9.0
/* How much nearer than the zoom at which a name first appears. */
#define NEARER 1.5
/* A city and its port, or a name and the city of that name, are one thing to fly to. */
#define SAME_PLACE_KM 60.0

static const char *const kind_titles[RUTTER_N_PLACES] = {
  [RUTTER_PLACE_COUNTRY] = NC_ ("kind of place on the map", "Country"),
  [RUTTER_PLACE_TERRITORY] = NC_ ("kind of place on the map", "Territory"),
  [RUTTER_PLACE_OCEAN] = NC_ ("kind of place on the map", "Ocean"),
  [RUTTER_PLACE_SEA] = NC_ ("kind of place on the map", "Sea"),
  [RUTTER_PLACE_STRAIT] = NC_ ("kind of place on the map", "Strait"),
  [RUTTER_PLACE_CANAL] = NC_ ("kind of place on the map", "Canal"),
  [RUTTER_PLACE_LAKE] = NC_ ("kind of place on the map", "Lake"),
  [RUTTER_PLACE_RIVER] = NC_ ("kind of place on the map", "River"),
  [RUTTER_PLACE_CITY] = NC_ ("kind of place on the map", "City"),
  [RUTTER_PLACE_PORT] = NC_ ("kind of place on the map", "Port"),
};

typedef struct
{
  RutterGazetteer *self;
  GHashTable      *seen; /* folded name -> its last entry + 1 */
} Reading;

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

/* Whether an entry of the same name lies there already, and which. */
static gboolean
is_known (Reading              *reading,
          const RutterPlaceRow *row,
          guint                *entry)
{
  GArray *entries = reading->self->entries;
  g_autofree char *folded = rutter_text_key_fold (row->name);
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (reading->seen, folded));

  if (at > 0)
    {
      const RutterGazetteerEntry *other = &g_array_index (entries, RutterGazetteerEntry, at - 1);

      *entry = at - 1;
      if (rutter_geo_distance_m (other->position, row->position) < SAME_PLACE_KM * 1000)
        return TRUE;
    }

  g_hash_table_insert (reading->seen, g_steal_pointer (&folded),
                       GUINT_TO_POINTER (entries->len + 1));
  return FALSE;
}

/* What a row is called besides its name. A port that is a city, too, lends that one its code. */
static void
add_other_names (RutterGazetteer      *self,
                 const RutterPlaceRow *row,
                 guint                 entry)
{
  g_auto(GStrv) natives = g_strsplit (row->native, "; ", -1);

  if (row->kind == RUTTER_PLACE_PORT)
    add_name (self, entry, row->code);
  for (guint i = 0; natives[i] != NULL; i++)
    if (*natives[i] != '\0')
      add_name (self, entry, natives[i]);
}

static double
get_zoom (const RutterPlaceRow *row)
{
  if (row->kind == RUTTER_PLACE_CITY)
    return CITY_ZOOM;

  return row->kind == RUTTER_PLACE_PORT ? PORT_ZOOM : row->rank + NEARER;
}

static void
on_row_read_cb (const RutterPlaceRow *row,
                gpointer              data)
{
  Reading *reading = data;
  RutterGazetteer *self = reading->self;
  /* An UN/LOCODE begins with the country's code, which is all that a city has. */
  g_autofree char *where = g_strndup (row->code, 2);
  RutterGazetteerEntry entry = { .kind = rutter_place_kind_get_id (row->kind),
                                 .position = row->position, .zoom = get_zoom (row) };
  guint known = 0;

  if (is_known (reading, row, &known))
    {
      add_other_names (self, row, known);
      return;
    }

  entry.where = g_string_chunk_insert_const (self->strings, where);
  entry.name = g_string_chunk_insert_const (self->strings, row->name);
  entry.title = row->title != row->name
                  ? g_string_chunk_insert_const (self->strings, row->title) : entry.name;
  g_array_append_val (self->entries, entry);
  known = self->entries->len - 1;
  add_name (self, known, entry.name);
  if (entry.title != entry.name)
    add_name (self, known, entry.title);
  add_other_names (self, row, known);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const RutterGazetteerName *first = a, *second = b;

  return (first->entry > second->entry) - (first->entry < second->entry);
}

/**
 * rutter_gazetteer_new_from_files:
 *
 * Reads the tables that the map's names are drawn from. Blocks.
 *
 * Returns: (transfer full): or %NULL with the errors of rutter_place_table_read()
 */
RutterGazetteer *
rutter_gazetteer_new_from_files (const char  *names_path,
                                 const char  *cities_path,
                                 const char  *ports_path,
                                 GError     **error)
{
  g_autoptr(RutterGazetteer) self = g_new0 (RutterGazetteer, 1);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *language = rutter_language_get_id ();
  Reading reading = { self, seen };

  g_atomic_ref_count_init (&self->ref_count);
  self->strings = g_string_chunk_new (64 * 1024);
  self->entries = g_array_new (FALSE, FALSE, sizeof (RutterGazetteerEntry));
  self->names = g_array_new (FALSE, FALSE, sizeof (RutterGazetteerName));
  if (!rutter_place_table_read (names_path, RUTTER_PLACE_TABLE_GAZETTEER, language,
                                on_row_read_cb, &reading, error) ||
      !rutter_place_table_read (cities_path, RUTTER_PLACE_TABLE_CITIES, language,
                                on_row_read_cb, &reading, error) ||
      !rutter_place_table_read (ports_path, RUTTER_PLACE_TABLE_PORTS, language,
                                on_row_read_cb, &reading, error))
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
  for (guint i = 0; i < RUTTER_N_PLACES; i++)
    if (g_str_equal (rutter_place_kind_get_id (i), entry->kind))
      return g_dpgettext2 (GETTEXT_PACKAGE, "kind of place on the map", kind_titles[i]);

  return entry->kind;
}
