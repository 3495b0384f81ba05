/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-target-merge.h"

/* One damaged message in 255 has a right checksum. So a name, callsign or IMO number that is known
 * gives way only to another one that was heard twice alike, and a position that would need an
 * impossible speed only to a second one that goes with it.
 */
#define MAX_SPEED_M_S 60.0            /* 117 knots: faster than any vessel on the water */
#define MAX_FLIGHT_M_S 350.0
#define SLACK_M 2500.0                /* coarse positions, and times that are a little wrong */
#define DOUBT_US (10 * 60 * G_USEC_PER_SEC)

static double
get_reach_m (const RutterTarget *target,
             gint64              from_us,
             gint64              to_us)
{
  double seconds = (double)ABS (to_us - from_us) / G_USEC_PER_SEC;

  return SLACK_M + seconds * (target->class == RUTTER_TARGET_AIRCRAFT ? MAX_FLIGHT_M_S
                                                                      : MAX_SPEED_M_S);
}

/* Whether the target can have got to @position; when not, that is remembered. */
static gboolean
can_be_at (RutterTarget *target,
           RutterLonLat  position,
           gint64        heard_us)
{
  if (target->position_us == 0 ||
      rutter_geo_distance_m (target->position, position) <=
        get_reach_m (target, target->position_us, heard_us))
    return TRUE;

  if (target->doubted_us != 0 && ABS (heard_us - target->doubted_us) <= DOUBT_US &&
      rutter_geo_distance_m (target->doubted, position) <=
        get_reach_m (target, target->doubted_us, heard_us))
    {
      /* Heard at either place in turn, it stays at the first: two senders have this MMSI, or the
       * position is not a true one.
       */
      if (target->position_us < target->doubted_us)
        {
          target->doubted_us = 0;
          return TRUE;
        }
      target->two_places_us = heard_us;
    }

  target->doubted = position;
  target->doubted_us = heard_us;
  target->doubted_feed = target->feed;
  target->n_doubted++;
  return FALSE;
}

/* Returns: whether the message's other figures hold as well */
static gboolean
merge_position (RutterTarget           *target,
                const RutterAisMessage *message,
                gint64                  heard_us)
{
  RutterLonLat position = { message->position.lon_deg, message->position.lat_deg };

  /* Late, by a slower feed; and a coarse one says nothing new beside a fresh one. */
  if (heard_us < target->position_us)
    return FALSE;
  if (message->type == 27 && target->position_us != 0 && !target->is_coarse &&
      heard_us - target->position_us < RUTTER_TARGET_STALE_US)
    return FALSE;
  if (!message->has_position)
    return TRUE;
  if (!can_be_at (target, position, heard_us))
    return FALSE;

  target->position = position;
  target->position_us = heard_us;
  target->is_coarse = message->type == 27;
  return TRUE;
}

static void
merge_motion (RutterTarget           *target,
              const RutterAisMessage *message,
              gint64                  heard_us)
{
  const RutterAisMotion *motion = &message->motion;

  if (!merge_position (target, message, heard_us))
    return;

  target->speed_kn = motion->speed_kn;
  target->course_deg = motion->course_deg;
  target->heading_deg = motion->heading_deg;
  target->turn_deg_min = motion->turn_deg_min;
  if (message->type <= 3 || message->type == 27)
    target->status = (gint8)motion->status;
}

/* Takes what was @heard when nothing is known, when what is known is not sure, or the second time
 * without what is known in between. "Not given" changes nothing. Returns: whether it is sure now
 */
static gboolean
settle_text (char       *known,
             gboolean    is_sure,
             char       *doubted,
             const char *heard,
             gsize       size)
{
  if (heard[0] == '\0')
    return is_sure;

  if (strcmp (known, heard) == 0)
    {
      doubted[0] = '\0';
      return TRUE;
    }

  if (is_sure && strcmp (doubted, heard) != 0)
    {
      g_strlcpy (doubted, heard, size);
      return TRUE;
    }

  g_strlcpy (known, heard, size);
  doubted[0] = '\0';
  return is_sure;
}

static void
settle_imo (RutterTarget      *target,
            RutterTargetDoubt *doubt,
            guint32            heard)
{
  if (heard == 0)
    return;

  if (target->imo == heard)
    {
      target->is_imo_sure = TRUE;
      doubt->imo = 0;
    }
  else if (target->is_imo_sure && doubt->imo != heard)
    {
      doubt->imo = heard;
    }
  else
    {
      target->imo = heard;
      doubt->imo = 0;
    }
}

static void
settle_name (RutterTarget      *target,
             RutterTargetDoubt *doubt,
             const char        *name)
{
  target->is_name_sure = settle_text (target->name, target->is_name_sure, doubt->name, name,
                                      sizeof target->name) != FALSE;
}

static void
merge_identity (RutterTarget           *target,
                RutterTargetDoubt      *doubt,
                const RutterAisMessage *message,
                gint64                  heard_us)
{
  const RutterAisIdentity *identity = &message->identity;

  target->static_us = heard_us;
  settle_name (target, doubt, identity->name);
  target->is_callsign_sure = settle_text (target->callsign, target->is_callsign_sure,
                                          doubt->callsign, identity->callsign,
                                          sizeof target->callsign) != FALSE;
  settle_imo (target, doubt, identity->imo);
  if (identity->part == RUTTER_AIS_PART_A)
    return;

  target->ship_type = (guint8)identity->ship_type;
  target->has_hull = identity->has_hull != FALSE;
  target->hull = identity->hull;
  target->mothership = identity->mothership;
  if (message->type != 5)
    return;

  target->voyage_us = heard_us;
  target->draught_m = identity->draught_m;
  target->eta_month = (gint8)identity->eta_month;
  target->eta_day = (gint8)identity->eta_day;
  target->eta_hour = (gint8)identity->eta_hour;
  target->eta_minute = (gint8)identity->eta_minute;
  g_strlcpy (target->destination, identity->destination, sizeof target->destination);
}

static void
merge_aid (RutterTarget           *target,
           RutterTargetDoubt      *doubt,
           const RutterAisMessage *message,
           gint64                  heard_us)
{
  merge_position (target, message, heard_us);
  target->static_us = heard_us;
  settle_name (target, doubt, message->aid.name);
  target->ship_type = (guint8)message->aid.kind;
  target->has_hull = TRUE;
  target->hull = message->aid.hull;
}

/* Type 27 is sent by both classes, 11 by ships that were asked, and 24 by aids as well. */
static void
merge_class (RutterTarget *target,
             int           type)
{
  switch (type)
    {
    case 1: case 2: case 3: case 5:
      target->class = RUTTER_TARGET_CLASS_A;
      break;

    case 18: case 19:
      target->class = RUTTER_TARGET_CLASS_B;
      break;

    case 24:
      if (target->class == RUTTER_TARGET_UNKNOWN && target->kind != RUTTER_MMSI_AID)
        target->class = RUTTER_TARGET_CLASS_B;
      break;

    case 4:
      target->class = RUTTER_TARGET_STATION;
      break;

    case 9:
      target->class = RUTTER_TARGET_AIRCRAFT;
      break;

    case 21:
      target->class = RUTTER_TARGET_AID;
      break;

    default:
      break;
    }
}

/* Nothing is known yet but that it was heard. */
void
rutter_target_begin (RutterTarget *target,
                     guint32       mmsi,
                     gint64        heard_us)
{
  memset (target, 0, sizeof *target);
  target->mmsi = mmsi;
  target->kind = rutter_mmsi_get_kind (mmsi);
  target->first_us = heard_us;
  target->status = 15;
  target->eta_hour = 24;
  target->eta_minute = 60;
  target->position = target->doubted = (RutterLonLat) { NAN, NAN };
  target->speed_kn = target->course_deg = target->heading_deg = target->turn_deg_min = NAN;
  target->draught_m = NAN;
}

/**
 * rutter_target_merge:
 * @message: of the target's MMSI
 * @heard_us: since 1970
 */
void
rutter_target_merge (RutterTarget           *target,
                     RutterTargetDoubt      *doubt,
                     const RutterAisMessage *message,
                     gint64                  heard_us)
{
  target->n_messages++;
  target->heard_us = MAX (target->heard_us, heard_us);
  merge_class (target, message->type);

  switch (message->type)
    {
    case 1: case 2: case 3: case 9: case 18: case 27:
      merge_motion (target, message, heard_us);
      break;

    case 19:
      merge_motion (target, message, heard_us);
      merge_identity (target, doubt, message, heard_us);
      break;

    case 4: case 11:
      merge_position (target, message, heard_us);
      break;

    case 5: case 24:
      merge_identity (target, doubt, message, heard_us);
      break;

    case 21:
      merge_aid (target, doubt, message, heard_us);
      break;

    default:
      break;
    }
}
