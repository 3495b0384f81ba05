/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Hands the same bytes to all who listen on this machine, and to nobody else: over TCP to whoever
 * connects, over UDP to one port. Only addresses of this machine are taken, so nothing leaves it
 * and nobody has to be asked. Who reads too slowly is cut off before what waits for it grows.
 * Belongs to the thread whose main context was the default when it was made.
 *
 * Signals:
 *   clients-changed ()  one has come or gone
 */
#define RUTTER_TYPE_NET_CASTER (rutter_net_caster_get_type ())

G_DECLARE_FINAL_TYPE (RutterNetCaster, rutter_net_caster, RUTTER, NET_CASTER, GObject)

/* What may wait for one client, and how many clients there may be. */
#define RUTTER_NET_CASTER_MAX_WAITING (4 << 20)
#define RUTTER_NET_CASTER_MAX_CLIENTS 64

RutterNetCaster *rutter_net_caster_new           (const char       *address,
                                                  GError          **error);
const char      *rutter_net_caster_get_address   (RutterNetCaster  *self);
gboolean         rutter_net_caster_is_datagrams  (RutterNetCaster  *self);
void             rutter_net_caster_send          (RutterNetCaster  *self,
                                                  GBytes           *bytes);
guint            rutter_net_caster_count_clients (RutterNetCaster  *self);
guint64          rutter_net_caster_get_n_joined  (RutterNetCaster  *self);
guint64          rutter_net_caster_get_n_cut     (RutterNetCaster  *self);
guint64          rutter_net_caster_get_n_sent    (RutterNetCaster  *self);
gsize            rutter_net_caster_get_waiting   (RutterNetCaster  *self);

G_END_DECLS
