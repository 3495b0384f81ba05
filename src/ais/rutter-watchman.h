/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-alert-note.h"
#include "rutter-traffic.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Watches the traffic and keeps what it was alerted to: a GListModel of RutterAlertNote, the newest
 * first, in memory alone. Belongs to the main thread; the watching is done on the traffic's.
 *
 * Signals:
 *   alerted (notes)  a GPtrArray of the notes that are new, the oldest first
 */
#define RUTTER_TYPE_WATCHMAN (rutter_watchman_get_type ())

G_DECLARE_FINAL_TYPE (RutterWatchman, rutter_watchman, RUTTER, WATCHMAN, GObject)

#define RUTTER_WATCHMAN_MOST_NOTES 1000

RutterWatchman *rutter_watchman_new            (RutterTraffic  *traffic);
void            rutter_watchman_set_watches    (RutterWatchman *self,
                                                GPtrArray      *watches);
GPtrArray      *rutter_watchman_get_watches    (RutterWatchman *self);
void            rutter_watchman_set_catalogue  (RutterWatchman *self,
                                                const guint32  *imos,
                                                guint           n_imos,
                                                const guint32  *mmsis,
                                                guint           n_mmsis);
guint64         rutter_watchman_get_n_dropped  (RutterWatchman *self);
void            rutter_watchman_clear          (RutterWatchman *self);

G_END_DECLS
