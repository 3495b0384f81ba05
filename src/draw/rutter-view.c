/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-view.h"

#include <math.h>

/* Pixels of the world square at zoom 0, as every Web Mercator map has it. */
#define WORLD_SIZE_0 256.0

/* Half the width and height, in pixels along the axes of the world, of a rectangle that is turned
 * by the view's rotation.
 */
static void
get_half_extent (const RutterView *self,
                 double            width,
                 double            height,
                 double           *half_x,
                 double           *half_y)
{
  double c = fabs (cos (self->rotation));
  double s = fabs (sin (self->rotation));

  *half_x = (width * c + height * s) / 2;
  *half_y = (width * s + height * c) / 2;
}

/**
 * rutter_view_get_world_size:
 *
 * Returns: the width of one copy of the world, logical pixels
 */
double
rutter_view_get_world_size (const RutterView *self)
{
  return WORLD_SIZE_0 * exp2 (self->zoom);
}

/**
 * rutter_view_to_pixel:
 *
 * The centre falls on the middle of the picture, whatever its size and rotation. Which copy of the
 * world is meant is the caller's choice: add an integer to @world.x.
 */
RutterPoint
rutter_view_to_pixel (const RutterView *self,
                      RutterPoint       world)
{
  double size = rutter_view_get_world_size (self);
  double dx = (world.x - self->centre.x) * size;
  double dy = (world.y - self->centre.y) * size;
  double c = cos (self->rotation);
  double s = sin (self->rotation);

  return (RutterPoint) { dx * c - dy * s + self->width / 2.0,
                         dx * s + dy * c + self->height / 2.0 };
}

RutterPoint
rutter_view_to_world (const RutterView *self,
                      RutterPoint       pixel)
{
  double size = rutter_view_get_world_size (self);
  double dx = pixel.x - self->width / 2.0;
  double dy = pixel.y - self->height / 2.0;
  double c = cos (self->rotation);
  double s = sin (self->rotation);

  return (RutterPoint) { self->centre.x + (dx * c + dy * s) / size,
                         self->centre.y + (dy * c - dx * s) / size };
}

/**
 * rutter_view_get_bounds:
 *
 * Returns: the upright box around everything the view shows, unwrapped and not cut to the world
 */
RutterBox
rutter_view_get_bounds (const RutterView *self)
{
  double size = rutter_view_get_world_size (self);
  double half_x, half_y;

  get_half_extent (self, self->width, self->height, &half_x, &half_y);

  return (RutterBox) { self->centre.x - half_x / size, self->centre.y - half_y / size,
                       self->centre.x + half_x / size, self->centre.y + half_y / size };
}

/**
 * rutter_view_get_copies:
 * @box: of what is to be drawn, as it is stored
 * @first: (out): the smallest k for which @box moved by k along x meets the view's bounds
 * @last: (out): the greatest such k; smaller than @first when there is none
 */
void
rutter_view_get_copies (const RutterView *self,
                        const RutterBox  *box,
                        int              *first,
                        int              *last)
{
  RutterBox bounds = rutter_view_get_bounds (self);

  rutter_view_get_copies_within (&bounds, box, first, last);
}

/* The same for many boxes: @bounds are those of the view, worked out once. */
void
rutter_view_get_copies_within (const RutterBox *bounds,
                               const RutterBox *box,
                               int             *first,
                               int             *last)
{
  double from = ceil (bounds->x0 - box->x1);
  double to = floor (bounds->x1 - box->x0);

  *first = 0;
  *last = -1;

  /* Written so that NaN and the empty box, whose ends are infinite, fail it. */
  if (!(box->y0 <= bounds->y1 && bounds->y0 <= box->y1) ||
      !(fabs (from) < G_MAXINT && fabs (to) < G_MAXINT))
    return;

  *first = (int)from;
  *last = (int)to;
}

/**
 * rutter_view_get_max_latitude:
 *
 * Returns: how far from the equator the centre may lie, degrees, for the view not to leave the
 *   world square at its northern or southern edge; 0 when the view is as high as the world
 */
double
rutter_view_get_max_latitude (const RutterView *self)
{
  double half_x, half_y;

  get_half_extent (self, self->width, self->height, &half_x, &half_y);
  half_y /= rutter_view_get_world_size (self);

  if (half_y >= 0.5)
    return 0;

  return rutter_mercator_unproject ((RutterPoint) { 0.5, half_y }).lat;
}

/**
 * rutter_view_get_m_per_pixel:
 *
 * Mercator stretches lengths by the inverse cosine of the latitude, so this holds near the centre's
 * latitude only.
 *
 * Returns: metres on the mean sphere per logical pixel
 */
double
rutter_view_get_m_per_pixel (const RutterView *self)
{
  double lat = rutter_mercator_unproject (self->centre).lat * G_PI / 180;

  return 2 * G_PI * RUTTER_EARTH_RADIUS_M * cos (lat) / rutter_view_get_world_size (self);
}

/**
 * rutter_view_with_margin:
 * @fraction: of the width and of the height, added on each side
 */
RutterView
rutter_view_with_margin (const RutterView *self,
                         double            fraction)
{
  RutterView view = *self;

  /* Whole pixels on each side, so that the wider picture lies on the same pixel grid. */
  view.margin_x = (int)ceil (self->width * fraction);
  view.margin_y = (int)ceil (self->height * fraction);
  view.width += 2 * view.margin_x;
  view.height += 2 * view.margin_y;

  return view;
}

/**
 * rutter_view_fit:
 * @south_west: a corner of what is to be seen
 * @north_east: the other; when its longitude is the smaller one, the area crosses 180 degrees
 *
 * Moves the centre and chooses the greatest zoom at which the area is wholly visible, within the
 * limits of the zoom. Size and rotation stay.
 */
void
rutter_view_fit (RutterView   *self,
                 RutterLonLat  south_west,
                 RutterLonLat  north_east)
{
  RutterPoint a, b;
  double half_x, half_y, limit;

  if (north_east.lon < south_west.lon)
    north_east.lon += 360;

  a = rutter_mercator_project (south_west);
  b = rutter_mercator_project (north_east);

  get_half_extent (self, fabs (b.x - a.x), fabs (b.y - a.y), &half_x, &half_y);
  self->zoom = MIN (log2 (self->width / (2 * half_x * WORLD_SIZE_0)),
                    log2 (self->height / (2 * half_y * WORLD_SIZE_0)));
  /* A single point asks for an endless zoom. */
  self->zoom = isnan (self->zoom) ? RUTTER_MAX_ZOOM
                                  : CLAMP (self->zoom, RUTTER_MIN_ZOOM, RUTTER_MAX_ZOOM);

  self->centre.x = (a.x + b.x) / 2;
  self->centre.x -= floor (self->centre.x);

  limit = rutter_mercator_project ((RutterLonLat) { 0, rutter_view_get_max_latitude (self) }).y;
  self->centre.y = CLAMP ((a.y + b.y) / 2, limit, 1 - limit);
}

/* Keeps a view on the map: no zoom at which the world is lower than the view, no centre from
 * which the view would look over a pole, and x within the one world that the maps know.
 */
void
rutter_view_clamp (RutterView *view)
{
  double min_zoom = MAX (RUTTER_MIN_ZOOM, log2 (MAX (view->height, 1) / 256.0));
  double half;

  view->zoom = CLAMP (view->zoom, MIN (min_zoom, RUTTER_MAX_ZOOM), RUTTER_MAX_ZOOM);
  half = MIN (0.5, view->height / 2.0 / rutter_view_get_world_size (view));
  view->centre.x -= floor (view->centre.x);
  view->centre.y = CLAMP (view->centre.y, half, 1 - half);
}
