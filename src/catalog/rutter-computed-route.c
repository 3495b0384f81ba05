/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-computed-route.h"

#include "rutter-error.h"
#include "rutter-geometry.h"
#include "rutter-number.h"
#include "rutter-statement.h"
#include "rutter-vocabulary.h"

#include <glib/gi18n-lib.h>

/* What a computed claim cites: this program. */
#define SOURCE_UID "source:rutter-sea-planner"

typedef struct
{
  const RutterComputedRoute *route;
  const char                *uid;
} SaveJob;

/* Runs a statement whose first parameters are numbers, the others texts. */
static gboolean
run (sqlite3            *db,
     const char         *sql,
     const gint64       *numbers,
     int                 n_numbers,
     const char *const  *texts,
     int                 n_texts,
     GError            **error)
{
  g_autoptr(sqlite3_stmt) stmt = rutter_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  for (int i = 0; i < n_numbers; i++)
    rutter_db_bind_int64 (stmt, i + 1, numbers[i]);
  for (int i = 0; i < n_texts; i++)
    rutter_db_bind_text (stmt, n_numbers + i + 1, texts[i]);

  return rutter_db_run (stmt, error);
}

static void
append_list (GString           *text,
             const char        *format,
             const char *const *names)
{
  g_autofree char *list = NULL;

  if (names == NULL || *names == NULL)
    return;

  list = g_strjoinv (", ", (char **)names);
  g_string_append_c (text, ' ');
  g_string_append_printf (text, format, list);
}

char *
rutter_computed_route_describe (const RutterComputedRoute *self)
{
  GString *text = g_string_new (NULL);
  g_autofree char *length = rutter_number_to_text (self->length_nm, 0);
  guint n_stops = g_strv_length ((char **)self->stops);
  g_autoptr(GPtrArray) via = g_ptr_array_new ();

  g_return_val_if_fail (n_stops >= 2, g_string_free (text, FALSE));

  for (guint i = 1; i + 1 < n_stops; i++)
    g_ptr_array_add (via, (gpointer)self->stops[i]);
  g_ptr_array_add (via, NULL);

  /* Translators: two places and a number of nautical miles. */
  g_string_append_printf (text, _("Rutter computed this way over the water from %s to %s, %s "
                                  "nautical miles, from the coastline of its own map: the shortest "
                                  "that is open, not one that was reported. It is not a track: "
                                  "nothing says that a ship took it."),
                          self->stops[0], self->stops[n_stops - 1], length);
  append_list (text, _("By way of: %s."), (const char *const *)via->pdata);
  append_list (text, _("Passages: %s."), self->passages);
  append_list (text, _("Taken as closed: %s."), self->closed);
  append_list (text, _("Taken as open: %s."), self->opened);

  return g_string_free (text, FALSE);
}

static gboolean
ensure_source (sqlite3  *db,
               GError  **error)
{
  static const char object[] =
    "INSERT OR IGNORE INTO object (uid, kind, title) VALUES ('" SOURCE_UID "', 'source', ?1)";
  static const char source[] =
    "INSERT OR IGNORE INTO source (id, publisher, url_complete, kind, read, title_is_exact) "
    "SELECT id, 'Rutter', 0, 'computation', 'computed', 0 FROM object "
    "WHERE uid = '" SOURCE_UID "'";
  const char *title = N_("The sea planner of Rutter: shortest ways over the water of its map");

  return run (db, object, NULL, 0, &title, 1, error) && run (db, source, NULL, 0, NULL, 0, error);
}

gboolean
rutter_computed_route_add_claim (sqlite3                    *db,
                                 gint64                      object_id,
                                 const char                 *claim_uid,
                                 const RutterComputedRoute  *self,
                                 GError                    **error)
{
  /* How sure an object is never comes of a computed claim, but each claim has a status. */
  static const char claim[] =
    "INSERT INTO claim (object_id, earliest, latest, uid, kind, statement, status, note) "
    "VALUES (?1, ?2, ?3, ?4, 'computed', ?5, 'reported', ?6)";
  static const char citation[] =
    "INSERT INTO citation (claim_id, source_id, stance) SELECT c.id, o.id, 'supports' "
    "FROM claim c, object o WHERE c.uid = ?1 AND o.uid = '" SOURCE_UID "'";
  g_autofree char *statement = NULL;
  gint64 numbers[] = { object_id, G_MININT32, G_MAXINT32 };
  const char *texts[3];

  g_return_val_if_fail (db != NULL && claim_uid != NULL && self != NULL, FALSE);

  statement = rutter_computed_route_describe (self);
  texts[0] = claim_uid;
  texts[1] = statement;
  texts[2] = self->parameters;

  return ensure_source (db, error) && run (db, claim, numbers, 3, texts, 3, error) &&
         run (db, citation, NULL, 0, &claim_uid, 1, error);
}

static gboolean
write_line (sqlite3  *db,
            SaveJob  *job,
            GError  **error)
{
  static const char insert[] =
    "INSERT INTO route (id, geom, mode, method, earliest, latest) "
    "SELECT id, ?2, ?3, 'computed', ?4, ?5 FROM object WHERE uid = ?1";
  const RutterComputedRoute *route = job->route;
  g_autoptr(GBytes) line = rutter_geometry_encode_line (route->points, route->n_points);
  g_autoptr(sqlite3_stmt) stmt = rutter_db_prepare (db, insert, error);

  if (stmt == NULL)
    return FALSE;

  rutter_db_bind_text (stmt, 1, job->uid);
  rutter_db_bind_bytes (stmt, 2, line);
  rutter_db_bind_text (stmt, 3, route->mode);
  rutter_db_bind_int64 (stmt, 4, G_MININT32);
  rutter_db_bind_int64 (stmt, 5, G_MAXINT32);
  return rutter_db_run (stmt, error);
}

/* Layers came with time: the catalogue may be of before this one. */
static gboolean
write_layer (sqlite3  *db,
             SaveJob  *job,
             GError  **error)
{
  static const char layer[] =
    "INSERT OR IGNORE INTO layer (uid, title, definition, data_to, position) "
    "VALUES ('layer:routes', ?1, ?2, '', (SELECT coalesce (max (position) + 1, 0) FROM layer))";
  static const char member[] =
    "INSERT INTO layer_member (layer_id, object_id) SELECT l.id, o.id FROM layer l, object o "
    "WHERE l.uid = 'layer:routes' AND o.uid = ?1";
  const char *texts[] = {
    N_("Kept routes"),
    N_("Ways over the water that were computed and kept on request; a line is not the track of a "
       "ship and says nothing of what anybody did."),
  };

  return run (db, layer, NULL, 0, texts, 2, error) &&
         run (db, member, NULL, 0, &job->uid, 1, error);
}

static gboolean
write_places (sqlite3  *db,
              SaveJob  *job,
              GError  **error)
{
  static const char insert[] =
    "INSERT INTO participant (position, object_id, who_id, role) "
    "SELECT ?1, o.id, p.id, 'stop' FROM object o, object p "
    "WHERE o.uid = ?2 AND p.uid = ?3 AND p.kind = 'place'";

  for (guint i = 0; job->route->places != NULL && job->route->places[i] != NULL; i++)
    {
      const char *texts[] = { job->uid, job->route->places[i] };
      gint64 position = i;

      if (!run (db, insert, &position, 1, texts, 2, error))
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
  const char *texts[] = { job->uid, job->route->title };
  g_autofree char *claim_uid = g_strconcat (job->uid, "#computed", NULL);

  /* The object comes first: what follows is told its id. */
  if (!run (db, "INSERT INTO object (uid, kind, title) VALUES (?1, 'route', ?2)", NULL, 0, texts,
            2, error))
    return FALSE;

  return rutter_computed_route_add_claim (db, sqlite3_last_insert_rowid (db), claim_uid,
                                          job->route, error) &&
         write_line (db, job, error) && write_layer (db, job, error) &&
         write_places (db, job, error);
}

static gboolean
demand_route (const RutterComputedRoute  *self,
              GError                    **error)
{
  g_autofree char *title = g_strstrip (g_strdup (self->title != NULL ? self->title : ""));

  if (*title == '\0')
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
                   _("The route was not kept, because it has no name: give it one."));
      return FALSE;
    }
  if (self->n_points < 2)
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
                   _("The route “%s” was not kept, because it has no length: both ends are at "
                     "one place."), title);
      return FALSE;
    }

  return TRUE;
}

/**
 * rutter_computed_route_save:
 *
 * Keeps a computed way as a route of its own: with its line, its claim, and in the layer of kept
 * routes.
 *
 * Returns: (transfer full): the uid; %NULL with %RUTTER_ERROR_INVALID for one without a name or
 *   without a length, or with what SQLite said
 */
char *
rutter_computed_route_save (sqlite3                    *db,
                            const RutterComputedRoute  *self,
                            GError                    **error)
{
  g_autofree char *random = g_uuid_string_random ();
  g_autofree char *uid = NULL;
  SaveJob job;

  g_return_val_if_fail (db != NULL && self != NULL, NULL);

  if (!demand_route (self, error))
    return NULL;

  uid = self->uid != NULL ? g_strdup (self->uid) : g_strconcat ("route:", random, NULL);
  job = (SaveJob) { self, uid };

  return rutter_db_transact (db, save, &job, error) ? g_steal_pointer (&uid) : NULL;
}

/**
 * rutter_computed_route_delete:
 *
 * Takes a route away that nothing but computing ever brought here.
 *
 * Returns: %FALSE with %RUTTER_ERROR_NOT_FOUND, also for a route that somebody else claims, or
 *   with what SQLite said
 */
gboolean
rutter_computed_route_delete (sqlite3     *db,
                              const char  *uid,
                              GError     **error)
{
  static const char sql[] =
    "DELETE FROM object WHERE uid = ?1 AND kind = 'route' "
    "AND EXISTS (SELECT 1 FROM claim WHERE object_id = object.id) "
    "AND NOT EXISTS (SELECT 1 FROM claim WHERE object_id = object.id AND kind <> 'computed')";

  g_return_val_if_fail (db != NULL && uid != NULL, FALSE);

  if (!run (db, sql, NULL, 0, &uid, 1, error))
    return FALSE;
  if (sqlite3_changes (db) > 0)
    return TRUE;

  g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND,
               _("This route is no longer in the catalogue: another window may have deleted it."));
  return FALSE;
}
