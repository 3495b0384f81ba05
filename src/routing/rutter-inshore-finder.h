/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-sea-graph.h"
#include "rutter-sea-sight.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Finds ways from cell to cell where the graph's leaves are too coarse: out of a harbour or a fjord
 * to the first leaves, from one water to the next. One search each; its own memory.
 */
typedef struct _RutterInshoreFinder RutterInshoreFinder;

/* A node of the graph that was reached. */
typedef struct
{
  guint32 node;
  guint32 place;   /* of the cell it was reached from */
  double  km;      /* from the start to the node */
} RutterInshoreExit;

/* When a search ends. */
typedef struct
{
  double   spare_km;    /* how much farther than the first node it looks for others */
  guint    max_exits;
  guint    max_cells;
} RutterInshoreLimits;

RutterInshoreFinder *rutter_inshore_finder_new         (const RutterSeaSight       *sight,
                                                        const RutterSeaGraph       *graph);
void                 rutter_inshore_finder_free        (RutterInshoreFinder        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterInshoreFinder, rutter_inshore_finder_free)

void                 rutter_inshore_finder_add_start   (RutterInshoreFinder        *self,
                                                        RutterLonLat                position);
void                 rutter_inshore_finder_set_targets (RutterInshoreFinder        *self,
                                                        const guint32              *groups,
                                                        const guint8               *is_target,
                                                        guint32                     own_group);
gboolean             rutter_inshore_finder_find_exits  (RutterInshoreFinder        *self,
                                                        const RutterInshoreLimits  *limits,
                                                        GArray                     *exits,
                                                        GCancellable               *cancellable);
gboolean             rutter_inshore_finder_find_place  (RutterInshoreFinder        *self,
                                                        RutterLonLat                goal,
                                                        guint                       max_cells,
                                                        guint32                    *place,
                                                        double                     *km,
                                                        GCancellable               *cancellable);
void                 rutter_inshore_finder_append_way  (RutterInshoreFinder        *self,
                                                        guint32                     place,
                                                        GArray                     *points);

G_END_DECLS
