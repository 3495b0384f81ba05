/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "feed-fixture.h"

#include "rutter-error.h"

#include <glib/gstdio.h>
#include <string.h>

#define BEGIN_S G_GINT64_CONSTANT (1700000000)
#define BEGIN_US (BEGIN_S * G_USEC_PER_SEC)
#define MINUTE_US (60 * (gint64)G_USEC_PER_SEC)
#define MINUTES 300

/* What the feed has told, by its listener. */
typedef struct
{
  GMutex   lock;
  guint64  n;
  gint64   first_us, last_us;
} Told;

static Told told;
static char *folder;

static void
on_items_cb (const RutterTrafficItem *items,
             guint                    n_items,
             gpointer                 user_data)
{
  g_mutex_lock (&told.lock);
  for (guint i = 0; i < n_items; i++)
    {
      told.n++;
      told.first_us = MIN (told.first_us, items[i].heard_us);
      told.last_us = MAX (told.last_us, items[i].heard_us);
    }
  g_mutex_unlock (&told.lock);
}

static void
forget (void)
{
  g_mutex_lock (&told.lock);
  told.n = 0;
  told.first_us = G_MAXINT64;
  told.last_us = 0;
  g_mutex_unlock (&told.lock);
}

static char *
write_file (const char *name,
            const char *text,
            gssize      length)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, length, NULL));
  return path;
}

/* Five hours: one ship is heard each minute, and one more in the last hour alone. */
static GString *
make_log (void)
{
  g_autofree char *early = feed_fixture_make_line (211000001);
  g_autofree char *late = feed_fixture_make_line (211000002);
  GString *log = g_string_new (NULL);

  for (guint i = 0; i < MINUTES; i++)
    {
      gint64 time_s = BEGIN_S + 60 * i;

      g_string_append_printf (log, "%" G_GINT64_FORMAT ";%s", time_s, early);
      if (i >= MINUTES - 60)
        g_string_append_printf (log, "%" G_GINT64_FORMAT ";%s", time_s, late);
    }

  return log;
}

static char *
write_packed (const char *name,
              GString    *text)
{
  g_autoptr(GFile) folder_file = g_file_new_for_path (folder);
  g_autoptr(GFile) file = g_file_get_child (folder_file, name);
  g_autoptr(GFileOutputStream) raw = g_file_replace (file, NULL, FALSE, 0, NULL, NULL);
  g_autoptr(GZlibCompressor) packer = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 6);
  g_autoptr(GOutputStream) out = g_converter_output_stream_new (G_OUTPUT_STREAM (raw),
                                                                G_CONVERTER (packer));

  g_assert_true (g_output_stream_write_all (out, text->str, text->len, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (out, NULL, NULL));
  return g_file_get_path (file);
}

/* A feed that is not started yet. */
static void
make_feed (FeedFixture *fixture,
           const char  *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr(GError) error = NULL;

  if (fixture->feed != NULL)
    g_assert_finalize_object (g_steal_pointer (&fixture->feed));
  rutter_traffic_clear (fixture->traffic);
  forget ();
  fixture->feed = rutter_feed_new (fixture->gate, fixture->traffic, uri, 7, &error);
  g_assert_no_error (error);
  g_assert_null (rutter_feed_get_host (fixture->feed));
  rutter_feed_set_listener (fixture->feed, on_items_cb, NULL);
}

static void
assert_told (guint64 n,
             gint64  first_us,
             gint64  last_us)
{
  g_mutex_lock (&told.lock);
  g_assert_cmpuint (told.n, ==, n);
  g_assert_cmpint (told.first_us, ==, first_us);
  g_assert_cmpint (told.last_us, ==, last_us);
  g_mutex_unlock (&told.lock);
}

/* At once: all of it, with the times of the log, packed or not; and the traffic takes the log's end
 * for now, until the feed is stopped.
 */
static void
test_at_once (FeedFixture   *fixture,
              gconstpointer  data)
{
  GString *log = make_log ();
  g_autofree char *plain = write_file ("log.nmea", log->str, (gssize)log->len);
  g_autofree char *packed = write_packed ("log.nmea.gz", log);
  const char *const paths[] = { plain, packed };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      gint64 end_us = BEGIN_US + (MINUTES - 1) * MINUTE_US;

      make_feed (fixture, paths[i]);
      rutter_feed_play (fixture->feed, TRUE, 0);
      rutter_feed_start (fixture->feed);
      feed_fixture_wait_state (fixture, RUTTER_FEED_ENDED);
      g_assert_cmpuint (rutter_feed_get_counts (fixture->feed)->n_messages, ==, MINUTES + 60);
      g_assert_cmpuint (rutter_feed_get_counts (fixture->feed)->n_lines, ==, MINUTES + 60);
      g_assert_cmpuint (rutter_feed_get_counts (fixture->feed)->n_bytes, ==, log->len);
      g_assert_cmpuint (rutter_feed_get_counts (fixture->feed)->n_bad, ==, 0);
      assert_told (MINUTES + 60, BEGIN_US, end_us);
      feed_fixture_wait_points (fixture, 2);
      g_assert_cmpint (rutter_feed_get_log (fixture->feed)->first_us, ==, BEGIN_US);
      g_assert_cmpint (rutter_feed_get_log (fixture->feed)->last_us, ==, end_us);
      g_assert_cmpint (ABS (rutter_traffic_get_now (fixture->traffic) - end_us), <, MINUTE_US);
      rutter_feed_stop (fixture->feed);
      g_assert_cmpint (rutter_traffic_get_now (fixture->traffic), >, BEGIN_US + 1000 * MINUTE_US);
    }

  g_unlink (plain);
  g_unlink (packed);
  g_string_free (log, TRUE);
}

static gboolean
has_told (gint64 last_us)
{
  gboolean is_told;

  g_mutex_lock (&told.lock);
  is_told = told.last_us >= last_us;
  g_mutex_unlock (&told.lock);

  return is_told;
}

static gboolean
on_wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* What the other thread tells its listener wakes nobody here. */
static void
wait_told (gint64 last_us)
{
  guint wake = g_timeout_add (10, on_wake_cb, NULL);

  while (!has_told (last_us))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (wake);
}

static void
wait_for_now (FeedFixture *fixture,
              gint64       now_us)
{
  while (rutter_feed_get_log (fixture->feed)->now_us < now_us)
    g_main_context_iteration (NULL, TRUE);
}

/* Played a thousand times as fast, held, let go on. Nothing is told before its time. */
static void
test_played (FeedFixture   *fixture,
             gconstpointer  data)
{
  GString *log = make_log ();
  g_autofree char *path = write_file ("log.nmea", log->str, (gssize)log->len);
  gint64 held_us;

  make_feed (fixture, path);
  rutter_feed_play (fixture->feed, TRUE, 1000);
  rutter_feed_start (fixture->feed);
  wait_for_now (fixture, BEGIN_US + 3 * MINUTE_US);
  rutter_feed_play (fixture->feed, FALSE, 1000);
  while (rutter_feed_get_log (fixture->feed)->is_playing)
    g_main_context_iteration (NULL, TRUE);
  held_us = rutter_feed_get_log (fixture->feed)->now_us;
  g_assert_cmpint (held_us, <, BEGIN_US + (MINUTES - 60) * MINUTE_US);
  wait_told (BEGIN_US + (held_us - BEGIN_US) / MINUTE_US * MINUTE_US);
  assert_told ((guint64)((held_us - BEGIN_US) / MINUTE_US + 1), BEGIN_US,
               BEGIN_US + (held_us - BEGIN_US) / MINUTE_US * MINUTE_US);
  g_assert_cmpint (rutter_feed_get_log (fixture->feed)->now_us, ==, held_us);
  feed_fixture_wait_points (fixture, 1);

  rutter_feed_play (fixture->feed, TRUE, 0);
  feed_fixture_wait_state (fixture, RUTTER_FEED_ENDED);
  assert_told (MINUTES + 60, BEGIN_US, BEGIN_US + (MINUTES - 1) * MINUTE_US);
  g_unlink (path);
  g_string_free (log, TRUE);
}

/* Forth, back, and from the end: there is what was heard shortly before, and nothing of later. */
static void
test_sought (FeedFixture   *fixture,
             gconstpointer  data)
{
  GString *log = make_log ();
  g_autofree char *path = write_file ("log.nmea", log->str, (gssize)log->len);
  gint64 far_us = BEGIN_US + (MINUTES - 30) * MINUTE_US;
  gint64 near_us = BEGIN_US + 100 * MINUTE_US;

  make_feed (fixture, path);
  rutter_feed_play (fixture->feed, FALSE, 1);
  rutter_feed_start (fixture->feed);
  rutter_feed_seek (fixture->feed, far_us);
  wait_told (far_us);
  assert_told (32, far_us - 15 * MINUTE_US, far_us);
  feed_fixture_wait_points (fixture, 2);

  forget ();
  rutter_feed_seek (fixture->feed, near_us);
  wait_told (near_us);
  assert_told (16, near_us - 15 * MINUTE_US, near_us);
  feed_fixture_wait_points (fixture, 1);
  g_assert_cmpint (rutter_feed_get_log (fixture->feed)->now_us, ==, near_us);

  rutter_feed_play (fixture->feed, TRUE, 0);
  feed_fixture_wait_state (fixture, RUTTER_FEED_ENDED);
  feed_fixture_wait_points (fixture, 2);
  forget ();
  rutter_feed_play (fixture->feed, FALSE, 1);
  rutter_feed_seek (fixture->feed, near_us);
  wait_told (near_us);
  assert_told (16, near_us - 15 * MINUTE_US, near_us);
  g_unlink (path);
  g_string_free (log, TRUE);
}

/* A log that is long enough for places to be kept from which to read on. */
static void
test_long (FeedFixture   *fixture,
           gconstpointer  data)
{
  g_autofree char *line = feed_fixture_make_line (211000001);
  GString *log = g_string_new (NULL);
  g_autofree char *path = NULL;
  guint n = 60000;
  gint64 middle_us = BEGIN_US + (gint64)(n / 2) * G_USEC_PER_SEC;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (log, "%" G_GINT64_FORMAT ";%s", BEGIN_S + i, line);
  g_string_append (log, "!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4B\r\n");
  path = write_file ("long.nmea", log->str, (gssize)log->len);
  make_feed (fixture, path);
  rutter_feed_play (fixture->feed, TRUE, 0);
  rutter_feed_start (fixture->feed);
  feed_fixture_wait_state (fixture, RUTTER_FEED_ENDED);
  g_assert_cmpuint (rutter_feed_get_counts (fixture->feed)->n_messages, ==, n);
  g_assert_cmpuint (rutter_traffic_count_dropped (fixture->traffic), ==, 0);
  g_assert_cmpuint (rutter_feed_get_counts (fixture->feed)->n_bad, ==, 1);

  forget ();
  rutter_feed_play (fixture->feed, FALSE, 1);
  rutter_feed_seek (fixture->feed, middle_us);
  wait_told (middle_us);
  assert_told (901, middle_us - 15 * MINUTE_US, middle_us);

  forget ();
  middle_us -= 200 * MINUTE_US;
  rutter_feed_seek (fixture->feed, middle_us);
  wait_told (middle_us);
  assert_told (901, middle_us - 15 * MINUTE_US, middle_us);
  g_assert_cmpuint (rutter_feed_get_counts (fixture->feed)->n_bad, ==, 1);
  g_unlink (path);
  g_string_free (log, TRUE);
}

/* No times, a table, a pause of a year, a log that is torn off. */
static void
test_forms (FeedFixture   *fixture,
            gconstpointer  data)
{
  g_autofree char *one = feed_fixture_make_line (211000001);
  g_autofree char *two = feed_fixture_make_line (211000002);
  g_autofree char *timeless = g_strconcat (one, two, NULL);
  g_autofree char *paused = g_strdup_printf ("1600000000;%s1640000000;%s", one, two);
  g_autofree char *torn = g_strndup (paused, strlen (paused) - 2);
  const struct
  {
    const char *label, *text;
    guint64     n_messages;
    guint       n_points;
  } cases[] = {
    { "no times", timeless, 2, 2 },
    { "a pause", paused, 2, 2 },
    { "no line end", torn, 2, 2 },
    { "a table",
      "MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName\r\n"
      "366996430,2022-06-20T00:00:04,38,-82,0.1,1,2,ONE\r\n"
      "366996430,rubbish,38,-82,0.1,1,2,ONE\r\n"
      "366996431,2022-06-20T00:00:05,39,-82,0.1,1,2,TWO", 4, 2 },
    { "JSON", "{\"class\":\"AIS\",\"type\":1,\"mmsi\":211000001,\"scaled\":true,\"lon\":1,"
      "\"lat\":2,\"rxuxtime\":1600000000}\n", 1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = write_file ("form", cases[i].text, -1);

      g_test_message ("%s", cases[i].label);
      make_feed (fixture, path);
      rutter_feed_play (fixture->feed, TRUE, 1000);
      rutter_feed_start (fixture->feed);
      feed_fixture_wait_state (fixture, RUTTER_FEED_ENDED);
      g_assert_cmpuint (rutter_feed_get_counts (fixture->feed)->n_messages, ==,
                        cases[i].n_messages);
      feed_fixture_wait_points (fixture, cases[i].n_points);
      g_unlink (path);
    }
}

static void
test_wrong (FeedFixture   *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char *text;   /* NULL: there is no such file */
    gssize      length;
    int         code;
    const char *word;
  } cases[] = {
    { NULL, 0, RUTTER_ERROR_NOT_FOUND, "cannot be played" },
    { "", 0, RUTTER_ERROR_CORRUPT, "no AIS message" },
    { "words\nand more\n", -1, RUTTER_ERROR_CORRUPT, "no AIS message" },
    { "PK\x03\x04rest", -1, RUTTER_ERROR_CORRUPT, "unpack" },
    { "\x28\xb5\x2f\xfdrest", -1, RUTTER_ERROR_CORRUPT, "unpack" },
    { "\x1f\x8brubbish that is not packed", -1, RUTTER_ERROR_READ, "cannot be played" },
  };
  g_autofree char *nowhere = g_build_filename (folder, "nowhere", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = cases[i].text != NULL
                                ? write_file ("wrong", cases[i].text, cases[i].length)
                                : g_strdup (nowhere);

      g_test_message ("%u", i);
      make_feed (fixture, path);
      rutter_feed_start (fixture->feed);
      feed_fixture_wait_state (fixture, RUTTER_FEED_FAILED);
      g_assert_error (rutter_feed_get_error (fixture->feed), RUTTER_ERROR, cases[i].code);
      g_assert_nonnull (strstr (rutter_feed_get_error (fixture->feed)->message, cases[i].word));
      g_unlink (path);
    }

  make_feed (fixture, "/dev/zero");
  rutter_feed_start (fixture->feed);
  feed_fixture_wait_state (fixture, RUTTER_FEED_FAILED);
  g_assert_error (rutter_feed_get_error (fixture->feed), RUTTER_ERROR, RUTTER_ERROR_INVALID);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void      (*run) (FeedFixture *, gconstpointer);
  } tests[] = {
    { "/feed-file/at-once", test_at_once }, { "/feed-file/played", test_played },
    { "/feed-file/sought", test_sought },   { "/feed-file/long", test_long },
    { "/feed-file/forms", test_forms },     { "/feed-file/wrong", test_wrong },
  };
  int status;

  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("rutter-feed-XXXXXX", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, FeedFixture, NULL, feed_fixture_set_up, tests[i].run,
                feed_fixture_tear_down);

  status = g_test_run ();
  g_rmdir (folder);
  g_free (folder);
  return status;
}
