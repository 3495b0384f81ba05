/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-mbtiles.h"

#include "rutter-db.h"
#include "rutter-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_ZOOM 24
/* A tile of 512 pixels a side, badly packed, is a tenth of this. */
#define MOST_BYTES_A_TILE (4 * 1024 * 1024)
#define MOST_CHARS 300

struct _RutterMbtiles
{
  GObject   parent_instance;

  RutterDb *db;
  char     *path;
  char     *name;
  char     *attribution;
  guint     min_zoom, max_zoom;
  gboolean  is_joined; /* tiles are in the tables “map” and “images” */
};

G_DEFINE_FINAL_TYPE (RutterMbtiles, rutter_mbtiles, G_TYPE_OBJECT)

typedef struct
{
  guint    zoom, x, y;
  gboolean is_joined;
} Key;

static void
set_foreign_error (const char  *path,
                   GError     **error)
{
  g_clear_error (error);
  g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_FOREIGN,
               _("The file “%s” is not a file of map tiles (MBTiles)."), path);
}

/* Database thread. What is said there of catalogues fits no file of tiles. */
static RutterConnection *
open_tiles (const char  *path,
            GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  RutterConnection *connection = rutter_connection_open_foreign (path, &local_error);

  if (g_error_matches (local_error, RUTTER_ERROR, RUTTER_ERROR_FOREIGN))
    set_foreign_error (path, &local_error);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));

  return connection;
}

/* Words of a stranger: one line without marks, not too long; NULL when there is none. */
static char *
read_word (sqlite3    *db,
           const char *name)
{
  g_autofree char *sql = g_strdup_printf ("SELECT value FROM metadata WHERE name = '%s'", name);
  g_autofree char *value = rutter_db_query_text (db, sql, NULL);
  g_autofree char *valid = value != NULL ? g_utf8_make_valid (value, -1) : NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  gboolean is_tag = FALSE;
  guint n = 0;

  for (const char *c = valid; c != NULL && *c != '\0' && n < MOST_CHARS; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (character == '<')
        is_tag = TRUE;
      else if (character == '>')
        is_tag = FALSE;
      else if (!is_tag && g_unichar_isprint (character))
        {
          g_string_append_unichar (text, character);
          n++;
        }
    }

  g_string_replace (text, "&copy;", "©", 0);
  g_string_replace (text, "&amp;", "&", 0);
  g_strstrip (text->str);
  return *text->str != '\0' ? g_strdup (text->str) : NULL;
}

static gboolean
has_table (sqlite3    *db,
           const char *name)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM sqlite_schema "
                                          "WHERE type = 'table' AND name = '%s'", name);
  gint64 n = 0;

  return rutter_db_query_int64 (db, sql, &n, NULL) && n == 1;
}

static gboolean
read_zooms (RutterMbtiles *self,
            sqlite3       *db)
{
  const char *table = self->is_joined ? "map" : "tiles";
  g_autofree char *least_sql =
    g_strdup_printf ("SELECT coalesce (min (zoom_level), -1) FROM %s", table);
  g_autofree char *most_sql =
    g_strdup_printf ("SELECT coalesce (max (zoom_level), -1) FROM %s", table);
  gint64 least = -1;
  gint64 most = -1;

  if (!rutter_db_query_int64 (db, least_sql, &least, NULL) ||
      !rutter_db_query_int64 (db, most_sql, &most, NULL) || least < 0 || most > MOST_ZOOM)
    return FALSE;

  self->min_zoom = (guint)least;
  self->max_zoom = (guint)most;
  return TRUE;
}

/* Database thread, before anybody else has @data. */
static gpointer
look (sqlite3   *db,
      gpointer   data,
      GError   **error)
{
  RutterMbtiles *self = data;
  g_autofree char *format = NULL;

  self->is_joined = !has_table (db, "tiles");
  if (!has_table (db, "metadata") ||
      (self->is_joined && !(has_table (db, "map") && has_table (db, "images"))) ||
      !read_zooms (self, db))
    {
      set_foreign_error (self->path, error);
      return NULL;
    }

  format = read_word (db, "format");
  if (format != NULL && !g_str_equal (format, "png") && !g_str_equal (format, "jpg") &&
      !g_str_equal (format, "jpeg"))
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_FOREIGN,
                   _("The tiles of “%s” are of the kind “%s”; only PNG and JPEG can be shown."),
                   self->path, format);
      return NULL;
    }

  self->name = read_word (db, "name");
  self->attribution = read_word (db, "attribution");
  return g_object_ref (self);
}

/* Database thread. Rows are counted from the south in the file, from the north everywhere else. */
static gpointer
read_tile (sqlite3   *db,
           gpointer   data,
           GError   **error)
{
  Key *key = data;
  g_autoptr(sqlite3_stmt) stmt =
    rutter_db_prepare (db, key->is_joined
                           ? "SELECT images.tile_data FROM map JOIN images USING (tile_id) "
                             "WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?"
                           : "SELECT tile_data FROM tiles "
                             "WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?", error);
  gboolean has_row;
  int n_bytes;

  if (stmt == NULL)
    return NULL;

  sqlite3_bind_int64 (stmt, 1, key->zoom);
  sqlite3_bind_int64 (stmt, 2, key->x);
  sqlite3_bind_int64 (stmt, 3, ((gint64)1 << key->zoom) - 1 - key->y);
  if (!rutter_db_step (stmt, &has_row, error))
    return NULL;

  n_bytes = has_row && sqlite3_column_type (stmt, 0) == SQLITE_BLOB
            ? sqlite3_column_bytes (stmt, 0) : 0;
  if (n_bytes > MOST_BYTES_A_TILE)
    n_bytes = 0;

  return n_bytes > 0 ? g_bytes_new (sqlite3_column_blob (stmt, 0), (gsize)n_bytes)
                     : g_bytes_new (NULL, 0);
}

static void
rutter_mbtiles_finalize (GObject *object)
{
  RutterMbtiles *self = RUTTER_MBTILES (object);

  g_clear_object (&self->db);
  g_free (self->path);
  g_free (self->name);
  g_free (self->attribution);

  G_OBJECT_CLASS (rutter_mbtiles_parent_class)->finalize (object);
}

static void
rutter_mbtiles_class_init (RutterMbtilesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rutter_mbtiles_finalize;
}

static void
rutter_mbtiles_init (RutterMbtiles *self)
{
}

static void
on_looked_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  RutterMbtiles *self = rutter_db_run_finish (RUTTER_DB (source), result, &error);

  if (self != NULL)
    g_task_return_pointer (task, self, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * rutter_mbtiles_open_async:
 *
 * Ends with the errors of rutter_connection_open_foreign(), %RUTTER_ERROR_FOREIGN also for a
 * database that is no file of tiles or holds tiles that are no pictures.
 */
void
rutter_mbtiles_open_async (const char          *path,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(RutterMbtiles) self = NULL;
  GTask *task;

  g_return_if_fail (path != NULL);

  self = g_object_new (RUTTER_TYPE_MBTILES, NULL);
  self->path = g_strdup (path);
  self->db = rutter_db_new (path, open_tiles);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, rutter_mbtiles_open_async);
  rutter_db_run_async (self->db, look, g_object_ref (self), g_object_unref, g_object_unref,
                       cancellable, on_looked_cb, task);
}

/* Returns: (transfer full): the file, or %NULL with @error set */
RutterMbtiles *
rutter_mbtiles_open_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Returns: (nullable): what the file calls itself */
const char *
rutter_mbtiles_get_name (RutterMbtiles *self)
{
  g_return_val_if_fail (RUTTER_IS_MBTILES (self), NULL);

  return self->name;
}

/* Returns: (nullable): who made the map, as the file says, without marks */
const char *
rutter_mbtiles_get_attribution (RutterMbtiles *self)
{
  g_return_val_if_fail (RUTTER_IS_MBTILES (self), NULL);

  return self->attribution;
}

guint
rutter_mbtiles_get_min_zoom (RutterMbtiles *self)
{
  return self->min_zoom;
}

guint
rutter_mbtiles_get_max_zoom (RutterMbtiles *self)
{
  return self->max_zoom;
}

/* @y: from the north */
void
rutter_mbtiles_read_tile_async (RutterMbtiles       *self,
                                guint                zoom,
                                guint                x,
                                guint                y,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  Key key = { zoom, x, y, FALSE };

  g_return_if_fail (RUTTER_IS_MBTILES (self));
  g_return_if_fail (zoom <= MOST_ZOOM && y >> zoom == 0);

  key.is_joined = self->is_joined;
  rutter_db_run_async (self->db, read_tile, g_memdup2 (&key, sizeof key), g_free,
                       (GDestroyNotify)g_bytes_unref, cancellable, callback, user_data);
}

/* @result: as the callback got it. Returns: (transfer full): what lies there, nothing of it where
 * there is no tile; %NULL with @error set
 */
GBytes *
rutter_mbtiles_read_tile_finish (RutterMbtiles  *self,
                                 GAsyncResult   *result,
                                 GError        **error)
{
  g_return_val_if_fail (RUTTER_IS_MBTILES (self), NULL);

  return rutter_db_run_finish (self->db, result, error);
}
