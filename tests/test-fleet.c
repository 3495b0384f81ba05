/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-fleet.h"

/* Lady R with both numbers, two ships called Angara, a number that two have, and a name alone. */
static RutterFleet *
make_fleet (void)
{
  static const struct { const char *uid, *title, *imo, *mmsi; } vessels[] = {
    { "vessel:lady-r", "Lady R", "9161003", "273312580" },
    { "vessel:angara", "Angara", "9179842", NULL },
    { "vessel:angara-2", "Angara", NULL, NULL },
    { "vessel:twin-1", "Twin", "9074729", "273000001" },
    { "vessel:twin-2", "Other twin", "9074729", "273000001" },
    { "vessel:bad", "Bad", "9161004", "27331258" },
    { "vessel:port-olya-3", "Port Olya-3", NULL, "273371920" },
  };
  RutterFleet *fleet = rutter_fleet_new ();

  for (guint i = 0; i < G_N_ELEMENTS (vessels); i++)
    {
      guint vessel = rutter_fleet_add (fleet, vessels[i].uid, vessels[i].title);

      rutter_fleet_add_number (fleet, vessel, "imo", vessels[i].imo);
      rutter_fleet_add_number (fleet, vessel, "mmsi", vessels[i].mmsi);
      rutter_fleet_add_number (fleet, vessel, "ofac", "273000099");
      rutter_fleet_add_name (fleet, vessel, vessels[i].title);
    }

  return fleet;
}

static const struct
{
  const char      *label;
  RutterTarget     target;
  const char      *uid;        /* matched; NULL: none */
  RutterMatchKind  kind;
  const char      *possible;   /* uids */
} cases[] = {
  { "by an IMO number that was heard twice", { .mmsi = 636000001, .imo = 9161003,
    .is_imo_sure = TRUE }, "vessel:lady-r", RUTTER_MATCH_IMO, "" },
  { "by an IMO number that was heard once", { .mmsi = 636000001, .imo = 9161003 }, NULL,
    RUTTER_MATCH_NONE, "vessel:lady-r" },
  { "by the MMSI", { .mmsi = 273312580 }, "vessel:lady-r", RUTTER_MATCH_MMSI, "" },
  { "by the MMSI, the IMO number not yet sure", { .mmsi = 273312580, .imo = 9241061 },
    "vessel:lady-r", RUTTER_MATCH_MMSI, "" },
  { "by the MMSI, with an IMO number that fails its check", { .mmsi = 273312580, .imo = 1234568,
    .is_imo_sure = TRUE }, "vessel:lady-r", RUTTER_MATCH_MMSI, "" },
  { "the MMSI is hers, the IMO number another's", { .mmsi = 273312580, .imo = 9241061,
    .is_imo_sure = TRUE }, NULL, RUTTER_MATCH_NONE, "vessel:lady-r" },
  { "the MMSI without an IMO number to hold against", { .mmsi = 273371920, .imo = 9241061,
    .is_imo_sure = TRUE }, "vessel:port-olya-3", RUTTER_MATCH_MMSI, "" },
  { "a wrong check digit, as the catalogue has it", { .mmsi = 636000001, .imo = 9161004,
    .is_imo_sure = TRUE }, NULL, RUTTER_MATCH_NONE, "" },
  { "an MMSI that is too short, as the catalogue has it", { .mmsi = 27331258 }, NULL,
    RUTTER_MATCH_NONE, "" },
  { "a number of another scheme", { .mmsi = 273000099 }, NULL, RUTTER_MATCH_NONE, "" },
  { "numbers that two vessels have", { .mmsi = 273000001, .imo = 9074729, .is_imo_sure = TRUE },
    NULL, RUTTER_MATCH_NONE, "" },
  { "nothing", { .mmsi = 636000001 }, NULL, RUTTER_MATCH_NONE, "" },
  { "a name alone", { .mmsi = 636000001, .name = "LADY R" }, NULL, RUTTER_MATCH_NONE,
    "vessel:lady-r" },
  { "a name that two have", { .mmsi = 636000001, .name = "ANGARA" }, NULL, RUTTER_MATCH_NONE,
    "vessel:angara vessel:angara-2" },
  { "a name, and an IMO number that is not hers", { .mmsi = 636000001, .name = "ANGARA",
    .imo = 9124043, .is_imo_sure = TRUE }, NULL, RUTTER_MATCH_NONE, "vessel:angara-2" },
  { "a name that begins alike", { .mmsi = 636000001, .name = "LADY ROSE" }, NULL,
    RUTTER_MATCH_NONE, "" },
  { "name and number of one vessel are one offer", { .mmsi = 636000001, .imo = 9161003,
    .name = "LADY R" }, NULL, RUTTER_MATCH_NONE, "vessel:lady-r" },
};

static char *
join_uids (GArray *matches)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < matches->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            g_array_index (matches, RutterMatch, i).uid);

  return g_string_free (text, FALSE);
}

static void
test_match (void)
{
  g_autoptr(RutterFleet) fleet = make_fleet ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RutterMatch match = { NULL, };
      gboolean is_match = rutter_fleet_match (fleet, &cases[i].target, &match);
      g_autoptr(GArray) possible = rutter_fleet_list_possible (fleet, &cases[i].target);
      g_autofree char *uids = join_uids (possible);

      g_test_message ("%s", cases[i].label);
      g_assert_true (is_match == (cases[i].uid != NULL));
      g_assert_cmpstr (match.uid, ==, cases[i].uid);
      g_assert_cmpint (match.kind, ==, cases[i].kind);
      g_assert_cmpstr (uids, ==, cases[i].possible);
      for (guint j = 0; j < possible->len; j++)
        g_assert_cmpint (g_array_index (possible, RutterMatch, j).kind, >, RUTTER_MATCH_MMSI);
    }
}

static void
test_numbers (void)
{
  g_autoptr(RutterFleet) fleet = make_fleet ();
  g_autoptr(GArray) imos = rutter_fleet_list_numbers (fleet, TRUE);
  g_autoptr(GArray) mmsis = rutter_fleet_list_numbers (fleet, FALSE);

  g_assert_cmpuint (imos->len, ==, 2);
  g_assert_cmpuint (mmsis->len, ==, 2);
}

/* All of a table at once, in the order that the painter wants. */
static void
test_all (void)
{
  g_autoptr(RutterFleet) fleet = make_fleet ();
  g_autoptr(RutterTargetTable) table = rutter_target_table_new (100);
  g_autoptr(GArray) hits = NULL;
  RutterAisMessage message = { .type = 5, .mmsi = 636000001 };

  message.identity.imo = 9161003;
  for (guint i = 0; i < 2; i++)
    rutter_target_table_hear (table, &message, i + 1, 0, FALSE, 10);
  message.identity.imo = 0;
  message.mmsi = 273371920;
  rutter_target_table_hear (table, &message, 3, 0, FALSE, 10);
  message.mmsi = 273371921;
  rutter_target_table_hear (table, &message, 3, 0, FALSE, 10);

  hits = rutter_fleet_match_all (fleet, table);
  g_assert_cmpuint (hits->len, ==, 2);
  g_assert_cmpuint (g_array_index (hits, RutterFleetHit, 0).mmsi, ==, 273371920);
  g_assert_cmpuint (g_array_index (hits, RutterFleetHit, 1).mmsi, ==, 636000001);
  g_assert_cmpstr (rutter_fleet_get_uid (fleet, g_array_index (hits, RutterFleetHit, 1).vessel),
                   ==, "vessel:lady-r");
}

static void
test_uid (void)
{
  static const struct { const char *uid; guint32 mmsi; } uids[] = {
    { "live:273371920", 273371920 }, { "live:002731234", 2731234 }, { "live:0", 0 },
    { "live:1000000000", 0 }, { "live:", 0 }, { "live:12x", 0 }, { "live:-1", 0 },
    { "vessel:lady-r", 0 }, { "", 0 }, { NULL, 0 },
  };
  g_autofree char *uid = rutter_live_uid_new (2731234);

  g_assert_cmpstr (uid, ==, "live:002731234");
  for (guint i = 0; i < G_N_ELEMENTS (uids); i++)
    g_assert_cmpuint (rutter_live_uid_parse (uids[i].uid), ==, uids[i].mmsi);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fleet/match", test_match);
  g_test_add_func ("/fleet/numbers", test_numbers);
  g_test_add_func ("/fleet/all", test_all);
  g_test_add_func ("/fleet/uid", test_uid);

  return g_test_run ();
}
