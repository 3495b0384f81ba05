/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-net-entry.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A line of the ledger: who, whether allowed, when and why, how often and how much. */
#define RUTTER_TYPE_NET_ROW (rutter_net_row_get_type ())

G_DECLARE_FINAL_TYPE (RutterNetRow, rutter_net_row, RUTTER, NET_ROW, AdwBin)

GtkWidget *rutter_net_row_new       (void);
/* @entry: (nullable): followed as it grows */
void       rutter_net_row_set_entry (RutterNetRow   *self,
                                     RutterNetEntry *entry);

G_END_DECLS
