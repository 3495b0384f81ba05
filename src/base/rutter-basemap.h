/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-geo.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The embedded basemap: one file, mapped, read-only, shared by every thread. Its format is
 * documented in rutter-basemap-format.h.
 */
typedef struct _RutterBasemap RutterBasemap;

RutterBasemap *rutter_basemap_open   (const char      *path,
                                      GError         **error);
RutterBasemap *rutter_basemap_ref    (RutterBasemap   *self);
void           rutter_basemap_unref  (RutterBasemap   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterBasemap, rutter_basemap_unref)

typedef enum
{
  RUTTER_BASEMAP_RINGS,       /* closed: land, lakes, islands in lakes, ponds on those */
  RUTTER_BASEMAP_RIVERS,      /* open lines: rivers and canals */
  RUTTER_BASEMAP_BOUNDARIES,  /* open lines */
  RUTTER_BASEMAP_N_SET
} RutterBasemapSet;

/* Kinds of rings, as GSHHG numbers them, but for the Caspian Sea, whose shore and islands count as
 * a sea's. A kind says how the edge is drawn; what is land follows from how rings lie in each
 * other.
 */
enum
{
  RUTTER_RING_LAND = 1,
  RUTTER_RING_LAKE,
  RUTTER_RING_ISLAND,
  RUTTER_RING_POND
};

/* Kinds of rivers: 0 to 4 from the greatest to the smallest, then canals. */
enum
{
  RUTTER_RIVER_GREATEST = 0,
  RUTTER_RIVER_SMALLEST = 4,
  RUTTER_RIVER_CANAL = 8,
  RUTTER_RIVER_SMALL_CANAL = 9
};

/* Kinds of boundaries: GSHHG's three, and ours. */
enum
{
  RUTTER_BOUNDARY_INTERNATIONAL = 1,
  RUTTER_BOUNDARY_INTERNAL,
  RUTTER_BOUNDARY_MARINE,
  RUTTER_BOUNDARY_DISPUTED
};

/* A ring or a line: a chain of runs. Each run begins where the one before it ends. Coordinates
 * are of the world square, unwrapped; the box's middle lies in the square itself.
 */
typedef struct
{
  RutterBox box;
  guint     kind;
  guint     n_runs;
  /*< private >*/
  guint     index;
  guint8    set;
  guint8    level;
  gboolean  is_inline;
} RutterBasemapShape;

/* The most vertices that a run has, both ends included. */
#define RUTTER_BASEMAP_MAX_RUN 48

typedef struct
{
  RutterBox     box;
  RutterPoint   first;
  RutterPoint   last;
  guint         n_points;
  gboolean      is_hidden;  /* part of a ring's area, but never stroked */
  /*< private >*/
  const guint8 *data;
  const guint8 *end;
  double        unit;
  gint32        start[2];
  gint32        limits[4];
} RutterBasemapRun;

typedef struct
{
  /*< private >*/
  RutterBasemap *basemap;
  guint          level;
  guint          set;
  guint          index;
  RutterBox      box;
} RutterBasemapIter;

guint64   rutter_basemap_get_checksum  (RutterBasemap             *self);
guint     rutter_basemap_choose_level  (RutterBasemap             *self,
                                        double                     zoom);
void      rutter_basemap_iter_init     (RutterBasemapIter         *iter,
                                        RutterBasemap             *self,
                                        guint                      level,
                                        RutterBasemapSet           set,
                                        const RutterBox           *box);
gboolean  rutter_basemap_iter_next     (RutterBasemapIter         *iter,
                                        RutterBasemapShape        *shape);
gboolean  rutter_basemap_get_run       (RutterBasemap             *self,
                                        const RutterBasemapShape  *shape,
                                        guint                      index,
                                        RutterBasemapRun          *run);
guint     rutter_basemap_run_decode    (const RutterBasemapRun    *run,
                                        RutterPoint                points[RUTTER_BASEMAP_MAX_RUN]);

G_END_DECLS
