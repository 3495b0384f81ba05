/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "catalog-folder.h"
#include "rutter-catalog-check.h"
#include "rutter-catalog-file.h"
#include "rutter-catalog-routes.h"
#include "rutter-error.h"
#include "rutter-statement.h"

#include <string.h>

static const char SETUP[] =
  "INSERT INTO object (id, uid, kind, title) VALUES (900, 'place:tartus', 'place', 'Tartus'), "
  "(901, 'source:x', 'source', 'A source'), (902, 'route:other', 'route', 'Another'); "
  "INSERT INTO place (id, kind) VALUES (900, 'port'); "
  "INSERT INTO source (id) VALUES (901); "
  "INSERT INTO route (id, mode, method, earliest, latest) "
  "VALUES (902, 'sea', 'computed', -2147483648, 2147483647); "
  "INSERT INTO claim (id, uid, object_id, kind, statement, status, earliest, latest) VALUES "
  "(900, 'place:tartus#1', 900, 'row', 'A port', 'confirmed', -2147483648, 2147483647), "
  "(902, 'route:other#1', 902, 'row', 'Said', 'alleged', -2147483648, 2147483647); "
  "INSERT INTO citation (claim_id, source_id, stance) VALUES (900, 901, 'supports'), "
  "(902, 901, 'supports')";

static const RutterLonLat points[] = { { 37.8, 44.7 }, { 29.1, 41.1 }, { 35.86, 34.9 } };

static RutterComputedRoute
get_route (void)
{
  static const char *const stops[] = { "Novorossiysk", "Istanbul", "Tartus", NULL };
  static const char *const places[] = { "place:unknown", "place:tartus", NULL };
  static const char *const passages[] = { "Bosporus", "Dardanelles", NULL };
  static const char *const closed[] = { "Suez Canal", NULL };

  return (RutterComputedRoute) {
    .title = "By the straits", .mode = "sea", .points = points, .n_points = 3,
    .length_nm = 1083.4, .stops = stops, .places = places, .passages = passages,
    .closed = closed, .parameters = "stops 37.8,44.7 35.86,34.9",
  };
}

static gint64
count (sqlite3    *db,
       const char *sql)
{
  g_autoptr(GError) error = NULL;
  gint64 n = -1;

  rutter_db_query_int64 (db, sql, &n, &error);
  g_assert_no_error (error);
  return n;
}

static void
test_words (void)
{
  RutterComputedRoute route = get_route ();
  g_autofree char *words = rutter_computed_route_describe (&route);

  g_assert_cmpstr (words, ==,
                   "Rutter computed this way over the water from Novorossiysk to Tartus, 1083 "
                   "nautical miles, from the coastline of its own map: the shortest that is open, "
                   "not one that was reported. It is not a track: nothing says that a ship took "
                   "it. By way of: Istanbul. Passages: Bosporus, "
                   "Dardanelles. Taken as closed: Suez Canal.");
}

static void
test_keep (void)
{
  g_autofree char *path = catalog_folder_make_catalog ("routes.gpkg", SETUP);
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterConnection) connection = rutter_catalog_file_open_own (path, &error);
  sqlite3 *db = rutter_connection_get_db (connection);
  RutterComputedRoute route = get_route ();
  g_autofree char *uid = rutter_computed_route_save (db, &route, &error);
  g_autofree char *second = NULL;
  g_autoptr(GPtrArray) findings = NULL;

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (uid, "route:"));
  second = rutter_computed_route_save (db, &route, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (uid, !=, second);
  g_assert_cmpint (count (db, "SELECT count(*) FROM object WHERE uid = 'source:rutter-sea-planner'"
                          ), ==, 1);
  g_assert_cmpint (count (db, "SELECT count(*) FROM claim WHERE kind = 'computed'"), ==, 2);
  g_assert_cmpint (count (db, "SELECT count(*) FROM layer_member"), ==, 2);
  g_assert_cmpint (count (db, "SELECT count(*) FROM participant WHERE who_id = 900"), ==, 2);
  g_assert_cmpint (count (db, "SELECT count(*) FROM route WHERE method = 'computed' "
                              "AND ST_MinX (geom) = 29.1"), ==, 2);

  findings = rutter_catalog_check (path, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      const RutterFinding *finding = g_ptr_array_index (findings, i);

      /* The fixture has faults of its own. */
      if (finding->uid == NULL || g_str_has_prefix (finding->uid, "route:"))
        g_error ("%s: %s", finding->uid, finding->sentence);
    }

  g_assert_true (rutter_computed_route_delete (db, uid, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (db, "SELECT count(*) FROM claim WHERE kind = 'computed'"), ==, 1);
  g_assert_cmpint (count (db, "SELECT count(*) FROM route WHERE geom IS NOT NULL"), ==, 1);

  g_clear_pointer (&connection, rutter_connection_free);
  catalog_folder_empty ();
}

static void
test_refused (void)
{
  g_autofree char *path = catalog_folder_make_catalog ("refused.gpkg", SETUP);
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterConnection) connection = rutter_catalog_file_open_own (path, &error);
  sqlite3 *db = rutter_connection_get_db (connection);
  gint64 n_before = count (db, "SELECT count(*) FROM object");
  RutterComputedRoute route = get_route ();

  route.title = " ";
  g_assert_null (rutter_computed_route_save (db, &route, &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID);
  g_clear_error (&error);

  route = get_route ();
  route.n_points = 1;
  g_assert_null (rutter_computed_route_save (db, &route, &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID);
  g_clear_error (&error);

  /* Nothing of what is refused by the database stays. */
  route = get_route ();
  route.mode = "space";
  g_assert_null (rutter_computed_route_save (db, &route, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_cmpint (count (db, "SELECT count(*) FROM object"), ==, n_before);

  /* What others claim is not ours to delete. */
  g_assert_false (rutter_computed_route_delete (db, "route:other", &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (rutter_computed_route_delete (db, "route:none", &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND);

  g_clear_pointer (&connection, rutter_connection_free);
  catalog_folder_empty ();
}

static void
on_done_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static void
test_in_use (void)
{
  g_autofree char *path = catalog_folder_make_catalog ("in-use.gpkg", SETUP);
  RutterCatalog *catalog = rutter_catalog_new (path, RUTTER_CATALOG_OWN);
  RutterComputedRoute route = get_route ();
  g_autoptr(GAsyncResult) kept = NULL;
  g_autoptr(GAsyncResult) deleted = NULL;
  g_autofree char *uid = NULL;
  g_autofree char *gone = NULL;
  g_autoptr(GError) error = NULL;

  rutter_catalog_keep_route_async (catalog, &route, NULL, on_done_cb, &kept);
  while (kept == NULL)
    g_main_context_iteration (NULL, TRUE);
  uid = rutter_catalog_routes_finish (catalog, kept, &error);
  g_assert_no_error (error);

  rutter_catalog_delete_route_async (catalog, uid, NULL, on_done_cb, &deleted);
  while (deleted == NULL)
    g_main_context_iteration (NULL, TRUE);
  gone = rutter_catalog_routes_finish (catalog, deleted, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gone, ==, uid);

  g_clear_object (&kept);
  g_clear_object (&deleted);
  g_assert_finalize_object (catalog);
  catalog_folder_empty ();
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  catalog_folder_init ();
  g_test_add_func ("/computed-route/words", test_words);
  g_test_add_func ("/computed-route/keep", test_keep);
  g_test_add_func ("/computed-route/refused", test_refused);
  g_test_add_func ("/computed-route/in-use", test_in_use);
  status = g_test_run ();
  catalog_folder_clear ();

  return status;
}
