/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-point-set.h"
#include "rutter-track.h"

#include <math.h>

#define START 1700000000u

static RutterTrackFix
make_fix (double  lon,
          double  lat,
          guint32 seconds)
{
  RutterPointRecord record;

  rutter_point_record_place (&record, (RutterLonLat) { lon, lat });
  return (RutterTrackFix) { record.x, record.y, START + seconds, 100, 900, FALSE };
}

static void
add (RutterTrack **track,
     double        lon,
     double        lat,
     guint32       seconds)
{
  RutterTrackFix fix = make_fix (lon, lat, seconds);

  rutter_track_add (track, &fix);
}

static guint
count (RutterTrack *track)
{
  guint n;

  rutter_track_get (track, &n);
  return n;
}

/* A straight way takes a fix in ten minutes, a berth one in twenty; the last one is
 * always there.
 */
static void
test_thinned (void)
{
  g_autofree RutterTrack *moving = NULL;
  g_autofree RutterTrack *moored = NULL;
  g_autoptr(GArray) points = NULL;

  g_assert_cmpuint (count (NULL), ==, 0);
  for (guint i = 0; i <= 360; i++)
    {
      add (&moving, 20 + i * 0.0008, 59, i * 10);
      add (&moored, 20 + i % 3 * 0.0001, 59, i * 10);
    }
  g_assert_cmpuint (count (moving), >=, 7);
  g_assert_cmpuint (count (moving), <=, 9);
  g_assert_cmpuint (count (moored), <=, 5);
  g_assert_cmpuint (rutter_track_get_size (moored), <=, 150);

  points = rutter_track_list (moving);
  g_assert_cmpuint (points->len, ==, count (moving));
  for (guint i = 0; i < points->len; i++)
    {
      const RutterTrackPoint *point = &g_array_index (points, RutterTrackPoint, i);

      g_assert_cmpfloat_with_epsilon (point->position.lat, 59, 1e-5);
      g_assert_cmpfloat_with_epsilon (point->speed_kn, 10, 1e-3);
      g_assert_cmpfloat_with_epsilon (point->course_deg, 90, 1e-3);
      g_assert_false (point->after_gap);
    }
  g_assert_cmpint (g_array_index (points, RutterTrackPoint, points->len - 1).time_us, ==,
                   (gint64)(START + 3600) * G_USEC_PER_SEC);
}

/* What is left out of a bend lies within 30 m of what is kept; the slack is for chords. */
static void
test_bend (void)
{
  g_autofree RutterTrack *track = NULL;
  g_autoptr(GArray) points = NULL;
  RutterLonLat heard[300];

  for (guint i = 0; i < G_N_ELEMENTS (heard); i++)
    {
      double angle = i * G_PI / 180;

      heard[i] = (RutterLonLat) { 20 + 0.02 * cos (angle), 59 + 0.01 * sin (angle) };
      add (&track, heard[i].lon, heard[i].lat, i * 6);
    }
  points = rutter_track_list (track);
  g_assert_cmpuint (points->len, <, 60);

  for (guint i = 0; i < G_N_ELEMENTS (heard); i++)
    {
      double best_m = G_MAXDOUBLE;

      for (guint j = 0; j + 1 < points->len; j++)
        for (guint k = 0; k <= 50; k++)
          {
            RutterLonLat a = g_array_index (points, RutterTrackPoint, j).position;
            RutterLonLat b = g_array_index (points, RutterTrackPoint, j + 1).position;
            double part = k / 50.0;
            RutterLonLat at = { a.lon + (b.lon - a.lon) * part, a.lat + (b.lat - a.lat) * part };

            best_m = MIN (best_m, rutter_geo_distance_m (at, heard[i]));
          }
      g_assert_cmpfloat (best_m, <, 45);
    }
}

/* The last hour stays and the fix before it; a silence is told. */
static void
test_hour_and_gap (void)
{
  g_autofree RutterTrack *track = NULL;
  const RutterTrackFix *fixes;
  guint n;

  for (guint i = 0; i < 3 * 3600; i += 60)
    add (&track, 20 + i * 0.0001, 59, i);
  fixes = rutter_track_get (track, &n);
  g_assert_cmpuint (fixes[1].time_s, >, START + 2 * 3600 - 60);
  g_assert_cmpuint (fixes[0].time_s, <=, START + 2 * 3600);

  add (&track, 21.2, 59, 3 * 3600 + 600);
  fixes = rutter_track_get (track, &n);
  g_assert_true (fixes[n - 1].after_gap);
  add (&track, 21.2, 59.001, 3 * 3600 + 660);
  add (&track, 21.2, 59.002, 3 * 3600 + 720);
  fixes = rutter_track_get (track, &n);
  g_assert_true (fixes[n - 2].after_gap);
  g_assert_false (fixes[n - 1].after_gap);

  /* After a day all that is left of before is where it was heard last. */
  add (&track, 22, 59, 30 * 3600);
  fixes = rutter_track_get (track, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (fixes[0].time_s, ==, START + 3 * 3600 + 720);
  g_assert_true (fixes[1].after_gap);
}

static void
test_dateline (void)
{
  g_autofree RutterTrack *track = NULL;
  guint n;

  for (guint i = 0; i <= 60; i++)
    {
      double lon = 179.99 + i * 0.0005;

      add (&track, lon > 180 ? lon - 360 : lon, -17, i * 5);
    }
  rutter_track_get (track, &n);
  g_assert_cmpuint (n, ==, 2);
}

/* A restless target is thinned, not endless; what is older than the last fix is left out; a clock
 * that was put back takes the times with it.
 */
static void
test_limits (void)
{
  g_autofree RutterTrack *track = NULL;
  const RutterTrackFix *fixes;
  guint n;

  for (guint i = 0; i < 1800; i++)
    add (&track, 20 + i % 2 * 0.01, 59 + i % 3 * 0.01, i * 2);
  fixes = rutter_track_get (track, &n);
  g_assert_cmpuint (n, <=, 128);
  g_assert_cmpuint (n, >=, 48);
  for (guint i = 1; i < n; i++)
    g_assert_cmpuint (fixes[i].time_s, >, fixes[i - 1].time_s);

  add (&track, 0, 0, 10);
  fixes = rutter_track_get (track, &n);
  g_assert_cmpuint (fixes[n - 1].time_s, ==, START + 3598);

  rutter_track_set_back (track, START + 100);
  fixes = rutter_track_get (track, &n);
  g_assert_cmpuint (fixes[n - 1].time_s, ==, START + 100);
  rutter_track_set_back (NULL, START);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/track/thinned", test_thinned);
  g_test_add_func ("/track/bend", test_bend);
  g_test_add_func ("/track/hour-and-gap", test_hour_and_gap);
  g_test_add_func ("/track/dateline", test_dateline);
  g_test_add_func ("/track/limits", test_limits);

  return g_test_run ();
}
