/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "soak-server.h"

#include "rutter-ais-encoder.h"

#include <stdlib.h>
#include <string.h>

struct _SoakServer
{
  GSocket      *socket;
  SoakScript    script;
  GThread      *thread;
  GCancellable *stop;
  guint16       port;
  guint         n_clients;   /* atomic */
  guint         n_lines;     /* atomic */
};

static GSocket *
bind_here (GSocketType type,
           guint16     port)
{
  g_autoptr(GSocketAddress) address = g_inet_socket_address_new_from_string ("127.0.0.1", port);
  GSocket *socket = g_socket_new (G_SOCKET_FAMILY_IPV4, type, G_SOCKET_PROTOCOL_DEFAULT, NULL);

  g_assert_true (g_socket_bind (socket, address, TRUE, NULL));
  return socket;
}

static guint16
get_port (GSocket *socket)
{
  g_autoptr(GSocketAddress) address = g_socket_get_local_address (socket, NULL);

  return g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address));
}

guint16
soak_find_port (GSocketType type)
{
  g_autoptr(GSocket) socket = bind_here (type, 0);

  return get_port (socket);
}

static gpointer
serve (gpointer data)
{
  SoakServer *self = data;

  while (!g_cancellable_is_cancelled (self->stop))
    {
      g_autoptr(GSocket) client = g_socket_accept (self->socket, self->stop, NULL);

      if (client != NULL)
        {
          self->script (self, client, (guint)g_atomic_int_add (&self->n_clients, 1));
          g_socket_shutdown (client, TRUE, TRUE, NULL);
          g_socket_close (client, NULL);
        }
    }

  return NULL;
}

SoakServer *
soak_server_new (SoakScript script,
                 guint16    port)
{
  SoakServer *self = g_new0 (SoakServer, 1);

  self->script = script;
  self->stop = g_cancellable_new ();
  self->socket = bind_here (G_SOCKET_TYPE_STREAM, port);
  g_assert_true (g_socket_listen (self->socket, NULL));
  self->port = get_port (self->socket);
  self->thread = g_thread_new ("soak-server", serve, self);

  return self;
}

void
soak_server_free (SoakServer *self)
{
  g_cancellable_cancel (self->stop);
  g_thread_join (self->thread);
  g_socket_close (self->socket, NULL);
  g_object_unref (self->socket);
  g_object_unref (self->stop);
  g_free (self);
}

guint16
soak_server_get_port (SoakServer *self)
{
  return self->port;
}

guint
soak_server_count (SoakServer *self)
{
  return (guint)g_atomic_int_get (&self->n_clients);
}

guint64
soak_server_get_n_lines (SoakServer *self)
{
  return (guint)g_atomic_int_get (&self->n_lines);
}

gboolean
soak_server_send (SoakServer *self,
                  GSocket    *client,
                  const char *bytes,
                  gsize       length)
{
  for (gsize sent = 0; sent < length;)
    {
      gssize n = g_socket_send (client, bytes + sent, length - sent, self->stop, NULL);

      if (n <= 0)
        return FALSE;
      sent += (gsize)n;
    }

  return TRUE;
}

gboolean
soak_server_send_lines (SoakServer *self,
                        GSocket    *client,
                        guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *line = soak_make_line (i);

      if (!soak_server_send (self, client, line, strlen (line)))
        return FALSE;
      g_atomic_int_inc (&self->n_lines);
    }

  return TRUE;
}

gboolean
soak_server_pause (SoakServer *self,
                   guint       ms)
{
  GPollFD fd = { .fd = -1 };

  if (!g_cancellable_make_pollfd (self->stop, &fd))
    return FALSE;

  g_poll (&fd, 1, (int)ms);
  g_cancellable_release_fd (self->stop);
  return !g_cancellable_is_cancelled (self->stop);
}

char *
soak_make_line (guint number)
{
  const RutterAisEnvelope envelope = { .sequence = '0', .channel = 'A' };
  RutterAisEncoder encoder;
  char lines[RUTTER_AIS_ENVELOPE_SIZE];

  rutter_ais_encoder_init (&encoder, 1, 799000000 + number % 1000);
  rutter_ais_encoder_set (&encoder, "lon", 600000 * (gint64)(number % 50) + number);
  rutter_ais_encoder_set (&encoder, "lat", 600000 * 50 + (gint64)number % 600000);
  rutter_ais_encoder_set (&encoder, "speed", 100);
  rutter_ais_encoder_write (&encoder, &envelope, lines);

  return g_strdup (lines);
}

guint
soak_flood (guint16 port,
            guint   n)
{
  g_autoptr(GSocketAddress) address = g_inet_socket_address_new_from_string ("127.0.0.1", port);
  g_autoptr(GSocket) socket = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_DATAGRAM,
                                            G_SOCKET_PROTOCOL_DEFAULT, NULL);
  guint n_taken = 0;

  g_assert_true (g_socket_connect (socket, address, NULL, NULL));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *line = soak_make_line (i);

      n_taken += g_socket_send (socket, line, strlen (line), NULL, NULL) > 0;
    }

  return n_taken;
}

guint16
soak_start_simulator (const char   *cli,
                      guint         n_vessels,
                      guint         rate,
                      guint         seconds,
                      GSubprocess **simulator)
{
  g_autofree char *vessels = g_strdup_printf ("%u", n_vessels);
  g_autofree char *per_second = g_strdup_printf ("%u", rate);
  g_autofree char *how_long = g_strdup_printf ("%u", seconds);
  g_autoptr(GDataInputStream) told = NULL;
  g_autofree char *line = NULL;
  g_autoptr(GError) error = NULL;
  const char *at;

  *simulator = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                                 &error, cli, "--json", "ais", "simulate", "--listen",
                                 "tcp://127.0.0.1:0", "--wait-for", "1", "--vessels", vessels,
                                 "--rate", per_second, "--seconds", how_long, NULL);
  if (*simulator == NULL)
    g_error ("%s", error->message);
  told = g_data_input_stream_new (g_subprocess_get_stderr_pipe (*simulator));
  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (told), FALSE);
  line = g_data_input_stream_read_line (told, NULL, NULL, NULL);
  at = line != NULL ? strstr (line, "127.0.0.1:") : NULL;
  if (at == NULL)
    g_error ("the simulator did not start: %s", line);

  return (guint16)strtoul (at + strlen ("127.0.0.1:"), NULL, 10);
}

guint64
soak_find_number (const char *json,
                  const char *name)
{
  const char *at = json != NULL ? strstr (json, name) : NULL;

  return at != NULL ? g_ascii_strtoull (at + strlen (name), NULL, 10) : 0;
}
