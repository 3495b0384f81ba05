/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-geo.h"

G_BEGIN_DECLS

/* Many points that move, as they stood at one moment: made by one thread, then read by any. Never
 * changed, so a painter and a picker work on it without a lock while the next is made. The points
 * lie in the order of a grid over the world square of Web Mercator, row by row from the top left,
 * so that those of a view are a few runs.
 */
#define RUTTER_POINT_GRID 128            /* cells in a row, and rows */
#define RUTTER_POINT_NO_ANGLE G_MAXUINT16
#define RUTTER_POINT_NO_SPEED G_MAXUINT16

/* What a point stands for and how long ago it was heard, for whoever makes and paints them. */
typedef enum
{
  RUTTER_POINT_UNKNOWN,
  RUTTER_POINT_CLASS_A,
  RUTTER_POINT_CLASS_B,
  RUTTER_POINT_STATION,
  RUTTER_POINT_AIRCRAFT,
  RUTTER_POINT_AID,
  RUTTER_POINT_EMERGENCY,  /* a transmitter of somebody in distress */
  RUTTER_N_POINT_KIND
} RutterPointKind;

typedef enum
{
  RUTTER_POINT_FRESH,
  RUTTER_POINT_STALE,
  RUTTER_POINT_LOST,
  RUTTER_N_POINT_STATE
} RutterPointState;

typedef struct
{
  guint32  id;
  guint32  x, y;       /* of the world square in 1/2^32: 9 mm at the equator */
  guint32  heard_s;    /* since 1970; good until 2106 */
  guint16  course;     /* 1/10 degree, or RUTTER_POINT_NO_ANGLE */
  guint16  heading;    /* 1/10 degree, or RUTTER_POINT_NO_ANGLE */
  guint16  speed;      /* 1/10 knot, or RUTTER_POINT_NO_SPEED */
  guint8   kind;       /* RutterPointKind */
  guint8   category;   /* what it means is for whoever makes and reads it */
  guint8   state;      /* RutterPointState */
} RutterPointRecord;

typedef struct
{
  guint           n;
  const guint32  *id;
  const guint32  *x, *y;
  const guint32  *heard_s;
  const guint16  *course, *heading, *speed;
  const guint8   *kind, *category, *state;
  const guint32  *cells;   /* where each cell begins, and n behind the last */
} RutterPointSet;

RutterPointSet *rutter_point_set_new       (const RutterPointRecord *records,
                                            guint                    n);
RutterPointSet *rutter_point_set_ref       (RutterPointSet          *self);
void            rutter_point_set_unref     (RutterPointSet          *self);
void            rutter_point_set_find_run  (const RutterPointSet    *self,
                                            guint                    row,
                                            guint                    first_column,
                                            guint                    last_column,
                                            guint                   *first,
                                            guint                   *end);
void            rutter_point_record_place  (RutterPointRecord       *self,
                                            RutterLonLat             position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterPointSet, rutter_point_set_unref)

G_END_DECLS
