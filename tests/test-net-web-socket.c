/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "certificates.h"
#include "recording-resolver.h"
#include "rutter-error.h"
#include "rutter-net-web-socket.h"
#include "trying-server.h"

#include <string.h>

#define MOST_BYTES TRYING_SERVER_MOST_BYTES

typedef struct
{
  GPtrArray          *servers;
  guint               port, valid_port, expired_port, foreign_port;
  guint               n_asked;
  GPtrArray          *accepted;   /* SoupWebsocketConnection */
  SoupServerMessage  *kept;       /* never answered */
  GCancellable       *cancellable;
  RutterNetGate      *gate;
  RutterNetWebSocket *socket;
  gboolean            is_done;
  GString            *heard;
  GError             *error;
} Fixture;

static RecordingResolver *resolver;
static gboolean has_certificates;

static void
on_accepted_cb (SoupServer              *server,
                SoupServerMessage       *message,
                const char              *path,
                SoupWebsocketConnection *connection,
                gpointer                 user_data)
{
  Fixture *fixture = user_data;

  fixture->n_asked++;
  g_ptr_array_add (fixture->accepted, g_object_ref (connection));
  g_signal_connect (connection, "message", G_CALLBACK (trying_server_answer_cb), NULL);
}

static void
on_request_cb (SoupServer        *server,
               SoupServerMessage *message,
               const char        *path,
               GHashTable        *query,
               gpointer           user_data)
{
  Fixture *fixture = user_data;

  fixture->n_asked++;
  if (g_str_equal (path, "/plain/slow"))
    {
      g_set_object (&fixture->kept, message);
      soup_server_message_pause (message);
      g_cancellable_cancel (fixture->cancellable);
      return;
    }

  trying_server_refuse (message, path + strlen ("/plain/"));
}

static guint
listen_locally (Fixture         *fixture,
                GTlsCertificate *certificate)
{
  SoupServer *server = soup_server_new ("tls-certificate", certificate, NULL);
  char *protocols[] = { (char *)"mqtt", NULL };

  soup_server_add_websocket_handler (server, "/", NULL, NULL, on_accepted_cb, fixture, NULL);
  soup_server_add_websocket_handler (server, "/mqtt", NULL, protocols, on_accepted_cb, fixture,
                                     NULL);
  soup_server_add_handler (server, "/plain", on_request_cb, fixture, NULL);
  g_ptr_array_add (fixture->servers, server);
  return trying_server_listen (server);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->accepted = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->heard = g_string_new (NULL);
  fixture->servers = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->port = listen_locally (fixture, NULL);
  fixture->gate = rutter_net_gate_new (NULL);
  g_free (recording_resolver_take (resolver));
}

static void
pump (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->socket);
  g_clear_object (&fixture->kept);
  g_clear_object (&fixture->cancellable);
  pump ();
  g_assert_finalize_object (g_steal_pointer (&fixture->gate));
  g_clear_pointer (&fixture->accepted, g_ptr_array_unref);
  for (guint i = 0; i < fixture->servers->len; i++)
    soup_server_disconnect (fixture->servers->pdata[i]);
  g_clear_pointer (&fixture->servers, g_ptr_array_unref);
  g_string_free (fixture->heard, TRUE);
  g_clear_error (&fixture->error);
}

static void
on_message_cb (RutterNetWebSocket *socket,
               GBytes             *message,
               gboolean            is_text,
               gpointer            user_data)
{
  Fixture *fixture = user_data;
  gsize n = g_bytes_get_size (message);

  if (n > 100)
    g_string_append_printf (fixture->heard, "%zu bytes; ", n);
  else
    g_string_append_printf (fixture->heard, "%s %.*s; ", is_text ? "text" : "binary", (int)n,
                            (const char *)g_bytes_get_data (message, NULL));
  fixture->is_done = TRUE;
}

static void
on_closed_cb (RutterNetWebSocket *socket,
              const GError       *error,
              gpointer            user_data)
{
  Fixture *fixture = user_data;

  g_assert_null (fixture->error);
  fixture->error = g_error_copy (error);
  fixture->is_done = TRUE;
}

static void
on_opened_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Fixture *fixture = user_data;

  fixture->socket = rutter_net_web_socket_open_finish (result, &fixture->error);
  fixture->is_done = TRUE;
  if (fixture->socket == NULL)
    return;

  g_signal_connect (fixture->socket, "message", G_CALLBACK (on_message_cb), fixture);
  g_signal_connect (fixture->socket, "closed", G_CALLBACK (on_closed_cb), fixture);
}

static void
wait (Fixture *fixture)
{
  while (!fixture->is_done)
    g_main_context_iteration (NULL, TRUE);
  fixture->is_done = FALSE;
}

static void
begin (Fixture    *fixture,
       const char *uri,
       const char *protocol,
       guint       timeout_ms)
{
  RutterNetWebSocketRequest request = {
    .uri = uri, .why = "Test", .protocol = protocol, .max_bytes = MOST_BYTES,
    .timeout_ms = timeout_ms,
  };

  g_clear_object (&fixture->socket);
  g_clear_error (&fixture->error);
  g_string_truncate (fixture->heard, 0);
  fixture->is_done = FALSE;
  fixture->n_asked = 0;
  rutter_net_web_socket_open_async (fixture->gate, &request, fixture->cancellable, on_opened_cb,
                                    fixture);
}

static void
open_socket (Fixture    *fixture,
             const char *scheme,
             const char *host,
             guint       port,
             const char *path)
{
  g_autofree char *uri = g_strdup_printf ("%s://%s:%u%s", scheme, host, port, path);

  begin (fixture, uri, NULL, 60000);
  wait (fixture);
}

static void
allow (Fixture    *fixture,
       const char *host)
{
  RutterNetPolicy *policy = rutter_net_gate_get_policy (fixture->gate);
  g_autoptr(GError) error = NULL;

  rutter_net_policy_allow (policy, host, RUTTER_NET_RUN, &error);
  g_assert_no_error (error);
  rutter_net_policy_set_on (policy, TRUE);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const bad[] = { "", "wss://", "http://one.test/", "ws://me:key@one.test/",
                                     "wss://one test/", "//one.test/" };
  GListModel *ledger = G_LIST_MODEL (rutter_net_gate_get_ledger (fixture->gate));
  g_autofree char *names = NULL;

  open_socket (fixture, "ws", "one.test", fixture->port, "/echo");
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_REFUSED);
  allow (fixture, "two.test");
  open_socket (fixture, "ws", "one.test", fixture->port, "/echo");
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_REFUSED);
  g_assert_nonnull (strstr (fixture->error->message, "one.test"));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      begin (fixture, bad[i], NULL, 60000);
      wait (fixture);
      g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_INVALID);
      g_assert_null (strstr (fixture->error->message, "key"));
    }

  g_assert_cmpuint (fixture->n_asked, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (ledger), ==, 1);
  names = recording_resolver_take (resolver);
  g_assert_cmpstr (names, ==, "");
}

static void
test_messages (Fixture       *fixture,
               gconstpointer  data)
{
  GListModel *ledger = G_LIST_MODEL (rutter_net_gate_get_ledger (fixture->gate));
  g_autoptr(RutterNetEntry) entry = NULL;
  static const struct
  {
    const char *path, *heard;
  } cases[] = {
    { "/split", "text onetwo; " },
    { "/exact", "10000 bytes; " },
  };

  allow (fixture, "one.test");
  open_socket (fixture, "ws", "one.test", fixture->port, "/echo?a=b");
  g_assert_no_error (fixture->error);
  rutter_net_web_socket_send_text (fixture->socket, "go");
  wait (fixture);
  rutter_net_web_socket_send_binary (fixture->socket, "\1\2", 2);
  wait (fixture);
  g_assert_cmpstr (fixture->heard->str, ==, "text go; binary \1\2; ");
  rutter_net_web_socket_close (fixture->socket);
  rutter_net_web_socket_close (fixture->socket);
  rutter_net_web_socket_send_text (fixture->socket, "lost");
  pump ();
  g_assert_no_error (fixture->error);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      open_socket (fixture, "ws", "one.test", fixture->port, cases[i].path);
      g_assert_no_error (fixture->error);
      rutter_net_web_socket_send_text (fixture->socket, "go");
      wait (fixture);
      g_assert_cmpstr (fixture->heard->str, ==, cases[i].heard);
    }

  g_clear_object (&fixture->socket);
  pump ();
  entry = g_list_model_get_item (ledger, 0);
  g_assert_cmpstr (rutter_net_entry_get_host (entry), ==, "one.test");
  g_assert_cmpuint (rutter_net_entry_get_sent (entry), >, 3 * 150);
  g_assert_cmpuint (rutter_net_entry_get_received (entry), >, 3 * 100 + MOST_BYTES);
  g_assert_cmpuint (rutter_net_entry_get_received (entry), <, 3 * 500 + MOST_BYTES);
}

/* What another side may do once it has agreed. */
static void
test_broken (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *path;
    int         code;
    const char *words;
  } cases[] = {
    { "/large", RUTTER_ERROR_NETWORK, "more than 10.0" },
    { "/huge", RUTTER_ERROR_NETWORK, "more than 10.0" },
    { "/endless", RUTTER_ERROR_NETWORK, "more than 10.0" },
    { "/unknown", RUTTER_ERROR_NETWORK, "breaks the rules" },
    { "/no-text", RUTTER_ERROR_NETWORK, "breaks the rules" },
    { "/half", RUTTER_ERROR_NETWORK, "“one.test” has broken off the connection." },
    { "/ended", RUTTER_ERROR_NETWORK, "“one.test” has ended the connection." },
    { "/policy", RUTTER_ERROR_DENIED, "1008" },
  };

  allow (fixture, "one.test");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].path);
      open_socket (fixture, "ws", "one.test", fixture->port, cases[i].path);
      g_assert_no_error (fixture->error);
      rutter_net_web_socket_send_text (fixture->socket, "go");
      wait (fixture);
      g_assert_error (fixture->error, RUTTER_ERROR, cases[i].code);
      g_assert_nonnull (strstr (fixture->error->message, cases[i].words));
      g_assert_null (strstr (fixture->error->message, "secret"));
      g_assert_cmpstr (fixture->heard->str, ==, "");
    }
}

static void
test_answers (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *path;
    int         code;
    const char *words;
  } cases[] = {
    { "/plain/200", RUTTER_ERROR_NETWORK, "does not speak WebSocket" },
    { "/plain/302", RUTTER_ERROR_NETWORK, "not followed" },
    { "/plain/401", RUTTER_ERROR_DENIED, "key" },
    { "/plain/404", RUTTER_ERROR_NOT_FOUND, "404" },
    { "/plain/429", RUTTER_ERROR_BUSY, "left in peace" },
    { "/plain/500", RUTTER_ERROR_NETWORK, "500" },
  };
  g_autofree char *slow = g_strdup_printf ("ws://one.test:%u/plain/slow", fixture->port);
  g_autofree char *mqtt = g_strdup_printf ("ws://one.test:%u/mqtt", fixture->port);
  g_autofree char *echo = g_strdup_printf ("ws://one.test:%u/echo", fixture->port);

  allow (fixture, "one.test");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].path);
      open_socket (fixture, "ws", "one.test", fixture->port, cases[i].path);
      g_assert_error (fixture->error, RUTTER_ERROR, cases[i].code);
      g_assert_nonnull (strstr (fixture->error->message, cases[i].words));
    }

  begin (fixture, mqtt, "mqtt", 60000);
  wait (fixture);
  g_assert_no_error (fixture->error);
  begin (fixture, echo, "mqtt", 60000);
  wait (fixture);
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_NETWORK);

  begin (fixture, slow, NULL, 1);
  wait (fixture);
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_NETWORK);
  g_assert_nonnull (strstr (fixture->error->message, "in time"));
  fixture->cancellable = g_cancellable_new ();
  begin (fixture, slow, NULL, 60000);
  wait (fixture);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_forbidden (Fixture       *fixture,
                gconstpointer  data)
{
  RutterNetPolicy *policy = rutter_net_gate_get_policy (fixture->gate);
  g_autofree char *slow = g_strdup_printf ("ws://one.test:%u/plain/slow", fixture->port);

  allow (fixture, "one.test");
  open_socket (fixture, "ws", "one.test", fixture->port, "/echo");
  g_assert_no_error (fixture->error);
  rutter_net_policy_forbid (policy, "one.test");
  rutter_net_web_socket_send_text (fixture->socket, "lost");
  wait (fixture);
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_REFUSED);
  g_assert_cmpstr (fixture->heard->str, ==, "");

  allow (fixture, "one.test");
  begin (fixture, slow, NULL, 60000);
  while (fixture->kept == NULL)
    g_main_context_iteration (NULL, TRUE);
  rutter_net_policy_set_on (policy, FALSE);
  wait (fixture);
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_REFUSED);
}

static void
test_tls (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "self-signed.pem", NULL);
  g_autoptr(GTlsCertificate) foreign = g_tls_certificate_new_from_file (path, NULL);
  g_autoptr(GTlsCertificate) valid = NULL;
  g_autoptr(GTlsCertificate) expired = NULL;
  g_autofree char *plain = NULL;
  const struct
  {
    const char  *host;
    const guint *port;
    const char  *words;
  } cases[] = {
    { "one.test", &fixture->expired_port, "has expired" },
    { "one.test", &fixture->foreign_port, "signed by nobody" },
    { "three.test", &fixture->valid_port, "of another host" },
  };

  if (!has_certificates)
    {
      g_test_skip ("There is no openssl to make certificates with");
      return;
    }

  valid = certificates_load ("valid");
  expired = certificates_load ("expired");
  fixture->valid_port = listen_locally (fixture, valid);
  fixture->expired_port = listen_locally (fixture, expired);
  fixture->foreign_port = listen_locally (fixture, foreign);
  allow (fixture, "one.test");
  allow (fixture, "three.test");

  open_socket (fixture, "wss", "one.test", fixture->valid_port, "/echo");
  g_assert_no_error (fixture->error);
  rutter_net_web_socket_send_text (fixture->socket, "go");
  wait (fixture);
  g_assert_cmpstr (fixture->heard->str, ==, "text go; ");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      open_socket (fixture, "wss", cases[i].host, *cases[i].port, "/echo");
      g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_NETWORK);
      g_test_message ("%s", fixture->error->message);
      g_assert_nonnull (strstr (fixture->error->message, cases[i].words));
      g_assert_cmpuint (fixture->n_asked, ==, 0);
    }

  /* A server that speaks no TLS: never without. */
  plain = g_strdup_printf ("wss://one.test:%u/echo", fixture->port);
  begin (fixture, plain, NULL, 100);
  wait (fixture);
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_NETWORK);
  g_assert_cmpuint (fixture->n_asked, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void      (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/net/web-socket/refused", test_refused },     { "/net/web-socket/messages", test_messages },
    { "/net/web-socket/broken", test_broken },       { "/net/web-socket/answers", test_answers },
    { "/net/web-socket/forbidden", test_forbidden }, { "/net/web-socket/tls", test_tls },
  };
  int status;

  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_test_init (&argc, &argv, NULL);
  resolver = recording_resolver_install ();
  has_certificates = certificates_make ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  status = g_test_run ();
  certificates_drop ();

  return status;
}
