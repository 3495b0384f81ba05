/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-catalog-views.h"

#include "rutter-catalog-private.h"

static gpointer
list_views (sqlite3   *db,
            gpointer   data,
            GError   **error)
{
  return rutter_saved_view_list (db, error);
}

static gpointer
save_view (sqlite3   *db,
           gpointer   data,
           GError   **error)
{
  g_autofree char *uid = rutter_saved_view_save (db, data, error);

  return uid != NULL ? rutter_saved_view_list (db, error) : NULL;
}

static gpointer
rename_view (sqlite3   *db,
             gpointer   data,
             GError   **error)
{
  const RutterSavedView *view = data;

  if (!rutter_saved_view_rename (db, view->uid, view->name, error))
    return NULL;

  return rutter_saved_view_list (db, error);
}

static gpointer
delete_view (sqlite3   *db,
             gpointer   data,
             GError   **error)
{
  const RutterSavedView *view = data;

  if (!rutter_saved_view_delete (db, view->uid, error))
    return NULL;

  return rutter_saved_view_list (db, error);
}

/* Eats @view. */
static void
run (RutterCatalog       *self,
     RutterDbFunc         func,
     RutterSavedView     *view,
     GCancellable        *cancellable,
     GAsyncReadyCallback  callback,
     gpointer             user_data)
{
  rutter_catalog_run_async (self, func, view, (GDestroyNotify)rutter_saved_view_free,
                            (GDestroyNotify)g_ptr_array_unref, cancellable, callback, user_data);
}

void
rutter_catalog_list_views_async (RutterCatalog       *self,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (RUTTER_IS_CATALOG (self));

  run (self, list_views, NULL, cancellable, callback, user_data);
}

void
rutter_catalog_save_view_async (RutterCatalog          *self,
                                const RutterSavedView  *view,
                                GCancellable           *cancellable,
                                GAsyncReadyCallback     callback,
                                gpointer                user_data)
{
  g_return_if_fail (RUTTER_IS_CATALOG (self));
  g_return_if_fail (view != NULL);

  run (self, save_view, rutter_saved_view_copy (view), cancellable, callback, user_data);
}

void
rutter_catalog_rename_view_async (RutterCatalog       *self,
                                  const char          *uid,
                                  const char          *name,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  RutterSavedView *view;

  g_return_if_fail (RUTTER_IS_CATALOG (self));
  g_return_if_fail (uid != NULL);

  view = rutter_saved_view_new ();
  view->uid = g_strdup (uid);
  view->name = g_strdup (name);
  run (self, rename_view, view, cancellable, callback, user_data);
}

void
rutter_catalog_delete_view_async (RutterCatalog       *self,
                                  const char          *uid,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  RutterSavedView *view;

  g_return_if_fail (RUTTER_IS_CATALOG (self));
  g_return_if_fail (uid != NULL);

  view = rutter_saved_view_new ();
  view->uid = g_strdup (uid);
  run (self, delete_view, view, cancellable, callback, user_data);
}

/**
 * rutter_catalog_views_finish:
 *
 * Ends each of the calls above.
 *
 * Returns: (transfer full) (element-type RutterSavedView): all views of the catalogue, or %NULL
 *   with the errors of rutter_saved_view_save() and of opening the catalogue
 */
GPtrArray *
rutter_catalog_views_finish (RutterCatalog  *self,
                             GAsyncResult   *result,
                             GError        **error)
{
  g_return_val_if_fail (RUTTER_IS_CATALOG (self), NULL);

  return rutter_catalog_run_finish (self, result, error);
}
