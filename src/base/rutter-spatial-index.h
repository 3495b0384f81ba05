/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-geo.h"

G_BEGIN_DECLS

/* Which of many boxes meet a given one. Built once from an array of boxes (a packed R-tree by
 * sort-tile-recursion: Leutenegger and others, 1997), immutable afterwards.
 */
typedef struct _RutterSpatialIndex RutterSpatialIndex;

/* Copies the boxes; empty ones and ones with NaN are never found. */
RutterSpatialIndex *rutter_spatial_index_new     (const RutterBox          *boxes,
                                                  guint                     n_boxes);
void                rutter_spatial_index_free    (RutterSpatialIndex       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterSpatialIndex, rutter_spatial_index_free)

/* Appends to `found` (element-type guint) the indexes of the boxes that meet `box`, each once, in
 * no order of meaning.
 */
void                rutter_spatial_index_query   (const RutterSpatialIndex *self,
                                                  const RutterBox          *box,
                                                  GArray                   *found);

G_END_DECLS
