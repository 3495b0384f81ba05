/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The chart as bytes, in memory and in the cache's file alike: the header, then the arrays of
 * mask, graph and landmarks, each aligned to 8 bytes. Numbers have the byte order of the machine;
 * the file does not travel.
 */
#define RUTTER_SEA_CHART_MAGIC "RUTTERSC"
#define RUTTER_SEA_CHART_VERSION 4u
#define RUTTER_SEA_CHART_BYTE_ORDER 0x01020304u

typedef enum
{
  RUTTER_SEA_CHART_SQUARES,
  RUTTER_SEA_CHART_COASTS,
  RUTTER_SEA_CHART_BLOCKS,
  RUTTER_SEA_CHART_TILES,
  RUTTER_SEA_CHART_LEAVES,
  RUTTER_SEA_CHART_FIRST_LEAVES,
  RUTTER_SEA_CHART_POINTS,
  RUTTER_SEA_CHART_TILE_POINTS,
  RUTTER_SEA_CHART_FIRST_EDGES,
  RUTTER_SEA_CHART_TARGETS,
  RUTTER_SEA_CHART_LENGTHS,
  RUTTER_SEA_CHART_LANDMARKS,
  RUTTER_SEA_CHART_N_PARTS
} RutterSeaChartPart;

typedef struct
{
  guint64 at;      /* bytes from the start */
  guint64 n;       /* items, not bytes */
} RutterSeaChartRecord;

typedef struct
{
  char                 magic[8];
  guint32              version;
  guint32              byte_order;
  guint64              checksum;      /* of all that follows this field */
  guint64              size;          /* of the whole */
  guint64              basemap;       /* checksum of the basemap it was made from */
  guint64              passages;      /* digest of the passages */
  RutterSeaChartRecord parts[RUTTER_SEA_CHART_N_PARTS];
} RutterSeaChartHeader;

guint64 rutter_sea_chart_checksum (const guint8 *bytes,
                                   gsize         length);

G_END_DECLS
