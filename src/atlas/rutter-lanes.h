/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-geo.h"

G_BEGIN_DECLS

/* Computed ways between the same seas take the same water, one over the other, and their dashes
 * would run together into a line that seems surer than any of them. So ways that share much of
 * their water get lanes beside each other. A lane is a number from 0, the middle; the painter says
 * how far it lies beside the way.
 */
typedef struct _RutterLanes RutterLanes;

RutterLanes *rutter_lanes_new  (void);
void         rutter_lanes_free (RutterLanes       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterLanes, rutter_lanes_free)

guint        rutter_lanes_add  (RutterLanes       *self,
                                const RutterPoint *points,
                                guint              n_points);

G_END_DECLS
