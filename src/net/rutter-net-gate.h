/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-net-keyring.h"
#include "rutter-net-ledger.h"
#include "rutter-net-policy.h"

G_BEGIN_DECLS

/* The one way out. Each request, and each hop of a redirect, is judged by the policy and written
 * into the ledger before a name is looked up. Belongs to the main thread; the sockets have their
 * own.
 */
#define RUTTER_TYPE_NET_GATE (rutter_net_gate_get_type ())

G_DECLARE_FINAL_TYPE (RutterNetGate, rutter_net_gate, RUTTER, NET_GATE, GObject)

typedef struct
{
  const char *uri;        /* http or https */
  const char *why;        /* for the ledger: what the user would call it */
  gsize       max_bytes;  /* of the body, unpacked */
  guint       timeout_ms; /* of it all, redirects too */
  gboolean    is_part;    /* of something larger, which itself spends what was allowed once */
} RutterNetRequest;

RutterNetGate   *rutter_net_gate_new          (GSettings               *settings);
RutterNetPolicy *rutter_net_gate_get_policy   (RutterNetGate           *self);
RutterNetLedger *rutter_net_gate_get_ledger   (RutterNetGate           *self);
RutterNetKeyring *rutter_net_gate_get_keyring (RutterNetGate           *self);
void             rutter_net_gate_fetch_async  (RutterNetGate           *self,
                                               const RutterNetRequest  *request,
                                               GCancellable            *cancellable,
                                               GAsyncReadyCallback      callback,
                                               gpointer                 user_data);
GBytes          *rutter_net_gate_fetch_finish (RutterNetGate           *self,
                                               GAsyncResult            *result,
                                               GError                 **error);

G_END_DECLS
