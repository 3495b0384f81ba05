/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-selection.h"
#include "rutter-window.h"

G_BEGIN_DECLS

/* The way of the user over the map and through the objects. Adds to the window (win.) go-back,
 * go-forward and show-on-map.
 */
#define RUTTER_TYPE_JOURNEY (rutter_journey_get_type ())

G_DECLARE_FINAL_TYPE (RutterJourney, rutter_journey, RUTTER, JOURNEY, GObject)

/* @window owns the journey. */
RutterJourney *rutter_journey_new     (RutterWindow   *window,
                                       RutterMapView  *map);
/* Another catalogue: begins anew. */
void           rutter_journey_reset   (RutterJourney  *self);
/* An object is looked at from now on. */
void           rutter_journey_visit   (RutterJourney  *self,
                                       const char     *uid);
/* The map is about to jump. */
void           rutter_journey_leave   (RutterJourney  *self);
void           rutter_journey_set_selection
                                      (RutterJourney   *self,
                                       RutterSelection *selection);

G_END_DECLS
