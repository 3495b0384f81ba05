/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-net-button.h"
#include "rutter-net-gate.h"
#include "rutter-window.h"

G_BEGIN_DECLS

/* Joins a window to the gate: its button says what may be contacted, and opens the dialog on it.
 *
 * Actions (win.): show-network
 */
#define RUTTER_TYPE_NET_DESK (rutter_net_desk_get_type ())

G_DECLARE_FINAL_TYPE (RutterNetDesk, rutter_net_desk, RUTTER, NET_DESK, GObject)

RutterNetDesk *rutter_net_desk_new (RutterWindow    *window,
                                    RutterNetGate   *gate,
                                    RutterNetButton *button);

G_END_DECLS
