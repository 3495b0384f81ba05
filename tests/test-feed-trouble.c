/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "feed-fixture.h"

#include "recording-resolver.h"
#include "rutter-error.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define MEGABYTE (1024 * 1024)
#define LONG_LINE_MEGABYTES 100
#define N_DATAGRAMS 30000
#define N_LINES 40000

static gint64 jump_us;

static gint64
get_jumping_now (void)
{
  return g_get_real_time () + jump_us;
}

static gsize
get_memory (void)
{
  g_autofree char *text = NULL;
  gsize pages = 0;

  g_assert_true (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL));
  g_assert_cmpint (sscanf (text, "%*s %zu", &pages), ==, 1);
  return pages * (gsize)sysconf (_SC_PAGESIZE);
}

/* Writes from another thread, so that the main thread is there for the feed. */
static gpointer
write_long_line (gpointer data)
{
  GOutputStream *out = g_io_stream_get_output_stream (data);
  g_autofree char *piece = g_strnfill (MEGABYTE, 'x');

  for (guint i = 0; i < LONG_LINE_MEGABYTES; i++)
    g_assert_true (g_output_stream_write_all (out, piece, MEGABYTE, NULL, NULL, NULL));

  return NULL;
}

/* It is cut, counted and costs no memory; what comes behind it is heard. */
static void
test_long_line (FeedFixture   *fixture,
                gconstpointer  data)
{
  g_autofree char *line = feed_fixture_make_line (211000001);
  gsize memory;

  feed_fixture_open (fixture, "tcp://127.0.0.1:%u", fixture->port);
  feed_fixture_wait_client (fixture, 1);
  feed_fixture_wait_state (fixture, RUTTER_FEED_OPEN);
  memory = get_memory ();
  g_thread_join (g_thread_new ("writer", write_long_line, fixture->clients->pdata[0]));
  feed_fixture_send_text (fixture, "\n");
  feed_fixture_send_text (fixture, line);
  feed_fixture_wait_count (fixture, 1);
  g_assert_cmpuint (rutter_feed_get_counts (fixture->feed)->n_bad, ==, 1);
  g_assert_cmpuint (rutter_feed_get_counts (fixture->feed)->n_bytes, ==,
                    LONG_LINE_MEGABYTES * MEGABYTE + 1 + strlen (line));
  g_assert_cmpuint (rutter_feed_get_counts (fixture->feed)->n_connects, ==, 1);
  g_assert_cmpuint (get_memory (), <, memory + 24 * MEGABYTE);
}

/* What is no AIS is said by name, and cut off; other NMEA is only remarked upon. */
static void
test_formats (FeedFixture   *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char      *bytes;
    RutterFeedState  state;
    const char      *word;
  } cases[] = {
    { "HTTP/1.1 400 Bad Request\r\n\r\n", RUTTER_FEED_WAITING, "web server" },
    { "<html><body>", RUTTER_FEED_WAITING, "web page" },
    { "SSH-2.0-OpenSSH_9.2\r\n", RUTTER_FEED_WAITING, "SSH" },
    { "\x1f\x8b\x08 packed", RUTTER_FEED_WAITING, "gzip" },
    { "\x16\x03\x01", RUTTER_FEED_WAITING, "TLS" },
    { "\x01\x02\xfe\xff\x80\x81\x82\x83\x01\x02\xfe\xff\x80\x81\x82\x83\x01\x02\xfe\xff\x80\x81"
      "\x82\x83\x01\x02\xfe\xff\x80\x81\x82\x83\x01\x02\xfe\xff\x80\x81\x82\x83\x01\x02\xfe\xff"
      "\x80\x81\x82\x83\x01\x02\xfe\xff\x80\x81\x82\x83\x01\x02\xfe\xff", RUTTER_FEED_WAITING,
      "binary" },
    { "$GPZDA,160012.71,11,03,2004,-1,00*7D\r\n", RUTTER_FEED_OPEN, "none of AIS" },
    { "temperature 21\r\n", RUTTER_FEED_OPEN, "temperature 21" },
  };
  g_autofree char *line = feed_fixture_make_line (211000001);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n_times = cases[i].state == RUTTER_FEED_OPEN ? 10000 / (guint)strlen (cases[i].bytes)
                                                         : 4;
      g_autofree char *text = NULL;

      g_test_message ("%s", cases[i].word);
      if (fixture->feed != NULL)
        g_assert_finalize_object (g_steal_pointer (&fixture->feed));
      g_ptr_array_set_size (fixture->clients, 0);
      fixture->second = 1;
      feed_fixture_open (fixture, "tcp://127.0.0.1:%u", fixture->port);
      feed_fixture_wait_client (fixture, 1);
      for (guint j = 0; j < n_times; j++)
        feed_fixture_send_text (fixture, cases[i].bytes);
      while (rutter_feed_get_error (fixture->feed) == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpint (rutter_feed_get_state (fixture->feed), ==, cases[i].state);
      text = rutter_feed_dup_state_text (fixture->feed);
      g_assert_nonnull (strstr (text, cases[i].word));
      if (cases[i].state != RUTTER_FEED_OPEN)
        continue;

      feed_fixture_send_text (fixture, line);
      feed_fixture_wait_state (fixture, RUTTER_FEED_HEARING);
      g_assert_null (rutter_feed_get_error (fixture->feed));
    }
}

/* A connection without a word is made anew; at a port of datagrams there is nothing to make. */
static void
test_silence (FeedFixture   *fixture,
              gconstpointer  data)
{
  g_autofree char *line = feed_fixture_make_line (211000001);
  g_autoptr(GSocket) sender = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_DATAGRAM,
                                            G_SOCKET_PROTOCOL_UDP, NULL);
  g_autoptr(GSocketAddress) target = NULL;

  fixture->second = 0.005;
  feed_fixture_open (fixture, "tcp://127.0.0.1:%u", fixture->port);
  feed_fixture_wait_client (fixture, 1);
  feed_fixture_send_text (fixture, line);
  feed_fixture_wait_client (fixture, 2);
  feed_fixture_send_text (fixture, line);
  feed_fixture_wait_count (fixture, 2);
  g_assert_cmpuint (rutter_feed_get_counts (fixture->feed)->n_connects, >=, 2);
  g_assert_finalize_object (g_steal_pointer (&fixture->feed));

  /* The server's port is free for datagrams. */
  target = g_inet_socket_address_new_from_string ("127.0.0.1", fixture->port);
  feed_fixture_open (fixture, "udp://127.0.0.1:%u", fixture->port);
  feed_fixture_wait_state (fixture, RUTTER_FEED_OPEN);
  feed_fixture_wait_state (fixture, RUTTER_FEED_SILENT);
  g_assert_cmpint (g_socket_send_to (sender, target, line, strlen (line), NULL, NULL), >, 0);
  feed_fixture_wait_count (fixture, 1);
  feed_fixture_wait_state (fixture, RUTTER_FEED_SILENT);
  g_assert_cmpuint (rutter_feed_get_counts (fixture->feed)->n_connects, ==, 1);
}

/* The clock goes a day on, and two back: nothing is lost, nothing is made anew. */
static void
test_clock (FeedFixture   *fixture,
            gconstpointer  data)
{
  static const int days[] = { 0, 1, -1, 0 };

  fixture->get_now = get_jumping_now;
  fixture->second = 1;
  feed_fixture_open (fixture, "tcp://127.0.0.1:%u", fixture->port);
  feed_fixture_wait_client (fixture, 1);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *line = feed_fixture_make_line (211000001 + i);

      feed_fixture_wait_state (fixture, i == 0 ? RUTTER_FEED_OPEN : RUTTER_FEED_HEARING);
      jump_us = days[i] * 24 * 3600 * (gint64)G_USEC_PER_SEC;
      feed_fixture_send_text (fixture, line);
      feed_fixture_wait_count (fixture, i + 1);
      g_assert_cmpint (ABS (rutter_feed_get_counts (fixture->feed)->last_message_us -
                            get_jumping_now ()), <, 60 * G_USEC_PER_SEC);
    }

  jump_us = 0;
  feed_fixture_wait_points (fixture, G_N_ELEMENTS (days));
  g_assert_cmpuint (rutter_feed_get_counts (fixture->feed)->n_connects, ==, 1);
}

/* Refused until it is allowed, cut off when it is not any more, and back by itself when it is. */
static void
test_permission (FeedFixture   *fixture,
                 gconstpointer  data)
{
  RutterNetPolicy *policy = rutter_net_gate_get_policy (fixture->gate);
  g_autofree char *line = feed_fixture_make_line (211000001);

  feed_fixture_open (fixture, "tcp://one.test:%u", fixture->port);
  feed_fixture_wait_state (fixture, RUTTER_FEED_REFUSED);
  g_assert_error (rutter_feed_get_error (fixture->feed), RUTTER_ERROR, RUTTER_ERROR_REFUSED);
  g_assert_cmpuint (fixture->clients->len, ==, 0);

  g_assert_true (rutter_net_policy_allow (policy, "one.test", RUTTER_NET_RUN, NULL));
  rutter_net_policy_set_on (policy, TRUE);
  feed_fixture_wait_client (fixture, 1);
  feed_fixture_send_text (fixture, line);
  feed_fixture_wait_state (fixture, RUTTER_FEED_HEARING);
  rutter_net_policy_forbid (policy, "one.test");
  feed_fixture_wait_state (fixture, RUTTER_FEED_REFUSED);
  g_assert_nonnull (strstr (rutter_feed_get_error (fixture->feed)->message, "was cut"));

  g_assert_true (rutter_net_policy_allow (policy, "one.test", RUTTER_NET_RUN, NULL));
  feed_fixture_wait_client (fixture, 2);
  feed_fixture_send_text (fixture, line);
  feed_fixture_wait_count (fixture, 2);
}

/* Faster than anything can be read: what was not heard is counted to the last datagram. */
static void
test_datagram_flood (FeedFixture   *fixture,
                     gconstpointer  data)
{
  g_autofree char *line = feed_fixture_make_line (211000001);
  g_autoptr(GSocket) sender = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_DATAGRAM,
                                            G_SOCKET_PROTOCOL_UDP, NULL);
  g_autoptr(GSocketAddress) target = NULL;
  const RutterFeedCounts *counts;
  guint64 n_sent = N_DATAGRAMS, n_known;

  target = g_inet_socket_address_new_from_string ("127.0.0.1", fixture->port);
  fixture->second = 1;
  feed_fixture_open (fixture, "udp://127.0.0.1:%u", fixture->port);
  feed_fixture_wait_state (fixture, RUTTER_FEED_OPEN);
  for (guint i = 0; i < N_DATAGRAMS; i++)
    g_assert_cmpint (g_socket_send_to (sender, target, line, strlen (line), NULL, NULL), >, 0);

  /* What was lost is told with the next that is heard. */
  do
    {
      n_known = rutter_feed_get_counts (fixture->feed)->n_messages;
      g_socket_send_to (sender, target, line, strlen (line), NULL, NULL);
      n_sent++;
      while (rutter_feed_get_counts (fixture->feed)->n_messages == n_known)
        g_main_context_iteration (NULL, TRUE);
      counts = rutter_feed_get_counts (fixture->feed);
    }
  while (counts->n_messages + counts->n_lost < n_sent);

  g_test_message ("%" G_GUINT64_FORMAT " lost", counts->n_lost);
  g_assert_cmpuint (counts->n_messages + counts->n_lost, ==, n_sent);
  g_assert_cmpuint (counts->n_bad, ==, 0);
}

/* By TCP nothing may be lost, and the main thread is told seldom. */
static void
test_stream_flood (FeedFixture   *fixture,
                   gconstpointer  data)
{
  GString *lines = g_string_new (NULL);
  gint64 begin_us = g_get_monotonic_time ();

  for (guint i = 0; i < N_LINES; i++)
    {
      g_autofree char *line = feed_fixture_make_line (211000000 + i % 1000);

      g_string_append (lines, line);
    }

  fixture->second = 1;
  feed_fixture_open (fixture, "tcp://127.0.0.1:%u", fixture->port);
  feed_fixture_wait_client (fixture, 1);
  feed_fixture_send_text (fixture, lines->str);
  feed_fixture_wait_count (fixture, N_LINES);
  feed_fixture_wait_points (fixture, 1000);
  g_assert_cmpuint (rutter_traffic_count_dropped (fixture->traffic), ==, 0);
  g_assert_cmpuint (fixture->n_changes, <=,
                    2 + 5 * (g_get_monotonic_time () - begin_us) / G_USEC_PER_SEC);
  g_string_free (lines, TRUE);
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
    { "/feed-trouble/long-line", test_long_line },
    { "/feed-trouble/formats", test_formats },
    { "/feed-trouble/silence", test_silence },
    { "/feed-trouble/clock", test_clock },
    { "/feed-trouble/permission", test_permission },
    { "/feed-trouble/datagram-flood", test_datagram_flood },
    { "/feed-trouble/stream-flood", test_stream_flood },
  };

  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_test_init (&argc, &argv, NULL);
  recording_resolver_install ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, FeedFixture, NULL, feed_fixture_set_up, tests[i].run,
                feed_fixture_tear_down);

  return g_test_run ();
}
