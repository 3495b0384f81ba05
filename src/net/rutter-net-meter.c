/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-net-meter.h"

/* Kept by each of the two ways, so that none has to live for the other. */
typedef struct
{
  guint64 n_done;
  guint64 n_most;
} Tally;

typedef struct
{
  GFilterInputStream parent_instance;
  Tally              tally;
} MeterInput;

typedef GFilterInputStreamClass MeterInputClass;

typedef struct
{
  GFilterOutputStream parent_instance;
  Tally               tally;
} MeterOutput;

typedef GFilterOutputStreamClass MeterOutputClass;

struct _RutterNetMeter
{
  GIOStream    parent_instance;

  GIOStream   *base;
  MeterInput  *input;
  MeterOutput *output;
};

static GType meter_input_get_type (void);
static GType meter_output_get_type (void);
static void meter_input_pollable_init (GPollableInputStreamInterface *interface);
static void meter_output_pollable_init (GPollableOutputStreamInterface *interface);

G_DEFINE_TYPE_WITH_CODE (MeterInput, meter_input, G_TYPE_FILTER_INPUT_STREAM,
                         G_IMPLEMENT_INTERFACE (G_TYPE_POLLABLE_INPUT_STREAM,
                                                meter_input_pollable_init))
G_DEFINE_TYPE_WITH_CODE (MeterOutput, meter_output, G_TYPE_FILTER_OUTPUT_STREAM,
                         G_IMPLEMENT_INTERFACE (G_TYPE_POLLABLE_OUTPUT_STREAM,
                                                meter_output_pollable_init))
G_DEFINE_FINAL_TYPE (RutterNetMeter, rutter_net_meter, G_TYPE_IO_STREAM)

static gssize
count (Tally  *tally,
       gssize  n)
{
  if (n > 0)
    tally->n_done += (guint64)n;

  return n;
}

/* Never more is read than is allowed; once all is, that is an error and no end. */
static gboolean
cut_to_allowance (Tally   *tally,
                  gsize   *n,
                  GError **error)
{
  guint64 left = tally->n_most > tally->n_done ? tally->n_most - tally->n_done : 0;

  *n = (gsize)MIN (*n, left);
  if (left > 0)
    return TRUE;

  /* untranslated: for who reads, not for people */
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "too much");
  return FALSE;
}

static gssize
meter_input_read (GInputStream  *stream,
                  void          *buffer,
                  gsize          n,
                  GCancellable  *cancellable,
                  GError       **error)
{
  GInputStream *base = g_filter_input_stream_get_base_stream (G_FILTER_INPUT_STREAM (stream));
  Tally *tally = &((MeterInput *)stream)->tally;

  if (!cut_to_allowance (tally, &n, error))
    return -1;

  return count (tally, g_input_stream_read (base, buffer, n, cancellable, error));
}

static gssize
meter_input_read_nonblocking (GPollableInputStream  *stream,
                              void                  *buffer,
                              gsize                  n,
                              GError               **error)
{
  GInputStream *base = g_filter_input_stream_get_base_stream (G_FILTER_INPUT_STREAM (stream));
  Tally *tally = &((MeterInput *)stream)->tally;

  if (!cut_to_allowance (tally, &n, error))
    return -1;

  return count (tally, g_pollable_input_stream_read_nonblocking (G_POLLABLE_INPUT_STREAM (base),
                                                                 buffer, n, NULL, error));
}

static gboolean
meter_input_is_readable (GPollableInputStream *stream)
{
  GInputStream *base = g_filter_input_stream_get_base_stream (G_FILTER_INPUT_STREAM (stream));

  return g_pollable_input_stream_is_readable (G_POLLABLE_INPUT_STREAM (base));
}

static GSource *
meter_input_create_source (GPollableInputStream *stream,
                           GCancellable         *cancellable)
{
  GInputStream *base = g_filter_input_stream_get_base_stream (G_FILTER_INPUT_STREAM (stream));
  g_autoptr(GSource) source =
    g_pollable_input_stream_create_source (G_POLLABLE_INPUT_STREAM (base), NULL);

  return g_pollable_source_new_full (stream, source, cancellable);
}

static void
meter_input_class_init (MeterInputClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = meter_input_read;
}

static void
meter_input_pollable_init (GPollableInputStreamInterface *interface)
{
  interface->is_readable = meter_input_is_readable;
  interface->create_source = meter_input_create_source;
  interface->read_nonblocking = meter_input_read_nonblocking;
}

static void
meter_input_init (MeterInput *self)
{
  self->tally.n_most = G_MAXUINT64;
}

static gssize
meter_output_write (GOutputStream  *stream,
                    const void     *buffer,
                    gsize           n,
                    GCancellable   *cancellable,
                    GError        **error)
{
  GOutputStream *base = g_filter_output_stream_get_base_stream (G_FILTER_OUTPUT_STREAM (stream));

  return count (&((MeterOutput *)stream)->tally,
                g_output_stream_write (base, buffer, n, cancellable, error));
}

static gssize
meter_output_write_nonblocking (GPollableOutputStream  *stream,
                                const void             *buffer,
                                gsize                   n,
                                GError                **error)
{
  GOutputStream *base = g_filter_output_stream_get_base_stream (G_FILTER_OUTPUT_STREAM (stream));

  return count (&((MeterOutput *)stream)->tally,
                g_pollable_output_stream_write_nonblocking (G_POLLABLE_OUTPUT_STREAM (base), buffer,
                                                            n, NULL, error));
}

static gboolean
meter_output_is_writable (GPollableOutputStream *stream)
{
  GOutputStream *base = g_filter_output_stream_get_base_stream (G_FILTER_OUTPUT_STREAM (stream));

  return g_pollable_output_stream_is_writable (G_POLLABLE_OUTPUT_STREAM (base));
}

static GSource *
meter_output_create_source (GPollableOutputStream *stream,
                            GCancellable          *cancellable)
{
  GOutputStream *base = g_filter_output_stream_get_base_stream (G_FILTER_OUTPUT_STREAM (stream));
  g_autoptr(GSource) source =
    g_pollable_output_stream_create_source (G_POLLABLE_OUTPUT_STREAM (base), NULL);

  return g_pollable_source_new_full (stream, source, cancellable);
}

static void
meter_output_class_init (MeterOutputClass *klass)
{
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = meter_output_write;
}

static void
meter_output_pollable_init (GPollableOutputStreamInterface *interface)
{
  interface->is_writable = meter_output_is_writable;
  interface->create_source = meter_output_create_source;
  interface->write_nonblocking = meter_output_write_nonblocking;
}

static void
meter_output_init (MeterOutput *self)
{
}

static GInputStream *
rutter_net_meter_get_input_stream (GIOStream *stream)
{
  return G_INPUT_STREAM (RUTTER_NET_METER (stream)->input);
}

static GOutputStream *
rutter_net_meter_get_output_stream (GIOStream *stream)
{
  return G_OUTPUT_STREAM (RUTTER_NET_METER (stream)->output);
}

static gboolean
rutter_net_meter_close (GIOStream     *stream,
                        GCancellable  *cancellable,
                        GError       **error)
{
  return g_io_stream_close (RUTTER_NET_METER (stream)->base, cancellable, error);
}

static void
rutter_net_meter_finalize (GObject *object)
{
  RutterNetMeter *self = RUTTER_NET_METER (object);

  g_clear_object (&self->input);
  g_clear_object (&self->output);
  g_clear_object (&self->base);

  G_OBJECT_CLASS (rutter_net_meter_parent_class)->finalize (object);
}

static void
rutter_net_meter_class_init (RutterNetMeterClass *klass)
{
  GIOStreamClass *stream_class = G_IO_STREAM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rutter_net_meter_finalize;

  stream_class->get_input_stream = rutter_net_meter_get_input_stream;
  stream_class->get_output_stream = rutter_net_meter_get_output_stream;
  stream_class->close_fn = rutter_net_meter_close;
}

static void
rutter_net_meter_init (RutterNetMeter *self)
{
}

/* @base: its streams can be polled, as those of sockets and of TLS */
RutterNetMeter *
rutter_net_meter_new (GIOStream *base)
{
  RutterNetMeter *self = g_object_new (RUTTER_TYPE_NET_METER, NULL);

  self->base = g_object_ref (base);
  self->input = g_object_new (meter_input_get_type (), "base-stream",
                              g_io_stream_get_input_stream (base), "close-base-stream", FALSE,
                              NULL);
  self->output = g_object_new (meter_output_get_type (), "base-stream",
                               g_io_stream_get_output_stream (base), "close-base-stream", FALSE,
                               NULL);
  return self;
}

guint64
rutter_net_meter_get_sent (RutterNetMeter *self)
{
  return self->output->tally.n_done;
}

guint64
rutter_net_meter_get_received (RutterNetMeter *self)
{
  return self->input->tally.n_done;
}

/* So many bytes more may be read, counted from now; without it, any number. */
void
rutter_net_meter_allow (RutterNetMeter *self,
                        guint64         n_bytes)
{
  Tally *tally = &self->input->tally;

  tally->n_most = tally->n_done + n_bytes;
}
