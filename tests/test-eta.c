/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-ais-words.h"
#include "rutter-eta.h"

static gint64
get_time_us (const char *iso)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_iso8601 (iso, NULL);

  g_assert_nonnull (time);
  return g_date_time_to_unix (time) * G_USEC_PER_SEC;
}

static void
test_guess (void)
{
  static const struct
  {
    const char *label, *heard;
    int         sent[4];
    const char *text;   /* NULL: no date */
  } cases[] = {
    { "this year", "2026-05-10T00:00:00Z", { 5, 12, 14, 30 }, "12 May 2026, 14:30 UTC" },
    { "just past", "2026-05-20T00:00:00Z", { 5, 12, 14, 30 }, "12 May 2026, 14:30 UTC" },
    { "January, meant in December", "2026-12-28T00:00:00Z", { 1, 3, 6, 0 },
      "3 January 2027, 06:00 UTC" },
    { "December, still sent in January", "2027-01-04T00:00:00Z", { 12, 30, 6, 0 },
      "30 December 2026, 06:00 UTC" },
    { "half a year off, nearer ahead", "2026-01-10T00:00:00Z", { 7, 1, 0, 0 },
      "1 July 2026, 00:00 UTC" },
    { "a leap day", "2027-12-01T00:00:00Z", { 2, 29, 12, 0 }, "29 February 2028, 12:00 UTC" },
    { "no leap day near", "2026-06-01T00:00:00Z", { 2, 29, 12, 0 }, NULL },
    { "no hour", "2026-05-10T00:00:00Z", { 5, 12, 24, 60 }, "12 May 2026" },
    { "no minute", "2026-05-10T00:00:00Z", { 5, 12, 9, 60 }, "12 May 2026, 09:00 UTC" },
    { "an hour that there is not", "2026-05-10T00:00:00Z", { 5, 12, 31, 5 }, "12 May 2026" },
    { "no month", "2026-05-10T00:00:00Z", { 0, 12, 9, 0 }, NULL },
    { "no day", "2026-05-10T00:00:00Z", { 5, 0, 9, 0 }, NULL },
    { "a month that there is not", "2026-05-10T00:00:00Z", { 13, 1, 9, 0 }, NULL },
    { "a day that there is not", "2026-05-10T00:00:00Z", { 4, 31, 9, 0 }, NULL },
    { "below nothing", "2026-05-10T00:00:00Z", { -1, -1, -1, -1 }, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RutterEta eta;
      gboolean is_date = rutter_eta_guess (&eta, cases[i].sent[0], cases[i].sent[1],
                                           cases[i].sent[2], cases[i].sent[3],
                                           get_time_us (cases[i].heard));
      g_autofree char *text = is_date ? rutter_eta_to_text (&eta) : NULL;

      g_test_message ("%s", cases[i].label);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* Ends of the tables, what is reserved in them, and what is out of them. */
static void
test_words (void)
{
  static const struct { int type; const char *text; } types[] = {
    { 0, NULL }, { 19, NULL }, { 20, "Wing-in-ground craft" }, { 30, "Fishing vessel" },
    { 35, "Military vessel" }, { 38, NULL }, { 40, "High-speed craft" }, { 52, "Tug" },
    { 70, "Cargo ship" }, { 71, "Cargo ship, hazardous category A" }, { 75, "Cargo ship" },
    { 84, "Tanker, hazardous category D" }, { 89, "Tanker" }, { 99, "Other vessel" },
    { 100, NULL }, { 255, NULL }, { -1, NULL },
  };
  static const struct
  {
    RutterTargetClass  class;
    guint32            mmsi;
    int                type;
    const char        *text;
  } targets[] = {
    { RUTTER_TARGET_CLASS_A, 273371920, 70, "Cargo ship" },
    { RUTTER_TARGET_CLASS_A, 273371920, 0, "Vessel of a type not given" },
    { RUTTER_TARGET_AID, 992731234, 24, "Buoy, port hand" },
    { RUTTER_TARGET_AID, 992731234, 0, "Aid to navigation" },
    { RUTTER_TARGET_CLASS_B, 992731234, 70, "Aid to navigation" },
    { RUTTER_TARGET_STATION, 2731234, 0, "Base station" },
    { RUTTER_TARGET_CLASS_A, 970123456, 0, "Search and rescue transmitter" },
    { RUTTER_TARGET_AIRCRAFT, 111273001, 0, "Search and rescue aircraft" },
    { RUTTER_TARGET_CLASS_B, 123, 37, "Pleasure craft" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *text = rutter_ais_words_dup_type (types[i].type);

      g_assert_cmpstr (text, ==, types[i].text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autofree char *text = rutter_ais_words_dup_target (targets[i].class, targets[i].mmsi,
                                                           targets[i].type);

      g_assert_cmpstr (text, ==, targets[i].text);
    }

  g_assert_cmpstr (rutter_ais_words_get_status (0), ==, "Under way using engine");
  g_assert_cmpstr (rutter_ais_words_get_status (14), ==, "Distress transmitter is active");
  g_assert_null (rutter_ais_words_get_status (15));
  g_assert_null (rutter_ais_words_get_status (16));
  g_assert_null (rutter_ais_words_get_status (-1));
  g_assert_cmpstr (rutter_ais_words_get_aid (31), ==, "Light vessel or rig");
  g_assert_null (rutter_ais_words_get_aid (32));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/eta/guess", test_guess);
  g_test_add_func ("/ais-words", test_words);

  return g_test_run ();
}
