/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-net-caster.h"

#include "rutter-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Who has connected and not been accepted yet. */
#define BACKLOG 16

typedef struct
{
  RutterNetCaster *caster;
  GSocket         *socket;
  GSource         *incoming;   /* what it sends is read and forgotten; its end is seen so */
  GSource         *outgoing;   /* while something waits, or NULL */
  GQueue           waiting;    /* of GBytes */
  gsize            n_waiting;  /* bytes, without those of the first that are sent */
  gsize            n_sent;     /* of the first */
} Client;

struct _RutterNetCaster
{
  GObject   parent_instance;
  char     *address;
  GSocket  *socket;
  GSource  *arriving;
  GList    *clients;           /* of Client */
  guint64   n_joined, n_cut, n_sent;
};

enum { CLIENTS_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RutterNetCaster, rutter_net_caster, G_TYPE_OBJECT)

static void
clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
free_client (Client *client)
{
  clear_source (&client->incoming);
  clear_source (&client->outgoing);
  g_queue_clear_full (&client->waiting, (GDestroyNotify)g_bytes_unref);
  g_socket_close (client->socket, NULL);
  g_object_unref (client->socket);
  g_free (client);
}

static void
drop_client (Client *client)
{
  RutterNetCaster *self = client->caster;

  self->clients = g_list_remove (self->clients, client);
  free_client (client);
  g_signal_emit (self, signals[CLIENTS_CHANGED], 0);
}

static GSource *
watch (RutterNetCaster *self,
       GSocket         *socket,
       GIOCondition     condition,
       GSocketSourceFunc func,
       gpointer         data)
{
  GSource *source = g_socket_create_source (socket, condition, NULL);

  g_source_set_callback (source, G_SOURCE_FUNC (func), data, NULL);
  g_source_attach (source, g_main_context_get_thread_default ());

  return source;
}

/* Sends what waits, as much as it takes now. Returns FALSE when it is gone. */
static gboolean
send_waiting (Client *client)
{
  GBytes *bytes;

  while ((bytes = g_queue_peek_head (&client->waiting)) != NULL)
    {
      g_autoptr(GError) error = NULL;
      gsize size;
      const char *data = g_bytes_get_data (bytes, &size);
      gssize n = g_socket_send (client->socket, data + client->n_sent, size - client->n_sent,
                                NULL, &error);

      if (n < 0)
        return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK);

      client->n_sent += (gsize)n;
      client->n_waiting -= (gsize)n;
      client->caster->n_sent += (guint64)n;
      if (client->n_sent == size)
        {
          g_bytes_unref (g_queue_pop_head (&client->waiting));
          client->n_sent = 0;
        }
    }

  return TRUE;
}

static gboolean
on_client_ready_cb (GSocket      *socket,
                    GIOCondition  condition,
                    gpointer      user_data)
{
  Client *client = user_data;

  if (!send_waiting (client))
    {
      drop_client (client);
      return G_SOURCE_REMOVE;
    }
  if (!g_queue_is_empty (&client->waiting))
    return G_SOURCE_CONTINUE;

  clear_source (&client->outgoing);
  return G_SOURCE_REMOVE;
}

static gboolean
on_client_sent_cb (GSocket      *socket,
                   GIOCondition  condition,
                   gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  char forgotten[4096];
  gssize n = g_socket_receive (socket, forgotten, sizeof forgotten, NULL, &error);

  if (n > 0 || (n < 0 && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK)))
    return G_SOURCE_CONTINUE;

  drop_client (user_data);
  return G_SOURCE_REMOVE;
}

static gboolean
on_arrived_cb (GSocket      *socket,
               GIOCondition  condition,
               gpointer      user_data)
{
  RutterNetCaster *self = user_data;
  g_autoptr(GSocket) arrived = g_socket_accept (socket, NULL, NULL);
  Client *client;

  if (arrived == NULL || g_list_length (self->clients) >= RUTTER_NET_CASTER_MAX_CLIENTS)
    return G_SOURCE_CONTINUE;

  g_socket_set_blocking (arrived, FALSE);
  client = g_new0 (Client, 1);
  client->caster = self;
  client->socket = g_steal_pointer (&arrived);
  client->incoming = watch (self, client->socket, G_IO_IN | G_IO_HUP | G_IO_ERR,
                            on_client_sent_cb, client);
  self->clients = g_list_prepend (self->clients, client);
  self->n_joined++;
  g_signal_emit (self, signals[CLIENTS_CHANGED], 0);

  return G_SOURCE_CONTINUE;
}

static void
rutter_net_caster_dispose (GObject *object)
{
  RutterNetCaster *self = RUTTER_NET_CASTER (object);

  clear_source (&self->arriving);
  g_list_free_full (g_steal_pointer (&self->clients), (GDestroyNotify)free_client);
  if (self->socket != NULL)
    g_socket_close (self->socket, NULL);
  g_clear_object (&self->socket);

  G_OBJECT_CLASS (rutter_net_caster_parent_class)->dispose (object);
}

static void
rutter_net_caster_finalize (GObject *object)
{
  g_free (RUTTER_NET_CASTER (object)->address);

  G_OBJECT_CLASS (rutter_net_caster_parent_class)->finalize (object);
}

static void
rutter_net_caster_class_init (RutterNetCasterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rutter_net_caster_dispose;
  object_class->finalize = rutter_net_caster_finalize;

  signals[CLIENTS_CHANGED] = g_signal_new ("clients-changed", RUTTER_TYPE_NET_CASTER,
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rutter_net_caster_init (RutterNetCaster *self)
{
}

/* The socket address of "tcp://127.0.0.1:10110" and the like; no name is looked up. */
static GSocketAddress *
parse_address (const char  *address,
               gboolean    *is_datagrams,
               GError     **error)
{
  g_autoptr(GUri) uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : "";
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;
  g_autoptr(GInetAddress) inet = NULL;
  int port = uri != NULL ? g_uri_get_port (uri) : -1;

  *is_datagrams = strcmp (scheme, "udp") == 0;
  if ((!*is_datagrams && strcmp (scheme, "tcp") != 0) || host == NULL || port < 0 ||
      (*is_datagrams && port == 0) || g_uri_get_path (uri)[0] != '\0')
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
                   _("%s is no address to send to; write tcp://127.0.0.1:PORT or "
                     "udp://127.0.0.1:PORT"), address);
      return NULL;
    }

  inet = g_inet_address_new_from_string (g_ascii_strcasecmp (host, "localhost") == 0 ? "127.0.0.1"
                                                                                      : host);
  if (inet == NULL || !g_inet_address_get_is_loopback (inet))
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_REFUSED,
                   _("%s is not an address of this machine alone; only 127.0.0.1, ::1 and "
                     "localhost are"), host);
      return NULL;
    }

  return g_inet_socket_address_new (inet, (guint16)port);
}

/* Takes up the address; which port it has when none was asked for, the system says. */
static gboolean
take_up (RutterNetCaster  *self,
         GSocketAddress   *address,
         gboolean          is_datagrams,
         GError          **error)
{
  g_autoptr(GSocketAddress) local = NULL;
  g_autofree char *host = NULL;

  self->socket = g_socket_new (g_socket_address_get_family (address),
                               is_datagrams ? G_SOCKET_TYPE_DATAGRAM : G_SOCKET_TYPE_STREAM,
                               G_SOCKET_PROTOCOL_DEFAULT, error);
  if (self->socket == NULL)
    return FALSE;

  g_socket_set_blocking (self->socket, FALSE);
  if (is_datagrams)
    return g_socket_connect (self->socket, address, NULL, error);

  g_socket_set_listen_backlog (self->socket, BACKLOG);
  if (!g_socket_bind (self->socket, address, TRUE, error) || !g_socket_listen (self->socket, error))
    return FALSE;

  if ((local = g_socket_get_local_address (self->socket, error)) == NULL)
    return FALSE;

  host = g_inet_address_to_string (
    g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (local)));
  g_free (self->address);
  self->address = g_strdup_printf (strchr (host, ':') != NULL ? "tcp://[%s]:%u" : "tcp://%s:%u",
                                   host, g_inet_socket_address_get_port (
                                           G_INET_SOCKET_ADDRESS (local)));
  self->arriving = watch (self, self->socket, G_IO_IN, on_arrived_cb, self);

  return TRUE;
}

/**
 * rutter_net_caster_new:
 * @address: "tcp://127.0.0.1:PORT" to be connected to (port 0: any that is free) or
 *   "udp://127.0.0.1:PORT" to send to; ::1 and localhost will do as well
 *
 * Fails with %RUTTER_ERROR_INVALID, with %RUTTER_ERROR_REFUSED for any other machine, and with
 * %RUTTER_ERROR_NETWORK when the port can't be had.
 */
RutterNetCaster *
rutter_net_caster_new (const char  *address,
                       GError     **error)
{
  g_autoptr(RutterNetCaster) self = g_object_new (RUTTER_TYPE_NET_CASTER, NULL);
  g_autoptr(GSocketAddress) parsed = NULL;
  g_autoptr(GError) reason = NULL;
  gboolean is_datagrams;

  if ((parsed = parse_address (address, &is_datagrams, error)) == NULL)
    return NULL;

  self->address = g_strdup (address);
  if (take_up (self, parsed, is_datagrams, &reason))
    return g_steal_pointer (&self);

  g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_NETWORK,
               _("%s can't be served: %s; choose another port, or end the program that has it"),
               address, reason->message);
  return NULL;
}

/* With the port that it really has. */
const char *
rutter_net_caster_get_address (RutterNetCaster *self)
{
  return self->address;
}

/* Whether each call of rutter_net_caster_send() is one datagram. */
gboolean
rutter_net_caster_is_datagrams (RutterNetCaster *self)
{
  return self->arriving == NULL;
}

/**
 * rutter_net_caster_send:
 * @bytes: for all clients; who has connected since gets only what comes later
 *
 * Never blocks. A datagram that the system does not take now is lost, as datagrams are.
 */
void
rutter_net_caster_send (RutterNetCaster *self,
                        GBytes          *bytes)
{
  gsize size = g_bytes_get_size (bytes);

  if (size == 0)
    return;
  if (rutter_net_caster_is_datagrams (self))
    {
      gssize n = g_socket_send (self->socket, g_bytes_get_data (bytes, NULL), size, NULL, NULL);

      if (n < 0)
        self->n_cut++;
      else
        self->n_sent += (guint64)n;
      return;
    }

  for (GList *link = self->clients, *next; link != NULL; link = next)
    {
      Client *client = link->data;
      gboolean is_slow = client->n_waiting + size > RUTTER_NET_CASTER_MAX_WAITING;

      next = link->next;
      if (!is_slow)
        {
          g_queue_push_tail (&client->waiting, g_bytes_ref (bytes));
          client->n_waiting += size;
        }
      if (is_slow || (client->outgoing == NULL && !send_waiting (client)))
        {
          self->n_cut += is_slow;
          drop_client (client);
        }
      else if (client->outgoing == NULL && !g_queue_is_empty (&client->waiting))
        client->outgoing = watch (self, client->socket, G_IO_OUT, on_client_ready_cb, client);
    }
}

guint
rutter_net_caster_count_clients (RutterNetCaster *self)
{
  return g_list_length (self->clients);
}

/* Clients since the beginning. */
guint64
rutter_net_caster_get_n_joined (RutterNetCaster *self)
{
  return self->n_joined;
}

/* Clients that were cut off because they read too slowly, or datagrams that were not taken. */
guint64
rutter_net_caster_get_n_cut (RutterNetCaster *self)
{
  return self->n_cut;
}

/* Bytes, all clients together. */
guint64
rutter_net_caster_get_n_sent (RutterNetCaster *self)
{
  return self->n_sent;
}

/* Bytes that wait to be sent, all clients together. */
gsize
rutter_net_caster_get_waiting (RutterNetCaster *self)
{
  gsize n = 0;

  for (GList *link = self->clients; link != NULL; link = link->next)
    n += ((Client *)link->data)->n_waiting;

  return n;
}
