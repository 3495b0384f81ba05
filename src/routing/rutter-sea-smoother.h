/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-sea-sight.h"

G_BEGIN_DECLS

void rutter_sea_smoother_pull (const RutterSeaSight *sight,
                               GArray               *points);

G_END_DECLS
