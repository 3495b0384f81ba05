/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-net-call.h"

#include "rutter-error.h"
#include "rutter-net-pass.h"
#include "rutter-net-trouble.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>
#include <string.h>

/* What is read at once, bytes. */
#define CHUNK 65536

/* All on the thread that asks, but for its cancelling. */
typedef struct
{
  char              *host;
  gsize              max_bytes;
  RutterNetCallFunc  func;
  gpointer           user_data;

  RutterNetPass     *pass;
  SoupSession       *session;
  SoupMessage       *message;
  GInputStream      *stream;
  GByteArray        *bytes;
  GCancellable      *cancel;       /* by who asked, by the pass, or by the clock */
  gulong             asked_id, stop_id;
  GSource           *deadline;
  gboolean           is_late;
  gboolean           is_form;
  guint64            n_sent, n_received;   /* that the ledger was told of */
} Call;

static void
stop_clock (Call *call)
{
  if (call->deadline != NULL)
    g_source_destroy (call->deadline);
  g_clear_pointer (&call->deadline, g_source_unref);
}

static void
free_call (gpointer data)
{
  Call *call = data;

  stop_clock (call);
  g_clear_object (&call->stream);
  g_clear_object (&call->message);
  g_clear_object (&call->session);
  g_clear_object (&call->cancel);
  g_clear_pointer (&call->bytes, g_byte_array_unref);
  g_clear_pointer (&call->pass, rutter_net_pass_end);
  g_free (call->host);
  g_free (call);
}

static void
count_bytes (Call *call)
{
  SoupMessageMetrics *metrics = soup_message_get_metrics (call->message);
  guint64 n_sent, n_received;

  if (metrics == NULL)
    return;

  n_sent = soup_message_metrics_get_request_header_bytes_sent (metrics) +
           soup_message_metrics_get_request_body_bytes_sent (metrics);
  n_received = soup_message_metrics_get_response_header_bytes_received (metrics) +
               soup_message_metrics_get_response_body_bytes_received (metrics);
  if (n_sent + n_received > call->n_sent + call->n_received)
    rutter_net_pass_count (call->pass, n_sent - call->n_sent, n_received - call->n_received);
  call->n_sent = n_sent;
  call->n_received = n_received;
}

static GError *
explain (Call         *call,
         const GError *error)
{
  if (call->pass != NULL && g_cancellable_is_cancelled (rutter_net_pass_get_stop (call->pass)))
    return rutter_net_pass_explain (call->pass, error);

  if (call->is_late)
    return rutter_net_trouble_new_late (call->host);

  return rutter_net_trouble_explain (
    call->host, error, soup_message_get_tls_peer_certificate_errors (call->message));
}

/* Eats @task; @error: (nullable): what went wrong */
static void
end (GTask        *task,
     const GError *error)
{
  Call *call = g_task_get_task_data (task);

  stop_clock (call);
  call->func = NULL;
  g_cancellable_disconnect (g_task_get_cancellable (task), call->asked_id);
  if (call->pass != NULL)
    {
      g_cancellable_disconnect (rutter_net_pass_get_stop (call->pass), call->stop_id);
      count_bytes (call);
    }

  if (error != NULL)
    g_task_return_error (task, explain (call, error));
  else
    g_task_return_pointer (task, g_byte_array_free_to_bytes (g_steal_pointer (&call->bytes)),
                           (GDestroyNotify)g_bytes_unref);
  /* Nothing more is read from a connection that has too much to say. */
  if (call->session != NULL)
    soup_session_abort (call->session);
  g_object_unref (task);
}

static void read_more (GTask *task);

static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GTask *task = user_data;
  Call *call = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) chunk = g_input_stream_read_bytes_finish (call->stream, result, &error);
  gsize length = chunk != NULL ? g_bytes_get_size (chunk) : 0;

  if (chunk != NULL && call->func != NULL && !g_cancellable_is_cancelled (call->cancel))
    {
      count_bytes (call);
      if (length > 0)
        call->func (g_bytes_get_data (chunk, NULL), length, call->user_data);
    }
  else if (length > call->max_bytes - call->bytes->len)
    error = rutter_net_trouble_new_too_large (call->host, call->max_bytes);
  else if (length > 0)
    g_byte_array_append (call->bytes, g_bytes_get_data (chunk, NULL), (guint)length);

  if (error != NULL || length == 0)
    end (task, error);
  else
    read_more (task);
}

static void
read_more (GTask *task)
{
  Call *call = g_task_get_task_data (task);

  g_input_stream_read_bytes_async (call->stream, CHUNK, G_PRIORITY_DEFAULT, call->cancel,
                                   on_read_cb, task);
}

static void
on_sent_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GTask *task = user_data;
  Call *call = g_task_get_task_data (task);
  guint status = soup_message_get_status (call->message);
  g_autoptr(GError) error = NULL;

  call->stream = soup_session_send_finish (call->session, result, &error);
  if (error == NULL && SOUP_STATUS_IS_REDIRECTION (status))
    error = g_error_new (RUTTER_ERROR, RUTTER_ERROR_NETWORK,
                         _("“%s” sends on to another address, which was not followed."),
                         call->host);
  /* So servers answer to a wrong name and key in a form (RFC 6749, 5.2). */
  else if (error == NULL && call->is_form && status == SOUP_STATUS_BAD_REQUEST)
    error = rutter_net_trouble_new_denied (call->host, status);
  else if (error == NULL && !SOUP_STATUS_IS_SUCCESSFUL (status))
    error = rutter_net_trouble_new_status (call->host, status);

  if (error != NULL)
    {
      end (task, error);
      return;
    }

  call->bytes = g_byte_array_new ();
  if (call->func != NULL)
    {
      stop_clock (call);
      if (!g_cancellable_is_cancelled (call->cancel))
        call->func (NULL, 0, call->user_data);
    }
  read_more (task);
}

static void
on_cancelled_cb (GCancellable *cancellable,
                 gpointer      user_data)
{
  g_cancellable_cancel (user_data);
}

static void
on_asked_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GTask *task = user_data;
  Call *call = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  call->pass = rutter_net_pass_ask_finish (result, &error);
  if (call->pass == NULL)
    {
      end (task, error);
      return;
    }

  call->stop_id = g_cancellable_connect (rutter_net_pass_get_stop (call->pass),
                                         G_CALLBACK (on_cancelled_cb),
                                         g_object_ref (call->cancel), g_object_unref);
  /* untranslated */
  call->session = soup_session_new_with_options (
    "user-agent", "Rutter/" RUTTER_VERSION " (+no address)", NULL);
  if (rutter_net_pass_is_here (call->pass))
    soup_session_set_proxy_resolver (call->session, NULL);
  soup_session_send_async (call->session, call->message, G_PRIORITY_DEFAULT, call->cancel,
                           on_sent_cb, task);
}

static gboolean
on_deadline_cb (gpointer data)
{
  Call *call = data;

  call->is_late = TRUE;
  g_cancellable_cancel (call->cancel);

  return G_SOURCE_REMOVE;
}

static void
wipe (gpointer data)
{
  explicit_bzero (data, strlen (data));
  g_free (data);
}

static void
set_form (SoupMessage       *message,
          const char *const *form)
{
  g_autoptr(GHashTable) fields = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GBytes) body = NULL;
  char *text;

  for (guint i = 0; form[i] != NULL && form[i + 1] != NULL; i += 2)
    g_hash_table_insert (fields, (gpointer)form[i], (gpointer)form[i + 1]);
  text = soup_form_encode_hash (fields);
  body = g_bytes_new_with_free_func (text, strlen (text), wipe, text);
  soup_message_set_request_body_from_bytes (message, SOUP_FORM_MIME_TYPE_URLENCODED, body);
}

static SoupMessage *
make_message (const RutterNetCall  *request,
              GError              **error)
{
  g_autoptr(GUri) uri = g_uri_parse (request->uri, SOUP_HTTP_URI_FLAGS, NULL);
  SoupMessage *message;

  if (uri == NULL || g_uri_get_host (uri) == NULL || g_uri_get_userinfo (uri) != NULL ||
      (!g_str_equal (g_uri_get_scheme (uri), "https") &&
       !g_str_equal (g_uri_get_scheme (uri), "http")))
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
                   _("Only addresses that begin with https:// or http:// and hold no password can "
                     "be asked."));
      return NULL;
    }

  message = soup_message_new_from_uri (
    request->form != NULL ? SOUP_METHOD_POST : SOUP_METHOD_GET, uri);
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_COLLECT_METRICS);
  soup_message_disable_feature (message, SOUP_TYPE_AUTH_MANAGER);
  for (guint i = 0; request->headers != NULL && request->headers[i] != NULL; i += 2)
    soup_message_headers_replace (soup_message_get_request_headers (message), request->headers[i],
                                  request->headers[i + 1]);
  if (request->form != NULL)
    set_form (message, request->form);

  return message;
}

/**
 * rutter_net_call_async:
 * @cancellable: (nullable):
 *
 * Called on any thread; what is called back is called in its default context. Ends as
 * rutter_net_web_socket_open_async() does.
 */
void
rutter_net_call_async (RutterNetGate       *gate,
                       const RutterNetCall *request,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GTask *task;
  Call *call;
  GError *error = NULL;

  g_return_if_fail (RUTTER_IS_NET_GATE (gate));
  g_return_if_fail (request->uri != NULL && request->why != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, rutter_net_call_async);
  g_task_set_check_cancellable (task, FALSE);
  call = g_new0 (Call, 1);
  g_task_set_task_data (task, call, free_call);
  call->message = make_message (request, &error);
  if (call->message == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }

  call->host = g_strdup (g_uri_get_host (soup_message_get_uri (call->message)));
  call->max_bytes = request->max_bytes;
  call->is_form = request->form != NULL;
  call->func = request->func;
  call->user_data = request->user_data;
  call->cancel = g_cancellable_new ();
  if (cancellable != NULL)
    call->asked_id = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled_cb),
                                            g_object_ref (call->cancel), g_object_unref);
  call->deadline = g_timeout_source_new (request->timeout_ms);
  g_source_set_callback (call->deadline, on_deadline_cb, call, NULL);
  g_source_attach (call->deadline, g_main_context_get_thread_default ());
  rutter_net_pass_ask_async (gate, call->host, request->why, on_asked_cb, task);
}

/* Returns: (transfer full): the answer, nothing when a function was handed it; %NULL with @error */
GBytes *
rutter_net_call_finish (GAsyncResult  *result,
                        GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
