/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-cli.h"
#include "rutter-sea-planner.h"

G_BEGIN_DECLS

RutterCliStatus  rutter_cli_batch  (RutterCli               *cli,
                                    RutterSeaPlanner        *planner,
                                    const RutterSeaRequest  *request,
                                    const char              *path);

G_END_DECLS
