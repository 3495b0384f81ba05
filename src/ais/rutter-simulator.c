/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-simulator.h"

#include "rutter-simulated-vessel.h"

#include <math.h>

/* All are heard for the first time, and named, so soon after the beginning, microseconds. */
#define FIRST_POSITION_US (10 * G_USEC_PER_SEC)
#define FIRST_NAME_US (30 * G_USEC_PER_SEC)

/* What is to be said next by one of them. */
typedef struct
{
  gint64   due_us;
  guint32  vessel;   /* index */
  guint32  stream;
} Event;

struct _RutterSimulator
{
  RutterSimulatorPlan  plan;
  GPtrArray           *lanes;
  GArray              *vessels;   /* of RutterSimulatedVessel */
  GArray              *events;    /* of Event: a heap, the next one first */
  GRand               *random;
  double              *chances;   /* of each lane and those before it, to be chosen */
  guint64              n_said;
};

static gboolean
is_before (const Event *a,
           const Event *b)
{
  if (a->due_us != b->due_us)
    return a->due_us < b->due_us;
  if (a->vessel != b->vessel)
    return a->vessel < b->vessel;

  return a->stream < b->stream;
}

static void
swap (Event *a,
      Event *b)
{
  Event kept = *a;

  *a = *b;
  *b = kept;
}

static void
add_event (GArray *heap,
           Event   event)
{
  Event *events;
  guint at = heap->len;

  g_array_append_val (heap, event);
  events = (Event *)(gpointer)heap->data;
  for (; at > 0 && is_before (&events[at], &events[(at - 1) / 2]); at = (at - 1) / 2)
    swap (&events[at], &events[(at - 1) / 2]);
}

/* After the first event was put off. */
static void
sink_first (GArray *heap)
{
  Event *events = (Event *)(gpointer)heap->data;
  guint at = 0, next;

  while ((next = 2 * at + 1) < heap->len)
    {
      if (next + 1 < heap->len && is_before (&events[next + 1], &events[next]))
        next++;
      if (!is_before (&events[next], &events[at]))
        break;
      swap (&events[at], &events[next]);
      at = next;
    }
}

/* Longer lanes have more ships, though not as many more as they are longer. */
static const RutterSimulatedLane *
choose_lane (RutterSimulator *self)
{
  double chance = g_rand_double (self->random) * self->chances[self->lanes->len - 1];
  guint i = 0;

  while (i + 1 < self->lanes->len && self->chances[i] <= chance)
    i++;

  return g_ptr_array_index (self->lanes, i);
}

static void
add_vessel (RutterSimulator       *self,
            RutterSimulatedVessel *vessel)
{
  gint64 begin_us = self->plan.begin_us;
  gint64 name_us = begin_us + (gint64)(g_rand_double (self->random) * FIRST_NAME_US);

  for (guint stream = 0; stream < RUTTER_SIMULATED_N_STREAMS; stream++)
    if (rutter_simulated_vessel_sends (vessel, stream))
      add_event (self->events, (Event) {
        .due_us = stream == RUTTER_SIMULATED_POSITION
                  ? begin_us + (gint64)(g_rand_double (self->random) * FIRST_POSITION_US)
                  : name_us + (stream == RUTTER_SIMULATED_REST ? G_USEC_PER_SEC : 0),
        .vessel = self->vessels->len,
        .stream = stream,
      });
  g_array_append_val (self->vessels, *vessel);
}

/**
 * rutter_simulator_new:
 * @lanes: (element-type RutterSimulatedLane): one or more; kept
 */
RutterSimulator *
rutter_simulator_new (const RutterSimulatorPlan *plan,
                      GPtrArray                 *lanes)
{
  RutterSimulator *self = g_new0 (RutterSimulator, 1);

  g_assert (lanes->len > 0 && plan->n_vessels <= RUTTER_SIMULATED_MOST);
  self->plan = *plan;
  self->lanes = g_ptr_array_ref (lanes);
  self->vessels = g_array_sized_new (FALSE, FALSE, sizeof (RutterSimulatedVessel),
                                     plan->n_vessels);
  self->events = g_array_new (FALSE, FALSE, sizeof (Event));
  self->random = g_rand_new_with_seed (plan->seed);
  self->chances = g_new0 (double, lanes->len);
  for (guint i = 0; i < lanes->len; i++)
    self->chances[i] = (i > 0 ? self->chances[i - 1] : 0) +
                       sqrt (rutter_simulated_lane_get_length (g_ptr_array_index (lanes, i)));

  for (guint number = 1; number <= plan->n_vessels; number++)
    {
      RutterSimulatedVessel vessel;

      rutter_simulated_vessel_init (&vessel, number, choose_lane (self), self->random,
                                    plan->speed_factor);
      add_vessel (self, &vessel);
    }

  return self;
}

void
rutter_simulator_free (RutterSimulator *self)
{
  g_array_unref (self->vessels);
  g_array_unref (self->events);
  g_ptr_array_unref (self->lanes);
  g_rand_free (self->random);
  g_free (self->chances);
  g_free (self);
}

/**
 * rutter_simulator_add_like:
 * @name: of a real ship: the simulated one is called SIMULATED and then that, as far as it fits
 * @imo: that it sends: what makes others take it for that ship
 *
 * Adds one more, before anything was said. It is under way.
 *
 * Returns: its MMSI, which is as made up as that of the others
 */
guint32
rutter_simulator_add_like (RutterSimulator *self,
                           const char      *name,
                           guint32          imo)
{
  RutterSimulatedVessel vessel;
  g_autofree char *full = g_strconcat ("SIMULATED ", name, NULL);

  g_return_val_if_fail (self->vessels->len < RUTTER_SIMULATED_MOST && self->n_said == 0, 0);

  rutter_simulated_vessel_init_ship (&vessel, self->vessels->len + 1, choose_lane (self),
                                     self->random, self->plan.speed_factor);
  vessel.imo = imo;
  g_strlcpy (vessel.name, full, sizeof vessel.name);
  add_vessel (self, &vessel);

  return vessel.mmsi;
}

/* With a rate, messages keep their order and come evenly; what they say is true at that time. */
static gint64
get_next_time (RutterSimulator *self,
               const Event     *event)
{
  if (self->plan.rate <= 0)
    return event->due_us;

  return self->plan.begin_us + (gint64)(self->n_said * (G_USEC_PER_SEC / self->plan.rate));
}

/**
 * rutter_simulator_next:
 * @until_us: real time up to which messages are wanted
 * @lines: (out caller-allocates): room for %RUTTER_AIS_ENVELOPE_SIZE characters
 * @time_us: (out): when the message is sent
 *
 * Makes the next message.
 *
 * Returns: the length of its sentences, each on its line; 0 when none is due
 */
gsize
rutter_simulator_next (RutterSimulator *self,
                       gint64           until_us,
                       char            *lines,
                       gint64          *time_us)
{
  Event *event = &g_array_index (self->events, Event, 0);
  const RutterSimulatedVessel *vessel;
  RutterSimulatedState state;
  RutterAisEncoder encoder;
  RutterAisEnvelope envelope = { .sequence = (char)('0' + self->n_said % 10),
                                 .channel = self->n_said % 2 == 0 ? 'A' : 'B' };

  if (self->events->len == 0 || (*time_us = get_next_time (self, event)) > until_us)
    return 0;

  vessel = &g_array_index (self->vessels, RutterSimulatedVessel, event->vessel);
  rutter_simulated_vessel_get_state (vessel, (double)(*time_us - self->plan.begin_us) /
                                     G_USEC_PER_SEC, &state);
  rutter_simulated_vessel_report (vessel, event->stream, &state, *time_us, &encoder);
  event->due_us += (gint64)(rutter_simulated_vessel_get_gap (vessel, event->stream, &state) *
                            G_USEC_PER_SEC);
  sink_first (self->events);
  self->n_said++;

  if (self->plan.has_tags)
    {
      envelope.station = "SIMULATED";
      envelope.time_s = *time_us / G_USEC_PER_SEC;
    }
  return rutter_ais_encoder_write (&encoder, &envelope, lines);
}
