/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-stop-names.h"

#include "rutter-error.h"
#include "rutter-paths.h"
#include "rutter-text-key.h"
#include "rutter-text-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A port and the city of its name lie so near each other; beyond it they are two places. */
#define SAME_PLACE_KM 60.0
/* So many of the nearest names are offered for one that is not known. */
#define N_OFFERED 5

/* In the order in which they are believed. */
typedef enum { PLACE, PORT, CITY } Origin;

typedef struct
{
  Origin        origin;
  const char   *name;
  const char   *code;      /* uid, UN/LOCODE, or the country's */
  const char   *locode;    /* or NULL */
  RutterLonLat  position;
} Entry;

typedef struct
{
  guint  entry;
  char  *folded;
} Name;

struct _RutterStopNames
{
  RutterRecords   *records;
  RutterTextTable *ports;
  RutterTextTable *cities;
  GArray          *entries;   /* Entry */
  GArray          *names;     /* Name, in the order of the entries */
};

static void
clear_name (gpointer name)
{
  g_free (((Name *)name)->folded);
}

static void
add_name (RutterStopNames *self,
          const char      *text)
{
  Name name = { self->entries->len - 1, rutter_text_key_fold (text) };

  if (*name.folded != '\0')
    g_array_append_val (self->names, name);
  else
    g_free (name.folded);
}

/* "Kochi (Cochin)" is called Kochi, and Cochin too; "Rajin (Najin), Rason" is called Rajin. */
static void
add_title (RutterStopNames *self,
           const char      *title)
{
  const char *open = strchr (title, '('), *close = open != NULL ? strchr (open, ')') : NULL;
  g_autofree char *lead = g_strndup (title, strcspn (title, "(,"));

  add_name (self, title);
  if (strlen (lead) < strlen (title))
    add_name (self, lead);
  if (close != NULL)
    {
      g_autofree char *inner = g_strndup (open + 1, (gsize)(close - open - 1));

      add_name (self, inner);
    }
}

static void
add_places (RutterStopNames *self)
{
  GPtrArray *objects = rutter_records_get_objects (self->records, RUTTER_KIND_PLACE);

  for (guint i = 0; i < objects->len; i++)
    {
      const RutterObject *object = g_ptr_array_index (objects, i);
      const RutterPlace *place = object->row;
      Entry entry = { PLACE, object->title, object->uid, place->unlocode, place->position };
      g_auto(GStrv) others = g_strsplit (place->alt_names != NULL ? place->alt_names : "", "; ",
                                         -1);

      if (!place->has_position)
        continue;

      g_array_append_val (self->entries, entry);
      add_title (self, object->title);
      for (guint j = 0; others[j] != NULL; j++)
        add_name (self, others[j]);
    }
}

static gboolean
read_degrees (RutterTextTable *table,
              guint            row,
              const char      *column,
              double          *degrees)
{
  const char *text = rutter_text_table_get (table, row, column);
  char *end = NULL;

  *degrees = text != NULL ? g_ascii_strtod (text, &end) : NAN;
  return end != NULL && end != text && *end == '\0' && isfinite (*degrees);
}

static RutterTextTable *
add_table (RutterStopNames  *self,
           const char        *file,
           Origin             origin,
           const char        *code_column,
           GError           **error)
{
  g_autofree char *path = rutter_paths_get_data (file);
  g_autoptr(RutterTextTable) table = rutter_text_table_new_from_file (path, error);

  for (guint i = 0; table != NULL && i < rutter_text_table_get_n_rows (table); i++)
    {
      const char *name = rutter_text_table_get (table, i, "name");
      const char *code = rutter_text_table_get (table, i, code_column);
      const char *russian = rutter_text_table_get (table, i, "ru");
      Entry entry = { origin, name, code, origin == PORT ? code : NULL };

      if (name == NULL || code == NULL || !read_degrees (table, i, "lon", &entry.position.lon) ||
          !read_degrees (table, i, "lat", &entry.position.lat))
        {
          g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
                       _("Line %u of the table “%s” names no place of the map."),
                       rutter_text_table_get_line (table, i), path);
          return NULL;
        }
      g_array_append_val (self->entries, entry);
      add_name (self, name);
      if (russian != NULL)
        add_name (self, russian);
    }

  return g_steal_pointer (&table);
}

static void
take_entry (const Entry *entry,
            RutterStop  *stop)
{
  static const char *const kinds[] = { "place", "port", "city" };

  stop->name = g_strdup (entry->name);
  stop->kind = g_strdup (kinds[entry->origin]);
  stop->code = g_strdup (entry->code);
  stop->position = entry->position;
}

/* Two letters of a country and three letters or digits, with a blank between or none. */
static char *
read_locode (const char *text)
{
  GString *code = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (*text != ' ')
      g_string_append_c (code, *text);
  if (code->len != 5)
    return g_string_free (code, TRUE);

  for (guint i = 0; i < 5; i++)
    if (!g_ascii_isalpha (code->str[i]) && (i < 2 || !g_ascii_isdigit (code->str[i])))
      return g_string_free (code, TRUE);

  return g_string_free (g_string_ascii_up (code), FALSE);
}

gboolean
rutter_stop_names_find_locode (RutterStopNames *self,
                               const char      *asked,
                               RutterStop      *stop)
{
  g_autofree char *code = read_locode (asked);

  for (guint i = 0; code != NULL && i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      g_autofree char *known = entry->locode != NULL ? read_locode (entry->locode) : NULL;

      if (g_strcmp0 (known, code) == 0)
        {
          take_entry (entry, stop);
          return TRUE;
        }
    }

  return FALSE;
}

/* The best of the entries that bear a name: the catalogue's own; else the port of the largest city
 * of that name; else a port; else the largest city. Cities come the largest first.
 */
static const Entry *
choose (const GArray *found)
{
  const Entry *best = g_array_index (found, const Entry *, 0);

  if (best->origin != PORT)
    return best;

  for (guint i = 1; i < found->len; i++)
    {
      const Entry *city = g_array_index (found, const Entry *, i);

      for (guint j = 0; city->origin == CITY && j < i; j++)
        {
          const Entry *port = g_array_index (found, const Entry *, j);

          if (port->origin == PORT &&
              rutter_geo_distance_m (port->position, city->position) < SAME_PLACE_KM * 1000)
            return port;
        }
    }

  return best;
}

/**
 * rutter_stop_names_new:
 * @records: (transfer none): are referenced
 *
 * Returns: (transfer full): NULL when a table of names cannot be read
 */
RutterStopNames *
rutter_stop_names_new (RutterRecords  *records,
                       GError        **error)
{
  g_autoptr(RutterStopNames) self = g_new0 (RutterStopNames, 1);

  self->records = rutter_records_ref (records);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->names = g_array_new (FALSE, FALSE, sizeof (Name));
  g_array_set_clear_func (self->names, clear_name);
  add_places (self);
  self->ports = add_table (self, "ports.tsv", PORT, "locode", error);
  if (self->ports == NULL)
    return NULL;
  self->cities = add_table (self, "cities.tsv", CITY, "country", error);

  return self->cities != NULL ? g_steal_pointer (&self) : NULL;
}

void
rutter_stop_names_free (RutterStopNames *self)
{
  g_array_unref (self->names);
  g_array_unref (self->entries);
  g_clear_object (&self->ports);
  g_clear_object (&self->cities);
  rutter_records_unref (self->records);
  g_free (self);
}

void
rutter_stop_clear (RutterStop *stop)
{
  g_free (stop->asked);
  g_free (stop->name);
  g_free (stop->kind);
  g_free (stop->code);
}

/**
 * rutter_stop_names_find:
 * @asked: a whole name, in any script that the names are written in
 *
 * Returns: whether it is known; then name, kind, code and position of @stop are set
 */
gboolean
rutter_stop_names_find (RutterStopNames *self,
                        const char      *asked,
                        RutterStop      *stop)
{
  g_autofree char *folded = rutter_text_key_fold (asked);
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (const Entry *));
  const Entry *best, *last = NULL;

  for (guint i = 0; i < self->names->len; i++)
    {
      const Name *name = &g_array_index (self->names, Name, i);
      const Entry *entry = &g_array_index (self->entries, Entry, name->entry);

      if (entry == last || strcmp (name->folded, folded) != 0)
        continue;

      g_array_append_val (found, entry);
      last = entry;
    }
  if (found->len == 0)
    return FALSE;

  best = choose (found);
  take_entry (best, stop);
  /* Whose catalogue has the place means that one. */
  for (guint i = 0; best->origin != PLACE && i < found->len; i++)
    {
      const Entry *other = g_array_index (found, const Entry *, i);

      stop->n_others +=
        rutter_geo_distance_m (other->position, best->position) > SAME_PLACE_KM * 1000;
    }

  return TRUE;
}

/* Levenshtein's distance, by bytes: the words are folded to plain letters. */
static guint
measure_distance (const char *a,
                  const char *b)
{
  gsize n = strlen (b);
  g_autofree guint *row = g_new (guint, n + 1);

  for (gsize j = 0; j <= n; j++)
    row[j] = (guint)j;

  for (gsize i = 0; a[i] != '\0'; i++)
    {
      guint corner = row[0];

      row[0] = (guint)i + 1;
      for (gsize j = 0; j < n; j++)
        {
          guint change = corner + (a[i] != b[j]);

          corner = row[j + 1];
          row[j + 1] = MIN (change, MIN (row[j], corner) + 1);
        }
    }

  return row[n];
}

/**
 * rutter_stop_names_list_near:
 *
 * Returns: (transfer full): the names that differ least from @asked with their codes, each once,
 *   the nearest first and of equals the catalogue's; "" when nothing is like it
 */
char *
rutter_stop_names_list_near (RutterStopNames *self,
                             const char      *asked)
{
  g_autofree char *folded = rutter_text_key_fold (asked);
  GString *list = g_string_new (NULL);
  gsize n_asked = strlen (folded);
  guint most = n_asked < 4 ? (guint)n_asked / 2 : MAX (2, (guint)n_asked / 3), n = 0;
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint distance = 0; n_asked > 0 && distance <= most && n < N_OFFERED; distance++)
    for (guint i = 0; i < self->names->len && n < N_OFFERED; i++)
      {
        const Name *name = &g_array_index (self->names, Name, i);
        const Entry *entry = &g_array_index (self->entries, Entry, name->entry);
        gsize length = strlen (name->folded);
        gboolean goes_on = n_asked >= 3 && g_str_has_prefix (name->folded, folded);

        if (goes_on ? distance > 0
                    : MAX (length, n_asked) - MIN (length, n_asked) > distance ||
                      measure_distance (name->folded, folded) != distance)
          continue;
        if (!g_hash_table_add (seen, (gpointer)entry->name))
          continue;

        g_string_append_printf (list, n == 0 ? "%s (%s)" : ", %s (%s)", entry->name, entry->code);
        n++;
      }

  return g_string_free (list, FALSE);
}

