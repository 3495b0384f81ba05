/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-ais-decode-private.h"

/* @per_degree: units in a degree */
static void
set_position (RutterAisMessage *message,
              gint32            lon,
              gint32            lat,
              gint32            per_degree)
{
  RutterAisPosition *position = &message->position;
  gboolean possible = ABS (lon) <= 180 * per_degree && ABS (lat) <= 90 * per_degree;

  message->has_position = possible;
  position->lon = lon;
  position->lat = lat;
  position->lon_deg = possible ? (double)lon / per_degree : NAN;
  position->lat_deg = possible ? (double)lat / per_degree : NAN;
}

/* The 56 bits of a position and the flag before them. Not available is 181 and 91 degrees, and so
 * out of bounds like everything else that cannot be.
 */
void
rutter_ais_decode_take_position (RutterAisMessage *message,
                                 RutterAisBits    *bits)
{
  gboolean accurate = rutter_ais_bits_take_flag (bits);
  gint32 lon = rutter_ais_bits_take_signed (bits, 28);
  gint32 lat = rutter_ais_bits_take_signed (bits, 27);

  message->position.accurate = accurate;
  set_position (message, lon, lat, 600000);
}

/* The 35 bits of types 17 and 27. */
void
rutter_ais_decode_take_coarse (RutterAisMessage *message,
                               RutterAisBits    *bits)
{
  gint32 lon = rutter_ais_bits_take_signed (bits, 18);
  gint32 lat = rutter_ais_bits_take_signed (bits, 17);

  set_position (message, lon, lat, 600);
}

static void
set_turn (RutterAisMotion *motion,
          int              turn)
{
  double root = turn / 4.733;

  motion->turn = turn;
  motion->turn_deg_min = ABS (turn) >= RUTTER_AIS_TURN_UNMEASURED ? NAN
                         : turn < 0 ? -root * root : root * root;
}

/* @tenths: whether speed and course are sent in tenths */
static void
take_speed (RutterAisMotion *motion,
            RutterAisBits   *bits,
            gboolean         tenths)
{
  motion->speed = (int)rutter_ais_bits_take (bits, 10);
  motion->speed_kn = motion->speed == RUTTER_AIS_NO_SPEED ? NAN
                     : tenths ? motion->speed / 10.0 : motion->speed;
}

static void
take_course (RutterAisMotion *motion,
             RutterAisBits   *bits)
{
  motion->course = (int)rutter_ais_bits_take (bits, 12);
  motion->course_deg = motion->course >= RUTTER_AIS_NO_COURSE ? NAN : motion->course / 10.0;
}

static void
take_heading (RutterAisMotion *motion,
              RutterAisBits   *bits)
{
  motion->heading = (int)rutter_ais_bits_take (bits, 9);
  motion->heading_deg = motion->heading > 359 ? NAN : motion->heading;
}

/* What a type does not send is not available. */
static RutterAisMotion *
begin_motion (RutterAisMessage *message)
{
  RutterAisMotion *motion = &message->motion;

  motion->status = 15;
  motion->turn = RUTTER_AIS_NO_TURN;
  motion->heading = RUTTER_AIS_NO_HEADING;
  motion->altitude = RUTTER_AIS_NO_ALTITUDE;
  motion->second = RUTTER_AIS_NO_SECOND;
  motion->turn_deg_min = motion->heading_deg = motion->altitude_m = NAN;
  motion->not_ready = TRUE;
  return motion;
}

/* Types 1, 2 and 3 */
RUTTER_AIS_DECODE (class_a)
{
  RutterAisMotion *motion = begin_motion (message);

  motion->status = (int)rutter_ais_bits_take (bits, 4);
  set_turn (motion, rutter_ais_bits_take_signed (bits, 8));
  take_speed (motion, bits, TRUE);
  rutter_ais_decode_take_position (message, bits);
  take_course (motion, bits);
  take_heading (motion, bits);
  motion->second = (int)rutter_ais_bits_take (bits, 6);
  motion->maneuver = (int)rutter_ais_bits_take (bits, 2);
  rutter_ais_bits_skip (bits, 3);
  motion->raim = rutter_ais_bits_take_flag (bits);
  motion->radio = rutter_ais_bits_take (bits, 19);
  return TRUE;
}

/* Types 4 and 11 */
RUTTER_AIS_DECODE (station)
{
  RutterAisStation *station = &message->station;

  station->year = (int)rutter_ais_bits_take (bits, 14);
  station->month = (int)rutter_ais_bits_take (bits, 4);
  station->day = (int)rutter_ais_bits_take (bits, 5);
  station->hour = (int)rutter_ais_bits_take (bits, 5);
  station->minute = (int)rutter_ais_bits_take (bits, 6);
  station->second = (int)rutter_ais_bits_take (bits, 6);
  rutter_ais_decode_take_position (message, bits);
  station->epfd = (int)rutter_ais_bits_take (bits, 4);
  rutter_ais_bits_skip (bits, 10);
  station->raim = rutter_ais_bits_take_flag (bits);
  station->radio = rutter_ais_bits_take (bits, 19);
  return TRUE;
}

/* Type 9: search and rescue, in whole knots */
RUTTER_AIS_DECODE (aircraft)
{
  RutterAisMotion *motion = begin_motion (message);

  motion->altitude = (int)rutter_ais_bits_take (bits, 12);
  motion->altitude_m = motion->altitude == RUTTER_AIS_NO_ALTITUDE ? NAN : motion->altitude;
  take_speed (motion, bits, FALSE);
  rutter_ais_decode_take_position (message, bits);
  take_course (motion, bits);
  motion->second = (int)rutter_ais_bits_take (bits, 6);
  motion->regional = (int)rutter_ais_bits_take (bits, 8);
  motion->not_ready = rutter_ais_bits_take_flag (bits);
  rutter_ais_bits_skip (bits, 3);
  motion->assigned = rutter_ais_bits_take_flag (bits);
  motion->raim = rutter_ais_bits_take_flag (bits);
  motion->radio = rutter_ais_bits_take (bits, 20);
  return TRUE;
}

/* What types 18 and 19 begin with. */
static RutterAisMotion *
take_class_b (RutterAisMessage *message,
              RutterAisBits    *bits)
{
  RutterAisMotion *motion = begin_motion (message);

  motion->reserved = (int)rutter_ais_bits_take (bits, 8);
  take_speed (motion, bits, TRUE);
  rutter_ais_decode_take_position (message, bits);
  take_course (motion, bits);
  take_heading (motion, bits);
  motion->second = (int)rutter_ais_bits_take (bits, 6);
  return motion;
}

RUTTER_AIS_DECODE (class_b)
{
  RutterAisMotion *motion = take_class_b (message, bits);

  motion->regional = (int)rutter_ais_bits_take (bits, 2);
  motion->carrier_sense = rutter_ais_bits_take_flag (bits);
  motion->has_display = rutter_ais_bits_take_flag (bits);
  motion->has_dsc = rutter_ais_bits_take_flag (bits);
  motion->whole_band = rutter_ais_bits_take_flag (bits);
  motion->takes_msg22 = rutter_ais_bits_take_flag (bits);
  motion->assigned = rutter_ais_bits_take_flag (bits);
  motion->raim = rutter_ais_bits_take_flag (bits);
  motion->radio = rutter_ais_bits_take (bits, 20);
  return TRUE;
}

RUTTER_AIS_DECODE (class_b_extended)
{
  RutterAisMotion *motion = take_class_b (message, bits);
  RutterAisIdentity *identity = &message->identity;

  motion->regional = (int)rutter_ais_bits_take (bits, 4);
  rutter_ais_bits_take_text (bits, 20, identity->name);
  identity->ship_type = (int)rutter_ais_bits_take (bits, 8);
  identity->has_hull = TRUE;
  rutter_ais_decode_take_hull (&identity->hull, bits);
  identity->epfd = (int)rutter_ais_bits_take (bits, 4);
  identity->eta_hour = 24;
  identity->eta_minute = 60;
  identity->draught_m = NAN;
  motion->raim = rutter_ais_bits_take_flag (bits);
  motion->not_ready = identity->not_ready = rutter_ais_bits_take_flag (bits);
  motion->assigned = rutter_ais_bits_take_flag (bits);
  return TRUE;
}

/* Type 27: heard by satellites, one slot of 96 bits */
RUTTER_AIS_DECODE (long_range)
{
  RutterAisMotion *motion = begin_motion (message);

  message->position.accurate = rutter_ais_bits_take_flag (bits);
  motion->raim = rutter_ais_bits_take_flag (bits);
  motion->status = (int)rutter_ais_bits_take (bits, 4);
  rutter_ais_decode_take_coarse (message, bits);
  motion->speed = (int)rutter_ais_bits_take (bits, 6);
  motion->speed_kn = motion->speed == RUTTER_AIS_NO_SPEED_LONG ? NAN : motion->speed;
  motion->course = (int)rutter_ais_bits_take (bits, 9);
  motion->course_deg = motion->course > 359 ? NAN : motion->course;
  motion->stale = rutter_ais_bits_take_flag (bits);
  return TRUE;
}
