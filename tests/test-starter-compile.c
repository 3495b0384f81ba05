/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-connection.h"
#include "rutter-error.h"
#include "rutter-geometry.h"
#include "rutter-starter.h"
#include "rutter-statement.h"

#include <glib/gstdio.h>

typedef struct
{
  const char *file;
  const char *text;
} Table;

#define OBJECT "uid\ttitle\tstatus\tsources\tdenied_by\t"

/* A whole small catalogue, one row or two a table; the cases break one place of it each. */
static const Table tables[] = {
  { "source.tsv",
    "uid\ttitle\tpublisher\tauthor\tdate\turl\turl_complete\tkind\tread\ttitle_is_exact\n"
    "source:SEED\tThe article\tRiddle\t\t2024\thttps://example.org/\t1\tanalysis\tfull\t1\n"
    "source:WPI\tPorts\tNGA\t\t\t\t0\ttable\tpart\t0\n" },
  { "place.tsv",
    OBJECT "kind\tlon\tlat\tcountry\tunlocode\talt_names\tprecision\tposition_source\trole\tnote\n"
    "place:east\tEast\tconfirmed\tWPI\t\tport\t170\t45\tRU\tRUEAS\t\t\t\t\t\n"
    "place:west\tWest\tconfirmed\tWPI\t\tport\t-170\t45\tUS\t\t\t\t\t\t\n"
    "place:coast\tCoast\tconfirmed\tWPI\t\tarea\t\t\t\t\t\t\t\t\t\n" },
  { "actor.tsv",
    OBJECT "code\tkind\tanchor\taliases\tdescription\tnote\n"
    "party:RU\tRussia\tconfirmed\tSEED\t\tRU\tstate\tplace:east\t\t\t\n"
    "party:KP\tNorth Korea\tconfirmed\tSEED\t\tKP\tstate\t\t\t\t\n" },
  { "organisation.tsv",
    OBJECT "kind\tjurisdiction\taliases\tbusiness\tdescription\tidentifiers_as_printed\tnote\n"
    "party:line\tThe Line\tofficial-accusation\tSEED\t\tcompany\tRU\t\t\t\t\t\n" },
  { "vessel.tsv",
    OBJECT "type\tgross_tonnage\tbuilt\trole\trole_status\tnames_as_printed\towners_as_printed\t"
    "listings_as_printed\tnote\n"
    "vessel:lady-r\tLady R\tconfirmed\tSEED\tRussia; the captain\tro-ro\t7260\t2004\t"
    "She carried arms.\talleged\t\t\t\t\n" },
  { "vessel-name.tsv",
    "vessel\tname\tkind\tedtf\tas_printed\nvessel:lady-r\tLady R\tcurrent\t\tLADY R\n" },
  { "vessel-flag.tsv", "vessel\tflag\tedtf\tas_printed\nvessel:lady-r\tRU\t\t\n" },
  { "identifier.tsv",
    "object\tscheme\tvalue\tas_printed\tknown_bad\nvessel:lady-r\timo\t9161003\t\t\n"
    "vessel:lady-r\tmmsi\t12345\t\t1\n" },
  { "link.tsv",
    OBJECT "kind\tfrom\tto\tedtf\tweak\tas_printed\tnote\n"
    "link:a\tOwner\tconfirmed\tSEED\t\towns\tparty:line\tvessel:lady-r\t\t0\t\t\n" },
  { "regime.tsv",
    OBJECT "authority\ttarget\ttarget_as_printed\ttype\tedtf\tstart_as_printed\tend_as_printed\t"
    "bound\tmeasures\tnote\n"
    "regime:un\tResolution\tconfirmed\tSEED\t\tUN\tparty:KP\tKP\t\t2006-10-14/..\t\t\t\t\t\n" },
  { "listing.tsv",
    OBJECT "subject\tregime\tauthority\tprogramme\tnumber\tedtf\tas_printed\tnote\n"
    "listing:a\tListed\tconfirmed\tSEED\t\tvessel:lady-r\tregime:un\tUN\t\t\t2022-05-08/..\t\t\n" },
  { "event.tsv",
    OBJECT "kind\tlayer\tedtf\tplace\tlon\tlat\tposition_source\tactors\tvessels\tdescription\t"
    "note\n"
    "event:call\tPort call\treported\tSEED\tKP\tport-call\ttransfers; incidents\t2022-12\t"
    "place:east\t18.5\t-34.2\t\tparty:RU; party:KP\tvessel:lady-r\t\t\n" },
  { "transfer.tsv",
    OBJECT "supplier\trecipient\tdesignation\tcategory\tedtf\tyears_as_printed\tquantity\t"
    "quantity_uncertain\tnote\n"
    "transfer:a\tShells\treported\tSEED\t\tparty:KP\tparty:RU\tshells\t\t"
    "2023/2024\t2023-24\t\t1\t\n" },
  { "route.tsv",
    OBJECT "layer\tmode\tmethod\tstops\tvessels\tcargo\tedtf\tperiod_as_printed\tnote\n"
    "route:a\tOver the date line\treported\tSEED\t\ttransfers\tsea\tschematic\t"
    "place:east; place:coast; place:west\tvessel:lady-r\t\t2023-24\twinter of 2023\t\n" },
  { "hub.tsv",
    OBJECT "place\tserved\tcompanies\tgoods\tedtf\tperiod_as_printed\tlistings_as_printed\tnote\n"
    "hub:a\tHub\treported\tSEED\t\tplace:west\tparty:RU\tparty:line\t\t\t\t\t\n" },
  { "relation.tsv",
    OBJECT "members\tdescription\nrelation:a\tThe two\t\t\t\tparty:RU; party:KP\t\n" },
  { "topic.tsv", OBJECT "members\tdescription\ntopic:a\tSilence\treported\tSEED\t\t\t\n" },
  { "claim.tsv",
    "uid\tobject\talso\tstatement\twho\tplace\ttime_as_printed\tedtf\tstatus\thedge\t"
    "verification\tlocator\tsources\tdenied_by\tnote\n"
    "C001\trelation:a\tevent:call; vessel:lady-r\tThey are close.\tRiddle\t\t2024\t2024\treported\t"
    "alleged\topinion\tRussia's only\tSEED; WPI\tRU\t\n" },
  { "discrepancy.tsv",
    "uid\ttopic\tobject\talso\tclaims\tstatement\tseed_says\tedtf\tstatus\tsources\t"
    "contradicting\tnote\n"
    "D01\tHow close\trelation:a\t\tC001\tThey are not.\tClose\t\treported\tSEED; WPI\t"
    "WPI\tKept.\n"
    "D02\twhich ship\tvessel:lady-r\t\t\tThere are two.\tIt names none.\t\treported\tWPI\t\t"
    "Both are kept.\n" },
  { "layer.tsv",
    "uid\ttitle\tdefinition\tdata_to\nlayer:transfers\tT\td\t2026-11\n"
    "layer:caspian\tC\td\t2026-11\n"
    "layer:vessels\tV\td\t2026-11\nlayer:hubs\tH\td\t2026-11\nlayer:accords\tA\td\t2026-11\n"
    "layer:incidents\tI\td\t2026-11\nlayer:ports\tP\td\t2026-11\n"
    "layer:routes\tR\td\t2026-11\n" },
  { "denier.tsv", "words\tparty\nthe captain\tparty:line\n" },
};

typedef struct
{
  char *folder;
  char *output;
} Fixture;

static void
write_tables (const char *folder,
              const char *file,
              const char *from,
              const char *to)
{
  gboolean changed = file == NULL;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = g_build_filename (folder, tables[i].file, NULL);
      g_autoptr(GString) text = g_string_new (tables[i].text);

      if (g_strcmp0 (tables[i].file, file) == 0)
        changed = g_string_replace (text, from, to, 1) == 1;
      g_assert_true (g_file_set_contents (path, text->str, text->len, NULL));
    }

  g_assert_true (changed);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->folder = g_dir_make_tmp ("rutter-starter-XXXXXX", NULL);
  fixture->output = g_build_filename (fixture->folder, "starter.gpkg", NULL);
  write_tables (fixture->folder, NULL, NULL, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, tables[i].file, NULL);

      g_unlink (path);
    }

  g_unlink (fixture->output);
  /* Nothing else may have been left behind: no journal, no half-written file. */
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->output);
}

static char *
query (Fixture    *fixture,
       const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterConnection) connection = rutter_connection_open_foreign (fixture->output,
                                                                           &error);
  char *text;

  g_assert_no_error (error);
  text = rutter_db_query_text (rutter_connection_get_db (connection), sql, &error);
  g_assert_no_error (error);
  return text;
}

static void
test_made (Fixture       *fixture,
           gconstpointer  user_data)
{
  static const struct
  {
    const char *sql;
    const char *expected;
  } cases[] = {
    { "SELECT group_concat(uid, ' ') FROM (SELECT uid FROM claim WHERE kind = 'row' "
      "AND uid LIKE 'vessel:%' ORDER BY uid)", "vessel:lady-r#1 vessel:lady-r#2" },
    { "SELECT statement FROM claim WHERE uid = 'vessel:lady-r#1'", "Lady R" },
    { "SELECT status FROM claim WHERE uid = 'vessel:lady-r#2'", "alleged" },
    { "SELECT group_concat(denier, ' ') FROM (SELECT denial.who || '=' || object.uid AS denier "
      "FROM denial JOIN claim ON claim.id = claim_id JOIN object ON object.id = denier_id "
      "WHERE claim.uid = 'vessel:lady-r#2' ORDER BY denial.id)",
      "Russia=party:RU the captain=party:line" },
    { "SELECT group_concat(stance || '=' || coalesce(locator, ''), ' ') FROM citation JOIN claim "
      "ON claim.id = claim_id WHERE claim.uid = 'C001'",
      "supports=Russia's only supports= contradicts=" },
    { "SELECT group_concat(uid, ' ') FROM (SELECT object.uid FROM claim_object JOIN object "
      "ON object.id = claim_object.object_id ORDER BY claim_object.id)",
      "event:call vessel:lady-r" },
    { "SELECT a.uid || ' ' || b.uid || ' ' || c.uid || ' ' || c.note FROM contradiction c "
      "JOIN claim a ON a.id = claim_id JOIN claim b ON b.id = other_claim_id",
      "D01 C001 D01 Close" },
    { "SELECT group_concat(note, ' | ') FROM claim WHERE kind = 'discrepancy'",
      "Kept. | Topic: which ship. The article in Riddle: It names none. Both are kept." },
    { "SELECT group_concat(scheme || '=' || valid, ' ') FROM identifier",
      "imo=valid mmsi=invalid" },
    { "SELECT group_concat(role, ' ') FROM participant JOIN object ON object.id = object_id "
      "WHERE uid = 'transfer:a'", "supplier recipient" },
    { "SELECT group_concat(stop, ' ') FROM (SELECT who.uid || position AS stop FROM participant "
      "JOIN object ON object.id = object_id JOIN object who ON who.id = who_id "
      "WHERE object.uid = 'route:a' AND role = 'stop' ORDER BY position)",
      "place:east0 place:coast1 place:west2" },
    { "SELECT group_concat(uid, ' ') FROM (SELECT layer.uid FROM layer_member JOIN layer "
      "ON layer.id = layer_id JOIN object ON object.id = object_id "
      "WHERE object.uid = 'event:call' ORDER BY layer_member.id)",
      "layer:transfers layer:incidents" },
    { "SELECT edtf || ' ' || earliest || ' ' || latest FROM claim WHERE uid = 'event:call#1'",
      "2022-12 19327 19357" },
    { "SELECT earliest || ' ' || latest FROM claim WHERE uid = 'place:east#1'",
      "-2147483648 2147483647" },
    { "SELECT geom IS NULL FROM place JOIN object USING (id) WHERE uid = 'place:coast'", "1" },
    { "SELECT kind || ' ' || business FROM party WHERE code = 'RU'", "actor state" },
    { "SELECT hub.geom = place.geom FROM hub JOIN place ON place.id = place_id", "1" },
    { "SELECT count(*) FROM rtree_place_geom", "2" },
    { "SELECT count(DISTINCT last_change) FROM gpkg_contents", "1" },
    { "PRAGMA journal_mode", "delete" },
    { "PRAGMA integrity_check", "ok" },
  };
  g_autoptr(GError) error = NULL;

  rutter_starter_compile (fixture->folder, fixture->output, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = query (fixture, cases[i].sql);

      g_test_message ("%s", cases[i].sql);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

/* Over the antimeridian the line stays in one piece and runs on beyond 180 degrees. */
static void
test_line (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr(RutterConnection) connection = NULL;
  g_autoptr(sqlite3_stmt) stmt = NULL;
  g_autofree RutterLonLat *points = NULL;
  guint n_points;
  gboolean has_row;

  g_assert_true (rutter_starter_compile (fixture->folder, fixture->output, NULL));
  connection = rutter_connection_open_foreign (fixture->output, NULL);
  stmt = rutter_db_prepare (rutter_connection_get_db (connection), "SELECT geom FROM route", NULL);
  g_assert_true (rutter_db_step (stmt, &has_row, NULL) && has_row);

  points = rutter_geometry_decode_line (sqlite3_column_blob (stmt, 0),
                                        sqlite3_column_bytes (stmt, 0), &n_points, NULL);
  g_assert_nonnull (points);
  g_assert_cmpuint (n_points, ==, 16);
  g_assert_cmpfloat (points[0].lon, ==, 170);
  g_assert_cmpfloat (points[n_points - 1].lon, ==, 190);
  for (guint i = 1; i < n_points; i++)
    g_assert_cmpfloat (points[i].lon, >, points[i - 1].lon);
}

/* The same facts give the same bytes, and replace what was there. */
static void
test_same_bytes (Fixture       *fixture,
                 gconstpointer  user_data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize n_first, n_second;

  g_assert_true (g_file_set_contents (fixture->output, "old", -1, NULL));
  g_assert_true (rutter_starter_compile (fixture->folder, fixture->output, NULL));
  g_assert_true (g_file_get_contents (fixture->output, &first, &n_first, NULL));
  g_assert_true (rutter_starter_compile (fixture->folder, fixture->output, NULL));
  g_assert_true (g_file_get_contents (fixture->output, &second, &n_second, NULL));
  g_assert_cmpmem (first, n_first, second, n_second);
}

typedef struct
{
  const char *file;
  const char *from;
  const char *to;
  const char *message;
} Refusal;

static const Refusal refusals[] = {
  { "place.tsv", "\tcountry\t", "\tland\t", "place.tsv: the column \"land\" is unknown" },
  { "layer.tsv", "\tdata_to\nlayer:transfers\tT\td\t2026-11\nlayer:caspian\tC\td\t2026-11\n"
    "layer:vessels\tV\td\t2026-11\nlayer:hubs\tH\td\t2026-11\nlayer:accords\tA\td\t2026-11\n"
    "layer:incidents\tI\td\t2026-11\nlayer:ports\tP\td\t2026-11\n"
    "layer:routes\tR\td\t2026-11", "",
    "layer.tsv: the column \"data_to\" is missing" },
  { "place.tsv", "place:west\tWest", "place:east\tWest",
    "place.tsv:3: place:east: the uid is taken by place.tsv:2" },
  { "place.tsv", "place:west\tWest", "port:west\tWest",
    "place.tsv:3: port:west: the uid must be \"place:\"" },
  { "place.tsv", "place:west\tWest", "place:west\t",
    "place.tsv:3: place:west: the column \"title\" is empty" },
  { "place.tsv", "\t170\t45", "\t180.5\t45", "place.tsv:2: place:east: the lon \"180.5\"" },
  { "place.tsv", "\t170\t45", "\t170\t-91", "place.tsv:2: place:east: the lat \"-91\"" },
  { "place.tsv", "\t170\t45", "\tnan\t45", "place.tsv:2: place:east: the lon \"nan\"" },
  { "place.tsv", "\t170\t45", "\t170E\t45", "place.tsv:2: place:east: the lon \"170E\"" },
  { "place.tsv", "\t170\t45", "\t\t45", "place.tsv:2: place:east: a position needs both" },
  { "place.tsv", "RUEAS", "RU-EAS", "place.tsv:2: place:east: \"RU-EAS\" has not the form" },
  { "place.tsv", "East\tconfirmed", "East\tproven",
    "place.tsv:2: place:east: there is no status \"proven\"" },
  { "place.tsv", "East\tconfirmed", "East\t",
    "place.tsv:2: place:east: the object has no claim, because its status is empty" },
  { "place.tsv", "East\tconfirmed\tWPI", "East\tconfirmed\t",
    "place.tsv:2: place:east: the claim has no citation" },
  { "place.tsv", "East\tconfirmed\tWPI", "East\tconfirmed\tNGA",
    "place.tsv:2: place:east: \"sources\" names \"source:NGA\", which is in no table" },
  { "place.tsv", "East\tconfirmed\tWPI", "East\tconfirmed\tWPI; WPI",
    "place.tsv:2: place:east: \"sources\" names \"WPI\" twice" },
  { "actor.tsv", "place:east", "place:north",
    "actor.tsv:2: party:RU: \"anchor\" names \"place:north\", which is in no table" },
  { "actor.tsv", "place:east", "vessel:lady-r",
    "actor.tsv:2: party:RU: \"anchor\" names \"vessel:lady-r\", but cannot name a vessel" },
  { "actor.tsv", "\tKP\t", "\tRU\t", "actor.tsv:3: party:KP: the table \"party\" refuses the row" },
  { "vessel.tsv", "Russia; the captain", "Russia; ",
    "vessel.tsv:2: vessel:lady-r: the list in \"denied_by\" has an entry without words" },
  { "vessel.tsv", "Russia; the captain", "; Russia",
    "vessel.tsv:2: vessel:lady-r: the list in \"denied_by\" has an entry without words" },
  { "vessel.tsv", "\talleged", "\t",
    "vessel.tsv:2: vessel:lady-r: \"role\" and \"role_status\" need each other" },
  { "vessel.tsv", "7260", "7,260",
    "vessel.tsv:2: vessel:lady-r: \"7,260\" in \"gross_tonnage\" is no number" },
  { "vessel-name.tsv", "vessel:lady-r", "vessel:lady-x",
    "vessel-name.tsv:2: vessel:lady-x: \"vessel\" names \"vessel:lady-x\"" },
  { "vessel-name.tsv", "current", "old", "vessel-name.tsv:2: vessel:lady-r: the table" },
  { "identifier.tsv", "9161003", "9161004",
    "identifier.tsv:2: vessel:lady-r: the imo \"9161004\" is wrong" },
  { "identifier.tsv", "9161003\t\t", "9161003\t\t1",
    "identifier.tsv:2: vessel:lady-r: the imo \"9161003\" is marked as bad" },
  { "identifier.tsv", "mmsi\t12345\t\t1", "ofac\t 12\t\t",
    "identifier.tsv:3: vessel:lady-r: the value \" 12\" must be written \"12\"" },
  { "link.tsv", "\t0\t", "\tno\t", "link.tsv:2: link:a: \"no\" in \"weak\" is no number" },
  { "link.tsv", "owns", "possesses", "link.tsv:2: link:a: the table \"link\" refuses the row" },
  { "listing.tsv", "2022-05-08/..", "2022-05-08/2021",
    "listing.tsv:2: listing:a: The date \"2022-05-08/2021\" cannot be read: the interval ends" },
  { "event.tsv", "\t2022-12\t", "\t2022-13\t", "event.tsv:2: event:call: The date \"2022-13\"" },
  { "event.tsv", "port-call", "visit",
    "event.tsv:2: event:call: the table \"event\" refuses the row: "
    "CHECK constraint failed: kind IN ('shipment'" },
  { "event.tsv", "transfers; incidents", "transfers; rumours",
    "event.tsv:2: event:call: there is no layer \"rumours\"" },
  { "event.tsv", "party:RU; party:KP", "party:RU; party:RU",
    "event.tsv:2: event:call: \"actors\" names \"party:RU\" twice" },
  { "transfer.tsv", "party:KP", "vessel:lady-r",
    "transfer.tsv:2: transfer:a: \"supplier\" names \"vessel:lady-r\", but cannot" },
  { "transfer.tsv", "2023/2024", "2023-24",
    "transfer.tsv:2: transfer:a: \"2023-24\" may be a season or two years" },
  { "route.tsv", "schematic", "given", "route.tsv:2: route:a: the method \"given\" needs a line" },
  { "route.tsv", "; place:west", "; place:coast",
    "route.tsv:2: route:a: \"stops\" names \"place:coast\" twice" },
  { "hub.tsv", "place:west", "", "hub.tsv:2: hub:a: the column \"place\" is empty" },
  { "topic.tsv", "reported\tSEED", "\t", "topic.tsv:2: topic:a: the object has no claim" },
  { "denier.tsv", "party:line", "party:none", "denier.tsv:2: the captain: \"party\" names" },
  { "claim.tsv", "relation:a", "relation:b", "claim.tsv:2: C001: \"object\" names \"relation:b\"" },
  { "claim.tsv", "event:call; ", "relation:a; ",
    "claim.tsv:2: C001: \"also\" names the claim's own" },
  { "claim.tsv", "C001", "hub:a#1", "claim.tsv:2: hub:a#1: there is a claim \"hub:a#1\" already" },
  { "claim.tsv", "They are close.", "", "claim.tsv:2: C001: the column \"statement\" is empty" },
  { "discrepancy.tsv", "C001", "C999",
    "discrepancy.tsv:2: D01: \"claims\" names \"C999\", which is no other claim" },
  { "discrepancy.tsv", "C001", "D01",
    "discrepancy.tsv:2: D01: \"claims\" names \"D01\", which is no other claim" },
  { "discrepancy.tsv", "WPI\tKept.", "NONE\tKept.", "discrepancy.tsv:2: D01: \"contradicting\"" },
  { "layer.tsv", "layer:hubs\tH\td\t2026-11\n", "",
    "layer.tsv: the layer \"layer:hubs\" is missing" },
  { "layer.tsv", "layer:hubs", "layer:knots", "layer.tsv:5: layer:knots: there is no such layer" },
};

static void
test_refusals (Fixture       *fixture,
               gconstpointer  user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", refusals[i].message);
      write_tables (fixture->folder, refusals[i].file, refusals[i].from, refusals[i].to);
      g_assert_false (rutter_starter_compile (fixture->folder, fixture->output, &error));
      g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, refusals[i].message));
      g_assert_false (g_file_test (fixture->output, G_FILE_TEST_EXISTS));
    }
}

/* One run tells of every faulty row, and leaves an older catalogue as it was. */
static void
test_all_told (Fixture       *fixture,
               gconstpointer  user_data)
{
  g_autofree char *left = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->output, "old", -1, NULL));
  write_tables (fixture->folder, "place.tsv", "WPI\t\tport\t170\t45", "XX\t\tport\t970\t45");
  g_assert_false (rutter_starter_compile (fixture->folder, fixture->output, &error));
  g_assert_nonnull (strstr (error->message, "place.tsv:2: place:east: the lon"));
  g_assert_nonnull (strstr (error->message, "place.tsv:2: place:east: \"sources\" names"));
  g_assert_true (g_file_get_contents (fixture->output, &left, NULL, NULL));
  g_assert_cmpstr (left, ==, "old");
}

static void
test_files (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autofree char *hub_path = g_build_filename (fixture->folder, "hub.tsv", NULL);
  g_autofree char *denier_path = g_build_filename (fixture->folder, "denier.tsv", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "starter.gpkg", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_false (rutter_starter_compile (fixture->folder, nowhere, &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_WRITE);
  g_clear_error (&error);

  g_assert_cmpint (g_unlink (denier_path), ==, 0);
  g_assert_true (rutter_starter_compile (fixture->folder, fixture->output, &error));
  g_assert_no_error (error);

  g_assert_cmpint (g_unlink (hub_path), ==, 0);
  g_assert_false (rutter_starter_compile (fixture->folder, fixture->output, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_nonnull (strstr (error->message, "hub.tsv"));
}

#define ADD(path, func) \
  g_test_add ("/starter-compile/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("made", test_made);
  ADD ("line", test_line);
  ADD ("same-bytes", test_same_bytes);
  ADD ("refusals", test_refusals);
  ADD ("all-told", test_all_told);
  ADD ("files", test_files);

  return g_test_run ();
}
