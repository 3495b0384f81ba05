/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-net-gate.h"

G_BEGIN_DECLS

/* A WebSocket that the gate has let through. Its bytes are in the ledger; it is cut at once when
 * its host is allowed no longer. A wss address is never asked without encryption, and no redirect
 * is followed. It is opened on any thread, and belongs to that thread then.
 *
 * Signals:
 *   message (GBytes *message, gboolean is_text)  whole, and no larger than was asked for; text is
 *                                                UTF-8
 *   closed (const GError *error)  the last one, with why in a sentence: of %RUTTER_ERROR_REFUSED or
 *                                 %RUTTER_ERROR_NETWORK; not after rutter_net_web_socket_close()
 */
#define RUTTER_TYPE_NET_WEB_SOCKET (rutter_net_web_socket_get_type ())

G_DECLARE_FINAL_TYPE (RutterNetWebSocket, rutter_net_web_socket, RUTTER, NET_WEB_SOCKET, GObject)

typedef struct
{
  const char *uri;          /* ws or wss */
  const char *why;          /* for the ledger: what the user would call it */
  const char *protocol;     /* (nullable): to be spoken over it, such as mqtt */
  gsize       max_bytes;    /* of a message, in however many frames */
  guint       timeout_ms;   /* until it is open */
  guint       keepalive_s;  /* a ping is sent so often; 0: none */
} RutterNetWebSocketRequest;

void                rutter_net_web_socket_open_async  (RutterNetGate        *gate,
                                                       const RutterNetWebSocketRequest
                                                                            *request,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);
RutterNetWebSocket *rutter_net_web_socket_open_finish (GAsyncResult         *result,
                                                       GError              **error);
void                rutter_net_web_socket_send_text   (RutterNetWebSocket   *self,
                                                       const char           *text);
void                rutter_net_web_socket_send_binary (RutterNetWebSocket   *self,
                                                       gconstpointer         data,
                                                       gsize                 length);
void                rutter_net_web_socket_close       (RutterNetWebSocket   *self);

G_END_DECLS
