/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Says in the header bar whether anybody may be contacted, and leads to who. Off at first. */
#define RUTTER_TYPE_NET_BUTTON (rutter_net_button_get_type ())

G_DECLARE_FINAL_TYPE (RutterNetButton, rutter_net_button, RUTTER, NET_BUTTON, AdwBin)

/* @n_hosts: that are allowed, which is nobody while the network is off */
void rutter_net_button_show (RutterNetButton *self,
                             gboolean         is_on,
                             guint            n_hosts);

G_END_DECLS
