/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Carries one GET at a time to one host, on a thread of its own and following nothing: whoever asks
 * has judged the host. Only the gate has one. Called on the main thread.
 */
typedef struct _RutterNetTransport RutterNetTransport;

/* What came of it; what is filled in beside an error tells how far it went. */
typedef struct
{
  guint    status;      /* of HTTP; 0: no answer */
  char    *location;    /* where a redirect leads, as it was sent */
  GBytes  *body;        /* of an answer that is no redirect */
  guint64  n_sent;      /* bytes with headers */
  guint64  n_received;
  GError  *error;
} RutterNetReply;

RutterNetTransport *rutter_net_transport_new        (void);
void                rutter_net_transport_free       (RutterNetTransport  *self);
void                rutter_net_transport_hang_up    (RutterNetTransport  *self);
void                rutter_net_transport_get_async  (RutterNetTransport  *self,
                                                     GUri                *uri,
                                                     gsize                max_bytes,
                                                     guint                timeout_ms,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
RutterNetReply     *rutter_net_transport_get_finish (GAsyncResult        *result);
void                rutter_net_reply_free           (RutterNetReply      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterNetReply, rutter_net_reply_free)

G_END_DECLS
