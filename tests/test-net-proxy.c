/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* That the proxy which the system names is used, and that no encryption is lost on the way. */
#include "certificates.h"
#include "recording-resolver.h"
#include "rutter-error.h"
#include "rutter-net-call.h"
#include "rutter-net-web-socket.h"
#include "trying-server.h"

#include <string.h>

typedef struct
{
  SoupServer         *plain, *tls;
  guint               plain_port, tls_port;
  guint               n_plain;      /* requests without encryption */
  GSocketService     *proxy;
  RutterNetGate      *gate;
  gboolean            is_done;
  GBytes             *body;
  RutterNetWebSocket *socket;
  GError             *error;
} Fixture;

static RecordingResolver *resolver;
static gboolean has_certificates;
/* Of the system that there seems to be: no proxy at first. */
static char *proxy_uri;
/* The first lines of what the proxy was asked. */
static GString *asked;
static GMutex asked_lock;

typedef struct
{
  GObject parent_instance;
} SystemProxy;

typedef GObjectClass SystemProxyClass;

static GType system_proxy_get_type (void);
static void system_proxy_interface_init (GProxyResolverInterface *interface);

G_DEFINE_TYPE_WITH_CODE (SystemProxy, system_proxy, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (G_TYPE_PROXY_RESOLVER,
                                                system_proxy_interface_init))

static char **
system_proxy_lookup (GProxyResolver  *proxy_resolver,
                     const char      *uri,
                     GCancellable    *cancellable,
                     GError         **error)
{
  const char *proxies[] = { proxy_uri != NULL ? proxy_uri : "direct://", NULL };

  return g_strdupv ((char **)proxies);
}

static void
system_proxy_lookup_async (GProxyResolver      *proxy_resolver,
                           const char          *uri,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (proxy_resolver, cancellable, callback, user_data);

  g_task_return_pointer (task, system_proxy_lookup (proxy_resolver, uri, NULL, NULL),
                         (GDestroyNotify)g_strfreev);
}

static char **
system_proxy_lookup_finish (GProxyResolver  *proxy_resolver,
                            GAsyncResult    *result,
                            GError         **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
system_proxy_is_supported (GProxyResolver *proxy_resolver)
{
  return TRUE;
}

static void
system_proxy_interface_init (GProxyResolverInterface *interface)
{
  interface->is_supported = system_proxy_is_supported;
  interface->lookup = system_proxy_lookup;
  interface->lookup_async = system_proxy_lookup_async;
  interface->lookup_finish = system_proxy_lookup_finish;
}

static void
system_proxy_class_init (SystemProxyClass *klass)
{
}

static void
system_proxy_init (SystemProxy *self)
{
}

static void
on_spliced_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  *(gboolean *)user_data = TRUE;
}

/* Whatever name is asked for, it is on this machine. */
static void
carry (GIOStream *client,
       guint16    port)
{
  static const char answer[] = "HTTP/1.1 200 OK\r\n\r\n";
  g_autoptr(GSocketClient) connector = g_socket_client_new ();
  g_autoptr(GMainContext) context = g_main_context_new ();
  g_autoptr(GSocketConnection) server = NULL;
  gboolean is_over = FALSE;

  g_socket_client_set_enable_proxy (connector, FALSE);
  server = g_socket_client_connect_to_host (connector, "127.0.0.1", port, NULL, NULL);
  g_output_stream_write_all (g_io_stream_get_output_stream (client), answer, strlen (answer), NULL,
                             NULL, NULL);
  g_main_context_push_thread_default (context);
  g_io_stream_splice_async (client, G_IO_STREAM (server),
                            G_IO_STREAM_SPLICE_CLOSE_STREAM1 | G_IO_STREAM_SPLICE_CLOSE_STREAM2 |
                            G_IO_STREAM_SPLICE_WAIT_FOR_BOTH, G_PRIORITY_DEFAULT, NULL,
                            on_spliced_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (context, TRUE);
  g_main_context_pop_thread_default (context);
}

static gboolean
on_proxied_cb (GThreadedSocketService *service,
               GSocketConnection      *client,
               GObject                *source,
               gpointer                user_data)
{
  static const char answer[] = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\n"
                               "proxy";
  GInputStream *input = g_io_stream_get_input_stream (G_IO_STREAM (client));
  g_autoptr(GString) head = g_string_new (NULL);
  g_auto(GStrv) words = NULL;
  char c;

  while (!g_str_has_suffix (head->str, "\r\n\r\n") &&
         g_input_stream_read (input, &c, 1, NULL, NULL) == 1)
    g_string_append_c (head, c);
  words = g_strsplit (head->str, " ", 3);
  if (g_strv_length (words) < 2)
    return TRUE;

  g_mutex_lock (&asked_lock);
  g_string_append_printf (asked, "%s %s; ", words[0], words[1]);
  g_mutex_unlock (&asked_lock);
  if (g_str_equal (words[0], "CONNECT"))
    carry (G_IO_STREAM (client), (guint16)g_ascii_strtoull (strchr (words[1], ':') + 1, NULL, 10));
  else
    g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (client)), answer,
                               strlen (answer), NULL, NULL, NULL);
  return TRUE;
}

static void
on_request_cb (SoupServer        *server,
               SoupServerMessage *message,
               const char        *path,
               GHashTable        *query,
               gpointer           user_data)
{
  Fixture *fixture = user_data;
  g_autofree char *location = g_strdup_printf ("http://one.test:%u/", fixture->plain_port);

  fixture->n_plain += server == fixture->plain;
  if (g_str_equal (path, "/down"))
    soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, location);
  else
    {
      soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
      soup_server_message_set_response (message, "text/plain", SOUP_MEMORY_STATIC, "server", 6);
    }
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
}

static SoupServer *
make_server (Fixture         *fixture,
             GTlsCertificate *certificate,
             guint           *port)
{
  SoupServer *server = soup_server_new ("tls-certificate", certificate, NULL);

  soup_server_add_handler (server, NULL, on_request_cb, fixture, NULL);
  soup_server_add_websocket_handler (server, "/socket", NULL, NULL, on_accepted_cb, NULL, NULL);
  *port = trying_server_listen (server);
  return server;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GTlsCertificate) certificate = has_certificates ? certificates_load ("valid") : NULL;
  RutterNetPolicy *policy;
  guint16 port;

  fixture->plain = make_server (fixture, NULL, &fixture->plain_port);
  if (certificate != NULL)
    fixture->tls = make_server (fixture, certificate, &fixture->tls_port);
  fixture->proxy = g_threaded_socket_service_new (4);
  port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (fixture->proxy), NULL, NULL);
  g_signal_connect (fixture->proxy, "run", G_CALLBACK (on_proxied_cb), NULL);
  proxy_uri = g_strdup_printf ("http://127.0.0.1:%u", port);
  g_string_truncate (asked, 0);
  fixture->gate = rutter_net_gate_new (NULL);
  policy = rutter_net_gate_get_policy (fixture->gate);
  rutter_net_policy_set_on (policy, TRUE);
  rutter_net_policy_allow (policy, "one.test", RUTTER_NET_RUN, NULL);
  rutter_net_policy_allow (policy, "far.invalid", RUTTER_NET_RUN, NULL);
  g_free (recording_resolver_take (resolver));
}

static void
drop_server (SoupServer **server)
{
  if (*server == NULL)
    return;

  g_object_set_data (G_OBJECT (*server), "connection", NULL);
  soup_server_disconnect (*server);
  g_clear_object (server);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->socket);
  g_clear_pointer (&fixture->body, g_bytes_unref);
  g_clear_error (&fixture->error);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (g_steal_pointer (&fixture->gate));
  drop_server (&fixture->plain);
  drop_server (&fixture->tls);
  g_socket_service_stop (fixture->proxy);
  g_socket_listener_close (G_SOCKET_LISTENER (fixture->proxy));
  g_clear_object (&fixture->proxy);
  g_clear_pointer (&proxy_uri, g_free);
}

static void
wait (Fixture *fixture)
{
  while (!fixture->is_done)
    g_main_context_iteration (NULL, TRUE);
}

static void
begin (Fixture *fixture)
{
  g_clear_object (&fixture->socket);
  g_clear_pointer (&fixture->body, g_bytes_unref);
  g_clear_error (&fixture->error);
  fixture->is_done = FALSE;
}

static void
on_fetched_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Fixture *fixture = user_data;

  fixture->body = source != NULL ? rutter_net_gate_fetch_finish (RUTTER_NET_GATE (source), result,
                                                                 &fixture->error)
                                 : rutter_net_call_finish (result, &fixture->error);
  fixture->is_done = TRUE;
}

static void
fetch (Fixture    *fixture,
       const char *uri)
{
  RutterNetRequest request = { .uri = uri, .why = "Test", .max_bytes = 100, .timeout_ms = 60000 };

  begin (fixture);
  rutter_net_gate_fetch_async (fixture->gate, &request, NULL, on_fetched_cb, fixture);
  wait (fixture);
}

static void
call (Fixture    *fixture,
      const char *uri)
{
  RutterNetCall request = { .uri = uri, .why = "Test", .max_bytes = 100, .timeout_ms = 60000 };

  begin (fixture);
  rutter_net_call_async (fixture->gate, &request, NULL, on_fetched_cb, fixture);
  wait (fixture);
}

static void
on_opened_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Fixture *fixture = user_data;

  fixture->socket = rutter_net_web_socket_open_finish (result, &fixture->error);
  fixture->is_done = TRUE;
}

static void
open_socket (Fixture    *fixture,
             const char *uri)
{
  RutterNetWebSocketRequest request = { .uri = uri, .why = "Test", .max_bytes = 100,
                                        .timeout_ms = 60000 };

  begin (fixture);
  rutter_net_web_socket_open_async (fixture->gate, &request, NULL, on_opened_cb, fixture);
  wait (fixture);
}

static void
assert_asked (Fixture    *fixture,
              const char *expected)
{
  g_assert_no_error (fixture->error);
  g_mutex_lock (&asked_lock);
  g_assert_cmpstr (asked->str, ==, expected);
  g_string_truncate (asked, 0);
  g_mutex_unlock (&asked_lock);
}

/* Names are the proxy's business then: this machine asks nobody for them. */
static void
test_used (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *ws = g_strdup_printf ("ws://one.test:%u/socket", fixture->plain_port);
  g_autofree char *connect = g_strdup_printf ("CONNECT one.test:%u; ", fixture->plain_port);
  g_autofree char *names = NULL;

  fetch (fixture, "http://far.invalid/tile");
  assert_asked (fixture, "GET http://far.invalid/tile; ");
  g_assert_cmpmem (g_bytes_get_data (fixture->body, NULL), g_bytes_get_size (fixture->body),
                   "proxy", 5);
  call (fixture, "http://far.invalid/feed");
  assert_asked (fixture, "GET http://far.invalid/feed; ");
  open_socket (fixture, ws);
  assert_asked (fixture, connect);
  g_assert_nonnull (fixture->socket);

  /* Who is not allowed is not asked for by the proxy either. */
  fetch (fixture, "http://two.test/");
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_REFUSED);
  open_socket (fixture, "ws://two.test/");
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_REFUSED);
  g_clear_error (&fixture->error);
  assert_asked (fixture, "");
  names = recording_resolver_take (resolver);
  g_assert_cmpstr (names, ==, "");
}

static void
test_tls (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *https = g_strdup_printf ("https://one.test:%u/", fixture->tls_port);
  g_autofree char *wss = g_strdup_printf ("wss://one.test:%u/socket", fixture->tls_port);
  g_autofree char *connect = g_strdup_printf ("CONNECT one.test:%u; ", fixture->tls_port);

  if (!has_certificates)
    {
      g_test_skip ("There is no openssl to make certificates with");
      return;
    }

  fetch (fixture, https);
  assert_asked (fixture, connect);
  g_assert_cmpuint (g_bytes_get_size (fixture->body), ==, 6);
  call (fixture, https);
  assert_asked (fixture, connect);
  g_assert_cmpuint (g_bytes_get_size (fixture->body), ==, 6);
  open_socket (fixture, wss);
  assert_asked (fixture, connect);
}

/* This machine is not reached by way of another. */
static void
test_here (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *ws = g_strdup_printf ("ws://127.0.0.1:%u/socket", fixture->plain_port);

  open_socket (fixture, ws);
  assert_asked (fixture, "");
  g_assert_nonnull (fixture->socket);
}

/* From https back to http nothing is followed, though the host is allowed. */
static void
test_downgrade (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *uri = g_strdup_printf ("https://one.test:%u/down", fixture->tls_port);

  if (!has_certificates)
    {
      g_test_skip ("There is no openssl to make certificates with");
      return;
    }

  g_clear_pointer (&proxy_uri, g_free);
  fetch (fixture, uri);
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_REFUSED);
  g_assert_nonnull (strstr (fixture->error->message, "without encryption"));
  call (fixture, uri);
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_NETWORK);
  g_assert_nonnull (strstr (fixture->error->message, "not followed"));
  g_assert_cmpuint (fixture->n_plain, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_setenv ("GIO_USE_PROXY_RESOLVER", "system-proxy", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_io_extension_point_set_required_type (
    g_io_extension_point_register (G_PROXY_RESOLVER_EXTENSION_POINT_NAME), G_TYPE_PROXY_RESOLVER);
  g_io_extension_point_implement (G_PROXY_RESOLVER_EXTENSION_POINT_NAME, system_proxy_get_type (),
                                  "system-proxy", 0);
  asked = g_string_new (NULL);
  resolver = recording_resolver_install ();
  has_certificates = certificates_make ();
  g_test_add ("/net/proxy/used", Fixture, NULL, set_up, test_used, tear_down);
  g_test_add ("/net/proxy/tls", Fixture, NULL, set_up, test_tls, tear_down);
  g_test_add ("/net/proxy/here", Fixture, NULL, set_up, test_here, tear_down);
  g_test_add ("/net/proxy/downgrade", Fixture, NULL, set_up, test_downgrade, tear_down);
  status = g_test_run ();
  certificates_drop ();

  return status;
}
