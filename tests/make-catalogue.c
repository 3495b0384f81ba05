/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* make-catalogue FILE.gpkg: writes a catalogue of 100,000 made-up objects, for measuring alone:
 * events of thirty years at 2,000 places, vessels that took part in them, transfers between thirty
 * actors, routes, hubs, companies and listings, each with a claim and a citation. Always the same.
 */
#include "rutter-connection.h"
#include "rutter-geometry.h"
#include "rutter-schema.h"
#include "rutter-statement.h"

/* The first ids of each kind; they end where the next begin. */
#define PLACES "1"
#define PARTIES "2001"
#define EVENTS "7001"
#define VESSELS "67001"
#define TRANSFERS "82001"
#define ROUTES "92001"
#define HUBS "94001"
#define LISTINGS "95001"
#define SOURCES "100001"
#define END "100101"
#define N_PLACES 2000
#define N_ROUTES 2000
#define N_VERTICES 24

/* From 1995 on, in days of 1970, spread without a pattern. */
#define DAY "(9131 + i * 7919 % 10950)"
#define EDTF "date (" DAY " * 86400, 'unixepoch')"
#define SPAN EDTF ", " DAY ", " DAY
#define EACH(first, end) \
  " FROM (WITH RECURSIVE n (i) AS (SELECT " first " UNION ALL SELECT i + 1 FROM n " \
  "WHERE i + 1 < " end ") SELECT i FROM n);"
#define OBJECTS(kind, title, first, end) \
  "INSERT INTO object SELECT i, '" kind ":' || i, '" kind "', " title EACH (first, end)
#define WORD(n) "substr ('kalomitaranga vestiospe donvolsea starorbel minskcharu elyadarnik', " \
  "1 + i * " #n " % 55, 6)"

static const char *const sql[] = {
  "INSERT INTO layer VALUES (1, 'layer:transfers', 'T', 'T', '2026', 1), "
  "(2, 'layer:caspian', 'C', 'C', '2026', 2), (3, 'layer:vessels', 'V', 'V', '2026', 3), "
  "(4, 'layer:hubs', 'H', 'H', '2026', 4), (5, 'layer:accords', 'A', 'A', '2026', 5), "
  "(6, 'layer:incidents', 'I', 'I', '2026', 6), (7, 'layer:ports', 'P', 'P', '2026', 7);",
  OBJECTS ("place", "'Port ' || " WORD (7), PLACES, PARTIES),
  OBJECTS ("party", "'Company ' || " WORD (11) " || i", PARTIES, EVENTS),
  OBJECTS ("event", "'Call of a ship at ' || " WORD (13), EVENTS, VESSELS),
  OBJECTS ("vessel", WORD (17) " || ' ' || " WORD (29), VESSELS, TRANSFERS),
  OBJECTS ("transfer", "'Supply of ' || " WORD (19), TRANSFERS, ROUTES),
  OBJECTS ("route", "'Way to ' || " WORD (23), ROUTES, HUBS),
  OBJECTS ("hub", "'Hub of ' || " WORD (31), HUBS, LISTINGS),
  OBJECTS ("listing", "'Listing ' || i", LISTINGS, SOURCES),
  OBJECTS ("source", "'Source ' || i", SOURCES, END),
  "INSERT INTO place (id, kind, country) SELECT i, 'port', 'A' || char (65 + i % 26)"
  EACH (PLACES, PARTIES),
  "INSERT INTO party (id, kind, code, jurisdiction, anchor_id) SELECT i, "
  "  iif (i < 2031, 'actor', 'company'), "
  "  iif (i < 2031, char (65 + (i - 2001) / 26, 65 + (i - 2001) % 26), NULL), "
  "  'A' || char (65 + i % 26), iif (i < 2031, 1 + i % 2000 * 61, NULL)" EACH (PARTIES, EVENTS),
  "INSERT INTO event (id, kind, place_id, edtf, earliest, latest) SELECT i, "
  "  iif (i % 5 > 0, 'port-call', 'shipment'), 1 + i * 31 % 2000, " SPAN EACH (EVENTS, VESSELS),
  "INSERT INTO vessel (id, type) SELECT i, 'general cargo'" EACH (VESSELS, TRANSFERS),
  "INSERT INTO vessel_flag (vessel_id, flag, earliest, latest) SELECT i, "
  "  'A' || char (65 + i % 26), -2147483648, 2147483647" EACH (VESSELS, TRANSFERS),
  "INSERT INTO transfer (id, supplier_id, recipient_id, designation, edtf, earliest, latest) "
  "  SELECT i, 2001 + i % 30, 2001 + i * 7 % 29, 'goods', " SPAN EACH (TRANSFERS, ROUTES),
  "INSERT INTO route (id, mode, method, edtf, earliest, latest) SELECT i, 'sea', "
  "  iif (i % 2, 'given', 'computed'), " SPAN EACH (ROUTES, HUBS),
  "INSERT INTO hub (id, place_id, edtf, earliest, latest) SELECT i, 1 + i % 2000, " EDTF
  "  || '/..', " DAY ", 2147483647" EACH (HUBS, LISTINGS),
  "INSERT INTO listing (id, subject_id, authority, edtf, earliest, latest) SELECT i, "
  "  67001 + i % 15000, 'OFAC', " SPAN EACH (LISTINGS, SOURCES),
  "INSERT INTO source (id, publisher) SELECT i, 'Publisher'" EACH (SOURCES, END),
  "INSERT INTO participant (object_id, who_id, role) SELECT i, 67001 + i * 11 % 15000, 'vessel'"
  EACH (EVENTS, VESSELS),
  "INSERT INTO participant (object_id, who_id, role) SELECT i, 2001 + i % 30, 'actor'"
  EACH (EVENTS, VESSELS),
  "INSERT INTO claim (id, uid, object_id, kind, statement, status, earliest, latest) SELECT i, "
  "  'C' || i, i, 'row', 'It is said of number ' || i || ' that it did so.', "
  "  CASE i % 3 WHEN 0 THEN 'alleged' WHEN 1 THEN 'reported' ELSE 'confirmed' END, "
  "  -2147483648, 2147483647" EACH (PLACES, SOURCES),
  "INSERT INTO citation (claim_id, source_id, stance) SELECT i, 100001 + i % 100, 'supports'"
  EACH (PLACES, SOURCES),
  "INSERT INTO layer_member (layer_id, object_id) SELECT 7, i" EACH (PLACES, PARTIES),
  "INSERT INTO layer_member (layer_id, object_id) SELECT iif (i % 2, 2, 6), i"
  EACH (EVENTS, VESSELS),
  "INSERT INTO layer_member (layer_id, object_id) SELECT 3, i" EACH (VESSELS, TRANSFERS),
  "INSERT INTO layer_member (layer_id, object_id) SELECT 1, i" EACH (TRANSFERS, ROUTES),
  "INSERT INTO layer_member (layer_id, object_id) SELECT 2, i" EACH (ROUTES, HUBS),
  "INSERT INTO layer_member (layer_id, object_id) SELECT 4, i" EACH (HUBS, LISTINGS),
};

static gboolean
set_geometry (sqlite3     *db,
              const char  *table,
              int          id,
              GBytes      *geometry,
              GError     **error)
{
  g_autofree char *update = g_strdup_printf ("UPDATE %s SET geom = ?1 WHERE id = ?2", table);
  g_autoptr(sqlite3_stmt) stmt = rutter_db_prepare (db, update, error);

  if (stmt == NULL)
    return FALSE;

  rutter_db_bind_bytes (stmt, 1, geometry);
  rutter_db_bind_int64 (stmt, 2, id);
  return rutter_db_run (stmt, error);
}

static gboolean
write_rows (sqlite3   *db,
            gpointer   data,
            GError   **error)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (4);
  RutterLonLat points[N_VERTICES];

  for (guint i = 0; i < G_N_ELEMENTS (sql); i++)
    if (!rutter_db_exec (db, sql[i], error))
      return FALSE;

  for (int i = 0; i < N_PLACES; i++)
    {
      RutterLonLat at = { g_rand_double_range (random, -20, 140),
                          g_rand_double_range (random, -35, 65) };
      g_autoptr(GBytes) point = rutter_geometry_encode_point (at);

      if (!set_geometry (db, "place", 1 + i, point, error))
        return FALSE;
    }

  for (int i = 0; i < N_ROUTES; i++)
    {
      g_autoptr(GBytes) line = NULL;

      points[0] = (RutterLonLat) { g_rand_double_range (random, -20, 140),
                                   g_rand_double_range (random, -35, 60) };
      for (int k = 1; k < N_VERTICES; k++)
        points[k] = (RutterLonLat) { points[k - 1].lon + g_rand_double_range (random, -0.5, 1),
                                     points[k - 1].lat + g_rand_double_range (random, -0.5, 0.5) };
      line = rutter_geometry_encode_line (points, N_VERTICES);
      if (!set_geometry (db, "route", 92001 + i, line, error))
        return FALSE;
    }

  return TRUE;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  RutterConnection *connection;
  sqlite3 *db;

  if (argc != 2)
    {
      g_printerr ("make-catalogue FILE.gpkg\n");
      return 2;
    }

  connection = rutter_connection_create (argv[1], &error);
  if (connection != NULL)
    {
      db = rutter_connection_get_db (connection);
      if (rutter_schema_create (db, &error) &&
          rutter_db_transact (db, write_rows, NULL, &error) &&
          rutter_schema_finish (db, &error) && rutter_connection_close (connection, &error))
        return 0;
    }

  g_printerr ("make-catalogue: %s\n", error->message);
  return 1;
}
