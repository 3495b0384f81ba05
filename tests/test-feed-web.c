/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Digitraffic and BarentsWatch, against servers of the test's own. */
#include "feed-fixture.h"
#include "recording-resolver.h"
#include "rutter-error.h"
#include "rutter-mqtt.h"
#include "rutter-net-keyring.h"
#include "trying-server.h"

#include <string.h>

#define SECRET "s3cret-of-the-test"

#define FEATURE(mmsi) \
  "{\"mmsi\":" #mmsi ",\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":" \
  "[24.95,59.49]},\"properties\":{\"mmsi\":" #mmsi ",\"sog\":0.1,\"cog\":169.3}}"
#define LOCATIONS \
  "{\"type\":\"FeatureCollection\",\"features\":[" FEATURE (230000001) "," FEATURE (230000002) \
  ",{\"mmsi\":\"]\"}]}"
#define VESSELS "[{\"mmsi\":230000001,\"name\":\"SAMPLE [}\",\"imo\":9074729,\"shipType\":70}]"
#define LINE(mmsi) \
  "{\"mmsi\":" #mmsi ",\"msgtime\":\"2026-07-11T13:18:26+00:00\",\"latitude\":70.1," \
  "\"longitude\":22.5}\n"

typedef struct
{
  FeedFixture        feed;
  SoupServer        *server;
  guint              n_locations, n_vessels, n_tokens;
  guint              n_receipts, n_pings;   /* of MQTT */
  guint8             mqtt_code;
  gboolean           has_no_mqtt;           /* what it sends is none */
  guint              status;                /* of HTTP; 0: well */
  SoupServerMessage *stream;
} Fixture;

static RecordingResolver *resolver;

static GBytes *
pack (const char *text)
{
  g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr(GZlibCompressor) zlib = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1);
  g_autoptr(GOutputStream) stream = g_converter_output_stream_new (memory, G_CONVERTER (zlib));

  g_output_stream_write_all (stream, text, strlen (text), NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static void
on_digitraffic_cb (SoupServer        *server,
                   SoupServerMessage *message,
                   const char        *path,
                   GHashTable        *query,
                   gpointer           user_data)
{
  Fixture *fixture = user_data;
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  gboolean is_locations = g_str_has_suffix (path, "/locations");
  g_autoptr(GBytes) packed = pack (is_locations ? LOCATIONS : VESSELS);

  /* It refuses who does not take packed answers. */
  g_assert_true (soup_message_headers_header_contains (headers, "Accept-Encoding", "gzip"));
  g_assert_cmpstr (soup_message_headers_get_one (headers, "Digitraffic-User"), ==,
                   "Rutter/" RUTTER_VERSION);
  fixture->n_locations += is_locations;
  fixture->n_vessels += !is_locations;
  soup_server_message_set_status (message, fixture->status != 0 ? fixture->status : 200, NULL);
  soup_message_headers_replace (soup_server_message_get_response_headers (message),
                                "Content-Encoding", "gzip");
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY,
                                    g_bytes_get_data (packed, NULL), g_bytes_get_size (packed));
}

static void
publish (SoupWebsocketConnection *connection,
         const char              *topic,
         gboolean                 wants_receipt,
         const char              *payload)
{
  g_autoptr(GByteArray) packet = g_byte_array_new ();
  gsize n_topic = strlen (topic);
  gsize n = 2 + n_topic + (wants_receipt ? 2 : 0) + strlen (payload);
  const guint8 head[] = { wants_receipt ? 0x32 : 0x30, 0x80 | (n & 0x7f), (guint8)(n >> 7), 0,
                          (guint8)n_topic };

  g_byte_array_append (packet, head, sizeof head);
  g_byte_array_append (packet, (const guint8 *)topic, (guint)n_topic);
  if (wants_receipt)
    g_byte_array_append (packet, (const guint8 *)"\1\2", 2);
  g_byte_array_append (packet, (const guint8 *)payload, (guint)strlen (payload));

  /* In two frames, wherever that parts it. */
  soup_websocket_connection_send_binary (connection, packet->data, 7);
  soup_websocket_connection_send_binary (connection, packet->data + 7, packet->len - 7);
}

static void
on_mqtt_cb (SoupWebsocketConnection *connection,
            int                      type,
            GBytes                  *message,
            gpointer                 user_data)
{
  Fixture *fixture = user_data;
  const guint8 *bytes = g_bytes_get_data (message, NULL);
  const guint8 accepted[] = { 0x20, 2, 0, fixture->mqtt_code };
  static const guint8 subscribed[] = { 0x90, 4, 0, 1, 0, 0 };
  static const guint8 pong[] = { 0xd0, 0 };
  static const guint8 wrong[] = { 'H', 'T', 'T', 'P' };

  if (bytes[0] == 0x10)
    soup_websocket_connection_send_binary (connection, fixture->has_no_mqtt ? wrong : accepted, 4);
  else if (bytes[0] == 0x82)
    {
      soup_websocket_connection_send_binary (connection, subscribed, sizeof subscribed);
      publish (connection, "vessels-v2/230000003/location", TRUE,
               "{\"time\":1668075025,\"sog\":10.7,\"cog\":326.6,\"lon\":20.3,\"lat\":60.0,"
               "\"posAcc\":true,\"heading\":325,\"navStat\":0,\"rot\":0,\"raim\":false}");
      publish (connection, "vessels-v2/230000003/metadata", FALSE,
               "{\"timestamp\":1668075026035,\"destination\":\"NOWHERE\",\"name\":\"SAMPLE\","
               "\"draught\":68,\"eta\":733376,\"callSign\":\"OABC\",\"imo\":9074729,\"type\":70}");
      publish (connection, "vessels-v2/status", FALSE,
               "{\"anything\":\"that is not a vessel is counted, and left out, since it is not "
               "what was asked for; it has to be this long for its length to take two bytes\"}");
    }
  else if (bytes[0] == 0xc0)
    soup_websocket_connection_send_binary (connection, pong, sizeof pong);
  fixture->n_pings += bytes[0] == 0xc0;
  fixture->n_receipts += bytes[0] == 0x40 && bytes[2] == 1 && bytes[3] == 2;
}

static void
on_accepted_cb (SoupServer              *server,
                SoupServerMessage       *message,
                const char              *path,
                SoupWebsocketConnection *connection,
                gpointer                 user_data)
{
  g_object_set_data_full (G_OBJECT (server), "connection", g_object_ref (connection),
                          g_object_unref);
  g_signal_connect (connection, "message", G_CALLBACK (on_mqtt_cb), user_data);
}

static void
on_token_cb (SoupServer        *server,
             SoupServerMessage *message,
             const char        *path,
             GHashTable        *query,
             gpointer           user_data)
{
  Fixture *fixture = user_data;
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  g_autoptr(GBytes) bytes = soup_message_body_flatten (body);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr(GHashTable) form = soup_form_decode (text);
  static const char answer[] = "{\"access_token\":\"t0k.e-n\",\"expires_in\":3600}";

  fixture->n_tokens++;
  g_assert_cmpstr (soup_server_message_get_method (message), ==, "POST");
  g_assert_cmpstr (g_hash_table_lookup (form, "client_id"), ==, "me@here:app");
  g_assert_cmpstr (g_hash_table_lookup (form, "client_secret"), ==, SECRET);
  g_assert_cmpstr (g_hash_table_lookup (form, "scope"), ==, "ais");
  g_assert_cmpstr (g_hash_table_lookup (form, "grant_type"), ==, "client_credentials");
  soup_server_message_set_status (message, fixture->status != 0 ? fixture->status : 200, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_STATIC, answer,
                                    strlen (answer));
}

static void
on_stream_cb (SoupServer        *server,
              SoupServerMessage *message,
              const char        *path,
              GHashTable        *query,
              gpointer           user_data)
{
  Fixture *fixture = user_data;

  g_assert_cmpstr (soup_message_headers_get_one (soup_server_message_get_request_headers (message),
                                                 "Authorization"), ==, "Bearer t0k.e-n");
  g_assert_cmpstr (g_hash_table_lookup (query, "modelType"), ==, "Full");
  soup_server_message_set_status (message, 200, NULL);
  soup_message_headers_set_encoding (soup_server_message_get_response_headers (message),
                                     SOUP_ENCODING_CHUNKED);
  g_set_object (&fixture->stream, message);
}

static void
append (Fixture    *fixture,
        const char *text)
{
  SoupMessageBody *body = soup_server_message_get_response_body (fixture->stream);

  if (text != NULL)
    soup_message_body_append (body, SOUP_MEMORY_COPY, text, strlen (text));
  else
    soup_message_body_complete (body);
  soup_server_message_unpause (fixture->stream);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  RutterNetPolicy *policy;
  char *protocols[] = { (char *)"mqtt", NULL };

  feed_fixture_set_up (&fixture->feed, data);
  fixture->feed.second = 0.01;
  fixture->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (fixture->server, "/api/ais/v1", on_digitraffic_cb, fixture, NULL);
  soup_server_add_websocket_handler (fixture->server, "/mqtt", NULL, protocols, on_accepted_cb,
                                     fixture, NULL);
  soup_server_add_handler (fixture->server, "/connect/token", on_token_cb, fixture, NULL);
  soup_server_add_handler (fixture->server, "/v1/combined", on_stream_cb, fixture, NULL);
  fixture->feed.web = g_strdup_printf ("ws://one.test:%u", trying_server_listen (fixture->server));
  policy = rutter_net_gate_get_policy (fixture->feed.gate);
  rutter_net_policy_set_on (policy, TRUE);
  rutter_net_policy_allow (policy, "one.test", RUTTER_NET_RUN, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->stream);
  feed_fixture_tear_down (&fixture->feed, data);
  g_object_set_data (G_OBJECT (fixture->server), "connection", NULL);
  soup_server_disconnect (fixture->server);
  g_clear_object (&fixture->server);
}

#define WAIT(condition) \
  G_STMT_START { while (!(condition)) g_main_context_iteration (NULL, TRUE); } G_STMT_END

static void
test_digitraffic (Fixture       *fixture,
                  gconstpointer  data)
{
  const RutterFeedCounts *counts;

  feed_fixture_open (&fixture->feed, "digitraffic://");
  feed_fixture_wait_count (&fixture->feed, 5);
  feed_fixture_wait_points (&fixture->feed, 3);
  g_assert_cmpuint (fixture->n_locations, ==, 1);
  g_assert_cmpuint (fixture->n_vessels, ==, 1);
  WAIT (fixture->n_receipts == 1 && fixture->n_pings > 1);
  WAIT (rutter_feed_get_counts (fixture->feed.feed)->n_lines == 7);
  counts = rutter_feed_get_counts (fixture->feed.feed);
  g_assert_cmpuint (counts->n_bad, ==, 2);
  g_assert_cmpuint (counts->n_connects, ==, 1);
  g_assert_cmpuint (counts->n_bytes, >, strlen (LOCATIONS VESSELS));
}

/* Without MQTT all is asked for again, once a minute. */
static void
test_fallback (Fixture       *fixture,
               gconstpointer  data)
{
  guint *what = (guint *)data;

  if (what == NULL)
    soup_server_remove_handler (fixture->server, "/mqtt");
  fixture->mqtt_code = what == NULL ? 0 : 5;
  feed_fixture_open (&fixture->feed, "digitraffic://");
  WAIT (fixture->n_locations == 2 && fixture->n_vessels == 2);
  WAIT (rutter_feed_get_counts (fixture->feed.feed)->n_messages >= 6);
  feed_fixture_wait_state (&fixture->feed, RUTTER_FEED_HEARING);
  g_assert_cmpuint (rutter_feed_get_counts (fixture->feed.feed)->n_connects, ==, 1);

  /* What is no MQTT at all is a third way not to have it. */
  fixture->has_no_mqtt = TRUE;
  WAIT (fixture->n_locations == 3);
  feed_fixture_wait_state (&fixture->feed, RUTTER_FEED_HEARING);
}

static void
test_busy (Fixture       *fixture,
           gconstpointer  data)
{
  fixture->status = 429;
  feed_fixture_open (&fixture->feed, "digitraffic://");
  feed_fixture_wait_state (&fixture->feed, RUTTER_FEED_WAITING);
  g_assert_error (rutter_feed_get_error (fixture->feed.feed), RUTTER_ERROR, RUTTER_ERROR_BUSY);
  g_assert_cmpuint (fixture->n_locations, ==, 1);
}

static void
on_stored_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  rutter_net_keyring_store_finish (RUTTER_NET_KEYRING (source), result, NULL);
  (*(guint *)user_data)++;
}

static void
store_keys (Fixture *fixture)
{
  RutterNetKeyring *keyring = rutter_net_gate_get_keyring (fixture->feed.gate);
  guint n_stored = 0;

  rutter_net_keyring_store_async (keyring, "barentswatch-client", "me@here:app", NULL,
                                  on_stored_cb, &n_stored);
  rutter_net_keyring_store_async (keyring, "barentswatch", SECRET, NULL, on_stored_cb, &n_stored);
  WAIT (n_stored == 2);
}

static void
test_barentswatch (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *huge = g_strnfill (40000, ' ');
  const RutterFeedCounts *counts;

  store_keys (fixture);
  feed_fixture_open (&fixture->feed, "barentswatch://");
  WAIT (fixture->stream != NULL);
  append (fixture, LINE (257000001) "{\"mmsi\":2570");
  feed_fixture_wait_count (&fixture->feed, 1);
  append (fixture, "00002,\"latitude\":70,\"longitude\":20}\r\n\n");
  feed_fixture_wait_count (&fixture->feed, 2);
  append (fixture, huge);
  append (fixture, "\nnonsense\n" LINE (257000003));
  feed_fixture_wait_count (&fixture->feed, 3);
  feed_fixture_wait_points (&fixture->feed, 3);
  counts = rutter_feed_get_counts (fixture->feed.feed);
  g_assert_cmpuint (counts->n_bad, ==, 2);
  g_assert_cmpuint (counts->n_lines, ==, 5);

  /* The end of what should not end: another token, another stream. */
  append (fixture, NULL);
  WAIT (fixture->n_tokens == 2);
}

static void
test_token (Fixture       *fixture,
            gconstpointer  data)
{
  g_auto(GStrv) hosts = NULL;
  g_autoptr(RutterFeed) feed = NULL;

  feed_fixture_open (&fixture->feed, "barentswatch://");
  feed_fixture_wait_state (&fixture->feed, RUTTER_FEED_FAILED);
  g_assert_error (rutter_feed_get_error (fixture->feed.feed), RUTTER_ERROR,
                  RUTTER_ERROR_NOT_FOUND);
  g_assert_cmpuint (fixture->n_tokens, ==, 0);

  store_keys (fixture);
  fixture->status = data != NULL ? 400 : 401;
  rutter_feed_start (fixture->feed.feed);
  WAIT (g_error_matches (rutter_feed_get_error (fixture->feed.feed), RUTTER_ERROR,
                         RUTTER_ERROR_DENIED));
  feed_fixture_wait_state (&fixture->feed, RUTTER_FEED_FAILED);
  g_assert_null (strstr (rutter_feed_get_error (fixture->feed.feed)->message, SECRET));

  /* Each of its hosts is allowed by name. */
  feed = rutter_feed_new (fixture->feed.gate, fixture->feed.traffic, "barentswatch://", 8, NULL);
  hosts = rutter_feed_list_hosts (feed);
  g_assert_cmpuint (g_strv_length (hosts), ==, 2);
  g_assert_cmpstr (hosts[0], ==, "id.barentswatch.no");
  g_assert_cmpstr (hosts[1], ==, "live.ais.barentswatch.no");
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char   *path;
    void        (*run) (Fixture *, gconstpointer);
    gconstpointer data;
  } tests[] = {
    { "/feed/digitraffic/hears", test_digitraffic },
    { "/feed/digitraffic/no-mqtt", test_fallback },
    { "/feed/digitraffic/mqtt-refused", test_fallback, "refused" },
    { "/feed/digitraffic/busy", test_busy },
    { "/feed/barentswatch/hears", test_barentswatch },
    { "/feed/barentswatch/token", test_token },
    { "/feed/barentswatch/token-400", test_token, "400" },
  };

  /* Never the keyring of whoever runs this. */
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere", TRUE);
  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_test_init (&argc, &argv, NULL);
  resolver = recording_resolver_install ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, tests[i].data, set_up, tests[i].run, tear_down);

  return g_test_run ();
}
