/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-net-meter.h"
#include "rutter-net-pass.h"

G_BEGIN_DECLS

/* A connection that was made through the gate and whose other side has agreed to speak WebSocket
 * over it (RFC 6455, section 4). No extension is offered: a packed message could be a thousand
 * times as large as what was counted of it.
 */
typedef struct
{
  RutterNetPass  *pass;
  RutterNetMeter *stream;
  GSocket        *socket;   /* below it all */
} RutterNetHandshake;

typedef struct
{
  GUri       *uri;          /* ws or wss */
  const char *why;          /* for the ledger */
  const char *protocol;     /* (nullable): to be spoken over the WebSocket */
  guint       timeout_ms;   /* of it all */
} RutterNetGreeting;

void                rutter_net_handshake_async   (RutterNetGate            *gate,
                                                  const RutterNetGreeting  *greeting,
                                                  GCancellable             *cancellable,
                                                  GAsyncReadyCallback       callback,
                                                  gpointer                  user_data);
RutterNetHandshake *rutter_net_handshake_finish  (GAsyncResult             *result,
                                                  GError                  **error);
void                rutter_net_handshake_free    (RutterNetHandshake       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterNetHandshake, rutter_net_handshake_free)

G_END_DECLS
