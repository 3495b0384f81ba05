/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-net-gate.h"

G_BEGIN_DECLS

/* A connection, or a port at which datagrams arrive, that the gate has let through. Its bytes are
 * in the ledger, and it is cut at once when its host is allowed no longer. It is made on the main
 * thread; then it belongs to the thread that starts it.
 */
typedef struct _RutterNetStream RutterNetStream;

/* Called for each piece or datagram as it comes; the last call has no @bytes, and an error unless
 * the other side has ended it. @user_data must not close the stream twice; closing it in a call is
 * fine.
 */
typedef void (*RutterNetStreamFunc) (const char   *bytes,
                                     gsize         length,
                                     const GError *error,
                                     gpointer      user_data);

void             rutter_net_gate_connect_async  (RutterNetGate        *gate,
                                                 const char           *host,
                                                 guint16               port,
                                                 const char           *why,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
RutterNetStream *rutter_net_gate_connect_finish (RutterNetGate        *gate,
                                                 GAsyncResult         *result,
                                                 GError              **error);
RutterNetStream *rutter_net_gate_bind_udp       (RutterNetGate        *gate,
                                                 const char           *address,
                                                 guint16               port,
                                                 const char           *why,
                                                 GError              **error);
void             rutter_net_stream_start        (RutterNetStream      *self,
                                                 RutterNetStreamFunc   func,
                                                 gpointer              user_data);
void             rutter_net_stream_send         (RutterNetStream      *self,
                                                 const char           *bytes,
                                                 gsize                 length);
guint64          rutter_net_stream_count_lost   (RutterNetStream      *self);
guint16          rutter_net_stream_get_port     (RutterNetStream      *self);
void             rutter_net_stream_close        (RutterNetStream      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterNetStream, rutter_net_stream_close)

G_END_DECLS
