/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Digitraffic of Finland: all vessels at once over HTTP, then each change over MQTT; when there is
 * no MQTT, all over HTTP again each minute.
 */

#include "rutter-feed-private.h"

#include "rutter-ais-digitraffic.h"
#include "rutter-error.h"
#include "rutter-json-items.h"
#include "rutter-mqtt.h"
#include "rutter-net-call.h"
#include "rutter-net-web-socket.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HOST "meri.digitraffic.fi"
#define LOCATIONS_PATH "/api/ais/v1/locations"
#define VESSELS_PATH "/api/ais/v1/vessels"
#define MQTT_PATH "/mqtt"
/* Some 20,000 vessels in 300 bytes each, with much to spare. */
#define MOST_BYTES_AN_ANSWER (64 * 1024 * 1024)
#define MOST_BYTES_A_PACKET (256 * 1024)
#define TIMEOUT_MS 60000
#define SILENCE_S 120
#define KEEPALIVE_S 30
/* The service keeps its answers for so long: asking more often tells nothing new. */
#define BETWEEN_CALLS_MS 60000

typedef struct
{
  RutterFeedLine     *line;         /* NULL once closed */
  GCancellable       *cancellable;
  RutterNetWebSocket *socket;
  GByteArray         *unread;       /* of MQTT: the beginning of a packet */
  GSource            *timer;        /* the next ping, or the next call */
  gboolean            is_open;      /* and the line was told */
  gboolean            asks_vessels; /* in the call under way */
} Digitraffic;

static void begin_call (Digitraffic *self, gboolean asks_vessels);

static void
clear_digitraffic (gpointer data)
{
  Digitraffic *self = data;

  g_clear_object (&self->cancellable);
  g_byte_array_unref (self->unread);
}

static void
release_digitraffic (Digitraffic *self)
{
  g_rc_box_release_full (self, clear_digitraffic);
}

static void
set_timer (Digitraffic *self,
           guint        interval_ms,
           GSourceFunc  func)
{
  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
  if (func != NULL)
    self->timer = rutter_feed_line_add_timer (self->line, interval_ms, func, self);
}

static void
tell_open (Digitraffic *self)
{
  if (!self->is_open)
    rutter_feed_line_opened (self->line);
  self->is_open = TRUE;
}

/* First over HTTP, then MQTT, so that neither is asked more than once a minute. */
static gboolean
on_minute_cb (gpointer data)
{
  Digitraffic *self = data;

  set_timer (self, 0, NULL);
  begin_call (self, FALSE);

  return G_SOURCE_REMOVE;
}

/* The other way is left when this one fails. */
static void
fall_back (Digitraffic *self,
           GError      *error)
{
  g_autoptr(GError) reason = error;

  if (self->socket != NULL)
    g_signal_handlers_disconnect_by_data (self->socket, self);
  g_clear_object (&self->socket);
  g_byte_array_set_size (self->unread, 0);
  if (self->is_open && (g_error_matches (reason, RUTTER_ERROR, RUTTER_ERROR_NETWORK) ||
                        g_error_matches (reason, RUTTER_ERROR, RUTTER_ERROR_BUSY) ||
                        g_error_matches (reason, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND)))
    set_timer (self, BETWEEN_CALLS_MS, on_minute_cb);
  else
    rutter_feed_line_fail (self->line, g_steal_pointer (&reason));
}

static void
send_packet (Digitraffic *self,
             GByteArray  *packet)
{
  if (self->socket != NULL)
    rutter_net_web_socket_send_binary (self->socket, packet->data, packet->len);
}

static gboolean
on_ping_cb (gpointer data)
{
  g_autoptr(GByteArray) packet = g_byte_array_new ();

  rutter_mqtt_write_ping (packet);
  send_packet (data, packet);

  return G_SOURCE_CONTINUE;
}

static void
subscribe (Digitraffic *self)
{
  static const char *const topics[] = {
    "vessels-v2/+/location", "vessels-v2/+/metadata", NULL
  };
  g_autoptr(GByteArray) packet = g_byte_array_new ();

  rutter_mqtt_write_subscribe (packet, 1, topics);
  send_packet (self, packet);
  set_timer (self, KEEPALIVE_S * 1000, on_ping_cb);
}

/* vessels-v2/<mmsi>/<what>. Returns: 0 for any other topic */
static guint32
read_topic (const RutterMqttPacket *packet)
{
  static const char prefix[] = "vessels-v2/";
  gsize n = sizeof prefix - 1;
  guint32 mmsi = 0;
  gsize at = n;

  if (packet->topic_length < n || memcmp (packet->topic, prefix, n) != 0)
    return 0;

  for (; at < packet->topic_length && at < n + 9 && g_ascii_isdigit (packet->topic[at]); at++)
    mmsi = mmsi * 10 + (guint32)(packet->topic[at] - '0');

  return at < packet->topic_length && packet->topic[at] == '/' ? mmsi : 0;
}

static void
take_publication (Digitraffic            *self,
                  const RutterMqttPacket *packet)
{
  guint32 mmsi = read_topic (packet);
  RutterAisMessage message;
  gint64 time_us;
  gboolean is_message = mmsi != 0 && rutter_ais_digitraffic_read (packet->payload,
                                                                  packet->payload_length, mmsi,
                                                                  &message, &time_us);

  rutter_feed_line_count (self->line, 0, 1, !is_message);
  if (is_message)
    rutter_feed_line_take_message (self->line, &message, time_us, FALSE);
  if (packet->qos == 1)
    {
      g_autoptr(GByteArray) receipt = g_byte_array_new ();

      rutter_mqtt_write_puback (receipt, packet->id);
      send_packet (self, receipt);
    }
}

static GError *
take_packet (Digitraffic            *self,
             const RutterMqttPacket *packet)
{
  const char *host = rutter_feed_line_get_address (self->line)->host;

  if (packet->type == RUTTER_MQTT_PUBLISH)
    take_publication (self, packet);
  else if (packet->code != 0)
    return g_error_new (RUTTER_ERROR, RUTTER_ERROR_NETWORK,
                        _("“%s” refuses to tell of changes (MQTT code %u)."), host, packet->code);
  else if (packet->type == RUTTER_MQTT_CONNACK)
    subscribe (self);

  return NULL;
}

/* A frame may hold a part of a packet, or many. */
static void
on_message_cb (RutterNetWebSocket *socket,
               GBytes             *frame,
               gboolean            is_text,
               gpointer            user_data)
{
  Digitraffic *self = user_data;
  const char *host = rutter_feed_line_get_address (self->line)->host;
  RutterMqttPacket packet;
  GError *error = NULL;
  gssize n = 0;
  gsize at = 0;

  rutter_feed_line_count (self->line, g_bytes_get_size (frame), 0, 0);
  g_byte_array_append (self->unread, g_bytes_get_data (frame, NULL),
                       (guint)g_bytes_get_size (frame));
  while (error == NULL &&
         (n = rutter_mqtt_read (self->unread->data + at, self->unread->len - at,
                                MOST_BYTES_A_PACKET, &packet)) > 0)
    {
      at += (gsize)n;
      error = take_packet (self, &packet);
    }

  if (n < 0)
    error = g_error_new (RUTTER_ERROR, RUTTER_ERROR_NETWORK,
                         _("“%s” sends what is not MQTT."), host);
  if (error != NULL)
    fall_back (self, error);
  else if (at > 0)
    g_byte_array_remove_range (self->unread, 0, (guint)at);
}

static void
on_closed_cb (RutterNetWebSocket *socket,
              const GError       *error,
              gpointer            user_data)
{
  fall_back (user_data, g_error_copy (error));
}

static void
on_opened_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Digitraffic *self = user_data;
  GError *error = NULL;
  g_autoptr(RutterNetWebSocket) socket = rutter_net_web_socket_open_finish (result, &error);
  g_autoptr(GByteArray) packet = g_byte_array_new ();
  g_autofree char *name = g_strdup_printf ("rutter-%08x", g_random_int ());

  if (self->line == NULL)
    g_clear_error (&error);
  else if (socket == NULL)
    fall_back (self, error);
  else
    {
      self->socket = g_steal_pointer (&socket);
      g_signal_connect (self->socket, "message", G_CALLBACK (on_message_cb), self);
      g_signal_connect (self->socket, "closed", G_CALLBACK (on_closed_cb), self);
      rutter_mqtt_write_connect (packet, name, 2 * KEEPALIVE_S);
      send_packet (self, packet);
    }
  release_digitraffic (self);
}

static void
begin_mqtt (Digitraffic *self)
{
  const RutterFeedAddress *address = rutter_feed_line_get_address (self->line);
  g_autofree char *uri = g_strconcat (address->server != NULL ? address->server : "wss://" HOST,
                                      MQTT_PATH, NULL);
  RutterNetWebSocketRequest request = {
    .uri = uri, .why = address->title, .protocol = "mqtt", .max_bytes = MOST_BYTES_A_PACKET,
    .timeout_ms = TIMEOUT_MS,
  };

  rutter_net_web_socket_open_async (rutter_feed_line_get_gate (self->line), &request,
                                    self->cancellable, on_opened_cb, g_rc_box_acquire (self));
}

static void
take_answer (Digitraffic *self,
             GBytes      *answer)
{
  gsize length;
  const char *text = g_bytes_get_data (answer, &length);
  RutterJsonItems items;
  const char *item;

  rutter_feed_line_count (self->line, length, 0,
                          !rutter_json_items_begin (&items, text != NULL ? text : "", length));
  while (rutter_json_items_next (&items, &item, &length))
    {
      RutterAisMessage message;
      gint64 time_us;
      gboolean is_message = rutter_ais_digitraffic_read (item, length, 0, &message, &time_us);

      rutter_feed_line_count (self->line, 0, 1, !is_message);
      if (is_message)
        rutter_feed_line_take_message (self->line, &message, time_us, FALSE);
    }
}

/* Where all are, then what they are, then what changes. */
static void
on_answered_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  Digitraffic *self = user_data;
  GError *error = NULL;
  g_autoptr(GBytes) answer = rutter_net_call_finish (result, &error);

  if (self->line == NULL)
    g_clear_error (&error);
  else if (answer == NULL)
    rutter_feed_line_fail (self->line, error);
  else
    {
      tell_open (self);
      take_answer (self, answer);
      if (!self->asks_vessels)
        begin_call (self, TRUE);
      else if (self->socket == NULL)
        begin_mqtt (self);
    }
  release_digitraffic (self);
}

static void
begin_call (Digitraffic *self,
            gboolean     asks_vessels)
{
  /* untranslated: what the service wants to know of who asks */
  static const char *const headers[] = { "Digitraffic-User", "Rutter/" RUTTER_VERSION, NULL };
  const RutterFeedAddress *address = rutter_feed_line_get_address (self->line);
  g_autofree char *server = g_strdup (address->server != NULL ? address->server : "wss://" HOST);
  g_autofree char *uri = NULL;
  RutterNetCall call = {
    .why = address->title, .headers = headers, .max_bytes = MOST_BYTES_AN_ANSWER,
    .timeout_ms = TIMEOUT_MS,
  };

  /* ws and wss; http and https */
  uri = g_strconcat ("http", server + strlen ("ws"), asks_vessels ? VESSELS_PATH : LOCATIONS_PATH,
                     NULL);
  call.uri = uri;
  self->asks_vessels = asks_vessels;
  *address->asked_us = g_get_monotonic_time ();
  rutter_net_call_async (rutter_feed_line_get_gate (self->line), &call, self->cancellable,
                         on_answered_cb, g_rc_box_acquire (self));
}

static gpointer
open_digitraffic (RutterFeedLine *line)
{
  Digitraffic *self = g_rc_box_new0 (Digitraffic);
  gint64 asked_us = *rutter_feed_line_get_address (line)->asked_us;

  self->line = line;
  self->cancellable = g_cancellable_new ();
  self->unread = g_byte_array_new ();
  if (asked_us == 0 || g_get_monotonic_time () - asked_us > BETWEEN_CALLS_MS * 1000)
    begin_call (self, FALSE);
  else
    set_timer (self, BETWEEN_CALLS_MS, on_minute_cb);
  return self;
}

static void
close_digitraffic (gpointer instance)
{
  Digitraffic *self = instance;

  set_timer (self, 0, NULL);
  self->line = NULL;
  g_cancellable_cancel (self->cancellable);
  if (self->socket != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->socket, self);
      rutter_net_web_socket_close (self->socket);
    }
  g_clear_object (&self->socket);
  release_digitraffic (self);
}

static gboolean
check_digitraffic (RutterFeedAddress  *address,
                   GError            **error)
{
  if (address->host != NULL || address->port != 0 || address->path != NULL ||
      address->query != NULL)
    return rutter_feed_address_refuse (address, error);

  address->host = g_strdup (HOST);
  address->title = g_strdup ("Digitraffic"); /* untranslated */
  address->asked_us = g_new0 (gint64, 1);
  return TRUE;
}

const RutterFeedDriver rutter_feed_digitraffic = {
  .scheme = "digitraffic", .silence_s = SILENCE_S, .check = check_digitraffic,
  .open = open_digitraffic, .close = close_digitraffic,
};
