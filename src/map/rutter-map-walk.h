/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-map-hover.h"

G_BEGIN_DECLS

/* From mark to mark by keyboard, from the left of the view to its right: each is named in the card
 * and lit as under a pointer, and the view says which with its signal mark-reached.
 */
typedef struct _RutterMapWalk RutterMapWalk;

RutterMapWalk *rutter_map_walk_new   (RutterMapView   *view,
                                      RutterMapHover  *hover);
void           rutter_map_walk_free  (RutterMapWalk   *self);
/* @step: 1 to the next mark, -1 to the one before; past the last comes the first */
void           rutter_map_walk_go    (RutterMapWalk   *self,
                                      int              step);
/* Picks the mark that it stands on. Returns: whether it stands on one */
gboolean       rutter_map_walk_pick  (RutterMapWalk   *self);
gboolean       rutter_map_walk_stop  (RutterMapWalk   *self);

G_END_DECLS
