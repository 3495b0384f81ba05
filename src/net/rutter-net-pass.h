/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-net-gate.h"

G_BEGIN_DECLS

/* What a contact that lasts, unlike a request, was given at the gate. It was judged and written
 * into the ledger, and holds for as long as its host is allowed: then its @stop is cancelled. This
 * machine itself needs no permission, since nothing leaves it, and stands in the ledger all the
 * same.
 *
 * Begun on the main thread, or asked for on another; what else there is may be called on any.
 */
typedef struct _RutterNetPass RutterNetPass;

gboolean       rutter_net_host_is_here    (const char       *host);
RutterNetPass *rutter_net_pass_begin      (RutterNetGate    *gate,
                                           const char       *host,
                                           const char       *why,
                                           GError          **error);
void           rutter_net_pass_ask_async  (RutterNetGate        *gate,
                                           const char           *host,
                                           const char           *why,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
RutterNetPass *rutter_net_pass_ask_finish (GAsyncResult         *result,
                                           GError              **error);
void           rutter_net_pass_end        (RutterNetPass    *self);
GCancellable  *rutter_net_pass_get_stop   (RutterNetPass    *self);
const char    *rutter_net_pass_get_host   (RutterNetPass    *self);
gboolean       rutter_net_pass_is_here    (RutterNetPass    *self);
void           rutter_net_pass_count      (RutterNetPass    *self,
                                           guint64           n_sent,
                                           guint64           n_received);
GError        *rutter_net_pass_explain    (RutterNetPass    *self,
                                           const GError     *error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterNetPass, rutter_net_pass_end)

G_END_DECLS
