/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whatever bytes an MQTT server sends, and what lies in its messages: run by `./dev fuzz`. */
#include "rutter-ais-digitraffic.h"
#include "rutter-mqtt.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  RutterMqttPacket packet;
  RutterAisMessage message;
  gint64 time_us;
  gssize n;

  rutter_ais_digitraffic_read ((const char *)data, size, 0, &message, &time_us);
  for (size_t at = 0; (n = rutter_mqtt_read (data + at, size - at, 4096, &packet)) > 0;
       at += (size_t)n)
    {
      if ((size_t)n > size - at)
        abort ();
      if (packet.type == RUTTER_MQTT_PUBLISH)
        rutter_ais_digitraffic_read (packet.payload, packet.payload_length, 230000000, &message,
                                     &time_us);
    }
  return 0;
}
