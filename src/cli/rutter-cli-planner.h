/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-sea-planner.h"

G_BEGIN_DECLS

RutterPassages   *rutter_cli_load_passages (GError **error);
RutterSeaPlanner *rutter_cli_open_planner  (GError **error);

G_END_DECLS
