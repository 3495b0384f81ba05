/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-error.h"
#include "rutter-net-stream-private.h"

#include <glib/gi18n-lib.h>
#include <sys/socket.h>

#define CONNECT_TIMEOUT_S 20
/* Asked for; the system gives what it allows. */
#define DATAGRAM_BUFFER (4 * 1024 * 1024)

typedef struct
{
  RutterNetPass *pass;
  GCancellable  *cancel;   /* by who asked, or by the pass */
  gulong         asked_id, stop_id;
} Connect;

static void
on_cancelled_cb (GCancellable *cancellable,
                 gpointer      user_data)
{
  g_cancellable_cancel (user_data);
}

static void
free_connect (gpointer data)
{
  Connect *connect = data;

  rutter_net_pass_end (connect->pass);
  g_clear_object (&connect->cancel);
  g_free (connect);
}

static void
on_connected_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Connect *connect = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  GSocketConnection *connection;

  connection = g_socket_client_connect_finish (G_SOCKET_CLIENT (source), result, &error);
  g_cancellable_disconnect (g_task_get_cancellable (task), connect->asked_id);
  g_cancellable_disconnect (rutter_net_pass_get_stop (connect->pass), connect->stop_id);
  if (connection != NULL &&
      g_cancellable_set_error_if_cancelled (connect->cancel, &error))
    g_clear_object (&connection);

  if (connection == NULL)
    g_task_return_error (task, rutter_net_pass_explain (connect->pass, error));
  else
    g_task_return_pointer (
      task,
      rutter_net_stream_new_take (g_steal_pointer (&connect->pass), G_IO_STREAM (connection),
                                  g_socket_connection_get_socket (connection)),
      (GDestroyNotify)rutter_net_stream_close);
}

/* "localhost" is this machine by definition (RFC 6761), so that no one is asked for it. */
static GSocketConnectable *
make_target (RutterNetPass *pass,
             guint16        port)
{
  const char *host = rutter_net_pass_get_host (pass);

  if (!rutter_net_pass_is_here (pass))
    return g_network_address_new (host, port);

  return G_SOCKET_CONNECTABLE (g_inet_socket_address_new_from_string (
                                 g_str_equal (host, "localhost") ? "127.0.0.1" : host, port));
}

/**
 * rutter_net_gate_connect_async:
 * @host: a name or an address
 * @why: for the ledger: what the user would call it
 * @cancellable: (nullable): cancelled on the main thread
 *
 * Connects by TCP, if the host is allowed, through the system's proxy where that can carry it.
 */
void
rutter_net_gate_connect_async (RutterNetGate       *gate,
                               const char          *host,
                               guint16              port,
                               const char          *why,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GSocketClient) client = g_socket_client_new ();
  g_autoptr(GSocketConnectable) target = NULL;
  g_autoptr(GTask) task = NULL;
  g_autofree char *name = NULL;
  RutterNetPass *pass = NULL;
  GError *error = NULL;
  Connect *connect;

  g_return_if_fail (RUTTER_IS_NET_GATE (gate));
  g_return_if_fail (host != NULL && why != NULL);

  task = g_task_new (gate, cancellable, callback, user_data);
  g_task_set_source_tag (task, rutter_net_gate_connect_async);
  g_task_set_check_cancellable (task, FALSE);
  name = rutter_net_host_from_text (host, &error);
  if (name != NULL)
    pass = rutter_net_pass_begin (gate, name, why, &error);
  if (pass == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  connect = g_new0 (Connect, 1);
  connect->pass = pass;
  connect->cancel = g_cancellable_new ();
  g_task_set_task_data (task, connect, free_connect);
  if (cancellable != NULL)
    connect->asked_id = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled_cb),
                                               g_object_ref (connect->cancel), g_object_unref);
  connect->stop_id = g_cancellable_connect (rutter_net_pass_get_stop (pass),
                                            G_CALLBACK (on_cancelled_cb),
                                            g_object_ref (connect->cancel), g_object_unref);
  target = make_target (pass, port);
  g_socket_client_set_timeout (client, CONNECT_TIMEOUT_S);
  g_socket_client_set_enable_proxy (client, !rutter_net_pass_is_here (pass));
  g_socket_client_connect_async (client, target, connect->cancel, on_connected_cb,
                                 g_steal_pointer (&task));
}

/* Returns: (transfer full): to be started, and closed; %NULL with %RUTTER_ERROR_INVALID for what is
 * no host, %RUTTER_ERROR_REFUSED, %RUTTER_ERROR_NETWORK or %G_IO_ERROR_CANCELLED
 */
RutterNetStream *
rutter_net_gate_connect_finish (RutterNetGate  *gate,
                                GAsyncResult   *result,
                                GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, gate), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * rutter_net_gate_bind_udp:
 * @address: (nullable): of this machine, at which to hear; %NULL: all that it has
 *
 * Hears datagrams, and never sends one. So it needs no permission.
 *
 * Returns: (transfer full): %NULL with %RUTTER_ERROR_INVALID or %RUTTER_ERROR_NETWORK
 */
RutterNetStream *
rutter_net_gate_bind_udp (RutterNetGate  *gate,
                          const char     *address,
                          guint16         port,
                          const char     *why,
                          GError        **error)
{
  g_autoptr(GInetAddress) inet = NULL;
  g_autoptr(GSocketAddress) target = NULL;
  g_autoptr(GSocket) socket = NULL;
  g_autoptr(GError) reason = NULL;

  g_return_val_if_fail (RUTTER_IS_NET_GATE (gate), NULL);

  inet = address == NULL ? g_inet_address_new_any (G_SOCKET_FAMILY_IPV6)
         : g_inet_address_new_from_string (g_str_equal (address, "localhost") ? "127.0.0.1"
                                                                              : address);
  if (inet == NULL)
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
                   _("“%s” is no address of this machine at which datagrams could be heard: leave "
                     "it out to hear at all of them."), address);
      return NULL;
    }

  socket = g_socket_new (g_inet_address_get_family (inet), G_SOCKET_TYPE_DATAGRAM,
                         G_SOCKET_PROTOCOL_UDP, NULL);
  if (socket == NULL && address == NULL)
    {
      g_object_unref (inet);
      inet = g_inet_address_new_any (G_SOCKET_FAMILY_IPV4);
      socket = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_DATAGRAM, G_SOCKET_PROTOCOL_UDP,
                             &reason);
    }

  target = g_inet_socket_address_new (inet, port);
  if (socket == NULL || !g_socket_bind (socket, target, FALSE, &reason))
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_NETWORK,
                   _("Port %u of this machine cannot be heard at: %s. Stop the program that has "
                     "it, or name another port."), port, reason != NULL ? reason->message : "");
      return NULL;
    }

  g_socket_set_option (socket, SOL_SOCKET, SO_RCVBUF, DATAGRAM_BUFFER, NULL);
  return rutter_net_stream_new_take (rutter_net_pass_begin (gate, "localhost", why, NULL), NULL,
                                     socket);
}
