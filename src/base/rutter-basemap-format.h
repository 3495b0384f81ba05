/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-basemap.h"

G_BEGIN_DECLS

/* The basemap file (`*.rbm`), shared by its reader and its builder.
 *
 *   header | directory: one level record a level | tables and vertex data, each 8-byte aligned
 *
 * All numbers have the byte order of the machine that built the file; the mark in the header lets
 * a reader of the other order refuse it. A level holds the world simplified to half a pixel of its
 * zoom; the last one is not simplified. Coordinates are integers of the level's own unit,
 * 1 / 2^bits of the world square's side.
 *
 * Each level has three sets (rings, rivers, boundaries), each set four parts:
 *  - blocks: the boxes of RUTTER_BASEMAP_BLOCK shapes in a row each, so that a view passes over
 *    most of the world without looking at its shapes; shapes are sorted by place for that;
 *  - shapes: box, kind, and where its runs are;
 *  - runs: up to RUTTER_BASEMAP_MAX_RUN vertices with box and both ends, so that a run beyond one
 *    side of the view is passed over without being decoded. The next run begins at the last vertex;
 *  - data: the vertices of a run as differences from the one before, each coordinate a zigzag
 *    varint (7 bits a byte, the lowest first, the top bit set when more follow).
 *
 * A shape of few vertices (n_runs 0) has no run record: `where` is the place in data of a varint
 * with the number of vertices, then all vertices, the first as a difference from the box's corner.
 * Nine rings in ten are such, and their records would double the file.
 */
#define RUTTER_BASEMAP_MAGIC "RUTTERBM"
#define RUTTER_BASEMAP_VERSION 1u
#define RUTTER_BASEMAP_BYTE_ORDER 0x01020304u
#define RUTTER_BASEMAP_BLOCK 64u
#define RUTTER_BASEMAP_MAX_LEVELS 16u
#define RUTTER_BASEMAP_MAX_BITS 28u

typedef struct
{
  char    magic[8];
  guint32 version;
  guint32 byte_order;
  guint64 checksum;    /* of all that follows this field */
  guint64 file_size;
  guint32 n_levels;
  guint32 reserved;
} RutterBasemapHeader;

typedef struct
{
  guint64 blocks_at;   /* bytes from the start of the file */
  guint64 shapes_at;
  guint64 runs_at;
  guint64 data_at;
  guint32 n_blocks;    /* n_shapes / RUTTER_BASEMAP_BLOCK, rounded up */
  guint32 n_shapes;
  guint32 n_runs;
  guint32 n_data;      /* bytes */
} RutterBasemapSetRecord;

typedef struct
{
  double                 zoom;
  guint32                bits;
  guint32                reserved;
  RutterBasemapSetRecord sets[RUTTER_BASEMAP_N_SET];
} RutterBasemapLevelRecord;

typedef struct
{
  gint32 x0, y0, x1, y1;
} RutterBasemapBoxRecord;

typedef struct
{
  RutterBasemapBoxRecord box;
  guint32                where;  /* first run, or place in data when n_runs is 0 */
  guint16                n_runs;
  guint16                kind;
} RutterBasemapShapeRecord;

typedef struct
{
  RutterBasemapBoxRecord box;
  gint32                 first_x, first_y;
  gint32                 last_x, last_y;
  guint32                data;      /* place in data of the second vertex */
  guint16                n_points;
  guint16                is_hidden;
} RutterBasemapRunRecord;

G_STATIC_ASSERT (sizeof (RutterBasemapHeader) == 40);
G_STATIC_ASSERT (sizeof (RutterBasemapSetRecord) == 48);
G_STATIC_ASSERT (sizeof (RutterBasemapLevelRecord) == 160);
G_STATIC_ASSERT (sizeof (RutterBasemapShapeRecord) == 24);
G_STATIC_ASSERT (sizeof (RutterBasemapRunRecord) == 40);

guint64 rutter_basemap_checksum (const guint8 *file,
                                 gsize         length);

G_END_DECLS
