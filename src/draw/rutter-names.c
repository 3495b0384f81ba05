/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-names.h"

#include "rutter-error.h"
#include "rutter-geo.h"
#include "rutter-language.h"
#include "rutter-text-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Three tables: the gazetteer (kind, rank, lon, lat, name, native), cities (name, country, lon,
 * lat, population, capital) and ports (locode, name, lon, lat). The gazetteer's rank is the zoom
 * at which a name may first appear. `name` is English; a further column that is called as a
 * language is ("ru") has the names in that language, or nothing where there is none.
 */
typedef enum
{
  NAME_COUNTRY,
  NAME_TERRITORY,
  NAME_OCEAN,
  NAME_SEA,
  NAME_STRAIT,
  NAME_CANAL,
  NAME_LAKE,
  NAME_RIVER,
  NAME_CITY,
  NAME_CAPITAL,
  NAME_PORT,
  N_NAME
} NameKind;

typedef struct
{
  char        *key;
  char        *english;
  char        *text;       /* as it is written on the map */
  RutterPoint  world;
  float        from_zoom;
  float        to_zoom;
  guint8       kind;
  int          rank;
} Name;

struct _RutterNames
{
  gatomicrefcount ref_count;
  GArray         *names;   /* Name, those of the gazetteer first */
  char           *language;
};

/* Where a name of the gazetteer takes over from the city or port of the same name, and a city from
 * its port.
 */
#define SAME_PLACE_KM 60.0

static const char *const kind_ids[N_NAME] = {
  "country", "territory", "ocean", "sea", "strait", "canal", "lake", "river",
};

static void
name_clear (gpointer data)
{
  Name *name = data;

  g_free (name->key);
  g_free (name->english);
  g_free (name->text);
}

static void
set_text (RutterNames     *self,
          RutterTextTable *table,
          guint            row,
          Name            *name)
{
  const char *english = rutter_text_table_get (table, row, "name");
  const char *translated = rutter_text_table_has_column (table, self->language) ?
                           rutter_text_table_get (table, row, self->language) : NULL;

  name->english = g_strdup (english);
  name->text = g_strdup (translated != NULL && *translated != '\0' ? translated : english);
}

/* A number of a table, within a range; @path and line are named when it is none. */
static gboolean
read_number (RutterTextTable *table,
             guint            row,
             const char      *column,
             double           low,
             double           high,
             double          *number,
             GError         **error)
{
  const char *text = rutter_text_table_get (table, row, column);
  char *end = NULL;

  *number = text != NULL ? g_ascii_strtod (text, &end) : NAN;
  if (end != NULL && end != text && *end == '\0' && *number >= low && *number <= high)
    return TRUE;

  g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
               _("%s:%u: %s is \"%s\", not a number from %g to %g"),
               rutter_text_table_get_name (table), rutter_text_table_get_line (table, row),
               column, text != NULL ? text : "", low, high);
  return FALSE;
}

static gboolean
read_world (RutterTextTable *table,
            guint            row,
            RutterPoint     *world,
            GError         **error)
{
  RutterLonLat position;

  if (!read_number (table, row, "lon", -180, 180, &position.lon, error) ||
      !read_number (table, row, "lat", -90, 90, &position.lat, error))
    return FALSE;

  *world = rutter_mercator_project (position);
  return TRUE;
}

static gboolean
find_kind (const char *id,
           NameKind   *kind)
{
  for (guint i = 0; i < N_NAME && kind_ids[i] != NULL; i++)
    if (g_strcmp0 (kind_ids[i], id) == 0)
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}

static int
get_band (NameKind kind)
{
  switch (kind)
    {
    case NAME_COUNTRY:
    case NAME_TERRITORY:
    case NAME_OCEAN:
      return RUTTER_PLACER_RANK_COUNTRY;
    case NAME_CITY:
    case NAME_CAPITAL:
      return RUTTER_PLACER_RANK_CITY;
    case NAME_PORT:
      return RUTTER_PLACER_RANK_PORT;
    case NAME_SEA:
    case NAME_STRAIT:
    case NAME_CANAL:
    case NAME_LAKE:
    case NAME_RIVER:
    case N_NAME:
    default:
      return RUTTER_PLACER_RANK_SEA;
    }
}

static gboolean
read_gazetteer (RutterNames     *self,
                RutterTextTable *table,
                GError         **error)
{
  for (guint i = 0; i < rutter_text_table_get_n_rows (table); i++)
    {
      const char *id = rutter_text_table_get (table, i, "kind");
      Name name = { NULL };
      NameKind kind;
      double rank;

      if (!find_kind (id, &kind))
        {
          g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
                       _("%s:%u: \"%s\" is no kind of name"),
                       rutter_text_table_get_name (table), rutter_text_table_get_line (table, i),
                       id != NULL ? id : "");
          return FALSE;
        }
      if (!read_number (table, i, "rank", 0, 18, &rank, error) ||
          !read_world (table, i, &name.world, error))
        return FALSE;

      name.kind = kind;
      name.from_zoom = (float)rank - 0.3f;
      /* A name that is wider than the window by far helps nobody. */
      name.to_zoom = (float)rank + (kind <= NAME_OCEAN ? 4.2f : 6.5f);
      name.rank = get_band (kind) + (int)rank * 8;
      set_text (self, table, i, &name);
      name.key = g_strdup_printf ("%s:%s:%u", id, name.english, i);
      g_array_append_val (self->names, name);
    }

  return TRUE;
}

/* Whether what was read before has the same name at about the same place. */
static gboolean
is_known (RutterNames *self,
          GHashTable  *by_text,
          const char  *text,
          RutterPoint  world)
{
  gpointer found;

  if (!g_hash_table_lookup_extended (by_text, text, NULL, &found))
    return FALSE;

  return rutter_geo_distance_m (rutter_mercator_unproject (world),
                                rutter_mercator_unproject (g_array_index (self->names, Name,
                                  GPOINTER_TO_UINT (found)).world)) < SAME_PLACE_KM * 1000;
}

/* By what it is called in English, and by what it is called on the map: "Saint Petersburg (ex
 * Leningrad)" may be the same name in another language.
 */
static void
remember (GHashTable *by_text,
          const Name *name,
          guint       index)
{
  g_hash_table_insert (by_text, name->english, GUINT_TO_POINTER (index));
  g_hash_table_insert (by_text, name->text, GUINT_TO_POINTER (index));
}

static void
append_settlement (RutterNames     *self,
                   GHashTable      *by_text,
                   RutterTextTable *table,
                   guint            row,
                   Name            *name,
                   const char      *key)
{
  set_text (self, table, row, name);
  if (is_known (self, by_text, name->english, name->world) ||
      is_known (self, by_text, name->text, name->world))
    {
      name_clear (name);
      return;
    }

  name->key = g_strdup (key);
  g_array_append_val (self->names, *name);
  remember (by_text, name, self->names->len - 1);
}

/* The zoom from which a city of so many people is named: one level for each halving, about, so that
 * a view has about as many candidates at every zoom.
 */
static double
get_city_zoom (double   population,
               gboolean is_capital)
{
  double zoom = 3.6 + log2 (12e6 / MAX (population, 2e4)) * 0.62;

  return is_capital ? MIN (zoom, 5.2) : MAX (zoom, 3.6);
}

static gboolean
read_cities (RutterNames     *self,
             RutterTextTable *table,
             GHashTable      *by_text,
             GError         **error)
{
  for (guint i = 0; i < rutter_text_table_get_n_rows (table); i++)
    {
      const char *text = rutter_text_table_get (table, i, "name");
      const char *country = rutter_text_table_get (table, i, "country");
      g_autofree char *key = g_strdup_printf ("city:%s:%s:%u", country, text, i);
      Name name = { NULL };
      double population;
      double capital;

      if (!read_world (table, i, &name.world, error) ||
          !read_number (table, i, "population", 0, 1e9, &population, error) ||
          !read_number (table, i, "capital", 0, 1, &capital, error))
        return FALSE;

      name.kind = capital != 0 ? NAME_CAPITAL : NAME_CITY;
      name.from_zoom = (float)get_city_zoom (population, capital != 0);
      name.to_zoom = RUTTER_MAX_ZOOM + 1;
      name.rank = get_band (name.kind) + (int)CLAMP ((name.from_zoom - 3.5) * 15, 0, 99);
      append_settlement (self, by_text, table, i, &name, key);
    }

  return TRUE;
}

static gboolean
read_ports (RutterNames     *self,
            RutterTextTable *table,
            GHashTable      *by_text,
            GError         **error)
{
  for (guint i = 0; i < rutter_text_table_get_n_rows (table); i++)
    {
      const char *locode = rutter_text_table_get (table, i, "locode");
      g_autofree char *key = g_strdup_printf ("port:%s", locode);
      Name name = { .kind = NAME_PORT, .from_zoom = 8, .to_zoom = RUTTER_MAX_ZOOM + 1,
                    .rank = RUTTER_PLACER_RANK_PORT };

      if (!read_world (table, i, &name.world, error))
        return FALSE;
      append_settlement (self, by_text, table, i, &name, key);
    }

  return TRUE;
}

static gboolean
read_all (RutterNames  *self,
          const char   *gazetteer_path,
          const char   *cities_path,
          const char   *ports_path,
          GError      **error)
{
  g_autoptr(GHashTable) by_text = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(RutterTextTable) gazetteer = rutter_text_table_new_from_file (gazetteer_path, error);
  g_autoptr(RutterTextTable) cities = NULL;
  g_autoptr(RutterTextTable) ports = NULL;

  if (gazetteer == NULL ||
      (cities = rutter_text_table_new_from_file (cities_path, error)) == NULL ||
      (ports = rutter_text_table_new_from_file (ports_path, error)) == NULL ||
      !read_gazetteer (self, gazetteer, error))
    return FALSE;

  for (guint i = 0; i < self->names->len; i++)
    remember (by_text, &g_array_index (self->names, Name, i), i);

  return read_cities (self, cities, by_text, error) && read_ports (self, ports, by_text, error);
}

RutterNames *
rutter_names_new_from_files (const char  *gazetteer_path,
                             const char  *cities_path,
                             const char  *ports_path,
                             GError     **error)
{
  return rutter_names_new_in_language (gazetteer_path, cities_path, ports_path,
                                       rutter_language_get_id (), error);
}

/**
 * rutter_names_new_in_language:
 * @language: the column with the names to write, such as "ru"; what has none is written in English
 *
 * Reads the three tables. A city is left out where the gazetteer names the same place, a port where
 * either does, so that nothing is written twice.
 *
 * Returns: (transfer full) (nullable): %NULL with @error set when a table is missing or has a line
 *   that makes no sense; the message names file and line
 */
RutterNames *
rutter_names_new_in_language (const char  *gazetteer_path,
                              const char  *cities_path,
                              const char  *ports_path,
                              const char  *language,
                              GError     **error)
{
  g_autoptr(RutterNames) self = g_new0 (RutterNames, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->language = g_strdup (language);
  self->names = g_array_new (FALSE, FALSE, sizeof (Name));
  g_array_set_clear_func (self->names, name_clear);
  if (!read_all (self, gazetteer_path, cities_path, ports_path, error))
    return NULL;

  return g_steal_pointer (&self);
}

RutterNames *
rutter_names_ref (RutterNames *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
rutter_names_unref (RutterNames *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->names);
  g_free (self->language);
  g_free (self);
}

/* How a kind of name is written at a zoom: notes on the look of the map stand in the theme. */
static void
set_style (RutterPlacerCandidate *candidate,
           const Name            *name,
           const RutterTheme     *theme,
           double                 zoom)
{
  RutterTextStyle *style = &candidate->style;
  double growth = CLAMP (zoom - name->from_zoom, 0, 3);

  *style = (RutterTextStyle) { .size_px = 10.5, .color = theme->city_text, .halo = theme->land,
                               .halo_px = theme->halo_px };
  candidate->anchors = RUTTER_ANCHOR_WITHIN;

  switch ((NameKind)name->kind)
    {
    case NAME_COUNTRY:
    case NAME_TERRITORY:
      style->capitals = name->kind == NAME_COUNTRY;
      style->spacing_px = style->capitals ? 1.5 + growth * 0.5 : 0.5;
      style->size_px = 10.5 + growth * 0.8;
      style->color = theme->country;
      style->wrap_px = 140;
      break;
    case NAME_OCEAN:
    case NAME_SEA:
    case NAME_STRAIT:
    case NAME_CANAL:
    case NAME_LAKE:
    case NAME_RIVER:
      style->italic = TRUE;
      style->size_px = name->kind == NAME_OCEAN ? 13 : 10.5 + growth * 0.6;
      style->spacing_px = name->kind == NAME_OCEAN ? 2 : name->kind == NAME_SEA ? 0.6 : 0;
      style->color = name->kind >= NAME_CANAL ? theme->water_text : theme->sea_name;
      style->halo = name->kind == NAME_CANAL || name->kind == NAME_RIVER ? theme->land : theme->sea;
      style->wrap_px = 120;
      break;
    case NAME_CITY:
    case NAME_CAPITAL:
    case NAME_PORT:
    case N_NAME:
    default:
      candidate->dot_px = name->kind == NAME_PORT ? 2 : 2.5;
      candidate->clear_px = candidate->dot_px;
      candidate->anchors = RUTTER_ANCHOR_BESIDE;
      style->bold = name->kind == NAME_CAPITAL;
      style->size_px = 10 + MIN (growth, 2) * 0.5;
      break;
    }
}

void
rutter_names_add_to_placer (RutterNames       *self,
                            const RutterView  *view,
                            const RutterTheme *theme,
                            RutterPlacer      *placer)
{
  RutterBox bounds = rutter_view_get_bounds (view);

  for (guint i = 0; i < self->names->len; i++)
    {
      const Name *name = &g_array_index (self->names, Name, i);
      RutterPlacerCandidate candidate;
      RutterBox box = { name->world.x, name->world.y, name->world.x, name->world.y };
      int first, last;

      if (view->zoom < name->from_zoom || view->zoom > name->to_zoom ||
          name->world.y < bounds.y0 || name->world.y > bounds.y1)
        continue;
      rutter_view_get_copies (view, &box, &first, &last);
      if (first > last)
        continue;

      candidate = (RutterPlacerCandidate) { .key = name->key, .text = name->text,
                                            .world = name->world, .rank = name->rank };
      set_style (&candidate, name, theme, view->zoom);
      rutter_placer_add (placer, &candidate);
    }
}
