/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Watches are kept as a key file, one group a watch, in the order of the list:
 *
 *   [watch 1]
 *   kind=vessel              vessel, area, passage
 *   title=Example            as the user sees it
 *   imo=9074729              a vessel has one of both, or both
 *   mmsi=273000001
 *   silence-min=60           0: silence is not told
 *
 *   [watch 2]
 *   kind=area
 *   title=Off Olya
 *   scope=catalogue          watched, catalogue, anyone
 *   points=47.1;45.2;48;...  longitude;latitude in degrees, at least 3 of an area, 2 of a passage
 */

#include "rutter-watch.h"

#include "rutter-error.h"
#include "rutter-identifier.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_POINTS 10000
#define MOST_SILENCE_MIN (366 * 24 * 60)

static const char *const kinds[] = { "vessel", "area", "passage", NULL };
static const char *const scopes[] = { "watched", "catalogue", "anyone", NULL };

static int
find_word (const char *const *words,
           const char        *word)
{
  for (int i = 0; words[i] != NULL; i++)
    {
      if (g_strcmp0 (words[i], word) == 0)
        return i;
    }

  return -1;
}

/* Returns: 0 when there is none, -1 when it is no number of this kind */
static gint64
read_number (GKeyFile   *file,
             const char *group,
             const char *key,
             gint64      most)
{
  g_autofree char *text = g_key_file_get_value (file, group, key, NULL);
  gint64 number = 0;

  if (text == NULL || g_ascii_string_to_signed (text, 10, 0, most, &number, NULL))
    return number;

  return -1;
}

static RutterWatch *
read_vessel (GKeyFile   *file,
             const char *group,
             const char *title)
{
  gint64 imo = read_number (file, group, "imo", 9999999);
  gint64 mmsi = read_number (file, group, "mmsi", 999999999);
  gint64 silence_min = read_number (file, group, "silence-min", MOST_SILENCE_MIN);
  g_autofree char *imo_text = g_strdup_printf ("%" G_GINT64_FORMAT, imo);

  if (imo < 0 || mmsi < 0 || silence_min < 0 || (imo == 0 && mmsi == 0) ||
      (imo != 0 && rutter_identifier_check ("imo", imo_text) != RUTTER_CHECK_VALID))
    return NULL;

  return rutter_watch_new_vessel (title, (guint32)imo, (guint32)mmsi, (guint)silence_min);
}

static RutterWatch *
read_shape (GKeyFile        *file,
            const char      *group,
            RutterWatchKind  kind,
            const char      *title)
{
  g_autofree char *scope_word = g_key_file_get_string (file, group, "scope", NULL);
  int scope = find_word (scopes, scope_word);
  gsize n = 0;
  g_autofree double *numbers = g_key_file_get_double_list (file, group, "points", &n, NULL);
  g_autofree RutterLonLat *points = NULL;
  gsize n_least = kind == RUTTER_WATCH_AREA ? 3 : 2;

  if (scope < 0 || n % 2 != 0 || n / 2 < n_least || n / 2 > MOST_POINTS)
    return NULL;

  points = g_new (RutterLonLat, n / 2);
  for (gsize i = 0; i < n / 2; i++)
    {
      points[i] = (RutterLonLat) { numbers[2 * i], numbers[2 * i + 1] };
      if (!(fabs (points[i].lon) <= 540 && fabs (points[i].lat) <= 90))
        return NULL;
    }

  return rutter_watch_new_shape (kind, title, points, (guint)(n / 2), (RutterWatchScope)scope);
}

static RutterWatch *
read_watch (GKeyFile   *file,
            const char *group)
{
  g_autofree char *word = g_key_file_get_string (file, group, "kind", NULL);
  g_autofree char *title = g_key_file_get_string (file, group, "title", NULL);
  int kind = find_word (kinds, word);

  if (kind < 0 || title == NULL || title[0] == '\0')
    return NULL;

  return kind == RUTTER_WATCH_VESSEL ? read_vessel (file, group, title)
                                     : read_shape (file, group, (RutterWatchKind)kind, title);
}

/**
 * rutter_watch_load:
 *
 * Reads a file; not on the main thread. A file that is not there holds none. Ends with
 * %RUTTER_ERROR_READ, or with %RUTTER_ERROR_CORRUPT when any of it cannot be made out: then nothing
 * of it is taken, and the caller sets it aside.
 *
 * Returns: (transfer full) (element-type RutterWatch): or %NULL with @error set
 */
GPtrArray *
rutter_watch_load (const char  *path,
                   GError     **error)
{
  g_autoptr(GPtrArray) watches = g_ptr_array_new_with_free_func ((GDestroyNotify)
                                                                 rutter_watch_unref);
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(GError) local_error = NULL;
  g_auto(GStrv) groups = NULL;
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, &local_error))
    {
      if (g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return g_steal_pointer (&watches);
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_READ,
                   _("The watchlist cannot be read: %s"), local_error->message);
      return NULL;
    }

  if (!g_key_file_load_from_data (file, text, length, G_KEY_FILE_NONE, &local_error))
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_CORRUPT,
                   _("The watchlist “%s” is damaged: %s"), path, local_error->message);
      return NULL;
    }

  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      RutterWatch *watch = read_watch (file, groups[i]);

      if (watch == NULL)
        {
          g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_CORRUPT,
                       _("The watchlist “%s” is damaged at [%s]."), path, groups[i]);
          return NULL;
        }
      g_ptr_array_add (watches, watch);
    }

  return g_steal_pointer (&watches);
}

static void
write_shape (GKeyFile          *file,
             const char        *group,
             const RutterWatch *watch)
{
  g_autoptr(GString) text = g_string_new (NULL);
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  guint n;
  const RutterLonLat *points = rutter_watch_get_points (watch, &n);

  for (guint i = 0; i < n; i++)
    {
      g_string_append (text, g_ascii_dtostr (buffer, sizeof buffer, points[i].lon));
      g_string_append_c (text, ';');
      g_string_append (text, g_ascii_dtostr (buffer, sizeof buffer, points[i].lat));
      g_string_append_c (text, ';');
    }

  g_key_file_set_string (file, group, "scope", scopes[rutter_watch_get_scope (watch)]);
  g_key_file_set_value (file, group, "points", text->str);
}

/**
 * rutter_watch_save:
 * @watches: (element-type RutterWatch)
 *
 * Writes them beside the file and puts that in its place; not on the main thread. Ends with
 * %RUTTER_ERROR_WRITE.
 */
gboolean
rutter_watch_save (GPtrArray   *watches,
                   const char  *path,
                   GError     **error)
{
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(GError) local_error = NULL;

  for (guint i = 0; i < watches->len; i++)
    {
      const RutterWatch *watch = watches->pdata[i];
      RutterWatchKind kind = rutter_watch_get_kind (watch);
      /* untranslated */
      g_autofree char *group = g_strdup_printf ("watch %u", i + 1);

      g_key_file_set_string (file, group, "kind", kinds[kind]);
      g_key_file_set_string (file, group, "title", rutter_watch_get_title (watch));
      if (kind != RUTTER_WATCH_VESSEL)
        {
          write_shape (file, group, watch);
          continue;
        }
      g_key_file_set_uint64 (file, group, "imo", rutter_watch_get_imo (watch));
      g_key_file_set_uint64 (file, group, "mmsi", rutter_watch_get_mmsi (watch));
      g_key_file_set_uint64 (file, group, "silence-min", rutter_watch_get_silence_min (watch));
    }

  if (g_key_file_save_to_file (file, path, &local_error))
    return TRUE;

  g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_WRITE,
               _("The watchlist cannot be written: %s"), local_error->message);
  return FALSE;
}
