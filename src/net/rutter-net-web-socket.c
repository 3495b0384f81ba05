/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-net-web-socket.h"

#include "rutter-error.h"
#include "rutter-net-handshake.h"
#include "rutter-net-trouble.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

/* Between two messages there may be so much more than a message: pings, and what frames add. */
#define SLACK 65536

struct _RutterNetWebSocket
{
  GObject                  parent_instance;

  RutterNetHandshake      *made;
  SoupWebsocketConnection *connection;   /* NULL once it is over */
  gsize                    max_bytes;
  gulong                   stop_id;
  guint64                  n_sent, n_received;   /* that the ledger was told of */
};

enum
{
  MESSAGE,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RutterNetWebSocket, rutter_net_web_socket, G_TYPE_OBJECT)

typedef struct
{
  GUri  *uri;
  gsize  max_bytes;
  guint  keepalive_s;
} Opening;

static void
free_opening (gpointer data)
{
  Opening *opening = data;

  g_clear_pointer (&opening->uri, g_uri_unref);
  g_free (opening);
}

static void
count_bytes (RutterNetWebSocket *self)
{
  guint64 n_sent = rutter_net_meter_get_sent (self->made->stream);
  guint64 n_received = rutter_net_meter_get_received (self->made->stream);

  if (n_sent == self->n_sent && n_received == self->n_received)
    return;

  rutter_net_pass_count (self->made->pass, n_sent - self->n_sent, n_received - self->n_received);
  self->n_sent = n_sent;
  self->n_received = n_received;
}

/* On the main thread, whatever the other is doing: nothing goes over the wire any more. */
static void
on_stop_cb (GCancellable *stop,
            gpointer      user_data)
{
  g_socket_shutdown (user_data, TRUE, TRUE, NULL);
}

static gboolean
let_go (gpointer data)
{
  return G_SOURCE_REMOVE;
}

/* The connection may be in the middle of a call, so it goes a little later, but before it meets
 * the end of its stream, which it would take a thread to close.
 */
static void
drop (RutterNetWebSocket *self)
{
  g_autoptr(GSource) source = g_idle_source_new ();

  count_bytes (self);
  g_cancellable_disconnect (rutter_net_pass_get_stop (self->made->pass), self->stop_id);
  g_signal_handlers_disconnect_by_data (self->connection, self);
  g_socket_shutdown (self->made->socket, TRUE, TRUE, NULL);
  g_source_set_priority (source, G_PRIORITY_HIGH);
  g_source_set_callback (source, let_go, g_steal_pointer (&self->connection), g_object_unref);
  g_source_attach (source, g_main_context_get_thread_default ());
}

/* Eats @error. */
static void
end (RutterNetWebSocket *self,
     GError             *error)
{
  g_autoptr(GError) reason = error;
  g_autoptr(RutterNetWebSocket) kept = g_object_ref (self);

  if (g_cancellable_is_cancelled (rutter_net_pass_get_stop (self->made->pass)))
    {
      g_clear_error (&reason);
      reason = rutter_net_pass_explain (self->made->pass, NULL);
    }
  drop (self);
  g_signal_emit (self, signals[CLOSED], 0, reason);
}

static void
on_message_cb (SoupWebsocketConnection *connection,
               SoupWebsocketDataType    type,
               GBytes                  *message,
               gpointer                 user_data)
{
  g_autoptr(RutterNetWebSocket) self = g_object_ref (user_data);

  rutter_net_meter_allow (self->made->stream, self->max_bytes + SLACK);
  count_bytes (self);
  g_signal_emit (self, signals[MESSAGE], 0, message, type == SOUP_WEBSOCKET_DATA_TEXT);
}

static void
on_error_cb (SoupWebsocketConnection *connection,
             const GError            *error,
             gpointer                 user_data)
{
  RutterNetWebSocket *self = user_data;
  const char *host = rutter_net_pass_get_host (self->made->pass);

  if (g_error_matches (error, SOUP_WEBSOCKET_ERROR, SOUP_WEBSOCKET_CLOSE_TOO_BIG) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE))
    {
      g_autofree char *size = g_format_size (self->max_bytes);

      end (self, g_error_new (RUTTER_ERROR, RUTTER_ERROR_NETWORK,
                              _("“%s” sent a message of more than %s, so the connection was "
                                "closed."), host, size));
    }
  else if (error->domain == SOUP_WEBSOCKET_ERROR)
    end (self, g_error_new (RUTTER_ERROR, RUTTER_ERROR_NETWORK,
                            _("“%s” sent what breaks the rules of WebSocket, so the connection was "
                              "closed."), host));
  else
    end (self, g_error_new (RUTTER_ERROR, RUTTER_ERROR_NETWORK,
                            _("The connection to “%s” has broken: %s."), host, error->message));
}

/* The reason that a server gives in words is not shown: it may repeat the key that it was sent. */
static void
on_closing_cb (SoupWebsocketConnection *connection,
               gpointer                 user_data)
{
  RutterNetWebSocket *self = user_data;
  const char *host = rutter_net_pass_get_host (self->made->pass);
  guint code = soup_websocket_connection_get_close_code (connection);

  if (code == 0 || code == SOUP_WEBSOCKET_CLOSE_NORMAL || code == SOUP_WEBSOCKET_CLOSE_NO_STATUS)
    end (self, g_error_new (RUTTER_ERROR, RUTTER_ERROR_NETWORK,
                            _("“%s” has ended the connection."), host));
  else
    end (self, g_error_new (RUTTER_ERROR,
                            code == SOUP_WEBSOCKET_CLOSE_POLICY_VIOLATION ? RUTTER_ERROR_DENIED
                                                                          : RUTTER_ERROR_NETWORK,
                            _("“%s” has ended the connection (WebSocket code %u)."), host, code));
}

static void
on_closed_cb (SoupWebsocketConnection *connection,
              gpointer                 user_data)
{
  RutterNetWebSocket *self = user_data;

  end (self, g_error_new (RUTTER_ERROR, RUTTER_ERROR_NETWORK,
                          _("“%s” has broken off the connection."),
                          rutter_net_pass_get_host (self->made->pass)));
}

static void
rutter_net_web_socket_finalize (GObject *object)
{
  RutterNetWebSocket *self = RUTTER_NET_WEB_SOCKET (object);

  rutter_net_web_socket_close (self);
  g_clear_pointer (&self->made, rutter_net_handshake_free);

  G_OBJECT_CLASS (rutter_net_web_socket_parent_class)->finalize (object);
}

static void
rutter_net_web_socket_class_init (RutterNetWebSocketClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rutter_net_web_socket_finalize;

  signals[MESSAGE] = g_signal_new ("message", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_BYTES, G_TYPE_BOOLEAN);
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
rutter_net_web_socket_init (RutterNetWebSocket *self)
{
}

static void
on_greeted_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  RutterNetHandshake *made = rutter_net_handshake_finish (result, &error);

  if (made == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, made, (GDestroyNotify)rutter_net_handshake_free);
}

static GUri *
parse_address (const char  *text,
               GError     **error)
{
  g_autoptr(GUri) uri = g_uri_parse (text, SOUP_HTTP_URI_FLAGS, NULL);

  if (uri != NULL && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0' &&
      g_uri_get_userinfo (uri) == NULL &&
      (g_str_equal (g_uri_get_scheme (uri), "ws") || g_str_equal (g_uri_get_scheme (uri), "wss")))
    return g_steal_pointer (&uri);

  g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
               _("Only addresses that begin with wss:// or ws:// and hold no password can be "
                 "opened as a WebSocket."));
  return NULL;
}

/**
 * rutter_net_web_socket_open_async:
 * @cancellable: (nullable):
 *
 * Called on any thread; the answer comes in its default context. Ends with %RUTTER_ERROR_INVALID,
 * %RUTTER_ERROR_REFUSED, %RUTTER_ERROR_BUSY, %RUTTER_ERROR_DENIED, %RUTTER_ERROR_NOT_FOUND,
 * %RUTTER_ERROR_NETWORK or %G_IO_ERROR_CANCELLED.
 */
void
rutter_net_web_socket_open_async (RutterNetGate                   *gate,
                                  const RutterNetWebSocketRequest *request,
                                  GCancellable                    *cancellable,
                                  GAsyncReadyCallback              callback,
                                  gpointer                         user_data)
{
  GTask *task;
  Opening *opening;
  RutterNetGreeting greeting;
  GError *error = NULL;

  g_return_if_fail (RUTTER_IS_NET_GATE (gate));
  g_return_if_fail (request->uri != NULL && request->why != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, rutter_net_web_socket_open_async);
  g_task_set_check_cancellable (task, FALSE);
  opening = g_new0 (Opening, 1);
  opening->uri = parse_address (request->uri, &error);
  opening->max_bytes = request->max_bytes;
  opening->keepalive_s = request->keepalive_s;
  g_task_set_task_data (task, opening, free_opening);
  if (opening->uri == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }

  greeting = (RutterNetGreeting) { opening->uri, request->why, request->protocol,
                                   request->timeout_ms };
  rutter_net_handshake_async (gate, &greeting, cancellable, on_greeted_cb, task);
}

/* Returns: (transfer full): heard from when the thread's context runs next; %NULL with @error */
RutterNetWebSocket *
rutter_net_web_socket_open_finish (GAsyncResult  *result,
                                   GError       **error)
{
  RutterNetHandshake *made = g_task_propagate_pointer (G_TASK (result), error);
  Opening *opening = g_task_get_task_data (G_TASK (result));
  RutterNetWebSocket *self;

  if (made == NULL)
    return NULL;

  self = g_object_new (RUTTER_TYPE_NET_WEB_SOCKET, NULL);
  self->made = made;
  self->max_bytes = opening->max_bytes;
  self->n_sent = rutter_net_meter_get_sent (made->stream);
  self->n_received = rutter_net_meter_get_received (made->stream);
  rutter_net_meter_allow (made->stream, self->max_bytes + SLACK);
  self->connection = soup_websocket_connection_new (G_IO_STREAM (made->stream), opening->uri,
                                                    SOUP_WEBSOCKET_CONNECTION_CLIENT, NULL, NULL,
                                                    NULL);
  soup_websocket_connection_set_max_incoming_payload_size (self->connection, self->max_bytes);
  soup_websocket_connection_set_keepalive_interval (self->connection, opening->keepalive_s);
  g_signal_connect (self->connection, "message", G_CALLBACK (on_message_cb), self);
  g_signal_connect (self->connection, "error", G_CALLBACK (on_error_cb), self);
  g_signal_connect (self->connection, "closing", G_CALLBACK (on_closing_cb), self);
  g_signal_connect (self->connection, "closed", G_CALLBACK (on_closed_cb), self);
  self->stop_id = g_cancellable_connect (rutter_net_pass_get_stop (made->pass),
                                         G_CALLBACK (on_stop_cb), g_object_ref (made->socket),
                                         g_object_unref);
  return self;
}

/* @text: UTF-8. What is sent after the end is lost. */
void
rutter_net_web_socket_send_text (RutterNetWebSocket *self,
                                 const char         *text)
{
  g_return_if_fail (RUTTER_IS_NET_WEB_SOCKET (self));

  if (self->connection != NULL &&
      soup_websocket_connection_get_state (self->connection) == SOUP_WEBSOCKET_STATE_OPEN)
    soup_websocket_connection_send_text (self->connection, text);
}

void
rutter_net_web_socket_send_binary (RutterNetWebSocket *self,
                                   gconstpointer       data,
                                   gsize               length)
{
  g_return_if_fail (RUTTER_IS_NET_WEB_SOCKET (self));

  if (self->connection != NULL &&
      soup_websocket_connection_get_state (self->connection) == SOUP_WEBSOCKET_STATE_OPEN)
    soup_websocket_connection_send_binary (self->connection, data, length);
}

/* At once, and without waiting for an answer. */
void
rutter_net_web_socket_close (RutterNetWebSocket *self)
{
  /* A close frame: “normal”, under a mask of zeros (RFC 6455, 5.2). */
  static const guint8 frame[] = { 0x88, 0x82, 0, 0, 0, 0, 1000 >> 8, 1000 & 0xff };
  GOutputStream *output;

  g_return_if_fail (RUTTER_IS_NET_WEB_SOCKET (self));

  if (self->connection == NULL)
    return;

  output = g_io_stream_get_output_stream (G_IO_STREAM (self->made->stream));
  g_pollable_output_stream_write_nonblocking (G_POLLABLE_OUTPUT_STREAM (output), frame,
                                              sizeof frame, NULL, NULL);
  drop (self);
}
