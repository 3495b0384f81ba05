/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-geo.h"

G_BEGIN_DECLS

/* What a painting shows: a camera over the world square and the size of the picture. Plain data,
 * copied by value. Pixels are logical ones; `scale` is how many device pixels each has.
 */
typedef struct
{
  /* Mercator world square; x may run beyond 0..1, the world repeats sideways */
  RutterPoint centre;
  double      zoom;      /* the world is 256 * 2^zoom logical pixels wide; fractional */
  double      rotation;  /* radians, clockwise */
  int         width;
  int         height;
  double      scale;
  double      text_scale; /* of names and labels, as the desktop's text; 0 as 1 */
  /* what of the size, on each side, is kept in reserve and not seen yet */
  int         margin_x;
  int         margin_y;
} RutterView;

#define RUTTER_MIN_ZOOM 0.0
#define RUTTER_MAX_ZOOM 18.0

/* What a first start and a figure show: Eurasia, from the Black Sea to the Sea of Japan. */
#define RUTTER_VIEW_DEFAULT_SOUTH_WEST ((RutterLonLat) { 12, 10 })
#define RUTTER_VIEW_DEFAULT_NORTH_EAST ((RutterLonLat) { 142, 63 })

double       rutter_view_get_world_size    (const RutterView   *self);
RutterPoint  rutter_view_to_pixel          (const RutterView   *self,
                                            RutterPoint         world);
RutterPoint  rutter_view_to_world          (const RutterView   *self,
                                            RutterPoint         pixel);
RutterBox    rutter_view_get_bounds        (const RutterView   *self);
void         rutter_view_get_copies        (const RutterView   *self,
                                            const RutterBox    *box,
                                            int                *first,
                                            int                *last);
void         rutter_view_get_copies_within (const RutterBox    *bounds,
                                            const RutterBox    *box,
                                            int                *first,
                                            int                *last);
double       rutter_view_get_max_latitude  (const RutterView   *self);
double       rutter_view_get_m_per_pixel   (const RutterView   *self);
RutterView   rutter_view_with_margin       (const RutterView   *self,
                                            double              fraction);
void         rutter_view_clamp             (RutterView         *view);
void         rutter_view_fit               (RutterView         *self,
                                            RutterLonLat        south_west,
                                            RutterLonLat        north_east);

G_END_DECLS
