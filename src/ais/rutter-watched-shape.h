/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-watcher.h"

G_BEGIN_DECLS

/* Who is inside an area or at a passage, as far as was heard. */
typedef struct
{
  RutterWatch *watch;
  GHashTable  *presences;     /* by MMSI, of those that are inside or may be */
  GHashTable  *outside;       /* the MMSIs of those that were heard elsewhere */
} RutterWatchedShape;

RutterWatchedShape *rutter_watched_shape_new     (RutterWatch         *watch);
void                rutter_watched_shape_free    (RutterWatchedShape  *self);
gboolean            rutter_watched_shape_follow  (RutterWatchedShape  *self,
                                                  const RutterTarget  *target,
                                                  RutterAlertKind     *kind);

G_END_DECLS
