/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* One line of the ledger: a contact that was made or refused, or several alike within a minute.
 *
 * Properties, to read only: count, sent, received (bytes), which grow
 */
#define RUTTER_TYPE_NET_ENTRY (rutter_net_entry_get_type ())

G_DECLARE_FINAL_TYPE (RutterNetEntry, rutter_net_entry, RUTTER, NET_ENTRY, GObject)

RutterNetEntry *rutter_net_entry_new          (gint64           time_us,
                                               const char      *host,
                                               const char      *why,
                                               gboolean         allowed);
gboolean        rutter_net_entry_fold         (RutterNetEntry  *self,
                                               gint64           time_us,
                                               const char      *host,
                                               const char      *why,
                                               gboolean         allowed);
void            rutter_net_entry_add_bytes    (RutterNetEntry  *self,
                                               guint64          n_sent,
                                               guint64          n_received);
gint64          rutter_net_entry_get_time_us  (RutterNetEntry  *self);
const char     *rutter_net_entry_get_host     (RutterNetEntry  *self);
const char     *rutter_net_entry_get_why      (RutterNetEntry  *self);
gboolean        rutter_net_entry_is_allowed   (RutterNetEntry  *self);
guint           rutter_net_entry_get_count    (RutterNetEntry  *self);
guint64         rutter_net_entry_get_sent     (RutterNetEntry  *self);
guint64         rutter_net_entry_get_received (RutterNetEntry  *self);
char           *rutter_net_entry_dup_line     (RutterNetEntry  *self);

G_END_DECLS
