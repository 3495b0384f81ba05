/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-session.h"
#include "rutter-timeline.h"

G_BEGIN_DECLS

/* Joins a timeline to a session: hands it the window of time, counts the claims anew in a worker
 * when catalogue, layers or actors are others, and keeps the window and how it is played.
 */
#define RUTTER_TYPE_TIME_KEEPER (rutter_time_keeper_get_type ())

G_DECLARE_FINAL_TYPE (RutterTimeKeeper, rutter_time_keeper, RUTTER, TIME_KEEPER, GObject)

/* @settings: (nullable): NULL keeps nothing */
RutterTimeKeeper *rutter_time_keeper_new         (RutterSession     *session,
                                                  RutterTimeline    *timeline,
                                                  GSettings         *settings);
/* Whether nothing is being counted. */
gboolean          rutter_time_keeper_is_settled  (RutterTimeKeeper  *self);

G_END_DECLS
