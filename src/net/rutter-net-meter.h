/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A stream that counts what goes through another one, which can be polled, and lets no more be read
 * than it was told: the guard of readers that would gather without end.
 */
#define RUTTER_TYPE_NET_METER (rutter_net_meter_get_type ())

G_DECLARE_FINAL_TYPE (RutterNetMeter, rutter_net_meter, RUTTER, NET_METER, GIOStream)

RutterNetMeter *rutter_net_meter_new          (GIOStream      *base);
guint64         rutter_net_meter_get_sent     (RutterNetMeter *self);
guint64         rutter_net_meter_get_received (RutterNetMeter *self);
void            rutter_net_meter_allow        (RutterNetMeter *self,
                                               guint64         n_bytes);

G_END_DECLS
