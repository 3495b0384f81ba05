/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-mqtt.h"

#include <string.h>

#define MOST_BYTES 300

static const struct
{
  const char   *label;
  guint8        bytes[16];
  gsize         length;
  gssize        expected;
  int           type, code, qos, id;
  const char   *topic, *payload;
} cases[] = {
  { "nothing", { 0 }, 0, 0 },
  { "one byte", { 0x30 }, 1, 0 },
  { "accepted", { 0x20, 2, 0, 0 }, 4, 4, RUTTER_MQTT_CONNACK },
  { "not accepted", { 0x20, 2, 0, 5 }, 4, 4, RUTTER_MQTT_CONNACK, 5 },
  { "accepted, cut", { 0x20, 2, 0 }, 3, 0 },
  { "accepted, too short", { 0x20, 1, 0 }, 3, -1 },
  { "accepted, wrong flags", { 0x21, 2, 0, 0 }, 4, -1 },
  { "published", { 0x30, 6, 0, 1, 'a', 'x', 'y', 'z', 0xff }, 9, 8, RUTTER_MQTT_PUBLISH, 0, 0, 0,
    "a", "xyz" },
  { "published once at least", { 0x32, 6, 0, 1, 'a', 1, 2, 'z' }, 8, 8, RUTTER_MQTT_PUBLISH, 0, 1,
    258, "a", "z" },
  { "again, and kept", { 0x3b, 5, 0, 1, 'a', 0, 1 }, 7, 7, RUTTER_MQTT_PUBLISH, 0, 1, 1, "a",
    "" },
  { "without a payload", { 0x30, 3, 0, 1, 'a' }, 5, 5, RUTTER_MQTT_PUBLISH, 0, 0, 0, "a", "" },
  { "QoS 2", { 0x34, 6, 0, 1, 'a', 1, 2, 'z' }, 8, -1 },
  { "without a topic", { 0x30, 2, 0, 0 }, 4, -1 },
  { "topic too long", { 0x30, 3, 0, 2, 'a' }, 5, -1 },
  { "no room for an id", { 0x32, 4, 0, 1, 'a', 1 }, 6, -1 },
  { "id 0", { 0x32, 5, 0, 1, 'a', 0, 0 }, 7, -1 },
  { "empty body", { 0x30, 0 }, 2, -1 },
  { "subscribed", { 0x90, 4, 0, 1, 0, 0 }, 6, 6, RUTTER_MQTT_SUBACK, 0, 0, 1 },
  { "one refused", { 0x90, 4, 0, 1, 0x80, 0 }, 6, 6, RUTTER_MQTT_SUBACK, 0x80, 0, 1 },
  { "subscribed to nothing", { 0x90, 2, 0, 1 }, 4, -1 },
  { "pong", { 0xd0, 0 }, 2, 2, RUTTER_MQTT_PINGRESP },
  { "pong with a body", { 0xd0, 1, 0 }, 3, -1 },
  { "what only clients send", { 0x10, 2, 0, 0 }, 4, -1 },
  { "no type", { 0, 0 }, 2, -1 },
  { "length of five bytes", { 0x30, 0xff, 0xff, 0xff, 0xff, 1 }, 6, -1 },
  { "length not whole", { 0x30, 0x80, 0x80 }, 3, 0 },
  { "too large", { 0x30, 0xad, 2 }, 3, -1 },
  { "as large as may be, cut", { 0x30, 0xac, 2 }, 3, 0 },
};

static void
test_read (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      /* In memory of just that size, so that a sanitizer sees what is read beyond it. */
      g_autofree guint8 *bytes = g_memdup2 (cases[i].bytes, MAX (cases[i].length, 1));
      RutterMqttPacket packet;

      g_test_message ("%s", cases[i].label);
      g_assert_cmpint (rutter_mqtt_read (bytes, cases[i].length, MOST_BYTES, &packet), ==,
                       cases[i].expected);
      if (cases[i].expected <= 0)
        continue;

      g_assert_cmpint (packet.type, ==, cases[i].type);
      g_assert_cmpint (packet.code, ==, cases[i].code);
      g_assert_cmpint (packet.qos, ==, cases[i].qos);
      g_assert_cmpint (packet.id, ==, cases[i].id);
      if (cases[i].topic == NULL)
        continue;
      g_assert_cmpmem (packet.topic, packet.topic_length, cases[i].topic,
                       strlen (cases[i].topic));
      g_assert_cmpmem (packet.payload, packet.payload_length, cases[i].payload,
                       strlen (cases[i].payload));
    }
}

static void
test_write (void)
{
  static const char *const topics[] = { "a/+/b", "c", NULL };
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autofree char *long_id = g_strnfill (200, 'x');
  static const guint8 expected[] = {
    0x10, 14, 0, 4, 'M', 'Q', 'T', 'T', 4, 2, 0, 60, 0, 2, 'm', 'e',
    0x82, 14, 0, 7, 0, 5, 'a', '/', '+', '/', 'b', 0, 0, 1, 'c', 0,
    0x40, 2, 1, 2,
    0xc0, 0,
    0xe0, 0,
  };

  rutter_mqtt_write_connect (bytes, "me", 60);
  rutter_mqtt_write_subscribe (bytes, 7, topics);
  rutter_mqtt_write_puback (bytes, 258);
  rutter_mqtt_write_ping (bytes);
  rutter_mqtt_write_disconnect (bytes);
  g_assert_cmpmem (bytes->data, bytes->len, expected, sizeof expected);

  /* A length of two bytes. */
  g_byte_array_set_size (bytes, 0);
  rutter_mqtt_write_connect (bytes, long_id, 60);
  g_assert_cmpuint (bytes->len, ==, 3 + 212);
  g_assert_cmpuint (bytes->data[1], ==, 0x80 | (212 & 0x7f));
  g_assert_cmpuint (bytes->data[2], ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mqtt/read", test_read);
  g_test_add_func ("/mqtt/write", test_write);

  return g_test_run ();
}
