/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-view.h"

G_BEGIN_DECLS

/* Which cells of a painting are taken: what finds nearly all of its own taken would not be seen
 * between the others. Asked from the top of the drawing order to its bottom.
 */
typedef struct _RutterCoverGrid RutterCoverGrid;

RutterCoverGrid *rutter_cover_grid_new        (int                width,
                                               int                height,
                                               double             cell_px);
void             rutter_cover_grid_free       (RutterCoverGrid   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterCoverGrid, rutter_cover_grid_free)

/* Takes the cell of a pixel. Returns: FALSE when it was taken or lies outside */
gboolean         rutter_cover_grid_take_point (RutterCoverGrid   *self,
                                               RutterPoint        pixel);
/* Returns: 1 when the cell of a pixel is free, 0 when it is taken, -1 off the painting */
int              rutter_cover_grid_is_free    (const RutterCoverGrid *self,
                                               RutterPoint        pixel);
/* A line is told piece by piece; it takes its cells when at least `share` of them are free.
 * Returns: whether it did
 */
void             rutter_cover_grid_add_piece  (RutterCoverGrid   *self,
                                               RutterPoint        from,
                                               RutterPoint        to);
gboolean         rutter_cover_grid_take_line  (RutterCoverGrid   *self,
                                               double             share);

G_END_DECLS
