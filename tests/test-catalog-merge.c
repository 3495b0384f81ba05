/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "catalog-folder.h"
#include "rutter-catalog-copy.h"
#include "rutter-catalog-file.h"
#include "rutter-catalog-merge.h"
#include "rutter-computed-route.h"
#include "rutter-error.h"
#include "rutter-geometry.h"
#include "rutter-origin.h"
#include "rutter-statement.h"

#include <glib/gstdio.h>

/* A starter of one port, a ship, her call at the port, and a source; in the tables' own words. */
#define SPAN "-2147483648, 2147483647"
static const char first_edition[] =
  "DELETE FROM object;"
  "INSERT INTO layer VALUES (1, 'layer:vessels', 'Vessels', 'Words', '2026', 2);"
  "INSERT INTO object VALUES (10, 'place:baku', 'place', 'Baku'), (11, 'source:S', 'source', 'S'),"
  "(12, 'vessel:a', 'vessel', 'A'), (13, 'event:call', 'event', 'Call'),"
  "(14, 'place:old', 'place', 'Old'), (15, 'place:gone', 'place', 'Gone');"
  "INSERT INTO place (id, geom, kind) VALUES (10, point (50, 40), 'port'), "
  "(14, point (1, 2), 'port'), (15, NULL, 'port');"
  "INSERT INTO source (id, publisher) VALUES (11, 'P');"
  "INSERT INTO vessel (id, type) VALUES (12, 'ro-ro');"
  "INSERT INTO event (id, kind, place_id, earliest, latest) VALUES (13, 'port-call', 10, 1, 2);"
  "INSERT INTO vessel_name (vessel_id, name, kind, earliest, latest) VALUES (12, 'A', 'current', "
  SPAN ");"
  "INSERT INTO participant (object_id, who_id, role) VALUES (13, 12, 'vessel');"
  "INSERT INTO layer_member (layer_id, object_id) VALUES (1, 12);"
  "INSERT INTO claim (id, uid, object_id, kind, statement, status, earliest, latest) VALUES "
  "(20, 'place:baku#1', 10, 'row', 'Baku.', 'confirmed', " SPAN "), "
  "(21, 'vessel:a#1', 12, 'row', 'A.', 'reported', " SPAN "), "
  "(22, 'event:call#1', 13, 'row', 'Called.', 'alleged', " SPAN "), "
  "(23, 'place:old#1', 14, 'row', 'Old.', 'reported', " SPAN "), "
  "(24, 'place:gone#1', 15, 'row', 'Gone.', 'reported', " SPAN ");"
  "INSERT INTO citation (claim_id, source_id, stance) SELECT id, 11, 'supports' FROM claim;"
  "INSERT INTO contradiction (uid, claim_id, other_claim_id, topic) VALUES ('D1', 21, 22, 'T');";

/* What the next edition says otherwise: ids differ, one port is new, one is withdrawn. */
static const char second_edition[] =
  "PRAGMA foreign_keys = OFF;"
  "DELETE FROM object WHERE uid = 'place:gone'; DELETE FROM place WHERE id = 15;"
  "DELETE FROM citation WHERE claim_id = 24; DELETE FROM claim WHERE id = 24;"
  "UPDATE object SET id = id + 500 WHERE id = 10; UPDATE place SET id = 510 WHERE id = 10;"
  "UPDATE event SET place_id = 510; UPDATE claim SET object_id = 510 WHERE object_id = 10;"
  "UPDATE vessel SET type = 'general cargo'; UPDATE claim SET status = 'denied' WHERE id = 22;"
  "UPDATE place SET geom = point (49.9, 40.4) WHERE id = 510;"
  "INSERT INTO vessel_name (vessel_id, name, kind, earliest, latest) VALUES (12, 'B', 'former', "
  SPAN ");"
  "INSERT INTO object VALUES (600, 'place:new', 'place', 'New');"
  "INSERT INTO place (id, geom, kind) VALUES (600, point (51, 36), 'port');"
  "INSERT INTO claim (uid, object_id, kind, statement, status, earliest, latest) VALUES "
  "('place:new#1', 600, 'row', 'New.', 'reported', " SPAN ");"
  "INSERT INTO citation (claim_id, source_id, stance) SELECT id, 11, 'supports' FROM claim "
  "WHERE uid = 'place:new#1';"
  "INSERT INTO participant (object_id, who_id, role) VALUES (13, 600, 'stop');";

static void
make_point (sqlite3_context  *context,
            int               n_values,
            sqlite3_value   **values)
{
  g_autoptr(GBytes) bytes = rutter_geometry_encode_point (
    (RutterLonLat) { sqlite3_value_double (values[0]), sqlite3_value_double (values[1]) });

  sqlite3_result_blob64 (context, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                         SQLITE_TRANSIENT);
}

static char *
make_starter (const char *name,
              const char *more,
              int         edition)
{
  char *path = catalog_folder_make_catalog (name, "SELECT 1");
  g_autoptr(sqlite3) db = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_create_function (db, "point", 2, SQLITE_UTF8, NULL, make_point, NULL, NULL);
  g_assert_true (rutter_geometry_register_functions (db, &error));
  rutter_db_exec (db, "PRAGMA foreign_keys = ON", &error);
  rutter_db_exec (db, first_edition, &error);
  g_assert_no_error (error);
  rutter_db_exec (db, more, &error);
  g_assert_no_error (error);
  g_assert_true (rutter_origin_write (db, edition, &error));
  return path;
}

static void
change (const char *path,
        const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterConnection) own = rutter_catalog_file_open_own (path, &error);

  g_assert_no_error (error);
  rutter_db_exec (rutter_connection_get_db (own), sql, &error);
  g_assert_no_error (error);
}

/* The text of all units, to tell whether two catalogues say the same. */
static char *
describe (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterConnection) own = rutter_catalog_file_open_own (path, &error);
  g_autoptr(GHashTable) units = NULL;
  g_autoptr(GList) uids = NULL;
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  units = rutter_origin_digest_units (rutter_connection_get_db (own), "main", &error);
  g_assert_no_error (error);
  uids = g_list_sort (g_hash_table_get_keys (units), (GCompareFunc)g_strcmp0);
  for (GList *l = uids; l != NULL; l = l->next)
    g_string_append_printf (text, "%s %s\n", (char *)l->data,
                            ((RutterUnit *)g_hash_table_lookup (units, l->data))->digest);
  return g_string_free (text, FALSE);
}

static void
assert_sound (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterConnection) own = rutter_catalog_file_open_own (path, &error);
  sqlite3 *db = rutter_connection_get_db (own);
  g_autofree char *verdict = rutter_db_query_text (db, "PRAGMA integrity_check", &error);
  g_autofree char *tree = rutter_db_query_text (db, "SELECT rtreecheck ('rtree_place_geom')",
                                                &error);
  gint64 n_broken;

  g_assert_cmpstr (verdict, ==, "ok");
  g_assert_cmpstr (tree, ==, "ok");
  g_assert_true (rutter_db_query_int64 (db, "SELECT count(*) FROM pragma_foreign_key_check",
                                        &n_broken, &error));
  g_assert_cmpint (n_broken, ==, 0);
}

static gint64
count (const char *path,
       const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterConnection) own = rutter_catalog_file_open_own (path, &error);
  gint64 value;

  g_assert_no_error (error);
  g_assert_true (rutter_db_query_int64 (rutter_connection_get_db (own), sql, &value, &error));
  return value;
}

/* What the user did before the merge, and what the merge then says and leaves. */
static const struct
{
  const char        *label;
  const char        *edit;
  RutterMergeReport  expected;
  const char        *holds; /* SQL that counts 1 when all is well */
} cases[] = {
  /* Added: place:new and its claim. Changed: baku, vessel:a, event:call and its claim. */
  { "nothing", "SELECT 1", { 2, 4, 2, 0 },
    "SELECT count(*) FROM vessel JOIN object USING (id) WHERE uid = 'vessel:a' "
    "AND type = 'general cargo'" },
  { "a claim of the user's own on a ship",
    "INSERT INTO claim (uid, object_id, kind, statement, status, earliest, latest) "
    "SELECT 'mine', id, 'row', 'Mine.', 'alleged', " SPAN " FROM object WHERE uid = 'vessel:a'",
    { 2, 4, 2, 0 }, "SELECT count(*) FROM claim WHERE uid = 'mine'" },
  { "a ship renamed", "UPDATE object SET title = 'Mine' WHERE uid = 'vessel:a'", { 2, 3, 2, 1 },
    "SELECT count(*) FROM object JOIN vessel USING (id) WHERE title = 'Mine' AND type = 'ro-ro'" },
  { "a name added to a ship",
    "INSERT INTO vessel_name (vessel_id, name, kind, earliest, latest) SELECT id, 'Mine', 'alias', "
    SPAN " FROM object WHERE uid = 'vessel:a'", { 2, 3, 2, 1 },
    "SELECT count(*) = 2 FROM vessel_name" },
  { "a citation added to a claim",
    "INSERT INTO citation (claim_id, source_id, stance) SELECT id, 11, 'denies' FROM claim "
    "WHERE uid = 'event:call#1'", { 2, 3, 2, 1 },
    "SELECT count(*) = 2 FROM citation JOIN claim c ON c.id = claim_id WHERE c.uid = "
    "'event:call#1' AND c.status = 'alleged'" },
  { "the same change as the newer starter's",
    "UPDATE vessel SET type = 'general cargo'; INSERT INTO vessel_name (vessel_id, name, kind, "
    "earliest, latest) SELECT id, 'B', 'former', " SPAN " FROM object WHERE uid = 'vessel:a'",
    { 2, 3, 2, 0 }, "SELECT count(*) = 2 FROM vessel_name" },
  { "a claim on what is withdrawn",
    "INSERT INTO claim (uid, object_id, kind, statement, status, earliest, latest) "
    "SELECT 'mine', id, 'row', 'Mine.', 'alleged', " SPAN " FROM object WHERE uid = 'place:gone'",
    { 2, 4, 1, 1 }, "SELECT count(*) FROM object WHERE uid = 'place:gone'" },
  { "what is withdrawn was changed", "UPDATE object SET title = 'Mine' WHERE uid = 'place:gone'",
    { 2, 4, 1, 1 }, "SELECT count(*) FROM object WHERE title = 'Mine'" },
  { "a contradiction to a withdrawn claim",
    "INSERT INTO claim (uid, object_id, kind, statement, status, earliest, latest) "
    "SELECT 'mine', id, 'row', 'Mine.', 'alleged', " SPAN " FROM object WHERE uid = 'vessel:a';"
    "INSERT INTO contradiction (uid, claim_id, other_claim_id, topic) SELECT 'M', c.id, o.id, 'T' "
    "FROM claim c, claim o WHERE c.uid = 'mine' AND o.uid = 'place:gone#1'", { 2, 4, 0, 2 },
    "SELECT count(*) FROM contradiction WHERE uid = 'M'" },
  { "a place deleted that did not change",
    "DELETE FROM object WHERE uid = 'place:old'", { 2, 4, 2, 0 },
    "SELECT count(*) = 0 FROM object WHERE uid = 'place:old'" },
  { "a ship deleted that a call names",
    "DELETE FROM participant; DELETE FROM object WHERE uid = 'vessel:a'", { 2, 2, 2, 2 },
    "SELECT count(*) = 0 FROM object WHERE uid = 'vessel:a'" },
  { "a port of the user's own under the new uid",
    "INSERT INTO object VALUES (900, 'place:new', 'place', 'Mine'); "
    "INSERT INTO place (id, kind) VALUES (900, 'anchorage')", { 1, 4, 2, 1 },
    "SELECT count(*) FROM place WHERE kind = 'anchorage'" },
  { "another thing under the new uid",
    "INSERT INTO object VALUES (900, 'place:new', 'topic', 'Mine'); "
    "INSERT INTO topic (id) VALUES (900)", { 1, 4, 2, 1 },
    "SELECT count(*) FROM object WHERE kind = 'topic' AND uid = 'place:new'" },
};

static void
test_merge (void)
{
  g_autoptr(GBytes) first_bytes = catalog_folder_take (make_starter ("first", "SELECT 1", 1));
  g_autoptr(GBytes) second_bytes = catalog_folder_take (make_starter ("second", second_edition,
                                                                      2));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *first = catalog_folder_put ("first.gpkg", first_bytes);
      g_autofree char *second = catalog_folder_put ("second.gpkg", second_bytes);
      g_autofree char *own = g_build_filename (catalog_folder_get_path (), "own.gpkg", NULL);
      RutterMergeReport report = { 0 };
      g_autoptr(GError) error = NULL;
      gboolean is_due = FALSE;

      g_test_message ("%s", cases[i].label);
      g_assert_true (rutter_catalog_copy (first, own, &error));
      change (own, cases[i].edit);
      g_assert_true (rutter_catalog_merge_is_due (own, second, &is_due, &error));
      g_assert_true (is_due);
      g_assert_true (rutter_catalog_merge_starter (own, second, &report, &error));
      g_assert_no_error (error);
      g_test_message ("%u added, %u updated, %u removed, %u kept", report.n_added,
                      report.n_updated, report.n_removed, report.n_kept);
      g_assert_cmpuint (report.n_added, ==, cases[i].expected.n_added);
      g_assert_cmpuint (report.n_updated, ==, cases[i].expected.n_updated);
      g_assert_cmpuint (report.n_removed, ==, cases[i].expected.n_removed);
      g_assert_cmpuint (report.n_kept, ==, cases[i].expected.n_kept);
      g_assert_cmpint (count (own, cases[i].holds), ==, 1);
      assert_sound (own);
      g_assert_true (rutter_catalog_merge_is_due (own, second, &is_due, &error));
      g_assert_false (is_due);

      /* A second time there is nothing to do. */
      g_assert_true (rutter_catalog_merge_starter (own, second, &report, &error));
      g_assert_cmpuint (report.n_added + report.n_updated + report.n_removed, ==, 0);
      catalog_folder_empty ();
    }
}

/* Nothing of the user's own: afterwards the catalogue says what the newer starter says. */
static void
test_whole (void)
{
  g_autofree char *first = make_starter ("first.gpkg", "SELECT 1", 1);
  g_autofree char *second = make_starter ("second.gpkg", second_edition, 2);
  g_autofree char *own = g_build_filename (catalog_folder_get_path (), "own.gpkg", NULL);
  g_autofree char *starter_before = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *merged = NULL;
  RutterMergeReport report;
  g_autoptr(GError) error = NULL;

  g_assert_true (rutter_catalog_copy (first, own, &error));
  g_assert_true (rutter_catalog_merge_starter (own, second, &report, &error));
  g_assert_no_error (error);
  merged = describe (own);
  expected = describe (second);
  g_assert_cmpstr (merged, ==, expected);
  g_assert_cmpint (count (own, "SELECT max_x = 51 FROM gpkg_contents WHERE table_name = 'place'"),
                   ==, 1);
  catalog_folder_empty ();
}

static void
test_asking (void)
{
  g_autofree char *first = make_starter ("first.gpkg", "SELECT 1", 1);
  g_autofree char *second = make_starter ("second.gpkg", second_edition, 2);
  g_autofree char *own = g_build_filename (catalog_folder_get_path (), "own.gpkg", NULL);
  g_autofree char *newer = g_build_filename (catalog_folder_get_path (), "newer.gpkg", NULL);
  g_autofree char *empty = g_build_filename (catalog_folder_get_path (), "empty.gpkg", NULL);
  g_autofree char *old = catalog_folder_make_version ("old.gpkg", 1);
  g_autoptr(GError) error = NULL;
  gboolean is_due = TRUE;

  g_assert_true (rutter_catalog_copy (first, own, &error));
  g_assert_true (rutter_catalog_copy (second, newer, &error));
  g_assert_true (rutter_catalog_copy_empty (first, empty, &error));

  /* The same, an older one, and a catalogue that was never made of a starter. */
  g_assert_true (rutter_catalog_merge_is_due (own, first, &is_due, &error));
  g_assert_false (is_due);
  g_assert_true (rutter_catalog_merge_is_due (newer, first, &is_due, &error));
  g_assert_false (is_due);
  g_assert_true (rutter_catalog_merge_is_due (empty, second, &is_due, &error));
  g_assert_false (is_due);

  g_assert_true (rutter_catalog_merge_is_due (own, second, &is_due, &error));
  g_assert_true (is_due);
  g_assert_true (rutter_catalog_merge_decline (own, second, &error));
  g_assert_true (rutter_catalog_merge_is_due (own, second, &is_due, &error));
  g_assert_false (is_due);
  catalog_folder_empty ();
}

/* A copy of a starter of version 1 does not say what came with it: all of it stays, all is new. */
static void
test_first_version (void)
{
  g_autofree char *second = make_starter ("second.gpkg", second_edition, 2);
  g_autofree char *own = catalog_folder_make_version ("own.gpkg", 1);
  g_autoptr(sqlite3) db = NULL;
  g_autoptr(GError) error = NULL;
  RutterMergeReport report;
  gboolean is_due;

  g_assert_cmpint (sqlite3_open (own, &db), ==, SQLITE_OK);
  rutter_db_exec (db, "INSERT INTO layer VALUES (1, 'layer:vessels', 'Vessels', 'Words', '2025', "
                      "2)", &error);
  g_assert_no_error (error);
  g_clear_pointer (&db, sqlite3_close_v2);
  g_assert_cmpint (count (own, "SELECT count(*) FROM rutter_meta WHERE key = 'starter_content'"),
                   ==, 1);
  g_assert_true (rutter_catalog_merge_is_due (own, second, &is_due, &error));
  g_assert_true (is_due);
  g_assert_true (rutter_catalog_merge_starter (own, second, &report, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (report.n_kept, ==, 1);
  g_assert_cmpint (count (own, "SELECT count(*) FROM claim WHERE uid = 'C001'"), ==, 1);
  assert_sound (own);
  catalog_folder_empty ();
}

/* What cannot be merged leaves the catalogue as it is. */
static void
test_failures (void)
{
  g_autofree char *first = make_starter ("first.gpkg", "SELECT 1", 1);
  g_autofree char *old = catalog_folder_make_version ("old.gpkg", 1);
  g_autofree char *text = catalog_folder_make_file ("text.gpkg", "text", -1);
  g_autofree char *own = g_build_filename (catalog_folder_get_path (), "own.gpkg", NULL);
  g_autofree char *actors = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  RutterMergeReport report;
  g_autoptr(GError) error = NULL;

  actors = make_starter ("actors.gpkg", "INSERT INTO object VALUES (700, 'party:x', 'party', 'X'); "
                         "INSERT INTO party (id, kind, code) VALUES (700, 'actor', 'XX')", 2);
  g_assert_true (rutter_catalog_copy (first, own, &error));
  change (own, "INSERT INTO object VALUES (800, 'party:mine', 'party', 'M'); "
          "INSERT INTO party (id, kind, code) VALUES (800, 'actor', 'XX')");
  before = describe (own);

  g_assert_false (rutter_catalog_merge_starter (own, old, &report, &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_FOREIGN);
  g_clear_error (&error);
  g_assert_false (rutter_catalog_merge_starter (own, text, &report, &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_FOREIGN);
  g_clear_error (&error);
  g_assert_false (rutter_catalog_merge_starter (own, actors, &report, &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID);
  after = describe (own);
  g_assert_cmpstr (after, ==, before);
  assert_sound (own);
  catalog_folder_empty ();
}

/* The starter as it was before its lines were computed: routes join their ends, and nothing speaks
 * of the planner.
 */
static char *
make_first_starter (const char *starter)
{
  static const char earlier[] =
    "DELETE FROM claim WHERE kind = 'computed';"
    "UPDATE route SET method = 'schematic', geom = NULL WHERE method = 'computed';"
    "DELETE FROM object WHERE uid = 'source:rutter-sea-planner';"
    "DELETE FROM layer WHERE uid = 'layer:routes'; DELETE FROM origin;"
    "DELETE FROM rutter_meta WHERE key IN ('starter_edition', 'starter_content')";
  char *path = g_build_filename (catalog_folder_get_path (), "first.gpkg", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(sqlite3) db = NULL;

  g_assert_true (rutter_catalog_copy (starter, path, &error));
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_true (rutter_geometry_register_functions (db, &error));
  /* Of what is written one by one nothing has to survive a blackout. */
  rutter_db_exec (db, "PRAGMA foreign_keys = ON; PRAGMA synchronous = OFF; BEGIN", &error);
  rutter_db_exec (db, earlier, &error);
  g_assert_no_error (error);
  g_assert_true (rutter_origin_write (db, 1, &error));
  g_assert_true (rutter_db_exec (db, "COMMIT", &error));
  return path;
}

static char *
keep_route (const char *path)
{
  static const RutterLonLat points[] = { { 37.8, 44.7 }, { 35, 43 }, { 31, 42 } };
  static const char *const stops[] = { "Novorossiysk", "Off the Bosporus", NULL };
  const RutterComputedRoute route = { .title = "Mine", .mode = "sea", .points = points,
                                      .n_points = G_N_ELEMENTS (points), .length_nm = 320,
                                      .stops = stops };
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterConnection) own = rutter_catalog_file_open_own (path, &error);
  char *uid;

  g_assert_no_error (error);
  uid = rutter_computed_route_save (rutter_connection_get_db (own), &route, &error);
  g_assert_no_error (error);
  return uid;
}

/* The real starter comes into a catalogue that was made of the one without computed lines, in which
 * somebody has kept a route and renamed another.
 */
static void
test_computed_lines (void)
{
  g_autofree char *built = g_test_build_filename (G_TEST_BUILT, "..", "data", "starter.gpkg",
                                                  NULL);
  g_autofree char *first = make_first_starter (built);
  g_autofree char *starter = g_build_filename (catalog_folder_get_path (), "starter.gpkg", NULL);
  g_autofree char *own = g_build_filename (catalog_folder_get_path (), "own.gpkg", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *kept_claim = NULL;
  g_autoptr(GError) error = NULL;
  RutterMergeReport report;
  gboolean is_due;
  gint64 n_computed;

  /* What is counted is opened for writing: a copy. */
  g_assert_true (rutter_catalog_copy (built, starter, &error));
  g_assert_true (rutter_catalog_copy (first, own, &error));
  kept = keep_route (own);
  kept_claim = g_strdup_printf ("SELECT count(*) FROM claim JOIN object o ON o.id = object_id JOIN "
                                "route r ON r.id = o.id WHERE o.uid = '%s' AND r.method = "
                                "'computed'", kept);
  change (own, "UPDATE object SET title = 'My own words' WHERE uid = 'route:rajin-dunai'");
  g_assert_true (rutter_catalog_merge_is_due (own, starter, &is_due, &error));
  g_assert_true (is_due);
  g_assert_true (rutter_catalog_merge_starter (own, starter, &report, &error));
  g_assert_no_error (error);

  /* Every line but that of the route that is the user's own by now, and the one that was kept. */
  n_computed = count (starter, "SELECT count(*) FROM route WHERE method = 'computed'");
  g_assert_cmpint (n_computed, >, 5);
  g_assert_cmpint (count (own, "SELECT count(*) FROM route WHERE method = 'computed' "
                               "AND geom IS NOT NULL"), ==, n_computed);
  g_assert_cmpint (count (own, kept_claim), ==, 1);
  g_assert_cmpint (count (own, "SELECT count(*) FROM object WHERE title = 'My own words'"), ==, 1);
  /* No claim says that a line was computed which was not. */
  g_assert_cmpint (count (own, "SELECT count(*) FROM claim JOIN route r ON r.id = object_id "
                               "WHERE kind = 'computed' AND r.method <> 'computed'"), ==, 0);
  g_assert_cmpint (count (own, "SELECT count(*) FROM claim WHERE kind = 'computed'"), ==,
                   n_computed);
  g_assert_cmpint (count (own, "SELECT count(*) FROM object WHERE "
                               "uid = 'source:rutter-sea-planner'"), ==, 1);
  g_assert_cmpint (count (own, "SELECT count(*) FROM layer WHERE uid = 'layer:routes'"), ==, 1);
  g_assert_cmpuint (report.n_updated, ==, (guint)n_computed - 1);
  assert_sound (own);

  g_assert_true (rutter_catalog_merge_is_due (own, starter, &is_due, &error));
  g_assert_false (is_due);
  g_assert_true (rutter_catalog_merge_starter (own, starter, &report, &error));
  g_assert_cmpuint (report.n_added + report.n_updated + report.n_removed, ==, 0);
  catalog_folder_empty ();
}

int
main (int   argc,
      char *argv[])
{
  int status;

  catalog_folder_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalog-merge/merge", test_merge);
  g_test_add_func ("/catalog-merge/whole", test_whole);
  g_test_add_func ("/catalog-merge/computed-lines", test_computed_lines);
  g_test_add_func ("/catalog-merge/asking", test_asking);
  g_test_add_func ("/catalog-merge/first-version", test_first_version);
  g_test_add_func ("/catalog-merge/failures", test_failures);
  status = g_test_run ();
  catalog_folder_clear ();
  return status;
}
