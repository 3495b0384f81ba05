/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-mqtt.h"

#include <string.h>

/* First bytes of what is sent (MQTT 3.1.1, 2.2): a type, and the flags that it must have. */
#define CONNECT 0x10
#define PUBACK 0x40
#define SUBSCRIBE 0x82
#define PINGREQ 0xc0
#define DISCONNECT 0xe0

/* The length is at most four bytes of seven bits, the lowest first (2.2.3).
 *
 * Returns: how many bytes it takes; 0: there are too few; -1: it is none
 */
static int
read_length (const guint8 *bytes,
             gsize         length,
             gsize        *value)
{
  *value = 0;
  for (int i = 0; i < 4; i++)
    {
      if ((gsize)i == length)
        return 0;

      *value |= (gsize)(bytes[i] & 0x7f) << (7 * i);
      if (!(bytes[i] & 0x80))
        return i + 1;
    }

  return -1;
}

static guint16
read_u16 (const guint8 *bytes)
{
  return (guint16)(bytes[0] << 8 | bytes[1]);
}

static gboolean
read_publish (const guint8     *body,
              gsize             length,
              guint8            flags,
              RutterMqttPacket *packet)
{
  gsize at;

  packet->qos = flags >> 1 & 3;
  if (packet->qos > 1 || length < 2)
    return FALSE;

  packet->topic = (const char *)body + 2;
  packet->topic_length = read_u16 (body);
  at = 2 + packet->topic_length;
  if (packet->topic_length == 0 || at + (packet->qos > 0 ? 2 : 0) > length)
    return FALSE;

  if (packet->qos > 0)
    {
      packet->id = read_u16 (body + at);
      at += 2;
      if (packet->id == 0)
        return FALSE;
    }
  packet->payload = (const char *)body + at;
  packet->payload_length = length - at;
  return TRUE;
}

static gboolean
read_body (const guint8     *body,
           gsize             length,
           guint8            first,
           RutterMqttPacket *packet)
{
  packet->type = (RutterMqttType)(first >> 4);
  switch (packet->type)
    {
    case RUTTER_MQTT_CONNACK:
      packet->code = length == 2 ? body[1] : 0;
      return length == 2 && first == 0x20;

    case RUTTER_MQTT_PUBLISH:
      return read_publish (body, length, first & 0x0f, packet);

    /* One code a topic: the worst counts. */
    case RUTTER_MQTT_SUBACK:
      if (length < 3 || first != 0x90)
        return FALSE;
      packet->id = read_u16 (body);
      for (gsize i = 2; i < length; i++)
        packet->code = MAX (packet->code, body[i]);
      return TRUE;

    case RUTTER_MQTT_PINGRESP:
      return length == 0 && first == 0xd0;

    default:
      return FALSE;
    }
}

/**
 * rutter_mqtt_read:
 * @max_bytes: of a packet
 * @packet: (out): what was read; good as long as @bytes are
 *
 * Returns: how many bytes the first packet takes; 0 when there are too few yet; -1 for what is no
 *   packet that a server sends to a subscriber, or too large a one
 */
gssize
rutter_mqtt_read (const guint8     *bytes,
                  gsize             length,
                  gsize             max_bytes,
                  RutterMqttPacket *packet)
{
  gsize n_body;
  int n_length;

  if (length < 2)
    return 0;

  n_length = read_length (bytes + 1, length - 1, &n_body);
  if (n_length < 0 || n_body > max_bytes)
    return -1;
  if (n_length == 0 || length - 1 - (gsize)n_length < n_body)
    return 0;

  memset (packet, 0, sizeof *packet);
  if (!read_body (bytes + 1 + n_length, n_body, bytes[0], packet))
    return -1;

  return 1 + n_length + (gssize)n_body;
}

static void
append_u16 (GByteArray *bytes,
            guint       value)
{
  const guint8 two[] = { (guint8)(value >> 8), (guint8)value };

  g_byte_array_append (bytes, two, sizeof two);
}

static void
append_text (GByteArray *bytes,
             const char *text)
{
  gsize length = MIN (strlen (text), G_MAXUINT16);

  append_u16 (bytes, (guint)length);
  g_byte_array_append (bytes, (const guint8 *)text, (guint)length);
}

static void
begin_packet (GByteArray *bytes,
              guint8      first,
              gsize       length)
{
  g_byte_array_append (bytes, &first, 1);
  do
    {
      guint8 byte = (guint8)(length & 0x7f) | (length > 0x7f ? 0x80 : 0);

      g_byte_array_append (bytes, &byte, 1);
      length >>= 7;
    }
  while (length > 0);
}

/* With no name, no password, and nothing kept from before. */
void
rutter_mqtt_write_connect (GByteArray *bytes,
                           const char *client_id,
                           guint16     keepalive_s)
{
  static const guint8 head[] = { 0, 4, 'M', 'Q', 'T', 'T', 4, 2 };

  begin_packet (bytes, CONNECT, sizeof head + 2 + 2 + strlen (client_id));
  g_byte_array_append (bytes, head, sizeof head);
  append_u16 (bytes, keepalive_s);
  append_text (bytes, client_id);
}

/* @topics: up to NULL; each is asked for at most once (QoS 0), for a newer position replaces it */
void
rutter_mqtt_write_subscribe (GByteArray        *bytes,
                             guint16            id,
                             const char *const *topics)
{
  static const guint8 qos = 0;
  gsize length = 2;

  for (guint i = 0; topics[i] != NULL; i++)
    length += 2 + strlen (topics[i]) + 1;
  begin_packet (bytes, SUBSCRIBE, length);
  append_u16 (bytes, id);
  for (guint i = 0; topics[i] != NULL; i++)
    {
      append_text (bytes, topics[i]);
      g_byte_array_append (bytes, &qos, 1);
    }
}

void
rutter_mqtt_write_puback (GByteArray *bytes,
                          guint16     id)
{
  begin_packet (bytes, PUBACK, 2);
  append_u16 (bytes, id);
}

void
rutter_mqtt_write_ping (GByteArray *bytes)
{
  begin_packet (bytes, PINGREQ, 0);
}

void
rutter_mqtt_write_disconnect (GByteArray *bytes)
{
  begin_packet (bytes, DISCONNECT, 0);
}
