/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-map-flight.h"

#include <math.h>

#define DURATION_US 450000

void
rutter_map_flight_init (RutterMapFlight  *self,
                        const RutterView *from,
                        const RutterView *to,
                        gint64            now_us)
{
  self->from = *from;
  self->to = *to;
  self->to.centre.x -= round (to->centre.x - from->centre.x);
  self->start_us = now_us;
}

/**
 * rutter_map_flight_step:
 * @now_us: the frame's time, microseconds, of the same clock as at the start
 * @view: (inout): gets centre and zoom; its size stays
 *
 * Returns: whether the flight goes on
 */
gboolean
rutter_map_flight_step (RutterMapFlight *self,
                        gint64           now_us,
                        RutterView      *view)
{
  double t = CLAMP ((double)(now_us - self->start_us) / DURATION_US, 0, 1);
  double eased = 1 - pow (1 - t, 3);
  double dz = self->to.zoom - self->from.zoom;
  /* While the zoom runs, moving the centre by the share of the scale that has changed keeps the
   * point still that both views have in common (the pointer's, in a double click).
   */
  double share = fabs (dz) < 1e-6 ? eased : (1 - exp2 (-dz * eased)) / (1 - exp2 (-dz));

  view->zoom = self->from.zoom + dz * eased;
  view->centre.x = self->from.centre.x + (self->to.centre.x - self->from.centre.x) * share;
  view->centre.y = self->from.centre.y + (self->to.centre.y - self->from.centre.y) * share;

  return t < 1;
}
