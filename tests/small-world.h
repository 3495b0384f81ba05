/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-basemap.h"
#include "rutter-passage.h"

G_BEGIN_DECLS

/* A world of boxes to plan routes over, as a basemap and a table of passages. */
typedef struct
{
  guint   kind;   /* RUTTER_RING_LAND ... */
  double  west, south, east, north;
} SmallWorldBox;

/* @folder: where the two files lie while they are read; they are gone afterwards. */
void  small_world_open  (const char           *folder,
                         const SmallWorldBox  *boxes,
                         guint                 n_boxes,
                         const char           *table,
                         RutterBasemap       **basemap,
                         RutterPassages      **passages);

G_END_DECLS
