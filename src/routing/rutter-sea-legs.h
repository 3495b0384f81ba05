/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-sea-leg.h"

G_BEGIN_DECLS

/* Legs on demand: keeps the latest, and the memory to search with. Every thread may ask at once. */
typedef struct _RutterSeaLegs RutterSeaLegs;

RutterSeaLegs *rutter_sea_legs_new   (const RutterSeaChart  *chart,
                                      RutterPassageSet       usual);
void           rutter_sea_legs_free  (RutterSeaLegs         *self);
RutterSeaLeg  *rutter_sea_legs_find  (RutterSeaLegs         *self,
                                      RutterPassageSet       closed,
                                      const RutterSeaBerth  *from,
                                      const RutterSeaBerth  *to,
                                      gboolean              *is_reversed,
                                      GCancellable          *cancellable);

gboolean       rutter_sea_legs_has_way
                                    (RutterSeaLegs         *self,
                                     RutterPassageSet       closed,
                                     const RutterSeaBerth  *from,
                                     const RutterSeaBerth  *to,
                                     GCancellable          *cancellable);

G_END_DECLS
