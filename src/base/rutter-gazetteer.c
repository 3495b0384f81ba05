/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-gazetteer.h"

#include "rutter-error.h"
#include "rutter-paths.h"
#include "rutter-text-key.h"
#include "rutter-text-table.h"
#include "rutter-typo.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define CITY_ZOOM 8.0
#define PORT_ZOOM 9.0
/* How much nearer than the zoom at which a name first appears. */
#define NEARER 1.5
/* A city and its port, or a name and the city of that name, are one thing to fly to. */
#define SAME_PLACE_KM 60.0

typedef struct
{
  guint32     entry;
  const char *text;
  const char *folded; /* words parted by single spaces */
} Name;

struct _RutterGazetteer
{
  gatomicrefcount  ref_count;
  GStringChunk    *strings;
  GArray          *entries; /* RutterGazetteerEntry, the weightiest of each table first */
  GArray          *names;   /* Name, in the order of the entries */
};

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
          const char      *text)
{
  g_autofree char *folded = rutter_text_key_fold (text);
  Name name = { self->entries->len - 1, g_string_chunk_insert_const (self->strings, text),
                g_string_chunk_insert_const (self->strings, folded) };

  if (*folded != '\0')
    g_array_append_val (self->names, name);
}

/* Whether an entry of the same name lies there already. @seen: folded name -> its last entry + 1 */
static gboolean
is_known (RutterGazetteer *self,
          GHashTable      *seen,
          const char      *name,
          RutterLonLat     position)
{
  g_autofree char *folded = rutter_text_key_fold (name);
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (seen, folded));

  if (at > 0)
    {
      const RutterGazetteerEntry *other =
        &g_array_index (self->entries, RutterGazetteerEntry, at - 1);

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
  g_auto(GStrv) natives = NULL;
  double rank = 0;

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
      natives = g_strsplit (rutter_text_table_get (table, row, "native"), "; ", -1);
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

  if (is_known (self, seen, name, entry.position))
    return TRUE;

  entry.name = g_string_chunk_insert_const (self->strings, name);
  g_array_append_val (self->entries, entry);
  add_name (self, name);
  for (guint i = 0; natives != NULL && natives[i] != NULL; i++)
    if (*natives[i] != '\0')
      add_name (self, natives[i]);

  return TRUE;
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
  self->names = g_array_new (FALSE, FALSE, sizeof (Name));
  if (!read_table (self, names_path, NULL, seen, error) ||
      !read_table (self, cities_path, "city", seen, error) ||
      !read_table (self, ports_path, "port", seen, error))
    return NULL;

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

RutterGazetteer *
rutter_gazetteer_ref (RutterGazetteer *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
rutter_gazetteer_unref (RutterGazetteer *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_string_chunk_free (self->strings);
  g_array_unref (self->entries);
  g_array_unref (self->names);
  g_free (self);
}

/* Whether a word of @folded is or begins with @word, or else differs in one letter. */
static gboolean
has_word (const char *folded,
          const char *word,
          gsize       length,
          gboolean    may_go_on,
          gboolean   *is_near)
{
  gboolean near = FALSE;

  for (const char *at = folded; *at != '\0';)
    {
      gsize at_length = strcspn (at, " ");

      if (at_length >= length && memcmp (at, word, length) == 0 &&
          (at_length == length || may_go_on))
        return TRUE;
      if (is_near != NULL && rutter_typo_is_near (word, length, at, at_length))
        near = TRUE;
      at += at_length;
      at += strspn (at, " ");
    }

  if (near)
    *is_near = TRUE;
  return near;
}

/* Every asked word has to stand in the name, the last one may be unfinished. */
static gboolean
match (const Name          *name,
       const RutterTextKey *asked,
       gboolean             forgives,
       RutterGazetteerRank *rank)
{
  gboolean is_near = FALSE;
  gsize length = strlen (asked->folded);

  if (strncmp (name->folded, asked->folded, length) == 0)
    {
      *rank = name->folded[length] == '\0' ? RUTTER_GAZETTEER_NAME : RUTTER_GAZETTEER_PREFIX;
      return TRUE;
    }

  for (guint i = 0; i < asked->n_words; i++)
    {
      const char *word = asked->folded + asked->words[i].at;
      gsize word_length = asked->words[i].length;

      if (!has_word (name->folded, word, word_length, i + 1 == asked->n_words,
                     forgives && rutter_typo_is_allowed (word, word_length) ? &is_near : NULL))
        return FALSE;
    }

  *rank = is_near ? RUTTER_GAZETTEER_TYPO : RUTTER_GAZETTEER_WORDS;
  return TRUE;
}

/* Keeps the best @limit; of equals those that come first in the tables. */
static void
keep (GArray             *hits,
      RutterGazetteerHit  hit,
      guint               limit)
{
  guint at = hits->len;

  while (at > 0 && g_array_index (hits, RutterGazetteerHit, at - 1).rank > hit.rank)
    at--;
  if (at >= limit)
    return;

  g_array_insert_val (hits, at, hit);
  if (hits->len > limit)
    g_array_set_size (hits, limit);
}

static guint
collect (RutterGazetteer     *self,
         const RutterTextKey *asked,
         guint                limit,
         gboolean             forgives,
         GArray              *hits)
{
  guint n_found = 0;

  for (guint i = 0; i < self->names->len;)
    {
      guint32 entry = g_array_index (self->names, Name, i).entry;
      RutterGazetteerHit hit = { NULL };

      /* Of the names of one entry the best counts. */
      for (; i < self->names->len && g_array_index (self->names, Name, i).entry == entry; i++)
        {
          const Name *name = &g_array_index (self->names, Name, i);
          RutterGazetteerRank rank;

          if (!match (name, asked, forgives, &rank) || (hit.entry != NULL && hit.rank <= rank))
            continue;

          hit.entry = &g_array_index (self->entries, RutterGazetteerEntry, entry);
          hit.text = name->text;
          hit.rank = rank;
        }

      if (hit.entry == NULL)
        continue;

      n_found++;
      keep (hits, hit, limit);
    }

  return n_found;
}

/**
 * rutter_gazetteer_search:
 * @words: as typed, in any script; the last word may be unfinished
 * @n_found: (out): how many there are, of which @limit are returned
 *
 * A wrong letter is forgiven only where nothing else is found.
 *
 * Returns: (transfer full) (element-type RutterGazetteerHit): best first; good as long as @self
 */
GArray *
rutter_gazetteer_search (RutterGazetteer *self,
                         const char      *words,
                         guint            limit,
                         guint           *n_found)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (RutterGazetteerHit));
  g_auto(RutterTextKey) asked = { NULL };

  g_return_val_if_fail (self != NULL && words != NULL && n_found != NULL, hits);

  *n_found = 0;
  rutter_text_key_init (&asked, words);
  if (asked.n_words == 0)
    return hits;

  *n_found = collect (self, &asked, limit, FALSE, hits);
  if (*n_found == 0)
    *n_found = collect (self, &asked, limit, TRUE, hits);

  return hits;
}

const char *
rutter_gazetteer_rank_get_id (RutterGazetteerRank rank)
{
  static const char *const ids[] = { "name", "prefix", "words", "typo" };

  g_return_val_if_fail (rank < G_N_ELEMENTS (ids), NULL);

  return ids[rank];
}

const char *
rutter_gazetteer_entry_get_title (const RutterGazetteerEntry *entry)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].id, entry->kind))
      return g_dpgettext2 (GETTEXT_PACKAGE, "kind of place on the map", kinds[i].title);

  return entry->kind;
}

/**
 * rutter_gazetteer_find_nearest:
 * @kind: as in the entries: "port", "city"
 *
 * Returns: (transfer none) (nullable): the nearest entry of that kind within @max_km
 */
const RutterGazetteerEntry *
rutter_gazetteer_find_nearest (RutterGazetteer *self,
                               RutterLonLat     position,
                               const char      *kind,
                               double           max_km)
{
  const RutterGazetteerEntry *best = NULL;
  double nearest_m = max_km * 1000;
  double reach_deg = max_km / 110;

  g_return_val_if_fail (self != NULL && kind != NULL, NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const RutterGazetteerEntry *entry = &g_array_index (self->entries, RutterGazetteerEntry, i);
      double distance_m;

      /* Most are ruled out without a sine. */
      if (fabs (entry->position.lat - position.lat) > reach_deg || strcmp (entry->kind, kind) != 0)
        continue;

      distance_m = rutter_geo_distance_m (entry->position, position);
      if (distance_m <= nearest_m)
        {
          nearest_m = distance_m;
          best = entry;
        }
    }

  return best;
}
