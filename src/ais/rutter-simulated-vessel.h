/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-ais-encoder.h"
#include "rutter-simulated-lane.h"

G_BEGIN_DECLS

typedef enum
{
  RUTTER_SIMULATED_SHIP,      /* class A, to and fro on its lane */
  RUTTER_SIMULATED_ANCHORED,  /* class A, beside a lane */
  RUTTER_SIMULATED_CRAFT,     /* class B, about one place */
  RUTTER_SIMULATED_AID,
  RUTTER_SIMULATED_STATION,
  RUTTER_SIMULATED_AIRCRAFT
} RutterSimulatedKind;

/* What one sends, each at its own intervals. */
typedef enum
{
  RUTTER_SIMULATED_POSITION,
  RUTTER_SIMULATED_IDENTITY,
  RUTTER_SIMULATED_REST,      /* of the identity of class B: part B of type 24 */
  RUTTER_SIMULATED_N_STREAMS
} RutterSimulatedStream;

/* The MID of all that is simulated: no state has it, so none of these MMSIs can be a real ship's.
 */
#define RUTTER_SIMULATED_MID 799
#define RUTTER_SIMULATED_MOST 500000

/* One of the simulation. Where it is at a time follows from this alone: nothing is kept from one
 * report to the next.
 */
typedef struct
{
  RutterSimulatedKind        kind;
  guint32                    number;      /* 1 to RUTTER_SIMULATED_MOST */
  guint32                    mmsi;
  guint32                    imo;         /* 0 for none */
  char                       name[21];
  guint8                     ship_type;
  guint16                    length_m, beam_m;
  guint8                     draught_dm;
  const RutterSimulatedLane *lane;
  double                     at_m;        /* of those that stay at a place of the lane */
  double                     east, north; /* of the room there is, -0.7 to 0.7 */
  double                     speed_kn;
  double                     radius_m;    /* of those that go about a place */
  double                     lead_s;      /* how far its cycle was on at first */
  double                     rest_s;      /* at either end of the lane */
} RutterSimulatedVessel;

typedef struct
{
  RutterLonLat  position;
  double        speed_kn, course_deg, turn_deg_min;
  gboolean      is_moored;
  gboolean      is_back;      /* on the way to the lane's first point */
  double        left_m;       /* to the lane's end */
} RutterSimulatedState;

void      rutter_simulated_vessel_init       (RutterSimulatedVessel       *self,
                                              guint                        number,
                                              const RutterSimulatedLane   *lane,
                                              GRand                       *random,
                                              double                       speed_factor);
void      rutter_simulated_vessel_init_ship  (RutterSimulatedVessel       *self,
                                              guint                        number,
                                              const RutterSimulatedLane   *lane,
                                              GRand                       *random,
                                              double                       speed_factor);
gboolean  rutter_simulated_vessel_sends      (const RutterSimulatedVessel *self,
                                              RutterSimulatedStream        stream);
void      rutter_simulated_vessel_get_state  (const RutterSimulatedVessel *self,
                                              double                       time_s,
                                              RutterSimulatedState        *state);
double    rutter_simulated_vessel_get_gap    (const RutterSimulatedVessel *self,
                                              RutterSimulatedStream        stream,
                                              const RutterSimulatedState  *state);
/* rutter-simulated-report.c */
void      rutter_simulated_vessel_report     (const RutterSimulatedVessel *self,
                                              RutterSimulatedStream        stream,
                                              const RutterSimulatedState  *state,
                                              gint64                       now_us,
                                              RutterAisEncoder            *encoder);

G_END_DECLS
