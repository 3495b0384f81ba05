/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-basemap.h"
#include "rutter-view.h"

#include <cairo.h>

G_BEGIN_DECLS

/* From the basemap's shapes to paths of cairo, for one view. */
typedef struct
{
  cairo_t       *cr;
  RutterBasemap *basemap;
  guint          level;
  RutterBox      bounds;   /* of the view with a little room for line widths, world square */
  /* world to pixel: x' = xx x + xy y + x0, y' = yx x + yy y + y0 */
  double         xx, xy, x0;
  double         yx, yy, y0;
} RutterGroundPath;

void rutter_ground_path_init    (RutterGroundPath  *self,
                                 cairo_t           *cr,
                                 RutterBasemap     *basemap,
                                 const RutterView  *view);
void rutter_ground_path_fill    (RutterGroundPath  *self);
void rutter_ground_path_stroke  (RutterGroundPath  *self,
                                 RutterBasemapSet   set,
                                 guint32            kinds);

G_END_DECLS
