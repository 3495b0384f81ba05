/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The feeds that are a socket: lines by TCP, gpsd's among them, and datagrams. */

#include "rutter-feed-private.h"

#include "rutter-error.h"
#include "rutter-net-stream.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define GPSD_PORT 2947
#define SILENCE_S 60

typedef struct
{
  RutterFeedLine  *line;
  RutterNetStream *stream;    /* NULL until there is one */
  gboolean         is_datagrams;
  const char      *greeting;  /* NULL: none */
} Socket;

static void
on_bytes_cb (const char   *bytes,
             gsize         length,
             const GError *error,
             gpointer      user_data)
{
  Socket *self = user_data;
  const RutterFeedAddress *address = rutter_feed_line_get_address (self->line);

  if (bytes != NULL && self->is_datagrams)
    {
      rutter_feed_line_set_lost (self->line, rutter_net_stream_count_lost (self->stream));
      rutter_feed_line_take_frame (self->line, bytes, length);
    }
  else if (bytes != NULL)
    rutter_feed_line_take_text (self->line, bytes, length);
  else if (error != NULL)
    rutter_feed_line_fail (self->line, g_error_copy (error));
  else
    rutter_feed_line_fail (self->line,
                           g_error_new (RUTTER_ERROR, RUTTER_ERROR_NETWORK,
                                        _("“%s” has ended the connection."), address->host));
}

static void
take_stream (gpointer  instance,
             gpointer  result,
             GError   *error)
{
  Socket *self = instance;

  if (error != NULL)
    {
      rutter_feed_line_fail (self->line, error);
      return;
    }

  self->stream = result;
  rutter_feed_line_opened (self->line);
  rutter_net_stream_start (self->stream, on_bytes_cb, self);
  if (self->greeting != NULL)
    rutter_net_stream_send (self->stream, self->greeting, strlen (self->greeting));
}

static void
close_stream (gpointer data)
{
  rutter_net_stream_close (data);
}

static void
on_connected_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  GError *error = NULL;
  RutterNetStream *stream = rutter_net_gate_connect_finish (RUTTER_NET_GATE (source), result,
                                                            &error);

  rutter_feed_errand_return (user_data, take_stream, stream, close_stream, error);
}

static void
connect_at_home (RutterFeedErrand *errand,
                 RutterNetGate    *gate,
                 GCancellable     *cancellable,
                 gpointer          data)
{
  const RutterFeedAddress *address = data;

  rutter_net_gate_connect_async (gate, address->host, address->port, address->title, cancellable,
                                 on_connected_cb, errand);
}

static void
bind_at_home (RutterFeedErrand *errand,
              RutterNetGate    *gate,
              GCancellable     *cancellable,
              gpointer          data)
{
  const RutterFeedAddress *address = data;
  GError *error = NULL;
  RutterNetStream *stream = rutter_net_gate_bind_udp (gate, address->host, address->port,
                                                      address->title, &error);

  rutter_feed_errand_return (errand, take_stream, stream, close_stream, error);
}

static gpointer
open_socket (RutterFeedLine *line,
             gboolean        is_datagrams,
             const char     *greeting)
{
  Socket *self = g_new0 (Socket, 1);
  const RutterFeedAddress *address = rutter_feed_line_get_address (line);

  self->line = line;
  self->is_datagrams = is_datagrams;
  self->greeting = greeting;
  rutter_feed_line_send_errand (line, is_datagrams ? bind_at_home : connect_at_home,
                                (gpointer)address, NULL);
  return self;
}

static void
close_socket (gpointer instance)
{
  Socket *self = instance;

  rutter_net_stream_close (self->stream);
  g_free (self);
}

static gpointer
open_tcp (RutterFeedLine *line)
{
  return open_socket (line, FALSE, NULL);
}

static gpointer
open_udp (RutterFeedLine *line)
{
  return open_socket (line, TRUE, NULL);
}

/* Numbers in their units, and the two halves of a type 24 as they come; whichever version leaves
 * that out is understood all the same.
 */
static gpointer
open_gpsd (RutterFeedLine *line)
{
  return open_socket (line, FALSE, "?WATCH={\"enable\":true,\"json\":true,\"scaled\":true,"
                                   "\"split24\":true};\n");
}

static gboolean
check_tcp (RutterFeedAddress  *address,
           GError            **error)
{
  if (address->host == NULL || address->port == 0 || address->path != NULL ||
      address->query != NULL)
    return rutter_feed_address_refuse (address, error);

  address->title = g_strdup_printf (_("NMEA from %s, port %u"), address->host, address->port);
  return TRUE;
}

static gboolean
check_gpsd (RutterFeedAddress  *address,
            GError            **error)
{
  if (address->host == NULL || address->path != NULL || address->query != NULL)
    return rutter_feed_address_refuse (address, error);

  address->title = address->port == GPSD_PORT
                     ? g_strdup_printf (_("gpsd on %s"), address->host)
                     : g_strdup_printf (_("gpsd on %s, port %u"), address->host, address->port);
  return TRUE;
}

/* A host is one of this machine's addresses. */
static gboolean
check_udp (RutterFeedAddress  *address,
           GError            **error)
{
  if (address->port == 0 || address->path != NULL || address->query != NULL ||
      (address->host != NULL && !g_hostname_is_ip_address (address->host) &&
       !g_str_equal (address->host, "localhost")))
    return rutter_feed_address_refuse (address, error);

  address->title = g_strdup_printf (_("NMEA datagrams at port %u"), address->port);
  return TRUE;
}

const RutterFeedDriver rutter_feed_tcp = {
  .scheme = "tcp", .silence_s = SILENCE_S, .check = check_tcp, .open = open_tcp,
  .close = close_socket,
};

const RutterFeedDriver rutter_feed_gpsd = {
  .scheme = "gpsd", .default_port = GPSD_PORT, .silence_s = SILENCE_S, .check = check_gpsd,
  .open = open_gpsd, .close = close_socket,
};

const RutterFeedDriver rutter_feed_udp = {
  .scheme = "udp", .silence_s = SILENCE_S, .stays_silent = TRUE, .check = check_udp,
  .open = open_udp, .close = close_socket,
};
