/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-saved-view.h"

#include "rutter-edtf.h"
#include "rutter-error.h"
#include "rutter-schema.h"
#include "rutter-statement.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The version of the tables that brought views. */
#define FIRST_VERSION 2

typedef struct
{
  const RutterSavedView *view;
  const char            *uid;
} SaveJob;

/* A view of the whole world with nothing on it, at all times. */
RutterSavedView *
rutter_saved_view_new (void)
{
  RutterSavedView *self = g_new0 (RutterSavedView, 1);

  for (guint i = 0; i < RUTTER_N_LAYER; i++)
    self->opacity[i] = 1;
  self->first_day = RUTTER_DAY_BEFORE_ALL;
  self->last_day = RUTTER_DAY_AFTER_ALL;
  self->position = -1;

  return self;
}

RutterSavedView *
rutter_saved_view_copy (const RutterSavedView *self)
{
  RutterSavedView *copy = g_memdup2 (self, sizeof *self);

  copy->uid = g_strdup (self->uid);
  copy->name = g_strdup (self->name);
  copy->actors = g_strdupv (self->actors);
  copy->edtf = g_strdup (self->edtf);

  return copy;
}

void
rutter_saved_view_free (RutterSavedView *self)
{
  if (self == NULL)
    return;

  g_free (self->uid);
  g_free (self->name);
  g_strfreev (self->actors);
  g_free (self->edtf);
  g_free (self);
}

void
rutter_saved_view_set_days (RutterSavedView *self,
                            RutterDayRange   days)
{
  g_return_if_fail (self != NULL);

  g_free (self->edtf);
  self->edtf = rutter_day_range_is_all (days) ? NULL : rutter_day_range_to_edtf (days);
  self->first_day = days.first;
  self->last_day = days.last;
}

RutterDayRange
rutter_saved_view_get_days (const RutterSavedView *self)
{
  RutterDayRange days;

  g_return_val_if_fail (self != NULL, RUTTER_DAY_RANGE_ALL);

  if (self->edtf != NULL && *self->edtf != '\0' &&
      rutter_day_range_from_edtf (self->edtf, &days, NULL))
    return days;

  return (RutterDayRange) { self->first_day, self->last_day };
}

static int
clamp_day (gint64 day)
{
  return (int)CLAMP (day, RUTTER_DAY_BEFORE_ALL, RUTTER_DAY_AFTER_ALL);
}

/* NULL for a row that no map could show: another program may have written it. */
static RutterSavedView *
read_view (sqlite3_stmt *stmt)
{
  g_autoptr(RutterSavedView) self = rutter_saved_view_new ();
  const char *uid = rutter_db_column_text (stmt, 0);
  const char *name = rutter_db_column_text (stmt, 1);
  const char *actors = rutter_db_column_text (stmt, 5);

  self->centre = (RutterLonLat) { sqlite3_column_double (stmt, 2),
                                  sqlite3_column_double (stmt, 3) };
  self->zoom = sqlite3_column_double (stmt, 4);
  if (uid == NULL || name == NULL || !rutter_lon_lat_is_valid (self->centre) ||
      !isfinite (self->zoom))
    return NULL;

  self->uid = g_utf8_make_valid (uid, -1);
  self->name = g_utf8_make_valid (name, -1);
  self->actors = actors != NULL ? g_strsplit (actors, "; ", -1) : NULL;
  self->edtf = g_strdup (rutter_db_column_text (stmt, 6));
  self->first_day = clamp_day (sqlite3_column_int64 (stmt, 7));
  self->last_day = clamp_day (sqlite3_column_int64 (stmt, 8));
  self->position = (int)CLAMP (sqlite3_column_int64 (stmt, 9), 0, G_MAXINT);

  return g_steal_pointer (&self);
}

static gboolean
read_layers (sqlite3     *db,
             GHashTable  *views,
             GError     **error)
{
  static const char query[] =
    "SELECT v.uid, l.layer, l.opacity FROM view_layer l JOIN view v ON v.id = l.view_id";
  g_autoptr(sqlite3_stmt) stmt = rutter_db_prepare (db, query, error);
  gboolean has_row = stmt != NULL;

  if (stmt == NULL || !rutter_db_step (stmt, &has_row, error))
    return FALSE;

  while (has_row)
    {
      const char *uid = rutter_db_column_text (stmt, 0);
      const char *id = rutter_db_column_text (stmt, 1);
      double opacity = sqlite3_column_double (stmt, 2);
      RutterSavedView *view = uid != NULL ? g_hash_table_lookup (views, uid) : NULL;
      RutterLayerId layer;

      /* A layer that this program does not know may be one of a newer one. */
      if (view != NULL && id != NULL && rutter_layer_from_id (id, &layer))
        {
          view->layers |= 1u << layer;
          view->opacity[layer] = isfinite (opacity) ? CLAMP (opacity, 0.0, 1.0) : 1;
        }

      if (!rutter_db_step (stmt, &has_row, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * rutter_saved_view_list:
 *
 * Returns: (transfer full) (element-type RutterSavedView): the views of the catalogue in the order
 *   of the list; empty for a catalogue of before views
 */
GPtrArray *
rutter_saved_view_list (sqlite3  *db,
                        GError  **error)
{
  static const char query[] =
    "SELECT uid, name, lon, lat, zoom, actors, edtf, earliest, latest, position "
    "FROM view ORDER BY position, id";
  g_autoptr(GPtrArray) list =
    g_ptr_array_new_with_free_func ((GDestroyNotify)rutter_saved_view_free);
  g_autoptr(GHashTable) views = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(sqlite3_stmt) stmt = NULL;
  gboolean has_row;
  int version;

  g_return_val_if_fail (db != NULL, NULL);

  if (!rutter_schema_get_version (db, &version, error))
    return NULL;
  if (version < FIRST_VERSION)
    return g_steal_pointer (&list);

  stmt = rutter_db_prepare (db, query, error);
  if (stmt == NULL || !rutter_db_step (stmt, &has_row, error))
    return NULL;

  while (has_row)
    {
      RutterSavedView *view = read_view (stmt);

      if (view != NULL)
        {
          g_ptr_array_add (list, view);
          g_hash_table_insert (views, view->uid, view);
        }
      if (!rutter_db_step (stmt, &has_row, error))
        return NULL;
    }

  return read_layers (db, views, error) ? g_steal_pointer (&list) : NULL;
}

static gboolean
write_view (sqlite3  *db,
            SaveJob  *job,
            GError  **error)
{
  static const char upsert[] =
    "INSERT INTO view (uid, name, lon, lat, zoom, actors, edtf, earliest, latest, "
    "position) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
    "iif (?10 >= 0, ?10, (SELECT coalesce (max (position) + 1, 0) FROM view))) "
    "ON CONFLICT (uid) DO UPDATE SET name = excluded.name, lon = excluded.lon, "
    "lat = excluded.lat, zoom = excluded.zoom, actors = excluded.actors, "
    "edtf = excluded.edtf, earliest = excluded.earliest, latest = excluded.latest";
  const RutterSavedView *view = job->view;
  g_autoptr(sqlite3_stmt) stmt = rutter_db_prepare (db, upsert, error);
  g_autofree char *actors = view->actors != NULL ? g_strjoinv ("; ", view->actors) : NULL;

  if (stmt == NULL)
    return FALSE;

  rutter_db_bind_text (stmt, 1, job->uid);
  rutter_db_bind_text (stmt, 2, view->name);
  rutter_db_bind_double (stmt, 3, view->centre.lon);
  rutter_db_bind_double (stmt, 4, view->centre.lat);
  rutter_db_bind_double (stmt, 5, view->zoom);
  rutter_db_bind_text (stmt, 6, actors);
  rutter_db_bind_text (stmt, 7, view->edtf);
  rutter_db_bind_int64 (stmt, 8, view->first_day);
  rutter_db_bind_int64 (stmt, 9, view->last_day);
  rutter_db_bind_int64 (stmt, 10, view->position);
  return rutter_db_run (stmt, error);
}

static gboolean
write_layers (sqlite3  *db,
              SaveJob  *job,
              GError  **error)
{
  static const char clear[] =
    "DELETE FROM view_layer WHERE view_id = (SELECT id FROM view WHERE uid = ?1)";
  static const char insert[] =
    "INSERT INTO view_layer (view_id, layer, opacity) SELECT id, ?2, ?3 FROM view WHERE uid = ?1";
  g_autoptr(sqlite3_stmt) clearing = rutter_db_prepare (db, clear, error);
  g_autoptr(sqlite3_stmt) inserting = NULL;

  if (clearing == NULL)
    return FALSE;

  rutter_db_bind_text (clearing, 1, job->uid);
  if (!rutter_db_run (clearing, error))
    return FALSE;

  inserting = rutter_db_prepare (db, insert, error);
  if (inserting == NULL)
    return FALSE;

  for (guint i = 0; i < RUTTER_N_LAYER; i++)
    {
      if ((job->view->layers & 1u << i) == 0)
        continue;

      rutter_db_bind_text (inserting, 1, job->uid);
      rutter_db_bind_text (inserting, 2, rutter_layer_get_id (i));
      rutter_db_bind_double (inserting, 3, job->view->opacity[i]);
      if (!rutter_db_run (inserting, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
save (sqlite3   *db,
      gpointer   data,
      GError   **error)
{
  SaveJob *job = data;

  return write_view (db, job, error) && write_layers (db, job, error);
}

static gboolean
demand_name (const char  *name,
             GError     **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name != NULL ? name : ""));

  if (*stripped != '\0')
    return TRUE;

  g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
               _("The view was not saved, because it has no name: give it one."));
  return FALSE;
}

/**
 * rutter_saved_view_save:
 *
 * Keeps a view. One with the uid of a view that is there takes its place; one that was deleted
 * comes back with its uid.
 *
 * Returns: (transfer full): the uid; %NULL with %RUTTER_ERROR_INVALID for a view without a name or
 *   a place that is none, or with what SQLite said
 */
char *
rutter_saved_view_save (sqlite3                *db,
                        const RutterSavedView  *self,
                        GError                **error)
{
  g_autofree char *random = g_uuid_string_random ();
  g_autofree char *uid = NULL;
  SaveJob job;

  g_return_val_if_fail (db != NULL && self != NULL, NULL);

  if (!demand_name (self->name, error))
    return NULL;
  if (!rutter_lon_lat_is_valid (self->centre) || !isfinite (self->zoom))
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
                   _("The view “%s” was not saved, because it is nowhere on the map."), self->name);
      return NULL;
    }

  uid = self->uid != NULL ? g_strdup (self->uid) : g_strconcat ("view:", random, NULL);
  job = (SaveJob) { self, uid };

  return rutter_db_transact (db, save, &job, error) ? g_steal_pointer (&uid) : NULL;
}

/* One statement is a transaction of its own. */
static gboolean
change_one (sqlite3     *db,
            const char  *sql,
            const char  *uid,
            const char  *name,
            GError     **error)
{
  g_autoptr(sqlite3_stmt) stmt = rutter_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  rutter_db_bind_text (stmt, 1, uid);
  if (name != NULL)
    rutter_db_bind_text (stmt, 2, name);
  if (!rutter_db_run (stmt, error))
    return FALSE;
  if (sqlite3_changes (db) > 0)
    return TRUE;

  g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND,
               _("This view is no longer in the catalogue: another window may have deleted it."));
  return FALSE;
}

/**
 * rutter_saved_view_rename:
 *
 * Returns: %FALSE with %RUTTER_ERROR_INVALID, %RUTTER_ERROR_NOT_FOUND or what SQLite said
 */
gboolean
rutter_saved_view_rename (sqlite3     *db,
                          const char  *uid,
                          const char  *name,
                          GError     **error)
{
  return demand_name (name, error) &&
         change_one (db, "UPDATE view SET name = ?2 WHERE uid = ?1", uid, name, error);
}

/**
 * rutter_saved_view_delete:
 *
 * Returns: %FALSE with %RUTTER_ERROR_NOT_FOUND or what SQLite said
 */
gboolean
rutter_saved_view_delete (sqlite3     *db,
                          const char  *uid,
                          GError     **error)
{
  return change_one (db, "DELETE FROM view WHERE uid = ?1", uid, NULL, error);
}
