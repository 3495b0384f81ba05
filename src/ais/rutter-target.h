/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-ais-decoder.h"
#include "rutter-geo.h"
#include "rutter-mmsi.h"

G_BEGIN_DECLS

/* How a target takes part, as its messages have shown; until one shows it, it is not known. */
typedef enum
{
  RUTTER_TARGET_UNKNOWN,
  RUTTER_TARGET_CLASS_A,
  RUTTER_TARGET_CLASS_B,
  RUTTER_TARGET_STATION,
  RUTTER_TARGET_AIRCRAFT,
  RUTTER_TARGET_AID
} RutterTargetClass;

/* By the time since a target was heard last. */
typedef enum
{
  RUTTER_TARGET_FRESH,
  RUTTER_TARGET_STALE,
  RUTTER_TARGET_LOST      /* kept with its last position: silent, nothing more is known */
} RutterTargetState;

/* What is known of one MMSI. Strings and numbers are as sent; a time of 0 means never. */
typedef struct
{
  guint32            mmsi;
  RutterMmsiKind     kind : 8;
  RutterTargetClass  class : 8;
  guint              is_own : 1;           /* the ship that a receiver is on */
  guint              is_name_sure : 1;     /* heard twice alike, as these */
  guint              is_callsign_sure : 1, is_imo_sure : 1;
  guint              has_hull : 1;
  guint              is_coarse : 1;        /* position of type 27: to 1/600 degree */
  guint8             feed;                 /* the one by which it was heard last */
  guint32            feeds;                /* all of them: bits of rutter_target_get_feed_bit () */
  guint64            n_messages;
  gint64             first_us, heard_us;   /* any message */

  gint64             position_us;          /* when the position was heard */
  RutterLonLat       position;             /* NAN without one */
  double             speed_kn, course_deg, heading_deg, turn_deg_min;   /* NAN without one */
  gint8              status;               /* 15 when not given */
  gint64             doubted_us;           /* when a position out of its reach was heard */
  RutterLonLat       doubted;
  guint              n_doubted;            /* positions set aside so far */
  guint8             doubted_feed;         /* which heard the last of them */
  gint64             two_places_us;        /* when last heard here and at `doubted` in turn */

  gint64             static_us;
  guint32            imo;                  /* 0 when not given; unchecked */
  char               callsign[8];
  char               name[35];
  guint8             ship_type;
  RutterAisHull      hull;
  guint32            mothership;
  guint32            same_imo_mmsi;        /* another that sends this IMO number; only in copies */

  gint64             voyage_us;            /* type 5 */
  double             draught_m;            /* NAN when not given */
  gint8              eta_month, eta_day, eta_hour, eta_minute;
  char               destination[21];
} RutterTarget;

/* A ship at anchor reports every three minutes: three reports missed are stale. */
#define RUTTER_TARGET_STALE_US (9 * 60 * G_USEC_PER_SEC)
#define RUTTER_TARGET_LOST_US (30 * 60 * G_USEC_PER_SEC)

/* Feeds have small numbers; those from 31 on share a bit. */
static inline guint32
rutter_target_get_feed_bit (guint8 feed)
{
  return 1u << MIN (feed, 31);
}

static inline RutterTargetState
rutter_target_get_state (const RutterTarget *self,
                         gint64              now_us)
{
  gint64 age_us = now_us - self->heard_us;

  return age_us > RUTTER_TARGET_LOST_US ? RUTTER_TARGET_LOST
         : age_us > RUTTER_TARGET_STALE_US ? RUTTER_TARGET_STALE : RUTTER_TARGET_FRESH;
}

G_END_DECLS
