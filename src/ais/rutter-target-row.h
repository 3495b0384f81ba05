/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-target.h"

G_BEGIN_DECLS

/* A target in a list. */
typedef struct
{
  guint32  mmsi;
  guint32  imo;                    /* 0 when not given; unchecked */
  gint64   heard_us;
  float    lon, lat;               /* NAN without a position */
  float    speed_kn, course_deg;   /* NAN without one */
  guint8   class;                  /* RutterTargetClass */
  guint8   state;                  /* RutterTargetState */
  guint8   ship_type;
  guint8   feed;                   /* by which it was heard last */
  char     callsign[8];
  char     name[35];
  char     destination[21];
} RutterTargetRow;

typedef enum
{
  RUTTER_TARGET_SORT_NAME,         /* those without one last, then by MMSI, as all the others */
  RUTTER_TARGET_SORT_MMSI,
  RUTTER_TARGET_SORT_HEARD,        /* the latest first */
  RUTTER_TARGET_SORT_SPEED,        /* the fastest first */
  RUTTER_TARGET_SORT_TYPE
} RutterTargetSort;

void  rutter_target_row_init  (RutterTargetRow    *self,
                               const RutterTarget *target,
                               gint64              now_us);
void  rutter_target_row_sort  (GArray             *rows,
                               RutterTargetSort    sort,
                               gboolean            is_reversed);

G_END_DECLS
