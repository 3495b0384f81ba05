/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-basemap.h"

G_BEGIN_DECLS

/* A line of GSHHG's grid: x eastward from Greenwich, y northward from the south pole, both in
 * parts of a bin, unwrapped once stitched. Integers, so that ends which are the same point compare
 * equal.
 */
typedef struct
{
  gint32 x, y;
} RutterGridPoint;

/* A piece of a line within one bin, as the source has it. Borrows its points. */
typedef struct
{
  const RutterGridPoint *points;
  guint                  n_points;
  guint                  kind;
  guint                  polygon;    /* which ring it is a part of; 0 for lines */
} RutterGroundSegment;

/* A ring or line on the world square. */
typedef struct
{
  GArray   *points;       /* of RutterPoint; a ring repeats its first point at the end */
  guint     kind;
  gboolean  closed;
  /* From this vertex on the edges close a ring around a pole and are never stroked; G_MAXUINT
   * when there are none.
   */
  guint     hidden_from;
} RutterGroundLine;

RutterGroundLine *rutter_ground_line_new    (guint             kind,
                                             gboolean          closed);
void              rutter_ground_line_free   (RutterGroundLine *self);
RutterBox         rutter_ground_line_bound  (RutterGroundLine *self);
void              rutter_ground_mark_seas   (GPtrArray        *rings);

G_END_DECLS
