/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-basemap.h"
#include "rutter-sea-route.h"

G_BEGIN_DECLS

/* Finds ways over the water. Holds the mask, the graph and its landmarks, which are immutable;
 * every thread may ask at once.
 */
typedef struct _RutterSeaPlanner RutterSeaPlanner;

/* Told now and then while the graph is built, in the building thread; 0 to 1. */
typedef void (*RutterSeaProgress) (double   fraction,
                                   gpointer user_data);

RutterSeaPlanner *rutter_sea_planner_new             (RutterBasemap           *basemap,
                                                      RutterPassages          *passages,
                                                      const char              *cache_dir,
                                                      RutterSeaProgress        progress,
                                                      gpointer                 user_data,
                                                      GCancellable            *cancellable,
                                                      GError                 **error);
RutterSeaPlanner *rutter_sea_planner_ref             (RutterSeaPlanner        *self);
void              rutter_sea_planner_unref           (RutterSeaPlanner        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterSeaPlanner, rutter_sea_planner_unref)

RutterPassages   *rutter_sea_planner_get_passages    (RutterSeaPlanner        *self);
gboolean          rutter_sea_planner_is_water        (RutterSeaPlanner        *self,
                                                      RutterLonLat             position);
RutterSeaRoute   *rutter_sea_planner_find            (RutterSeaPlanner        *self,
                                                      const RutterSeaRequest  *request,
                                                      GCancellable            *cancellable,
                                                      GError                 **error);
GPtrArray        *rutter_sea_planner_alternatives    (RutterSeaPlanner        *self,
                                                      const RutterSeaRequest  *request,
                                                      GCancellable            *cancellable,
                                                      GError                 **error);

G_END_DECLS
