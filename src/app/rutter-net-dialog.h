/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-net-gate.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Who may be contacted, and who was: the switch, the hosts and the ledger. */
#define RUTTER_TYPE_NET_DIALOG (rutter_net_dialog_get_type ())

G_DECLARE_FINAL_TYPE (RutterNetDialog, rutter_net_dialog, RUTTER, NET_DIALOG, AdwWindow)

GtkWidget *rutter_net_dialog_new (GtkWindow     *parent,
                                  RutterNetGate *gate);

G_END_DECLS
