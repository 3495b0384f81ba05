/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-net-stream-private.h"

#include <linux/sock_diag.h>
#include <sys/socket.h>

/* What is read at once, and at most before others have their turn, bytes. A datagram fits. */
#define CHUNK 65536
#define TURN (16 * CHUNK)
/* After a turn the stream rests, so that many small pieces cost one waking: short enough that the
 * system's buffer for datagrams, which holds some hundreds, does not run over.
 */
#define REST_MS 5

struct _RutterNetStream
{
  RutterNetPass       *pass;
  GIOStream           *connection;   /* NULL: datagrams */
  GSocket             *socket;
  gulong               stop_id;

  /* of the thread that started it */
  GMainContext        *context;
  GSource             *source;       /* bytes have come, or the rest is over */
  GSource             *out_source;   /* there is room for what is still to be sent */
  GByteArray          *unsent;
  RutterNetStreamFunc  func;
  gpointer             user_data;
  char                *bytes;
};

static void wait_for_bytes (RutterNetStream *self);

/* On the main thread, whatever the other is doing: nothing goes over the wire any more. */
static void
on_stop_cb (GCancellable *stop,
            gpointer      user_data)
{
  g_socket_shutdown (user_data, TRUE, TRUE, NULL);
}

static void
wait_with (RutterNetStream *self,
           GSource         *source,
           GSourceFunc      func)
{
  if (self->source != NULL)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
  self->source = source;
  g_source_set_callback (source, func, self, NULL);
  g_source_attach (source, self->context);
}

/* The last call: no source is left that could make another. */
static void
end (RutterNetStream *self,
     const GError    *error)
{
  GCancellable *stop = rutter_net_pass_get_stop (self->pass);
  g_autoptr(GError) reason = NULL;

  if (self->source != NULL)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
  if (error != NULL || g_cancellable_is_cancelled (stop))
    reason = rutter_net_pass_explain (self->pass, error);
  self->func (NULL, 0, reason, self->user_data);
}

static GPollableInputStream *
get_input (RutterNetStream *self)
{
  return G_POLLABLE_INPUT_STREAM (g_io_stream_get_input_stream (self->connection));
}

static GPollableOutputStream *
get_output (RutterNetStream *self)
{
  return G_POLLABLE_OUTPUT_STREAM (g_io_stream_get_output_stream (self->connection));
}

static gssize
receive (RutterNetStream *self,
         GError         **error)
{
  if (self->connection == NULL)
    return g_socket_receive (self->socket, self->bytes, CHUNK, NULL, error);

  return g_pollable_input_stream_read_nonblocking (get_input (self), self->bytes, CHUNK, NULL,
                                                   error);
}

static gboolean
on_rested_cb (gpointer data)
{
  wait_for_bytes (data);

  return G_SOURCE_REMOVE;
}

/* Reads what there is, then rests. The stream may be closed in each call of its function, which
 * destroys @source.
 */
static void
read_bytes (RutterNetStream *self)
{
  g_autoptr(GSource) source = g_source_ref (self->source);
  GCancellable *stop = rutter_net_pass_get_stop (self->pass);

  for (gsize n_read = 0; n_read < TURN; )
    {
      g_autoptr(GError) error = NULL;
      gssize length = g_cancellable_is_cancelled (stop) ? 0 : receive (self, &error);

      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK))
        break;
      /* A datagram may be empty, and another machine's refusal is no end of hearing. */
      if (self->connection == NULL && !g_cancellable_is_cancelled (stop) && length <= 0)
        {
          n_read += CHUNK / 16;
          continue;
        }
      if (length <= 0)
        {
          end (self, error);
          return;
        }

      n_read += (gsize)length;
      rutter_net_pass_count (self->pass, 0, (guint64)length);
      self->func (self->bytes, (gsize)length, NULL, self->user_data);
      if (g_source_is_destroyed (source))
        return;
    }

  wait_with (self, g_timeout_source_new (REST_MS), on_rested_cb);
}

static gboolean
on_stream_cb (GObject  *stream,
              gpointer  data)
{
  read_bytes (data);

  return G_SOURCE_REMOVE;
}

static gboolean
on_socket_cb (GSocket      *socket,
              GIOCondition  condition,
              gpointer      data)
{
  read_bytes (data);

  return G_SOURCE_REMOVE;
}

static void
wait_for_bytes (RutterNetStream *self)
{
  GCancellable *stop = rutter_net_pass_get_stop (self->pass);

  if (self->connection == NULL)
    wait_with (self, g_socket_create_source (self->socket, G_IO_IN, stop),
               G_SOURCE_FUNC (on_socket_cb));
  else
    wait_with (self, g_pollable_input_stream_create_source (get_input (self), stop),
               G_SOURCE_FUNC (on_stream_cb));
}

/**
 * rutter_net_stream_new_take:
 * @pass: (transfer full):
 * @connection: (nullable) (transfer full): over @socket; %NULL for datagrams
 * @socket: (transfer none):
 */
RutterNetStream *
rutter_net_stream_new_take (RutterNetPass *pass,
                            GIOStream     *connection,
                            GSocket       *socket)
{
  RutterNetStream *self = g_new0 (RutterNetStream, 1);

  self->pass = pass;
  self->connection = connection;
  self->socket = g_object_ref (socket);
  g_socket_set_blocking (socket, FALSE);
  g_socket_set_timeout (socket, 0);
  self->stop_id = g_cancellable_connect (rutter_net_pass_get_stop (pass), G_CALLBACK (on_stop_cb),
                                         g_object_ref (socket), g_object_unref);
  return self;
}

/**
 * rutter_net_stream_start:
 * @func: called in the calling thread's default context until the stream is closed
 */
void
rutter_net_stream_start (RutterNetStream     *self,
                         RutterNetStreamFunc  func,
                         gpointer             user_data)
{
  g_return_if_fail (self->context == NULL);

  self->context = g_main_context_ref_thread_default ();
  self->func = func;
  self->user_data = user_data;
  self->bytes = g_malloc (CHUNK);
  wait_for_bytes (self);
}

static void
send_unsent (RutterNetStream *self)
{
  GCancellable *stop = rutter_net_pass_get_stop (self->pass);

  while (self->unsent->len > 0 && !g_cancellable_is_cancelled (stop))
    {
      g_autoptr(GError) error = NULL;
      gssize length = g_pollable_output_stream_write_nonblocking (
        get_output (self), self->unsent->data, self->unsent->len, NULL, &error);

      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK))
        return;
      /* Reading meets the same end, and tells of it. */
      if (length <= 0)
        length = self->unsent->len;
      else
        rutter_net_pass_count (self->pass, (guint64)length, 0);
      g_byte_array_remove_range (self->unsent, 0, (guint)length);
    }
}

static gboolean
on_room_cb (GObject  *stream,
            gpointer  data)
{
  RutterNetStream *self = data;

  send_unsent (self);
  if (self->unsent->len > 0)
    return G_SOURCE_CONTINUE;

  g_clear_pointer (&self->out_source, g_source_unref);
  return G_SOURCE_REMOVE;
}

/* What does not go at once goes later. Not for datagrams. */
void
rutter_net_stream_send (RutterNetStream *self,
                        const char      *bytes,
                        gsize            length)
{
  g_return_if_fail (self->context != NULL && self->connection != NULL);

  if (self->unsent == NULL)
    self->unsent = g_byte_array_new ();
  g_byte_array_append (self->unsent, (const guint8 *)bytes, (guint)length);
  send_unsent (self);
  if (self->unsent->len == 0 || self->out_source != NULL)
    return;

  self->out_source = g_pollable_output_stream_create_source (
    get_output (self), rutter_net_pass_get_stop (self->pass));
  g_source_set_callback (self->out_source, G_SOURCE_FUNC (on_room_cb), self, NULL);
  g_source_attach (self->out_source, self->context);
}

/* Returns: datagrams that the system has thrown away, because they were not read in time */
guint64
rutter_net_stream_count_lost (RutterNetStream *self)
{
  guint32 memory[SK_MEMINFO_VARS] = { 0 };
  socklen_t size = sizeof memory;

  if (self->connection != NULL ||
      getsockopt (g_socket_get_fd (self->socket), SOL_SOCKET, SO_MEMINFO, memory, &size) != 0 ||
      size <= SK_MEMINFO_DROPS * sizeof memory[0])
    return 0;

  return memory[SK_MEMINFO_DROPS];
}

/* Returns: the port of this machine */
guint16
rutter_net_stream_get_port (RutterNetStream *self)
{
  g_autoptr(GSocketAddress) address = g_socket_get_local_address (self->socket, NULL);

  return G_IS_INET_SOCKET_ADDRESS (address)
           ? g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address)) : 0;
}

/* On the thread that started it; on the main thread when it never was. */
void
rutter_net_stream_close (RutterNetStream *self)
{
  if (self == NULL)
    return;

  g_cancellable_disconnect (rutter_net_pass_get_stop (self->pass), self->stop_id);
  if (self->source != NULL)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
  if (self->out_source != NULL)
    g_source_destroy (self->out_source);
  g_clear_pointer (&self->out_source, g_source_unref);
  g_socket_close (self->socket, NULL);
  g_clear_object (&self->connection);
  g_clear_object (&self->socket);
  g_clear_pointer (&self->unsent, g_byte_array_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  rutter_net_pass_end (self->pass);
  g_free (self->bytes);
  g_free (self);
}
