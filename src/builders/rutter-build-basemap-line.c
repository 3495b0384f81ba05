/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-build-basemap-line.h"

/* Area in parts of the world square. The Caspian Sea has 4.1e-4, the next greatest lakes (Superior,
 * Great Bear Lake) 1.1e-4.
 */
#define MIN_SEA_AREA 2e-4

RutterGroundLine *
rutter_ground_line_new (guint    kind,
                        gboolean closed)
{
  RutterGroundLine *self = g_new0 (RutterGroundLine, 1);

  self->points = g_array_new (FALSE, FALSE, sizeof (RutterPoint));
  self->kind = kind;
  self->closed = closed;
  self->hidden_from = G_MAXUINT;

  return self;
}

void
rutter_ground_line_free (RutterGroundLine *self)
{
  g_array_unref (self->points);
  g_free (self);
}

RutterBox
rutter_ground_line_bound (RutterGroundLine *self)
{
  RutterBox box;

  rutter_box_init (&box);
  for (guint i = 0; i < self->points->len; i++)
    rutter_box_add (&box, g_array_index (self->points, RutterPoint, i));

  return box;
}

static gboolean
holds (const RutterBox *outer,
       const RutterBox *inner)
{
  return outer->x0 <= inner->x0 && inner->x1 <= outer->x1 &&
         outer->y0 <= inner->y0 && inner->y1 <= outer->y1;
}

static double
get_area (const RutterGroundLine *ring)
{
  double sum = 0;

  for (guint i = 1; i < ring->points->len; i++)
    {
      RutterPoint a = g_array_index (ring->points, RutterPoint, i - 1);
      RutterPoint b = g_array_index (ring->points, RutterPoint, i);

      sum += a.x * b.y - b.x * a.y;
    }

  return ABS (sum) / 2;
}

/**
 * rutter_ground_mark_seas:
 * @rings: (element-type RutterGroundLine)
 *
 * GSHHG counts the Caspian Sea as a lake. Its shore and its islands get the kind of a sea coast;
 * what is land and what is water does not depend on the kind.
 */
void
rutter_ground_mark_seas (GPtrArray *rings)
{
  g_autoptr(GArray) seas = g_array_new (FALSE, FALSE, sizeof (RutterBox));

  for (guint i = 0; i < rings->len; i++)
    {
      RutterGroundLine *ring = g_ptr_array_index (rings, i);
      RutterBox box = rutter_ground_line_bound (ring);

      if (ring->kind == RUTTER_RING_LAKE && get_area (ring) > MIN_SEA_AREA)
        {
          ring->kind = RUTTER_RING_LAND;
          g_array_append_val (seas, box);
        }
    }

  for (guint i = 0; i < rings->len; i++)
    for (guint j = 0; j < seas->len; j++)
      {
        RutterGroundLine *ring = g_ptr_array_index (rings, i);
        RutterBox box = rutter_ground_line_bound (ring);

        if (ring->kind == RUTTER_RING_ISLAND && holds (&g_array_index (seas, RutterBox, j), &box))
          ring->kind = RUTTER_RING_LAND;
      }
}
