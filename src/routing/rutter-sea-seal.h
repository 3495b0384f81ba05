/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-sea-legs.h"
#include "rutter-sea-route.h"

G_BEGIN_DECLS

void rutter_sea_seal_explain (RutterSeaLegs         *self,
                              RutterPassages        *passages,
                              RutterPassageSet       closed,
                              RutterPassageSet       inland,
                              const RutterSeaBerth  *from,
                              const RutterSeaBerth  *to,
                              GCancellable          *cancellable,
                              GError               **error);

G_END_DECLS
