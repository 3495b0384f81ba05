/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-picker.h"

#include "rutter-flow.h"
#include "rutter-spatial-index.h"
#include "rutter-spread.h"
#include "rutter-symbol.h"

#include <math.h>

/* Segments of a line that share a box. */
#define N_SEGMENTS 16
/* Pixels: a symbol is small and lies on top, so a line has to be that much nearer to come first. */
#define LINE_HANDICAP 3.0

typedef struct
{
  guint mark;
  guint first;    /* of the vertices; lines and flows */
  guint n;        /* vertices */
} Piece;

typedef struct
{
  guint  mark;
  double distance;
} Hit;

struct _RutterPicker
{
  RutterPicture      *picture;
  RutterSpatialIndex *index;
  GArray             *pieces;   /* Piece, as the index knows them */
  double              first_x, last_x; /* of all marks */
  RutterSpread       *spread;   /* of the level asked for last, or NULL */
};

static void
add_piece (GArray            *pieces,
           GArray            *boxes,
           Piece              piece,
           const RutterPoint *points)
{
  RutterBox box;

  rutter_box_init (&box);
  for (guint i = 0; i < piece.n; i++)
    if (isfinite (points[i].x) && isfinite (points[i].y))
      rutter_box_add (&box, points[i]);

  g_array_append_val (pieces, piece);
  g_array_append_val (boxes, box);
}

static void
add_pieces (GArray            *pieces,
            GArray            *boxes,
            guint              mark,
            const RutterPoint *points,
            guint              n_points)
{
  for (guint i = 0; i + 1 < n_points; i += N_SEGMENTS)
    add_piece (pieces, boxes, (Piece) { mark, i, MIN (N_SEGMENTS + 1, n_points - i) }, points + i);
}

RutterPicker *
rutter_picker_new (RutterPicture *picture)
{
  RutterPicker *self = g_new0 (RutterPicker, 1);
  g_autoptr(GArray) boxes = g_array_new (FALSE, FALSE, sizeof (RutterBox));
  RutterPoint arc[RUTTER_FLOW_N_POINTS];

  self->picture = rutter_picture_ref (picture);
  self->first_x = INFINITY;
  self->last_x = -INFINITY;
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  for (guint i = 0; i < rutter_picture_get_n_marks (picture); i++)
    {
      const RutterMark *mark = rutter_picture_get_mark (picture, i);

      if (!(mark->box.x0 <= mark->box.x1))
        continue;

      self->first_x = MIN (self->first_x, mark->box.x0);
      self->last_x = MAX (self->last_x, mark->box.x1);
      if (mark->shape == RUTTER_SHAPE_LINE)
        {
          add_pieces (self->pieces, boxes, i, mark->points, mark->n_points);
        }
      else if (mark->shape == RUTTER_SHAPE_FLOW)
        {
          rutter_flow_flatten (mark->points, mark->slot, mark->n_slots, arc);
          add_pieces (self->pieces, boxes, i, arc, RUTTER_FLOW_N_POINTS);
        }
      else if (mark->symbol != RUTTER_SYMBOL_NONE)
        {
          RutterPoint point = { mark->box.x0, mark->box.y0 };

          add_piece (self->pieces, boxes, (Piece) { i, 0, 1 }, &point);
        }
    }

  self->index = rutter_spatial_index_new ((const RutterBox *)boxes->data, boxes->len);
  return self;
}

void
rutter_picker_free (RutterPicker *self)
{
  rutter_picture_unref (self->picture);
  rutter_spatial_index_free (self->index);
  g_array_unref (self->pieces);
  g_clear_pointer (&self->spread, rutter_spread_unref);
  g_free (self);
}

static const RutterSpread *
get_spread (RutterPicker *self,
            double        zoom)
{
  rutter_picture_update_spread (self->picture, zoom, &self->spread);

  return self->spread;
}

static double
get_segment_distance (RutterPoint at,
                      RutterPoint from,
                      RutterPoint to)
{
  double dx = to.x - from.x, dy = to.y - from.y;
  double square = dx * dx + dy * dy;
  double share = square > 0 ? ((at.x - from.x) * dx + (at.y - from.y) * dy) / square : 0;

  share = CLAMP (share, 0.0, 1.0);
  return hypot (at.x - from.x - dx * share, at.y - from.y - dy * share);
}

/* Pixels from a place of the world to the painted piece; 0 within a symbol. NaN fails every
 * comparison that the caller makes. */
static double
get_distance (RutterPicker     *self,
              const RutterView *view,
              const Piece      *piece,
              RutterPoint       at)
{
  const RutterMark *mark = rutter_picture_get_mark (self->picture, piece->mark);
  double size = rutter_view_get_world_size (view);
  double least = INFINITY;
  RutterPoint arc[RUTTER_FLOW_N_POINTS];
  const RutterPoint *points = mark->points;

  if (mark->shape == RUTTER_SHAPE_POINT)
    {
      const RutterSpreadPlace *place =
        rutter_spread_get_place (get_spread (self, view->zoom), piece->mark);
      RutterPoint pixel = rutter_view_to_pixel (view, at);
      RutterPoint spot = rutter_view_to_pixel (view, place->world);

      return MAX (0, hypot (pixel.x - spot.x - place->shift_px.x,
                            pixel.y - spot.y - place->shift_px.y) -
                     rutter_symbol_get_size (mark, view->zoom) / 2);
    }

  if (mark->shape == RUTTER_SHAPE_FLOW)
    {
      rutter_flow_flatten (mark->points, mark->slot, mark->n_slots, arc);
      points = arc;
    }

  for (guint i = piece->first + 1; i < piece->first + piece->n; i++)
    {
      double distance = get_segment_distance (at, points[i - 1], points[i]) * size;

      least = distance < least ? distance : least;
    }

  return least;
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const Hit *first = a;
  const Hit *second = b;

  if (first->distance != second->distance)
    return first->distance < second->distance ? -1 : 1;
  return (first->mark < second->mark) - (first->mark > second->mark);
}

static void
find_hits (RutterPicker     *self,
           const RutterView *view,
           RutterPoint       at,
           double            radius,
           GArray           *hits)
{
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  double reach = (radius + RUTTER_SYMBOL_MAX +
                  rutter_spread_get_reach (get_spread (self, view->zoom))) /
                 rutter_view_get_world_size (view);
  RutterBox box = { at.x - reach, at.y - reach, at.x + reach, at.y + reach };

  rutter_spatial_index_query (self->index, &box, found);
  for (guint i = 0; i < found->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, g_array_index (found, guint, i));
      const RutterMark *mark = rutter_picture_get_mark (self->picture, piece->mark);
      Hit hit = { piece->mark, get_distance (self, view, piece, at) };

      if (!(hit.distance <= radius))
        continue;

      if (mark->shape != RUTTER_SHAPE_POINT)
        hit.distance += LINE_HANDICAP;
      g_array_append_val (hits, hit);
    }
}

GPtrArray *
rutter_picker_pick (RutterPicker     *self,
                    const RutterView *view,
                    RutterPoint       pixel,
                    double            radius)
{
  GPtrArray *marks = g_ptr_array_new ();
  g_autoptr(GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  RutterPoint at = rutter_view_to_world (view, pixel);

  /* Every copy of the world that something is stored in: unwrapped lines leave the first. */
  if (isfinite (at.x) && self->first_x <= self->last_x)
    for (double x = at.x + floor (self->first_x - at.x); x <= self->last_x + 1; x += 1)
      find_hits (self, view, (RutterPoint) { x, at.y }, radius, hits);

  g_array_sort (hits, compare_hits);
  for (guint i = 0; i < hits->len; i++)
    {
      const RutterMark *mark =
        rutter_picture_get_mark (self->picture, g_array_index (hits, Hit, i).mark);

      if (g_hash_table_add (seen, (gpointer)mark->uid))
        g_ptr_array_add (marks, (gpointer)mark);
    }

  return marks;
}

/* Whether the segment has a point in the box (separating axes: the box's two and its own). */
static gboolean
segment_meets (RutterPoint      from,
               RutterPoint      to,
               const RutterBox *box)
{
  RutterPoint corners[] = { { box->x0, box->y0 }, { box->x1, box->y0 },
                            { box->x0, box->y1 }, { box->x1, box->y1 } };
  RutterBox own = { MIN (from.x, to.x), MIN (from.y, to.y),
                    MAX (from.x, to.x), MAX (from.y, to.y) };
  guint n_left = 0, n_right = 0;

  if (!isfinite (from.x) || !isfinite (to.x) || !rutter_box_meets (&own, box))
    return FALSE;

  for (guint i = 0; i < 4; i++)
    {
      double side = (to.x - from.x) * (corners[i].y - from.y) -
                    (to.y - from.y) * (corners[i].x - from.x);

      n_left += side >= 0;
      n_right += side <= 0;
    }

  return n_left > 0 && n_right > 0;
}

static gboolean
line_is_shown (const RutterMark *mark,
               const RutterBox  *bounds,
               int               copy)
{
  RutterBox box = { bounds->x0 - copy, bounds->y0, bounds->x1 - copy, bounds->y1 };
  RutterPoint arc[RUTTER_FLOW_N_POINTS];
  const RutterPoint *points = mark->points;
  guint n_points = mark->n_points;

  if (mark->shape == RUTTER_SHAPE_FLOW)
    {
      rutter_flow_flatten (mark->points, mark->slot, mark->n_slots, arc);
      points = arc;
      n_points = RUTTER_FLOW_N_POINTS;
    }

  for (guint i = 1; i < n_points; i++)
    if (segment_meets (points[i - 1], points[i], &box))
      return TRUE;

  return FALSE;
}

static RutterBox
get_shown_box (RutterPicker     *self,
               const RutterView *view,
               guint             index)
{
  const RutterMark *mark = rutter_picture_get_mark (self->picture, index);
  const RutterSpreadPlace *place;
  RutterPoint pixel, world;

  if (mark->shape != RUTTER_SHAPE_POINT || !(mark->box.x0 <= mark->box.x1))
    return mark->box;

  place = rutter_spread_get_place (get_spread (self, view->zoom), index);
  pixel = rutter_view_to_pixel (view, place->world);
  pixel.x += place->shift_px.x;
  pixel.y += place->shift_px.y;
  world = rutter_view_to_world (view, pixel);
  return (RutterBox) { world.x, world.y, world.x, world.y };
}

/* In drawing order, each mark once however many copies of it are in view. */
GPtrArray *
rutter_picker_list (RutterPicker     *self,
                    const RutterView *view)
{
  GPtrArray *marks = g_ptr_array_new ();
  RutterBox bounds = rutter_view_get_bounds (view);

  for (guint i = 0; i < rutter_picture_get_n_marks (self->picture); i++)
    {
      const RutterMark *mark = rutter_picture_get_mark (self->picture, i);
      RutterBox box = get_shown_box (self, view, i);
      gboolean is_point = mark->shape == RUTTER_SHAPE_POINT;
      gboolean is_shown = FALSE;
      int first, last;

      if (is_point && mark->symbol == RUTTER_SYMBOL_NONE)
        continue;

      rutter_view_get_copies (view, &box, &first, &last);
      for (int k = first; k <= last && !is_shown; k++)
        is_shown = is_point || line_is_shown (mark, &bounds, k);
      if (is_shown)
        g_ptr_array_add (marks, (gpointer)mark);
    }

  return marks;
}

/* The part of a segment within the box (Liang and Barsky). Returns: FALSE when there is none */
static gboolean
clip_segment (const RutterBox *box,
              RutterPoint     *from,
              RutterPoint     *to)
{
  RutterPoint a = *from;
  double dx = to->x - a.x, dy = to->y - a.y;
  const double steps[] = { -dx, dx, -dy, dy };
  const double rooms[] = { a.x - box->x0, box->x1 - a.x, a.y - box->y0, box->y1 - a.y };
  double first = 0, last = 1;

  if (!isfinite (dx) || !isfinite (dy))
    return FALSE;

  for (guint i = 0; i < 4; i++)
    {
      if (steps[i] == 0 && rooms[i] < 0)
        return FALSE;
      if (steps[i] < 0)
        first = MAX (first, rooms[i] / steps[i]);
      else if (steps[i] > 0)
        last = MIN (last, rooms[i] / steps[i]);
    }

  *from = (RutterPoint) { a.x + dx * first, a.y + dy * first };
  *to = (RutterPoint) { a.x + dx * last, a.y + dy * last };
  return first <= last;
}

static RutterPoint
find_nearest (RutterPoint at,
              RutterPoint from,
              RutterPoint to)
{
  double dx = to.x - from.x, dy = to.y - from.y;
  double square = dx * dx + dy * dy;
  double share = square > 0 ? ((at.x - from.x) * dx + (at.y - from.y) * dy) / square : 0;

  share = CLAMP (share, 0.0, 1.0);
  return (RutterPoint) { from.x + dx * share, from.y + dy * share };
}

/* Where a line, moved by so many worlds, comes nearest to the view's middle. Returns: whether it is
 * in view at all */
static gboolean
find_line_spot (const RutterMark *mark,
                const RutterView *view,
                int               copy,
                RutterPoint      *world)
{
  RutterBox box = rutter_view_get_bounds (view);
  RutterPoint middle = { view->centre.x - copy, view->centre.y };
  RutterPoint arc[RUTTER_FLOW_N_POINTS];
  const RutterPoint *points = mark->points;
  guint n_points = mark->n_points;
  double least = INFINITY;

  box.x0 -= copy;
  box.x1 -= copy;
  if (mark->shape == RUTTER_SHAPE_FLOW)
    {
      rutter_flow_flatten (mark->points, mark->slot, mark->n_slots, arc);
      points = arc;
      n_points = RUTTER_FLOW_N_POINTS;
    }

  for (guint i = 1; i < n_points; i++)
    {
      RutterPoint from = points[i - 1], to = points[i], near;
      double distance;

      if (!clip_segment (&box, &from, &to))
        continue;

      near = find_nearest (middle, from, to);
      distance = hypot (near.x - middle.x, near.y - middle.y);
      if (distance < least)
        {
          least = distance;
          *world = (RutterPoint) { near.x + copy, near.y };
        }
    }

  return isfinite (least);
}

static int
compare_spots (gconstpointer a,
               gconstpointer b)
{
  const RutterSpot *first = a;
  const RutterSpot *second = b;

  if (first->pixel.x != second->pixel.x)
    return first->pixel.x < second->pixel.x ? -1 : 1;
  if (first->pixel.y != second->pixel.y)
    return first->pixel.y < second->pixel.y ? -1 : 1;
  return g_strcmp0 (first->mark->uid, second->mark->uid);
}

GArray *
rutter_picker_list_spots (RutterPicker     *self,
                          const RutterView *view)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (RutterSpot));
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rutter_picture_get_n_marks (self->picture); i++)
    {
      const RutterMark *mark = rutter_picture_get_mark (self->picture, i);
      RutterBox box = get_shown_box (self, view, i);
      gboolean is_point = mark->shape == RUTTER_SHAPE_POINT;
      int first, last;

      if ((is_point && mark->symbol == RUTTER_SYMBOL_NONE) || mark->opacity <= 0 ||
          g_hash_table_contains (seen, mark->uid))
        continue;

      rutter_view_get_copies (view, &box, &first, &last);
      for (int k = first; k <= last; k++)
        {
          RutterPoint world = { box.x0 + k, box.y0 };
          RutterSpot spot = { .mark = mark };

          if (!is_point && !find_line_spot (mark, view, k, &world))
            continue;

          spot.pixel = rutter_view_to_pixel (view, world);
          g_array_append_val (spots, spot);
          g_hash_table_add (seen, (gpointer)mark->uid);
          break;
        }
    }

  g_array_sort (spots, compare_spots);
  return spots;
}
