/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-net-gate.h"

G_BEGIN_DECLS

/* What a service is asked through the gate on a thread of one's own, where a fetch is of the main
 * thread: with headers, by a form, or for an answer that does not end. No redirect is followed, and
 * only the name of the host, never the address, is written into the ledger.
 */

/* Handed the answer as it comes, unpacked; the first call has no bytes: it has begun. */
typedef void (*RutterNetCallFunc) (const char *bytes,
                                   gsize       length,
                                   gpointer    user_data);

typedef struct
{
  const char         *uri;         /* http or https */
  const char         *why;         /* for the ledger: what the user would call it */
  const char *const  *headers;     /* (nullable): name, value, and so on; then NULL */
  const char *const  *form;        /* (nullable): the same; makes it a POST */
  gsize               max_bytes;   /* of the answer, unpacked; not with @func */
  guint               timeout_ms;  /* of it all; with @func, until it has begun */
  RutterNetCallFunc   func;        /* (nullable): called until the call is cancelled or finished */
  gpointer            user_data;
} RutterNetCall;

void    rutter_net_call_async   (RutterNetGate        *gate,
                                 const RutterNetCall  *call,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);
GBytes *rutter_net_call_finish  (GAsyncResult         *result,
                                 GError              **error);

G_END_DECLS
