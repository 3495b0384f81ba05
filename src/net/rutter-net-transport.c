/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-net-transport.h"

#include "rutter-net-trouble.h"

#include <libsoup/soup.h>

/* What is read at once, bytes. */
#define CHUNK 65536
/* So few that nobody is pressed, as the operators of tile servers ask. */
#define MOST_CONNECTIONS_A_HOST 2
#define MOST_CONNECTIONS 8

struct _RutterNetTransport
{
  GThread      *thread;
  GMainContext *context; /* of the thread */
  GMainLoop    *loop;
  SoupSession  *session; /* made and used on the thread alone */
};

/* One request under way; lives on the thread, but for its beginning and its cancelling. */
typedef struct
{
  RutterNetTransport *transport;
  GTask              *task;
  GUri               *uri;
  gsize               max_bytes;
  guint               timeout_ms;
  gulong              cancelled_id;

  SoupMessage        *message;
  GInputStream       *stream;
  GByteArray         *bytes;
  GCancellable       *stop;
  GSource            *deadline;
  gboolean            is_late;
} Hop;

static void
clear_hop (gpointer data)
{
  Hop *hop = data;

  g_clear_object (&hop->task);
  g_clear_object (&hop->message);
  g_clear_object (&hop->stream);
  g_clear_object (&hop->stop);
  g_clear_pointer (&hop->bytes, g_byte_array_unref);
  g_uri_unref (hop->uri);
}

static void
release_hop (gpointer data)
{
  g_atomic_rc_box_release_full (data, clear_hop);
}

/* Never at once: nothing may run before the thread has its session. */
static void
run_on_thread (RutterNetTransport *self,
               GSourceFunc         func,
               gpointer            data,
               GDestroyNotify      destroy)
{
  g_autoptr(GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, destroy);
  g_source_attach (source, self->context);
}

static gboolean
stop_hop (gpointer data)
{
  g_cancellable_cancel (((Hop *)data)->stop);

  return G_SOURCE_REMOVE;
}

static void
on_cancelled_cb (GCancellable *cancellable,
                 gpointer      user_data)
{
  Hop *hop = user_data;

  run_on_thread (hop->transport, stop_hop, g_atomic_rc_box_acquire (hop), release_hop);
}

static gboolean
on_deadline_cb (gpointer data)
{
  Hop *hop = data;

  hop->is_late = TRUE;
  g_cancellable_cancel (hop->stop);

  return G_SOURCE_REMOVE;
}

static void
end_hop (Hop          *hop,
         const GError *error)
{
  RutterNetReply *reply = g_new0 (RutterNetReply, 1);
  SoupMessageHeaders *headers = soup_message_get_response_headers (hop->message);
  SoupMessageMetrics *metrics = soup_message_get_metrics (hop->message);

  g_source_destroy (hop->deadline);
  g_clear_pointer (&hop->deadline, g_source_unref);
  g_cancellable_disconnect (g_task_get_cancellable (hop->task), hop->cancelled_id);

  reply->status = soup_message_get_status (hop->message);
  if (metrics != NULL)
    {
      reply->n_sent = soup_message_metrics_get_request_header_bytes_sent (metrics);
      reply->n_received = soup_message_metrics_get_response_header_bytes_received (metrics) +
                          soup_message_metrics_get_response_body_bytes_received (metrics);
    }
  if (error != NULL && hop->is_late)
    reply->error = rutter_net_trouble_new_late (g_uri_get_host (hop->uri));
  else if (error != NULL)
    reply->error =
      rutter_net_trouble_explain (g_uri_get_host (hop->uri), error,
                                  soup_message_get_tls_peer_certificate_errors (hop->message));
  else if (hop->bytes != NULL)
    reply->body = g_byte_array_free_to_bytes (g_steal_pointer (&hop->bytes));
  else
    reply->location = g_strdup (soup_message_headers_get_one (headers, "Location"));

  g_task_return_pointer (hop->task, reply, (GDestroyNotify)rutter_net_reply_free);
  release_hop (hop);
}

static void
end_too_large (Hop *hop)
{
  g_autoptr(GError) error =
    rutter_net_trouble_new_too_large (g_uri_get_host (hop->uri), hop->max_bytes);

  /* Nothing more is read from a connection that has too much to say. */
  g_cancellable_cancel (hop->stop);
  end_hop (hop, error);
}

static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Hop *hop = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) chunk = g_input_stream_read_bytes_finish (hop->stream, result, &error);

  if (chunk == NULL)
    end_hop (hop, error);
  else if (g_bytes_get_size (chunk) == 0)
    end_hop (hop, NULL);
  else if (g_bytes_get_size (chunk) > hop->max_bytes - hop->bytes->len)
    end_too_large (hop);
  else
    {
      g_byte_array_append (hop->bytes, g_bytes_get_data (chunk, NULL),
                           (guint)g_bytes_get_size (chunk));
      g_input_stream_read_bytes_async (hop->stream, CHUNK, G_PRIORITY_DEFAULT, hop->stop,
                                       on_read_cb, hop);
    }
}

static void
on_sent_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Hop *hop = user_data;
  g_autoptr(GError) error = NULL;
  SoupMessageHeaders *headers;

  hop->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (hop->stream == NULL)
    {
      end_hop (hop, error);
      return;
    }

  headers = soup_message_get_response_headers (hop->message);
  if (SOUP_STATUS_IS_REDIRECTION (soup_message_get_status (hop->message)))
    end_hop (hop, NULL);
  else if (soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH &&
           (guint64)soup_message_headers_get_content_length (headers) > hop->max_bytes)
    end_too_large (hop);
  else
    {
      hop->bytes = g_byte_array_new ();
      g_input_stream_read_bytes_async (hop->stream, CHUNK, G_PRIORITY_DEFAULT, hop->stop,
                                       on_read_cb, hop);
    }
}

static gboolean
begin_hop (gpointer data)
{
  Hop *hop = data;

  hop->message = soup_message_new_from_uri (SOUP_METHOD_GET, hop->uri);
  soup_message_add_flags (hop->message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_COLLECT_METRICS);
  /* Names and passwords of the desktop are nobody's business. */
  soup_message_disable_feature (hop->message, SOUP_TYPE_AUTH_MANAGER);
  hop->deadline = g_timeout_source_new (hop->timeout_ms);
  g_source_set_callback (hop->deadline, on_deadline_cb, hop, NULL);
  g_source_attach (hop->deadline, hop->transport->context);
  soup_session_send_async (hop->transport->session, hop->message, G_PRIORITY_DEFAULT, hop->stop,
                           on_sent_cb, hop);

  return G_SOURCE_REMOVE;
}

static gboolean
hang_up (gpointer data)
{
  soup_session_abort (((RutterNetTransport *)data)->session);

  return G_SOURCE_REMOVE;
}

static gboolean
quit (gpointer data)
{
  g_main_loop_quit (((RutterNetTransport *)data)->loop);

  return G_SOURCE_REMOVE;
}

static gpointer
run_thread (gpointer data)
{
  RutterNetTransport *self = data;

  g_main_context_push_thread_default (self->context);
  /* untranslated */
  self->session = soup_session_new_with_options (
    "user-agent", "Rutter/" RUTTER_VERSION " (+no address)",
    "max-conns", MOST_CONNECTIONS, "max-conns-per-host", MOST_CONNECTIONS_A_HOST, NULL);
  g_main_loop_run (self->loop);
  soup_session_abort (self->session);
  g_clear_object (&self->session);
  g_main_context_pop_thread_default (self->context);

  return NULL;
}

RutterNetTransport *
rutter_net_transport_new (void)
{
  RutterNetTransport *self = g_new0 (RutterNetTransport, 1);

  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->thread = g_thread_new ("rutter-net", run_thread, self);

  return self;
}

/* With nothing under way any more. */
void
rutter_net_transport_free (RutterNetTransport *self)
{
  run_on_thread (self, quit, self, NULL);
  g_thread_join (self->thread);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_free (self);
}

/* Ends what is under way, and closes connections that were kept for later. */
void
rutter_net_transport_hang_up (RutterNetTransport *self)
{
  run_on_thread (self, hang_up, self, NULL);
}

/* Cancelling, and the time that is over, are told in the reply. */
void
rutter_net_transport_get_async (RutterNetTransport  *self,
                                GUri                *uri,
                                gsize                max_bytes,
                                guint                timeout_ms,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  Hop *hop = g_atomic_rc_box_new0 (Hop);

  hop->transport = self;
  hop->task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (hop->task, rutter_net_transport_get_async);
  g_task_set_check_cancellable (hop->task, FALSE);
  hop->uri = g_uri_ref (uri);
  hop->max_bytes = max_bytes;
  hop->timeout_ms = timeout_ms;
  hop->stop = g_cancellable_new ();
  if (cancellable != NULL)
    hop->cancelled_id = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled_cb),
                                               g_atomic_rc_box_acquire (hop), release_hop);
  run_on_thread (self, begin_hop, hop, NULL);
}

/* Returns: (transfer full): never %NULL */
RutterNetReply *
rutter_net_transport_get_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

void
rutter_net_reply_free (RutterNetReply *self)
{
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_error (&self->error);
  g_free (self->location);
  g_free (self);
}
