/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-traffic.h"

#define MINUTE ((gint64)60 * G_USEC_PER_SEC)

static RutterTrafficItem
make_item (guint32 mmsi,
           double  lon,
           double  lat,
           gint64  heard_us,
           guint8  feed)
{
  RutterTrafficItem item = { .heard_us = heard_us, .feed = feed };

  item.message.type = 1;
  item.message.mmsi = mmsi;
  item.message.has_position = TRUE;
  item.message.position.lon_deg = lon;
  item.message.position.lat_deg = lat;
  item.message.motion.speed_kn = mmsi % 20;
  item.message.motion.course_deg = 90;
  item.message.motion.heading_deg = NAN;
  item.message.motion.turn_deg_min = NAN;
  return item;
}

static void
hear (RutterTraffic *traffic,
      guint32        mmsi,
      double         lon,
      double         lat,
      gint64         heard_us,
      guint8         feed)
{
  RutterTrafficItem item = make_item (mmsi, lon, lat, heard_us, feed);

  rutter_traffic_add (traffic, &item, 1);
}

static void
hear_name (RutterTraffic *traffic,
           guint32        mmsi,
           const char    *name,
           guint32        imo)
{
  RutterTrafficItem item = { .heard_us = g_get_real_time (), .feed = 1 };

  item.message.type = 5;
  item.message.mmsi = mmsi;
  item.message.identity.imo = imo;
  item.message.identity.draught_m = NAN;
  g_strlcpy (item.message.identity.name, name, sizeof item.message.identity.name);
  rutter_traffic_add (traffic, &item, 1);
  rutter_traffic_add (traffic, &item, 1);
}

static void
on_array_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **)user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static GArray *
find (RutterTraffic *traffic,
      guint32        first,
      guint32        second)
{
  g_autoptr(GAsyncResult) result = NULL;
  guint32 mmsis[] = { first, second };
  GArray *found;

  rutter_traffic_find_async (traffic, mmsis, 2, NULL, on_array_cb, &result);
  found = rutter_traffic_find_finish (traffic, wait_for (&result), NULL);
  g_assert_nonnull (found);
  return found;
}

static GArray *
list (RutterTraffic            *traffic,
      const RutterTargetFilter *filter,
      RutterTargetSort          sort,
      gboolean                  is_reversed)
{
  g_autoptr(GAsyncResult) result = NULL;
  GArray *rows;

  rutter_traffic_list_async (traffic, filter, sort, is_reversed, NULL, on_array_cb, &result);
  rows = rutter_traffic_list_finish (traffic, wait_for (&result), NULL);
  g_assert_nonnull (rows);
  return rows;
}

static void
on_published_cb (RutterTraffic *traffic,
                 guint         *n)
{
  ++*n;
}

/* However much is heard, it is told at most five times a second, and in the end all of it. */
static void
test_published (void)
{
  g_autoptr(RutterTraffic) traffic = rutter_traffic_new ();
  gint64 began_us = g_get_monotonic_time ();
  guint n_published = 0;
  RutterPointSet *points;

  g_assert_null (rutter_traffic_get_points (traffic));
  g_signal_connect (traffic, "published", G_CALLBACK (on_published_cb), &n_published);
  for (guint i = 0; i < 2000; i++)
    {
      hear (traffic, 273000001 + i % 500, 20 + i % 500 * 0.01, 59, g_get_real_time (), 1);
      while (i % 100 == 0 && g_main_context_iteration (NULL, FALSE))
        continue;
    }
  while (rutter_traffic_get_points (traffic) == NULL ||
         rutter_traffic_get_points (traffic)->n < 500)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (n_published, <=, (g_get_monotonic_time () - began_us) / 200000 + 2);
  g_assert_cmpuint (rutter_traffic_count_dropped (traffic), ==, 0);
  points = rutter_traffic_get_points (traffic);
  g_assert_cmpuint (points->n, ==, 500);

  rutter_traffic_clear (traffic);
  while (rutter_traffic_get_points (traffic)->n > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (g_steal_pointer (&traffic));
}

/* Two feeds that hear one ship make one target, and it is forgotten with the last of them. */
static void
test_feeds (void)
{
  g_autoptr(RutterTraffic) traffic = rutter_traffic_new ();
  gint64 now_us = g_get_real_time ();
  g_autoptr(GArray) both = NULL;
  g_autoptr(GArray) rest = NULL;
  const RutterTarget *target;

  hear (traffic, 273000001, 20, 59, now_us - 2 * MINUTE, 1);
  hear (traffic, 273000001, 20.001, 59, now_us - MINUTE, 2);
  hear (traffic, 273000002, 21, 59, now_us, 2);
  both = find (traffic, 273000002, 273000001);
  g_assert_cmpuint (both->len, ==, 2);
  target = &g_array_index (both, RutterTarget, 1);
  g_assert_cmpuint (target->mmsi, ==, 273000001);
  g_assert_cmpuint (target->n_messages, ==, 2);
  g_assert_cmpuint (target->feed, ==, 2);
  g_assert_cmpuint (target->feeds, ==, 0x6);

  rutter_traffic_remove_feed (traffic, 2);
  rest = find (traffic, 273000001, 273000002);
  g_assert_cmpuint (rest->len, ==, 1);
  g_assert_cmpuint (g_array_index (rest, RutterTarget, 0).mmsi, ==, 273000001);
  g_assert_cmpuint (g_array_index (rest, RutterTarget, 0).feeds, ==, 0x2);
}

static void
test_list (void)
{
  static const struct
  {
    RutterTargetSort  sort;
    gboolean          is_reversed;
    guint32           expected[4];
  } cases[] = {
    { RUTTER_TARGET_SORT_NAME, FALSE, { 273000004, 273000002, 273000001, 273000003 } },
    { RUTTER_TARGET_SORT_NAME, TRUE, { 273000002, 273000004, 273000003, 273000001 } },
    { RUTTER_TARGET_SORT_MMSI, FALSE, { 273000001, 273000002, 273000003, 273000004 } },
    { RUTTER_TARGET_SORT_MMSI, TRUE, { 273000004, 273000003, 273000002, 273000001 } },
    { RUTTER_TARGET_SORT_SPEED, FALSE, { 273000003, 273000002, 273000001, 273000004 } },
  };
  g_autoptr(RutterTraffic) traffic = rutter_traffic_new ();
  RutterTargetFilter filter;
  g_autoptr(GArray) named = NULL;
  g_autoptr(GArray) fast = NULL;

  for (guint32 mmsi = 273000001; mmsi <= 273000003; mmsi++)
    hear (traffic, mmsi, 20, 59, g_get_real_time (), 1);
  hear_name (traffic, 273000002, "BERYL", 9161003);
  hear_name (traffic, 273000004, "AGATE", 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GArray) rows = list (traffic, NULL, cases[i].sort, cases[i].is_reversed);

      g_test_message ("sort %d %d", cases[i].sort, cases[i].is_reversed);
      g_assert_cmpuint (rows->len, ==, 4);
      for (guint j = 0; j < 4; j++)
        g_assert_cmpuint (g_array_index (rows, RutterTargetRow, j).mmsi, ==,
                          cases[i].expected[j]);
    }

  rutter_target_filter_init (&filter);
  g_strlcpy (filter.name, "ber", sizeof filter.name);
  named = list (traffic, &filter, RUTTER_TARGET_SORT_NAME, FALSE);
  g_assert_cmpuint (named->len, ==, 1);
  g_assert_cmpstr (g_array_index (named, RutterTargetRow, 0).name, ==, "BERYL");

  rutter_target_filter_init (&filter);
  filter.least_kn = 2;
  fast = list (traffic, &filter, RUTTER_TARGET_SORT_MMSI, FALSE);
  g_assert_cmpuint (fast->len, ==, 2);
}

/* What one IMO number's two senders are told of each other, once it was heard twice from both. */
static void
test_same_imo (void)
{
  g_autoptr(RutterTraffic) traffic = rutter_traffic_new ();
  g_autoptr(GArray) found = NULL;

  hear_name (traffic, 273000001, "ONE", 9161003);
  hear_name (traffic, 273000002, "OTHER", 9161003);
  found = find (traffic, 273000001, 273000002);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpuint (g_array_index (found, RutterTarget, 0).same_imo_mmsi, ==, 273000002);
  g_assert_cmpuint (g_array_index (found, RutterTarget, 1).same_imo_mmsi, ==, 273000001);
}

static void
test_tail (void)
{
  g_autoptr(RutterTraffic) traffic = rutter_traffic_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) nobody = NULL;
  g_autoptr(GArray) points = NULL;
  g_autoptr(GArray) none = NULL;
  gint64 now_us = g_get_real_time ();

  hear (traffic, 273000001, 20, 59, now_us - 40 * MINUTE, 1);
  hear (traffic, 273000001, 20.1, 59, now_us - 20 * MINUTE, 1);
  hear (traffic, 273000001, 20.1, 59.02, now_us - 15 * MINUTE, 1);
  rutter_traffic_tail_async (traffic, 273000001, NULL, on_array_cb, &result);
  points = rutter_traffic_tail_finish (traffic, wait_for (&result), NULL);
  g_assert_cmpuint (points->len, ==, 3);
  g_assert_false (g_array_index (points, RutterTrackPoint, 0).after_gap);
  g_assert_true (g_array_index (points, RutterTrackPoint, 1).after_gap);
  g_assert_false (g_array_index (points, RutterTrackPoint, 2).after_gap);

  rutter_traffic_tail_async (traffic, 1, NULL, on_array_cb, &nobody);
  none = rutter_traffic_tail_finish (traffic, wait_for (&nobody), NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

/* The filter is one for the list and for the points. */
static void
test_filter (void)
{
  static const struct
  {
    const char *label;
    guint       classes;
    const char *territory;
    double      least_kn, most_kn;
    const char *name;
    guint       expected;
  } cases[] = {
    { "none", 0, "", NAN, NAN, "", 4 },
    { "class A", 1 << RUTTER_TARGET_CLASS_A, "", NAN, NAN, "", 4 },
    { "class B", 1 << RUTTER_TARGET_CLASS_B, "", NAN, NAN, "", 0 },
    { "Russia", 0, "RU", NAN, NAN, "", 3 },
    { "Finland", 0, "FI", NAN, NAN, "", 1 },
    { "fast", 0, "", 3, NAN, "", 1 },
    { "slow", 0, "", NAN, 1, "", 2 },
    { "between", 0, "", 2, 2.5, "", 1 },
    { "name", 0, "", NAN, NAN, "ber", 1 },
    { "number", 0, "", NAN, NAN, "00003", 1 },
    { "name of nobody", 0, "", NAN, NAN, "ZZ", 0 },
    { "both", 0, "RU", 2, NAN, "", 2 },
  };
  g_autoptr(RutterTraffic) traffic = rutter_traffic_new ();

  for (guint32 mmsi = 273000001; mmsi <= 273000003; mmsi++)
    hear (traffic, mmsi, 20, 59, g_get_real_time (), 1);
  hear (traffic, 230000001, 20, 59, g_get_real_time (), 1);
  hear_name (traffic, 273000002, "BERYL", 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RutterTargetFilter filter = { .classes = cases[i].classes, .least_kn = cases[i].least_kn,
                                    .most_kn = cases[i].most_kn };
      g_autoptr(GArray) rows = NULL;

      g_test_message ("%s", cases[i].label);
      g_strlcpy (filter.territory, cases[i].territory, sizeof filter.territory);
      g_strlcpy (filter.name, cases[i].name, sizeof filter.name);
      rows = list (traffic, &filter, RUTTER_TARGET_SORT_MMSI, FALSE);
      g_assert_cmpuint (rows->len, ==, cases[i].expected);
      rutter_traffic_set_filter (traffic, &filter);
      while (rutter_traffic_get_filtered (traffic) == NULL ||
             rutter_traffic_get_filtered (traffic)->n != cases[i].expected)
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpuint (rutter_traffic_get_points (traffic)->n, ==, 4);
    }
}

static RutterPointCaptions *
caption (RutterTraffic *traffic,
         guint32        mmsi,
         guint          most)
{
  g_autoptr(GAsyncResult) result = NULL;
  RutterBox box = { 0.5, 0.2, 0.6, 0.4 };

  rutter_traffic_caption_async (traffic, &box, 1, &mmsi, 1, FALSE, most, NULL, on_array_cb,
                                &result);
  return rutter_traffic_caption_finish (traffic, wait_for (&result), NULL);
}

/* Names for what is in the box, unless there are too many; the one that is asked for by its number
 * has its tail in any case, wherever it is.
 */
static void
test_captions (void)
{
  g_autoptr(RutterTraffic) traffic = rutter_traffic_new ();
  g_autoptr(RutterPointCaptions) captions = NULL;
  g_autoptr(RutterPointCaptions) few = NULL;
  gint64 now_us = g_get_real_time ();
  guint n;

  hear (traffic, 273000001, 20, 59, now_us - MINUTE, 1);
  hear (traffic, 273000002, 20, 59, now_us - MINUTE, 1);
  hear (traffic, 273000003, -120, -30, now_us - 2 * MINUTE, 1);
  hear (traffic, 273000003, -120.01, -30, now_us - MINUTE, 1);
  hear_name (traffic, 273000002, "BERYL", 0);
  captions = caption (traffic, 273000003, 10);
  rutter_point_captions_get (captions, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpstr (rutter_point_captions_find (captions, 273000002)->name, ==, "BERYL");
  g_assert_cmpuint (rutter_point_captions_find (captions, 273000002)->n_fixes, ==, 0);
  g_assert_cmpuint (rutter_point_captions_find (captions, 273000003)->n_fixes, ==, 2);
  g_assert_null (rutter_point_captions_find (captions, 273000004));

  few = caption (traffic, 273000003, 1);
  rutter_point_captions_get (few, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (rutter_point_captions_find (few, 273000003)->n_fixes, ==, 2);
}

static void
test_cancelled (void)
{
  g_autoptr(RutterTraffic) traffic = rutter_traffic_new ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  rutter_traffic_tail_async (traffic, 273000001, cancellable, on_array_cb, &result);
  g_assert_null (rutter_traffic_tail_finish (traffic, wait_for (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What comes when too much waits is dropped and counted; whoever is asked is asked after all that
 * was heard before.
 */
static void
test_flood (void)
{
  g_autoptr(RutterTraffic) traffic = rutter_traffic_new ();
  g_autoptr(GArray) items = g_array_new (FALSE, FALSE, sizeof (RutterTrafficItem));
  g_autoptr(GArray) found = NULL;
  const guint n = RUTTER_TRAFFIC_MAX_WAITING + 1000;

  for (guint i = 0; i < n; i++)
    {
      RutterTrafficItem item = make_item (273000001, 20, 59, g_get_real_time (), 1);

      g_array_append_val (items, item);
    }
  rutter_traffic_add (traffic, (gpointer)items->data, items->len);
  g_assert_cmpuint (rutter_traffic_count_dropped (traffic), ==, 1000);
  found = find (traffic, 273000001, 1);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (g_array_index (found, RutterTarget, 0).n_messages, ==, n - 1000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/traffic/published", test_published);
  g_test_add_func ("/traffic/feeds", test_feeds);
  g_test_add_func ("/traffic/list", test_list);
  g_test_add_func ("/traffic/same-imo", test_same_imo);
  g_test_add_func ("/traffic/tail", test_tail);
  g_test_add_func ("/traffic/filter", test_filter);
  g_test_add_func ("/traffic/captions", test_captions);
  g_test_add_func ("/traffic/cancelled", test_cancelled);
  g_test_add_func ("/traffic/flood", test_flood);

  return g_test_run ();
}
