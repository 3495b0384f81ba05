/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-fleet.h"
#include "rutter-session.h"
#include "rutter-traffic.h"

G_BEGIN_DECLS

/* Which of the targets that are heard are vessels of the catalogue that is open: by IMO number and
 * MMSI alone, looked at once a second on the traffic's thread.
 *
 * Signals:
 *   changed ()   other targets match, or another catalogue is open
 */
#define RUTTER_TYPE_MATCHER (rutter_matcher_get_type ())

G_DECLARE_FINAL_TYPE (RutterMatcher, rutter_matcher, RUTTER, MATCHER, GObject)

RutterMatcher *rutter_matcher_new          (RutterTraffic  *traffic,
                                            RutterSession  *session);
/* (nullable): while no catalogue was read */
RutterFleet   *rutter_matcher_get_fleet    (RutterMatcher  *self);
/* RutterFleetHit, by MMSI; good until the next "changed" */
GArray        *rutter_matcher_get_hits     (RutterMatcher  *self);
/* (transfer full): guint32 in ascending order: whoever is ringed on the map */
GArray        *rutter_matcher_list_mmsis   (RutterMatcher  *self,
                                            const char     *uid);
/* (nullable): the vessel's uid when @uid is that of a target that matches one; else @uid itself */
const char    *rutter_matcher_resolve      (RutterMatcher  *self,
                                            const char     *uid);
/* The vessels of a catalogue; in a worker. */
RutterFleet   *rutter_matcher_make_fleet   (RutterRecords  *records);

G_END_DECLS
