/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-connection.h"
#include "rutter-schema.h"
#include "rutter-statement.h"
#include "rutter-text-table.h"

/* The catalogue that the build made of the real facts. */
static RutterConnection *
open_starter (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "..", "data", "starter.gpkg", NULL);
  g_autoptr(GError) error = NULL;
  RutterConnection *connection = rutter_connection_open_foreign (path, &error);

  g_assert_no_error (error);
  return connection;
}

static gint64
count (RutterConnection *connection,
       const char       *query)
{
  g_autoptr(GError) error = NULL;
  gint64 value = -1;

  rutter_db_query_int64 (rutter_connection_get_db (connection), query, &value, &error);
  g_assert_no_error (error);
  return value;
}

static void
test_counts (void)
{
  static const struct
  {
    const char *query;
    gint64      expected;
  } cases[] = {
    { "SELECT count(*) FROM party WHERE kind = 'actor'", 20 },
    { "SELECT count(*) FROM party WHERE kind <> 'actor'", 54 },
    { "SELECT count(*) FROM vessel", 91 },
    { "SELECT count(*) FROM event", 89 },
    { "SELECT count(*) FROM transfer", 22 },
    { "SELECT count(*) FROM route", 16 },
    { "SELECT count(*) FROM hub", 10 },
    { "SELECT count(*) FROM regime", 16 },
    { "SELECT count(*) FROM place", 78 },
    { "SELECT count(*) FROM source", 235 },
    { "SELECT count(*) FROM claim WHERE kind = 'seed'", 96 },
    { "SELECT count(*) FROM claim WHERE kind = 'discrepancy'", 18 },
    { "SELECT count(*) FROM layer", 8 },
  };
  g_autoptr(RutterConnection) starter = open_starter ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].query);
      g_assert_cmpint (count (starter, cases[i].query), ==, cases[i].expected);
    }
}

/* Every row of the facts is there under its id. */
static void
test_ids (void)
{
  g_autoptr(RutterConnection) starter = open_starter ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "starter-ids.tsv", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterTextTable) ids = rutter_text_table_new_from_file (path, &error);
  g_autoptr(sqlite3_stmt) stmt = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (rutter_text_table_get_n_rows (ids), ==, 744);

  stmt = rutter_db_prepare (rutter_connection_get_db (starter),
                            "SELECT 1 FROM object WHERE uid = ?1 UNION ALL "
                            "SELECT 1 FROM claim WHERE uid = ?1", &error);
  g_assert_no_error (error);

  for (guint i = 0; i < rutter_text_table_get_n_rows (ids); i++)
    {
      const char *uid = rutter_text_table_get (ids, i, "uid");
      gboolean has_row;

      g_test_message ("%s", uid);
      rutter_db_bind_text (stmt, 1, uid);
      g_assert_true (rutter_db_step (stmt, &has_row, &error));
      g_assert_true (has_row);
      sqlite3_reset (stmt);
    }
}

/* Each of these must find nothing. */
static void
test_rules (void)
{
  static const char *const queries[] = {
    /* Nothing is drawn without a claim, nothing is claimed without a source. */
    "SELECT count(*) FROM object WHERE kind <> 'source' "
    "AND NOT EXISTS (SELECT 1 FROM claim WHERE object_id = object.id)",
    "SELECT count(*) FROM claim "
    "WHERE NOT EXISTS (SELECT 1 FROM citation WHERE claim_id = claim.id AND stance = 'supports')",
    /* A row claims itself under its uid; relations and topics live by other claims. */
    "SELECT count(*) FROM object WHERE kind NOT IN ('source', 'relation', 'topic') "
    "AND NOT EXISTS (SELECT 1 FROM claim WHERE claim.uid = object.uid || '#1' "
    "AND claim.object_id = object.id AND claim.kind = 'row')",
    /* The article's claims cite the article. */
    "SELECT count(*) FROM claim WHERE kind = 'seed' AND NOT EXISTS (SELECT 1 FROM citation "
    "JOIN object ON object.id = source_id WHERE claim_id = claim.id "
    "AND object.uid = 'source:SEED')",
    "SELECT count(*) FROM claim WHERE kind = 'seed' AND uid NOT GLOB 'C0[0-9][0-9]'",
    /* Who a vessel is, is not what is denied about her. */
    "SELECT count(*) FROM denial JOIN claim ON claim.id = claim_id JOIN vessel "
    "ON vessel.id = claim.object_id WHERE claim.uid LIKE '%#1' AND vessel.role IS NOT NULL",
    "SELECT count(*) FROM vessel WHERE role IS NOT NULL AND NOT EXISTS (SELECT 1 FROM claim "
    "JOIN object ON object.id = object_id WHERE object.id = vessel.id "
    "AND claim.uid = object.uid || '#2' AND claim.status = vessel.role_status)",
    /* A contradicted claim says which sources contradict it; none is on both sides. */
    "SELECT count(*) FROM claim WHERE verification = 'contradicted' AND NOT EXISTS "
    "(SELECT 1 FROM citation WHERE claim_id = claim.id AND stance = 'contradicts')",
    "SELECT count(*) FROM citation a JOIN citation b USING (claim_id, source_id) "
    "WHERE a.stance = 'supports' AND b.stance = 'contradicts'",
    "SELECT count(*) FROM citation WHERE stance = 'contradicts' AND claim_id NOT IN "
    "(SELECT other_claim_id FROM contradiction)",
    /* Each difference keeps what the article says, with or without a claim on the other side. */
    "SELECT count(*) FROM contradiction WHERE note IS NULL",
    "SELECT count(*) FROM claim WHERE kind = 'discrepancy' AND NOT EXISTS (SELECT 1 FROM "
    "contradiction WHERE claim_id = claim.id) "
    "AND coalesce(note, '') NOT LIKE 'Topic: %. The article in Riddle: %'",
    "SELECT count(*) FROM identifier WHERE valid = 'invalid'",
    "SELECT count(*) FROM identifier WHERE scheme = 'imo' "
    "GROUP BY value HAVING count(DISTINCT object_id) > 1",
    "SELECT count(*) FROM transfer WHERE NOT EXISTS (SELECT 1 FROM participant "
    "WHERE object_id = transfer.id AND role = 'supplier' AND who_id = supplier_id)",
    "SELECT count(*) FROM route WHERE method NOT IN ('schematic', 'computed')",
    "SELECT count(*) FROM route WHERE method = 'computed' AND (mode <> 'sea' OR id NOT IN "
    "(SELECT object_id FROM claim WHERE kind = 'computed'))",
    "SELECT count(*) FROM pragma_foreign_key_check",
    "SELECT count(DISTINCT last_change) - 1 FROM gpkg_contents",
  };
  g_autoptr(RutterConnection) starter = open_starter ();

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_test_message ("%s", queries[i]);
      g_assert_cmpint (count (starter, queries[i]), ==, 0);
    }
}

/* What a reader of the article looks up first. */
static void
test_lady_r (void)
{
  static const struct
  {
    const char *query;
    gint64      least;
  } cases[] = {
    { "SELECT count(*) FROM identifier JOIN object ON object.id = object_id "
      "WHERE uid = 'vessel:lady-r' AND scheme = 'imo' AND value = '9161003' "
      "AND valid = 'valid'", 1 },
    { "SELECT count(*) FROM denial JOIN claim ON claim.id = claim_id "
      "WHERE claim.uid = 'vessel:lady-r#2' AND denier_id IS NOT NULL", 1 },
    { "SELECT count(*) FROM listing JOIN object ON object.id = subject_id "
      "WHERE uid = 'vessel:lady-r'", 2 },
    { "SELECT count(*) FROM participant JOIN object ON object.id = who_id "
      "JOIN event ON event.id = object_id WHERE uid = 'vessel:lady-r' AND role = 'vessel'", 1 },
    { "SELECT count(*) FROM link JOIN object ON object.id = to_id WHERE uid = 'vessel:lady-r' "
      "AND link.kind = 'owns-or-manages'", 1 },
  };
  g_autoptr(RutterConnection) starter = open_starter ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].query);
      g_assert_cmpint (count (starter, cases[i].query), >=, cases[i].least);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/starter/counts", test_counts);
  g_test_add_func ("/starter/ids", test_ids);
  g_test_add_func ("/starter/rules", test_rules);
  g_test_add_func ("/starter/lady-r", test_lady_r);

  return g_test_run ();
}
