/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-simulated-vessel.h"

#include <math.h>

#define M_S_PER_KN (RUTTER_NM_M / 3600)
#define STATUS_UNDER_WAY 0
#define STATUS_AT_ANCHOR 1
#define STATUS_MOORED 5

static int
get_second (gint64 now_us)
{
  return (int)(now_us / G_USEC_PER_SEC % 60);
}

static void
set_position (RutterAisEncoder *encoder,
              RutterLonLat      position)
{
  rutter_ais_encoder_set (encoder, "accuracy", 1);
  rutter_ais_encoder_set (encoder, "lon", lround (position.lon * 600000));
  rutter_ais_encoder_set (encoder, "lat", lround (position.lat * 600000));
}

/* Course and, where @speed_unit_kn is known to the type, speed. */
static void
set_motion (RutterAisEncoder           *encoder,
            const RutterSimulatedState *state,
            double                      speed_unit_kn)
{
  rutter_ais_encoder_set (encoder, "speed", lround (state->speed_kn / speed_unit_kn));
  if (!isnan (state->course_deg))
    rutter_ais_encoder_set (encoder, "course", lround (state->course_deg * 10) % 3600);
}

static int
scale_turn (double turn_deg_min)
{
  double sent = MIN (lround (4.733 * sqrt (fabs (turn_deg_min))), 126);

  return (int)copysign (sent, turn_deg_min);
}

/* A ship leans against wind and current, each otherwise. */
static int
get_heading (const RutterSimulatedVessel *self,
             const RutterSimulatedState  *state)
{
  double ahead = isnan (state->course_deg) ? self->number * 37 % 360 : state->course_deg;

  return (int)(lround (ahead) + 360 + (int)(self->number % 7) - 3) % 360;
}

static void
report_class_a (const RutterSimulatedVessel *self,
                const RutterSimulatedState  *state,
                gint64                       now_us,
                RutterAisEncoder            *encoder)
{
  gboolean is_anchored = self->kind == RUTTER_SIMULATED_ANCHORED;

  rutter_ais_encoder_init (encoder, is_anchored || state->is_moored ? 3 : 1, self->mmsi);
  rutter_ais_encoder_set (encoder, "status", is_anchored ? STATUS_AT_ANCHOR
                          : state->is_moored ? STATUS_MOORED : STATUS_UNDER_WAY);
  rutter_ais_encoder_set (encoder, "turn", scale_turn (state->turn_deg_min));
  set_position (encoder, state->position);
  set_motion (encoder, state, 0.1);
  rutter_ais_encoder_set (encoder, "heading", get_heading (self, state));
  rutter_ais_encoder_set (encoder, "second", get_second (now_us));
}

/* Types 18 and 19. Small craft often have no compass that tells. */
static void
report_class_b (const RutterSimulatedVessel *self,
                int                          type,
                const RutterSimulatedState  *state,
                gint64                       now_us,
                RutterAisEncoder            *encoder)
{
  rutter_ais_encoder_init (encoder, type, self->mmsi);
  set_position (encoder, state->position);
  set_motion (encoder, state, 0.1);
  if (self->number % 2 == 0)
    rutter_ais_encoder_set (encoder, "heading", get_heading (self, state));
  rutter_ais_encoder_set (encoder, "second", get_second (now_us));
}

static void
set_hull (const RutterSimulatedVessel *self,
          RutterAisEncoder            *encoder)
{
  rutter_ais_encoder_set (encoder, "shiptype", self->ship_type);
  rutter_ais_encoder_set (encoder, "to_bow", self->length_m - self->length_m / 5);
  rutter_ais_encoder_set (encoder, "to_stern", self->length_m / 5);
  rutter_ais_encoder_set (encoder, "to_port", self->beam_m / 2);
  rutter_ais_encoder_set (encoder, "to_starboard", self->beam_m - self->beam_m / 2);
  rutter_ais_encoder_set (encoder, "epfd", 1);
}

/* "SIM" and the number, in characters that six bits have. */
static void
set_callsign (const RutterSimulatedVessel *self,
              RutterAisEncoder            *encoder)
{
  static const char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  char text[8] = "SIM0000";
  guint rest = self->number;

  for (guint i = 6; i >= 3; i--, rest /= 36)
    text[i] = digits[rest % 36];
  rutter_ais_encoder_set_text (encoder, "callsign", text);
}

static void
report_voyage (const RutterSimulatedVessel *self,
               const RutterSimulatedState  *state,
               gint64                       now_us,
               RutterAisEncoder            *encoder)
{
  rutter_ais_encoder_init (encoder, 5, self->mmsi);
  rutter_ais_encoder_set (encoder, "imo", self->imo);
  set_callsign (self, encoder);
  rutter_ais_encoder_set_text (encoder, "shipname", self->name);
  set_hull (self, encoder);
  rutter_ais_encoder_set (encoder, "draught", self->draught_dm);
  rutter_ais_encoder_set (encoder, "dte", 0);
  rutter_ais_encoder_set_text (encoder, "destination", state->is_back
                               ? rutter_simulated_lane_get_from (self->lane)
                               : rutter_simulated_lane_get_to (self->lane));
  if (self->kind == RUTTER_SIMULATED_SHIP && !state->is_moored)
    {
      gint64 left_s = (gint64)(state->left_m / (self->speed_kn * M_S_PER_KN));
      g_autoptr(GDateTime) eta = g_date_time_new_from_unix_utc (now_us / G_USEC_PER_SEC + left_s);
      const int parts[] = { g_date_time_get_month (eta), g_date_time_get_day_of_month (eta),
                            g_date_time_get_hour (eta), g_date_time_get_minute (eta) };

      rutter_ais_encoder_set_parts (encoder, "eta", parts, G_N_ELEMENTS (parts));
    }
}

static void
report_aid (const RutterSimulatedVessel *self,
            const RutterSimulatedState  *state,
            gint64                       now_us,
            RutterAisEncoder            *encoder)
{
  rutter_ais_encoder_init (encoder, 21, self->mmsi);
  rutter_ais_encoder_set (encoder, "aid_type", 24 + self->number / 100 % 2);   /* port, starboard */
  rutter_ais_encoder_set_text (encoder, "name", self->name);
  set_position (encoder, state->position);
  rutter_ais_encoder_set (encoder, "second", get_second (now_us));
  rutter_ais_encoder_set (encoder, "virtual_aid", 1);
}

static void
report_station (const RutterSimulatedVessel *self,
                const RutterSimulatedState  *state,
                gint64                       now_us,
                RutterAisEncoder            *encoder)
{
  g_autoptr(GDateTime) now = g_date_time_new_from_unix_utc (now_us / G_USEC_PER_SEC);
  const int parts[] = {
    g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now),
    g_date_time_get_hour (now), g_date_time_get_minute (now), g_date_time_get_second (now),
  };

  rutter_ais_encoder_init (encoder, 4, self->mmsi);
  rutter_ais_encoder_set_parts (encoder, "timestamp", parts, G_N_ELEMENTS (parts));
  set_position (encoder, state->position);
  rutter_ais_encoder_set (encoder, "epfd", 7);   /* surveyed */
}

static void
report_aircraft (const RutterSimulatedVessel *self,
                 const RutterSimulatedState  *state,
                 gint64                       now_us,
                 RutterAisEncoder            *encoder)
{
  rutter_ais_encoder_init (encoder, 9, self->mmsi);
  rutter_ais_encoder_set (encoder, "alt", 300);
  set_position (encoder, state->position);
  set_motion (encoder, state, 1);
  rutter_ais_encoder_set (encoder, "second", get_second (now_us));
}

/* Part A of type 24 tells the name, part B the rest. */
static void
report_part (const RutterSimulatedVessel *self,
             gboolean                     is_name,
             RutterAisEncoder            *encoder)
{
  rutter_ais_encoder_init (encoder, is_name ? -24 : 24, self->mmsi);
  if (is_name)
    {
      rutter_ais_encoder_set_text (encoder, "shipname", self->name);
      return;
    }

  rutter_ais_encoder_set_text (encoder, "vendorid", "SIM");
  set_callsign (self, encoder);
  set_hull (self, encoder);
}

/**
 * rutter_simulated_vessel_report:
 * @stream: one that it sends
 * @state: where it is at @now_us
 *
 * Makes what it says next.
 */
void
rutter_simulated_vessel_report (const RutterSimulatedVessel *self,
                                RutterSimulatedStream        stream,
                                const RutterSimulatedState  *state,
                                gint64                       now_us,
                                RutterAisEncoder            *encoder)
{
  gboolean is_position = stream == RUTTER_SIMULATED_POSITION;

  switch (self->kind)
    {
    case RUTTER_SIMULATED_CRAFT:
      if (is_position)
        report_class_b (self, 18, state, now_us, encoder);
      else if (rutter_simulated_vessel_sends (self, RUTTER_SIMULATED_REST))
        report_part (self, stream == RUTTER_SIMULATED_IDENTITY, encoder);
      else
        {
          report_class_b (self, 19, state, now_us, encoder);
          rutter_ais_encoder_set_text (encoder, "shipname", self->name);
          set_hull (self, encoder);
        }
      break;

    case RUTTER_SIMULATED_AID:
      report_aid (self, state, now_us, encoder);
      break;

    case RUTTER_SIMULATED_STATION:
      report_station (self, state, now_us, encoder);
      break;

    case RUTTER_SIMULATED_AIRCRAFT:
      report_aircraft (self, state, now_us, encoder);
      break;

    case RUTTER_SIMULATED_SHIP:
    case RUTTER_SIMULATED_ANCHORED:
    default:
      if (is_position)
        report_class_a (self, state, now_us, encoder);
      else
        report_voyage (self, state, now_us, encoder);
    }
}
