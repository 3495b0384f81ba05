/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-flow.h"

#include <math.h>

/* Heights of an arc over its chord, as fractions of the chord. */
#define INNER_HEIGHT 0.10
#define SLOT_HEIGHT 0.045
/* The arcs of a bundle are one up to SHARED and each its own from PARTED on. */
#define SHARED 0.1
#define PARTED 0.5
/* No arc rises into the empty margins of the world square (80 degrees are at 0.112). */
#define MARGIN 0.07
#define N_SLOTS_MAX 24

typedef struct
{
  RutterPoint from;
  RutterPoint along;   /* the chord */
  RutterPoint right;   /* as long as the chord, to the right of the direction (y runs south) */
  double      squeeze; /* 0..1: what is left of the heights under the margins */
  int         n_slots;
} Bundle;

static double
get_height (int n_slots,
            int slot)
{
  return INNER_HEIGHT + SLOT_HEIGHT * (n_slots - 1 - slot);
}

static void
read_bundle (Bundle            *bundle,
             const RutterPoint  ends[2],
             int                n_slots)
{
  double dx = ends[1].x - ends[0].x;
  double middle, outermost, room;

  bundle->n_slots = CLAMP (n_slots, 1, N_SLOTS_MAX);
  bundle->from = ends[0];
  bundle->along = (RutterPoint) { dx - round (dx), ends[1].y - ends[0].y };
  bundle->right = (RutterPoint) { -bundle->along.y, bundle->along.x };
  bundle->squeeze = 1;

  middle = bundle->from.y + bundle->along.y / 2;
  outermost = bundle->right.y * get_height (bundle->n_slots, 0);
  room = outermost < 0 ? middle - MARGIN : 1 - MARGIN - middle;
  if (fabs (outermost) > room)
    bundle->squeeze = CLAMP (room / fabs (outermost), 0.25, 1.0);
}

/* How much of an arc's own height holds at a share of its way: 0 where the bundle is one. */
static double
get_parting (double share)
{
  double t = (MIN (share, 1 - share) - SHARED) / (PARTED - SHARED);

  t = CLAMP (t, 0.0, 1.0);
  return t * t * (3 - 2 * t);
}

/**
 * rutter_flow_flatten:
 * @ends: from and to, world square; the second may lie in any copy of the world
 * @slot: place in the bundle, 0 the outermost
 * @n_slots: how many flows share the two ends in this direction
 *
 * A quadratic arc that bulges to the right of its direction and takes the short way round the
 * world, as a polyline. The arcs of a bundle share their first and last tenth,
 * which is the innermost's, so that each leaves the bundle outwards and none dips.
 */
void
rutter_flow_flatten (const RutterPoint ends[2],
                     int               slot,
                     int               n_slots,
                     RutterPoint       points[RUTTER_FLOW_N_POINTS])
{
  Bundle bundle;
  double own;

  read_bundle (&bundle, ends, n_slots);
  own = get_height (bundle.n_slots, CLAMP (slot, 0, bundle.n_slots - 1));

  for (int i = 0; i < RUTTER_FLOW_N_POINTS; i++)
    {
      double t = (double)i / (RUTTER_FLOW_N_POINTS - 1);
      double height = 4 * t * (1 - t) * bundle.squeeze *
                      (INNER_HEIGHT + (own - INNER_HEIGHT) * get_parting (t));

      points[i].x = bundle.from.x + bundle.along.x * t + bundle.right.x * height;
      points[i].y = bundle.from.y + bundle.along.y * t + bundle.right.y * height;
    }
}

void
rutter_flow_add_to_box (const RutterPoint  ends[2],
                        int                slot,
                        int                n_slots,
                        RutterBox         *box)
{
  RutterPoint arc[RUTTER_FLOW_N_POINTS];

  rutter_flow_flatten (ends, slot, n_slots, arc);
  for (guint i = 0; i < RUTTER_FLOW_N_POINTS; i++)
    rutter_box_add (box, arc[i]);
}

/**
 * rutter_flow_get_width:
 *
 * Returns: logical pixels; claims are counted, never tonnes or pieces, which nobody knows
 */
double
rutter_flow_get_width (guint n_claims)
{
  return MIN (1.5 + 0.9 * sqrt (MAX (n_claims, 1)), 7.0);
}

/**
 * rutter_flow_get_spacing:
 *
 * Returns: how far neighbours of a bundle are apart at their middle, in the world square;
 *   infinite for a flow alone
 */
double
rutter_flow_get_spacing (const RutterPoint ends[2],
                         int               n_slots)
{
  Bundle bundle;

  read_bundle (&bundle, ends, n_slots);
  if (bundle.n_slots < 2)
    return INFINITY;

  return hypot (bundle.along.x, bundle.along.y) * SLOT_HEIGHT * bundle.squeeze;
}
