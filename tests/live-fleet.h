/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-traffic.h"

/* Made-up targets for measuring and for looking at: most in the Baltic and the North Sea, some in
 * the Caspian Sea and off Vladivostok, the rest along the lanes of the world. Each has sent for an
 * hour; every tenth has been silent for a while. The same number gives the same fleet.
 */

/* What one of them sent, the last message @minutes_ago or, for one that is silent, before. */
RutterTrafficItem  live_fleet_make_item   (guint          index,
                                           guint          n_targets,
                                           double         minutes_ago,
                                           gint64         now_us);
RutterTrafficItem  live_fleet_make_name   (guint          index,
                                           gint64         now_us);
guint32            live_fleet_get_mmsi    (guint          index);
/* An hour of all of them; waits until it is merged, with the main context running. */
void               live_fleet_hear        (RutterTraffic *traffic,
                                           guint          n_targets);
