/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-sea-planner.h"
#include "rutter-stop-names.h"

G_BEGIN_DECLS

GPtrArray *rutter_lane_maker_make (RutterSeaPlanner *planner,
                                   RutterStopNames  *names);

G_END_DECLS
