/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-build-basemap-line.h"

G_BEGIN_DECLS

/* One of GSHHG's binned files: the segments of its lines, bin by bin. */
typedef struct
{
  guint                grid_width;  /* units around the world */
  guint                n_segments;
  RutterGroundSegment *segments;
  RutterGridPoint     *points;
} RutterGroundSource;

RutterGroundSource *rutter_ground_source_read (const char          *path,
                                               gboolean             closed,
                                               GError             **error);
void                rutter_ground_source_free (RutterGroundSource  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterGroundSource, rutter_ground_source_free)

G_END_DECLS
