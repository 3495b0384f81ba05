/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-timeline-chart.h"

G_BEGIN_DECLS

/* Pointer, wheel and fingers on a timeline chart, which owns this. */
typedef struct _RutterTimelineGestures RutterTimelineGestures;

RutterTimelineGestures *rutter_timeline_gestures_new   (RutterTimelineChart     *chart);
void                    rutter_timeline_gestures_free  (RutterTimelineGestures  *self);

G_END_DECLS
