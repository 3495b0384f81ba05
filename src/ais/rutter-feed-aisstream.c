/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* aisstream.io: JSON over a WebSocket, by key and area. */

#include "rutter-feed-private.h"

#include "rutter-ais-json-reader.h"
#include "rutter-error.h"
#include "rutter-json-scan.h"
#include "rutter-net-web-socket.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HOST "stream.aisstream.io"
#define PATH "/v0/stream"
#define SERVICE "aisstream"
/* A frame has some hundred bytes. */
#define MOST_BYTES_A_FRAME 65536
#define OPEN_TIMEOUT_MS 20000
#define KEEPALIVE_S 30
/* Its connections are often quiet for a while, and often dead without saying so. */
#define SILENCE_S 120
/* The service refuses who asks anew more often than once a second. */
#define BETWEEN_REQUESTS_MS 1100

typedef struct
{
  RutterFeedLine     *line;        /* NULL once closed */
  GCancellable       *cancellable;
  RutterNetWebSocket *socket;
  char               *key;         /* not paged out */
  GSource            *pause;       /* until the area may be asked for again */
  gboolean            is_outdated; /* it has changed meanwhile */
} AisStream;

/* The types that the reader of JSON reads. */
static const char types[] =
  "\"PositionReport\",\"BaseStationReport\",\"ShipStaticData\","
  "\"StandardSearchAndRescueAircraftReport\",\"StandardClassBPositionReport\","
  "\"ExtendedClassBPositionReport\",\"AidsToNavigationReport\",\"StaticDataReport\","
  "\"LongRangeAisBroadcastMessage\"";

static void
clear_stream (gpointer data)
{
  AisStream *self = data;

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->key, rutter_net_key_free);
}

static void
release_stream (AisStream *self)
{
  g_rc_box_release_full (self, clear_stream);
}

static void
append_string (GString    *text,
               const char *string)
{
  g_string_append_c (text, '"');
  for (const char *c = string; *c != '\0'; c++)
    {
      if (*c == '"' || *c == '\\')
        g_string_append_c (text, '\\');
      g_string_append_c (text, *c);
    }
  g_string_append_c (text, '"');
}

/* A corner, latitude first: the other way about than everywhere else. */
static void
append_corner (GString *text,
               double   lat,
               double   lon)
{
  char lat_text[G_ASCII_DTOSTR_BUF_SIZE];
  char lon_text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (lat_text, sizeof lat_text, "%.4f", lat);
  g_ascii_formatd (lon_text, sizeof lon_text, "%.4f", lon);
  g_string_append_printf (text, "[%s,%s]", lat_text, lon_text);
}

static void
append_boxes (GString        *text,
              RutterFeedArea *area)
{
  guint n_boxes;
  g_autofree RutterFeedBox *boxes = rutter_feed_area_dup (area, &n_boxes);
  gboolean is_first = TRUE;

  for (guint i = 0; i < n_boxes; i++)
    {
      RutterFeedBox parts[2];
      guint n_parts = rutter_feed_area_split (&boxes[i], parts);

      for (guint k = 0; k < n_parts; k++, is_first = FALSE)
        {
          g_string_append (text, is_first ? "[" : ",[");
          append_corner (text, parts[k].south, parts[k].west);
          g_string_append_c (text, ',');
          append_corner (text, parts[k].north, parts[k].east);
          g_string_append_c (text, ']');
        }
    }
}

static gboolean on_paused_cb (gpointer data);

static void
subscribe (AisStream *self)
{
  /* So large that no shorter copy with the key is left behind. */
  GString *text = g_string_sized_new (16384);

  g_string_append (text, "{\"APIKey\":");
  append_string (text, self->key);
  g_string_append (text, ",\"BoundingBoxes\":[");
  append_boxes (text, rutter_feed_line_get_address (self->line)->area);
  g_string_append_printf (text, "],\"FilterMessageTypes\":[%s]}", types);
  rutter_net_web_socket_send_text (self->socket, text->str);
  explicit_bzero (text->str, text->len);
  g_string_free (text, TRUE);

  self->is_outdated = FALSE;
  self->pause = rutter_feed_line_add_timer (self->line, BETWEEN_REQUESTS_MS, on_paused_cb, self);
}

static gboolean
on_paused_cb (gpointer data)
{
  AisStream *self = data;

  g_clear_pointer (&self->pause, g_source_unref);
  if (self->is_outdated)
    subscribe (self);

  return G_SOURCE_REMOVE;
}

/* What the server says of an error, without the key that it may repeat. */
static char *
clean_words (AisStream             *self,
             const RutterJsonValue *words)
{
  g_autofree char *text = g_strndup (words->text, MIN (words->length, 200));
  g_auto(GStrv) parts = g_strsplit (text, self->key, -1);
  g_autofree char *joined = g_strjoinv ("…", parts);
  char *clean = g_utf8_make_valid (joined, -1);

  for (char *c = clean; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c) || *c == '\\')
      *c = ' ';

  return clean;
}

static void
take_complaint (AisStream             *self,
                const RutterJsonValue *words)
{
  const char *host = rutter_feed_line_get_address (self->line)->host;
  g_autofree char *clean = clean_words (self, words);
  g_autofree char *small = g_ascii_strdown (clean, -1);

  if (strstr (small, "key") != NULL)
    rutter_feed_line_fail (self->line,
                           g_error_new (RUTTER_ERROR, RUTTER_ERROR_DENIED,
                                        _("“%s” does not accept the key: “%s”. Enter another."),
                                        host, clean));
  else
    rutter_feed_line_fail (self->line, g_error_new (RUTTER_ERROR, RUTTER_ERROR_NETWORK,
                                                    _("“%s” refuses what was asked: “%s”."), host,
                                                    clean));
}

static void
on_message_cb (RutterNetWebSocket *socket,
               GBytes             *frame,
               gboolean            is_text,
               gpointer            user_data)
{
  AisStream *self = user_data;
  gsize length;
  const char *text = g_bytes_get_data (frame, &length);
  RutterAisMessage message;
  RutterAisStamp stamp;
  RutterJsonScan scan;
  const RutterJsonValue *words = NULL;
  RutterAisJsonResult result = rutter_ais_json_read (text, length, &message, &stamp);

  rutter_feed_line_count (self->line, length, 1, result == RUTTER_AIS_JSON_MALFORMED);
  if (result == RUTTER_AIS_JSON_READ)
    rutter_feed_line_take_message (self->line, &message, stamp.time_us, FALSE);
  else if (result == RUTTER_AIS_JSON_OTHER && rutter_json_scan_read (&scan, text, length))
    words = rutter_json_scan_find (&scan, NULL, "error");

  if (words != NULL && words->kind == '"')
    take_complaint (self, words);
}

static void
on_closed_cb (RutterNetWebSocket *socket,
              const GError       *error,
              gpointer            user_data)
{
  AisStream *self = user_data;

  rutter_feed_line_fail (self->line, g_error_copy (error));
}

static void
on_opened_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  AisStream *self = user_data;
  GError *error = NULL;
  RutterNetWebSocket *socket = rutter_net_web_socket_open_finish (result, &error);

  if (self->line == NULL)
    {
      g_clear_object (&socket);
      g_clear_error (&error);
    }
  else if (socket == NULL)
    rutter_feed_line_fail (self->line, error);
  else
    {
      self->socket = socket;
      g_signal_connect (socket, "message", G_CALLBACK (on_message_cb), self);
      g_signal_connect (socket, "closed", G_CALLBACK (on_closed_cb), self);
      rutter_feed_line_opened (self->line);
      /* It must come within three seconds. */
      subscribe (self);
    }
  release_stream (self);
}

static void
take_key (gpointer  instance,
          gpointer  key,
          GError   *error)
{
  AisStream *self = instance;
  const RutterFeedAddress *address;
  g_autofree char *uri = NULL;
  RutterNetWebSocketRequest request = {
    .max_bytes = MOST_BYTES_A_FRAME, .timeout_ms = OPEN_TIMEOUT_MS, .keepalive_s = KEEPALIVE_S,
  };

  if (error != NULL)
    {
      rutter_feed_line_fail (self->line, error);
      return;
    }

  self->key = key;
  address = rutter_feed_line_get_address (self->line);
  uri = g_strconcat (address->server != NULL ? address->server : "wss://" HOST, PATH, NULL);
  request.uri = uri;
  request.why = address->title;
  rutter_net_web_socket_open_async (rutter_feed_line_get_gate (self->line), &request,
                                    self->cancellable, on_opened_cb, g_rc_box_acquire (self));
}

static void
on_looked_up_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  GError *error = NULL;
  char *key = rutter_net_keyring_look_up_finish (RUTTER_NET_KEYRING (source), result, &error);

  rutter_feed_errand_return (user_data, take_key, key, rutter_net_key_free, error);
}

static void
look_up_at_home (RutterFeedErrand *errand,
                 RutterNetGate    *gate,
                 GCancellable     *cancellable,
                 gpointer          data)
{
  rutter_net_keyring_look_up_async (rutter_net_gate_get_keyring (gate), SERVICE, cancellable,
                                    on_looked_up_cb, errand);
}

static gpointer
open_stream (RutterFeedLine *line)
{
  AisStream *self = g_rc_box_new0 (AisStream);

  self->line = line;
  self->cancellable = g_cancellable_new ();
  rutter_feed_line_send_errand (line, look_up_at_home, NULL, NULL);
  return self;
}

static void
close_stream (gpointer instance)
{
  AisStream *self = instance;

  self->line = NULL;
  g_cancellable_cancel (self->cancellable);
  if (self->pause != NULL)
    g_source_destroy (self->pause);
  g_clear_pointer (&self->pause, g_source_unref);
  if (self->socket != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->socket, self);
      rutter_net_web_socket_close (self->socket);
    }
  g_clear_object (&self->socket);
  release_stream (self);
}

/* The area is another: asked for on the same socket. */
static void
tell_stream (gpointer  instance,
             GBytes   *word)
{
  AisStream *self = instance;

  self->is_outdated = TRUE;
  if (self->socket != NULL && self->pause == NULL)
    subscribe (self);
}

/* aisstream://, with ?area=west,south,east,north;… for less than the world */
static gboolean
check_stream (RutterFeedAddress  *address,
              GError            **error)
{
  if (address->host != NULL || address->port != 0 || address->path != NULL)
    return rutter_feed_address_refuse (address, error);

  address->area = rutter_feed_area_new ();
  if (address->query != NULL &&
      (!g_str_has_prefix (address->query, "area=") ||
       !rutter_feed_area_read (address->area, address->query + strlen ("area="))))
    return rutter_feed_address_refuse (address, error);

  address->host = g_strdup (HOST);
  address->title = g_strdup ("AISStream");
  return TRUE;
}

static const char *const keys[] = { SERVICE, NULL };

const RutterFeedDriver rutter_feed_aisstream = {
  .scheme = "aisstream", .silence_s = SILENCE_S, .keys = keys, .check = check_stream,
  .open = open_stream, .close = close_stream, .tell = tell_stream,
};
