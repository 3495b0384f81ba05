/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "recording-resolver.h"
#include "rutter-error.h"
#include "rutter-net-stream.h"

#include <string.h>

typedef struct
{
  GSocketService    *server;
  guint16            port;
  GSocketConnection *accepted;
  guint              n_accepted;

  RutterNetGate     *gate;
  RutterNetStream   *stream;
  gboolean           is_done;   /* connected, or not */
  GString           *heard;
  guint              n_calls;
  gboolean           has_ended;
  GError            *error;
} Fixture;

static RecordingResolver *resolver;

static gboolean
on_incoming_cb (GSocketService    *service,
                GSocketConnection *connection,
                GObject           *source,
                gpointer           user_data)
{
  Fixture *fixture = user_data;

  g_set_object (&fixture->accepted, connection);
  fixture->n_accepted++;
  return TRUE;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->server = g_socket_service_new ();
  fixture->port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (fixture->server), NULL,
                                                       &error);
  g_assert_no_error (error);
  g_signal_connect (fixture->server, "incoming", G_CALLBACK (on_incoming_cb), fixture);
  fixture->gate = rutter_net_gate_new (NULL);
  fixture->heard = g_string_new (NULL);
  g_free (recording_resolver_take (resolver));
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->stream, rutter_net_stream_close);
  settle ();
  g_assert_finalize_object (g_steal_pointer (&fixture->gate));
  g_clear_object (&fixture->accepted);
  g_socket_service_stop (fixture->server);
  settle ();
  g_socket_listener_close (G_SOCKET_LISTENER (fixture->server));
  g_clear_object (&fixture->server);
  g_string_free (fixture->heard, TRUE);
  g_clear_error (&fixture->error);
}

static void
on_bytes_cb (const char   *bytes,
             gsize         length,
             const GError *error,
             gpointer      user_data)
{
  Fixture *fixture = user_data;

  g_assert_false (fixture->has_ended);
  fixture->n_calls++;
  if (bytes != NULL)
    {
      g_string_append_len (fixture->heard, bytes, (gssize)length);
      return;
    }

  fixture->has_ended = TRUE;
  if (error != NULL)
    fixture->error = g_error_copy (error);
}

static void
on_connected_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  Fixture *fixture = user_data;

  fixture->stream = rutter_net_gate_connect_finish (RUTTER_NET_GATE (source), result,
                                                    &fixture->error);
  fixture->is_done = TRUE;
}

static void
connect_to (Fixture      *fixture,
            const char   *host,
            guint16       port,
            GCancellable *cancellable)
{
  g_clear_pointer (&fixture->stream, rutter_net_stream_close);
  g_clear_error (&fixture->error);
  fixture->is_done = fixture->has_ended = FALSE;
  rutter_net_gate_connect_async (fixture->gate, host, port, "Test", cancellable, on_connected_cb,
                                 fixture);
  if (cancellable != NULL)
    g_cancellable_cancel (cancellable);
  while (!fixture->is_done)
    g_main_context_iteration (NULL, TRUE);
}

static void
start (Fixture *fixture,
       guint    n_accepted)
{
  g_assert_no_error (fixture->error);
  rutter_net_stream_start (fixture->stream, on_bytes_cb, fixture);
  while (fixture->n_accepted < n_accepted)
    g_main_context_iteration (NULL, TRUE);
}

static void
write_text (Fixture    *fixture,
            const char *text)
{
  GOutputStream *out = g_io_stream_get_output_stream (G_IO_STREAM (fixture->accepted));

  g_assert_true (g_output_stream_write_all (out, text, strlen (text), NULL, NULL, NULL));
}

static void
hear (Fixture    *fixture,
      const char *text)
{
  while (strcmp (fixture->heard->str, text) != 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
allow (Fixture        *fixture,
       const char     *host,
       RutterNetGrant  grant)
{
  RutterNetPolicy *policy = rutter_net_gate_get_policy (fixture->gate);

  g_assert_true (rutter_net_policy_allow (policy, host, grant, NULL));
  rutter_net_policy_set_on (policy, TRUE);
}

static RutterNetEntry *
get_entry (Fixture *fixture,
           guint    i)
{
  GListModel *ledger = G_LIST_MODEL (rutter_net_gate_get_ledger (fixture->gate));
  g_autoptr(RutterNetEntry) entry = g_list_model_get_item (ledger, i);

  g_assert_nonnull (entry);
  return entry;
}

/* This machine needs no permission, and no name of it is looked up. */
static void
test_here (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *const hosts[] = { "localhost", "LOCALHOST.", "127.0.0.1" };
  g_autofree char *names = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
    {
      char reply[6] = { 0 };

      connect_to (fixture, hosts[i], fixture->port, NULL);
      start (fixture, i + 1);
      g_string_truncate (fixture->heard, 0);
      write_text (fixture, "one");
      hear (fixture, "one");
      write_text (fixture, "two");
      hear (fixture, "onetwo");
      rutter_net_stream_send (fixture->stream, "hello", 5);
      g_assert_true (g_input_stream_read_all (
        g_io_stream_get_input_stream (G_IO_STREAM (fixture->accepted)), reply, 5, NULL, NULL,
        NULL));
      g_assert_cmpstr (reply, ==, "hello");
      g_io_stream_close (G_IO_STREAM (fixture->accepted), NULL, NULL);
      while (!fixture->has_ended)
        g_main_context_iteration (NULL, TRUE);
      g_assert_no_error (fixture->error);
    }

  names = recording_resolver_take (resolver);
  g_assert_cmpstr (names, ==, "");
  g_clear_pointer (&fixture->stream, rutter_net_stream_close);
  settle ();
  g_assert_cmpstr (rutter_net_entry_get_host (get_entry (fixture, 0)), ==, "this machine");
  g_assert_true (rutter_net_entry_is_allowed (get_entry (fixture, 0)));
  g_assert_cmpuint (rutter_net_entry_get_received (get_entry (fixture, 0)), ==, 18);
  g_assert_cmpuint (rutter_net_entry_get_sent (get_entry (fixture, 0)), ==, 15);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *names = NULL;

  connect_to (fixture, "one.test", fixture->port, NULL);
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_REFUSED);
  g_assert_nonnull (strstr (fixture->error->message, "network is off"));
  rutter_net_policy_set_on (rutter_net_gate_get_policy (fixture->gate), TRUE);
  connect_to (fixture, "one.test", fixture->port, NULL);
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_REFUSED);
  g_assert_nonnull (strstr (fixture->error->message, "not allowed"));
  connect_to (fixture, "no host", fixture->port, NULL);
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_INVALID);

  g_assert_false (rutter_net_entry_is_allowed (get_entry (fixture, 0)));
  names = recording_resolver_take (resolver);
  g_assert_cmpstr (names, ==, "");
  g_assert_cmpuint (fixture->n_accepted, ==, 0);
}

static void
test_unreachable (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GSocketAddress) nobody = NULL;
  g_autoptr(GSocket) deaf = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM,
                                          G_SOCKET_PROTOCOL_TCP, NULL);

  /* A port that is taken, and does not listen. */
  nobody = g_inet_socket_address_new_from_string ("127.0.0.1", 0);
  g_assert_true (g_socket_bind (deaf, nobody, FALSE, NULL));
  g_clear_object (&nobody);
  nobody = g_socket_get_local_address (deaf, NULL);
  connect_to (fixture, "127.0.0.1",
              g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (nobody)), NULL);
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_NETWORK);
  g_assert_nonnull (strstr (fixture->error->message, "cannot be reached"));
  connect_to (fixture, "127.0.0.1", fixture->port, cancellable);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Cut at once when the host is forbidden, or the network goes off; the other side notices too. */
static void
test_cut (Fixture       *fixture,
          gconstpointer  data)
{
  RutterNetPolicy *policy = rutter_net_gate_get_policy (fixture->gate);

  for (guint i = 0; i < 2; i++)
    {
      char byte;

      allow (fixture, "one.test", RUTTER_NET_RUN);
      connect_to (fixture, "one.test", fixture->port, NULL);
      start (fixture, i + 1);
      g_string_truncate (fixture->heard, 0);
      write_text (fixture, "one");
      hear (fixture, "one");
      write_text (fixture, "not heard");
      if (i == 0)
        rutter_net_policy_forbid (policy, "one.test");
      else
        rutter_net_policy_set_on (policy, FALSE);
      while (!fixture->has_ended)
        g_main_context_iteration (NULL, TRUE);
      g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_REFUSED);
      g_assert_nonnull (strstr (fixture->error->message, "was cut"));
      g_assert_nonnull (strstr (fixture->error->message, i == 0 ? "not allow it" : "is off"));
      g_assert_cmpstr (fixture->heard->str, ==, "one");
      g_assert_cmpint (g_input_stream_read (
        g_io_stream_get_input_stream (G_IO_STREAM (fixture->accepted)), &byte, 1, NULL, NULL), <=,
        0);
    }
}

/* One permission, one connection, which it outlives. */
static void
test_once (Fixture       *fixture,
           gconstpointer  data)
{
  allow (fixture, "one.test", RUTTER_NET_ONCE);
  connect_to (fixture, "one.test", fixture->port, NULL);
  start (fixture, 1);
  allow (fixture, "two.test", RUTTER_NET_RUN);
  write_text (fixture, "one");
  hear (fixture, "one");
  connect_to (fixture, "one.test", fixture->port, NULL);
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_REFUSED);
}

static void
test_datagrams (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GSocket) sender = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_DATAGRAM,
                                            G_SOCKET_PROTOCOL_UDP, NULL);
  g_autoptr(GSocketAddress) target = NULL;
  guint16 port;

  g_assert_null (rutter_net_gate_bind_udp (fixture->gate, "nowhere", 0, "Test", &fixture->error));
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_INVALID);
  g_clear_error (&fixture->error);

  fixture->stream = rutter_net_gate_bind_udp (fixture->gate, NULL, 0, "Test", &fixture->error);
  g_assert_no_error (fixture->error);
  port = rutter_net_stream_get_port (fixture->stream);
  g_assert_null (rutter_net_gate_bind_udp (fixture->gate, NULL, port, "Test", &fixture->error));
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_NETWORK);
  g_clear_error (&fixture->error);

  rutter_net_stream_start (fixture->stream, on_bytes_cb, fixture);
  target = g_inet_socket_address_new_from_string ("127.0.0.1", port);
  g_assert_cmpint (g_socket_send_to (sender, target, "one", 3, NULL, NULL), ==, 3);
  g_assert_cmpint (g_socket_send_to (sender, target, "", 0, NULL, NULL), ==, 0);
  g_assert_cmpint (g_socket_send_to (sender, target, "two", 3, NULL, NULL), ==, 3);
  hear (fixture, "onetwo");
  g_assert_cmpuint (fixture->n_calls, ==, 2);
  g_assert_cmpuint (rutter_net_stream_count_lost (fixture->stream), ==, 0);

  /* More than the system keeps for who does not read. */
  for (guint i = 0; i < 20000; i++)
    g_socket_send_to (sender, target, "flood", 5, NULL, NULL);
  g_assert_cmpuint (rutter_net_stream_count_lost (fixture->stream), >, 0);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void      (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "/net-stream/here", test_here },           { "/net-stream/refused", test_refused },
    { "/net-stream/unreachable", test_unreachable }, { "/net-stream/cut", test_cut },
    { "/net-stream/once", test_once },           { "/net-stream/datagrams", test_datagrams },
  };

  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_test_init (&argc, &argv, NULL);
  resolver = recording_resolver_install ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);

  return g_test_run ();
}
