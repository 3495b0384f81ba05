/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-landmark-bounds.h"
#include "rutter-sea-sight.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* One in so many more, and so many kilometres, may a way take to be a rival of the shortest. */
#define RUTTER_PATH_MARGIN 80
#define RUTTER_PATH_SPARE_KM 20

/* The memory of one search at a time; the next one reuses it without clearing. */
typedef struct _RutterPathFinder RutterPathFinder;

RutterPathFinder *rutter_path_finder_new   (const RutterSeaGraph     *graph,
                                            const RutterLandmarkRow  *landmarks);
void              rutter_path_finder_free  (RutterPathFinder         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterPathFinder, rutter_path_finder_free)

gboolean          rutter_path_finder_is_sealed
                                           (RutterPathFinder         *self,
                                            const RutterSeaSight     *sight,
                                            const GArray             *starts,
                                            const GArray             *ends);
guint32           rutter_path_finder_survey
                                           (RutterPathFinder         *self,
                                            const RutterSeaSight     *sight,
                                            gboolean                  is_usual,
                                            const GArray             *starts,
                                            const GArray             *ends,
                                            GCancellable             *cancellable);
guint32           rutter_path_finder_get_limit
                                           (guint32                   best);
guint32           rutter_path_finder_trace (RutterPathFinder         *self,
                                            const RutterSeaSight     *sight,
                                            guint32                   limit,
                                            const GArray             *starts,
                                            const GArray             *ends,
                                            GArray                   *nodes);
RutterPassageSet  rutter_path_finder_list_rivals
                                           (RutterPathFinder         *self,
                                            const RutterSeaSight     *sight,
                                            const RutterPassageSet   *taken);
gboolean          rutter_sea_graph_is_open (const RutterSeaGraph     *graph,
                                            const RutterSeaSight     *sight,
                                            guint32                   from,
                                            guint32                   to);

G_END_DECLS
