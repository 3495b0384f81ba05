/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-landmark-bounds.h"

/* More than any distance to a landmark. */
#define NO_BOUND (1 << 24)

/**
 * rutter_landmark_bounds_init:
 * @is_usual: whether the landmarks serve that hold while all is closed that usually is
 * @ends: (element-type RutterSeaEntry)
 */
void
rutter_landmark_bounds_init (RutterLandmarkBounds    *self,
                             const RutterLandmarkRow *landmarks,
                             gboolean                 is_usual,
                             const GArray            *ends)
{
  self->first = is_usual ? 0 : RUTTER_N_USUAL_LANDMARKS;
  self->last = is_usual ? RUTTER_N_USUAL_LANDMARKS : RUTTER_N_LANDMARKS;
  for (guint k = self->first; k < self->last; k++)
    {
      self->low[k] = NO_BOUND;
      self->high[k] = -NO_BOUND;
      for (guint i = 0; i < ends->len; i++)
        {
          const RutterSeaEntry *end = &g_array_index (ends, RutterSeaEntry, i);
          gint32 distance = landmarks[end->node].km_halves[k];
          gint32 rest = (gint32)(end->cost / RUTTER_LANDMARK_UNIT);

          if (distance == RUTTER_LANDMARK_UNKNOWN)
            {
              self->low[k] = -NO_BOUND;
              self->high[k] = NO_BOUND;
              break;
            }
          self->low[k] = MIN (self->low[k], distance + rest);
          self->high[k] = MAX (self->high[k], distance - rest);
        }
    }
}
