/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-basemap.h"

G_BEGIN_DECLS

/* Land and water around a line, from the basemap's unsimplified coast: small cells in tiles, of
 * which only those near the line exist, and the coast's edges by cell. It is exact: a cell tells of
 * its middle, and whether a leg crosses the coast is asked of the edges themselves. Legs are
 * straight in longitude and latitude.
 */
typedef struct _RutterShoreGrid RutterShoreGrid;

/* A cell's number; cells are numbered from 0. */
#define RUTTER_SHORE_NONE G_MAXUINT32
/* How far, in cells, clearance is told apart. */
#define RUTTER_SHORE_MAX_CLEARANCE 3

RutterShoreGrid *rutter_shore_grid_new           (RutterBasemap       *basemap,
                                                  const RutterLonLat  *line,
                                                  guint                n_points,
                                                  double               cell_deg,
                                                  double               reach_deg);
void             rutter_shore_grid_free          (RutterShoreGrid     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterShoreGrid, rutter_shore_grid_free)

guint32          rutter_shore_grid_get_n_cells   (RutterShoreGrid     *self);
guint32          rutter_shore_grid_find_cell     (RutterShoreGrid     *self,
                                                  RutterLonLat         position);
guint32          rutter_shore_grid_get_neighbour (RutterShoreGrid     *self,
                                                  guint32              cell,
                                                  int                  dx,
                                                  int                  dy);
RutterLonLat     rutter_shore_grid_get_middle    (RutterShoreGrid     *self,
                                                  guint32              cell);
gboolean         rutter_shore_grid_is_water      (RutterShoreGrid     *self,
                                                  guint32              cell);
guint            rutter_shore_grid_get_clearance (RutterShoreGrid     *self,
                                                  guint32              cell);
gboolean         rutter_shore_grid_is_clear      (RutterShoreGrid     *self,
                                                  RutterLonLat         from,
                                                  RutterLonLat         to,
                                                  guint                clearance);

G_END_DECLS
