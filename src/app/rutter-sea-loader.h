/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-gazetteer.h"
#include "rutter-progress.h"
#include "rutter-sea-planner.h"

G_BEGIN_DECLS

/* What planning a route takes: the planner, and the names that a position may be called by. */
typedef struct
{
  RutterSeaPlanner *planner;
  RutterGazetteer  *gazetteer; /* NULL: it cannot be read, and positions have no names */
} RutterSeaTools;

/* In a worker: takes a second or two when the user's cache does not have the chart of the seas.
 * @progress: (nullable): told how far it has come while the chart is made
 */
void            rutter_sea_load_async    (gpointer              owner,
                                          RutterProgress       *progress,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
RutterSeaTools *rutter_sea_load_finish   (gpointer              owner,
                                          GAsyncResult         *result,
                                          GError              **error);
void            rutter_sea_tools_free    (RutterSeaTools       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterSeaTools, rutter_sea_tools_free)

G_END_DECLS
