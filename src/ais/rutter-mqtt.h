/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* As much of MQTT 3.1.1 as a subscriber needs, without a connection: bytes in, packets out. */
typedef enum
{
  RUTTER_MQTT_CONNACK = 2,
  RUTTER_MQTT_PUBLISH = 3,
  RUTTER_MQTT_SUBACK = 9,
  RUTTER_MQTT_PINGRESP = 13
} RutterMqttType;

/* One packet; its texts lie in the bytes that it was read from. */
typedef struct
{
  RutterMqttType  type;
  guint8          code;           /* of CONNACK and SUBACK: what was answered */
  guint8          qos;            /* of PUBLISH: 0 or 1 */
  guint16         id;             /* of SUBACK, and PUBLISH with QoS 1 */
  const char     *topic;          /* of PUBLISH */
  gsize           topic_length;
  const char     *payload;
  gsize           payload_length;
} RutterMqttPacket;

gssize  rutter_mqtt_read             (const guint8      *bytes,
                                      gsize              length,
                                      gsize              max_bytes,
                                      RutterMqttPacket  *packet);
void    rutter_mqtt_write_connect    (GByteArray        *bytes,
                                      const char        *client_id,
                                      guint16            keepalive_s);
void    rutter_mqtt_write_subscribe  (GByteArray        *bytes,
                                      guint16            id,
                                      const char *const *topics);
void    rutter_mqtt_write_puback     (GByteArray        *bytes,
                                      guint16            id);
void    rutter_mqtt_write_ping       (GByteArray        *bytes);
void    rutter_mqtt_write_disconnect (GByteArray        *bytes);

G_END_DECLS
