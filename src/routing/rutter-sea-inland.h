/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-sea-berth.h"

G_BEGIN_DECLS

RutterPassageSet rutter_sea_inland_list  (RutterPassages          *passages);
void             rutter_sea_inland_mark  (guint32                 *leaves,
                                          RutterSeaPoint          *points,
                                          const RutterSeaGraph    *graph,
                                          const RutterPassageSet  *inland,
                                          RutterLonLat             main_sea);
RutterPassageSet rutter_sea_inland_close (const RutterSeaChart    *chart,
                                          RutterPassages          *passages,
                                          const RutterPassageSet  *opened,
                                          const RutterSeaBerth    *berths,
                                          guint                    n_berths);

G_END_DECLS
