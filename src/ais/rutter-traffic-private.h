/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-traffic-worker.h"
#include "rutter-traffic.h"

G_BEGIN_DECLS

RutterTrafficWorker *rutter_traffic_get_worker  (RutterTraffic *self);

G_END_DECLS
