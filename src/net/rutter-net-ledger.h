/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-net-entry.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What went out and what was refused, in this run: a GListModel of RutterNetEntry, the oldest
 * first. Kept in memory alone. Belongs to the main thread.
 */
#define RUTTER_TYPE_NET_LEDGER (rutter_net_ledger_get_type ())

G_DECLARE_FINAL_TYPE (RutterNetLedger, rutter_net_ledger, RUTTER, NET_LEDGER, GObject)

RutterNetLedger *rutter_net_ledger_new           (void);
RutterNetEntry  *rutter_net_ledger_note          (RutterNetLedger      *self,
                                                  const char           *host,
                                                  const char           *why,
                                                  gboolean              allowed);
void             rutter_net_ledger_clear         (RutterNetLedger      *self);
guint            rutter_net_ledger_get_n_dropped (RutterNetLedger      *self);
void             rutter_net_ledger_export_async  (RutterNetLedger      *self,
                                                  GFile                *file,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
gboolean         rutter_net_ledger_export_finish (RutterNetLedger      *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);

G_END_DECLS
