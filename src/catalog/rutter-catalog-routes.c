/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-catalog-routes.h"

#include "rutter-catalog-private.h"

/* A copy of a route that owns all of it; only `uid` for one that is to be deleted. */
typedef struct
{
  RutterComputedRoute  route;
  char                *uid;
  char                *title;
  char                *mode;
  RutterLonLat        *points;
  char                *parameters;
  char               **lists[5];
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  for (guint i = 0; i < G_N_ELEMENTS (job->lists); i++)
    g_strfreev (job->lists[i]);
  g_free (job->uid);
  g_free (job->title);
  g_free (job->mode);
  g_free (job->points);
  g_free (job->parameters);
  g_free (job);
}

static Job *
copy_route (const RutterComputedRoute *route)
{
  Job *job = g_new0 (Job, 1);
  const char *const *const lists[] = { route->stops, route->places, route->passages,
                                       route->closed, route->opened };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    job->lists[i] = g_strdupv ((char **)lists[i]);
  job->uid = g_strdup (route->uid);
  job->title = g_strdup (route->title);
  job->mode = g_strdup (route->mode);
  job->points = g_memdup2 (route->points, route->n_points * sizeof *route->points);
  job->parameters = g_strdup (route->parameters);
  job->route = (RutterComputedRoute) {
    .uid = job->uid, .title = job->title, .mode = job->mode,
    .points = job->points, .n_points = route->n_points, .length_nm = route->length_nm,
    .stops = (const char *const *)job->lists[0], .places = (const char *const *)job->lists[1],
    .passages = (const char *const *)job->lists[2], .closed = (const char *const *)job->lists[3],
    .opened = (const char *const *)job->lists[4], .parameters = job->parameters,
  };

  return job;
}

static gpointer
keep_route (sqlite3   *db,
            gpointer   data,
            GError   **error)
{
  return rutter_computed_route_save (db, &((Job *)data)->route, error);
}

static gpointer
delete_route (sqlite3   *db,
              gpointer   data,
              GError   **error)
{
  const Job *job = data;

  return rutter_computed_route_delete (db, job->uid, error) ? g_strdup (job->uid) : NULL;
}

/* Eats @job. */
static void
run (RutterCatalog       *self,
     RutterDbFunc         func,
     Job                 *job,
     GCancellable        *cancellable,
     GAsyncReadyCallback  callback,
     gpointer             user_data)
{
  rutter_catalog_run_async (self, func, job, free_job, g_free, cancellable, callback, user_data);
}

void
rutter_catalog_keep_route_async (RutterCatalog             *self,
                                 const RutterComputedRoute *route,
                                 GCancellable              *cancellable,
                                 GAsyncReadyCallback        callback,
                                 gpointer                   user_data)
{
  g_return_if_fail (RUTTER_IS_CATALOG (self));
  g_return_if_fail (route != NULL);

  run (self, keep_route, copy_route (route), cancellable, callback, user_data);
}

void
rutter_catalog_delete_route_async (RutterCatalog       *self,
                                   const char          *uid,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  Job *job;

  g_return_if_fail (RUTTER_IS_CATALOG (self));
  g_return_if_fail (uid != NULL);

  job = g_new0 (Job, 1);
  job->uid = g_strdup (uid);
  run (self, delete_route, job, cancellable, callback, user_data);
}

char *
rutter_catalog_routes_finish (RutterCatalog  *self,
                              GAsyncResult   *result,
                              GError        **error)
{
  g_return_val_if_fail (RUTTER_IS_CATALOG (self), NULL);

  return rutter_catalog_run_finish (self, result, error);
}
