/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-basemap.h"
#include "rutter-landmarks.h"
#include "rutter-passage-set.h"
#include "rutter-passage.h"
#include "rutter-sea-barriers.h"

G_BEGIN_DECLS

/* All that finding a way needs: the mask, the graph and its landmarks, in one block of bytes (made
 * just now, or a mapped file), and the passages' gates. Immutable.
 */
typedef struct
{
  GBytes                  *bytes;
  RutterWaterMask          mask;
  RutterSeaGraph           graph;
  const RutterLandmarkRow *landmarks;
  RutterSeaBarriers        barriers;
  RutterSeaBarrier        *gates;      /* what `barriers` shows */
} RutterSeaChart;

/* Told now and then in the building thread; 0 to 1. */
typedef void (*RutterSeaChartProgress) (double   fraction,
                                        gpointer user_data);

GBytes           *rutter_sea_chart_build      (RutterBasemap           *basemap,
                                               RutterPassages          *passages,
                                               RutterSeaChartProgress   progress,
                                               gpointer                 user_data,
                                               GCancellable            *cancellable,
                                               GError                 **error);
gboolean          rutter_sea_chart_init       (RutterSeaChart          *self,
                                               GBytes                  *bytes,
                                               RutterBasemap           *basemap,
                                               RutterPassages          *passages);
void              rutter_sea_chart_clear      (RutterSeaChart          *self);
GArray           *rutter_sea_chart_list_gates (RutterPassages          *passages);
RutterPassageSet  rutter_sea_chart_get_shut   (RutterPassages          *passages);

G_END_DECLS
