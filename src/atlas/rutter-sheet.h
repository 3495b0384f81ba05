/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-records.h"

G_BEGIN_DECLS

/* What of the marks hangs on the catalogue alone and on no filter, worked out once for all
 * pictures: where things lie, who they belong to, the lines. Belongs to the records; any thread
 * may read it.
 */
typedef struct _RutterSheet RutterSheet;

/* One object that may be drawn. */
typedef struct
{
  const RutterObject *object;
  int                 first_day;  /* outside of these no claim about it lives */
  int                 last_day;
  gboolean            has_point;
  RutterPoint         point;      /* places, events, hubs */
  RutterPoint         ends[2];    /* transfers: has_point when both are known */
  int                 order;      /* transfers: among those of its bundle */
  const char         *actor;      /* code that gives the colour; vessels have a flag a day */
  guint8              symbols[RUTTER_N_LAYER]; /* events: RutterSymbol in each layer */
} RutterSheetRow;

/* A stop of a vessel: an event that puts it somewhere, with the vertex of its line. */
typedef struct
{
  const RutterEvent *event;
  guint              row;
  guint              vertex;
  RutterBox          box;         /* of the way to it from the stop before */
} RutterSheetStop;

/* A line and, for a vessel, its stops in the order of time. */
typedef struct
{
  GArray *points;                 /* RutterPoint */
  GArray *stops;                  /* RutterSheetStop; NULL for a route */
  RutterBox box;
  double  step;                   /* as of a mark */
} RutterSheetLine;

RutterSheet           *rutter_sheet_get        (RutterRecords     *records);

guint                  rutter_sheet_get_n_rows (const RutterSheet *self);
/* In the order of their uids. */
const RutterSheetRow  *rutter_sheet_get_row    (const RutterSheet *self,
                                                guint              index);
/* Returns: FALSE for what is never drawn */
gboolean               rutter_sheet_find       (const RutterSheet *self,
                                                const char        *uid,
                                                guint             *index);
/* Of a route, a passage or a vessel; made when it is asked for first. */
const RutterSheetLine *rutter_sheet_get_line   (RutterSheet       *self,
                                                guint              index);
/* Of a route: where it lies beside other computed ones, 0 the middle; see RutterLanes. */
guint                  rutter_sheet_get_lane   (RutterSheet       *self,
                                                guint              index);

G_END_DECLS
