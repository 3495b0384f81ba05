/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "catalog-folder.h"
#include "rutter-catalog-check.h"
#include "rutter-error.h"

#include <string.h>

/* Makes the one claim of the catalogue whole, so that nothing is left to be found. */
#define SOUND                                                                                    \
  "INSERT INTO object VALUES (2, 'source:s', 'source', 'S'); INSERT INTO source (id) VALUES (2);" \
  "INSERT INTO citation (claim_id, source_id, stance) VALUES (1, 2, 'supports');"                 \
  "INSERT INTO object VALUES (3, 'place:p', 'place', 'P');"                                       \
  "INSERT INTO place (id, kind, geom) VALUES (3, 'port', "                                        \
  "x'47500001E61000000101000000000000000000F03F0000000000000040');"                               \
  "INSERT INTO claim (uid, object_id, kind, statement, status, edtf, earliest, latest) VALUES "   \
  "('place:p#1', 3, 'row', 'It is a port.', 'confirmed', '1970', 0, 364);"                        \
  "INSERT INTO citation (claim_id, source_id, stance) VALUES (2, 2, 'supports');"                 \
  "INSERT INTO object VALUES (4, 'vessel:v', 'vessel', 'V'); INSERT INTO vessel (id) VALUES (4);" \
  "INSERT INTO claim (uid, object_id, kind, statement, status, earliest, latest) VALUES "         \
  "('vessel:v#1', 4, 'row', 'It is a ship.', 'confirmed', -2147483648, 2147483647);"              \
  "INSERT INTO citation (claim_id, source_id, stance) VALUES (3, 2, 'supports');"                 \
  "PRAGMA foreign_keys = OFF;"

static GPtrArray *
check (const char *sql)
{
  g_autofree char *all = g_strconcat (SOUND, sql, NULL);
  g_autofree char *path = catalog_folder_make_catalog ("check.gpkg", all);
  g_autoptr(GError) error = NULL;
  GPtrArray *findings = rutter_catalog_check (path, &error);

  g_assert_no_error (error);
  catalog_folder_empty ();
  return findings;
}

static void
test_sound (void)
{
  g_autoptr(GPtrArray) findings = check ("");

  for (guint i = 0; i < findings->len; i++)
    g_error ("%s", ((const RutterFinding *)g_ptr_array_index (findings, i))->sentence);
}

/* An MMSI of one of the vessel's flags, and one of a vessel without any. */
static void
test_mmsi (void)
{
  g_autoptr(GPtrArray) findings =
    check ("INSERT INTO vessel_flag (vessel_id, flag, earliest, latest) "
           "VALUES (4, 'IR', -2147483648, 2147483647), (4, 'RU', -2147483648, 2147483647); "
           "INSERT INTO identifier (object_id, scheme, value, valid) VALUES "
           "(4, 'mmsi', '273371920', 'valid'), (3, 'mmsi', '422371920', 'valid')");

  g_assert_cmpuint (findings->len, ==, 0);
}

/* Each breaks one rule of a catalogue that is sound otherwise. */
static const struct
{
  const char     *label;
  const char     *sql;
  RutterSeverity  severity;
  const char     *uid;
  const char     *words;
} cases[] = {
  { "no claim", "DELETE FROM citation WHERE claim_id = 2; DELETE FROM claim WHERE id = 2",
    RUTTER_SEVERITY_ERROR, "place:p", "No claim" },
  { "a topic without a claim", "DELETE FROM citation WHERE claim_id = 1; "
    "DELETE FROM claim WHERE id = 1", RUTTER_SEVERITY_ERROR, "topic:t", "No claim hangs" },
  { "no citation", "DELETE FROM citation WHERE claim_id = 1", RUTTER_SEVERITY_ERROR, "C001",
    "no citation" },
  { "a blank title", "UPDATE object SET title = ' ' WHERE id = 3", RUTTER_SEVERITY_ERROR,
    "place:p", "title is empty" },
  { "a uid of another kind", "UPDATE object SET uid = 'hub:p' WHERE id = 3",
    RUTTER_SEVERITY_ERROR, "hub:p", "which is place" },
  { "a blank claim", "UPDATE claim SET statement = ' ' WHERE id = 2", RUTTER_SEVERITY_ERROR,
    "place:p#1", "says nothing" },
  { "a wrong day number", "UPDATE claim SET latest = 365 WHERE id = 2", RUTTER_SEVERITY_ERROR,
    "place:p#1", "the date 1970 are" },
  { "a day number without a date", "UPDATE claim SET earliest = 0 WHERE id = 1",
    RUTTER_SEVERITY_ERROR, "C001", "day numbers" },
  { "a date that is none", "UPDATE claim SET edtf = '1970-13' WHERE id = 2",
    RUTTER_SEVERITY_ERROR, NULL, "1970-13" },
  { "a number that is kept as good", "INSERT INTO identifier (object_id, scheme, value, valid) "
    "VALUES (4, 'imo', '1234560', 'valid')", RUTTER_SEVERITY_ERROR, "vessel:v", "“invalid”" },
  { "a number that is bad", "INSERT INTO identifier (object_id, scheme, value, valid) "
    "VALUES (4, 'imo', '1234560', 'invalid')", RUTTER_SEVERITY_WARNING, "vessel:v", "fails" },
  { "an MMSI of another flag", "INSERT INTO vessel_flag (vessel_id, flag, earliest, latest) "
    "VALUES (4, 'IR', -2147483648, 2147483647), (4, 'PA', -2147483648, 2147483647); "
    "INSERT INTO identifier (object_id, scheme, value, valid) "
    "VALUES (4, 'mmsi', '273371920', 'valid')", RUTTER_SEVERITY_WARNING, "vessel:v",
    "273371920 was given out by Russia" },
  { "an MMSI of no flag", "INSERT INTO vessel_flag (vessel_id, flag, earliest, latest) "
    "VALUES (4, 'IR', -2147483648, 2147483647); "
    "INSERT INTO identifier (object_id, scheme, value, valid) "
    "VALUES (4, 'mmsi', '799371920', 'valid')", RUTTER_SEVERITY_WARNING, "vessel:v",
    "no state" },
  { "a place code", "UPDATE place SET unlocode = 'R' WHERE id = 3", RUTTER_SEVERITY_ERROR,
    "place:p", "locode" },
  { "two ships of one number", "INSERT INTO object VALUES (5, 'vessel:w', 'vessel', 'W'); "
    "INSERT INTO vessel (id) VALUES (5); INSERT INTO claim_object (claim_id, object_id) "
    "VALUES (1, 5); INSERT INTO identifier (object_id, scheme, value, valid) VALUES "
    "(4, 'imo', '9161003', 'valid'), (5, 'imo', '9161003', 'valid')", RUTTER_SEVERITY_WARNING,
    "vessel:v", "9161003" },
  { "coordinates", "UPDATE place SET geom = "
    "x'47500001E6100000010100000000000000004080400000000000000040'", RUTTER_SEVERITY_ERROR, NULL,
    "out of range" },
  { "not a number", "DROP TRIGGER rtree_place_geom_update1; UPDATE place SET geom = "
    "x'47500001E61000000101000000000000000000F87F0000000000000040'", RUTTER_SEVERITY_ERROR, NULL,
    "out of range" },
  { "a reference", "INSERT INTO denial (claim_id, denier_id, who) VALUES (1, 77, 'x')",
    RUTTER_SEVERITY_ERROR, NULL, "the table denial refers to a row of the table party" },
  { "a table that is not listed", "CREATE TABLE letters (id INTEGER PRIMARY KEY)",
    RUTTER_SEVERITY_ERROR, NULL, "table letters" },
  { "a feature table that is not", "UPDATE gpkg_contents SET data_type = 'attributes' "
    "WHERE table_name = 'hub'", RUTTER_SEVERITY_ERROR, NULL, "feature table hub" },
  { "a reference system", "DELETE FROM gpkg_spatial_ref_sys WHERE srs_id = 0",
    RUTTER_SEVERITY_ERROR, NULL, "reference systems" },
  { "another version", "PRAGMA user_version = 10200", RUTTER_SEVERITY_ERROR, NULL,
    "version 1.3" },
  { "an index that lacks a row", "DELETE FROM rtree_place_geom", RUTTER_SEVERITY_ERROR, NULL,
    "spatial index of the table place" },
  { "an index with a row too many", "INSERT INTO rtree_hub_geom VALUES (9, 1, 1, 1, 1)",
    RUTTER_SEVERITY_ERROR, NULL, "spatial index of the table hub" },
  { "a trigger", "CREATE TRIGGER spy AFTER INSERT ON claim BEGIN DELETE FROM claim; END",
    RUTTER_SEVERITY_WARNING, NULL, "trigger spy" },
};

static void
test_findings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) findings = check (cases[i].sql);
      gboolean is_found = FALSE;

      g_test_message ("%s", cases[i].label);
      for (guint j = 0; j < findings->len; j++)
        {
          const RutterFinding *finding = g_ptr_array_index (findings, j);

          g_test_message ("  %s: %s", finding->uid, finding->sentence);
          if (strstr (finding->sentence, cases[i].words) != NULL)
            {
              is_found = TRUE;
              g_assert_cmpint (finding->severity, ==, cases[i].severity);
              if (cases[i].uid != NULL && j == 0)
                g_assert_cmpstr (finding->uid, ==, cases[i].uid);
            }
        }
      g_assert_true (is_found);
    }
}

static void
test_unreadable (void)
{
  g_autofree char *path = catalog_folder_make_file ("text.gpkg", "text", -1);
  g_autoptr(GError) error = NULL;

  g_assert_null (rutter_catalog_check (path, &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_FOREIGN);
  catalog_folder_empty ();
}

int
main (int   argc,
      char *argv[])
{
  int status;

  catalog_folder_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalog-check/sound", test_sound);
  g_test_add_func ("/catalog-check/findings", test_findings);
  g_test_add_func ("/catalog-check/mmsi", test_mmsi);
  g_test_add_func ("/catalog-check/unreadable", test_unreadable);
  status = g_test_run ();
  catalog_folder_clear ();
  return status;
}
