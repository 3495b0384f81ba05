/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-sea-graph-builder.h"

G_BEGIN_DECLS

/* Which waters hang together: leaves by the graph's edges, and cell by cell from the main sea on.
 */
typedef struct
{
  RutterSeaGraphBuilder *builder;
  guint32               *groups;       /* of each node, the least node of its group */
  guint32               *sizes;        /* of each group, at its number: its leaves */
  guint32               *next_leaves;  /* of the same group; ends with RUTTER_SEA_NO_NODE */
  guint8                *is_reached;   /* of each leaf */
  guint64               *cells;        /* of each mixed tile, those that were reached */
  guint32                n_leaves;
  guint32                n_nodes;
  guint32                main_leaf;
  guint32                main_group;   /* RUTTER_SEA_NO_NODE when nothing lies at the given place */
} RutterSeaReach;

void  rutter_sea_reach_init  (RutterSeaReach         *self,
                              RutterSeaGraphBuilder  *builder,
                              RutterLonLat            main_sea);
void  rutter_sea_reach_clear (RutterSeaReach         *self);
void  rutter_sea_reach_group (RutterSeaReach         *self);
void  rutter_sea_reach_flood (RutterSeaReach         *self);
void  rutter_sea_reach_drain (RutterSeaReach         *self);

G_END_DECLS
