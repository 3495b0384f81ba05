/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-net-policy.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A host of the policy, how long it is allowed, and a button that takes it out. */
#define RUTTER_TYPE_NET_HOST_ROW (rutter_net_host_row_get_type ())

G_DECLARE_FINAL_TYPE (RutterNetHostRow, rutter_net_host_row, RUTTER, NET_HOST_ROW, AdwActionRow)

GtkWidget  *rutter_net_host_row_new      (RutterNetPolicy  *policy,
                                          const char       *host);
const char *rutter_net_host_row_get_host (RutterNetHostRow *self);
/* Shows what the policy says now. */
void        rutter_net_host_row_update   (RutterNetHostRow *self);

G_END_DECLS
