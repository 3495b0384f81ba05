/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-watched-shape.h"

/* So many positions in a row tell that somebody came or went: one alone may be damaged, and a ship
 * that lies on an outline swings over it.
 */
#define ENOUGH_POSITIONS 2

/* The same position within this time is one report that came by two ways. */
#define ONE_REPORT_US (60 * G_USEC_PER_SEC)

/* Anybody can send any number: what is remembered has an end, and then it is forgotten. */
#define MOST_PRESENCES 200000

typedef struct
{
  gboolean      is_inside;
  guint         n_against;    /* positions in a row that say otherwise */
  gint64        position_us;
  RutterLonLat  position;
} Presence;

static void
stay_outside (RutterWatchedShape *self,
              const RutterTarget *target)
{
  gpointer key = GUINT_TO_POINTER (target->mmsi);

  if (g_hash_table_size (self->outside) >= MOST_PRESENCES)
    g_hash_table_remove_all (self->outside);
  g_hash_table_add (self->outside, key);
  g_hash_table_remove (self->presences, key);
}

static Presence *
begin_presence (RutterWatchedShape *self,
                const RutterTarget *target)
{
  Presence *presence = g_new0 (Presence, 1);

  if (g_hash_table_size (self->presences) >= MOST_PRESENCES)
    g_hash_table_remove_all (self->presences);
  g_hash_table_insert (self->presences, GUINT_TO_POINTER (target->mmsi), presence);
  return presence;
}

static gboolean
is_same_report (const Presence     *presence,
                const RutterTarget *target)
{
  return presence->position_us == target->position_us ||
         (presence->position.lon == target->position.lon &&
          presence->position.lat == target->position.lat &&
          ABS (target->position_us - presence->position_us) < ONE_REPORT_US);
}

/* Whoever is first heard inside has not entered; with everybody watched it is not told at all. */
static gboolean
settle_presence (RutterWatchedShape *self,
                 Presence           *presence,
                 const RutterTarget *target,
                 RutterAlertKind    *kind)
{
  presence->is_inside = !presence->is_inside;
  presence->n_against = 0;
  if (!presence->is_inside)
    {
      stay_outside (self, target);
      *kind = RUTTER_ALERT_LEFT;
      return TRUE;
    }

  *kind = g_hash_table_remove (self->outside, GUINT_TO_POINTER (target->mmsi))
          ? RUTTER_ALERT_ENTERED : RUTTER_ALERT_INSIDE;
  return *kind == RUTTER_ALERT_ENTERED ||
         rutter_watch_get_scope (self->watch) != RUTTER_WATCH_ANYONE;
}

RutterWatchedShape *
rutter_watched_shape_new (RutterWatch *watch)
{
  RutterWatchedShape *self = g_new0 (RutterWatchedShape, 1);

  self->watch = rutter_watch_ref (watch);
  self->presences = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->outside = g_hash_table_new (NULL, NULL);
  return self;
}

void
rutter_watched_shape_free (RutterWatchedShape *self)
{
  rutter_watch_unref (self->watch);
  g_hash_table_unref (self->presences);
  g_hash_table_unref (self->outside);
  g_free (self);
}

/**
 * rutter_watched_shape_follow:
 * @target: something of it is new
 * @kind: (out): what is to be told
 *
 * Returns: whether anything is
 */
gboolean
rutter_watched_shape_follow (RutterWatchedShape *self,
                             const RutterTarget *target,
                             RutterAlertKind    *kind)
{
  Presence *presence = g_hash_table_lookup (self->presences, GUINT_TO_POINTER (target->mmsi));
  gboolean is_held;

  if (target->position_us == 0 || (presence != NULL && is_same_report (presence, target)))
    return FALSE;

  is_held = rutter_watch_holds (self->watch, target->position);
  if (presence == NULL)
    {
      if (!is_held)
        {
          stay_outside (self, target);
          return FALSE;
        }
      presence = begin_presence (self, target);
    }

  presence->position_us = target->position_us;
  presence->position = target->position;
  if (is_held != presence->is_inside)
    return ++presence->n_against == ENOUGH_POSITIONS &&
           settle_presence (self, presence, target, kind);

  if (presence->is_inside)
    presence->n_against = 0;
  else
    stay_outside (self, target);
  return FALSE;
}
