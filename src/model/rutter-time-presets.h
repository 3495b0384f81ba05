/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-time-series.h"

G_BEGIN_DECLS

/* A window with a name, offered to choose from. */
typedef struct
{
  char           *title;
  RutterDayRange  range;
} RutterTimePreset;

/* All dates; since the invasion of Ukraine; the latest years with claims; the years before the end
 * of the USSR. Only what the data has.
 * Returns: (transfer full) (element-type RutterTimePreset): never NULL
 */
GPtrArray *rutter_time_presets_list (const RutterTimeSeries *series);

G_END_DECLS
