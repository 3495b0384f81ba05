/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-geo.h"

G_BEGIN_DECLS

/* Where a target was in the last hour that it was heard, as few points as tell it to 30 m: a way
 * that is straight, or a berth, takes a point in some minutes. NULL is an empty one. It belongs to
 * one thread.
 */
typedef struct _RutterTrack RutterTrack;

/* A point of a track, for whoever asked. */
typedef struct
{
  gint64        time_us;
  RutterLonLat  position;
  float         speed_kn, course_deg;  /* NAN without one */
  gboolean      after_gap;             /* nothing was heard since the point before */
} RutterTrackPoint;

/* Reports that are further apart are not joined: between them the target was silent. */
#define RUTTER_TRACK_GAP_US ((gint64)9 * 60 * G_USEC_PER_SEC)
#define RUTTER_TRACK_LENGTH_US ((gint64)60 * 60 * G_USEC_PER_SEC)

/* A fix as it is kept. */
typedef struct
{
  guint32  x, y;          /* of the world square in 1/2^32, as in a point set */
  guint32  time_s;        /* since 1970 */
  guint16  speed;         /* 1/10 knot, or G_MAXUINT16 */
  guint16  course : 15;   /* 1/10 degree, or 0x7fff */
  guint16  after_gap : 1;
} RutterTrackFix;

#define RUTTER_TRACK_NO_COURSE 0x7fff

void                  rutter_track_add       (RutterTrack          **self,
                                              const RutterTrackFix  *fix);
void                  rutter_track_set_back  (RutterTrack           *self,
                                              guint32                now_s);
const RutterTrackFix *rutter_track_get       (const RutterTrack     *self,
                                              guint                 *n);
GArray               *rutter_track_list      (const RutterTrack     *self);
gsize                 rutter_track_get_size  (const RutterTrack     *self);

G_END_DECLS
