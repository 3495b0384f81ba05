/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-passage.h"

G_BEGIN_DECLS

/* Above this distance from the asked position to the water a stop is flagged, kilometres. */
#define RUTTER_SEA_FAR_SNAP_KM 10.0
/* Above this one a position is refused as inland. */
#define RUTTER_SEA_MAX_SNAP_KM 100.0

#define RUTTER_SEA_ERROR (rutter_sea_error_quark ())
GQuark rutter_sea_error_quark (void);

typedef enum
{
  RUTTER_SEA_ERROR_POSITION,  /* not a position on Earth, or the pole */
  RUTTER_SEA_ERROR_INLAND,    /* no navigable water within RUTTER_SEA_MAX_SNAP_KM */
  RUTTER_SEA_ERROR_PASSAGE,   /* no passage of that id */
  RUTTER_SEA_ERROR_SEALED,    /* no way: the message names the passages that would open one */
  RUTTER_SEA_ERROR_REQUEST    /* fewer than two stops, a speed that is none, avoided and opened */
} RutterSeaError;

/* What is asked. All of it is borrowed from the caller. */
typedef struct
{
  const RutterLonLat *stops;     /* start, via points in order, end: two or more */
  guint               n_stops;
  const char *const  *avoid;     /* ids of passages that are closed, NULL-terminated, or NULL */
  const char *const  *open;      /* ids of shut passages that are opened, likewise */
  double              speed_kn;  /* for the hours; above 0 */
} RutterSeaRequest;

typedef struct
{
  RutterLonLat asked;
  RutterLonLat snapped;          /* in the water; == the line's point of that index, but for 360s */
  double       snap_km;
  guint        point;            /* index into the route's points */
} RutterSeaStop;

/* A passage that the route uses: from one of its points to another. A gate is crossed on the leg
 * from `first` to `last`.
 */
typedef struct
{
  const RutterPassage *passage;  /* owned by the passages that the planner holds */
  guint                first;
  guint                last;
} RutterSeaCrossing;

/* The answer: immutable, shared by every thread. The line's longitudes are unwrapped and its legs
 * so short that a straight line in longitude and latitude stays within 500 m of the great circle.
 */
typedef struct
{
  RutterLonLat      *points;
  guint              n_points;
  double             length_nm;  /* along the points, without the legs from and to the asked ones */
  double             hours;
  RutterSeaStop     *stops;
  guint              n_stops;
  RutterSeaCrossing *crossings;  /* in the order of sailing */
  guint              n_crossings;
  char             **avoided;    /* as asked, sorted; never NULL */
  char             **opened;
  /*< private >*/
  gatomicrefcount    ref_count;
  RutterPassages    *passages;
} RutterSeaRoute;

RutterSeaRoute *rutter_sea_route_ref   (RutterSeaRoute *self);
void            rutter_sea_route_unref (RutterSeaRoute *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterSeaRoute, rutter_sea_route_unref)

G_END_DECLS
