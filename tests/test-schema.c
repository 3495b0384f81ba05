/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-error.h"
#include "rutter-geometry.h"
#include "rutter-schema-trust.h"
#include "rutter-schema.h"
#include "rutter-statement.h"

static sqlite3 *
open_memory (void)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  return db;
}

static sqlite3 *
make_catalog (void)
{
  g_autoptr(GError) error = NULL;
  sqlite3 *db = open_memory ();

  g_assert_true (rutter_schema_create (db, &error));
  g_assert_no_error (error);
  return db;
}

static void
exec (sqlite3    *db,
      const char *sql)
{
  g_autoptr(GError) error = NULL;

  rutter_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

static gint64
query (sqlite3    *db,
       const char *sql)
{
  g_autoptr(GError) error = NULL;
  gint64 value;

  rutter_db_query_int64 (db, sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

static void
add_place (sqlite3      *db,
           gint64        id,
           RutterLonLat  position)
{
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO object VALUES (%d, 'place:p%d', 'place', 'P'); "
    "INSERT INTO place (id, kind) VALUES (%d, 'port')", (int)id, (int)id, (int)id);
  g_autoptr(GBytes) geometry = rutter_geometry_encode_point (position);
  g_autoptr(sqlite3_stmt) stmt = NULL;
  g_autoptr(GError) error = NULL;

  exec (db, sql);
  stmt = rutter_db_prepare (db, "UPDATE place SET geom = ?1 WHERE id = ?2", &error);
  g_assert_no_error (error);
  rutter_db_bind_bytes (stmt, 1, geometry);
  rutter_db_bind_int64 (stmt, 2, id);
  g_assert_true (rutter_db_run (stmt, &error));
}

static void
test_create (void)
{
  g_autoptr(sqlite3) db = make_catalog ();
  g_autoptr(GError) error = NULL;
  int version = 0;

  g_assert_cmpint (query (db, "PRAGMA application_id"), ==, RUTTER_SCHEMA_APPLICATION_ID);
  g_assert_cmpint (query (db, "PRAGMA user_version"), ==, 10300);
  g_assert_true (rutter_schema_get_version (db, &version, &error));
  g_assert_cmpint (version, ==, RUTTER_SCHEMA_VERSION);
  g_assert_cmpint (query (db, "SELECT count(*) FROM gpkg_spatial_ref_sys "
                              "WHERE srs_id IN (-1, 0, 4326)"), ==, 3);
  g_assert_cmpint (query (db, "SELECT count(*) FROM gpkg_contents "
                              "WHERE data_type = 'features'"), ==, 4);

  /* Every table is registered: one that is not would be no part of the GeoPackage. */
  g_assert_cmpint (query (db, "SELECT count(*) FROM sqlite_schema WHERE type = 'table' "
                              "AND name NOT LIKE 'gpkg\\_%' ESCAPE '\\' "
                              "AND name NOT LIKE 'rtree\\_%' ESCAPE '\\' "
                              "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
                              "AND name NOT IN (SELECT table_name FROM gpkg_contents)"), ==, 0);
}

/* The R-tree follows what the triggers of annex F.3 say, in every way a row can change. */
static void
test_spatial_index (void)
{
  g_autoptr(sqlite3) db = make_catalog ();

  add_place (db, 1, (RutterLonLat) { 18.43, -34.19 });
  add_place (db, 2, (RutterLonLat) { 50, 40 });
  g_assert_cmpint (query (db, "SELECT id FROM rtree_place_geom WHERE minx > 18 AND maxx < 19 "
                              "AND miny > -35 AND maxy < -34"), ==, 1);

  exec (db, "UPDATE place SET geom = (SELECT geom FROM place WHERE id = 2) WHERE id = 1");
  g_assert_cmpint (query (db, "SELECT count(*) FROM rtree_place_geom WHERE minx > 49"), ==, 2);
  exec (db, "UPDATE place SET geom = NULL WHERE id = 1");
  g_assert_cmpint (query (db, "SELECT count(*) FROM rtree_place_geom"), ==, 1);
  exec (db, "INSERT INTO object VALUES (3, 'place:p3', 'place', 'P'); "
            "UPDATE place SET id = 3 WHERE id = 2");
  g_assert_cmpint (query (db, "SELECT id FROM rtree_place_geom"), ==, 3);
  exec (db, "UPDATE place SET id = 2, geom = NULL WHERE id = 3");
  g_assert_cmpint (query (db, "SELECT count(*) FROM rtree_place_geom"), ==, 0);
  exec (db, "UPDATE place SET geom = x'00' WHERE id = 2");
  g_assert_cmpint (query (db, "SELECT count(*) FROM rtree_place_geom"), ==, 0);

  add_place (db, 4, (RutterLonLat) { 1, 2 });
  exec (db, "DELETE FROM place WHERE id = 4");
  g_assert_cmpint (query (db, "SELECT count(*) FROM rtree_place_geom"), ==, 0);
}

static void
test_finish (void)
{
  g_autoptr(sqlite3) db = make_catalog ();
  g_autoptr(GError) error = NULL;
  g_autofree char *extent = NULL;

  add_place (db, 1, (RutterLonLat) { 18.5, -34.25 });
  add_place (db, 2, (RutterLonLat) { 50, 40 });
  g_assert_true (rutter_schema_finish (db, &error));
  g_assert_no_error (error);

  extent = rutter_db_query_text (db, "SELECT min_x || ' ' || max_x || ' ' || min_y || ' ' || max_y "
                                     "FROM gpkg_contents WHERE table_name = 'place'", &error);
  g_assert_cmpstr (extent, ==, "18.5 50.0 -34.25 40.0");
  g_assert_cmpint (query (db, "SELECT count(*) FROM gpkg_contents "
                              "WHERE table_name = 'hub' AND min_x IS NULL"), ==, 1);
}

static void
test_create_in_used_file (void)
{
  g_autoptr(sqlite3) db = open_memory ();
  g_autoptr(GError) error = NULL;

  exec (db, "CREATE TABLE letters (id INTEGER PRIMARY KEY)");
  g_assert_false (rutter_schema_create (db, &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_FOREIGN);
  g_assert_cmpint (query (db, "SELECT count(*) FROM sqlite_schema"), ==, 1);
}

static void
test_versions (void)
{
  static const struct
  {
    const char  *value;
    RutterError  code;
  } cases[] = {
    { "99", RUTTER_ERROR_FOREIGN },
    { "2147483647", RUTTER_ERROR_FOREIGN },
    { "0", RUTTER_ERROR_CORRUPT },
    { "one", RUTTER_ERROR_CORRUPT },
    { "-1", RUTTER_ERROR_CORRUPT },
    { "99999999999999999999", RUTTER_ERROR_CORRUPT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(sqlite3) db = make_catalog ();
      g_autofree char *sql = g_strdup_printf ("UPDATE rutter_meta SET value = '%s'",
                                              cases[i].value);
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", cases[i].value);
      exec (db, sql);
      g_assert_false (rutter_schema_migrate (db, RUTTER_SCHEMA_VERSION, &error));
      g_assert_error (error, RUTTER_ERROR, (int)cases[i].code);
    }
}

/* A migration that fails leaves the file of the version it was. */
static void
test_failed_migration (void)
{
  g_autoptr(sqlite3) db = open_memory ();
  g_autoptr(GError) error = NULL;

  exec (db, "CREATE TABLE layer_member (id INTEGER)");
  g_assert_false (rutter_schema_migrate (db, RUTTER_SCHEMA_VERSION, &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_DATABASE);
  g_assert_cmpint (query (db, "SELECT count(*) FROM sqlite_schema"), ==, 1);
  g_assert_cmpint (query (db, "PRAGMA application_id"), ==, 0);
  g_assert_true (sqlite3_get_autocommit (db));
}

static void
test_trust (void)
{
  static const struct
  {
    const char *sql;
    gboolean    is_trusted;
  } cases[] = {
    { "SELECT 1", TRUE },
    { "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, style TEXT)", TRUE },
    { "CREATE TABLE a (b); CREATE INDEX c ON a (upper (b))", TRUE },
    { "CREATE TRIGGER spy AFTER INSERT ON claim BEGIN DELETE FROM claim; END", FALSE },
    { "CREATE VIEW place_names AS SELECT title FROM object", FALSE },
    { "CREATE INDEX spy ON claim (upper (statement))", FALSE },
    { "ALTER TABLE hub ADD COLUMN spy TEXT DEFAULT (upper ('a'))", FALSE },
    { "DROP TRIGGER rtree_place_geom_update2", FALSE },
    { "DROP TRIGGER rtree_hub_geom_delete; CREATE TRIGGER rtree_hub_geom_delete "
      "AFTER DELETE ON hub WHEN OLD.geom NOT NULL BEGIN DELETE FROM claim; END", FALSE },
    { "DROP INDEX claim_earliest", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(sqlite3) db = make_catalog ();
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", cases[i].sql);
      exec (db, cases[i].sql);
      g_assert_cmpint (rutter_schema_trust (db, &error), ==, cases[i].is_trusted);
      if (!cases[i].is_trusted)
        g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_FOREIGN);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/create", test_create);
  g_test_add_func ("/schema/spatial-index", test_spatial_index);
  g_test_add_func ("/schema/finish", test_finish);
  g_test_add_func ("/schema/create-in-used-file", test_create_in_used_file);
  g_test_add_func ("/schema/versions", test_versions);
  g_test_add_func ("/schema/failed-migration", test_failed_migration);
  g_test_add_func ("/schema/trust", test_trust);
  return g_test_run ();
}
