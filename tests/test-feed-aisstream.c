/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "feed-fixture.h"
#include "recording-resolver.h"
#include "rutter-error.h"
#include "rutter-net-keyring.h"
#include "trying-server.h"

#include <string.h>

#define KEY "0123456789abcdef0123456789abcdef01234567"

#define POSITION(mmsi) \
  "{\"Message\":{\"PositionReport\":{\"Cog\":217.3,\"Latitude\":36.5,\"Longitude\":50.25," \
  "\"MessageID\":1,\"NavigationalStatus\":0,\"RateOfTurn\":-128,\"Sog\":9.5,\"TrueHeading\":511," \
  "\"UserID\":" #mmsi ",\"Valid\":true}},\"MessageType\":\"PositionReport\",\"MetaData\":{" \
  "\"MMSI\":" #mmsi ",\"time_utc\":\"2026-11-23 12:00:00.281038479 +0000 UTC\"}}"
#define STATIC \
  "{\"Message\":{\"ShipStaticData\":{\"MessageID\":5,\"UserID\":211000001,\"Valid\":true," \
  "\"ImoNumber\":9074729,\"CallSign\":\"DABC\",\"Name\":\"SAMPLE\",\"Type\":70,\"Dimension\":" \
  "{\"A\":100,\"B\":20,\"C\":10,\"D\":6},\"Destination\":\"NOWHERE\"}},\"MessageType\":" \
  "\"ShipStaticData\",\"MetaData\":{\"MMSI\":211000001}}"
#define CONFIRMATION \
  "{\"MessageType\":\"SubscriptionConfirmation\",\"Message\":{\"CompressionEnabled\":true}}"

typedef struct
{
  FeedFixture  feed;
  SoupServer  *server;
  GPtrArray   *accepted;    /* SoupWebsocketConnection, in the order in which they came */
  GPtrArray   *requests;    /* what was asked, text */
  const char  *complaint;   /* answered to every request */
} Fixture;

static RecordingResolver *resolver;
/* All that was logged in this run. */
static GString *logged;
static GMutex logged_lock;

static GLogWriterOutput
on_log_cb (GLogLevelFlags   level,
           const GLogField *fields,
           gsize            n_fields,
           gpointer         user_data)
{
  g_autofree char *line = g_log_writer_format_fields (level, fields, n_fields, FALSE);

  g_mutex_lock (&logged_lock);
  g_string_append (logged, line);
  g_mutex_unlock (&logged_lock);
  return g_log_writer_standard_streams (level, fields, n_fields, user_data);
}

static void
on_request_cb (SoupWebsocketConnection *connection,
               int                      type,
               GBytes                  *message,
               gpointer                 user_data)
{
  Fixture *fixture = user_data;
  gsize length;
  const char *text = g_bytes_get_data (message, &length);

  g_assert_cmpint (type, ==, SOUP_WEBSOCKET_DATA_TEXT);
  g_ptr_array_add (fixture->requests, g_strndup (text, length));
  soup_websocket_connection_send_text (connection, fixture->complaint != NULL ? fixture->complaint
                                                                              : CONFIRMATION);
}

static void
on_accepted_cb (SoupServer              *server,
                SoupServerMessage       *message,
                const char              *path,
                SoupWebsocketConnection *connection,
                gpointer                 user_data)
{
  Fixture *fixture = user_data;

  g_ptr_array_add (fixture->accepted, g_object_ref (connection));
  g_signal_connect (connection, "message", G_CALLBACK (on_request_cb), fixture);
}

static void
on_busy_cb (SoupServer        *server,
             SoupServerMessage *message,
             const char        *path,
             GHashTable        *query,
             gpointer           user_data)
{
  trying_server_refuse (message, "429");
}

static void
on_stored_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  /* There is no keyring: it is kept for this run. */
  rutter_net_keyring_store_finish (RUTTER_NET_KEYRING (source), result, &error);
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_WRITE);
  *(gboolean *)user_data = TRUE;
}

static void
store_key (Fixture *fixture)
{
  gboolean is_stored = FALSE;

  rutter_net_keyring_store_async (rutter_net_gate_get_keyring (fixture->feed.gate), "aisstream",
                                  KEY, NULL, on_stored_cb, &is_stored);
  while (!is_stored)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  RutterNetPolicy *policy;

  feed_fixture_set_up (&fixture->feed, data);
  fixture->accepted = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->requests = g_ptr_array_new_with_free_func (g_free);
  fixture->server = soup_server_new (NULL, NULL);
  soup_server_add_websocket_handler (fixture->server, "/v0/stream", NULL, NULL, on_accepted_cb,
                                     fixture, NULL);
  fixture->feed.web = g_strdup_printf ("ws://one.test:%u", trying_server_listen (fixture->server));
  policy = rutter_net_gate_get_policy (fixture->feed.gate);
  rutter_net_policy_set_on (policy, TRUE);
  rutter_net_policy_allow (policy, "one.test", RUTTER_NET_RUN, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  feed_fixture_tear_down (&fixture->feed, data);
  soup_server_disconnect (fixture->server);
  g_clear_object (&fixture->server);
  g_ptr_array_unref (fixture->accepted);
  g_ptr_array_unref (fixture->requests);
}

static void
wait_requests (Fixture *fixture,
               guint    n)
{
  while (fixture->requests->len < n)
    g_main_context_iteration (NULL, TRUE);
}

static void
send_frame (Fixture    *fixture,
            const char *text,
            gboolean    is_text)
{
  SoupWebsocketConnection *connection = fixture->accepted->pdata[fixture->accepted->len - 1];

  if (is_text)
    soup_websocket_connection_send_text (connection, text);
  else
    soup_websocket_connection_send_binary (connection, text, strlen (text));
}

static void
test_hears (Fixture       *fixture,
            gconstpointer  data)
{
  const RutterFeedCounts *counts;
  const char *const *keys;

  store_key (fixture);
  feed_fixture_open (&fixture->feed, "aisstream://");
  g_assert_cmpstr (rutter_feed_get_title (fixture->feed.feed), ==, "AISStream");
  g_assert_cmpstr (rutter_feed_get_host (fixture->feed.feed), ==, "stream.aisstream.io");
  keys = rutter_feed_get_keys (fixture->feed.feed);
  g_assert_cmpstr (keys[0], ==, "aisstream");
  wait_requests (fixture, 1);
  g_assert_true (g_str_has_prefix (fixture->requests->pdata[0],
                                   "{\"APIKey\":\"" KEY "\",\"BoundingBoxes\":[[[-90.0000,-180.0000"
                                   "],[90.0000,180.0000]]],\"FilterMessageTypes\":[\"Position"));
  feed_fixture_wait_state (&fixture->feed, RUTTER_FEED_OPEN);
  send_frame (fixture, POSITION (211000001), FALSE);
  send_frame (fixture, POSITION (211000002), TRUE);
  send_frame (fixture, "{\"Message\":{\"Posi", TRUE);
  send_frame (fixture, "\xff\xfe", FALSE);
  send_frame (fixture, "{}", TRUE);
  send_frame (fixture, STATIC, FALSE);
  feed_fixture_wait_count (&fixture->feed, 3);
  feed_fixture_wait_points (&fixture->feed, 2);
  feed_fixture_wait_state (&fixture->feed, RUTTER_FEED_HEARING);
  counts = rutter_feed_get_counts (fixture->feed.feed);
  g_assert_cmpuint (counts->n_bad, ==, 2);
  g_assert_cmpuint (counts->n_lines, ==, 7);
  g_assert_cmpuint (counts->n_connects, ==, 1);
  g_assert_cmpuint (counts->n_bytes, ==, strlen (CONFIRMATION POSITION (211000001)
                                                 POSITION (211000002) STATIC) + 17 + 2 + 2);
}

/* One socket for all areas; asked for anew no more often than the service allows. */
static void
test_area (Fixture       *fixture,
           gconstpointer  data)
{
  const RutterFeedBox boxes[] = { { 170, -10, -170, 10 }, { 1, 2, 3, 4 } };
  g_autofree RutterFeedBox *asked = NULL;
  guint n;

  store_key (fixture);
  feed_fixture_open (&fixture->feed, "aisstream://?area=49,36.5,54,47");
  g_assert_true (rutter_feed_has_area (fixture->feed.feed));
  wait_requests (fixture, 1);
  g_assert_nonnull (strstr (fixture->requests->pdata[0],
                            "\"BoundingBoxes\":[[[36.5000,49.0000],[47.0000,54.0000]]],"));

  for (guint i = 0; i < 20; i++)
    {
      const RutterFeedBox passing = { i, 0, i + 1, 1 };

      rutter_feed_set_area (fixture->feed.feed, &passing, 1);
    }
  rutter_feed_set_area (fixture->feed.feed, boxes, 2);
  rutter_feed_set_area (fixture->feed.feed, boxes, 2);
  do
    wait_requests (fixture, fixture->requests->len + 1);
  while (strstr (fixture->requests->pdata[fixture->requests->len - 1],
                 "\"BoundingBoxes\":[[[-10.0000,170.0000],[10.0000,180.0000]],"
                 "[[-10.0000,-180.0000],[10.0000,-170.0000]],"
                 "[[2.0000,1.0000],[4.0000,3.0000]]],") == NULL);
  g_assert_cmpuint (fixture->requests->len, <=, 3);
  g_assert_cmpuint (fixture->accepted->len, ==, 1);
  asked = rutter_feed_dup_area (fixture->feed.feed, &n);
  g_assert_cmpuint (n, ==, 2);
  send_frame (fixture, POSITION (211000001), TRUE);
  feed_fixture_wait_count (&fixture->feed, 1);
}

static void
assert_secret (Fixture *fixture)
{
  GListModel *ledger = G_LIST_MODEL (rutter_net_gate_get_ledger (fixture->feed.gate));
  RutterFeed *feed = fixture->feed.feed;
  g_autofree char *text = rutter_feed_dup_state_text (feed);
  const GError *error = rutter_feed_get_error (feed);

  g_assert_null (strstr (text, KEY));
  g_assert_null (strstr (rutter_feed_get_address (feed), KEY));
  g_assert_null (strstr (rutter_feed_get_title (feed), KEY));
  g_assert_true (error == NULL || strstr (error->message, KEY) == NULL);
  for (guint i = 0; i < g_list_model_get_n_items (ledger); i++)
    {
      g_autoptr(RutterNetEntry) entry = g_list_model_get_item (ledger, i);
      g_autofree char *line = rutter_net_entry_dup_line (entry);

      g_assert_null (strstr (line, KEY));
    }
  g_mutex_lock (&logged_lock);
  g_assert_null (strstr (logged->str, KEY));
  g_mutex_unlock (&logged_lock);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char     *complaint;
    RutterFeedState state;
    int             code;
    const char     *words;
  } cases[] = {
    { "{\"error\":\"Api Key " KEY " Is Not Valid\"}", RUTTER_FEED_FAILED, RUTTER_ERROR_DENIED,
      "“stream.aisstream.io” does not accept the key: “Api Key … Is Not Valid”." },
    { "{\"error\":\"Malformed\\nrequest\"}", RUTTER_FEED_WAITING, RUTTER_ERROR_NETWORK,
      "“Malformed nrequest”" },
  };

  /* Without a key nobody is asked. */
  feed_fixture_open (&fixture->feed, "aisstream://");
  feed_fixture_wait_state (&fixture->feed, RUTTER_FEED_FAILED);
  g_assert_error (rutter_feed_get_error (fixture->feed.feed), RUTTER_ERROR,
                  RUTTER_ERROR_NOT_FOUND);
  g_assert_cmpuint (fixture->accepted->len, ==, 0);

  store_key (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      fixture->complaint = cases[i].complaint;
      rutter_feed_start (fixture->feed.feed);
      while (!g_error_matches (rutter_feed_get_error (fixture->feed.feed), RUTTER_ERROR,
                               cases[i].code))
        g_main_context_iteration (NULL, TRUE);
      feed_fixture_wait_state (&fixture->feed, cases[i].state);
      g_assert_nonnull (strstr (rutter_feed_get_error (fixture->feed.feed)->message,
                                cases[i].words));
      assert_secret (fixture);
    }
}

/* Too many requests: as late as it may be, and no sooner. */
static void
test_busy (Fixture       *fixture,
           gconstpointer  data)
{
  store_key (fixture);
  soup_server_remove_handler (fixture->server, "/v0/stream");
  soup_server_add_handler (fixture->server, "/v0/stream", on_busy_cb, NULL, NULL);
  fixture->feed.second = 1;
  feed_fixture_open (&fixture->feed, "aisstream://");
  feed_fixture_wait_state (&fixture->feed, RUTTER_FEED_WAITING);
  g_assert_error (rutter_feed_get_error (fixture->feed.feed), RUTTER_ERROR, RUTTER_ERROR_BUSY);
  g_assert_cmpuint (rutter_feed_get_retry_in_s (fixture->feed.feed), >, 40);
}

/* Whatever becomes of a connection, there is another. */
static void
test_returns (Fixture       *fixture,
              gconstpointer  data)
{
  static const guint8 huge[] = { 0x82, 127, 0, 0, 0, 0, 0x05, 0xf5, 0xe1, 0x00, 'x' };
  static const guint8 half[] = { 0x82, 100, '{' };
  GIOStream *stream;

  store_key (fixture);
  feed_fixture_open (&fixture->feed, "aisstream://");
  wait_requests (fixture, 1);
  stream = soup_websocket_connection_get_io_stream (fixture->accepted->pdata[0]);
  g_output_stream_write_all (g_io_stream_get_output_stream (stream), huge, sizeof huge, NULL, NULL,
                             NULL);
  wait_requests (fixture, 2);
  stream = soup_websocket_connection_get_io_stream (fixture->accepted->pdata[1]);
  g_output_stream_write_all (g_io_stream_get_output_stream (stream), half, sizeof half, NULL, NULL,
                             NULL);
  g_io_stream_close (stream, NULL, NULL);
  wait_requests (fixture, 3);
  soup_websocket_connection_close (fixture->accepted->pdata[2], 1001, NULL);
  wait_requests (fixture, 4);
  send_frame (fixture, POSITION (211000001), TRUE);
  feed_fixture_wait_count (&fixture->feed, 1);
  feed_fixture_wait_state (&fixture->feed, RUTTER_FEED_HEARING);
  g_assert_cmpuint (rutter_feed_get_counts (fixture->feed.feed)->n_connects, ==, 4);
  assert_secret (fixture);

  /* Forbidden: cut, and back as soon as it is allowed. */
  rutter_net_policy_forbid (rutter_net_gate_get_policy (fixture->feed.gate), "one.test");
  feed_fixture_wait_state (&fixture->feed, RUTTER_FEED_REFUSED);
}

/* Open, and dead without saying so. */
static void
test_silent (Fixture       *fixture,
             gconstpointer  data)
{
  store_key (fixture);
  fixture->feed.second = 0.002;
  feed_fixture_open (&fixture->feed, "aisstream://");
  wait_requests (fixture, 1);
  feed_fixture_wait_state (&fixture->feed, RUTTER_FEED_SILENT);
  wait_requests (fixture, 2);
  g_assert_cmpuint (fixture->accepted->len, ==, 2);
}

static void
test_addresses (Fixture       *fixture,
                gconstpointer  data)
{
  static const char *const bad[] = {
    "aisstream://stream.aisstream.io", "aisstream://:1", "aisstream:///path", "aisstream://?key=x",
    "aisstream://?area=", "aisstream://?area=1,2,3", "aisstream://" KEY "@",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%u", i);
      g_assert_null (rutter_feed_new (fixture->feed.gate, fixture->feed.traffic, bad[i], 1,
                                      &error));
      g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void      (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "/feed/aisstream/addresses", test_addresses }, { "/feed/aisstream/hears", test_hears },
    { "/feed/aisstream/area", test_area },           { "/feed/aisstream/refused", test_refused },
    { "/feed/aisstream/busy", test_busy },           { "/feed/aisstream/returns", test_returns },
    { "/feed/aisstream/silent", test_silent },
  };

  /* Never the keyring of whoever runs this. */
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere", TRUE);
  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  logged = g_string_new (NULL);
  g_log_set_writer_func (on_log_cb, NULL, NULL);
  g_test_init (&argc, &argv, NULL);
  resolver = recording_resolver_install ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);

  return g_test_run ();
}
