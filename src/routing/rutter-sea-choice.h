/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-sea-leg.h"

G_BEGIN_DECLS

RutterSeaLeg *rutter_sea_choice_find (const RutterSeaChart  *chart,
                                      RutterPathFinder      *finder,
                                      RutterPassageSet       closed,
                                      RutterPassageSet       usual,
                                      const RutterSeaBerth  *from,
                                      const RutterSeaBerth  *to,
                                      GCancellable          *cancellable);

G_END_DECLS
