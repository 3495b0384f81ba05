/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a screen shows of more than the eye can part: from the top of the drawing order down,
 * whatever still has room of its own. All of it stays in the picture, in lists, counts and under
 * the pointer, and a figure on paper paints it whole.
 */
#include "rutter-scene-private.h"

#include "rutter-cover-grid.h"
#include "rutter-flow.h"
#include "rutter-sprites.h"
#include "rutter-symbol.h"

#include <math.h>

/* Up to so many in view all are painted one by one. */
#define N_LINES 250
#define N_POINTS 1500
/* Pixels: the room of a line and of a symbol, and where there are very many. */
#define LINE_CELL 4.0
#define N_TANGLE 1500
#define TANGLE_CELL 8.0
#define POINT_CELL 4.0
#define N_CROWD 5000
#define CROWD_CELL 7.0
/* A line is seen when so much of it has room. */
#define FREE_SHARE 0.4
/* From so many vertices on a look at them tells. */
#define N_LOOKS 8

typedef struct
{
  double x, y;       /* added before */
  double c, s;
  double half_width, half_height;
} Projection;

static void
init_projection (Projection       *self,
                 const RutterView *view,
                 int               copy)
{
  double size = rutter_view_get_world_size (view);

  *self = (Projection) { copy - view->centre.x, -view->centre.y, cos (view->rotation) * size,
                         sin (view->rotation) * size, view->width / 2.0, view->height / 2.0 };
}

static RutterPoint
project (const Projection *self,
         RutterPoint       world)
{
  double dx = world.x + self->x, dy = world.y + self->y;

  return (RutterPoint) { dx * self->c - dy * self->s + self->half_width,
                         dx * self->s + dy * self->c + self->half_height };
}

/* How far a pixel is outside of the view. */
static double
get_distance (const RutterView *view,
              RutterPoint       pixel)
{
  double dx = MAX (MAX (-pixel.x, pixel.x - view->width), 0);
  double dy = MAX (MAX (-pixel.y, pixel.y - view->height), 0);

  return MAX (dx, dy);
}

/* The vertices of a line on their way to the grid. */
typedef struct
{
  const RutterPoint *points;
  guint              n_points;
  double             step_px;
  double             cell;
  Projection         projection;
  RutterPoint        arc[RUTTER_FLOW_N_POINTS];
} Walk;

static void
init_walk (Walk             *self,
           const RutterView *view,
           const RutterMark *mark,
           int               copy,
           double            cell)
{
  self->cell = cell;
  self->points = mark->points;
  self->n_points = mark->n_points;
  self->step_px = mark->step * rutter_view_get_world_size (view);
  init_projection (&self->projection, view, copy);
  if (mark->shape != RUTTER_SHAPE_FLOW)
    return;

  rutter_flow_flatten (mark->points, mark->slot, mark->n_slots, self->arc);
  self->points = self->arc;
  self->n_points = RUTTER_FLOW_N_POINTS;
  self->step_px = 0;
  for (guint i = 1; i < RUTTER_FLOW_N_POINTS; i++)
    self->step_px = MAX (self->step_px, hypot (self->arc[i].x - self->arc[i - 1].x,
                                               self->arc[i].y - self->arc[i - 1].y));
  self->step_px *= rutter_view_get_world_size (view);
}

/* The vertex after @i, over those that are nearer than @apart pixels, or so far out of the view
 * that the next ones are outside as well.
 */
static guint
get_next (const Walk *self,
          guint       i,
          double      away,
          double      apart)
{
  double n = MAX (away, apart) / self->step_px;

  return MIN (i + (n >= 2 ? (guint)MIN (n, G_MAXINT / 2) : 1), self->n_points - 1);
}

/* Whether the line is worth being told: a look at some of its vertices. */
static gboolean
is_free_somewhere (const Walk            *self,
                   const RutterView      *view,
                   const RutterCoverGrid *grid)
{
  guint n_inside = 0, n_free = 0;

  for (guint i = 0; i + 1 < self->n_points;)
    {
      RutterPoint at = project (&self->projection, self->points[i]);
      int found = rutter_cover_grid_is_free (grid, at);

      n_inside += found >= 0;
      n_free += found > 0;
      i = get_next (self, i, get_distance (view, at), 4 * self->cell);
    }

  return n_inside < N_LOOKS || n_free >= n_inside * FREE_SHARE;
}

/* Tells the grid of a line. */
static void
add_line (const Walk       *self,
          const RutterView *view,
          RutterCoverGrid  *grid)
{
  RutterPoint from = project (&self->projection, self->points[0]);

  for (guint i = 0, next; i + 1 < self->n_points; i = next)
    {
      double away = get_distance (view, from);
      RutterPoint to;

      next = get_next (self, i, away, 2 * self->cell);
      to = project (&self->projection, self->points[next]);
      if (!(away > self->step_px))
        rutter_cover_grid_add_piece (grid, from, to);
      from = to;
    }
}

/* Keeps of @marks, indexes in drawing order, what is seen. */
static void
thin_lines (RutterScenePainting *self,
            GArray              *marks)
{
  double cell = marks->len > N_TANGLE ? TANGLE_CELL : LINE_CELL;
  g_autoptr(RutterCoverGrid) grid = rutter_cover_grid_new (self->view.width, self->view.height,
                                                           cell);
  guint n_kept = marks->len;

  for (guint i = marks->len; i-- > 0;)
    {
      guint index = g_array_index (marks, guint, i);
      const RutterMark *mark = rutter_picture_get_mark (self->picture, index);
      int first, last;
      Walk walk;

      rutter_scene_get_copies (self, &mark->box, 0, &first, &last);
      for (int k = first; k <= last; k++)
        {
          init_walk (&walk, &self->view, mark, k, cell);
          if (is_free_somewhere (&walk, &self->view, grid))
            add_line (&walk, &self->view, grid);
        }
      if (rutter_cover_grid_take_line (grid, FREE_SHARE))
        g_array_index (marks, guint, --n_kept) = index;
    }

  if (n_kept > 0)
    g_array_remove_range (marks, 0, n_kept);
}

/* @marks: indexes of lines in view, in drawing order; when they are many those are taken out that
 * are not seen between the others. Returns: whether they are to be painted on the pixels
 * themselves; then rutter_canvas_end() is due.
 */
gboolean
rutter_scene_begin_lines (RutterScenePainting *self,
                          GArray              *marks)
{
  if (!self->is_fast || marks->len <= N_LINES || !rutter_canvas_begin (&self->canvas, self->cr))
    return FALSE;

  thin_lines (self, marks);
  return TRUE;
}

static RutterPoint
get_spot (RutterScenePainting *self,
          guint                index,
          int                  copy)
{
  const RutterSpreadPlace *place = rutter_spread_get_place (self->spread, index);
  RutterPoint world = { place->world.x + copy, place->world.y };
  RutterPoint at = rutter_view_to_pixel (&self->view, world);

  return (RutterPoint) { at.x + place->shift_px.x, at.y + place->shift_px.y };
}

typedef struct
{
  guint       mark;
  RutterPoint at;
} Stamp;

/* Returns: (transfer full) (element-type Stamp): what is seen of @marks, the topmost first */
static GArray *
list_stamps (RutterScenePainting *self,
             GArray              *marks)
{
  double cell = marks->len > N_CROWD ? CROWD_CELL : POINT_CELL;
  g_autoptr(RutterCoverGrid) grid = rutter_cover_grid_new (self->view.width, self->view.height,
                                                           cell);
  GArray *stamps = g_array_new (FALSE, FALSE, sizeof (Stamp));

  for (guint i = marks->len; i-- > 0;)
    {
      guint index = g_array_index (marks, guint, i);
      RutterBox box;
      int first, last;

      rutter_scene_get_spot_box (self, index, &box);
      rutter_scene_get_copies (self, &box, RUTTER_SYMBOL_MAX, &first, &last);
      for (int k = first; k <= last; k++)
        {
          Stamp stamp = { index, get_spot (self, index, k) };

          if (rutter_cover_grid_take_point (grid, stamp.at))
            g_array_append_val (stamps, stamp);
        }
    }

  return stamps;
}

/* Returns: FALSE when @marks, indexes of points in view, are not too many for being painted one by
 * one; nothing is painted then.
 */
gboolean
rutter_scene_stamp_points (RutterScenePainting *self,
                           GArray              *marks)
{
  g_autoptr(RutterSprites) sprites = NULL;
  g_autoptr(GArray) stamps = NULL;

  if (!self->is_fast || marks->len <= N_POINTS || !rutter_canvas_begin (&self->canvas, self->cr))
    return FALSE;

  sprites = rutter_sprites_new (self->theme, self->texts, self->view.zoom, self->view.rotation,
                                self->canvas.scale);
  stamps = list_stamps (self, marks);
  for (guint i = stamps->len; i-- > 0;)
    {
      const Stamp *stamp = &g_array_index (stamps, Stamp, i);
      const RutterMark *mark = rutter_picture_get_mark (self->picture, stamp->mark);
      double alpha = rutter_scene_get_alpha (self, mark);
      double half = rutter_symbol_get_size (mark, self->view.zoom) / 2;

      if (half <= 0)
        continue;

      rutter_canvas_stamp (&self->canvas,
                           rutter_sprites_get (sprites, mark, alpha,
                                               rutter_scene_get_ground_alpha (alpha)), stamp->at);
      rutter_placer_add_obstacle (self->placer,
                                  (RutterBox) { stamp->at.x - half, stamp->at.y - half,
                                                stamp->at.x + half, stamp->at.y + half });
    }
  rutter_canvas_end (&self->canvas);
  return TRUE;
}
