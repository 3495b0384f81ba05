/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-track.h"

#include <math.h>
#include <string.h>

/* What the way between two kept fixes may differ from what was heard. */
#define TOLERANCE_M 30.0
#define MOVING_S (10 * 60)
#define RESTING_S (20 * 60)
#define LENGTH_S ((guint32)(RUTTER_TRACK_LENGTH_US / G_USEC_PER_SEC))
#define MAX_FIXES 128

struct _RutterTrack
{
  guint16         n, size;
  /* All that was left out since the last fix but one lies near to the ways from it that go
   * between these bearings, radians; the last fix itself is where the target was heard last.
   */
  float           middle, spread;
  gboolean        is_moving;
  RutterTrackFix  fixes[];
};

/* A step of the world square at this height, in metres. */
static double
get_step_m (guint32 y)
{
  double latitude = atan (sinh (G_PI * (1 - 2 * (y / 4294967296.0))));

  return cos (latitude) * 2 * G_PI * RUTTER_EARTH_RADIUS_M / 4294967296.0;
}

/* From one fix to another, the short way round the world. */
static void
measure (const RutterTrackFix *from,
         const RutterTrackFix *to,
         double               *distance_m,
         double               *bearing)
{
  double dx = (gint32)(to->x - from->x);
  double dy = (double)to->y - from->y;

  *distance_m = hypot (dx, dy) * get_step_m (from->y);
  *bearing = atan2 (dx, -dy);
}

static double
turn_between (double from,
              double to)
{
  return remainder (to - from, 2 * G_PI);
}

/* Whether the way from the last fix but one to @fix passes all that was left out. */
static gboolean
goes_on (RutterTrack          *self,
         const RutterTrackFix *fix)
{
  const RutterTrackFix *anchor = &self->fixes[self->n - 2];
  double distance_m, bearing, reach, turn, low, high;

  measure (anchor, fix, &distance_m, &bearing);
  if (distance_m < TOLERANCE_M)
    return !self->is_moving && fix->time_s - anchor->time_s <= RESTING_S;
  if (fix->time_s - anchor->time_s > MOVING_S)
    return FALSE;

  reach = asin (MIN (TOLERANCE_M / distance_m, 1.0));
  if (!self->is_moving)
    {
      self->is_moving = TRUE;
      self->middle = (float)bearing;
      self->spread = (float)reach;
      return TRUE;
    }

  turn = turn_between (self->middle, bearing);
  if (fabs (turn) > self->spread)
    return FALSE;

  low = MAX (-(double)self->spread, turn - reach);
  high = MIN ((double)self->spread, turn + reach);
  self->middle = (float)(self->middle + (low + high) / 2);
  self->spread = (float)((high - low) / 2);
  return TRUE;
}

static void
forget_old (RutterTrack *self,
            guint32      time_s)
{
  guint first = 0;

  /* The one before the hour stays: the way leads from it, or nothing was heard since. */
  while (first + 1 < self->n && self->fixes[first + 1].time_s + LENGTH_S <= time_s)
    first++;
  if (first == 0)
    return;

  self->n = (guint16)(self->n - first);
  memmove (self->fixes, self->fixes + first, self->n * sizeof (RutterTrackFix));
}

/* A restless target: of the older half every second fix goes. */
static void
thin (RutterTrack *self)
{
  guint kept = 1;

  for (guint i = 1; i < self->n; i++)
    if (i >= self->n / 2u || i % 2 == 0 || self->fixes[i].after_gap)
      self->fixes[kept++] = self->fixes[i];
  if (kept == self->n)
    memmove (self->fixes, self->fixes + 1, --kept * sizeof (RutterTrackFix));
  self->n = (guint16)kept;
}

static void
append (RutterTrack          **self,
        const RutterTrackFix  *fix)
{
  RutterTrack *track = *self;

  if (track == NULL || track->n == track->size)
    {
      guint16 n = track != NULL ? track->n : 0;
      guint size = n + (n < 16 ? 2 : n / 8u);

      track = g_realloc (track, sizeof *track + size * sizeof (RutterTrackFix));
      track->n = n;
      track->size = (guint16)size;
      *self = track;
    }

  track->fixes[track->n++] = *fix;
  track->is_moving = FALSE;
}

/**
 * rutter_track_add:
 * @self: (inout) (nullable): where the track is kept; g_free() it when done
 * @fix: not before the last one: an older one is left out; whether it comes after a gap is found
 *   out here, but what says so already is believed
 */
void
rutter_track_add (RutterTrack          **self,
                  const RutterTrackFix  *fix)
{
  RutterTrack *track = *self;
  RutterTrackFix next = *fix;

  if (track == NULL)
    {
      append (self, &next);
      (*self)->fixes[0].after_gap = FALSE;
      return;
    }

  if (next.time_s < track->fixes[track->n - 1].time_s)
    return;

  next.after_gap |= next.time_s - track->fixes[track->n - 1].time_s >
                    RUTTER_TRACK_GAP_US / G_USEC_PER_SEC;
  forget_old (track, next.time_s);
  if (!next.after_gap && track->n >= 2 && !track->fixes[track->n - 1].after_gap &&
      goes_on (track, &next))
    {
      track->fixes[track->n - 1] = next;
      return;
    }

  if (track->n >= MAX_FIXES)
    thin (track);
  append (self, &next);
  if (!next.after_gap)
    goes_on (*self, &next);
}

/* The clock was put back to @now_s: what is told of later was then or before. */
void
rutter_track_set_back (RutterTrack *self,
                       guint32      now_s)
{
  for (guint i = 0; self != NULL && i < self->n; i++)
    self->fixes[i].time_s = MIN (self->fixes[i].time_s, now_s);
}

/* Returns: (nullable): the fixes, oldest first; good until the next one is added */
const RutterTrackFix *
rutter_track_get (const RutterTrack *self,
                  guint             *n)
{
  *n = self != NULL ? self->n : 0;
  return self != NULL ? self->fixes : NULL;
}

/* Returns: (transfer full) (element-type RutterTrackPoint): oldest first */
GArray *
rutter_track_list (const RutterTrack *self)
{
  guint n = self != NULL ? self->n : 0;
  GArray *points = g_array_sized_new (FALSE, FALSE, sizeof (RutterTrackPoint), n);

  for (guint i = 0; i < n; i++)
    {
      const RutterTrackFix *fix = &self->fixes[i];
      RutterPoint at = { fix->x / 4294967296.0, fix->y / 4294967295.0 };
      RutterTrackPoint point = {
        .time_us = (gint64)fix->time_s * G_USEC_PER_SEC,
        .position = rutter_mercator_unproject (at),
        .speed_kn = fix->speed != G_MAXUINT16 ? (float)fix->speed / 10 : NAN,
        .course_deg = fix->course != RUTTER_TRACK_NO_COURSE ? (float)fix->course / 10 : NAN,
        .after_gap = fix->after_gap,
      };

      g_array_append_val (points, point);
    }

  return points;
}

/* In bytes. */
gsize
rutter_track_get_size (const RutterTrack *self)
{
  return self != NULL ? sizeof *self + self->size * sizeof (RutterTrackFix) : 0;
}
