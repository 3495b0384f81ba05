/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-ais-json.h"

#include "rutter-ais-json-private.h"

/* Names, units and the way of saying "not available" are gpsd's scaled ones: lon 181, lat 91,
 * course 360, heading 511, speed "nan" or "fast", turn "nan", "fastleft" or "fastright". Ours are
 * time, station, channel and own. Scaling is done in integers, so a figure never depends on how a
 * machine rounds.
 */
static void
put_position (RutterJsonLine         *line,
              const RutterAisMessage *message)
{
  gint64 per_degree = message->type == 17 || message->type == 27 ? 600 : 600000;

  RUTTER_JSON_NAME (line, "lon");
  rutter_ais_json_put_degrees (line, message->position.lon, per_degree);
  RUTTER_JSON_NAME (line, "lat");
  rutter_ais_json_put_degrees (line, message->position.lat, per_degree);
}

static void
put_accurate_position (RutterJsonLine         *line,
                       const RutterAisMessage *message)
{
  RUTTER_JSON_FLAG (line, "accuracy", message->position.accurate);
  put_position (line, message);
}

static void
put_speed (RutterJsonLine *line,
           int             speed,
           guint           n_decimals)
{
  RUTTER_JSON_NAME (line, "speed");
  if (speed == RUTTER_AIS_NO_SPEED)
    rutter_json_line_put (line, "\"nan\"", 5);
  else if (speed == RUTTER_AIS_FAST)
    rutter_json_line_put (line, "\"fast\"", 6);
  else
    rutter_json_line_put_fixed (line, speed, n_decimals);
}

static void
put_turn (RutterJsonLine        *line,
          const RutterAisMotion *motion)
{
  double turn = motion->turn_deg_min;

  if (motion->turn == RUTTER_AIS_NO_TURN)
    RUTTER_JSON_STRING (line, "turn", "nan");
  else if (motion->turn == RUTTER_AIS_TURN_UNMEASURED)
    RUTTER_JSON_STRING (line, "turn", "fastright");
  else if (motion->turn == -RUTTER_AIS_TURN_UNMEASURED)
    RUTTER_JSON_STRING (line, "turn", "fastleft");
  else
    RUTTER_JSON_INT (line, "turn", (gint64)(turn + (turn < 0 ? -0.5 : 0.5)));
}

static void
put_radio (RutterJsonLine *line,
           guint32         radio)
{
  RUTTER_JSON_INT (line, "radio", radio);
}

static void
write_class_a (RutterJsonLine         *line,
               const RutterAisMessage *message)
{
  const RutterAisMotion *motion = &message->motion;

  RUTTER_JSON_INT (line, "status", motion->status);
  put_turn (line, motion);
  put_speed (line, motion->speed, 1);
  put_accurate_position (line, message);
  RUTTER_JSON_FIXED (line, "course", motion->course, 1);
  RUTTER_JSON_INT (line, "heading", motion->heading);
  RUTTER_JSON_INT (line, "second", motion->second);
  RUTTER_JSON_INT (line, "maneuver", motion->maneuver);
  RUTTER_JSON_FLAG (line, "raim", motion->raim);
  put_radio (line, motion->radio);
}

static void
put_clock (RutterJsonLine *line,
           int             hour,
           int             minute)
{
  rutter_json_line_put_padded (line, (guint)hour, 2);
  rutter_json_line_put (line, ":", 1);
  rutter_json_line_put_padded (line, (guint)minute, 2);
}

static void
put_day (RutterJsonLine *line,
         int             month,
         int             day)
{
  rutter_json_line_put_padded (line, (guint)month, 2);
  rutter_json_line_put (line, "-", 1);
  rutter_json_line_put_padded (line, (guint)day, 2);
  rutter_json_line_put (line, "T", 1);
}

static void
write_station (RutterJsonLine         *line,
               const RutterAisMessage *message)
{
  const RutterAisStation *station = &message->station;

  RUTTER_JSON_NAME (line, "timestamp");
  rutter_json_line_put (line, "\"", 1);
  rutter_json_line_put_padded (line, (guint)station->year, station->year > 9999 ? 5 : 4);
  rutter_json_line_put (line, "-", 1);
  put_day (line, station->month, station->day);
  put_clock (line, station->hour, station->minute);
  rutter_json_line_put (line, ":", 1);
  rutter_json_line_put_padded (line, (guint)station->second, 2);
  rutter_json_line_put (line, "Z\"", 2);
  put_accurate_position (line, message);
  RUTTER_JSON_INT (line, "epfd", station->epfd);
  RUTTER_JSON_FLAG (line, "raim", station->raim);
  put_radio (line, station->radio);
}

static void
put_hull (RutterJsonLine      *line,
          const RutterAisHull *hull)
{
  RUTTER_JSON_INT (line, "to_bow", hull->to_bow);
  RUTTER_JSON_INT (line, "to_stern", hull->to_stern);
  RUTTER_JSON_INT (line, "to_port", hull->to_port);
  RUTTER_JSON_INT (line, "to_starboard", hull->to_starboard);
}

static void
write_voyage (RutterJsonLine         *line,
              const RutterAisMessage *message)
{
  const RutterAisIdentity *identity = &message->identity;

  RUTTER_JSON_INT (line, "imo", identity->imo);
  RUTTER_JSON_INT (line, "ais_version", identity->version);
  RUTTER_JSON_STRING (line, "callsign", identity->callsign);
  RUTTER_JSON_STRING (line, "shipname", identity->name);
  RUTTER_JSON_INT (line, "shiptype", identity->ship_type);
  put_hull (line, &identity->hull);
  RUTTER_JSON_INT (line, "epfd", identity->epfd);
  RUTTER_JSON_NAME (line, "eta");
  rutter_json_line_put (line, "\"", 1);
  put_day (line, identity->eta_month, identity->eta_day);
  put_clock (line, identity->eta_hour, identity->eta_minute);
  rutter_json_line_put (line, "Z\"", 2);
  RUTTER_JSON_FIXED (line, "draught", identity->draught, 1);
  RUTTER_JSON_STRING (line, "destination", identity->destination);
  RUTTER_JSON_INT (line, "dte", identity->not_ready);
}

static void
put_data (RutterJsonLine        *line,
          const RutterAisBinary *binary)
{
  RUTTER_JSON_NAME (line, "data");
  rutter_json_line_put (line, "\"", 1);
  rutter_json_line_put_int (line, binary->n_bits);
  rutter_json_line_put (line, ":", 1);
  rutter_json_line_put_hex (line, binary->data, (binary->n_bits + 7) / 8);
  rutter_json_line_put (line, "\"", 1);
}

static void
write_addressed_binary (RutterJsonLine         *line,
                        const RutterAisMessage *message)
{
  const RutterAisBinary *binary = &message->binary;

  RUTTER_JSON_INT (line, "seqno", binary->sequence);
  RUTTER_JSON_INT (line, "dest_mmsi", binary->to);
  RUTTER_JSON_FLAG (line, "retransmit", binary->retransmitted);
  RUTTER_JSON_INT (line, "dac", binary->dac);
  RUTTER_JSON_INT (line, "fid", binary->fid);
  put_data (line, binary);
}

static void
write_broadcast_binary (RutterJsonLine         *line,
                        const RutterAisMessage *message)
{
  RUTTER_JSON_INT (line, "dac", message->binary.dac);
  RUTTER_JSON_INT (line, "fid", message->binary.fid);
  put_data (line, &message->binary);
}

static void
write_aircraft (RutterJsonLine         *line,
                const RutterAisMessage *message)
{
  const RutterAisMotion *motion = &message->motion;

  RUTTER_JSON_INT (line, "alt", motion->altitude);
  put_speed (line, motion->speed, 0);
  put_accurate_position (line, message);
  RUTTER_JSON_FIXED (line, "course", motion->course, 1);
  RUTTER_JSON_INT (line, "second", motion->second);
  RUTTER_JSON_INT (line, "regional", motion->regional);
  RUTTER_JSON_INT (line, "dte", motion->not_ready);
  RUTTER_JSON_FLAG (line, "assigned", motion->assigned);
  RUTTER_JSON_FLAG (line, "raim", motion->raim);
  put_radio (line, motion->radio);
}

static void
write_words (RutterJsonLine         *line,
             const RutterAisMessage *message)
{
  const RutterAisText *words = &message->words;

  if (message->type == 12)
    {
      RUTTER_JSON_INT (line, "seqno", words->sequence);
      RUTTER_JSON_INT (line, "dest_mmsi", words->to);
      RUTTER_JSON_FLAG (line, "retransmit", words->retransmitted);
    }
  RUTTER_JSON_STRING (line, "text", words->text);
}

static void
write_gnss (RutterJsonLine         *line,
            const RutterAisMessage *message)
{
  put_position (line, message);
  put_data (line, &message->binary);
}

/* What types 18 and 19 begin with. */
static void
put_class_b (RutterJsonLine         *line,
             const RutterAisMessage *message)
{
  const RutterAisMotion *motion = &message->motion;

  RUTTER_JSON_INT (line, "reserved", motion->reserved);
  put_speed (line, motion->speed, 1);
  put_accurate_position (line, message);
  RUTTER_JSON_FIXED (line, "course", motion->course, 1);
  RUTTER_JSON_INT (line, "heading", motion->heading);
  RUTTER_JSON_INT (line, "second", motion->second);
  RUTTER_JSON_INT (line, "regional", motion->regional);
}

static void
write_class_b (RutterJsonLine         *line,
               const RutterAisMessage *message)
{
  const RutterAisMotion *motion = &message->motion;

  put_class_b (line, message);
  RUTTER_JSON_FLAG (line, "cs", motion->carrier_sense);
  RUTTER_JSON_FLAG (line, "display", motion->has_display);
  RUTTER_JSON_FLAG (line, "dsc", motion->has_dsc);
  RUTTER_JSON_FLAG (line, "band", motion->whole_band);
  RUTTER_JSON_FLAG (line, "msg22", motion->takes_msg22);
  RUTTER_JSON_FLAG (line, "assigned", motion->assigned);
  RUTTER_JSON_FLAG (line, "raim", motion->raim);
  put_radio (line, motion->radio);
}

static void
write_class_b_extended (RutterJsonLine         *line,
                        const RutterAisMessage *message)
{
  const RutterAisMotion *motion = &message->motion;
  const RutterAisIdentity *identity = &message->identity;

  put_class_b (line, message);
  RUTTER_JSON_STRING (line, "shipname", identity->name);
  RUTTER_JSON_INT (line, "shiptype", identity->ship_type);
  put_hull (line, &identity->hull);
  RUTTER_JSON_INT (line, "epfd", identity->epfd);
  RUTTER_JSON_FLAG (line, "raim", motion->raim);
  RUTTER_JSON_INT (line, "dte", motion->not_ready);
  RUTTER_JSON_FLAG (line, "assigned", motion->assigned);
}

static void
write_aid (RutterJsonLine         *line,
           const RutterAisMessage *message)
{
  const RutterAisAid *aid = &message->aid;

  RUTTER_JSON_INT (line, "aid_type", aid->kind);
  RUTTER_JSON_STRING (line, "name", aid->name);
  put_accurate_position (line, message);
  put_hull (line, &aid->hull);
  RUTTER_JSON_INT (line, "epfd", aid->epfd);
  RUTTER_JSON_INT (line, "second", aid->second);
  RUTTER_JSON_INT (line, "regional", aid->regional);
  RUTTER_JSON_FLAG (line, "off_position", aid->off_position);
  RUTTER_JSON_FLAG (line, "raim", aid->raim);
  RUTTER_JSON_FLAG (line, "virtual_aid", aid->is_virtual);
}

static void
write_class_b_static (RutterJsonLine         *line,
                      const RutterAisMessage *message)
{
  const RutterAisIdentity *identity = &message->identity;

  if (identity->part == RUTTER_AIS_PART_A)
    {
      RUTTER_JSON_STRING (line, "part", "A");
      RUTTER_JSON_STRING (line, "shipname", identity->name);
      return;
    }

  RUTTER_JSON_STRING (line, "part", "B");
  RUTTER_JSON_INT (line, "shiptype", identity->ship_type);
  RUTTER_JSON_STRING (line, "vendorid", identity->vendor);
  RUTTER_JSON_INT (line, "model", identity->vendor_model);
  RUTTER_JSON_INT (line, "serial", identity->vendor_serial);
  RUTTER_JSON_STRING (line, "callsign", identity->callsign);
  if (identity->has_hull)
    put_hull (line, &identity->hull);
  else
    RUTTER_JSON_INT (line, "mothership_mmsi", identity->mothership);
}

static void
write_slot_binary (RutterJsonLine         *line,
                   const RutterAisMessage *message)
{
  const RutterAisBinary *binary = &message->binary;

  RUTTER_JSON_FLAG (line, "addressed", binary->addressed);
  RUTTER_JSON_FLAG (line, "structured", binary->structured);
  RUTTER_JSON_INT (line, "dest_mmsi", binary->to);
  RUTTER_JSON_INT (line, "app_id", binary->dac << 6 | binary->fid);
  put_data (line, binary);
  if (message->type == 26)
    put_radio (line, binary->radio);
}

static void
write_long_range (RutterJsonLine         *line,
                  const RutterAisMessage *message)
{
  const RutterAisMotion *motion = &message->motion;

  RUTTER_JSON_INT (line, "status", motion->status);
  put_accurate_position (line, message);
  RUTTER_JSON_INT (line, "speed", motion->speed);
  RUTTER_JSON_INT (line, "course", motion->course);
  RUTTER_JSON_FLAG (line, "raim", motion->raim);
  RUTTER_JSON_FLAG (line, "gnss", motion->stale);
}

/* By message type. */
static const RutterAisJsonWrite writers[RUTTER_AIS_N_TYPES] = {
  [1] = write_class_a,
  [2] = write_class_a,
  [3] = write_class_a,
  [4] = write_station,
  [5] = write_voyage,
  [6] = write_addressed_binary,
  [7] = rutter_ais_json_write_receipt,
  [8] = write_broadcast_binary,
  [9] = write_aircraft,
  [10] = rutter_ais_json_write_inquiry,
  [11] = write_station,
  [12] = write_words,
  [13] = rutter_ais_json_write_receipt,
  [14] = write_words,
  [15] = rutter_ais_json_write_interrogation,
  [16] = rutter_ais_json_write_assignment,
  [17] = write_gnss,
  [18] = write_class_b,
  [19] = write_class_b_extended,
  [20] = rutter_ais_json_write_link_management,
  [21] = write_aid,
  [22] = rutter_ais_json_write_channels,
  [23] = rutter_ais_json_write_group,
  [24] = write_class_b_static,
  [25] = write_slot_binary,
  [26] = write_slot_binary,
  [27] = write_long_range,
};

static void
put_report (RutterJsonLine        *line,
            const RutterAisReport *report)
{
  char channel[2] = { report->channel, '\0' };

  if (channel[0] != '\0')
    RUTTER_JSON_STRING (line, "channel", channel);
  if (report->is_own)
    RUTTER_JSON_FLAG (line, "own", TRUE);
  if (report->station[0] != '\0')
    RUTTER_JSON_STRING (line, "station", report->station);
  if (report->time_us != 0 && report->time_us % G_USEC_PER_SEC == 0)
    RUTTER_JSON_INT (line, "time", report->time_us / G_USEC_PER_SEC);
  else if (report->time_us != 0)
    RUTTER_JSON_FIXED (line, "time", report->time_us, 6);
}

/**
 * rutter_ais_json_write:
 * @line: (out): room for %RUTTER_AIS_JSON_SIZE bytes; not ended by a NUL
 *
 * Writes a message as one object on one line.
 *
 * Returns: the number of bytes
 */
gsize
rutter_ais_json_write (const RutterAisReport  *report,
                       const RutterAisMessage *message,
                       char                   *line)
{
  RutterJsonLine json;

  g_return_val_if_fail (message->type > 0 && message->type < RUTTER_AIS_N_TYPES, 0);

  rutter_json_line_begin (&json, line, RUTTER_AIS_JSON_SIZE);
  RUTTER_JSON_STRING (&json, "class", "AIS");
  RUTTER_JSON_INT (&json, "type", message->type);
  RUTTER_JSON_INT (&json, "repeat", message->repeat);
  RUTTER_JSON_INT (&json, "mmsi", message->mmsi);
  RUTTER_JSON_FLAG (&json, "scaled", TRUE);
  writers[message->type] (&json, message);
  put_report (&json, report);
  return rutter_json_line_end (&json);
}
