/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-names.h"

#include "rutter-geo.h"
#include "rutter-language.h"
#include "rutter-place-table.h"

#include <math.h>

typedef struct
{
  char        *key;
  char        *english;
  char        *text;       /* as it is written on the map */
  RutterPoint  world;
  float        from_zoom;
  float        to_zoom;
  guint8       kind;       /* RutterPlaceKind */
  gboolean     is_capital;
  int          rank;
} Name;

struct _RutterNames
{
  gatomicrefcount ref_count;
  GArray         *names;   /* Name, those of the gazetteer first */
};

typedef struct
{
  RutterNames *self;
  GHashTable  *by_text;    /* a name, as in English and as on the map -> its last index */
} Reading;

/* Where a name of the gazetteer takes over from the city or port of the same name, and a city from
 * its port.
 */
#define SAME_PLACE_KM 60.0

static void
name_clear (gpointer data)
{
  Name *name = data;

  g_free (name->key);
  g_free (name->english);
  g_free (name->text);
}

static int
get_band (RutterPlaceKind kind)
{
  switch (kind)
    {
    case RUTTER_PLACE_COUNTRY:
    case RUTTER_PLACE_TERRITORY:
    case RUTTER_PLACE_OCEAN:
      return RUTTER_PLACER_RANK_COUNTRY;
    case RUTTER_PLACE_CITY:
      return RUTTER_PLACER_RANK_CITY;
    case RUTTER_PLACE_PORT:
      return RUTTER_PLACER_RANK_PORT;
    case RUTTER_PLACE_SEA:
    case RUTTER_PLACE_STRAIT:
    case RUTTER_PLACE_CANAL:
    case RUTTER_PLACE_LAKE:
    case RUTTER_PLACE_RIVER:
    case RUTTER_N_PLACES:
    default:
      return RUTTER_PLACER_RANK_SEA;
    }
}

/* Whether what was read before has the same name at about the same place. */
static gboolean
is_known (Reading      *reading,
          const char   *text,
          RutterLonLat  position)
{
  const Name *other;
  gpointer found;

  if (!g_hash_table_lookup_extended (reading->by_text, text, NULL, &found))
    return FALSE;

  other = &g_array_index (reading->self->names, Name, GPOINTER_TO_UINT (found));
  return rutter_geo_distance_m (position, rutter_mercator_unproject (other->world)) <
         SAME_PLACE_KM * 1000;
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

/* From and to which zoom a row is named, and its weight against others. */
static void
set_weight (Name                 *name,
            const RutterPlaceRow *row)
{
  name->to_zoom = RUTTER_MAX_ZOOM + 1;
  name->rank = get_band (row->kind);
  switch (row->kind)
    {
    case RUTTER_PLACE_CITY:
      name->from_zoom = (float)get_city_zoom (row->population, row->is_capital);
      name->rank += (int)CLAMP ((name->from_zoom - 3.5) * 15, 0, 99);
      break;
    case RUTTER_PLACE_PORT:
      name->from_zoom = 8;
      break;
    case RUTTER_PLACE_COUNTRY:
    case RUTTER_PLACE_TERRITORY:
    case RUTTER_PLACE_OCEAN:
    case RUTTER_PLACE_SEA:
    case RUTTER_PLACE_STRAIT:
    case RUTTER_PLACE_CANAL:
    case RUTTER_PLACE_LAKE:
    case RUTTER_PLACE_RIVER:
    case RUTTER_N_PLACES:
    default:
      name->from_zoom = (float)row->rank - 0.3f;
      /* A name that is wider than the window by far helps nobody. */
      name->to_zoom = (float)row->rank + (row->kind <= RUTTER_PLACE_OCEAN ? 4.2f : 6.5f);
      name->rank += (int)row->rank * 8;
      break;
    }
}

static char *
make_key (const RutterPlaceRow *row)
{
  const char *id = rutter_place_kind_get_id (row->kind);

  switch (row->kind)
    {
    case RUTTER_PLACE_CITY:
      return g_strdup_printf ("%s:%s:%s:%u", id, row->code, row->name, row->index);
    case RUTTER_PLACE_PORT:
      return g_strdup_printf ("%s:%s", id, row->code);
    case RUTTER_PLACE_COUNTRY:
    case RUTTER_PLACE_TERRITORY:
    case RUTTER_PLACE_OCEAN:
    case RUTTER_PLACE_SEA:
    case RUTTER_PLACE_STRAIT:
    case RUTTER_PLACE_CANAL:
    case RUTTER_PLACE_LAKE:
    case RUTTER_PLACE_RIVER:
    case RUTTER_N_PLACES:
    default:
      return g_strdup_printf ("%s:%s:%u", id, row->name, row->index);
    }
}

/* A city or port is looked for by what it is called in English, and by what it is called on the
 * map: "Saint Petersburg (ex Leningrad)" may be the same name in another language.
 */
static void
on_row_read_cb (const RutterPlaceRow *row,
                gpointer              data)
{
  Reading *reading = data;
  GArray *names = reading->self->names;
  Name name = { .world = rutter_mercator_project (row->position), .kind = (guint8)row->kind,
                .is_capital = row->is_capital };

  if (row->kind >= RUTTER_PLACE_CITY && (is_known (reading, row->name, row->position) ||
                                         is_known (reading, row->title, row->position)))
    return;

  set_weight (&name, row);
  name.key = make_key (row);
  name.english = g_strdup (row->name);
  name.text = g_strdup (row->title);
  g_array_append_val (names, name);
  g_hash_table_insert (reading->by_text, name.english, GUINT_TO_POINTER (names->len - 1));
  g_hash_table_insert (reading->by_text, name.text, GUINT_TO_POINTER (names->len - 1));
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
 * Returns: (transfer full) (nullable): %NULL with the errors of rutter_place_table_read()
 */
RutterNames *
rutter_names_new_in_language (const char  *gazetteer_path,
                              const char  *cities_path,
                              const char  *ports_path,
                              const char  *language,
                              GError     **error)
{
  g_autoptr(RutterNames) self = g_new0 (RutterNames, 1);
  g_autoptr(GHashTable) by_text = g_hash_table_new (g_str_hash, g_str_equal);
  Reading reading = { self, by_text };

  g_atomic_ref_count_init (&self->ref_count);
  self->names = g_array_new (FALSE, FALSE, sizeof (Name));
  g_array_set_clear_func (self->names, name_clear);
  if (!rutter_place_table_read (gazetteer_path, RUTTER_PLACE_TABLE_GAZETTEER, language,
                                on_row_read_cb, &reading, error) ||
      !rutter_place_table_read (cities_path, RUTTER_PLACE_TABLE_CITIES, language,
                                on_row_read_cb, &reading, error) ||
      !rutter_place_table_read (ports_path, RUTTER_PLACE_TABLE_PORTS, language,
                                on_row_read_cb, &reading, error))
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

  switch ((RutterPlaceKind)name->kind)
    {
    case RUTTER_PLACE_COUNTRY:
    case RUTTER_PLACE_TERRITORY:
      style->capitals = name->kind == RUTTER_PLACE_COUNTRY;
      style->spacing_px = style->capitals ? 1.5 + growth * 0.5 : 0.5;
      style->size_px = 10.5 + growth * 0.8;
      style->color = theme->country;
      style->wrap_px = 140;
      break;
    case RUTTER_PLACE_OCEAN:
    case RUTTER_PLACE_SEA:
    case RUTTER_PLACE_STRAIT:
    case RUTTER_PLACE_CANAL:
    case RUTTER_PLACE_LAKE:
    case RUTTER_PLACE_RIVER:
      style->italic = TRUE;
      style->size_px = name->kind == RUTTER_PLACE_OCEAN ? 13 : 10.5 + growth * 0.6;
      style->spacing_px = name->kind == RUTTER_PLACE_OCEAN ? 2
                          : name->kind == RUTTER_PLACE_SEA ? 0.6 : 0;
      style->color = name->kind >= RUTTER_PLACE_CANAL ? theme->water_text : theme->sea_name;
      style->halo = name->kind == RUTTER_PLACE_CANAL || name->kind == RUTTER_PLACE_RIVER
                      ? theme->land : theme->sea;
      style->wrap_px = 120;
      break;
    case RUTTER_PLACE_CITY:
    case RUTTER_PLACE_PORT:
    case RUTTER_N_PLACES:
    default:
      candidate->dot_px = name->kind == RUTTER_PLACE_PORT ? 2 : 2.5;
      candidate->clear_px = candidate->dot_px;
      candidate->anchors = RUTTER_ANCHOR_BESIDE;
      style->bold = name->is_capital;
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
