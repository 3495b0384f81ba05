/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-error.h"
#include "rutter-geometry.h"
#include "rutter-records-loader.h"
#include "rutter-schema.h"
#include "rutter-statement.h"

/* One of everything, with made-up names. */
static const char one_of_each[] =
  "INSERT INTO object VALUES (1, 'place:north', 'place', 'North'), (2, 'place:south', 'place', "
  "  'South'), (3, 'party:a', 'party', 'Aland'), (4, 'party:b', 'party', 'Bland'), "
  "  (5, 'vessel:v', 'vessel', 'V'), (6, 'event:e', 'event', 'E'), (7, 'route:r', 'route', 'R'), "
  "  (8, 'hub:h', 'hub', 'H'), (9, 'regime:g', 'regime', 'G'), (10, 'listing:l', 'listing', 'L'), "
  "  (11, 'listing:k', 'listing', 'K'), (12, 'link:n', 'link', 'N'), "
  "  (13, 'transfer:t', 'transfer', 'T'), (14, 'source:s', 'source', 'S'), "
  "  (15, 'relation:x', 'relation', 'X'), (16, 'topic:y', 'topic', 'Y');"
  "INSERT INTO place (id, kind, geom) VALUES (1, 'port', "
  "  x'47500001E61000000101000000000000000000F03F0000000000000040'), (2, 'city', NULL);"
  "INSERT INTO party (id, kind, code, anchor_id) VALUES (3, 'actor', 'AA', 1), "
  "  (4, 'company', NULL, NULL);"
  "INSERT INTO vessel (id, role, role_status, built) VALUES (5, 'carried', 'alleged', 1999);"
  "INSERT INTO vessel_name (vessel_id, name, kind, edtf, earliest, latest) VALUES "
  "  (5, 'V', 'current', NULL, -2147483648, 2147483647), (5, 'U', 'former', '../2004', 0, 1);"
  "INSERT INTO vessel_flag (vessel_id, flag, edtf, earliest, latest) VALUES (5, 'AA', NULL, 0, 0);"
  "INSERT INTO identifier (object_id, scheme, value, valid) VALUES (5, 'imo', '9161003', 'valid'), "
  "  (5, 'imo', '1234560', 'valid');"
  "INSERT INTO event (id, kind, place_id, edtf, earliest, latest) VALUES "
  "  (6, 'seizure', 1, '2023-05', 0, 0);"
  "INSERT INTO route (id, geom, mode, method, edtf, earliest, latest) VALUES (7, "
  "  x'47500001E61000000102000000020000000000000000002E400000000000002440"
  "00000000000034400000000000002840', 'sea', 'given', '2022~', 0, 0);"
  "INSERT INTO hub (id, place_id, earliest, latest) VALUES (8, 2, 0, 0);"
  "INSERT INTO regime (id, authority, earliest, latest) VALUES (9, 'Council', 0, 0);"
  "INSERT INTO listing (id, subject_id, regime_id, authority, edtf, earliest, latest) VALUES "
  "  (10, 5, 9, 'Council', '2022-05-08', 0, 0), (11, 5, NULL, 'Office', '2019', 0, 0);"
  "INSERT INTO link (id, kind, from_id, to_id, earliest, latest, weak) VALUES "
  "  (12, 'owns', 4, 5, 0, 0, 1);"
  "INSERT INTO transfer (id, supplier_id, recipient_id, designation, earliest, latest) VALUES "
  "  (13, 3, 4, 'Shells', 0, 0);"
  "INSERT INTO source (id, publisher, url) VALUES (14, 'Gazette', 'https://example.org/');"
  "INSERT INTO relation VALUES (15, 'A and B'); INSERT INTO topic VALUES (16, NULL);"
  "INSERT INTO participant (object_id, who_id, role, position) VALUES (6, 5, 'vessel', 2), "
  "  (6, 3, 'actor', 1), (7, 2, 'stop', 1), (7, 1, 'stop', 0);"
  "INSERT INTO claim (id, uid, object_id, kind, statement, status, hedge, edtf, earliest, latest) "
  "  VALUES (1, 'event:e#1', 6, 'row', 'It was seized.', 'alleged', NULL, '2023-05', 0, 0), "
  "  (2, 'C001', 6, 'seed', 'It was held.', 'confirmed', 'said', NULL, 0, 0), "
  "  (3, 'D01#1', 6, 'discrepancy', 'It was not.', 'denied', NULL, NULL, 0, 0);"
  "INSERT INTO claim_object (claim_id, object_id) VALUES (1, 5);"
  "INSERT INTO citation (claim_id, source_id, stance, locator) VALUES (1, 14, 'supports', 'p. 2');"
  "INSERT INTO denial (claim_id, denier_id, who) VALUES (1, 3, 'Aland'), (1, NULL, 'the crew');"
  "INSERT INTO contradiction (uid, claim_id, other_claim_id, topic) VALUES ('D01', 1, 3, 'date');"
  "INSERT INTO layer (uid, title, definition, data_to, position) VALUES "
  "  ('layer:vessels', 'Ships', 'All', '2026', 1), ('layer:ports', 'Ports', 'All', '2026', 2);"
  "INSERT INTO layer_member (layer_id, object_id) VALUES (1, 5), (2, 5), (2, 1);";

static sqlite3 *
make_catalog (const char *sql)
{
  g_autoptr(GError) error = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  rutter_schema_create (db, &error);
  g_assert_no_error (error);
  rutter_db_exec (db, "PRAGMA foreign_keys = ON", NULL);
  rutter_db_exec (db, one_of_each, &error);
  g_assert_no_error (error);
  /* What follows may be as wrong as a damaged file. */
  rutter_db_exec (db, "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON", &error);
  rutter_db_exec (db, sql, &error);
  g_assert_no_error (error);
  return db;
}

static RutterRecords *
load (const char *sql)
{
  g_autoptr(sqlite3) db = make_catalog (sql);
  g_autoptr(GError) error = NULL;
  RutterRecords *records = rutter_records_load (db, &error);

  g_assert_no_error (error);
  return records;
}

static void
assert_no_warning (RutterRecords *records)
{
  GPtrArray *warnings = rutter_records_get_warnings (records);

  if (warnings->len > 0)
    g_error ("%s", (const char *)g_ptr_array_index (warnings, 0));
  g_assert_null (rutter_records_dup_notice (records));
}

static gconstpointer
find_row (RutterRecords *records,
          const char    *uid)
{
  const RutterObject *object = rutter_records_find (records, uid);

  g_assert_nonnull (object);
  g_assert_nonnull (object->row);
  return object->row;
}

static void
test_empty (void)
{
  g_autoptr(sqlite3) db = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterRecords) records = NULL;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  rutter_schema_create (db, &error);
  g_assert_no_error (error);

  records = rutter_records_load (db, &error);
  g_assert_no_error (error);
  for (guint kind = 0; kind < RUTTER_N_KIND; kind++)
    g_assert_cmpuint (rutter_records_get_objects (records, kind)->len, ==, 0);
  g_assert_cmpuint (rutter_records_get_claims (records)->len, ==, 0);
  for (guint layer = 0; layer < RUTTER_N_LAYER; layer++)
    g_assert_null (rutter_records_get_layer (records, layer));
  g_assert_null (rutter_records_find (records, "place:north"));
  g_assert_null (rutter_records_find (records, NULL));
  g_assert_null (rutter_records_find_claim (records, "C001"));
  g_assert_null (rutter_records_find_actor (records, "RU"));
  assert_no_warning (records);
}

static void
test_rows (void)
{
  g_autoptr(RutterRecords) records = load ("");
  const RutterPlace *place = find_row (records, "place:north");
  const RutterVessel *vessel = find_row (records, "vessel:v");
  const RutterRoute *route = find_row (records, "route:r");
  const RutterEvent *event = find_row (records, "event:e");
  const RutterTransfer *transfer = find_row (records, "transfer:t");
  const RutterParty *actor = find_row (records, "party:a");

  assert_no_warning (records);
  g_assert_true (place->has_position);
  g_assert_cmpfloat (place->position.lon, ==, 1);
  g_assert_cmpfloat (place->position.lat, ==, 2);
  g_assert_false (((const RutterPlace *)find_row (records, "place:south"))->has_position);
  g_assert_null (place->note);
  g_assert_true (actor->anchor == place);
  g_assert_true (rutter_records_find_actor (records, "AA") == actor->object);
  g_assert_true (vessel->has_role_status);
  g_assert_cmpint (vessel->role_status, ==, RUTTER_STATUS_ALLEGED);
  g_assert_cmpint (vessel->built, ==, 1999);
  g_assert_cmpuint (vessel->names->len, ==, 2);
  g_assert_cmpuint (vessel->flags->len, ==, 1);
  g_assert_cmpuint (route->n_points, ==, 2);
  g_assert_cmpfloat (route->points[1].lon, ==, 20);
  g_assert_true (route->span.approximate);
  g_assert_true (event->place == place);
  g_assert_cmpint (event->span.earliest, ==, rutter_edtf_day (2023, 5, 1));
  g_assert_cmpint (event->span.latest, ==, rutter_edtf_day (2023, 5, 31));
  g_assert_true (transfer->supplier == actor);
  g_assert_cmpstr (transfer->recipient->object->title, ==, "Bland");
  g_assert_true (transfer->quantity_uncertain);
  g_assert_true (((const RutterHub *)find_row (records, "hub:h"))->place ==
                 find_row (records, "place:south"));
  g_assert_cmpstr (((const RutterRegime *)find_row (records, "regime:g"))->authority, ==,
                   "Council");
  g_assert_true (((const RutterSource *)find_row (records, "source:s"))->url_complete);
  g_assert_cmpstr (((const RutterTopic *)find_row (records, "relation:x"))->description, ==,
                   "A and B");
}

static void
test_pointers (void)
{
  g_autoptr(RutterRecords) records = load ("");
  const RutterObject *vessel = rutter_records_find (records, "vessel:v");
  const RutterObject *route = rutter_records_find (records, "route:r");
  const RutterIdentifier *identifier;
  const RutterListing *listing;
  const RutterLink *link;
  const RutterParticipant *stop;

  g_assert_cmpuint (vessel->listings->len, ==, 2);
  listing = g_ptr_array_index (vessel->listings, 0);
  g_assert_cmpstr (listing->object->uid, ==, "listing:k");
  listing = g_ptr_array_index (vessel->listings, 1);
  g_assert_true (listing->regime == find_row (records, "regime:g"));

  g_assert_cmpuint (vessel->links->len, ==, 1);
  link = g_ptr_array_index (vessel->links, 0);
  g_assert_cmpstr (link->from->uid, ==, "party:b");
  g_assert_true (link->weak);
  g_assert_cmpuint (link->from->links->len, ==, 1);

  /* The file says that both are valid; the second is not. */
  identifier = g_ptr_array_index (vessel->identifiers, 0);
  g_assert_cmpint (identifier->check, ==, RUTTER_CHECK_VALID);
  identifier = g_ptr_array_index (vessel->identifiers, 1);
  g_assert_cmpint (identifier->check, ==, RUTTER_CHECK_INVALID);

  g_assert_cmpuint (vessel->layers, ==, 1u << RUTTER_LAYER_VESSELS | 1u << RUTTER_LAYER_PORTS);
  g_assert_cmpstr (rutter_records_get_layer (records, RUTTER_LAYER_VESSELS)->title, ==, "Ships");
  g_assert_null (rutter_records_get_layer (records, RUTTER_LAYER_HUBS));

  g_assert_cmpuint (route->participants->len, ==, 2);
  stop = g_ptr_array_index (route->participants, 0);
  g_assert_cmpstr (stop->who->uid, ==, "place:north");
  g_assert_cmpuint (stop->who->participations->len, ==, 1);
}

static void
test_claims (void)
{
  g_autoptr(RutterRecords) records = load ("");
  const RutterObject *event = rutter_records_find (records, "event:e");
  const RutterClaim *alleged = rutter_records_find_claim (records, "event:e#1");
  const RutterClaim *first = g_ptr_array_index (event->claims, 0);
  const RutterClaim *last = g_ptr_array_index (event->claims, 2);
  const RutterCitation *citation = g_ptr_array_index (alleged->citations, 0);
  const RutterDenial *denial = g_ptr_array_index (alleged->denials, 0);
  const RutterContradiction *contradiction = g_ptr_array_index (last->contradictions, 0);

  g_assert_cmpuint (rutter_records_get_claims (records)->len, ==, 3);
  g_assert_cmpuint (event->claims->len, ==, 3);
  g_assert_cmpstr (first->uid, ==, "C001");
  g_assert_cmpstr (first->hedge, ==, "said");
  g_assert_false (rutter_span_is_known (&first->span));
  g_assert_cmpstr (last->uid, ==, "D01#1");
  g_assert_null (alleged->hedge);
  g_assert_true (alleged->object == event);
  g_assert_true (g_ptr_array_index (alleged->also, 0) ==
                 rutter_records_find (records, "vessel:v"));
  g_assert_cmpuint (rutter_records_find (records, "vessel:v")->other_claims->len, ==, 1);
  g_assert_true (citation->source == find_row (records, "source:s"));
  g_assert_true (citation->claim == alleged);
  g_assert_cmpstr (citation->locator, ==, "p. 2");
  g_assert_null (citation->quotation);
  g_assert_true (denial->denier == rutter_records_find (records, "party:a"));
  denial = g_ptr_array_index (alleged->denials, 1);
  g_assert_null (denial->denier);
  g_assert_cmpstr (denial->who, ==, "the crew");

  /* One row in the file, seen from both claims. */
  g_assert_true (contradiction->other == alleged);
  contradiction = g_ptr_array_index (alleged->contradictions, 0);
  g_assert_true (contradiction->other == last);
  g_assert_cmpstr (contradiction->uid, ==, "D01");
}

/* What is wrong is left out with a warning, and the rest stays usable. */
static void
test_damage (void)
{
  static const struct
  {
    const char *label;
    const char *sql;
    const char *warning;  /* words of the first one */
    const char *gone;     /* an object that is left out, if any */
  } cases[] = {
    { "a bad geometry", "UPDATE place SET geom = x'00' WHERE id = 1", "position of place:north" },
    { "a position out of range", "UPDATE place SET geom = "
      "x'47500001E61000000101000000000000000000F07F0000000000000040' WHERE id = 1",
      "position of place:north" },
    { "a bad line", "UPDATE route SET geom = x'4750' WHERE id = 7", "line of route:r" },
    { "an unknown kind", "UPDATE object SET kind = 'ghost' WHERE id = 8", "Object 8", "hub:h" },
    { "another kind", "UPDATE object SET kind = 'topic' WHERE id = 8", "kind", "hub:h" },
    { "no title", "UPDATE object SET title = '' WHERE id = 8", "Object 8", "hub:h" },
    { "no row", "DELETE FROM hub", "hub:h was left out", "hub:h" },
    { "no object", "DELETE FROM object WHERE id = 8", "refers to object 8", "hub:h" },
    { "an unknown status", "UPDATE claim SET status = 'sure' WHERE id = 2", "claim C001" },
    { "a claim about nothing", "UPDATE claim SET object_id = 99 WHERE id = 2", "object 99" },
    { "an unknown stance", "UPDATE citation SET stance = 'likes'", "citation" },
    { "a citation of no source", "UPDATE citation SET source_id = 5", "vessel:v is no source" },
    { "a citation of nothing", "UPDATE citation SET source_id = 99", "object 99" },
    { "a denial of nothing", "UPDATE denial SET claim_id = 99", "claim 99" },
    { "a contradiction of nothing", "UPDATE contradiction SET other_claim_id = 9", "claim 9" },
    { "no such place", "UPDATE event SET place_id = 99", "object 99" },
    { "a place that is none", "UPDATE event SET place_id = 5", "as a place" },
    { "no supplier", "UPDATE transfer SET supplier_id = 5", "as a party", "transfer:t" },
    { "a listing of nobody", "UPDATE listing SET subject_id = 99 WHERE id = 10", "object 99",
      "listing:l" },
    { "a link to nothing", "UPDATE link SET to_id = 99", "object 99", "link:n" },
    { "a bad date", "UPDATE event SET edtf = '2023-13'", "2023-13" },
    { "an unknown role status", "UPDATE vessel SET role_status = 'sure'", "role of vessel:v" },
    { "bytes that are no UTF-8", "UPDATE event SET edtf = CAST (x'ff41' AS TEXT)", "A" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RutterRecords) records = load (cases[i].sql);
      GPtrArray *warnings = rutter_records_get_warnings (records);
      g_autofree char *notice = rutter_records_dup_notice (records);

      g_test_message ("%s", cases[i].label);
      g_assert_cmpuint (warnings->len, >, 0);
      g_assert_true (g_str_has_prefix (notice, g_ptr_array_index (warnings, 0)));
      g_assert_true (!!strstr (notice, "lists all") == (warnings->len > 1));
      g_assert_nonnull (strstr (g_ptr_array_index (warnings, 0), cases[i].warning));
      for (guint j = 0; j < warnings->len; j++)
        g_assert_true (g_utf8_validate (g_ptr_array_index (warnings, j), -1, NULL));
      if (cases[i].gone != NULL)
        g_assert_null (rutter_records_find (records, cases[i].gone));
      g_assert_nonnull (rutter_records_find (records, "vessel:v"));
    }
}

static void
test_missing_table (void)
{
  g_autoptr(sqlite3) db = make_catalog ("DROP TABLE denial");
  g_autoptr(GError) error = NULL;

  g_assert_null (rutter_records_load (db, &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_CORRUPT);
}

static int
on_statement_cb (unsigned  type,
                 void     *user_data,
                 void     *stmt,
                 void     *sql)
{
  ++*(guint *)user_data;
  return 0;
}

/* The number of statements must not depend on the number of rows. */
static void
test_statements (void)
{
  static const char many[] =
    "WITH RECURSIVE n (i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) "
    "INSERT INTO object SELECT i, 'topic:' || i, 'topic', 'Topic ' || i FROM n; "
    "INSERT INTO topic SELECT id, NULL FROM object WHERE id >= 100; "
    "INSERT INTO claim (uid, object_id, kind, statement, status, earliest, latest) "
    "  SELECT uid || '#1', id, 'row', 'Words', 'reported', 0, 0 FROM object WHERE id >= 100; "
    "INSERT INTO citation (claim_id, source_id, stance) "
    "  SELECT id, 14, 'supports' FROM claim WHERE object_id >= 100;";
  const char *const contents[] = { "", many };
  guint n_statements[2] = { 0, 0 };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(sqlite3) db = make_catalog (contents[i]);
      g_autoptr(RutterRecords) records = NULL;

      sqlite3_trace_v2 (db, SQLITE_TRACE_STMT, on_statement_cb, &n_statements[i]);
      records = rutter_records_load (db, NULL);
      g_assert_nonnull (records);
      g_assert_cmpuint (rutter_records_get_claims (records)->len, ==, i == 0 ? 3 : 19904);
    }

  g_assert_cmpuint (n_statements[0], ==, n_statements[1]);
  g_assert_cmpuint (n_statements[0], >, 20);
}

static void
test_references (void)
{
  RutterRecords *records = load ("");

  g_assert_true (rutter_records_ref (records) == records);
  rutter_records_unref (records);
  g_assert_nonnull (rutter_records_find (records, "vessel:v"));
  rutter_records_unref (records);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/records/empty", test_empty);
  g_test_add_func ("/records/rows", test_rows);
  g_test_add_func ("/records/pointers", test_pointers);
  g_test_add_func ("/records/claims", test_claims);
  g_test_add_func ("/records/damage", test_damage);
  g_test_add_func ("/records/missing-table", test_missing_table);
  g_test_add_func ("/records/statements", test_statements);
  g_test_add_func ("/records/references", test_references);
  return g_test_run ();
}
