/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-landmarks.h"
#include "rutter-sea-sight.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Where a way may begin or end, and what it takes from the stop to there, in units of edges. */
typedef struct
{
  guint32 node;
  guint32 cost;
} RutterSeaEntry;

/* The memory of one search at a time; the next one reuses it without clearing. */
typedef struct _RutterPathFinder RutterPathFinder;

RutterPathFinder *rutter_path_finder_new   (const RutterSeaGraph     *graph,
                                            const RutterLandmarkRow  *landmarks);
void              rutter_path_finder_free  (RutterPathFinder         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterPathFinder, rutter_path_finder_free)

guint32           rutter_path_finder_find  (RutterPathFinder         *self,
                                            const RutterSeaSight     *sight,
                                            gboolean                  is_usual,
                                            const GArray             *starts,
                                            const GArray             *ends,
                                            GArray                   *nodes,
                                            GCancellable             *cancellable);
gboolean          rutter_sea_graph_is_open (const RutterSeaGraph     *graph,
                                            const RutterSeaSight     *sight,
                                            guint32                   from,
                                            guint32                   to);

G_END_DECLS
