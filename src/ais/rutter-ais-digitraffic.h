/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-ais-message.h"

G_BEGIN_DECLS

/* Messages as two coastal services tell them in JSON of their own: Digitraffic of Finland, over
 * HTTP and over MQTT, and BarentsWatch of Norway. They are read like those of other services: what
 * was sent is put together and decoded anew.
 */
gboolean  rutter_ais_digitraffic_read   (const char        *text,
                                         gsize              length,
                                         guint32            mmsi,
                                         RutterAisMessage  *message,
                                         gint64            *time_us);
guint     rutter_ais_barentswatch_read  (const char        *text,
                                         gsize              length,
                                         RutterAisMessage   messages[2],
                                         gint64            *time_us);

G_END_DECLS
