/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-net-handshake.h"

#include "rutter-error.h"
#include "rutter-net-trouble.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>
#include <string.h>

/* An answer's head has a few hundred bytes. */
#define MOST_HEAD_BYTES 16384
/* What every server adds to the key (RFC 6455, 1.3). */
#define KEY_ENDING "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"

/* On the thread that asks, but for its cancelling. */
typedef struct
{
  RutterNetHandshake *made;
  GUri               *uri;
  char               *host;
  char               *protocol;
  SoupMessage        *message;      /* its headers are what is asked */
  char               *request;
  GString            *head;
  GTlsConnection     *tls;
  GCancellable       *cancel;       /* by who asked, by the pass, or by the clock */
  gulong              asked_id, stop_id;
  GSource            *deadline;
  GSource            *readable;
  gboolean            is_late;
} Greeting;

static gboolean
is_secure (Greeting *greeting)
{
  return g_str_equal (g_uri_get_scheme (greeting->uri), "wss");
}

static void
stop_clock (Greeting *greeting)
{
  if (greeting->deadline != NULL)
    g_source_destroy (greeting->deadline);
  g_clear_pointer (&greeting->deadline, g_source_unref);
  if (greeting->readable != NULL)
    g_source_destroy (greeting->readable);
  g_clear_pointer (&greeting->readable, g_source_unref);
}

static void
free_greeting (gpointer data)
{
  Greeting *greeting = data;

  stop_clock (greeting);
  g_clear_pointer (&greeting->made, rutter_net_handshake_free);
  g_clear_object (&greeting->message);
  g_clear_object (&greeting->tls);
  g_clear_object (&greeting->cancel);
  g_clear_pointer (&greeting->uri, g_uri_unref);
  if (greeting->head != NULL)
    g_string_free (greeting->head, TRUE);
  g_free (greeting->host);
  g_free (greeting->protocol);
  g_free (greeting->request);
  g_free (greeting);
}

static GError *
explain (Greeting     *greeting,
         const GError *error)
{
  RutterNetPass *pass = greeting->made->pass;

  if (pass != NULL && g_cancellable_is_cancelled (rutter_net_pass_get_stop (pass)))
    return rutter_net_pass_explain (pass, error);

  if (greeting->is_late)
    return rutter_net_trouble_new_late (greeting->host);

  return rutter_net_trouble_explain (
    greeting->host, error,
    greeting->tls != NULL ? g_tls_connection_get_peer_certificate_errors (greeting->tls) : 0);
}

static void
count_bytes (Greeting *greeting)
{
  RutterNetMeter *stream = greeting->made->stream;

  if (stream != NULL)
    rutter_net_pass_count (greeting->made->pass, rutter_net_meter_get_sent (stream),
                           rutter_net_meter_get_received (stream));
}

/* Eats @task; @error: (nullable): what went wrong */
static void
end (GTask        *task,
     const GError *error)
{
  Greeting *greeting = g_task_get_task_data (task);
  RutterNetPass *pass = greeting->made->pass;

  stop_clock (greeting);
  g_cancellable_disconnect (g_task_get_cancellable (task), greeting->asked_id);
  if (pass != NULL)
    {
      g_cancellable_disconnect (rutter_net_pass_get_stop (pass), greeting->stop_id);
      count_bytes (greeting);
    }

  if (error != NULL)
    g_task_return_error (task, explain (greeting, error));
  else
    g_task_return_pointer (task, g_steal_pointer (&greeting->made),
                           (GDestroyNotify)rutter_net_handshake_free);
  g_object_unref (task);
}

static gboolean
is_accepted (Greeting           *greeting,
             SoupMessageHeaders *answer)
{
  SoupMessageHeaders *asked = soup_message_get_request_headers (greeting->message);
  g_autofree char *text = g_strconcat (soup_message_headers_get_one (asked, "Sec-WebSocket-Key"),
                                       KEY_ENDING, NULL);
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  g_autofree char *expected = NULL;
  guint8 digest[20];
  gsize n = sizeof digest;

  g_checksum_update (checksum, (const guint8 *)text, -1);
  g_checksum_get_digest (checksum, digest, &n);
  expected = g_base64_encode (digest, n);

  return soup_message_headers_header_equals (answer, "Upgrade", "websocket") &&
         soup_message_headers_header_contains (answer, "Connection", "upgrade") &&
         soup_message_headers_get_one (answer, "Sec-WebSocket-Extensions") == NULL &&
         g_strcmp0 (soup_message_headers_get_one (answer, "Sec-WebSocket-Accept"), expected) == 0 &&
         g_strcmp0 (soup_message_headers_get_one (answer, "Sec-WebSocket-Protocol"),
                    greeting->protocol) == 0;
}

static GError *
judge_answer (Greeting *greeting)
{
  SoupMessageHeaders *answer = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);
  GError *error = NULL;
  guint status = 0;

  if (!soup_headers_parse_response (greeting->head->str, (int)greeting->head->len, answer, NULL,
                                    &status, NULL) ||
      (status == SOUP_STATUS_SWITCHING_PROTOCOLS && !is_accepted (greeting, answer)) ||
      SOUP_STATUS_IS_SUCCESSFUL (status))
    error = g_error_new (RUTTER_ERROR, RUTTER_ERROR_NETWORK,
                         _("“%s” does not speak WebSocket at this address."), greeting->host);
  else if (SOUP_STATUS_IS_REDIRECTION (status))
    error = g_error_new (RUTTER_ERROR, RUTTER_ERROR_NETWORK,
                         _("“%s” sends on to another address, which was not followed."),
                         greeting->host);
  else if (status != SOUP_STATUS_SWITCHING_PROTOCOLS)
    error = rutter_net_trouble_new_status (greeting->host, status);

  soup_message_headers_unref (answer);
  return error;
}

/* Byte by byte, since what follows the head is not ours to take. */
static gboolean
on_readable_cb (GObject  *stream,
                gpointer  user_data)
{
  GTask *task = user_data;
  Greeting *greeting = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  gssize n = 1;

  while (n > 0 && error == NULL && !g_str_has_suffix (greeting->head->str, "\r\n\r\n"))
    {
      char c = '\0';

      n = g_pollable_input_stream_read_nonblocking (G_POLLABLE_INPUT_STREAM (stream), &c, 1,
                                                    greeting->cancel, &error);
      if (n > 0)
        g_string_append_c (greeting->head, c);
      if (n == 0 || greeting->head->len > MOST_HEAD_BYTES || (n > 0 && c == '\0'))
        g_set_error (&error, RUTTER_ERROR, RUTTER_ERROR_NETWORK,
                     _("“%s” does not speak WebSocket at this address."), greeting->host);
    }

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK))
    return G_SOURCE_CONTINUE;

  if (error == NULL)
    error = judge_answer (greeting);
  end (task, error);
  return G_SOURCE_REMOVE;
}

static void
on_written_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  GTask *task = user_data;
  Greeting *greeting = g_task_get_task_data (task);
  GIOStream *stream = G_IO_STREAM (greeting->made->stream);
  g_autoptr(GError) error = NULL;

  if (!g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    {
      end (task, error);
      return;
    }

  greeting->head = g_string_new (NULL);
  greeting->readable = g_pollable_input_stream_create_source (
    G_POLLABLE_INPUT_STREAM (g_io_stream_get_input_stream (stream)), greeting->cancel);
  g_source_set_callback (greeting->readable, G_SOURCE_FUNC (on_readable_cb), task, NULL);
  g_source_attach (greeting->readable, g_main_context_get_thread_default ());
}

static void
append_header (const char *name,
               const char *value,
               gpointer    user_data)
{
  g_string_append_printf (user_data, "%s: %s\r\n", name, value); /* untranslated */
}

static char *
make_request (Greeting *greeting)
{
  const char *path = *g_uri_get_path (greeting->uri) != '\0' ? g_uri_get_path (greeting->uri) : "/";
  const char *query = g_uri_get_query (greeting->uri);
  const char *name = g_uri_get_host (greeting->uri);
  gboolean is_v6 = strchr (name, ':') != NULL;
  GString *text = g_string_new (NULL);

  /* untranslated */
  g_string_append_printf (text, "GET %s%s%s HTTP/1.1\r\nHost: %s%s%s", path,
                          query != NULL ? "?" : "", query != NULL ? query : "", is_v6 ? "[" : "",
                          name, is_v6 ? "]" : "");
  if (g_uri_get_port (greeting->uri) > 0)
    g_string_append_printf (text, ":%d", g_uri_get_port (greeting->uri));
  /* untranslated */
  g_string_append (text, "\r\nUser-Agent: Rutter/" RUTTER_VERSION " (+no address)\r\n");
  soup_message_headers_foreach (soup_message_get_request_headers (greeting->message), append_header,
                                text);
  g_string_append (text, "\r\n");

  return g_string_free (text, FALSE);
}

static void
on_connected_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  GTask *task = user_data;
  Greeting *greeting = g_task_get_task_data (task);
  const char *protocols[] = { greeting->protocol, NULL };
  g_autoptr(GSocketConnection) connection = NULL;
  g_autoptr(GError) error = NULL;
  GOutputStream *output;

  connection = g_socket_client_connect_finish (G_SOCKET_CLIENT (source), result, &error);
  if (connection == NULL)
    {
      end (task, error);
      return;
    }

  g_socket_set_timeout (g_socket_connection_get_socket (connection), 0);
  greeting->made->socket = g_object_ref (g_socket_connection_get_socket (connection));
  greeting->made->stream = rutter_net_meter_new (G_IO_STREAM (connection));
  soup_websocket_client_prepare_handshake (greeting->message, NULL,
                                           greeting->protocol != NULL ? (char **)protocols : NULL,
                                           NULL);
  greeting->request = make_request (greeting);
  output = g_io_stream_get_output_stream (G_IO_STREAM (greeting->made->stream));
  g_output_stream_write_all_async (output, greeting->request, strlen (greeting->request),
                                   G_PRIORITY_DEFAULT, greeting->cancel, on_written_cb, task);
}

static void
on_event_cb (GSocketClient      *client,
             GSocketClientEvent  event,
             GSocketConnectable *connectable,
             GIOStream          *connection,
             gpointer            user_data)
{
  Greeting *greeting = g_task_get_task_data (user_data);

  if (event == G_SOCKET_CLIENT_TLS_HANDSHAKING)
    g_set_object (&greeting->tls, G_TLS_CONNECTION (connection));
}

static gboolean
on_deadline_cb (gpointer data)
{
  Greeting *greeting = data;

  greeting->is_late = TRUE;
  g_cancellable_cancel (greeting->cancel);

  return G_SOURCE_REMOVE;
}

static void
on_cancelled_cb (GCancellable *cancellable,
                 gpointer      user_data)
{
  g_cancellable_cancel (user_data);
}

/* With http and https for ws and wss, as a proxy is looked for by. */
static GSocketConnectable *
make_target (Greeting  *greeting,
             GError   **error)
{
  const char *scheme = is_secure (greeting) ? "https" : "http"; /* untranslated */
  guint16 port = is_secure (greeting) ? 443 : 80;
  g_autofree char *address = NULL;

  if (g_uri_get_port (greeting->uri) > 0)
    port = (guint16)g_uri_get_port (greeting->uri);
  if (rutter_net_pass_is_here (greeting->made->pass))
    return G_SOCKET_CONNECTABLE (g_inet_socket_address_new_from_string (
                                   g_str_equal (greeting->host, "localhost") ? "127.0.0.1"
                                                                             : greeting->host,
                                   port));

  address = g_uri_join (G_URI_FLAGS_NONE, scheme, NULL, greeting->host, port, "", NULL, NULL);
  return g_network_address_parse_uri (address, port, error);
}

static void
on_asked_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GTask *task = user_data;
  Greeting *greeting = g_task_get_task_data (task);
  g_autoptr(GSocketClient) client = g_socket_client_new ();
  g_autoptr(GSocketConnectable) target = NULL;
  g_autoptr(GError) error = NULL;
  RutterNetPass *pass = rutter_net_pass_ask_finish (result, &error);

  greeting->made->pass = pass;
  if (pass != NULL)
    target = make_target (greeting, &error);
  if (target == NULL)
    {
      end (task, error);
      return;
    }

  greeting->stop_id = g_cancellable_connect (rutter_net_pass_get_stop (pass),
                                             G_CALLBACK (on_cancelled_cb),
                                             g_object_ref (greeting->cancel), g_object_unref);
  g_socket_client_set_enable_proxy (client, !rutter_net_pass_is_here (pass));
  g_socket_client_set_tls (client, is_secure (greeting));
  g_signal_connect (client, "event", G_CALLBACK (on_event_cb), task);
  g_socket_client_connect_async (client, target, greeting->cancel, on_connected_cb, task);
}

/* Called on any thread; the answer comes in its default context. Ends with %RUTTER_ERROR_INVALID,
 * %RUTTER_ERROR_REFUSED, %RUTTER_ERROR_BUSY, %RUTTER_ERROR_DENIED, %RUTTER_ERROR_NOT_FOUND,
 * %RUTTER_ERROR_NETWORK or %G_IO_ERROR_CANCELLED.
 */
void
rutter_net_handshake_async (RutterNetGate           *gate,
                            const RutterNetGreeting *request,
                            GCancellable            *cancellable,
                            GAsyncReadyCallback      callback,
                            gpointer                 user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Greeting *greeting = g_new0 (Greeting, 1);

  g_task_set_source_tag (task, rutter_net_handshake_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, greeting, free_greeting);
  greeting->made = g_new0 (RutterNetHandshake, 1);
  greeting->uri = g_uri_ref (request->uri);
  greeting->host = rutter_net_host_from_text (g_uri_get_host (request->uri), NULL);
  if (greeting->host == NULL)
    greeting->host = g_strdup (g_uri_get_host (request->uri));
  greeting->protocol = g_strdup (request->protocol);
  greeting->message = soup_message_new_from_uri (SOUP_METHOD_GET, request->uri);
  greeting->cancel = g_cancellable_new ();
  if (cancellable != NULL)
    greeting->asked_id = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled_cb),
                                                g_object_ref (greeting->cancel), g_object_unref);
  greeting->deadline = g_timeout_source_new (request->timeout_ms);
  g_source_set_callback (greeting->deadline, on_deadline_cb, greeting, NULL);
  g_source_attach (greeting->deadline, g_main_context_get_thread_default ());
  rutter_net_pass_ask_async (gate, greeting->host, request->why, on_asked_cb, task);
}

/* Returns: (transfer full): %NULL with @error set */
RutterNetHandshake *
rutter_net_handshake_finish (GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
rutter_net_handshake_free (RutterNetHandshake *self)
{
  g_clear_object (&self->stream);
  g_clear_object (&self->socket);
  g_clear_pointer (&self->pass, rutter_net_pass_end);
  g_free (self);
}
