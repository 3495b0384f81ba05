/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "feed-fixture.h"

#include "rutter-error.h"

#include <string.h>

static void
test_addresses (FeedFixture   *fixture,
                gconstpointer  data)
{
  static const struct
  {
    const char *address;
    const char *title;   /* NULL: it is none */
    const char *host;
  } cases[] = {
    { "tcp://receiver:10110", "NMEA from receiver, port 10110", "receiver" },
    { " tcp://Receiver.Example.:1 ", "NMEA from receiver.example, port 1", "receiver.example" },
    { "tcp://[::1]:5631/", "NMEA from ::1, port 5631", "::1" },
    { "TCP://a:1", "NMEA from a, port 1", "a" },
    { "udp://:10110", "NMEA datagrams at port 10110", NULL },
    { "udp://127.0.0.1:10110", "NMEA datagrams at port 10110", NULL },
    { "gpsd://receiver", "gpsd on receiver", "receiver" },
    { "gpsd://receiver:2948", "gpsd on receiver, port 2948", "receiver" },
    { "", NULL, NULL },
    { "tcp", NULL, NULL },
    { "receiver:10110", NULL, NULL },
    { "tcp://receiver", NULL, NULL },
    { "tcp://:10110", NULL, NULL },
    { "tcp://receiver:0", NULL, NULL },
    { "tcp://receiver:65536", NULL, NULL },
    { "tcp://receiver:-1", NULL, NULL },
    { "tcp://me:secret@receiver:1", NULL, NULL },
    { "tcp://receiver:1/path", NULL, NULL },
    { "tcp://receiver:1?query", NULL, NULL },
    { "tcp://receiver:1#part", NULL, NULL },
    { "tcp://re ceiver:1", NULL, NULL },
    { "udp://receiver:1", NULL, NULL },
    { "udp://", NULL, NULL },
    { "gpsd://", NULL, NULL },
    { "http://receiver:1/", NULL, NULL },
    { "\xff\xfe", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(RutterFeed) feed = rutter_feed_new (fixture->gate, fixture->traffic,
                                                    cases[i].address, 1, &error);

      g_test_message ("%s", cases[i].address);
      if (cases[i].title == NULL)
        {
          g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID);
          g_assert_true (g_utf8_validate (error->message, -1, NULL));
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpstr (rutter_feed_get_title (feed), ==, cases[i].title);
      g_assert_cmpstr (rutter_feed_get_host (feed), ==, cases[i].host);
      g_assert_cmpint (rutter_feed_get_state (feed), ==, RUTTER_FEED_STOPPED);
    }
}

/* From a server to the table of targets, and what is said of it on the way. */
static void
test_tcp (FeedFixture   *fixture,
          gconstpointer  data)
{
  g_autofree char *one = feed_fixture_make_line (211000001);
  g_autofree char *two = feed_fixture_make_line (211000002);
  g_autofree char *text = NULL;
  const RutterFeedCounts *counts;

  feed_fixture_open (fixture, "tcp://localhost:%u", fixture->port);
  feed_fixture_wait_client (fixture, 1);
  feed_fixture_wait_state (fixture, RUTTER_FEED_OPEN);
  feed_fixture_send_text (fixture, "!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4B\r\n");
  feed_fixture_send (fixture, one, 20);
  feed_fixture_send_text (fixture, one + 20);
  feed_fixture_send_text (fixture, two);
  feed_fixture_send_text (fixture, two);
  feed_fixture_wait_count (fixture, 3);
  feed_fixture_wait_points (fixture, 2);

  g_assert_cmpint (rutter_feed_get_state (fixture->feed), ==, RUTTER_FEED_HEARING);
  text = rutter_feed_dup_state_text (fixture->feed);
  g_assert_cmpstr (text, ==, "AIS messages come from “localhost”.");
  g_assert_null (rutter_feed_get_error (fixture->feed));
  counts = rutter_feed_get_counts (fixture->feed);
  g_assert_cmpuint (counts->n_lines, ==, 4);
  g_assert_cmpuint (counts->n_bad, ==, 1);
  g_assert_cmpuint (counts->n_bytes, ==, 49 + strlen (one) + 2 * strlen (two));
  g_assert_cmpuint (counts->n_connects, ==, 1);
  g_assert_cmpint (counts->last_message_us, >, 0);

  rutter_feed_stop (fixture->feed);
  feed_fixture_wait_state (fixture, RUTTER_FEED_STOPPED);
}

/* A server that ends each connection: the feed comes back each time, and goes on counting. */
static void
test_returns (FeedFixture   *fixture,
              gconstpointer  data)
{
  g_autofree char *text = NULL;

  feed_fixture_open (fixture, "tcp://127.0.0.1:%u", fixture->port);
  for (guint i = 1; i <= 4; i++)
    {
      g_autofree char *line = feed_fixture_make_line (211000000 + i);

      feed_fixture_wait_client (fixture, i);
      feed_fixture_send_text (fixture, line);
      feed_fixture_wait_count (fixture, i);
      feed_fixture_hang_up (fixture);
    }

  feed_fixture_wait_state (fixture, RUTTER_FEED_WAITING);
  g_assert_error (rutter_feed_get_error (fixture->feed), RUTTER_ERROR, RUTTER_ERROR_NETWORK);
  text = rutter_feed_dup_state_text (fixture->feed);
  g_assert_true (g_str_has_prefix (text, "“127.0.0.1” has ended the connection. The next attempt"));
  feed_fixture_wait_points (fixture, 4);
  g_assert_cmpuint (rutter_feed_get_counts (fixture->feed)->n_connects, ==, 4);
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
    { "/feed/addresses", test_addresses },
    { "/feed/tcp", test_tcp },
    { "/feed/returns", test_returns },
  };

  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, FeedFixture, NULL, feed_fixture_set_up, tests[i].run,
                feed_fixture_tear_down);

  return g_test_run ();
}
