/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-target.h"
#include "rutter-track.h"

G_BEGIN_DECLS

/* A target's track as a file that other programs read. Times are UTC, positions WGS 84, and it says
 * that all of it is as broadcast. What is in a file does not change with the language of who
 * wrote it.
 *
 * GPX 1.1: a segment a stretch without a gap, another one where the date line is crossed; speed in
 *   metres a second and course as Garmin's TrackPointExtension 2.
 * CSV (RFC 4180): a row a report, `segment` counts the stretches without a gap.
 * GeoJSON (RFC 7946): the line, cut at 180 degrees, and a point a report.
 */
typedef enum
{
  RUTTER_TRACK_GPX,
  RUTTER_TRACK_CSV,
  RUTTER_TRACK_GEOJSON,
  RUTTER_N_TRACK_FORMAT
} RutterTrackFormat;

const char *rutter_track_format_get_suffix  (RutterTrackFormat    format);
gboolean    rutter_track_format_find        (RutterTrackFormat   *format,
                                             const char          *path);
char       *rutter_track_write              (RutterTrackFormat    format,
                                             const RutterTarget  *target,
                                             const char          *feed,
                                             GArray              *points);

G_END_DECLS
