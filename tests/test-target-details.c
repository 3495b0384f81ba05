/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-target-details.h"

#include "fixture-records.h"
#include "rutter-error.h"
#include "rutter-matcher.h"
#include "rutter-target-merge.h"
#include "rutter-track-exporter.h"

#include <glib/gstdio.h>

#define NOW ((gint64)1795000000 * G_USEC_PER_SEC)   /* 18 November 2026, 11:06:40 UTC */

static RutterTarget
make_target (void)
{
  RutterTarget target;

  rutter_target_begin (&target, 636014433, NOW - 90 * G_USEC_PER_SEC);
  target.heard_us = target.voyage_us = NOW - 12 * G_USEC_PER_SEC;
  target.position_us = NOW - 90 * G_USEC_PER_SEC;
  target.position = (RutterLonLat) { 49.8671, 40.4093 };
  target.class = RUTTER_TARGET_CLASS_A;
  target.n_messages = 1234;
  target.speed_kn = 12.34;
  target.course_deg = 45;
  target.heading_deg = 7;
  target.status = 0;
  target.imo = 9161003;
  target.is_imo_sure = target.is_name_sure = TRUE;
  target.ship_type = 71;
  target.has_hull = TRUE;
  target.hull = (RutterAisHull) { 100, 22, 8, 12 };
  target.draught_m = 25.5;
  target.eta_month = 1;
  target.eta_day = 3;
  target.eta_hour = 6;
  target.eta_minute = 0;
  g_strlcpy (target.name, "LADY R", sizeof target.name);
  g_strlcpy (target.destination, "OLYA<>", sizeof target.destination);

  return target;
}

/* All rows of a section, "label=text|note>uid" a line. */
static char *
dump (RutterDetails *details,
      const char    *id)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < details->sections->len; i++)
    {
      const RutterDetailsSection *section = g_ptr_array_index (details->sections, i);

      for (guint j = 0; g_str_equal (section->id, id) && j < section->rows->len; j++)
        {
          const RutterDetailsRow *row = g_ptr_array_index (section->rows, j);

          g_string_append_printf (text, "%s=%s", row->label, row->text);
          if (row->note != NULL)
            g_string_append_printf (text, "|%s", row->note);
          if (row->uid != NULL)
            g_string_append_printf (text, ">%s", row->uid);
          g_string_append_c (text, '\n');
        }
    }

  return g_string_free (text, FALSE);
}

static void
test_words (void)
{
  RutterTarget target = make_target ();
  RutterTargetSurroundings around = { .now_us = NOW, .feed = "Harbour" };
  g_autoptr(RutterDetails) details = rutter_target_details_new (&target, &around);
  g_autofree char *live = dump (details, "live");
  g_autofree char *identity = dump (details, "identity");
  g_autofree char *conflicts = dump (details, "conflicts");

  g_assert_cmpstr (details->uid, ==, "live:636014433");
  g_assert_cmpstr (details->title, ==, "LADY R");
  g_assert_cmpuint (details->sections->len, ==, 3);
  g_assert_cmpstr (live, ==,
                   "Last heard=12 seconds ago|11:06:28 UTC\n"
                   "Position=40°24.558′ N, 049°52.026′ E|90 seconds ago\n"
                   "Speed=12.3 kn\n"
                   "Course over ground=045.0°\n"
                   "Heading=007°\n"
                   "Status as sent=Under way using engine\n"
                   "Destination as sent=OLYA<>\n"
                   "Estimated arrival=3 January 2027, 06:00 UTC|"
                   "Sent without a year: the year is guessed, nearest to when it was heard\n"
                   "Draught=25.5 m|That or more\n"
                   "Heard by=Harbour|1234 messages\n");
  g_assert_cmpstr (identity, ==,
                   "Name=LADY R\nMMSI=636014433\nMMSI registered in=Liberia\nIMO number=9161003\n"
                   "Type=Cargo ship, hazardous category A\nTransmitter=Class A\n"
                   "Length and beam=122 × 20 m\n");
  g_assert_cmpstr (conflicts, ==, "");
}

/* What was not heard is not said. */
static void
test_bare (void)
{
  RutterTargetSurroundings around = { .now_us = NOW, .feed = "Harbour" };
  g_autoptr(RutterDetails) details = NULL;
  g_autofree char *live = NULL;
  g_autofree char *identity = NULL;
  RutterTarget target;

  rutter_target_begin (&target, 2731234, NOW);
  target.heard_us = NOW + G_USEC_PER_SEC;
  target.n_messages = 1;
  details = rutter_target_details_new (&target, &around);
  live = dump (details, "live");
  identity = dump (details, "identity");
  g_assert_cmpstr (details->title, ==, "MMSI 002731234");
  g_assert_cmpstr (live, ==, "Last heard=0 seconds ago|11:06:41 UTC\nPosition=None heard yet\n"
                             "Heard by=Harbour|1 message\n");
  g_assert_cmpstr (identity, ==, "MMSI=002731234\nMMSI registered in=Russia\n"
                                 "Type=Coast station\nTransmitter=Not known yet\n");
}

static void
test_ages (void)
{
  static const struct { int seconds; const char *text; } cases[] = {
    { -5, "0 seconds ago" }, { 1, "1 second ago" }, { 119, "119 seconds ago" },
    { 120, "2 minutes ago" }, { 7199, "119 minutes ago" }, { 7200, "2 hours ago" },
    { 172799, "47 hours ago" }, { 172800, "2 days ago" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = rutter_target_details_dup_age (NOW - (gint64)cases[i].seconds *
                                                             G_USEC_PER_SEC, NOW);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* A vessel of the catalogue with an MMSI of another state, two transmitters, and two places. */
static void
test_conflicts (void)
{
  static const char *const flags[] = { "RU", "IR", NULL };
  static const char *const liberia[] = { "RU", "LR", NULL };
  RutterTarget target = make_target ();
  RutterMatch match = { "vessel:lady-r", "Lady R", RUTTER_MATCH_IMO };
  RutterTargetSurroundings around = { .now_us = NOW, .feed = "Harbour", .match = &match,
                                      .flags = flags, .known_mmsi = 273312580 };
  g_autoptr(RutterDetails) details = NULL;
  g_autoptr(RutterDetails) others = NULL;
  g_autofree char *conflicts = NULL;
  g_autofree char *other_conflicts = NULL;
  g_autofree char *identity = NULL;

  target.same_imo_mmsi = 273312580;
  target.two_places_us = NOW - 60 * G_USEC_PER_SEC;
  details = rutter_target_details_new (&target, &around);
  conflicts = dump (details, "conflicts");
  identity = dump (details, "identity");
  g_assert_true (g_str_has_prefix (identity, "In the catalogue=Lady R|The IMO number is the same"
                                             ">vessel:lady-r\n"));
  g_assert_true (g_str_has_prefix (conflicts,
    "Two MMSIs, one IMO number=MMSI 273312580 sends the IMO number 9161003 as well."
    ">live:273312580\n"
    "Flag=The MMSI is registered in Liberia; the flags that the catalogue has: Russia, Iran.\n"
    "MMSI=The catalogue has the MMSI 273312580 for this vessel.\n"
    "Two places at once=Heard in turn in two places"));
  g_assert_true (g_str_has_suffix (conflicts, "|60 seconds ago\n"));

  /* One of the flags goes with the MMSI; the number is a wrong one; a place was doubted. */
  around.flags = liberia;
  around.match = NULL;
  around.known_mmsi = 0;
  target.imo = 9161004;
  target.same_imo_mmsi = 0;
  target.two_places_us = 0;
  target.doubted_us = NOW;
  target.doubted = (RutterLonLat) { 0.5, 0.5 };
  others = rutter_target_details_new (&target, &around);
  other_conflicts = dump (others, "conflicts");
  g_assert_cmpstr (other_conflicts, ==,
    "IMO number=9161004 fails its check digit; it is not used to match.\n"
    "Position in doubt=00°30.000′ N, 000°30.000′ E, which it cannot have reached; set aside."
    "|0 seconds ago\n");
}

/* The real catalogue: its vessels match by their numbers, and a name is only an offer. */
static void
test_starter (void)
{
  g_autoptr(RutterRecords) records = fixture_records_new_starter ();
  g_autoptr(RutterFleet) fleet = rutter_matcher_make_fleet (records);
  g_autoptr(GArray) possible = NULL;
  RutterTarget target = make_target ();
  RutterMatch match;

  g_assert_true (rutter_fleet_match (fleet, &target, &match));
  g_assert_cmpstr (match.uid, ==, "vessel:lady-r");
  g_assert_cmpint (match.kind, ==, RUTTER_MATCH_IMO);

  target.imo = 0;
  g_assert_false (rutter_fleet_match (fleet, &target, &match));
  possible = rutter_fleet_list_possible (fleet, &target);
  g_assert_cmpuint (possible->len, ==, 1);
  g_assert_cmpint (g_array_index (possible, RutterMatch, 0).kind, ==, RUTTER_MATCH_NAME);

  target.mmsi = 273371920;
  target.name[0] = '\0';
  g_assert_true (rutter_fleet_match (fleet, &target, &match));
  g_assert_cmpstr (match.uid, ==, "vessel:port-olya-3");
}

typedef struct
{
  gboolean  is_done;
  GError   *error;
} Outcome;

static void
on_exported_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  Outcome *outcome = user_data;

  rutter_track_exporter_run_finish (RUTTER_TRAFFIC (object), result, &outcome->error);
  outcome->is_done = TRUE;
}

static void
export (RutterTraffic *traffic,
        guint32        mmsi,
        const char    *path,
        Outcome       *outcome)
{
  *outcome = (Outcome) { FALSE, NULL };
  rutter_track_exporter_run_async (traffic, mmsi, "Harbour", RUTTER_TRACK_CSV, path, NULL,
                                   on_exported_cb, outcome);
  while (!outcome->is_done)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_export (void)
{
  g_autoptr(RutterTraffic) traffic = rutter_traffic_new ();
  g_autofree char *folder = g_dir_make_tmp ("rutter-track-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "track.csv", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "none", "track.csv", NULL);
  g_autofree char *text = NULL;
  RutterTrafficItem item = { .heard_us = g_get_real_time () - G_USEC_PER_SEC };
  Outcome outcome;

  item.message.type = 1;
  item.message.mmsi = 636014433;
  item.message.has_position = TRUE;
  item.message.position.lon_deg = 49.5;
  item.message.position.lat_deg = 40.5;
  rutter_traffic_add (traffic, &item, 1);

  export (traffic, 636014433, path, &outcome);
  g_assert_no_error (outcome.error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Z,49.500000,40.500000,"));
  g_assert_nonnull (strstr (text, "\"Harbour\""));

  export (traffic, 636014434, path, &outcome);
  g_assert_error (outcome.error, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND);
  g_clear_error (&outcome.error);
  export (traffic, 636014433, nowhere, &outcome);
  g_assert_error (outcome.error, RUTTER_ERROR, RUTTER_ERROR_WRITE);
  g_clear_error (&outcome.error);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/target-details/words", test_words);
  g_test_add_func ("/target-details/bare", test_bare);
  g_test_add_func ("/target-details/ages", test_ages);
  g_test_add_func ("/target-details/conflicts", test_conflicts);
  g_test_add_func ("/target-details/starter", test_starter);
  g_test_add_func ("/target-details/export", test_export);

  return g_test_run ();
}
