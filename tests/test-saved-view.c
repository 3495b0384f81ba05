/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "catalog-folder.h"
#include "rutter-catalog-file.h"
#include "rutter-catalog-views.h"
#include "rutter-edtf.h"
#include "rutter-error.h"
#include "rutter-statement.h"

#include <glib/gstdio.h>
#include <math.h>

static RutterSavedView *
make_view (const char *name)
{
  RutterSavedView *view = rutter_saved_view_new ();

  view->name = g_strdup (name);
  view->centre = (RutterLonLat) { 51.25, 41.5 };
  view->zoom = 5.25;
  view->layers = 1u << RUTTER_LAYER_CASPIAN | 1u << RUTTER_LAYER_HUBS;
  view->opacity[RUTTER_LAYER_HUBS] = 0.25;
  view->actors = g_strsplit ("RU IR", " ", -1);
  view->edtf = g_strdup ("2022-02/2023");
  view->first_day = 19024;
  view->last_day = 19722;
  return view;
}

static void
assert_same (const RutterSavedView *a,
             const RutterSavedView *b)
{
  g_assert_cmpstr (a->name, ==, b->name);
  g_assert_cmpfloat (a->centre.lon, ==, b->centre.lon);
  g_assert_cmpfloat (a->centre.lat, ==, b->centre.lat);
  g_assert_cmpfloat (a->zoom, ==, b->zoom);
  g_assert_cmpuint (a->layers, ==, b->layers);
  for (guint i = 0; i < RUTTER_N_LAYER; i++)
    if ((a->layers & 1u << i) != 0)
      g_assert_cmpfloat (a->opacity[i], ==, b->opacity[i]);
  g_assert_true ((a->actors == NULL) == (b->actors == NULL));
  if (a->actors != NULL)
    g_assert_true (g_strv_equal ((const char *const *)a->actors,
                                 (const char *const *)b->actors));
  g_assert_cmpstr (a->edtf, ==, b->edtf);
  g_assert_cmpint (a->first_day, ==, b->first_day);
  g_assert_cmpint (a->last_day, ==, b->last_day);
}

static RutterConnection *
open_catalog (const char *sql)
{
  g_autofree char *path = catalog_folder_make_catalog ("views.gpkg", sql);
  g_autoptr(GError) error = NULL;
  RutterConnection *connection = rutter_catalog_file_open_own (path, &error);

  g_assert_no_error (error);
  return connection;
}

static void
test_round_trip (void)
{
  g_autoptr(RutterConnection) connection = open_catalog ("SELECT 1");
  sqlite3 *db = rutter_connection_get_db (connection);
  g_autoptr(RutterSavedView) full = make_view ("Caspian");
  g_autoptr(RutterSavedView) bare = rutter_saved_view_new ();
  g_autoptr(GPtrArray) views = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *uid = NULL;
  g_autofree char *other_uid = NULL;

  bare->name = g_strdup ("\xd0\x9c\xd0\xb8\xd1\x80; the world");
  uid = rutter_saved_view_save (db, full, &error);
  g_assert_no_error (error);
  other_uid = rutter_saved_view_save (db, bare, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (uid, "view:"));
  g_assert_cmpstr (uid, !=, other_uid);

  views = rutter_saved_view_list (db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (views->len, ==, 2);
  assert_same (g_ptr_array_index (views, 0), full);
  assert_same (g_ptr_array_index (views, 1), bare);
  g_assert_cmpstr (((RutterSavedView *)g_ptr_array_index (views, 0))->uid, ==, uid);
  g_assert_cmpint (((RutterSavedView *)g_ptr_array_index (views, 1))->position, ==, 1);

  g_clear_pointer (&connection, rutter_connection_free);
  catalog_folder_empty ();
}

/* The time window is kept as it is written and as days; another program may change the writing. */
static void
test_days (void)
{
  static const struct
  {
    const char     *edtf;
    RutterDayRange  days;
    RutterDayRange  expected;
  } cases[] = {
    { NULL, { 19000, 19100 }, { 19000, 19100 } },
    { "", { 19000, 19100 }, { 19000, 19100 } },
    { "when it was", { 19000, 19100 }, { 19000, 19100 } },
    { "2022", { 19000, 19100 }, { 18993, 19357 } },
    { "2022-02-24/..", { 0, 1 }, { 19047, RUTTER_DAY_AFTER_ALL } },
  };
  static const RutterDayRange ranges[] = {
    { 18993, 19357 }, { 19047, RUTTER_DAY_AFTER_ALL }, { RUTTER_DAY_BEFORE_ALL, -1 }, { 7, 7 },
  };
  g_autoptr(RutterSavedView) view = make_view ("Days");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].edtf);
      g_free (view->edtf);
      view->edtf = g_strdup (cases[i].edtf);
      view->first_day = cases[i].days.first;
      view->last_day = cases[i].days.last;
      g_assert_true (rutter_day_range_equal (rutter_saved_view_get_days (view),
                                             cases[i].expected));
    }

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      rutter_saved_view_set_days (view, ranges[i]);
      g_assert_nonnull (view->edtf);
      g_assert_true (rutter_day_range_equal (rutter_saved_view_get_days (view), ranges[i]));
    }

  rutter_saved_view_set_days (view, RUTTER_DAY_RANGE_ALL);
  g_assert_null (view->edtf);
  g_assert_true (rutter_day_range_is_all (rutter_saved_view_get_days (view)));
}

static void
test_changes (void)
{
  g_autoptr(RutterConnection) connection = open_catalog ("SELECT 1");
  sqlite3 *db = rutter_connection_get_db (connection);
  g_autoptr(RutterSavedView) view = make_view ("First");
  g_autoptr(RutterSavedView) second = make_view ("Second");
  g_autoptr(GPtrArray) views = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *uid = rutter_saved_view_save (db, view, &error);
  gint64 n_layers;

  g_free (rutter_saved_view_save (db, second, &error));
  g_assert_true (rutter_saved_view_rename (db, uid, "Renamed", &error));
  views = rutter_saved_view_list (db, &error);
  g_assert_cmpstr (((RutterSavedView *)g_ptr_array_index (views, 0))->name, ==, "Renamed");

  /* Deleted and brought back: with its uid, in its place. */
  g_assert_true (rutter_saved_view_delete (db, uid, &error));
  g_assert_true (rutter_db_query_int64 (db, "SELECT count(*) FROM view_layer", &n_layers, &error));
  g_assert_cmpint (n_layers, ==, 2);
  g_free (rutter_saved_view_save (db, g_ptr_array_index (views, 0), &error));
  g_assert_no_error (error);
  g_clear_pointer (&views, g_ptr_array_unref);
  views = rutter_saved_view_list (db, &error);
  g_assert_cmpuint (views->len, ==, 2);
  g_assert_cmpstr (((RutterSavedView *)g_ptr_array_index (views, 0))->uid, ==, uid);
  g_assert_cmpstr (((RutterSavedView *)g_ptr_array_index (views, 0))->name, ==, "Renamed");

  /* Kept again under its uid: another place on the map, fewer layers, the same row. */
  view->uid = g_strdup (uid);
  view->layers = 1u << RUTTER_LAYER_PORTS;
  g_free (rutter_saved_view_save (db, view, &error));
  g_assert_no_error (error);
  g_clear_pointer (&views, g_ptr_array_unref);
  views = rutter_saved_view_list (db, &error);
  g_assert_cmpuint (views->len, ==, 2);
  assert_same (g_ptr_array_index (views, 0), view);

  g_clear_pointer (&connection, rutter_connection_free);
  catalog_folder_empty ();
}

static void
test_refusals (void)
{
  g_autoptr(RutterConnection) connection = open_catalog ("SELECT 1");
  sqlite3 *db = rutter_connection_get_db (connection);
  static const struct
  {
    const char *label;
    const char *name;
    double      lon;
    double      zoom;
  } cases[] = {
    { "no name", NULL, 0, 0 },
    { "an empty name", "", 0, 0 },
    { "blanks for a name", " \t", 0, 0 },
    { "beyond the world", "View", 181, 0 },
    { "no place", "View", NAN, 0 },
    { "no zoom", "View", 0, INFINITY },
  };
  g_autoptr(GPtrArray) views = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RutterSavedView) view = rutter_saved_view_new ();
      g_autoptr(GError) refusal = NULL;

      g_test_message ("%s", cases[i].label);
      view->name = g_strdup (cases[i].name);
      view->centre.lon = cases[i].lon;
      view->zoom = cases[i].zoom;
      g_assert_null (rutter_saved_view_save (db, view, &refusal));
      g_assert_error (refusal, RUTTER_ERROR, RUTTER_ERROR_INVALID);
    }

  g_assert_false (rutter_saved_view_rename (db, "view:none", "Name", &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (rutter_saved_view_delete (db, "view:none", &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND);
  g_clear_error (&error);
  views = rutter_saved_view_list (db, &error);
  g_assert_cmpuint (views->len, ==, 0);

  g_clear_pointer (&connection, rutter_connection_free);
  catalog_folder_empty ();
}

/* What another program may have written: what cannot be shown is passed over. */
static void
test_bad_rows (void)
{
  g_autoptr(RutterConnection) connection = open_catalog (
    "INSERT INTO view (uid, name, lon, lat, zoom, earliest, latest, position, actors) VALUES "
    "('view:a', 'Infinite', 0, 0, 9e999, 0, 1, 0, NULL),"
    "('view:c', 'Far', 1, 2, 3, -99999999999, 99999999999, 99999999999, '; ;');"
    "INSERT INTO view_layer (view_id, layer, opacity) VALUES (2, 'of-tomorrow', 1), "
    "(2, 'ports', 0.5)");
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) views = rutter_saved_view_list (rutter_connection_get_db (connection),
                                                       &error);
  const RutterSavedView *view;

  g_assert_no_error (error);
  g_assert_cmpuint (views->len, ==, 1);
  view = g_ptr_array_index (views, 0);
  g_assert_cmpstr (view->uid, ==, "view:c");
  g_assert_cmpint (view->first_day, ==, RUTTER_DAY_BEFORE_ALL);
  g_assert_cmpint (view->last_day, ==, RUTTER_DAY_AFTER_ALL);
  g_assert_cmpuint (view->layers, ==, 1u << RUTTER_LAYER_PORTS);
  g_assert_cmpfloat (view->opacity[RUTTER_LAYER_PORTS], ==, 0.5);

  g_clear_pointer (&connection, rutter_connection_free);
  catalog_folder_empty ();
}

static void
on_views_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static GPtrArray *
finish (RutterCatalog  *catalog,
        GAsyncResult  **result,
        GError        **error)
{
  GPtrArray *views;

  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  views = rutter_catalog_views_finish (catalog, *result, error);
  g_clear_object (result);
  return views;
}

static void
test_async (void)
{
  g_autofree char *path = catalog_folder_make_catalog ("views.gpkg", "SELECT 1");
  RutterCatalog *catalog = rutter_catalog_new (path, RUTTER_CATALOG_OWN);
  g_autoptr(RutterSavedView) view = make_view ("Name");
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *views;
  g_autofree char *uid = NULL;

  rutter_catalog_save_view_async (catalog, view, NULL, on_views_cb, &result);
  views = finish (catalog, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (views->len, ==, 1);
  uid = g_strdup (((RutterSavedView *)g_ptr_array_index (views, 0))->uid);
  g_ptr_array_unref (views);

  rutter_catalog_rename_view_async (catalog, uid, "Other", NULL, on_views_cb, &result);
  views = finish (catalog, &result, &error);
  g_assert_cmpstr (((RutterSavedView *)g_ptr_array_index (views, 0))->name, ==, "Other");
  g_ptr_array_unref (views);

  rutter_catalog_delete_view_async (catalog, uid, NULL, on_views_cb, &result);
  views = finish (catalog, &result, &error);
  g_assert_cmpuint (views->len, ==, 0);
  g_ptr_array_unref (views);

  rutter_catalog_delete_view_async (catalog, uid, NULL, on_views_cb, &result);
  g_assert_null (finish (catalog, &result, &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND);
  g_clear_error (&error);

  rutter_catalog_list_views_async (catalog, NULL, on_views_cb, &result);
  views = finish (catalog, &result, &error);
  g_assert_cmpuint (views->len, ==, 0);
  g_ptr_array_unref (views);
  g_assert_finalize_object (catalog);
  catalog_folder_empty ();
}

/* A file that is read only shows its views and takes none; one of before views has none. */
static void
test_foreign (void)
{
  g_autofree char *path = catalog_folder_make_catalog (
    "views.gpkg", "INSERT INTO view (uid, name, lon, lat, zoom, earliest, latest, position) "
    "VALUES ('view:a', 'A', 1, 2, 3, 0, 1, 0)");
  g_autofree char *old_path = catalog_folder_make_version ("old.gpkg", 1);
  const char *const paths[] = { path, old_path };
  g_autofree char *before = catalog_folder_describe ();
  g_autofree char *after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      RutterCatalog *catalog = rutter_catalog_new (paths[i], RUTTER_CATALOG_FOREIGN);
      g_autoptr(RutterSavedView) view = make_view ("Name");
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GError) error = NULL;
      GPtrArray *views;

      rutter_catalog_list_views_async (catalog, NULL, on_views_cb, &result);
      views = finish (catalog, &result, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (views->len, ==, i == 0 ? 1 : 0);
      g_ptr_array_unref (views);
      rutter_catalog_save_view_async (catalog, view, NULL, on_views_cb, &result);
      g_assert_null (finish (catalog, &result, &error));
      g_assert_nonnull (error);
      g_assert_finalize_object (catalog);
    }

  after = catalog_folder_describe ();
  g_assert_cmpstr (after, ==, before);
  catalog_folder_empty ();
}

int
main (int   argc,
      char *argv[])
{
  int status;

  catalog_folder_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/saved-view/round-trip", test_round_trip);
  g_test_add_func ("/saved-view/days", test_days);
  g_test_add_func ("/saved-view/changes", test_changes);
  g_test_add_func ("/saved-view/refusals", test_refusals);
  g_test_add_func ("/saved-view/bad-rows", test_bad_rows);
  g_test_add_func ("/saved-view/async", test_async);
  g_test_add_func ("/saved-view/foreign", test_foreign);
  status = g_test_run ();
  catalog_folder_clear ();
  return status;
}
