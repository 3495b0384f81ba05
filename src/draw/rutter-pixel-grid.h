/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-geo.h"

G_BEGIN_DECLS

/* What is already taken on a painting: boxes that nothing may cross, and cells that lines run
 * through. Everything in pixels of the view; what lies outside is ignored.
 */
typedef struct _RutterPixelGrid RutterPixelGrid;

RutterPixelGrid *rutter_pixel_grid_new         (int                    width,
                                                int                    height);
void             rutter_pixel_grid_free        (RutterPixelGrid       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterPixelGrid, rutter_pixel_grid_free)

void             rutter_pixel_grid_add_box     (RutterPixelGrid       *self,
                                                const RutterBox       *box);
gboolean         rutter_pixel_grid_meets       (const RutterPixelGrid *self,
                                                const RutterBox       *box);
void             rutter_pixel_grid_add_line    (RutterPixelGrid       *self,
                                                const RutterPoint     *points,
                                                guint                  n_points);
guint            rutter_pixel_grid_count_lines (const RutterPixelGrid *self,
                                                const RutterBox       *box);

G_END_DECLS
