/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-simulated-lane.h"

G_BEGIN_DECLS

/* Traffic that there is not: made-up ships that say what real ones would say, each named SIMULATED.
 * Knows no clock and no socket; the same plan over the same lanes gives the same bytes.
 */
typedef struct _RutterSimulator RutterSimulator;

typedef struct
{
  guint     n_vessels;      /* 1 to RUTTER_SIMULATED_MOST: ships, craft, aids, stations, aircraft */
  guint32   seed;
  gint64    begin_us;       /* real time since 1970 */
  double    speed_factor;   /* of the ships; 1 is usual */
  double    rate;           /* messages a second, however often ships would speak; 0: as they do */
  gboolean  has_tags;       /* whether tag blocks tell the time of each */
} RutterSimulatorPlan;

RutterSimulator *rutter_simulator_new       (const RutterSimulatorPlan *plan,
                                             GPtrArray                 *lanes);
void             rutter_simulator_free      (RutterSimulator           *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterSimulator, rutter_simulator_free)

guint32          rutter_simulator_add_like  (RutterSimulator           *self,
                                             const char                *name,
                                             guint32                    imo);
gsize            rutter_simulator_next      (RutterSimulator           *self,
                                             gint64                     until_us,
                                             char                      *lines,
                                             gint64                    *time_us);

G_END_DECLS
