/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-basemap.h"
#include "rutter-water-mask.h"

G_BEGIN_DECLS

/* The arrays of a mask while it is made. */
typedef struct
{
  GArray *squares;
  GArray *coasts;
  GArray *blocks;
  GArray *tiles;
} RutterWaterRaster;

typedef void (*RutterWaterProgress) (double   fraction,
                                     gpointer user_data);

gboolean rutter_water_raster_init     (RutterWaterRaster    *self,
                                       RutterBasemap        *basemap,
                                       RutterWaterProgress   progress,
                                       gpointer              user_data,
                                       GCancellable         *cancellable,
                                       GError              **error);
void     rutter_water_raster_clear    (RutterWaterRaster    *self);
void     rutter_water_raster_get_mask (RutterWaterRaster    *self,
                                       RutterWaterMask      *mask);

G_END_DECLS
