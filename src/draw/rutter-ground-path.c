/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-ground-path.h"

#include <math.h>

/* Room around the view within which lines may still show their width, pixels. */
#define ROOM_PX 8.0

/* Vertices closer than this to the one before are passed over, pixels: a level is also shown at
 * zooms below its own. */
#define MIN_STEP_PX 0.4

/* Far points are brought to this distance, pixels: cairo's coordinates end at 8 million. Edges are
 * much shorter than that, but for those that pass over whole runs or close a ring around a pole,
 * and these stay on their side of the view.
 */
#define FAR_PX 3e6

/* Vertices in one call of cairo_stroke. The cost of a stroke grows faster than its length. */
#define STROKE_VERTICES 256

/* Where something lies wholly, as bits. */
enum
{
  SIDE_WEST = 1 << 0,
  SIDE_EAST = 1 << 1,
  SIDE_NORTH = 1 << 2,
  SIDE_SOUTH = 1 << 3
};

/* One figure of the path that is being traced. */
typedef struct
{
  gboolean    has_begun;
  RutterPoint last;         /* pixels */
  /* a point that is held back while what follows lies beyond the same side of the view */
  gboolean    has_held;
  guint       held_sides;
  RutterPoint held;         /* world */
} Pen;

static guint
get_sides (const RutterBox *box,
           const RutterBox *bounds)
{
  return (box->x1 < bounds->x0 ? SIDE_WEST : 0) | (box->x0 > bounds->x1 ? SIDE_EAST : 0) |
         (box->y1 < bounds->y0 ? SIDE_NORTH : 0) | (box->y0 > bounds->y1 ? SIDE_SOUTH : 0);
}

static inline RutterPoint
to_pixel (const RutterGroundPath *self,
          RutterPoint             world)
{
  return (RutterPoint) { self->xx * world.x + self->xy * world.y + self->x0,
                         self->yx * world.x + self->yy * world.y + self->y0 };
}

static inline void
put_point (const RutterGroundPath *self,
           Pen                    *pen,
           RutterPoint             world,
           gboolean                is_needed)
{
  RutterPoint pixel = to_pixel (self, world);
  double dx = pixel.x - pen->last.x;
  double dy = pixel.y - pen->last.y;

  if (!pen->has_begun)
    cairo_move_to (self->cr, pixel.x, pixel.y);
  else if (is_needed || dx * dx + dy * dy >= MIN_STEP_PX * MIN_STEP_PX)
    cairo_line_to (self->cr, pixel.x, pixel.y);
  else
    return;

  pen->has_begun = TRUE;
  pen->last = pixel;
}

/* Moves a far point nearer without changing on which side of the view it lies. */
static RutterPoint
bring_near (const RutterGroundPath *self,
            RutterPoint             world)
{
  double reach = FAR_PX / hypot (self->xx, self->yx);
  RutterPoint middle = { (self->bounds.x0 + self->bounds.x1) / 2,
                         (self->bounds.y0 + self->bounds.y1) / 2 };

  return (RutterPoint) { CLAMP (world.x, middle.x - reach, middle.x + reach),
                         CLAMP (world.y, middle.y - reach, middle.y + reach) };
}

static void
release_held (const RutterGroundPath *self,
              Pen                    *pen)
{
  if (pen->has_held)
    put_point (self, pen, bring_near (self, pen->held), TRUE);
  pen->has_held = FALSE;
}

/* A run that lies wholly beyond one side of the view: of a ring's area only where it starts and
 * where it ends matters, and of many such runs beyond the same side only the ends of all.
 */
static void
pass_over (const RutterGroundPath *self,
           Pen                    *pen,
           const RutterBasemapRun *run,
           double                  copy,
           guint                   sides)
{
  RutterPoint first = { run->first.x + copy, run->first.y };
  RutterPoint last = { run->last.x + copy, run->last.y };

  if (!pen->has_held || (pen->held_sides & sides) == 0)
    {
      release_held (self, pen);
      put_point (self, pen, bring_near (self, first), TRUE);
      pen->held_sides = sides;
    }

  pen->has_held = TRUE;
  pen->held_sides &= sides;
  pen->held = last;
}

static void
trace_ring (const RutterGroundPath   *self,
            const RutterBasemapShape *shape,
            double                    copy)
{
  RutterBox bounds = self->bounds;
  RutterPoint points[RUTTER_BASEMAP_MAX_RUN];
  RutterBasemapRun run;
  Pen pen = { 0 };

  bounds.x0 -= copy;
  bounds.x1 -= copy;

  for (guint i = 0; i < shape->n_runs; i++)
    {
      guint n_points, sides;

      if (!rutter_basemap_get_run (self->basemap, shape, i, &run))
        continue;

      sides = shape->n_runs > 1 ? get_sides (&run.box, &bounds) : 0;
      if (sides != 0)
        {
          pass_over (self, &pen, &run, copy, sides);
          continue;
        }

      n_points = rutter_basemap_run_decode (&run, points);
      release_held (self, &pen);
      for (guint j = 0; j < n_points; j++)
        put_point (self, &pen,
                   bring_near (self, (RutterPoint) { points[j].x + copy, points[j].y }),
                   j == 0 || j + 1 == n_points);
    }

  release_held (self, &pen);
  if (pen.has_begun)
    cairo_close_path (self->cr);
}

/* Which copies of the world the view shows; shapes reach half a world beyond the square at most. */
static void
get_copies (const RutterGroundPath *self,
            int                    *first,
            int                    *last)
{
  *first = (int)floor (self->bounds.x0 - 0.5);
  *last = (int)ceil (self->bounds.x1 + 0.5) - 1;
}

static void
init_iter (const RutterGroundPath *self,
           RutterBasemapIter      *iter,
           RutterBasemapSet        set,
           int                     copy)
{
  RutterBox box = self->bounds;

  box.x0 -= copy;
  box.x1 -= copy;
  rutter_basemap_iter_init (iter, self->basemap, self->level, set, &box);
}

/**
 * rutter_ground_path_init:
 *
 * Borrows @cr and @basemap. The level of detail follows from the view's zoom and scale factor.
 */
void
rutter_ground_path_init (RutterGroundPath *self,
                         cairo_t          *cr,
                         RutterBasemap    *basemap,
                         const RutterView *view)
{
  double size = rutter_view_get_world_size (view);
  double c = cos (view->rotation) * size;
  double s = sin (view->rotation) * size;
  RutterBox bounds = rutter_view_get_bounds (view);
  double room = ROOM_PX / size;

  self->cr = cr;
  self->basemap = basemap;
  self->level = rutter_basemap_choose_level (basemap, view->zoom + log2 (view->scale));
  self->bounds = (RutterBox) { bounds.x0 - room, bounds.y0 - room,
                               bounds.x1 + room, bounds.y1 + room };
  self->xx = c;
  self->xy = -s;
  self->x0 = view->width / 2.0 - c * view->centre.x + s * view->centre.y;
  self->yx = s;
  self->yy = c;
  self->y0 = view->height / 2.0 - s * view->centre.x - c * view->centre.y;
}

/**
 * rutter_ground_path_fill:
 *
 * Fills the land with the source of the context: all rings of the view in one path, so that lakes
 * and the islands in them come by the even-odd rule and nothing has a seam.
 */
void
rutter_ground_path_fill (RutterGroundPath *self)
{
  RutterBasemapIter iter;
  RutterBasemapShape shape;
  int first, last;

  get_copies (self, &first, &last);
  cairo_new_path (self->cr);
  for (int copy = first; copy <= last; copy++)
    {
      init_iter (self, &iter, RUTTER_BASEMAP_RINGS, copy);
      while (rutter_basemap_iter_next (&iter, &shape))
        trace_ring (self, &shape, copy);
    }

  cairo_set_fill_rule (self->cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_fill (self->cr);
}

/* Adds the visible runs of a shape to the path, and strokes it whenever it has become long. */
static void
stroke_shape (const RutterGroundPath   *self,
              const RutterBasemapShape *shape,
              double                    copy,
              gboolean                  is_dashed,
              guint                    *n_pending)
{
  RutterBox bounds = self->bounds;
  RutterPoint points[RUTTER_BASEMAP_MAX_RUN];
  RutterBasemapRun run;
  Pen pen = { 0 };

  bounds.x0 -= copy;
  bounds.x1 -= copy;

  for (guint i = 0; i < shape->n_runs; i++)
    {
      guint n_points = 0;

      if (rutter_basemap_get_run (self->basemap, shape, i, &run) &&
          !run.is_hidden && get_sides (&run.box, &bounds) == 0)
        n_points = rutter_basemap_run_decode (&run, points);

      if (n_points == 0)
        pen.has_begun = FALSE;

      for (guint j = pen.has_begun ? 1 : 0; j < n_points; j++)
        put_point (self, &pen, (RutterPoint) { points[j].x + copy, points[j].y },
                   j + 1 == n_points);

      *n_pending += n_points;
      if (*n_pending >= STROKE_VERTICES && !is_dashed)
        {
          cairo_stroke (self->cr);
          *n_pending = 0;
          pen.has_begun = FALSE;
        }
    }
}

/**
 * rutter_ground_path_stroke:
 * @kinds: bit k for kind k
 *
 * Strokes the shapes of some kinds with the source, width and dash of the context, which must be
 * opaque: pieces overlap. Edges that only close an area are left out.
 */
void
rutter_ground_path_stroke (RutterGroundPath *self,
                           RutterBasemapSet  set,
                           guint32           kinds)
{
  gboolean is_dashed = cairo_get_dash_count (self->cr) > 0;
  RutterBasemapIter iter;
  RutterBasemapShape shape;
  guint n_pending = 0;
  int first, last;

  get_copies (self, &first, &last);
  cairo_new_path (self->cr);
  for (int copy = first; copy <= last; copy++)
    {
      init_iter (self, &iter, set, copy);
      while (rutter_basemap_iter_next (&iter, &shape))
        if (shape.kind < 32 && (kinds & 1u << shape.kind) != 0)
          stroke_shape (self, &shape, copy, is_dashed, &n_pending);
    }

  cairo_stroke (self->cr);
}
