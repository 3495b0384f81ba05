/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-simulated-vessel.h"

#include <math.h>
#include <stdio.h>

#define M_S_PER_KN (RUTTER_NM_M / 3600)
/* Speed and course are those of a step about the moment; turning is seen over a longer one. */
#define STEP_S 4.0
#define TURN_STEP_S 30.0
/* The highest speed that can be sent is 102.2 knots. */
#define MAX_SPEED_KN 100.0
#define IDENTITY_GAP_S 360

/* What sails, and what it is like. */
typedef struct
{
  guint   ship_type;
  guint   share;                 /* of 100 */
  double  slow_kn, fast_kn;
  int     short_m, long_m;
  double  light_m, deep_m;
} Build;

static const Build ships[] = {
  { 70, 40, 10, 17, 90, 330, 5, 14 },    /* cargo */
  { 80, 27, 10, 15, 100, 330, 6, 17 },   /* tankers */
  { 60, 8, 15, 23, 90, 320, 5, 8 },      /* passengers */
  { 40, 2, 28, 38, 30, 90, 2, 4 },       /* high speed */
  { 52, 6, 6, 11, 20, 45, 3, 5 },        /* tugs */
  { 30, 12, 4, 11, 24, 80, 3, 6 },       /* fishing */
  { 90, 5, 8, 13, 40, 150, 3, 8 },
};
static const Build crafts[] = {
  { 36, 40, 3, 8, 8, 20, 1, 2 },         /* sailing */
  { 37, 35, 5, 20, 6, 24, 0.5, 2 },      /* pleasure */
  { 30, 25, 3, 8, 8, 15, 1, 2 },         /* fishing */
};

static const Build *
choose_build (const Build *builds,
              GRand       *random)
{
  int rest = g_rand_int_range (random, 0, 100);

  while (rest >= (int)builds->share)
    rest -= (int)(builds++)->share;

  return builds;
}

static void
set_build (RutterSimulatedVessel *self,
           const Build           *build,
           GRand                 *random,
           double                 speed_factor)
{
  self->ship_type = (guint8)build->ship_type;
  self->length_m = (guint16)g_rand_int_range (random, build->short_m, build->long_m + 1);
  self->beam_m = (guint16)CLAMP (self->length_m / 6.5, 2, 60);
  self->draught_dm = (guint8)(10 * g_rand_double_range (random, build->light_m, build->deep_m));
  self->speed_kn = MIN (g_rand_double_range (random, build->slow_kn, build->fast_kn) *
                        speed_factor, MAX_SPEED_KN);
}

/* A place beside the lane. */
static void
set_place (RutterSimulatedVessel *self,
           GRand                 *random)
{
  self->at_m = g_rand_double (random) * rutter_simulated_lane_get_length (self->lane);
  self->east = g_rand_double_range (random, -0.7, 0.7);
  self->north = g_rand_double_range (random, -0.7, 0.7);
}

/* A place with water about it, as far as the lane has one. */
static void
set_roomy_place (RutterSimulatedVessel *self,
                 GRand                 *random,
                 double                 wanted_m)
{
  double best_m = -1, best_at_m = 0;

  for (guint i = 0; i < 20 && best_m < wanted_m; i++)
    {
      double room_m;

      set_place (self, random);
      room_m = rutter_simulated_lane_get_room (self->lane, self->at_m);
      if (room_m > best_m)
        {
          best_m = room_m;
          best_at_m = self->at_m;
        }
    }
  self->at_m = best_at_m;
}

/**
 * rutter_simulated_vessel_init_ship:
 * @number: 1 to %RUTTER_SIMULATED_MOST, its own
 * @lane: outlives it
 * @speed_factor: how many times as fast as ships are, 0 or more
 *
 * Makes a ship that is under way.
 */
void
rutter_simulated_vessel_init_ship (RutterSimulatedVessel     *self,
                                   guint                      number,
                                   const RutterSimulatedLane *lane,
                                   GRand                     *random,
                                   double                     speed_factor)
{
  double way_s;

  *self = (RutterSimulatedVessel) { .kind = RUTTER_SIMULATED_SHIP, .number = number,
                                    .lane = lane };
  self->mmsi = RUTTER_SIMULATED_MID * 1000000 + number;
  g_snprintf (self->name, sizeof self->name, "SIMULATED %05u", number); /* untranslated */
  set_place (self, random);
  set_build (self, choose_build (ships, random), random, speed_factor);
  self->rest_s = g_rand_double_range (random, 4, 24) * 3600;
  way_s = rutter_simulated_lane_get_length (lane) / MAX (self->speed_kn * M_S_PER_KN, 0.1);
  self->lead_s = g_rand_double (random) * 2 * (way_s + self->rest_s);
}

static void
make_craft (RutterSimulatedVessel *self,
            GRand                 *random,
            double                 speed_factor)
{
  self->kind = RUTTER_SIMULATED_CRAFT;
  set_roomy_place (self, random, 2000);
  set_build (self, choose_build (crafts, random), random, speed_factor);
  self->east = self->north = 0;
  self->radius_m = rutter_simulated_lane_get_room (self->lane, self->at_m) *
                   g_rand_double_range (random, 0.3, 0.7);
}

/* What is no ship has a number of its own kind in its MMSI, so only so many can be told apart. */
static void
make_fixture (RutterSimulatedVessel *self,
              RutterSimulatedKind    kind,
              GRand                 *random,
              double                 speed_factor)
{
  self->kind = kind;
  if (kind == RUTTER_SIMULATED_AID)
    {
      self->mmsi = 990000000 + RUTTER_SIMULATED_MID * 10000 + self->number / 100;
      /* untranslated */
      g_snprintf (self->name, sizeof self->name, "SIMULATED BUOY %u", self->number / 100);
      set_roomy_place (self, random, 500);
    }
  else if (kind == RUTTER_SIMULATED_STATION)
    {
      self->mmsi = RUTTER_SIMULATED_MID * 10000 + self->number / 500;
      self->at_m = g_rand_boolean (random) ? 0 : rutter_simulated_lane_get_length (self->lane);
    }
  else
    {
      self->mmsi = 111000000 + RUTTER_SIMULATED_MID * 1000 + self->number / 1000;
      self->speed_kn = MIN (120 * speed_factor, 1000);
      self->radius_m = 6000;
    }
}

/**
 * rutter_simulated_vessel_init:
 *
 * As rutter_simulated_vessel_init_ship(), but of whatever kind its number and chance make it: by
 * far the most are ships and craft.
 */
void
rutter_simulated_vessel_init (RutterSimulatedVessel     *self,
                              guint                      number,
                              const RutterSimulatedLane *lane,
                              GRand                     *random,
                              double                     speed_factor)
{
  double chance = g_rand_double (random);

  rutter_simulated_vessel_init_ship (self, number, lane, random, speed_factor);
  if (number % 1000 == 999)
    make_fixture (self, RUTTER_SIMULATED_AIRCRAFT, random, speed_factor);
  else if (number % 500 == 499)
    make_fixture (self, RUTTER_SIMULATED_STATION, random, speed_factor);
  else if (number % 100 == 99)
    make_fixture (self, RUTTER_SIMULATED_AID, random, speed_factor);
  else if (chance < 0.12)
    {
      self->kind = RUTTER_SIMULATED_ANCHORED;
      set_roomy_place (self, random, 500);
    }
  else if (chance < 0.40)
    make_craft (self, random, speed_factor);
}

gboolean
rutter_simulated_vessel_sends (const RutterSimulatedVessel *self,
                               RutterSimulatedStream        stream)
{
  gboolean is_craft = self->kind == RUTTER_SIMULATED_CRAFT;

  switch (stream)
    {
    case RUTTER_SIMULATED_POSITION:
      return TRUE;

    case RUTTER_SIMULATED_IDENTITY:
      return is_craft || self->kind == RUTTER_SIMULATED_SHIP ||
             self->kind == RUTTER_SIMULATED_ANCHORED;

    case RUTTER_SIMULATED_REST:
      /* Every fourth sends type 19, which has all of it. */
      return is_craft && self->number % 4 != 0;

    case RUTTER_SIMULATED_N_STREAMS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* On its lane: there, at rest, back, at rest. */
static RutterLonLat
locate_ship (const RutterSimulatedVessel *self,
             double                       time_s,
             RutterSimulatedState        *state)
{
  double length_m = rutter_simulated_lane_get_length (self->lane);
  double speed_m_s = MAX (self->speed_kn * M_S_PER_KN, 0.1);
  double way_s = length_m / speed_m_s;
  double phase_s = fmod (time_s + self->lead_s, 2 * (way_s + self->rest_s));
  double at_m;

  state->is_back = phase_s >= way_s + self->rest_s;
  if (state->is_back)
    phase_s -= way_s + self->rest_s;
  state->is_moored = phase_s >= way_s || self->speed_kn <= 0;
  at_m = MIN (phase_s * speed_m_s, length_m);
  state->left_m = length_m - at_m;

  return rutter_simulated_lane_locate (self->lane, state->is_back ? length_m - at_m : at_m,
                                       self->east, self->north);
}

/* About its place: two swings, one a little longer than the other, so that it does not come round
 * to the same circle.
 */
static RutterLonLat
locate_about (const RutterSimulatedVessel *self,
              double                       time_s)
{
  RutterLonLat middle = rutter_simulated_lane_locate (self->lane, self->at_m, self->east,
                                                      self->north);
  double swing = self->radius_m > 0 ? self->speed_kn * M_S_PER_KN / self->radius_m : 0;
  double angle = swing * (time_s + self->lead_s);

  return rutter_simulated_lane_shift (middle, self->radius_m * sin (angle),
                                      self->radius_m * sin (angle * 0.83 + self->number));
}

static RutterLonLat
locate (const RutterSimulatedVessel *self,
        double                       time_s,
        RutterSimulatedState        *state)
{
  switch (self->kind)
    {
    case RUTTER_SIMULATED_SHIP:
      return locate_ship (self, time_s, state);

    case RUTTER_SIMULATED_CRAFT:
    case RUTTER_SIMULATED_AIRCRAFT:
      return locate_about (self, time_s);

    case RUTTER_SIMULATED_ANCHORED:
    case RUTTER_SIMULATED_AID:
    case RUTTER_SIMULATED_STATION:
    default:
      return rutter_simulated_lane_locate (self->lane, self->at_m, self->east, self->north);
    }
}

static double
get_course (const RutterSimulatedVessel *self,
            double                       from_s,
            double                       to_s)
{
  RutterSimulatedState state = { 0 };
  RutterLonLat from = locate (self, from_s, &state), to = locate (self, to_s, &state);

  return rutter_geo_distance_m (from, to) > 0.5 ? rutter_geo_bearing_deg (from, to) : NAN;
}

/**
 * rutter_simulated_vessel_get_state:
 * @time_s: since the simulation began
 *
 * Speed and course are those of the way that is really made.
 */
void
rutter_simulated_vessel_get_state (const RutterSimulatedVessel *self,
                                   double                       time_s,
                                   RutterSimulatedState        *state)
{
  RutterSimulatedState unused = { 0 };
  RutterLonLat before, behind;
  double turn_deg;

  *state = (RutterSimulatedState) { .course_deg = NAN };
  state->position = locate (self, time_s, state);
  if (self->kind != RUTTER_SIMULATED_SHIP && self->radius_m <= 0)
    return;
  if (state->is_moored)
    return;

  before = locate (self, time_s + STEP_S / 2, &unused);
  behind = locate (self, time_s - STEP_S / 2, &unused);
  state->speed_kn = rutter_geo_distance_m (behind, before) / STEP_S / M_S_PER_KN;
  if (state->speed_kn < 0.1)
    return;

  state->course_deg = rutter_geo_bearing_deg (behind, before);
  turn_deg = get_course (self, time_s, time_s + TURN_STEP_S / 2) -
             get_course (self, time_s - TURN_STEP_S / 2, time_s);
  if (!isnan (turn_deg))
    state->turn_deg_min = remainder (turn_deg, 360) * 60 / TURN_STEP_S;
}

/**
 * rutter_simulated_vessel_get_gap:
 *
 * Returns: seconds to the next report, by ITU-R M.1371, table 1 and 2
 */
double
rutter_simulated_vessel_get_gap (const RutterSimulatedVessel *self,
                                 RutterSimulatedStream        stream,
                                 const RutterSimulatedState  *state)
{
  gboolean is_turning = fabs (state->turn_deg_min) > 10;

  if (stream != RUTTER_SIMULATED_POSITION)
    return IDENTITY_GAP_S;

  switch (self->kind)
    {
    case RUTTER_SIMULATED_CRAFT:
      return state->speed_kn <= 2 ? 180 : 30;

    case RUTTER_SIMULATED_AID:
    case RUTTER_SIMULATED_ANCHORED:
      return 180;

    case RUTTER_SIMULATED_STATION:
    case RUTTER_SIMULATED_AIRCRAFT:
      return 10;

    case RUTTER_SIMULATED_SHIP:
    default:
      return state->is_moored ? 180 : state->speed_kn <= 14 ? is_turning ? 10 / 3.0 : 10
             : state->speed_kn <= 23 ? is_turning ? 2 : 6 : 2;
    }
}
