/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-atlas.h"
#include "rutter-time-series.h"

G_BEGIN_DECLS

/* When the claims were about that a filter's layers and actors keep, whatever its time window: each
 * weighs 1 (rutter-time-spread.h). Listings count when they began. Objects outside all layers
 * (parties, links, sources ...) are not counted.
 */
RutterTimeSeries *rutter_histogram_new (RutterRecords      *records,
                                        const RutterFilter *filter);

G_END_DECLS
