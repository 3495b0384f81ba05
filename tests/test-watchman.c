/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-watchman.h"

#define MMSI 273210060
#define HOUR ((gint64)3600 * G_USEC_PER_SEC)

static RutterAlertNote *
get_note (RutterWatchman *watchman,
          guint           i)
{
  g_autoptr(RutterAlertNote) note = g_list_model_get_item (G_LIST_MODEL (watchman), i);

  return note;
}

static void
hear (RutterTraffic *traffic,
      guint32        mmsi,
      double         lon)
{
  static gint64 n;
  RutterTrafficItem item = { .heard_us = g_get_real_time () - HOUR + ++n * G_USEC_PER_SEC };

  item.message.type = 1;
  item.message.mmsi = mmsi;
  item.message.has_position = TRUE;
  item.message.position.lon_deg = lon;
  item.message.position.lat_deg = 41;
  rutter_traffic_add (traffic, &item, 1);
}

static void
on_alerted_cb (RutterWatchman *watchman,
               GPtrArray      *notes,
               guint          *n_alerted)
{
  *n_alerted += notes->len;
}

/* Waits until the traffic has merged all that was added before. */
static void
on_found_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GArray) targets = rutter_traffic_find_finish (RUTTER_TRAFFIC (source), result, NULL);

  g_assert_nonnull (targets);
  *(gboolean *)user_data = TRUE;
}

static void
wait_for_traffic (RutterTraffic *traffic)
{
  gboolean is_done = FALSE;

  rutter_traffic_find_async (traffic, NULL, 0, NULL, on_found_cb, &is_done);
  while (!is_done)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static GPtrArray *
watch_square (void)
{
  const RutterLonLat square[] = { { 48, 40 }, { 50, 40 }, { 50, 42 }, { 48, 42 } };
  GPtrArray *watches = g_ptr_array_new_with_free_func ((GDestroyNotify)rutter_watch_unref);

  g_ptr_array_add (watches, rutter_watch_new_vessel ("Her", 0, MMSI, 60));
  g_ptr_array_add (watches, rutter_watch_new_shape (RUTTER_WATCH_AREA, "Square", square, 4,
                                                    RUTTER_WATCH_CATALOGUE));
  return watches;
}

static void
test_watching (void)
{
  g_autoptr(RutterTraffic) traffic = rutter_traffic_new ();
  g_autoptr(RutterWatchman) watchman = rutter_watchman_new (traffic);
  g_autoptr(GPtrArray) watches = watch_square ();
  const guint32 known = 273000009;
  guint n_alerted = 0;

  g_signal_connect (watchman, "alerted", G_CALLBACK (on_alerted_cb), &n_alerted);
  hear (traffic, MMSI, 47);
  wait_for_traffic (traffic);
  g_assert_cmpuint (n_alerted, ==, 0);

  rutter_watchman_set_watches (watchman, watches);
  rutter_watchman_set_catalogue (watchman, NULL, 0, &known, 1);
  hear (traffic, MMSI, 47);
  hear (traffic, known, 49.001);
  hear (traffic, known, 49);
  wait_for_traffic (traffic);
  g_assert_cmpuint (n_alerted, ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (watchman)), ==, 2);
  g_assert_cmpstr (rutter_alert_note_get_sentence (get_note (watchman, 0)), ==,
                   "“MMSI 273000009” is heard inside the area “Square”.");
  g_assert_cmpstr (rutter_alert_note_get_sentence (get_note (watchman, 1)), ==,
                   "“Her” is heard.");
  g_assert_cmpuint (rutter_alert_note_get_mmsi (get_note (watchman, 1)), ==, MMSI);
  g_assert_cmpfloat (rutter_alert_note_get_position (get_note (watchman, 0)).lon, ==, 49);
  g_assert_nonnull (strstr (rutter_alert_note_get_definition (get_note (watchman, 0)), "outline"));

  rutter_watchman_clear (watchman);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (watchman)), ==, 0);
}

/* What two feeds hear alike, one a little later, is one alert. */
static void
test_two_feeds (void)
{
  g_autoptr(RutterTraffic) traffic = rutter_traffic_new ();
  g_autoptr(RutterWatchman) watchman = rutter_watchman_new (traffic);
  g_autoptr(GPtrArray) watches = watch_square ();
  const double lons[] = { 47.8, 47.9, 48.1, 48.2, 48.3 };
  guint n_alerted = 0;

  g_signal_connect (watchman, "alerted", G_CALLBACK (on_alerted_cb), &n_alerted);
  rutter_watchman_set_watches (watchman, watches);
  wait_for_traffic (traffic);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (lons); i++)
    {
      RutterTrafficItem item = { .heard_us = g_get_real_time () - HOUR, .feed = i % 2 };

      item.heard_us += i / 2 * 600 * G_USEC_PER_SEC + i % 2 * 7 * G_USEC_PER_SEC;
      item.message.type = 1;
      item.message.mmsi = MMSI;
      item.message.has_position = TRUE;
      item.message.position.lon_deg = lons[i / 2];
      item.message.position.lat_deg = 41;
      rutter_traffic_add (traffic, &item, 1);
    }
  wait_for_traffic (traffic);
  g_assert_cmpuint (n_alerted, ==, 2);
  g_assert_cmpstr (rutter_alert_note_get_sentence (get_note (watchman, 1)), ==, "“Her” is heard.");
  g_assert_cmpint (rutter_alert_note_get_kind (get_note (watchman, 0)), ==, RUTTER_ALERT_ENTERED);
  g_assert_cmpfloat (rutter_alert_note_get_position (get_note (watchman, 0)).lon, ==, 48.2);
}

/* What comes faster than it can be shown has an end, and what was lost is counted. */
static void
test_flood (void)
{
  g_autoptr(RutterTraffic) traffic = rutter_traffic_new ();
  g_autoptr(RutterWatchman) watchman = rutter_watchman_new (traffic);
  g_autoptr(GPtrArray) watches = watch_square ();
  guint n_alerted = 0;

  g_signal_connect (watchman, "alerted", G_CALLBACK (on_alerted_cb), &n_alerted);
  g_ptr_array_remove_index (watches, 1);
  for (guint i = 1; i < 3 * RUTTER_WATCHMAN_MOST_NOTES; i++)
    g_ptr_array_add (watches, rutter_watch_new_vessel ("Other", 0, MMSI + i, 0));
  rutter_watchman_set_watches (watchman, watches);
  wait_for_traffic (traffic);
  for (guint i = 0; i < watches->len; i++)
    hear (traffic, MMSI + i, 49);
  wait_for_traffic (traffic);
  g_assert_cmpuint (n_alerted + rutter_watchman_get_n_dropped (watchman), ==, watches->len);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (watchman)), ==,
                    MIN (n_alerted, RUTTER_WATCHMAN_MOST_NOTES));
}

/* The traffic goes on when nobody watches any more. */
static void
test_going (void)
{
  g_autoptr(RutterTraffic) traffic = rutter_traffic_new ();
  RutterWatchman *watchman = rutter_watchman_new (traffic);
  g_autoptr(GPtrArray) watches = watch_square ();

  rutter_watchman_set_watches (watchman, watches);
  g_assert_true (rutter_watchman_get_watches (watchman) == watches);
  hear (traffic, MMSI, 49);
  g_object_add_weak_pointer (G_OBJECT (watchman), (gpointer *)&watchman);
  g_object_unref (watchman);
  g_assert_null (watchman);
  hear (traffic, MMSI, 49);
  wait_for_traffic (traffic);
}

typedef struct
{
  RutterAlert  alert;
  gboolean     is_shape;
  const char  *sentence;
  const char  *definition;   /* a word of it */
} Saying;

static void
test_sentences (void)
{
  const RutterLonLat line[] = { { 29, 41 }, { 29, 41.2 } };
  const gint64 minute = (gint64)60 * G_USEC_PER_SEC;
  RutterTarget target = { .mmsi = MMSI, .name = "SHIP" };
  g_autoptr(RutterWatch) vessel = rutter_watch_new_vessel ("Her", 0, MMSI, 60);
  g_autoptr(RutterWatch) strait = rutter_watch_new_shape (RUTTER_WATCH_PASSAGE, "Bosporus", line,
                                                          2, RUTTER_WATCH_ANYONE);
  const Saying sayings[] = {
    { { RUTTER_ALERT_HEARD }, FALSE, "“Her” is heard.",
      "Heard means" },
    { { RUTTER_ALERT_HEARD, .silence_us = 119 * minute }, FALSE,
      "“Her” is heard again, after 119 minutes of AIS silence.",
      "silence" },
    { { RUTTER_ALERT_SILENT, .silence_us = 120 * minute }, FALSE,
      "AIS silence: nothing was received from “Her” for 2 hours.",
      "silence" },
    { { RUTTER_ALERT_SILENT, .silence_us = 72 * 60 * minute }, FALSE,
      "AIS silence: nothing was received from “Her” for 3 days.",
      "silence" },
    { { RUTTER_ALERT_NAME, .before = "ONE", .after = "TWO" }, FALSE,
      "“Her” broadcasts another name: “TWO” instead of “ONE”.",
      "twice" },
    { { RUTTER_ALERT_DESTINATION, .before = "OLYA", .after = "AMIRABAD" }, FALSE,
      "“Her” broadcasts another destination: “AMIRABAD” instead of “OLYA”.",
      "twice" },
    { { RUTTER_ALERT_DRAUGHT, .before = "4.5", .after = "6.1" }, FALSE,
      "“Her” broadcasts another draught: 6.1 m instead of 4.5 m.",
      "twice" },
    { { RUTTER_ALERT_MMSI, .before = "273210060", .after = "100000001" }, FALSE,
      "“Her” is heard under another MMSI: 100000001 instead of 273210060 (Russia).",
      "country" },
    { { RUTTER_ALERT_MMSI, .before = "273210060", .after = "620000001" }, FALSE,
      "“Her” is heard under an MMSI of another flag: 620000001 (Comoros) instead of 273210060 "
      "(Russia).",
      "country" },
    { { RUTTER_ALERT_MMSI, .before = "273210060", .after = "273000001" }, FALSE,
      "“Her” is heard under another MMSI: 273000001 (Russia) instead of 273210060 (Russia).",
      "country" },
    { { RUTTER_ALERT_INSIDE }, TRUE, "“SHIP” is heard at the passage “Bosporus”.",
      "passage" },
    { { RUTTER_ALERT_ENTERED }, TRUE, "“SHIP” came to the passage “Bosporus”.",
      "passage" },
    { { RUTTER_ALERT_LEFT }, TRUE, "“SHIP” left the passage “Bosporus”.",
      "passage" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sayings); i++)
    {
      RutterAlert alert = sayings[i].alert;
      g_autoptr(RutterAlertNote) note = NULL;

      alert.watch = sayings[i].is_shape ? strait : vessel;
      alert.target = &target;
      alert.time_us = 42;
      note = rutter_alert_note_new (&alert);
      g_assert_cmpstr (rutter_alert_note_get_sentence (note), ==, sayings[i].sentence);
      g_assert_nonnull (strstr (rutter_alert_note_get_definition (note), sayings[i].definition));
      g_assert_cmpint (rutter_alert_note_get_kind (note), ==, alert.kind);
      g_assert_cmpint (rutter_alert_note_get_time_us (note), ==, 42);
      g_assert_true (rutter_alert_note_get_watch (note) == alert.watch);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/watchman/watching", test_watching);
  g_test_add_func ("/watchman/two-feeds", test_two_feeds);
  g_test_add_func ("/watchman/flood", test_flood);
  g_test_add_func ("/watchman/going", test_going);
  g_test_add_func ("/watchman/sentences", test_sentences);

  return g_test_run ();
}
